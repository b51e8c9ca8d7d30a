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


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A member of a list: a person, a payment, a period.

    Args:
        id: What it is called in its list.
        list: Name of the fact it is a member of.
        fields: What is known of it; a field that is not here is unknown.
    """

    id: str
    list: str
    fields: Mapping[str, Value]


Value = bool | Decimal | Money | dt.date | str | frozenset[str] | tuple[Thing, ...]
"""What a fact can be: true or false, a number, money, a day, a choice or a thing by its id, several choices, a list."""

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
    | {"between", "met", "known", "amount", "with"}
    | {"if", "then", "else", "greatest", "full", "started", "steps", "count", "sum", "over"}
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
    THING = "thing"
    LIST = "list"


class SuppliedByOffence(StrEnum):
    """What qualification finds of each offence in turn and hands to the norms as a fact."""

    CATEGORY = "offence.category"
    TAGS = "offence.tags"
    AGGRAVATED_FORM = "offence.aggravated_form"


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
        requires: Condition that holds of every case in which the fact has been given (born before the deed); ``None``:
            anything may stand beside it.
        least: Least number, or least sum in major units; ``None``: no bound.
        most: Greatest number or sum, in the same way.
        choice_words: Words of the choices that have any, in each language.
        supplied: Where the program takes it from: a table of the pack, or what qualification finds of an offence
            (`SuppliedByOffence`); empty for a fact that people give.
        at: The day a table is read at, a fact.
        is_reading: Whether it is a question of law on which the words of the act are open.
        about: Ids of the norms such a question is about.
        of: The list a thing is a member of.
        fields: The fields of the things in a list, each a fact without words.
    """

    name: str
    type: FactType
    unit: str = ""
    choices: tuple[str, ...] = ()
    wordings: Mapping[Language, Wording] = field(default_factory=dict)
    asked_if: Expression | None = None
    requires: Expression | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    choice_words: Mapping[str, Mapping[Language, str]] = field(default_factory=dict)
    supplied: str = ""
    at: str = ""
    is_reading: bool = False
    about: tuple[str, ...] = ()
    of: str = ""
    fields: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def is_asked(self) -> bool:
        """Whether people are asked for it: it is neither supplied nor a question of law."""
        return not self.supplied and not self.is_reading

    def label_of(self, choice: str, language: Language) -> str:
        """Return the words of a choice, the choice itself where it has none."""
        return self.choice_words.get(choice, {}).get(language, choice)


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
