"""Where sentences end, in text full of abbreviations, initials and numbers with dots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhargy.text.span import Span

_NEVER: Final = """
    ст п пп ч подп абз гл разд прил см ср напр им ул пр-т пер кв обл р-н гр проф акад доц к тов кк
    мыс қ к-сі даң обл ауд ш
    art arts no nos para paras sec secs cl cf eg ie vs v p pp mr mrs ms dr prof st fig vol ed eds al
"""
_MAYBE: Final = """
    т.б т.с.с т.д т.п т.е и.о ж жж г гг в вв руб коп тг тыс млн млрд трлн др пр мин сек
    b.c u.s u.k e.g i.e etc inc ltd co corp jr sr a.m p.m
"""
_NEVER_LAST: Final = frozenset(_NEVER.split())
_MAYBE_LAST: Final = frozenset(_MAYBE.split())
_STOP: Final = re.compile(r"(?P<mark>[.!?…]+)[»”’\"'\])]*(?=\s|$)|\n[ \t]*\n\s*")
_LAST_WORD: Final = re.compile(r"[^\W_](?:[\w.\-]*[^\W_])?$")
_NUMBERING: Final = re.compile(r"\d+(?:[.-]\d+)*|[IVXІХ]+")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_OPENING: Final = "«“„\"'‘([–—-"


def sentences(text: str) -> Iterator[Span]:
    """Yield the spans of the sentences of `text`, without the white space around them.

    An empty line always ends a sentence; a single line break never does. A dot after an abbreviation, an initial or
    the number of an item at the head of a sentence does not end it, nor does any dot before a small letter.

    Example:
        >>> text = "1. Ақын А.А. Соколова және т.б. келді. 2-баптың 1) тармағы. См. ст. 5 УК."
        >>> [span.of(text) for span in sentences(text)]
        ['1. Ақын А.А. Соколова және т.б. келді.', '2-баптың 1) тармағы.', 'См. ст. 5 УК.']
    """
    start = 0
    for stop in _STOP.finditer(text):
        if stop["mark"] is None:
            yield from _trimmed(text, start, stop.start())
            start = stop.end()
        elif _ends_here(text, start, stop):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _ends_here(text: str, start: int, stop: re.Match[str]) -> bool:
    follows = _first_letter(text, stop.end())
    if follows.islower():
        return False
    if stop["mark"] != "." or stop.end() > stop.end("mark"):
        return True
    before = _LAST_WORD.search(text, max(start, stop.start() - 30), stop.start())
    if before is None:
        return True
    word = before[0]
    if _NUMBERING.fullmatch(word) and not text[start : before.start()].strip(' \t\n(«"'):
        return False
    if _INITIALS.fullmatch(word) and word[0].isupper():
        return not follows
    word = word.lower()
    if word in _NEVER_LAST:
        return not follows
    return word not in _MAYBE_LAST or not follows or follows.isupper()


def _first_letter(text: str, at: int) -> str:
    while at < len(text) and (text[at].isspace() or text[at] in _OPENING):
        at += 1
    return text[at : at + 1]
