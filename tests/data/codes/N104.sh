zhargy structure P101.txt --output no/such/folder/act.xml
