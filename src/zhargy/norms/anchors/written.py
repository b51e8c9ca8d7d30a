"""What the words of a law say of penalties: each measure with the kind it belongs to, and the kinds named at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from zhargy.norms.anchors.claims import Claim, Counted, counted_in_months
from zhargy.norms.anchors.wording import WORDS, PenaltyWords
from zhargy.norms.sanctions import PenaltyKind
from zhargy.text import Language
from zhargy.text.amounts import Amount, AmountRange, MciAmount, Money, Multiple, Percent, Period, find_amounts
from zhargy.text.span import Span

_MINOR: Final = 100
_CLAUSE_END: Final = re.compile(r"[,;]| - ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One measure that the words say.

    Args:
        claim: What it says.
        span: Where, in the regular words.
    """

    claim: Claim
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """The words of a kind of penalty.

    Args:
        kind: The kind.
        span: Where, in the regular words.
        is_optional: Whether «or without» stands in its clause.
    """

    kind: PenaltyKind
    span: Span
    is_optional: bool


def find_signs(words: str, language: Language) -> tuple[Sign, ...]:
    """Return the kinds of penalty that regular words name, in their order.

    Example:
        >>> [sign.kind.value for sign in find_signs("штрафом либо арестом", Language.RU)]
        ['fine', 'arrest']
    """
    known = WORDS[language]
    found = [
        Sign(kind=kind, span=Span(*match.span()), is_optional=_is_optional(words, match.end(), known))
        for kind, pattern in known.kinds.items()
        for match in pattern.finditer(words)
    ]
    return tuple(sorted(found, key=lambda sign: (sign.span.start, sign.span.end)))


def find_written(words: str, language: Language) -> tuple[Written, ...]:
    """Return the measures that regular words say, each with the kind of penalty it belongs to.

    Example:
        >>> (found,) = find_written("арестом на срок до пятидесяти суток", Language.RU)
        >>> found.claim.kind.value, found.claim.upper, found.claim.counted.value
        ('arrest', Decimal('50'), 'days')
    """
    known, signs = WORDS[language], find_signs(words, language)
    measures = sorted(_measures(words, language, known), key=lambda measure: measure.span.start)
    return tuple(_assigned(measure, measures, signs, known) for measure in measures)


def ends_of(claims: Sequence[Claim]) -> frozenset[tuple[Counted, Decimal]]:
    """Return the numbers of claims one by one, whichever end they are."""
    return frozenset((claim.counted, end) for claim in claims for end in (claim.lower, claim.upper) if end is not None)


def _is_optional(words: str, at: int, known: PenaltyWords) -> bool:
    end = _CLAUSE_END.search(words, at)
    return known.without.search(words, at, len(words) if end is None else end.start()) is not None


def _measures(words: str, language: Language, known: PenaltyWords) -> Iterator[Written]:
    for found in find_amounts(words, language):
        claim = _said(found.range)
        if claim is not None:
            yield Written(claim=claim, span=found.span)
    for counted, pattern in ((Counted.SAME, known.same), (Counted.LIFE, known.life)):
        for match in pattern.finditer(words):
            yield Written(claim=Claim(counted=counted), span=Span(*match.span()))


def _said(range_: AmountRange) -> Claim | None:
    ends = [None if end is None else _plain(end) for end in (range_.lower, range_.upper)]
    counted = {end[1] for end in ends if end is not None}
    if len(counted) != 1:
        return None
    lower, upper = (None if end is None else end[0] for end in ends)
    return Claim(counted=counted.pop(), lower=lower, upper=upper)


def _plain(amount: Amount) -> tuple[Decimal, Counted]:
    match amount:
        case MciAmount(count=number):
            return Decimal(number), Counted.MCI
        case Multiple(times=number):
            return Decimal(number), Counted.TIMES
        case Percent(value=number):
            return Decimal(number), Counted.PERCENT
        case Money(minor=minor):
            return Decimal(minor) / _MINOR, Counted.MONEY
        case Period(value=number, unit=unit):
            return counted_in_months(Decimal(number), _DAYS.get(unit.value, unit.value))


_DAYS: Final[Mapping[str, str]] = {"working_days": "days"}


def _assigned(measure: Written, measures: Sequence[Written], signs: Sequence[Sign], known: PenaltyWords) -> Written:
    """Return a measure with its kind: that of the sign around it, else of the next or the last, as the language has."""
    around = [sign for sign in signs if sign.span.start <= measure.span.start and measure.span.end <= sign.span.end]
    behind = [sign for sign in signs if sign.span.start >= measure.span.end]
    before = [sign for sign in signs if sign.span.end <= measure.span.start]
    following = [other.span.start for other in measures if other.span.start >= measure.span.end]
    preceding = [other.span.end for other in measures if other.span.end <= measure.span.start]
    next_ = [sign for sign in behind[:1] if not following or sign.span.start < following[0]]
    last = [sign for sign in before[-1:] if not preceding or sign.span.end > preceding[-1]]
    if measure.claim.counted is Counted.LIFE:
        first = sorted([*next_, *last], key=lambda sign: _distance(sign.span, measure.span))
    else:
        first = [*next_, *last] if known.measure_comes_first else [*last, *next_]
    kind = next((sign.kind for sign in (*around, *first)), None)
    claim = measure.claim
    return Written(
        claim=Claim(counted=claim.counted, kind=kind, lower=claim.lower, upper=claim.upper), span=measure.span
    )


def _distance(sign: Span, measure: Span) -> int:
    return sign.start - measure.end if sign.start >= measure.end else measure.start - sign.end
