"""The penalties of one case on the facts: money at the day of the deed, what is barred, the lowered most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Final

from zhargy.norms.exact import EXACT
from zhargy.norms.qualification.penalties import (
    Bar,
    Ceiling,
    Choice,
    Circumstances,
    LaidPenalty,
    Worth,
)
from zhargy.norms.sanctions import (
    Derived,
    End,
    MciValue,
    Open,
    PenaltyKind,
    ResolvedAlternative,
    ResolvedPenalty,
    Stated,
    Unit,
    in_tenge,
)
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value
from zhargy.text.amounts import Currency, Money

_BESIDE: Final = frozenset(
    {
        PenaltyKind.DEPRIVATION_OF_OFFICE,
        PenaltyKind.DEPRIVATION_OF_CITIZENSHIP,
        PenaltyKind.DEPRIVATION_OF_RANK,
        PenaltyKind.CONFISCATION,
        PenaltyKind.COMPENSATION,
        PenaltyKind.DEPORTATION,
    }
)
"""Kinds that stand beside a main penalty; a limit on the main penalty leaves them alone."""

_MINOR: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Laying:
    """What the penalties of an offence are laid out with.

    Args:
        facts: What is known, for multiples of a value.
        index: Worth of the index on the day of the deed; ``None`` where it is not known.
        circumstances: What bears on the penalty.
    """

    facts: Mapping[str, Value]
    index: MciValue | None
    circumstances: Circumstances

    def choice(self, alternative: ResolvedAlternative) -> Choice:
        """Return an alternative on the facts."""
        return Choice(
            penalties=tuple(self._main(penalty) for penalty in alternative.penalties),
            accessories=tuple(
                self._laid(accessory.penalty, is_mandatory=accessory.is_mandatory)
                for accessory in alternative.accessories
            ),
            alternative=alternative,
        )

    def _main(self, penalty: ResolvedPenalty) -> LaidPenalty:
        return self._laid(penalty, is_mandatory=not penalty.is_optional, ceiling=self._ceiling(penalty))

    def _laid(self, penalty: ResolvedPenalty, *, is_mandatory: bool, ceiling: Ceiling | None = None) -> LaidPenalty:
        return LaidPenalty(
            penalty=penalty,
            worth=self._worth(penalty),
            bars=self._bars(penalty.kind),
            life_bars=self._bars(PenaltyKind.LIFE) if _may_last_for_life(penalty) else (),
            ceiling=ceiling,
            is_mandatory=is_mandatory,
        )

    def _bars(self, kind: PenaltyKind) -> tuple[Bar, ...]:
        return tuple(bar for bar in self.circumstances.bars if kind in bar.kinds)

    def _worth(self, penalty: ResolvedPenalty) -> Worth | None:
        value = self.facts.get(penalty.of)
        if isinstance(value, Money):
            return Worth(
                lower=_times(penalty.lower, value, ROUND_CEILING), upper=_times(penalty.upper, value, ROUND_FLOOR)
            )
        found = in_tenge(penalty, at=self.index) if self.index is not None else None
        return None if found is None else Worth(lower=found.lower, upper=found.upper, index=found.at)

    def _ceiling(self, penalty: ResolvedPenalty) -> Ceiling | None:
        """Return the lowest of the most that the caps which apply leave."""
        caps = [cap for cap in self.circumstances.caps if cap.truth is Truth.TRUE]
        if not caps or penalty.kind in _BESIDE or not isinstance(penalty.upper, Stated | Derived):
            return None
        cap = min(caps, key=lambda each: each.part)
        most = penalty.upper.quantity.finest
        value = Fraction(most.value) * cap.part
        return Ceiling(
            cap=cap,
            value=value,
            unit=most.unit,
            worth=self._worth_of(value, most.unit, penalty),
            is_below_least=_is_below(value, penalty.lower),
        )

    def _worth_of(self, value: Fraction, unit: Unit, penalty: ResolvedPenalty) -> Money | None:
        known = self.facts.get(penalty.of)
        if unit is Unit.TIMES_VALUE and isinstance(known, Money):
            return Money(minor=int(value * known.minor), currency=known.currency)
        if unit is Unit.MCI and self.index is not None:
            return Money(minor=int(value * Fraction(self.index.tenge) * _MINOR), currency=Currency.KZT)
        return None


def _may_last_for_life(penalty: ResolvedPenalty) -> bool:
    return penalty.kind is PenaltyKind.IMPRISONMENT and penalty.upper in {Open.LIFE, Open.UNLIMITED}


def _times(end: End, value: Money, rounding: str) -> Money | None:
    if not isinstance(end, Stated | Derived) or end.quantity.unit is not Unit.TIMES_VALUE:
        return None
    minor = EXACT.multiply(end.quantity.value, Decimal(value.minor)).to_integral_value(rounding)
    return Money(minor=int(minor), currency=value.currency)


def _is_below(value: Fraction, lower: End) -> bool:
    return isinstance(lower, Stated | Derived) and value < Fraction(lower.quantity.finest.value)
