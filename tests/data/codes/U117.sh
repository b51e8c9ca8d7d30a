zhargy library add P101.txt P102.txt --version 2024-09-01
