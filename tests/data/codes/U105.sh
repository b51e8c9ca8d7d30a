zhargy structure P101.txt --lang kz
