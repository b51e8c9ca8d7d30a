zhargy structure P1O1.txt
