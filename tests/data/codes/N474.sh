zhargy norms compare --law sample --with sample -o change.pdf
