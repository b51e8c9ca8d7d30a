zhargy library undo /akn/kz/act/2021-04-05/17-I/kaz@2024-09-01 000000000000
