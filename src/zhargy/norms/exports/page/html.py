"""A printable page of a pack: one file, no scripts, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from zhargy.norms.exports.page.sheet import Entry, Field, Part, Sheet
from zhargy.norms.wording import Clause

_STYLE: Final = """
:root { color-scheme: light; }
body { font: 1rem/1.5 Georgia, "Noto Serif", serif; color: #1a1a1a; background: #fff; max-width: 46rem;
  margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; font-weight: 600; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; border-bottom: 2px solid #1a1a1a; padding-bottom: .2rem; }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .2rem; }
a { color: #0b4f8a; }
nav ol { columns: 2; padding-left: 1.2rem; }
.remark, .id { color: #4a4a4a; font-size: .9rem; margin: 0; }
.id { font-family: "DejaVu Sans Mono", monospace; }
dl { margin: .4rem 0 0; }
dt { font-weight: 600; margin-top: .5rem; }
dd { margin: 0 0 0 1rem; }
ul { margin: .1rem 0 .1rem 1.1rem; padding: 0; }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  a { color: inherit; text-decoration: none; }
  h2 { break-before: page; } h2, h3, dt { break-after: avoid; }
  article { break-inside: avoid-page; }
}
""".strip()


def html_of(sheet: Sheet) -> str:
    """Return a sheet as an HTML page.

    Args:
        sheet: What the page says.
    """
    return "\n".join(_page(sheet)) + "\n"


def _page(sheet: Sheet) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{sheet.language}">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(sheet.title)}</title>"
    yield f"<style>\n{_STYLE}\n</style></head>"
    yield "<body>"
    yield "<header>"
    yield f"<h1>{escape(sheet.title)}</h1>"
    yield from (f'<p class="remark">{escape(line)}</p>' for line in sheet.head)
    yield "</header>"
    yield f'<nav aria-label="{escape(sheet.title)}"><ol>'
    yield from (f'<li><a href="#{part.id}">{escape(part.title)}</a></li>' for part in sheet.parts)
    yield "</ol></nav>"
    yield "<main>"
    for part in sheet.parts:
        yield from _part(part)
    yield "</main>"
    yield "</body></html>"


def _part(part: Part) -> Iterator[str]:
    yield f'<section aria-labelledby="{part.id}">'
    yield f'<h2 id="{part.id}">{escape(part.title)}</h2>'
    for entry in part.entries:
        yield from _entry(entry)
    yield "</section>"


def _entry(entry: Entry) -> Iterator[str]:
    id_ = escape(entry.id)
    yield f'<article id="{id_}">'
    yield f"<h3>{escape(entry.title)}</h3>"
    yield f'<p class="remark">{escape(entry.remark)} <span class="id">{id_}</span></p>'
    yield "<dl>"
    for field in entry.fields:
        yield f"<dt>{escape(field.label)}</dt>"
        yield f"<dd{_language(field)}>{''.join(_clauses(field.lines))}</dd>"
    yield "</dl>"
    yield "</article>"


def _language(field: Field) -> str:
    return f' lang="{field.language}"' if field.language is not None else ""


def _clauses(clauses: Iterable[Clause]) -> Iterator[str]:
    """Yield one line as it is, several as a list."""
    told = tuple(clauses)
    if len(told) == 1:
        yield _clause(told[0])
    else:
        yield f"<ul>{''.join(f'<li>{_clause(clause)}</li>' for clause in told)}</ul>"


def _clause(clause: Clause) -> str:
    inner = "".join(f"<li>{_clause(part)}</li>" for part in clause.parts)
    return escape(clause.text) + (f"<ul>{inner}</ul>" if inner else "")
