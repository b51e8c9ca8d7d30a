"""Characters, scripts, words, numbers and dates of Kazakh, Russian and English legal text."""

from zhargy.text.languages import Language
from zhargy.text.mapping import Change, Edit, MappedText, Piece
from zhargy.text.source import Position, Source
from zhargy.text.span import Span

__all__ = ["Change", "Edit", "Language", "MappedText", "Piece", "Position", "Source", "Span"]
