zhargy norms show P901.gif
