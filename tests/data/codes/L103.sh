zhargy library show /akn/kz/act/2021-04-05/17-I/eng@2024-09-01
