zhargy norms export sample --format svg --facts N301.yaml --norm art_55
