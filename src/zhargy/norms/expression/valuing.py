"""What kind of value an expression has, and everything that is wrong with how it is reckoned."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from functools import reduce

from zhargy.norms.expression.amounts import Conditional, Extreme, Percent, Quotient, Steps
from zhargy.norms.expression.kinds import Kind
from zhargy.norms.expression.names import parts_of
from zhargy.norms.expression.signatures import Signature
from zhargy.norms.expression.things import AmountOf, Bound, Count, Field, Gathering, Total
from zhargy.norms.expression.tree import (
    Between,
    Cash,
    Choice,
    Day,
    Expression,
    FactName,
    Met,
    Number,
    Product,
    Sum,
)
from zhargy.norms.problems import Place, Problem, near_miss
from zhargy.norms.vocabulary import FactType, Vocabulary

_BOOL = Kind(type=FactType.BOOL)
_NUMBER = Kind(type=FactType.NUMBER)


class Valuing(ABC):
    """What is asked of values; problems pile up.

    Args:
        vocabulary: The facts that may be named.
        norms: The norms that may be asked about.
        signatures: What they speak of and come to.
        bound: The list of each thing known by a name.
    """

    def __init__(
        self,
        *,
        vocabulary: Vocabulary,
        norms: Collection[str],
        signatures: Mapping[str, Signature],
        bound: Mapping[str, str],
    ) -> None:
        self._vocabulary = vocabulary
        self._norms = norms
        self._signatures = signatures
        self._bound = dict(bound)
        self._amounts: dict[str, Kind | None] = {}
        self.problems: list[Problem] = []

    @abstractmethod
    def condition(self, expression: Expression) -> None:
        """Check what must be true or false."""

    def amount(self, expression: Expression) -> Kind | None:
        """Check what must be a number or a sum of money."""
        kind = self._value(expression)
        if kind is not None and not kind.is_quantity:
            self._wanted(FactType.NUMBER, kind, expression.place)
            return None
        return kind

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
            case Sum() | Product() | Quotient():
                return self._arithmetic(expression)
            case Between(span=span):
                for end in parts_of(expression):
                    self._wanted(FactType.DATE, self._value(end), end.place)
                return Kind(type=FactType.NUMBER, unit=span.value)
            case Percent():
                return _NUMBER
            case Bound(name=name):
                return Kind(type=FactType.THING, unit=self._bound.get(name, ""))
            case Field():
                return self._field(expression)
            case Extreme() | Conditional() | Steps() | Count() | Total() | AmountOf():
                return self._amount(expression)
            case _:
                self.condition(expression)
                return _BOOL

    def _amount(self, expression: Extreme | Conditional | Steps | Count | Total | AmountOf) -> Kind | None:
        match expression:
            case Extreme(parts=parts):
                return self._one_of(parts)
            case Conditional(condition=condition, then=then, otherwise=otherwise):
                self.condition(condition)
                return self._one_of((then, otherwise))
            case Steps(step=step, operand=operand):
                self._written(step)
                length, measured = self.amount(step), self.amount(operand)
                if length is not None and measured is not None:
                    self._like(measured, length, step.place)
                return _NUMBER
            case Count():
                with self._gathered(expression):
                    self.condition(expression.condition)
                return _NUMBER
            case Total():
                with self._gathered(expression):
                    self.condition(expression.condition)
                    return self.amount(expression.value)
            case AmountOf():
                return self._amount_of(expression)

    def _one_of(self, parts: tuple[Expression, ...]) -> Kind | None:
        """Return the kind of the one of several values that is taken."""
        kinds = []
        for part in parts:
            kind = self._value(part)
            if kind is not None and not kind.is_ordered:
                self._wanted(FactType.NUMBER, kind, part.place)
                kind = None
            kinds.append(kind)
        known = [kind for kind in kinds if kind is not None]
        if len(known) < len(kinds):
            return None
        return reduce(lambda left, right: self._added(left, right, parts[0].place), known)

    def _written(self, expression: Expression, *, halves: bool = False) -> None:
        """Tell a step or divisor that is not written above zero, or does not divide without a remainder."""
        match expression:
            case Number(value=value) | Cash(value=value):
                if value > 0 and (not halves or _divides_evenly(value)):
                    return
            case Conditional(then=then, otherwise=otherwise):
                self._written(then, halves=halves)
                self._written(otherwise, halves=halves)
                return
            case _:
                pass
        self._tell("N290", expression.place)

    def _asked(self, asked: Met | AmountOf) -> Signature | None:
        """Check the question put to another norm; return how it is asked about, ``None`` where there is none."""
        kinds = {each.name: self._value(each.value) for each in asked.given}
        if asked.norm not in self._norms:
            self._tell("N213", asked.place, name=asked.norm, near=near_miss(asked.norm, self._norms))
            return None
        signature = self._signatures.get(asked.norm, Signature())
        given = {each.name: each for each in asked.given}
        for name, each in given.items():
            if name not in signature.parameters:
                near = near_miss(name, signature.parameters)
                valid = ", ".join(signature.parameters)
                self._tell("N293", each.place, norm=asked.norm, name=name, valid=valid, near=near)
        for name, things in signature.parameters.items():
            self._about(asked, name, Kind(type=FactType.THING, unit=things), kinds)
        return signature

    def _about(self, asked: Met | AmountOf, name: str, wanted: Kind, given: Mapping[str, Kind | None]) -> None:
        """Check one of the things a norm is asked about: given, or known here by the same name."""
        if name in given:
            found, place = given[name], next(each.place for each in asked.given if each.name == name)
        else:
            found = Kind(type=FactType.THING, unit=self._bound[name]) if name in self._bound else None
            place = asked.place
            if found is None:
                self._tell("N294", place, norm=asked.norm, name=name)
        if found is not None:
            self._like(found, wanted, place)

    def _amount_of(self, asked: AmountOf) -> Kind | None:
        signature = self._asked(asked)
        if signature is None:
            return None
        if signature.amount is None:
            self._tell("N295", asked.place, norm=asked.norm)
            return None
        if asked.norm not in self._amounts:
            self._amounts[asked.norm] = None  # while it is looked at: a norm that comes to itself is told elsewhere
            around, told = self._bound, len(self.problems)
            self._bound = dict(signature.parameters)
            self._amounts[asked.norm] = self.amount(signature.amount)
            self._bound = around
            del self.problems[told:]  # told of that norm itself
        return self._amounts[asked.norm]

    @contextmanager
    def _gathered(self, gathering: Gathering) -> Iterator[None]:
        """Look at what is said of each thing of a list."""
        fact = self._vocabulary.find(gathering.things)
        if fact is None:
            near = self._vocabulary.near(gathering.things)
            self._tell("N212", gathering.place, name=gathering.things, near=near)
        else:
            self._wanted(FactType.LIST, Kind.of(fact), gathering.place)
        if gathering.name in self._bound or self._vocabulary.find(gathering.name) is not None:
            self._tell("N291", gathering.place, name=gathering.name)
        around = self._bound
        self._bound = {**around, gathering.name: gathering.things}
        yield
        self._bound = around

    def _field(self, expression: Field) -> Kind | None:
        """Return the kind of a field, followed from list to list."""
        things, kind = self._bound.get(expression.name, ""), None
        for name in expression.path:
            fact = self._vocabulary.find(things)
            fields = {} if fact is None else fact.fields
            if name not in fields:
                valid = ", ".join(fields)
                near = near_miss(name, fields)
                self._tell("N296", expression.place, field=name, things=things, valid=valid, near=near)
                return None
            kind, things = Kind.of(fields[name]), fields[name].of
        return kind

    def _arithmetic(self, expression: Sum | Product | Quotient) -> Kind | None:
        if isinstance(expression, Quotient):
            self._written(expression.divisor, halves=True)
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


def _divides_evenly(divisor: Decimal) -> bool:
    """Whether it is made of twos and fives: then every quotient has a finite number of digits."""
    rest = int(divisor.scaleb(-int(min(0, int(divisor.as_tuple().exponent)))))
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1
