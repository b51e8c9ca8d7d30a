zhargy norms compare --law sample --with sample --population P001.txt
