zhargy structure P101.txt --json=yes
