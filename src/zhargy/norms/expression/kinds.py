"""The kinds of value an expression can have, as far as they can be told without the facts."""

from __future__ import annotations

from dataclasses import dataclass

from zhargy.norms.vocabulary import Fact, FactType
from zhargy.text.amounts import Currency


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What is known of a value before it is reckoned.

    Args:
        type: The type a fact of this value would have.
        unit: What a number counts, empty when it may count anything; the currency of money.
        choices: What a choice can be; ``None`` for one written in quotes.
    """

    type: FactType
    unit: str = ""
    choices: frozenset[str] | None = None

    def __str__(self) -> str:
        return self.unit or self.type.value

    @classmethod
    def of(cls, fact: Fact) -> Kind:
        """Return the kind of a fact's values.

        Example:
            >>> str(Kind.of(Fact(name="damage", type=FactType.MONEY)))
            'KZT'
        """
        if fact.type is FactType.THING:
            return cls(type=fact.type, unit=fact.of)
        is_money = fact.type is FactType.MONEY
        unit = (fact.unit or Currency.KZT.value) if is_money else fact.unit if fact.type is FactType.NUMBER else ""
        return cls(type=fact.type, unit=unit, choices=frozenset(fact.choices) if fact.choices else None)

    @property
    def is_quantity(self) -> bool:
        """Whether it can be added and multiplied."""
        return self.type in {FactType.NUMBER, FactType.MONEY}

    @property
    def is_measured(self) -> bool:
        """Whether it counts something: years, tenge."""
        return bool(self.unit)

    @property
    def is_ordered(self) -> bool:
        """Whether one of two comes first."""
        return self.is_quantity or self.type is FactType.DATE

    @property
    def is_comparable(self) -> bool:
        """Whether two can be the same; truths and sets are not compared but stated."""
        return self.is_ordered or self.type in {FactType.ENUM, FactType.THING}

    def is_like(self, other: Kind) -> bool:
        """Whether values of the two can be compared and added.

        Example:
            >>> years, hours = Kind(type=FactType.NUMBER, unit="years"), Kind(type=FactType.NUMBER, unit="hours")
            >>> years.is_like(hours), years.is_like(Kind(type=FactType.NUMBER))
            (False, True)
        """
        if self.type is not other.type:
            return False
        if self.choices is not None and other.choices is not None:
            return not self.choices.isdisjoint(other.choices)
        return self.unit == other.unit or not (self.unit and other.unit)
