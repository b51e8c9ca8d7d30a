"""What a person types, read for the type of the fact; what cannot be read is left for the facts to refuse."""

from __future__ import annotations

import re
from typing import Final

from zhargy.norms.vocabulary import Fact, FactType
from zhargy.text import Language
from zhargy.text.dates import parse_date

_YES: Final = frozenset({"yes", "y", "true", "иә", "ия", "да", "д"})
_NO: Final = frozenset({"no", "n", "false", "жоқ", "нет", "н"})
_NONE: Final = frozenset({"0", "-", "–"})
_SPACES: Final = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d)")


def read_answer(typed: str, fact: Fact) -> object:
    """Return the plain value a person means, as `zhargy.norms.facts.read_facts` takes it.

    Yes and no are understood in the three languages; a choice by its number, its name or its words; several of them
    with commas, ``0`` for none; a number and a sum with spaces and a decimal comma; a day as people write it.

    Example:
        >>> read_answer("1 000,50", Fact(name="damage", type=FactType.MONEY))
        '1000.50 KZT'
        >>> read_answer("5 мамыр 2025 ж.", Fact(name="act.day", type=FactType.DATE))
        '2025-05-05'
    """
    text = " ".join(typed.split())
    match fact.type:
        case FactType.BOOL:
            word = text.casefold()
            return True if word in _YES else False if word in _NO else text
        case FactType.ENUM:
            return _choice(text, fact)
        case FactType.SET:
            return [] if text in _NONE else [_choice(part.strip(), fact) for part in text.split(",")]
        case FactType.DATE:
            day = parse_date(text, None)
            return day.isoformat() if day else text
        case _:
            return _number(text, fact)


def _choice(text: str, fact: Fact) -> str:
    if text.isdecimal() and 1 <= int(text) <= len(fact.choices):
        return fact.choices[int(text) - 1]
    labels = {fact.label_of(choice, language).casefold(): choice for choice in fact.choices for language in Language}
    return labels.get(text.casefold(), text)


def _number(text: str, fact: Fact) -> str:
    digits = _SPACES.sub("", text).replace(",", ".")
    is_bare = re.fullmatch(r"-?\d+(\.\d+)?", digits) is not None
    return f"{digits} {fact.unit or 'KZT'}" if is_bare and fact.type is FactType.MONEY else digits
