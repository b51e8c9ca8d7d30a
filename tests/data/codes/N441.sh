zhargy norms coverage kz-criminal-special --against P001.txt --against P002.txt
