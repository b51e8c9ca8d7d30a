"""A pack in words that can be printed: what is said (`sheet`), and the forms it takes (`html`, `markdown`)."""

from zhargy.norms.exports.page.html import html_of
from zhargy.norms.exports.page.markdown import markdown_of
from zhargy.norms.exports.page.sheet import Entry, Field, Part, Sheet, sheet_of

__all__ = ["Entry", "Field", "Part", "Sheet", "html_of", "markdown_of", "sheet_of"]
