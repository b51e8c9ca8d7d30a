"""What a sanction is made of. Numbers are `Decimal`; a bound that the law does not write is a value of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from zhargy.norms.sanctions.notes import Note


class PenaltyKind(StrEnum):
    """A kind of penalty, main or accessory; ``referred`` takes its kinds from the sanction of another norm."""

    FINE = "fine"
    CORRECTIVE_WORK = "corrective_work"
    COMMUNITY_SERVICE = "community_service"
    ARREST = "arrest"
    RESTRICTION = "restriction"
    IMPRISONMENT = "imprisonment"
    LIFE = "life"
    DEPRIVATION_OF_OFFICE = "deprivation_of_office"
    DEPRIVATION_OF_CITIZENSHIP = "deprivation_of_citizenship"
    DEPRIVATION_OF_RANK = "deprivation_of_rank"
    CONFISCATION = "confiscation"
    COMPENSATION = "compensation"
    DEPORTATION = "deportation"
    REFERRED = "referred"


class Unit(StrEnum):
    """What a penalty is counted in; ``same`` takes the measure of another penalty, ``whole`` has no measure."""

    MCI = "mci"
    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    TIMES_VALUE = "times_value"
    TIMES_SANCTION = "times_sanction"
    SAME = "same"
    WHOLE = "whole"


class Open(StrEnum):
    """An end of a measure that is no number.

    ``unspecified``: the text is silent, the general rules may supply it. ``unlimited``: the text says there is no end.
    ``life``: as long as the person lives.
    """

    UNSPECIFIED = "unspecified"
    UNLIMITED = "unlimited"
    LIFE = "life"


Bound = Decimal | Open


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How much of a penalty the words give.

    Args:
        unit: What is counted.
        lower: The least.
        upper: The most.
        of: What is multiplied (``stolen_property``, the id of a norm), or the kind of penalty whose measure is taken.
    """

    unit: Unit
    lower: Bound = Open.UNSPECIFIED
    upper: Bound = Open.UNSPECIFIED
    of: str = ""


WHOLE = Measure(unit=Unit.WHOLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """One penalty with its measure.

    Args:
        kind: What is done to the person.
        measure: How much of it.
        is_optional: Whether the words leave it to the court («may be»).
        according_to: What the words tie it to, such as ``harm_to_person``; empty when to nothing.
    """

    kind: PenaltyKind
    measure: Measure = WHOLE
    is_optional: bool = False
    according_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessory:
    """A penalty beside the main one; not mandatory means «with or without»."""

    penalty: Penalty
    is_mandatory: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One choice among several: its penalties all apply («and»), its own accessories beside them."""

    penalties: tuple[Penalty, ...]
    accessories: tuple[Accessory, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """What differs in certain cases («but in the cases of item 2 …»).

    Args:
        when: The condition, in the expression language.
        alternatives: The choices in these cases; with none, those of the sanction stay and only what is named below
            changes.
        added: Penalties added to every choice.
        accessories: Accessories; where the choices of the sanction stay, each takes the place of those of its kind.
    """

    when: str
    alternatives: tuple[Alternative, ...] = ()
    added: tuple[Penalty, ...] = ()
    accessories: tuple[Accessory, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """What a provision threatens, as its words say it: nothing repeated, nothing supplied.

    Args:
        alternatives: The choices («or»).
        added: Penalties added to whichever choice is made («and»).
        accessories: Accessories of every choice.
        branches: Cases in which something differs.
        notes: Remarks of the encoder on what the words leave open.
    """

    alternatives: tuple[Alternative, ...]
    added: tuple[Penalty, ...] = ()
    accessories: tuple[Accessory, ...] = ()
    branches: tuple[Branch, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def parts(self) -> tuple[Sanction | Branch, ...]:
        """The sanction itself and then its branches: each piece of the words once."""
        return (self, *self.branches)


def penalties_of(part: Sanction | Branch) -> Iterator[Penalty]:
    """Yield every penalty that `part` itself writes, accessories after the main ones, branches left out.

    Example:
        >>> fine = Penalty(kind=PenaltyKind.FINE, measure=Measure(unit=Unit.MCI, upper=Decimal(200)))
        >>> [penalty.kind.value for penalty in penalties_of(Sanction(alternatives=(Alternative(penalties=(fine,)),)))]
        ['fine']
    """
    for alternative in part.alternatives:
        yield from alternative.penalties
    yield from part.added
    for alternative in part.alternatives:
        yield from (accessory.penalty for accessory in alternative.accessories)
    yield from (accessory.penalty for accessory in part.accessories)
