zhargy library show /akn/kz/act/2021-04-05/17-I --provision art_99
