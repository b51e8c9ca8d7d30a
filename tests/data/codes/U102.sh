zhargy library show /akn/kz/act/2021-04-05/17-I --as-of 01.09.2024
