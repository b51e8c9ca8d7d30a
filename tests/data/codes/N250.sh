zhargy norms test N257.pack
