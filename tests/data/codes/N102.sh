zhargy structure .
