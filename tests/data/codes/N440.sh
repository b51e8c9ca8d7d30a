zhargy norms coverage kz-criminal-special
