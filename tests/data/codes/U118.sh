zhargy explain P1O1
