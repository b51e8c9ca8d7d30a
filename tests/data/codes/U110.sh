zhargy structure P101.txt --formt akn
