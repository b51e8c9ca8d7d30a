"""What a case takes for granted of the law itself (``s152_c(bob, alice, 2015)``), and what it asks.

Arguments are told apart by what they are: people, homes, works and payments by the lists, a year by the calendar, days
as the years they lie in, what is left as an amount. The same reading serves what is granted and what is asked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sara.clauses import Compound, Term, Variable

_SECTION: Final = re.compile(r"s(?P<section>\d+)(?P<rest>(?:_[A-Za-z0-9]+)*)")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_ROMAN: Final = re.compile(r"[ivx]+")
_YEARS: Final = range(1900, 2101)


def norm_of(predicate: str) -> str | None:
    """Return the element id of the provision a predicate is named after, ``None`` when it is named after none.

    Example:
        >>> norm_of("s152_c_1_B"), norm_of("s1_a_iii"), norm_of("marriage_")
        ('sec_152__subsec_c__para_1__subpara_B', 'sec_1__subsec_a__item_iii', None)
    """
    match = _SECTION.fullmatch(predicate.removesuffix("_applies"))
    if match is None:
        return None
    levels = [f"sec_{match['section']}"]
    for number, name in enumerate(match["rest"].strip("_").split("_") if match["rest"] else ()):
        levels.append(f"{_level(match['section'], number, name)}_{name}")
    return "__".join(levels)


def _level(section: str, number: int, name: str) -> str:
    if number == 0:
        return "subsec"
    if name.isdecimal():
        return "para"
    if name.islower():
        return "item" if section == "1" else "clause"
    return "subclause" if _ROMAN.fullmatch(name.lower()) and number > 3 else "subpara"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The arguments of a predicate, told apart.

    Args:
        norm: Element id of the provision.
        names: Names of people, homes, works and payments, in their order; ``None`` for one left open.
        years: The years named, as years or as days.
        amounts: The numbers that are no year.
        listed: Names that stand in a list.
        listed_amounts: Numbers that stand in a list.
    """

    norm: str
    names: tuple[str | None, ...]
    years: tuple[int, ...] = ()
    amounts: tuple[Decimal, ...] = ()
    listed: tuple[str, ...] = ()
    listed_amounts: tuple[Decimal, ...] = ()


def read_arguments(
    norm: str, arguments: Sequence[Term], *, year: int | None = None, sums: frozenset[int] = frozenset()
) -> Reading:
    """Tell the arguments of a predicate apart.

    Args:
        norm: Element id of the provision.
        arguments: The arguments.
        year: The year the question names, if it does: of several numbers that look like years it is the one.
        sums: What the question calls a sum; no such number is a year but the one it names as such.
    """
    flat = [item for argument in arguments for item in _items(argument)]
    like_years = [
        each for each in arguments if isinstance(each, int) and each in _YEARS and (each == year or each not in sums)
    ]
    named = [year] if year in like_years else like_years[-1:]
    days = [each for each in arguments if isinstance(each, str) and _DAY.fullmatch(each)]
    told = [dt.date.fromisoformat(day).year for day in days]
    return Reading(
        norm=norm,
        names=tuple(_name(each) for each in arguments if isinstance(each, Variable | str) and each not in days),
        years=tuple(each for each in named if each is not None)
        or (tuple(range(min(told), max(told) + 1)) if told else ()),
        amounts=tuple(Decimal(str(each)) for each in arguments if isinstance(each, int | float) and each not in named),
        listed=tuple(each for each in flat if isinstance(each, str)),
        listed_amounts=tuple(Decimal(str(each)) for each in flat if isinstance(each, int | float)),
    )


def _name(term: Variable | str) -> str | None:
    return term if isinstance(term, str) else None


def _items(term: Term) -> Sequence[Term]:
    return term.arguments if isinstance(term, Compound) and term.name == "[]" else ()


def goals_of(term: Term) -> Iterator[Compound]:
    """Yield the predicates that a conjunction is made of."""
    match term:
        case Compound(name=":-" | "\\+", arguments=(inner,)):
            yield from goals_of(inner)
        case Compound(name=",", arguments=(first, second)):
            yield from goals_of(first)
            yield from goals_of(second)
        case Compound():
            yield term
        case _:
            return
