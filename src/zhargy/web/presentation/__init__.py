"""Turns documents into what templates show: plain values and escaped markup."""
