zhargy library add P101.txt --work /akn/kz/act/2020-01-01/1
zhargy library add P102.txt --work /akn/kz/act/2020-01-01/1
