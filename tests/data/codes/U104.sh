zhargy structure P101.txt --format jsn
