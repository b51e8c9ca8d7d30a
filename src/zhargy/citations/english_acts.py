"""Names of other acts in English: "Regulation (EU) 2016/679", "Council Framework Decision 2002/584/JHA", "TFEU"."""

from __future__ import annotations

import re
from typing import Final

from zhargy.citations.lexing import Passage
from zhargy.citations.segments import Act
from zhargy.citations.vocabulary import head
from zhargy.model import ActKind
from zhargy.text import Language

_NUMBER: Final = re.compile(r"\s*((?:\d{2,4}/\d{1,4}|\d{1,4}/\d{4})(?:/[A-Z]{2,7})?)(?!\w)")
_BODIES: Final = frozenset({"EU", "EC", "EEC", "Euratom", "ECSC"})
_UNION: Final = ("of", "the", "european", "union")
_TREATIES: Final = {
    "treaty": ((("on", "the", "functioning", *_UNION), "TFEU"), (("on", "european", "union"), "TEU")),
    "charter": ((("of", "fundamental", "rights", *_UNION), "Charter"), ((), "Charter")),
    "protocol": (),
}


def read_act(passage: Passage, at: int) -> Act | None:
    """Return the act whose name begins at token `at`: "Regulation (EU) 2016/679", "Directive 2002/58/EC", "TFEU"."""
    word = head(passage[at].low)
    if word is None or word.language is not Language.EN or not passage[at].raw[0].isupper():
        return None
    if passage[at].low in _TREATIES:
        return _treaty(passage, at)
    if word.kind is ActKind.TREATY:
        return Act(end=at + 1, name=passage[at].raw, kind=word.kind)
    return _numbered_act(passage, at + 1, word.kind)


def _treaty(passage: Passage, at: int) -> Act | None:
    """Read "Treaty on the Functioning of the European Union", "Charter", "Protocol No 22"."""
    if passage[at].low == "protocol":
        number = passage[at + 2] if passage[at + 1].raw == "No" else None
        return Act(end=at + 3, name="Protocol", kind=ActKind.TREATY, number=number.raw) if number else None
    for words, name in _TREATIES[passage[at].low]:
        if all(passage[at + 1 + step].low == word for step, word in enumerate(words)):
            return Act(end=at + 1 + len(words), name=name, kind=ActKind.TREATY)
    return None


def _numbered_act(passage: Passage, at: int, kind: ActKind) -> Act | None:
    """Return the act whose number follows at token `at`, after "(EU)" and "No"."""
    end = at
    if passage[end].raw == "(" and passage[end + 1].raw in _BODIES:
        end = passage.closing(end) + 1
    if passage[end].low == "no":
        end += 2 if passage[end + 1].raw == "." else 1
    match = _NUMBER.match(passage.text, passage[end - 1].end) if end else None
    if match is None:
        return None
    while passage[end].raw and passage[end].start < match.end():
        end += 1
    return Act(end=end, kind=kind, number=match[1])


def read_more(passage: Passage, at: int, before: Act) -> tuple[int, Act] | None:
    """Return where a further act of a list begins, and that act: "Directives (EU) 2016/2102 and (EU) 2019/882"."""
    start = at + 1
    if passage[at].raw == "," and passage[start].low == "and":
        start += 1
    if passage[at].raw != "," and passage[at].low not in {"and", "or"}:
        return None
    begins = passage[start].raw == "(" or passage[start].raw == "No" or passage[start].is_number
    act = _numbered_act(passage, start, before.kind) if begins else None
    return (start, act) if act else None


def read_described_act(passage: Passage, at: int) -> Act | None:
    """Read an act whose word is preceded by others: "Council Framework Decision 2002/584/JHA"."""
    for index in range(at, at + 4):
        act = read_act(passage, index)
        if act:
            return act
        if not passage[index].is_word or not passage[index].raw[0].isupper():
            return None
    return None
