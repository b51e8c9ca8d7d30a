"""Readers of HTML pages."""

from zhargy.parsing.html.adilet import is_adilet, read_adilet
from zhargy.parsing.html.building import clean_blocks
from zhargy.parsing.html.eurlex import is_eurlex, read_eurlex
from zhargy.parsing.html.generic import read_html
from zhargy.parsing.html.pravo import is_pravo, read_pravo

__all__ = [
    "clean_blocks",
    "is_adilet",
    "is_eurlex",
    "is_pravo",
    "read_adilet",
    "read_eurlex",
    "read_html",
    "read_pravo",
]
