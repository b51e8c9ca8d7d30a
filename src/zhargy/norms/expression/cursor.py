"""A place in the tokens of an expression, and the refusals that name it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, NoReturn, TypeVar

from zhargy.norms.expression.errors import ExpressionError
from zhargy.norms.expression.tokens import Sort, Token
from zhargy.norms.problems import Problem, near_miss
from zhargy.norms.vocabulary import KEYWORDS

DEEPEST: Final = 50
"""How deep parentheses, lists and ``not`` may stand in each other."""

_Read = TypeVar("_Read")


class Cursor:
    """Tokens and how far they are read.

    Args:
        tokens: The tokens of one expression, its end included.
    """

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    @property
    def now(self) -> Token:
        """The token to be read next."""
        return self._tokens[self._at]

    def take(self) -> Token:
        """Return the token at hand and go on to the next."""
        token = self.now
        self._at += 1
        return token

    def take_sort(self, sort: Sort) -> Token:
        """Take a token of one sort.

        Raises:
            ExpressionError: another stands here (N201, N202).
        """
        return self.take() if self.now.sort is sort else self.unexpected()

    def sees(self, text: str) -> bool:
        """Whether the token at hand is this word or sign."""
        return self.now.text == text

    def expect(self, text: str) -> None:
        """Pass over a word or sign.

        Raises:
            ExpressionError: another stands here (N202, N204).
        """
        if not self.sees(text):
            self._missing(text)
        self.take()

    def more(self, separator: str, read: Callable[[], _Read]) -> Iterator[_Read]:
        """Yield what `read` reads behind each further `separator`."""
        while self.sees(separator):
            self.take()
            yield read()

    def in_parentheses(self, read: Callable[[], _Read]) -> _Read:
        """Return what `read` reads between parentheses."""
        self.expect("(")
        found = read()
        self.expect(")")
        return found

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Read one level deeper.

        Raises:
            ExpressionError: that is deeper than an expression may go (N208).
        """
        if self._depth == DEEPEST:
            self.fail("N208", limit=str(DEEPEST))
        self._depth += 1
        yield
        self._depth -= 1

    def unexpected(self) -> NoReturn:
        """Refuse the token at hand."""
        if self.now.sort is Sort.END:
            self.fail("N202", expected="")
        found = self.now.text
        near = near_miss(found.lower(), KEYWORDS) if found not in KEYWORDS else ""
        self.fail("N201", found=found, near=near)

    def fail(self, code: str, **params: str) -> NoReturn:
        """Refuse the expression at the token at hand."""
        raise ExpressionError(Problem(code=code, params=params, place=self.now.place))

    def _missing(self, expected: str) -> NoReturn:
        if self.now.sort is Sort.END:
            self.fail("N202", expected=expected)
        near = expected if near_miss(self.now.text, [expected]) else ""
        self.fail("N204", found=self.now.text, expected=expected, near=near)
