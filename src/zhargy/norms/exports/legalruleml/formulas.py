"""Conditions and values as RuleML formulas and terms."""

from __future__ import annotations

from itertools import combinations
from typing import Final

from lxml import etree

from zhargy.errors import UsageError
from zhargy.norms.exports.legalruleml.names import data, iri_of, is_prohibiting, lrml, operator_of, ruleml
from zhargy.norms.expression.amounts import Extreme, Percent, Quotient, Steps
from zhargy.norms.expression.things import AmountOf, Bound, Every, Field, Given, Some
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
    Sign,
    Sum,
    Within,
)
from zhargy.norms.packs import Pack
from zhargy.norms.vocabulary import FactType

_PREDICATES: Final = {
    Sign.LESS: "less-than",
    Sign.AT_MOST: "less-than-or-equal",
    Sign.GREATER: "greater-than",
    Sign.AT_LEAST: "greater-than-or-equal",
}


class Formulas:
    """Writes the conditions of a norm.

    Args:
        pack: The pack.
        norm: Id of the norm, for refusals.
    """

    def __init__(self, pack: Pack, norm: str) -> None:
        self._pack = pack
        self._norm = norm

    def all_of(self, parent: etree._Element, conditions: list[Expression]) -> None:
        """Add what says that all of some conditions hold; nothing where they hold always."""
        left = [each for each in conditions if each != Constant(value=True)]
        if len(left) == 1:
            self.condition(parent, left[0])
        elif left:
            inside = ruleml(parent, "And")
            for each in left:
                self.condition(inside, each)

    def condition(self, parent: etree._Element, condition: Expression) -> None:
        """Add a condition; «true» is a conjunction of nothing, «false» a disjunction of nothing.

        Raises:
            UsageError: N461, it holds something that LegalRuleML has no words for.
        """
        match condition:
            case Constant(value=value):
                ruleml(parent, "And" if value else "Or")
            case And(parts=parts) | AllOf(parts=parts):
                self._several(ruleml(parent, "And"), parts)
            case Or(parts=parts) | AnyOf(parts=parts):
                self._several(ruleml(parent, "Or"), parts)
            case AtLeast(count=count, parts=parts):
                ways = tuple(AllOf(parts=chosen) for chosen in combinations(parts, count))
                self._several(ruleml(parent, "Or"), ways)
            case Not(operand=operand):
                self.condition(ruleml(parent, "Neg"), operand)
            case Some() | Every():
                self._quantified(parent, condition)
            case _:
                self._test(parent, condition)

    def met(self, parent: etree._Element, norm: str, given: tuple[Given, ...] = ()) -> None:
        """Add that a norm is met: one that forbids is broken, one that binds or allows holds, any other is true."""
        if is_prohibiting(norm, self._pack):
            lrml(parent, "Violation", keyref=f"#{norm}")
            return
        found = self._pack.own_norms.get(norm)
        operator = operator_of(found) if found is not None else ""
        self.atom(lrml(parent, operator) if operator else parent, norm, given)

    def atom(self, parent: etree._Element, norm: str, given: tuple[Given, ...] = ()) -> None:
        """Add the statement that a norm makes."""
        atom = self._atom(parent, iri_of(norm), norm)
        for each in given:
            slot = ruleml(atom, "slot")
            ruleml(slot, "Ind", each.name)
            self.term(slot, each.value)

    def _several(self, parent: etree._Element, parts: tuple[Expression, ...]) -> None:
        for part in parts:
            self.condition(parent, part)

    def _quantified(self, parent: etree._Element, condition: Some | Every) -> None:
        whole = ruleml(parent, "Exists" if isinstance(condition, Some) else "Forall")
        ruleml(whole, "Var", condition.name)
        if isinstance(condition, Some):
            inside = ruleml(whole, "And")
            self._member(inside, condition)
            self.condition(inside, condition.condition)
            return
        implied = ruleml(whole, "Implies")
        self._member(ruleml(implied, "if"), condition)
        self.condition(ruleml(implied, "then"), condition.condition)

    def _member(self, parent: etree._Element, condition: Some | Every) -> None:
        atom = self._atom(parent, "pred:list-contains", "contains")
        self._fact(atom, condition.things)
        ruleml(atom, "Var", condition.name)

    def _test(self, parent: etree._Element, condition: Expression) -> None:
        match condition:
            case FactName(name=name):
                self._atom(parent, f"fact:{name}", name)
            case Field(name=name, path=path):
                atom = self._atom(parent, f"zh:field-{'-'.join(path)}", ".".join(path))
                ruleml(atom, "Var", name)
            case Comparison(left=left, sign=sign, right=right):
                self._comparison(parent, left, sign, right)
            case Within(operand=operand, options=options):
                either = ruleml(parent, "Or")
                for option in options:
                    self._equal(either, operand, option)
            case Includes(collection=collection, member=member):
                atom = self._atom(parent, "pred:list-contains", "includes")
                self.term(atom, collection)
                self.term(atom, member)
            case Met(norm=norm, given=given):
                self.met(parent, norm, given)
            case Known(fact=name):
                self._fact(self._atom(parent, "zh:known", "known"), name)
            case _:
                raise self._refused(condition)

    def _comparison(self, parent: etree._Element, left: Expression, sign: Sign, right: Expression) -> None:
        if not sign.is_order:
            self._equal(parent if sign is Sign.EQUAL else ruleml(parent, "Neg"), left, right)
            return
        of_days = any(isinstance(each, Day) or self._is_day(each) for each in (left, right))
        kind = "date" if of_days else "numeric"
        atom = self._atom(parent, f"pred:{kind}-{_PREDICATES[sign]}", _PREDICATES[sign])
        self.term(atom, left)
        self.term(atom, right)

    def _equal(self, parent: etree._Element, left: Expression, right: Expression) -> None:
        equal = ruleml(parent, "Equal")
        self.term(equal, left)
        self.term(equal, right)

    def term(self, parent: etree._Element, value: Expression) -> None:
        """Add a value.

        Raises:
            UsageError: N461, it holds something that LegalRuleML has no words for.
        """
        match value:
            case FactName(name=name):
                self._fact(parent, name)
            case Bound(name=name):
                ruleml(parent, "Var", name)
            case Field(name=name, path=path):
                ruleml(self._call(parent, f"zh:field-{'-'.join(path)}", ".".join(path)), "Var", name)
            case Choice(value=choice):
                ruleml(parent, "Ind", choice)
            case Number(value=number, unit=""):
                data(parent, f"{number:f}", "decimal")
            case Number(value=number, unit=unit):
                self._measured(parent, "zh:quantity", f"{number:f}", unit)
            case Cash(value=number, currency=currency):
                self._measured(parent, "zh:money", f"{number:f}", currency)
            case Percent(value=number):
                data(parent, f"{number / 100:f}", "decimal")
            case Day(value=day):
                data(parent, day.isoformat(), "date")
            case _:
                self._operation(parent, value)

    def _operation(self, parent: etree._Element, value: Expression) -> None:
        match value:
            case Product(factors=factors):
                self._function(parent, "func:numeric-multiply", "multiply", factors)
            case Quotient(dividend=dividend, divisor=divisor):
                self._function(parent, "func:numeric-divide", "divide", (dividend, divisor))
            case Between(span=span, start=start, end=end):
                self._function(parent, f"zh:{span}-between", f"{span} between", (start, end))
            case Extreme(way=way, parts=parts):
                self._function(parent, f"zh:{way}", way, parts)
            case Steps(way=way, step=step, operand=operand):
                self._function(parent, f"zh:{way}-steps", f"{way} steps", (step, operand))
            case Sum(first=first, steps=(*before, last)):
                name = "subtract" if last.is_negative else "add"
                rest = Sum(first=first, steps=tuple(before)) if before else first
                self._function(parent, f"func:numeric-{name}", name, (rest, last.operand))
            case AmountOf(norm=norm, given=()):
                ruleml(self._call(parent, "zh:amount", "amount"), "Ind", norm, iri=iri_of(norm))
            case _:
                raise self._refused(value)

    def _function(self, parent: etree._Element, iri: str, name: str, parts: tuple[Expression, ...]) -> None:
        call = self._call(parent, iri, name)
        for part in parts:
            self.term(call, part)

    def _measured(self, parent: etree._Element, iri: str, number: str, unit: str) -> None:
        call = self._call(parent, iri, iri.partition(":")[2])
        data(call, number, "decimal")
        ruleml(call, "Ind", unit)

    def _fact(self, parent: etree._Element, name: str) -> None:
        self._call(parent, f"fact:{name}", name)

    def _call(self, parent: etree._Element, iri: str, name: str) -> etree._Element:
        call = ruleml(parent, "Expr")
        ruleml(call, "Fun", name, iri=iri)
        return call

    def _atom(self, parent: etree._Element, iri: str, name: str) -> etree._Element:
        atom = ruleml(parent, "Atom")
        ruleml(atom, "Rel", name, iri=iri)
        return atom

    def _is_day(self, value: Expression) -> bool:
        fact = self._pack.vocabulary.find(value.name) if isinstance(value, FactName) else None
        return fact is not None and fact.type is FactType.DATE

    def _refused(self, expression: Expression) -> UsageError:
        return UsageError("N461", norm=self._norm, construct=type(expression).__name__.lower())
