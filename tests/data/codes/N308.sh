zhargy qualify P101.txt --law sample+
