"""Whether an expression means something over a vocabulary: names, types, units, choices, counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from zhargy.norms.expression.kinds import Kind
from zhargy.norms.expression.names import parts_of
from zhargy.norms.expression.signatures import Signature
from zhargy.norms.expression.things import Every, Some
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Comparison,
    Constant,
    Expression,
    Includes,
    Known,
    Met,
    Not,
    Or,
    Within,
)
from zhargy.norms.expression.valuing import Valuing
from zhargy.norms.problems import Problem
from zhargy.norms.vocabulary import FactType, Vocabulary


def check(
    expression: Expression,
    vocabulary: Vocabulary,
    *,
    norms: Collection[str],
    signatures: Mapping[str, Signature] | None = None,
    bound: Mapping[str, str] | None = None,
) -> tuple[Problem, ...]:
    """Return everything that is wrong with a condition, in the order it is read; nothing when it can be evaluated.

    Args:
        expression: A condition such as `parse` returns it.
        vocabulary: The facts it may name.
        norms: The norms it may ask about.
        signatures: What they speak of and come to; one that is not named here speaks of no thing and has no amount.
        bound: The list of each thing the condition itself is about, by its name.

    Example:
        >>> from zhargy.norms.expression.parser import parse
        >>> [(problem.code, problem.params["near"]) for problem in check(parse("met(art_4)"), Vocabulary(),
        ...     norms=frozenset({"art_5"}))]
        [('N213', 'art_5')]
    """
    checker = _Checker(vocabulary=vocabulary, norms=norms, signatures=signatures or {}, bound=bound or {})
    checker.condition(expression)
    return tuple(checker.problems)


def check_amount(
    expression: Expression,
    vocabulary: Vocabulary,
    *,
    norms: Collection[str],
    signatures: Mapping[str, Signature],
    bound: Mapping[str, str],
) -> tuple[Problem, ...]:
    """Return everything that is wrong with what a norm comes to: it must be a number or a sum of money.

    Args:
        expression: The amount.
        vocabulary: The facts it may name.
        norms: The norms it may ask about.
        signatures: What they speak of and come to.
        bound: The list of each thing the norm is about, by its name.
    """
    checker = _Checker(vocabulary=vocabulary, norms=norms, signatures=signatures, bound=bound)
    checker.amount(expression)
    return tuple(checker.problems)


class _Checker(Valuing):
    """What is asked of conditions."""

    def condition(self, expression: Expression) -> None:
        """Check what must be true or false."""
        match expression:
            case Constant():
                pass
            case Not() | And() | Or() | AllOf() | AnyOf() | AtLeast():
                self._joined(expression)
            case Comparison():
                self._comparison(expression)
            case Within():
                self._within(expression)
            case Includes():
                self._includes(expression)
            case Met():
                self._asked(expression)
            case Some() | Every():
                with self._gathered(expression):
                    self.condition(expression.condition)
            case Known(fact=name):
                self._fact(name, expression.place)
            case _:
                self._wanted(FactType.BOOL, self._value(expression), expression.place)

    def _joined(self, expression: Not | And | Or | AllOf | AnyOf | AtLeast) -> None:
        if isinstance(expression, AtLeast) and not 1 <= expression.count <= len(expression.parts):
            most = str(len(expression.parts))
            self._tell("N219", expression.place, count=str(expression.count), most=most)
        for part in parts_of(expression):
            self.condition(part)

    def _comparison(self, comparison: Comparison) -> None:
        left, right = self._value(comparison.left), self._value(comparison.right)
        if left is None or right is None:
            return
        for kind in (left, right):
            if not (kind.is_ordered if comparison.sign.is_order else kind.is_comparable):
                self._tell("N216", comparison.place, sign=comparison.sign.value, type=str(kind))
                return
        self._like(left, right, comparison.place)
        self._choice(comparison.left, right)
        self._choice(comparison.right, left)

    def _within(self, within: Within) -> None:
        kind = self._value(within.operand)
        if kind is not None and not kind.is_comparable:
            self._tell("N216", within.place, sign="in", type=str(kind))
            return
        for option in within.options:
            found = self._value(option)
            if kind is not None and found is not None:
                self._like(kind, found, option.place)
                self._choice(option, kind)

    def _includes(self, includes: Includes) -> None:
        collection, member = self._value(includes.collection), self._value(includes.member)
        is_set = self._wanted(FactType.SET, collection, includes.collection.place)
        is_choice = self._wanted(FactType.ENUM, member, includes.member.place)
        if is_set and is_choice and collection is not None and member is not None:
            self._like(Kind(type=FactType.ENUM, choices=collection.choices), member, includes.place)
            self._choice(includes.member, collection)
