"""``zhargy qualify``: facts under two laws side by side."""
