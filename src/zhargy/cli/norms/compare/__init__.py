"""``zhargy norms compare``: many cases under two laws."""
