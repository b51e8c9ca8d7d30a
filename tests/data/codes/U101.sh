zhargy library show 17-I
