zhargy library add
