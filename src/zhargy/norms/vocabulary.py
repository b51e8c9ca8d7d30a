"""The facts a pack asks for: their types, bounds, choices and wordings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from zhargy.norms.problems import near_miss
from zhargy.text import Language
from zhargy.text.amounts import Money

if TYPE_CHECKING:  # the expression package checks against this module
    from zhargy.norms.expression.tree import Expression

Value = bool | Decimal | Money | dt.date | str | frozenset[str]
"""What a fact can be: true or false, a number, money, a day, a choice, several choices."""

KEYWORDS: Final = frozenset(
    {
        "true",
        "false",
        "and",
        "or",
        "not",
        "in",
        "includes",
        "any",
        "all",
        "at",
        "least",
        "of",
        "years",
        "months",
        "days",
    }
    | {"between", "met", "known"}
)
"""Words of the norm language; none of them alone can name a fact."""

_NAME: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")


class FactType(StrEnum):
    """What kind of value a fact has."""

    BOOL = "bool"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    ENUM = "enum"
    SET = "set"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What people are told about a fact in one language.

    Args:
        label: Short name.
        question: The question that asks for it.
        help: More about what is asked; may be empty.
    """

    label: str
    question: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A typed fact.

    Args:
        name: Small Latin letters, digits and ``_``, in groups with dots: ``victim.age``.
        type: Kind of its value.
        unit: What a number counts (``years``); the currency of money (``KZT``, also when empty).
        choices: The choices of an enum or a set.
        wordings: Its words in each language.
        asked_if: Condition under which the fact has a meaning and is asked; ``None``: always.
        least: Least number, or least sum in major units; ``None``: no bound.
        most: Greatest number or sum, in the same way.
    """

    name: str
    type: FactType
    unit: str = ""
    choices: tuple[str, ...] = ()
    wordings: Mapping[Language, Wording] = field(default_factory=dict)
    asked_if: Expression | None = None
    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The facts of a pack by their names.

    Example:
        >>> vocabulary = Vocabulary.of(Fact(name="victim.age", type=FactType.NUMBER, unit="years"))
        >>> vocabulary.near("victim.aeg")
        'victim.age'
    """

    facts: Mapping[str, Fact] = field(default_factory=dict)

    @classmethod
    def of(cls, *facts: Fact) -> Vocabulary:
        """Return the vocabulary of these facts, in this order."""
        return cls(facts={fact.name: fact for fact in facts})

    def find(self, name: str) -> Fact | None:
        """Return the fact of this name, ``None`` when there is none."""
        return self.facts.get(name)

    def near(self, name: str) -> str:
        """Return the name of a fact most like `name`, an empty string when none is."""
        return near_miss(name, self.facts)


def is_fact_name(name: str) -> bool:
    """Whether `name` can name a fact.

    Example:
        >>> is_fact_name("victim.age"), is_fact_name("Victim age"), is_fact_name("years")
        (True, False, False)
    """
    return _NAME.fullmatch(name) is not None and name not in KEYWORDS
