"""From the words of an expression to its tree: recursive descent, one method for each rule of the grammar.

``and`` and ``or`` never stand side by side without parentheses: which of the two a law means is decided by whoever
encodes it, not by a rule of precedence.
"""

from __future__ import annotations

from typing import Final

from zhargy.norms.expression.amounts import Conditional, Extreme, Quotient, Steps, Way, Whole
from zhargy.norms.expression.cursor import Cursor
from zhargy.norms.expression.literals import begins_literal, read_literal, read_number
from zhargy.norms.expression.things import AmountOf, Bound, Count, Every, Field, Given, Some, Total
from zhargy.norms.expression.tokens import Sort, tokenise
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Between,
    Comparison,
    Constant,
    Expression,
    FactName,
    Includes,
    Known,
    Met,
    Not,
    Or,
    Product,
    Sign,
    Span,
    Step,
    Sum,
    Within,
)
from zhargy.norms.problems import Place

_SIGNS: Final = frozenset(Sign)
_SPANS: Final = frozenset(Span)
_JOINTS: Final[dict[str, type[And | Or]]] = {"and": And, "or": Or}


def parse(text: str, *, place: Place | None = None, bound: frozenset[str] = frozenset()) -> Expression:
    """Return the tree of an expression.

    Args:
        text: The expression; it may run over several lines.
        place: Where its first character stands, so that problems are told in the file it was written in. Further lines
            are taken to begin at the same column.
        bound: Names of the things the expression is about; every other word without quotes is a fact.

    Raises:
        ExpressionError: `text` is no expression (N201 to N211); the first place where reading failed is told.

    Example:
        >>> parse("not (victim.age < 18)")  # doctest: +ELLIPSIS
        Not(operand=Comparison(left=FactName(name='victim.age'), sign=<Sign.LESS: '<'>, right=Number(...)))
        >>> parse("a and b or c")
        Traceback (most recent call last):
        zhargy.norms.expression.errors.ExpressionError: N209 (found=or, line=1, column=9)
    """
    return _Parser(Cursor(tuple(tokenise(text, place=place or Place()))), bound=bound).whole()


