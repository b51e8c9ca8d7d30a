"""A pack in words as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhargy.norms.exports.page.sheet import Entry, Sheet
from zhargy.norms.wording import Clause

_MARKS: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")
_NUMBER: Final = re.compile(r"^(\d+)([.)])")


def markdown_of(sheet: Sheet) -> str:
    """Return a sheet as Markdown; what the words hold of its marks is written as words.

    Args:
        sheet: What the page says.
    """
    return "\n".join(_lines(sheet))


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# {_plain(sheet.title)}"
    yield ""
    yield from (f"- {_plain(line)}" for line in sheet.head)
    yield ""
    for part in sheet.parts:
        yield f"## {_plain(part.title)}"
        yield ""
        for entry in part.entries:
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"### {_plain(entry.title)}"
    yield ""
    yield f"`{entry.id}` · {_plain(entry.remark)}"
    yield ""
    for field in entry.fields:
        if len(field.lines) == 1 and not field.lines[0].parts:
            yield f"- **{_plain(field.label)}**: {_plain(field.lines[0].text)}"
        else:
            yield f"- **{_plain(field.label)}**"
            for clause in field.lines:
                yield from _clause(clause, 1)
    yield ""


def _clause(clause: Clause, level: int) -> Iterator[str]:
    yield f"{'  ' * level}- {_plain(clause.text)}"
    for part in clause.parts:
        yield from _clause(part, level + 1)


def _plain(text: str) -> str:
    """Return words in which nothing is a mark of Markdown."""
    return _NUMBER.sub(r"\1\\\2", _MARKS.sub(r"\\\1", text))
