zhargy strcture P101.txt
