zhargy qualify P901.gif --law sample
