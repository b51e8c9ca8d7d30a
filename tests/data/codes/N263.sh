zhargy norms show smaple
