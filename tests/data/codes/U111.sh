zhargy structure
