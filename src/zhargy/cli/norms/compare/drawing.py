"""A comparison of laws as a picture, and as a page that holds the picture and the same table in words."""

from __future__ import annotations

from html import escape

from zhargy.cli.console import Console
from zhargy.cli.norms.compare.page import page_of
from zhargy.cli.norms.compare.words import CompareWords, law_name, words_of
from zhargy.norms.consequences import Consequences, Gravity, PictureWords, Range, picture


def svg(found: Consequences, console: Console) -> str:
    """Return the table of categories as a drawing."""
    return picture(found.tallies.gravities, words=_words(found, words_of(found, console.language)))


def html_page(found: Consequences, console: Console) -> str:
    """Return a page of its own: the drawing, the table, and all that is told on a terminal."""
    words = words_of(found, console.language)
    shown = [each for each in Gravity if any(each in pair for pair in found.tallies.gravities)]
    heads = "".join(f'<th scope="col">{escape(words.gravity(each))}</th>' for each in shown)
    rows = "".join(_row(before, shown, found, words) for before in shown)
    title = escape(words.title(found))
    plain = page_of(found, console)
    plain.is_styled = False
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        "<style>body{font:16px/1.5 sans-serif;margin:2rem;color:#16181c;background:#fff}svg{max-width:100%;height:auto}"
        "table{border-collapse:collapse}th,td{border:1px solid #8b919b;padding:.3rem .6rem}td{text-align:right}"
        "pre{white-space:pre-wrap}</style>\n"
        f"<h1>{title}</h1>\n<p><strong>{escape(words.origin(found.population))}</strong></p>\n"
        f"<p>{escape(words.compared('unforeseen'))}</p>\n{svg(found, console)}"
        f"<table><caption>{escape(words.compared('categories'))}</caption><tr><td></td>{heads}</tr>{rows}</table>\n"
        f"<pre>{escape(str(plain))}</pre>\n</html>\n"
    )


def _row(before: Gravity, shown: list[Gravity], found: Consequences, words: CompareWords) -> str:
    cells = (words.range(found.tallies.gravities.get((before, after), Range())) for after in shown)
    return (
        f'<tr><th scope="row">{escape(words.gravity(before))}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
    )


def _words(found: Consequences, words: CompareWords) -> PictureWords:
    return PictureWords(
        language=words.language.value,
        title=words.compared("categories"),
        described=words.compared("described", rows="; ".join(words.rows(found.tallies.gravities))),
        before=law_name(found.left),
        after=law_name(found.right),
        gravities={gravity: words.gravity(gravity) for gravity in Gravity},
        notes=words.notes(found),
    )
