"""From the words of an expression to its tree: recursive descent, one method for each rule of the grammar.

``and`` and ``or`` never stand side by side without parentheses: which of the two a law means is decided by whoever
encodes it, not by a rule of precedence.
"""

from __future__ import annotations

from typing import Final

from zhargy.norms.expression.cursor import Cursor
from zhargy.norms.expression.literals import begins_literal, read_literal, read_number
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


def parse(text: str, *, place: Place | None = None) -> Expression:
    """Return the tree of an expression.

    Args:
        text: The expression; it may run over several lines.
        place: Where its first character stands, so that problems are told in the file it was written in. Further lines
            are taken to begin at the same column.

    Raises:
        ExpressionError: `text` is no expression (N201 to N211); the first place where reading failed is told.

    Example:
        >>> parse("not (victim.age < 18)")  # doctest: +ELLIPSIS
        Not(operand=Comparison(left=FactName(name='victim.age'), sign=<Sign.LESS: '<'>, right=Number(...)))
        >>> parse("a and b or c")
        Traceback (most recent call last):
        zhargy.norms.expression.errors.ExpressionError: N209 (found=or, line=1, column=9)
    """
    return _Parser(Cursor(tuple(tokenise(text, place=place or Place())))).whole()


class _Parser:
    """The rules of the grammar over the tokens of one expression."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def whole(self) -> Expression:
        expression = self._condition()
        if self._cursor.now.sort is not Sort.END:
            self._cursor.unexpected()
        return expression

    def _condition(self) -> Expression:
        with self._cursor.deeper():
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
        first = self._product()
        steps = []
        while self._cursor.now.sort is Sort.SIGN and self._cursor.now.text in {"+", "-"}:
            sign = self._cursor.take()
            steps.append(Step(operand=self._product(), is_negative=sign.text == "-", place=sign.place))
        return Sum(first=first, steps=tuple(steps), place=first.place) if steps else first

    def _product(self) -> Expression:
        first = self._primary()
        factors = (first, *self._cursor.more("*", self._primary))
        return Product(factors=factors, place=first.place) if len(factors) > 1 else first

    def _primary(self) -> Expression:
        token = self._cursor.now
        if begins_literal(self._cursor):
            return read_literal(self._cursor)
        if token.sort is Sort.NAME:
            return FactName(name=self._cursor.take().text, place=token.place)
        if token.text == "(":
            return self._cursor.in_parentheses(self._condition)
        if token.sort is Sort.KEYWORD:
            return self._worded()
        return self._cursor.unexpected()

    def _worded(self) -> Expression:
        """Read what begins with a word of the language."""
        place = self._cursor.now.place
        match self._cursor.now.text:
            case "true" | "false":
                return Constant(value=self._cursor.take().text == "true", place=place)
            case "any":
                self._cursor.take()
                return AnyOf(parts=self._list(), place=place)
            case "all":
                self._cursor.take()
                return AllOf(parts=self._list(), place=place)
            case "at":
                return self._at_least()
            case "met":
                self._cursor.take()
                return Met(norm=self._named(Sort.NORM), place=place)
            case "known":
                self._cursor.take()
                return Known(fact=self._named(Sort.NAME), place=place)
            case word if word in _SPANS:
                return self._between(Span(word))
            case _:
                return self._cursor.unexpected()

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
