zhargy library show /akn/kz/act/1999-01-01/1