class _Parser:
    """The rules of the grammar over the tokens of one expression."""

    def __init__(self, cursor: Cursor, *, bound: frozenset[str]) -> None:
        self._cursor = cursor
        self._bound = bound

    def whole(self) -> Expression:
        expression = self._condition()
        if self._cursor.now.sort is not Sort.END:
            self._cursor.unexpected()
        return expression

    def _condition(self) -> Expression:
        with self._cursor.deeper():
            if self._cursor.sees("if"):
                return self._conditional()
            first = self._clause()
            for word, node in _JOINTS.items():
                if self._cursor.sees(word):
                    parts = [first, *self._cursor.more(word, self._clause)]
                    if self._cursor.now.text in _JOINTS:
                        self._cursor.fail("N209", found=self._cursor.now.text)
                    return node(parts=tuple(parts), place=first.place)
            return first

    def _clause(self) -> Expression:
        if not self._cursor.sees("not"):
            return self._comparison()
        place = self._cursor.take().place
        with self._cursor.deeper():
            return Not(operand=self._clause(), place=place)

    def _comparison(self) -> Expression:
        left = self._sum()
        if self._cursor.now.sort is Sort.SIGN and self._cursor.now.text in _SIGNS:
            sign = Sign(self._cursor.take().text)
            compared = Comparison(left=left, sign=sign, right=self._sum(), place=left.place)
            if self._cursor.now.text in _SIGNS:
                self._cursor.fail("N210", found=self._cursor.now.text)
            return compared
        if self._cursor.sees("includes"):
            self._cursor.take()
            return Includes(collection=left, member=self._primary(), place=left.place)
        if self._cursor.sees("not"):
            self._cursor.take()
            return Not(operand=self._within(left), place=left.place)
        return self._within(left) if self._cursor.sees("in") else left

    def _within(self, operand: Expression) -> Within:
        self._cursor.expect("in")
        self._cursor.expect("{")
        options = (read_literal(self._cursor), *self._cursor.more(",", lambda: read_literal(self._cursor)))
        self._cursor.expect("}")
        return Within(operand=operand, options=options, place=operand.place)

    def _sum(self) -> Expression:
        first = self._quotient()
        steps = []
        while self._cursor.now.sort is Sort.SIGN and self._cursor.now.text in {"+", "-"}:
            sign = self._cursor.take()
            steps.append(Step(operand=self._quotient(), is_negative=sign.text == "-", place=sign.place))
        return Sum(first=first, steps=tuple(steps), place=first.place) if steps else first

    def _quotient(self) -> Expression:
        dividend = self._product()
        if not self._cursor.sees("/"):
            return dividend
        self._cursor.take()
        return Quotient(dividend=dividend, divisor=self._primary(), place=dividend.place)

    def _product(self) -> Expression:
        first = self._primary()
        factors = (first, *self._cursor.more("*", self._primary))
        return Product(factors=factors, place=first.place) if len(factors) > 1 else first

    def _primary(self) -> Expression:
        token = self._cursor.now
        if begins_literal(self._cursor):
            return read_literal(self._cursor)
        if token.sort is Sort.NAME:
            return self._name()
        if token.text == "(":
            return self._cursor.in_parentheses(self._condition)
        if token.sort is Sort.KEYWORD:
            return self._worded()
        return self._cursor.unexpected()

    def _name(self) -> FactName | Bound | Field:
        token = self._cursor.take()
        first, *path = token.text.split(".")
        if first not in self._bound:
            return FactName(name=token.text, place=token.place)
        return Field(name=first, path=tuple(path), place=token.place) if path else Bound(name=first, place=token.place)

    def _worded(self) -> Expression:
        """Read what begins with a word of the language."""
        place = self._cursor.now.place
        match self._cursor.now.text:
            case "true" | "false":
                return Constant(value=self._cursor.take().text == "true", place=place)
            case "any" | "all":
                return self._any_or_all()
            case "at":
                return self._at_least()
            case "met" | "amount":
                return self._asked()
            case "known":
                self._cursor.take()
                return Known(fact=self._named(Sort.NAME), place=place)
            case word if word in _SPANS:
                return self._between(Span(word))
            case _:
                return self._reckoned()

    def _reckoned(self) -> Expression:
        """Read what an amount begins with."""
        place = self._cursor.now.place
        match self._cursor.now.text:
            case "least" | "greatest":
                way = Way(self._cursor.take().text)
                return Extreme(way=way, parts=self._list(), place=place)
            case "full" | "started":
                return self._steps(Whole(self._cursor.take().text), place)
            case "count":
                self._cursor.take()
                self._cursor.expect("of")
                name, things, condition = self._gathered()
                return Count(name=name, things=things, condition=condition, place=place)
            case "sum":
                return self._total()
            case _:
                return self._cursor.unexpected()

    def _conditional(self) -> Conditional:
        place = self._cursor.take().place
        condition = self._condition()
        self._cursor.expect("then")
        then = self._sum()
        self._cursor.expect("else")
        with self._cursor.deeper():
            otherwise = self._conditional() if self._cursor.sees("if") else self._sum()
        return Conditional(condition=condition, then=then, otherwise=otherwise, place=place)

    def _steps(self, way: Whole, place: Place) -> Steps:
        self._cursor.expect("steps")
        self._cursor.expect("of")
        with self._cursor.deeper():
            step = self._primary()
            self._cursor.expect("in")
            return Steps(way=way, step=step, operand=self._primary(), place=place)

    def _any_or_all(self) -> Expression:
        word = self._cursor.take()
        if self._cursor.sees("of"):
            listed = AnyOf if word.text == "any" else AllOf
            return listed(parts=self._list(), place=word.place)
        gathering = Some if word.text == "any" else Every
        name, things, condition = self._gathered()
        return gathering(name=name, things=things, condition=condition, place=word.place)

    def _total(self) -> Total:
        place = self._cursor.take().place
        self._cursor.expect("over")
        around = self._bound
        name, things, condition = self._gathered()
        self._bound = around | {name}
        self._cursor.expect("of")
        with self._cursor.deeper():
            value = self._primary()
        self._bound = around
        return Total(name=name, things=things, condition=condition, value=value, place=place)

    def _gathered(self) -> tuple[str, str, Expression]:
        """Read ``child in children (…)``: a name, a list, and a condition in which the name is known."""
        around, name = self._bound, self._cursor.take_sort(Sort.NAME).text
        if "." in name:
            self._cursor.fail("N291", name=name)
        self._cursor.expect("in")
        things = self._cursor.take_sort(Sort.NAME).text
        self._bound = around | {name}
        condition = self._cursor.in_parentheses(self._condition)
        self._bound = around
        return name, things, condition

    def _asked(self) -> Met | AmountOf:
        word = self._cursor.take()
        self._cursor.expect("(")
        norm = self._cursor.take_sort(Sort.NORM).text
        given: tuple[Given, ...] = ()
        if self._cursor.sees("with"):
            self._cursor.take()
            given = (self._given(), *self._cursor.more(",", self._given))
        self._cursor.expect(")")
        return (Met if word.text == "met" else AmountOf)(norm=norm, given=given, place=word.place)

    def _given(self) -> Given:
        name = self._cursor.take_sort(Sort.NAME)
        self._cursor.expect("=")
        with self._cursor.deeper():
            return Given(name=name.text, value=self._primary(), place=name.place)

    def _at_least(self) -> AtLeast:
        place = self._cursor.take().place
        self._cursor.expect("least")
        if "." in self._cursor.now.text:
            self._cursor.unexpected()
        return AtLeast(count=int(read_number(self._cursor)), parts=self._list(), place=place)

    def _between(self, span: Span) -> Between:
        place = self._cursor.take().place
        self._cursor.expect("between")
        with self._cursor.deeper():
            start = self._primary()
            self._cursor.expect("and")
            return Between(span=span, start=start, end=self._primary(), place=place)

    def _named(self, sort: Sort) -> str:
        return self._cursor.in_parentheses(lambda: self._cursor.take_sort(sort).text)

    def _list(self) -> tuple[Expression, ...]:
        self._cursor.expect("of")
        return self._cursor.in_parentheses(lambda: (self._condition(), *self._cursor.more(",", self._condition)))
