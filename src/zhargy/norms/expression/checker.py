"""Whether an expression means something over a vocabulary: names, types, units, choices, counts."""

from __future__ import annotations

from functools import reduce

from zhargy.norms.expression.kinds import Kind
from zhargy.norms.expression.names import parts_of
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Between,
    Cash,
    Choice,
    Comparison,
    Constant,
    Day,
    Expression,
    FactName,
    Includes,
    Known,
    Met,
    Not,
    Number,
    Or,
    Product,
    Sum,
    Within,
)
from zhargy.norms.problems import Place, Problem, near_miss
from zhargy.norms.vocabulary import FactType, Vocabulary

_BOOL = Kind(type=FactType.BOOL)


def check(expression: Expression, vocabulary: Vocabulary, *, norms: frozenset[str]) -> tuple[Problem, ...]:
    """Return everything that is wrong with a condition, in the order it is read; nothing when it can be evaluated.

    Args:
        expression: A condition such as `parse` returns it.
        vocabulary: The facts it may name.
        norms: The norms it may ask about.

    Example:
        >>> from zhargy.norms.expression.parser import parse
        >>> [(problem.code, problem.params["near"]) for problem in check(parse("met(art_4)"), Vocabulary(),
        ...     norms=frozenset({"art_5"}))]
        [('N213', 'art_5')]
    """
    checker = _Checker(vocabulary=vocabulary, norms=norms)
    checker.condition(expression)
    return tuple(checker.problems)


class _Checker:
    """What is asked of each node; problems pile up."""

    def __init__(self, *, vocabulary: Vocabulary, norms: frozenset[str]) -> None:
        self._vocabulary = vocabulary
        self._norms = norms
        self.problems: list[Problem] = []

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
            case Met(norm=norm):
                if norm not in self._norms:
                    self._tell("N213", expression.place, name=norm, near=near_miss(norm, self._norms))
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

    def _value(self, expression: Expression) -> Kind | None:
        """Return the kind of a value, ``None`` when it has none and that has been told."""
        match expression:
            case Number(unit=unit):
                return Kind(type=FactType.NUMBER, unit=unit)
            case Cash(currency=currency):
                return Kind(type=FactType.MONEY, unit=currency.value)
            case Choice():
                return Kind(type=FactType.ENUM)
            case Day():
                return Kind(type=FactType.DATE)
            case FactName(name=name):
                return self._fact(name, expression.place)
            case Sum() | Product():
                return self._arithmetic(expression)
            case Between(span=span):
                for end in parts_of(expression):
                    self._wanted(FactType.DATE, self._value(end), end.place)
                return Kind(type=FactType.NUMBER, unit=span.value)
            case _:
                self.condition(expression)
                return _BOOL

    def _arithmetic(self, expression: Sum | Product) -> Kind | None:
        kinds = []
        for part in parts_of(expression):
            kind = self._value(part)
            if kind is not None and not kind.is_quantity:
                self._wanted(FactType.NUMBER, kind, part.place)
                kind = None
            kinds.append(kind)
        known = [kind for kind in kinds if kind is not None]
        if len(known) < len(kinds):
            return None
        together = self._added if isinstance(expression, Sum) else self._multiplied
        place = expression.place
        return reduce(lambda left, right: together(left, right, place), known)

    def _added(self, left: Kind, right: Kind, place: Place) -> Kind:
        self._like(left, right, place)
        return left if left.is_measured else right

    def _multiplied(self, left: Kind, right: Kind, place: Place) -> Kind:
        if left.is_measured and right.is_measured:
            self._tell("N218", place, left=str(left), right=str(right))
        return left if left.is_measured else right

    def _fact(self, name: str, place: Place) -> Kind | None:
        fact = self._vocabulary.find(name)
        if fact is None:
            self._tell("N212", place, name=name, near=self._vocabulary.near(name))
            return None
        return Kind.of(fact)

    def _wanted(self, type_: FactType, kind: Kind | None, place: Place) -> bool:
        """Tell a value of another type than is wanted here."""
        if kind is None or kind.type is type_:
            return True
        self._tell("N214", place, expected=type_.value, found=str(kind))
        return False

    def _like(self, left: Kind, right: Kind, place: Place) -> None:
        if not left.is_like(right):
            self._tell("N215", place, left=str(left), right=str(right))

    def _choice(self, expression: Expression, kind: Kind) -> None:
        """Tell a choice in quotes that the other side can never be."""
        if not isinstance(expression, Choice) or kind.choices is None or expression.value in kind.choices:
            return
        near = near_miss(expression.value, kind.choices)
        valid = ", ".join(sorted(kind.choices))
        self._tell("N217", expression.place, value=expression.value, valid=valid, near=near)

    def _tell(self, code: str, place: Place, **params: str) -> None:
        self.problems.append(Problem(code=code, params=params, place=place))
