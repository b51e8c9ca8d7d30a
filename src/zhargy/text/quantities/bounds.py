"""Amounts joined to ranges by the words around them: «үш жылдан жеті жылға дейін», «не более 5 %», "at least"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from zhargy.text.languages import Language
from zhargy.text.numbers.scanning import scan
from zhargy.text.quantities.atoms import GRAMMARS, Atom, make_amount
from zhargy.text.quantities.grammar import Bound, Grammar, Join
from zhargy.text.quantities.values import (
    Amount,
    AmountRange,
    FoundAmount,
    MciAmount,
    Money,
    Multiple,
    Percent,
    Period,
)
from zhargy.text.span import Span

_REACH: Final = 40


def find_ranges(atoms: list[Atom], folded: str, language: Language) -> Iterator[FoundAmount]:
    """Yield the amounts among `atoms` with their bounds, in order, not overlapping."""
    grammar = GRAMMARS[language]
    at = floor = 0
    while at < len(atoms):
        pair = _pair(atoms[at], atoms[at + 1], folded, grammar, floor=floor) if at + 1 < len(atoms) else None
        found = pair or _inside(atoms[at], folded, language) or _single(atoms[at], folded, grammar, floor=floor)
        if found:
            yield found
            floor = found.span.end
        at += 2 if pair else 1


def _pair(first: Atom, second: Atom, folded: str, grammar: Grammar, *, floor: int) -> FoundAmount | None:
    if second.amount is None or second.measure is None:
        return None
    lower = first.amount if first.measure else make_amount(_shared(first, second), second.measure)
    if lower is None or not _rises(lower, second.amount):
        return None
    for join in grammar.joins:
        span = _joined(first, second, join, folded, grammar, floor=floor)
        if span:
            return FoundAmount(span=span, range=AmountRange(lower=lower, upper=second.amount))
    return None


def _joined(first: Atom, second: Atom, join: Join, folded: str, grammar: Grammar, *, floor: int) -> Span | None:
    between = join.between.match(folded, first.span.end)
    opens = join.opens.search(folded, max(first.span.start - _REACH, floor), first.span.start)
    if between is None or opens is None or between.end() != second.span.start:
        return None
    after = grammar.after.match(folded, second.span.end)
    closes = after if after and after.lastgroup == Bound.UPPER else None
    if join.closed and not (closes or second.bound is Bound.UPPER):
        return None
    return Span(opens.start(), closes.end() if closes else second.span.end)


def _inside(atom: Atom, folded: str, language: Language) -> FoundAmount | None:
    """Read "between one hundred and two thousand hours", where the words of both ends also make one number."""
    if atom.amount is None or atom.measure is None:
        return None
    for join in GRAMMARS[language].joins:
        parts = join.inside and join.inside.fullmatch(atom.number.span.of(folded))
        opens = parts and join.opens.search(folded, max(atom.span.start - _REACH, 0), atom.span.start)
        if not parts or not opens:
            continue
        ends = [make_amount(number.value, atom.measure) for part in parts.groups() for number in scan(part, language)]
        match ends:
            case [lower, upper] if lower and upper and _rises(lower, upper):
                return FoundAmount(span=Span(opens.start(), atom.span.end), range=AmountRange(lower=lower, upper=upper))
    return None


def _shared(first: Atom, second: Atom) -> int | Decimal:
    """Return the lower end of «от пяти до десяти тысяч»: five thousand, as five is less than ten.

    «От пятисот до тысячи» stays five hundred, as five hundred is more than one.
    """
    value, scale = first.number.value, second.number.scale
    shares = scale > 1 and first.number.scale == 1 and value * scale < second.number.value
    return value * scale if shares else value


def _single(atom: Atom, folded: str, grammar: Grammar, *, floor: int) -> FoundAmount | None:
    if atom.amount is None:
        return None
    start, end = atom.span.start, atom.span.end
    before = grammar.before.search(folded, max(start - _REACH, floor), start)
    after = None if before else grammar.after.match(folded, end)
    span = Span(before.start() if before else start, after.end() if after else end)
    name = (before and before.lastgroup) or (after and after.lastgroup) or atom.bound
    if name is None and isinstance(atom.amount, Money) and atom.number.span.of(folded) in grammar.headings:
        return None
    return FoundAmount(span=span, range=_range(atom.amount, Bound(name) if name else None))


def _range(amount: Amount, bound: Bound | None) -> AmountRange:
    match bound:
        case Bound.UPPER | Bound.BELOW:
            return AmountRange(lower=None, upper=amount, strict=bound is Bound.BELOW)
        case Bound.LOWER | Bound.ABOVE:
            return AmountRange(lower=amount, upper=None, strict=bound is Bound.ABOVE)
        case _:
            return AmountRange(lower=amount, upper=amount)


def _rises(lower: Amount, upper: Amount) -> bool:
    """Whether two amounts can be the ends of one range; months before years are not compared."""
    match lower, upper:
        case Money(), Money():
            return lower.currency is upper.currency and lower.minor < upper.minor
        case MciAmount(), MciAmount():
            return lower.count < upper.count
        case Percent(), Percent():
            return lower.value < upper.value
        case Multiple(), Multiple():
            return lower.times < upper.times
        case Period(), Period():
            return lower.unit is not upper.unit or lower.value < upper.value
    return False
