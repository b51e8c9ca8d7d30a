zhargy norms export sample --format html --norm art_5
