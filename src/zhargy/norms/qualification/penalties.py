"""What an offence threatens on the facts: penalties with their worth, what bars them, what lowers their most."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from zhargy.norms.sanctions import MciValue, PenaltyKind, ResolvedAlternative, ResolvedCase, ResolvedPenalty, Unit
from zhargy.norms.truth import Truth
from zhargy.text.amounts import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A norm that keeps kinds of penalty from a person.

    Args:
        norm: Its id.
        kinds: The kinds.
        truth: True where it applies, unknown where facts are missing.
        facts: The facts it rests on; the missing ones where it is unknown.
    """

    norm: str
    kinds: tuple[PenaltyKind, ...]
    truth: Truth
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """A norm that lets only a part of the greatest penalty be imposed.

    Args:
        norm: Its id.
        part: The part.
        truth: True where it applies, unknown where facts are missing, false where facts keep it away.
        facts: The facts it rests on; the missing ones where it is unknown.
    """

    norm: str
    part: Fraction
    truth: Truth
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What of the person and the deed bears on the penalty.

    Args:
        bars: Bars that apply or may apply.
        caps: Caps that apply or may apply.
        withheld: Caps that a mitigating circumstance would bring, with the facts that keep them away.
        mitigating: Ids of the mitigating circumstances found.
        aggravating: Ids of the aggravating circumstances found.
        rules: Ids of other rules on penalties that apply.
    """

    bars: tuple[Bar, ...] = ()
    caps: tuple[Cap, ...] = ()
    withheld: tuple[Cap, ...] = ()
    mitigating: tuple[str, ...] = ()
    aggravating: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """A penalty in money.

    Args:
        lower: The least; ``None`` where there is none.
        upper: The most; ``None`` where there is none.
        index: The worth of the index it was reckoned with; ``None`` for a multiple of a value.
    """

    lower: Money | None
    upper: Money | None
    index: MciValue | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """The most that may be imposed where a cap applies; it stands beside the statutory most and does not replace it.

    Args:
        cap: The cap.
        value: The most, exact; months for terms of months and years.
        unit: What is counted.
        worth: The same in money, rounded down to a whole hundredth; ``None`` where it is none.
        is_below_least: Whether it lies below the least the provision threatens.
    """

    cap: Cap
    value: Fraction
    unit: Unit
    worth: Money | None = None
    is_below_least: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidPenalty:
    """A penalty on the facts.

    Args:
        penalty: Its range.
        worth: The same in money; ``None`` where it is none, or what is needed for it is not known.
        bars: What bars it, or may.
        life_bars: What bars its end for life, or may, where it is a term that may last for life.
        ceiling: The lowered most; ``None`` where no cap applies.
        is_mandatory: Of an accessory, whether it must be imposed.
    """

    penalty: ResolvedPenalty
    worth: Worth | None = None
    bars: tuple[Bar, ...] = ()
    life_bars: tuple[Bar, ...] = ()
    ceiling: Ceiling | None = None
    is_mandatory: bool = True

    @property
    def is_barred(self) -> bool:
        """Whether it cannot be imposed on this person."""
        return any(bar.truth is Truth.TRUE for bar in self.bars)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One alternative of a sanction on the facts: its penalties all apply."""

    penalties: tuple[LaidPenalty, ...]
    accessories: tuple[LaidPenalty, ...]
    alternative: ResolvedAlternative


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiplied:
    """Another norm's sanction, taken several times.

    Args:
        norm: Id of that norm.
        lower: How often its least is taken.
        upper: How often its most is taken.
    """

    norm: str
    lower: Decimal
    upper: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Threat:
    """What an offence threatens in one case of its sanction.

    Args:
        when: Condition of the branch; empty for the sanction itself.
        truth: True where this is the case on the facts, unknown where it may be.
        missing: Names of the facts that would tell.
        multiplied: The sanction it takes several times, if it does.
        case: The ranges, with the category of the offence.
        choices: The alternatives with money, bars and ceilings.
        circumstances: What bears on the penalty.
    """

    when: str
    truth: Truth
    missing: tuple[str, ...]
    multiplied: Multiplied | None
    case: ResolvedCase
    choices: tuple[Choice, ...]
    circumstances: Circumstances
