zhargy structure my act.txt
