"""The rules of a General Part that sanctions need. They are data of a jurisdiction, handed in; none is built in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from zhargy.norms.sanctions.values import PenaltyKind, Unit

_MONTHS_IN_YEAR: Final = 12


class Category(StrEnum):
    """How grave an offence is."""

    MISDEMEANOUR = "misdemeanour"
    SMALL = "small"
    MEDIUM = "medium"
    GRAVE = "grave"
    ESPECIALLY_GRAVE = "especially_grave"


class Guilt(StrEnum):
    """With what mind the deed is done."""

    INTENT = "intent"
    NEGLIGENCE = "negligence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number of a unit."""

    value: Decimal
    unit: Unit

    @property
    def finest(self) -> Quantity:
        """The same in months when it is in years; nothing else can be turned into another unit exactly."""
        if self.unit is Unit.YEARS:
            return Quantity(value=self.value * _MONTHS_IN_YEAR, unit=Unit.MONTHS)
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """Between what a kind of penalty may lie.

    Args:
        kind: The kind of penalty.
        categories: The categories of offence the limit is for.
        least: The least.
        most: The most.
        rule: The provision that says so.
    """

    kind: PenaltyKind
    categories: frozenset[Category]
    least: Quantity
    most: Quantity
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryStep:
    """A category reaches up to this greatest term of imprisonment.

    Args:
        category: The category.
        guilt: Intent or negligence; the steps of each go from the lightest to the gravest.
        most: Greatest term that still belongs to it, included; ``None`` for the last.
        rule: The provision that says so.
    """

    category: Category
    guilt: Guilt
    most: Quantity | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneralPart:
    """The general rules of one code in one wording.

    Args:
        limits: Least and most of each kind of penalty.
        steps: Thresholds of the categories of crimes.
        misdemeanour_only: Kinds that only a misdemeanour can bring as the main penalty.
        crime_only: Kinds that only a crime can bring.
        kinds_rule: The provision that lists the kinds.
        ladder: Main kinds from the mildest to the harshest; empty where the law does not order them.
        ladder_rule: The provision that orders them.
        special_rule: The provision that puts the special norm before the general one.
    """

    limits: tuple[Limit, ...]
    steps: tuple[CategoryStep, ...]
    misdemeanour_only: frozenset[PenaltyKind] = frozenset()
    crime_only: frozenset[PenaltyKind] = frozenset()
    kinds_rule: str = ""
    ladder: tuple[PenaltyKind, ...] = ()
    ladder_rule: str = ""
    special_rule: str = ""

    def limit(self, kind: PenaltyKind, *, category: Category | None) -> Limit | None:
        """Return the limit of a kind for a category of offence.

        For a category that is not known (``None``) there is a limit only if the rules have the same one for all.
        """
        found = [
            item for item in self.limits if item.kind is kind and (category is None or category in item.categories)
        ]
        return found[0] if len(found) == 1 else None
