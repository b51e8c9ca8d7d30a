zhargy library export /akn/kz/act/2021-04-05/17-I --format akn -o parks.xml
zhargy norms export sample --format akn-analysis --document parks.xml
