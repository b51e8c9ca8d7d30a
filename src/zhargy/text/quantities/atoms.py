"""Single amounts of a text: a number and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from zhargy.text.languages import Language
from zhargy.text.numbers.compounds import split_compound
from zhargy.text.numbers.scanning import Scanned, negated, scan
from zhargy.text.quantities import en, kk, ru
from zhargy.text.quantities.grammar import CODES, MINOR_ALONE, MINOR_OF, Bound, Grammar, Measure
from zhargy.text.quantities.values import (
    MINOR_IN_MAJOR,
    MONTHS_IN_YEAR,
    Amount,
    Currency,
    MciAmount,
    Money,
    Multiple,
    Percent,
    Period,
    Unit,
    period,
)
from zhargy.text.span import Span

GRAMMARS: Final[dict[Language, Grammar]] = {Language.KK: kk.KK, Language.RU: ru.RU, Language.EN: en.EN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """A number with the words that say what it counts.

    Args:
        span: Its words, sign or code of a currency included.
        number: The number itself.
        measure: What it counts, ``None`` for a bare number, which may still be the lower end of a range.
        amount: The amount, ``None`` when the words make none (a calendar year, a third decimal of money).
        bound: Which end of a range the words between number and unit say that it is.
    """

    span: Span
    number: Scanned
    measure: Measure | None
    amount: Amount | None
    bound: Bound | None = None


def find_atoms(text: str, folded: str, language: Language) -> list[Atom]:
    """Return the numbers of a text with their units, in order; compounds («екі жыл алты ай») are one.

    Args:
        text: The text, for codes of currencies in capital letters.
        folded: The same text folded.
        language: Its language.
    """
    atoms: list[Atom] = []
    for number in scan(folded, language):
        floor = atoms[-1].span.end if atoms else 0
        atoms.append(_atom(text, folded, number, GRAMMARS[language], floor=floor))
    if language is Language.RU:
        atoms = sorted([*atoms, *_compound_adjectives(folded)], key=lambda atom: atom.span)
    return list(_with_parts(atoms, folded, GRAMMARS[language]))


def make_amount(value: int | Decimal, measure: Measure) -> Amount | None:
    """Return the amount that a number makes with a measure.

    Returns:
        The amount; ``None`` for money finer than its minor unit and for cents that may be of any currency.
    """
    match measure:
        case Measure.MCI:
            return MciAmount(count=value)
        case Measure.PERCENT:
            return Percent(value=value)
        case Measure.TIMES:
            return Multiple(times=value)
        case Measure.WEEKS:
            return Period(value=_whole(value * _DAYS_IN_WEEK), unit=Unit.DAYS)
        case Measure.YEARS | Measure.MONTHS | Measure.DAYS | Measure.WORKING_DAYS | Measure.HOURS:
            return period(value, Unit(measure.value))
        case _:
            return _money(value, measure)


def _money(value: int | Decimal, measure: Measure) -> Money | None:
    if measure in MINOR_OF:
        currency, whole = MINOR_ALONE.get(measure), _whole(value)
    else:
        currency, whole = Currency(measure.value), _whole(value * MINOR_IN_MAJOR)
    if currency is None:
        return None
    return Money(minor=whole, currency=currency) if isinstance(whole, int) else None


def _whole(value: int | Decimal) -> int | Decimal:
    return int(value) if value == int(value) else value


_DAYS_IN_WEEK: Final = 7
_CALENDAR_YEARS: Final = range(1000, 3000)
_CODE: Final = "|".join(re.escape(code) for code in CODES)
_CODE_BEFORE: Final = re.compile(rf"(?<!\w)({_CODE})\s?$")
_CODE_BEHIND: Final = re.compile(rf"\s?({_CODE})(?!\w)")
_LONGEST_CODE: Final = 4
_REACH: Final = 40


def _valued(number: Scanned, measure: Measure) -> tuple[int, Amount | None]:
    """Return where a number begins and the amount it makes; only money and percentages can be below nothing."""
    if number.is_negative and (measure is Measure.PERCENT or measure in CODES.values()):
        return number.minus, make_amount(negated(number.value), measure)
    return number.span.start, None if _is_calendar_year(number, measure) else make_amount(number.value, measure)


def _atom(text: str, folded: str, number: Scanned, grammar: Grammar, *, floor: int) -> Atom:
    """Read what stands around a number, back to `floor`, where the one before it ends."""
    start, end = number.span.start, number.span.end
    before = _CODE_BEFORE.search(text, max(start - _LONGEST_CODE, floor), start)
    code = before or _CODE_BEHIND.match(text, end)
    if code:
        measure = CODES[code[1]]
        begins, amount = _valued(number, measure)
        span = Span(before.start(), end) if before else Span(begins, code.end())
        return Atom(span=span, number=number, measure=measure, amount=amount)
    match = grammar.measures.match(folded, end)
    if match is None:
        return Atom(span=number.span, number=number, measure=None, amount=None)
    measure = Measure(match.lastgroup or "")
    begins, amount = _valued(number, measure)
    mci = grammar.mci_before and grammar.mci_before.search(folded, max(start - _REACH, floor), start)
    if measure is Measure.TIMES and mci:
        begins, measure, amount = mci.start(), Measure.MCI, make_amount(number.value, Measure.MCI)
    bound = next((bound for bound in Bound if match.groupdict().get(bound)), None)
    return Atom(span=Span(begins, match.end()), number=number, measure=measure, amount=amount, bound=bound)


def _is_calendar_year(number: Scanned, measure: Measure) -> bool:
    """Whether «2014 жылғы» names a year; no sentence of law lasts a thousand."""
    return measure is Measure.YEARS and number.in_digits and number.value in _CALENDAR_YEARS


def _compound_adjectives(folded: str) -> Iterator[Atom]:
    for match in ru.COMPOUND.finditer(folded):
        start = match.start()
        while start and folded[start - 1].isalpha():
            start -= 1
        split = split_compound(folded[start : match.end()])
        if split is None or split[1] != match[0]:
            continue
        measure = ru.COMPOUND_MEASURES[match["measure"]]
        mci = ru.MCI.match(folded, match.end()) if measure is Measure.TIMES else None
        measure, span = (Measure.MCI, Span(start, mci.end())) if mci else (measure, Span(start, match.end()))
        number = Scanned(span=Span(start, match.start()), value=split[0], scale=1, in_digits=False, minus=start)
        yield Atom(span=span, number=number, measure=measure, amount=make_amount(split[0], measure))


def _with_parts(atoms: list[Atom], folded: str, grammar: Grammar) -> Iterator[Atom]:
    """Yield the atoms with the parts of a compound together."""
    joined: Atom | None = None
    for atom, following in pairwise([*atoms, None]):
        if atom is None or atom is joined:
            continue
        whole = following and _compound(atom, following, folded, grammar)
        joined = following if whole else None
        yield whole or atom


def _compound(first: Atom, second: Atom, folded: str, grammar: Grammar) -> Atom | None:
    joint = grammar.joint.match(folded, first.span.end)
    if joint is None or joint.end() != second.span.start:
        return None
    amount = _sum(first.amount, second)
    if amount is None:
        return None
    return replace(
        first, span=Span(first.span.start, second.span.end), amount=amount, measure=second.measure, bound=second.bound
    )


def _sum(first: Amount | None, second: Atom) -> Amount | None:
    match first, second.measure:
        case Period(value=int() as years, unit=Unit.YEARS), Measure.MONTHS if second.number.value < MONTHS_IN_YEAR:
            return Period(value=_whole(years * MONTHS_IN_YEAR + second.number.value), unit=Unit.MONTHS)
        case Money(minor=minor, currency=currency), Measure.TIYN | Measure.KOPECK | Measure.CENT as measure:
            fits = currency in MINOR_OF[measure] and minor % MINOR_IN_MAJOR == 0
            value = second.number.value
            if fits and isinstance(value, int) and value < MINOR_IN_MAJOR:
                return Money(minor=minor + value, currency=currency)
    return None
