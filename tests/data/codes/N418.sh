zhargy norms verify N402.pack --beside N401.pack
