"""Kinds of values on the command line; a wrong one is refused with a code of ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from typing import Final, TypeVar

import click

from zhargy.errors import UsageError
from zhargy.model.frbr import ExpressionId, IdentifierError, WorkId

_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_Value = TypeVar("_Value")


class Named(click.ParamType[str, str]):
    """One of several names.

    Args:
        code: Code of the refusal.
        names: The names, or a function that tells them when they are asked for.
        metavar: Word for the help; the names themselves when empty.
    """

    name = "name"

    def __init__(self, code: str, *, names: Iterable[str] | Callable[[], Iterable[str]], metavar: str = "") -> None:
        self.code = code
        self.names = names
        self.metavar = metavar

    def valid(self) -> tuple[str, ...]:
        """Return the names."""
        return tuple(self.names() if callable(self.names) else self.names)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name as it is written in the table.

        Raises:
            UsageError: the code of this kind, with the names there are and the nearest one.
        """
        del param, ctx
        valid = self.valid()
        found = next((name for name in valid if name.casefold() == value.casefold()), None)
        if found is None:
            raise UsageError(self.code, value=value, valid=", ".join(valid), near=nearest(value, valid))
        return str(found)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return the names for the help."""
        del param, ctx
        return self.metavar or "|".join(self.valid())


class Day(click.ParamType[date, str | date]):
    """A date in the international form."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day.

        Raises:
            UsageError: U102, no such day, or written otherwise.
        """
        del param, ctx
        if isinstance(value, date):
            return value
        try:
            if _DATE.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError as error:
            raise UsageError("U102", value=value) from error
        raise UsageError("U102", value=value)


class Whole(click.ParamType[int, str | int]):
    """A whole number within bounds.

    Args:
        low: Least number allowed.
        high: Greatest number allowed.
    """

    name = "number"

    def __init__(self, *, low: int, high: int) -> None:
        self.low = low
        self.high = high

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number.

        Raises:
            UsageError: U106, no number or out of bounds.
        """
        del param, ctx
        try:
            number = int(value)
        except ValueError as error:
            raise UsageError("U106", value=value, valid=f"{self.low}–{self.high}") from error
        if not self.low <= number <= self.high:
            raise UsageError("U106", value=value, valid=f"{self.low}–{self.high}")
        return number


class Identifier(click.ParamType[_Value, str | _Value]):
    """An FRBR identifier.

    Args:
        parse: Grammar of the identifier.
    """

    name = "identifier"

    def __init__(self, parse: Callable[[str], _Value]) -> None:
        self.parse = parse

    def convert(self, value: str | _Value, param: click.Parameter | None, ctx: click.Context | None) -> _Value:
        """Return the identifier.

        Raises:
            UsageError: U101, it does not follow the grammar.
        """
        del param, ctx
        if not isinstance(value, str):
            return value
        try:
            return self.parse(value)
        except IdentifierError as error:
            raise UsageError("U101", value=value) from error


def work_or_expression(text: str) -> WorkId | ExpressionId:
    """Read the identifier of a work, or of one of its editions.

    Raises:
        IdentifierError: `text` is neither.
    """
    return ExpressionId.parse(text) if "@" in text else WorkId.parse(text)


def nearest(value: str, valid: Iterable[str]) -> str:
    """Return the valid word that is nearest to a wrong one, empty when none is near.

    Example:
        >>> nearest("strcture", ["structure", "cite"]), nearest("zzz", ["cite"])
        ('structure', '')
    """
    words = {word.casefold(): word for word in valid}
    wanted = value.casefold()
    near = get_close_matches(wanted, words, n=1)
    near = near or [word for word in words if len(wanted) > 1 and word.startswith(wanted)]
    return words[near[0]] if near else ""
