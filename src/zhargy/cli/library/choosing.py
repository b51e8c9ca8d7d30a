"""Which edition a command means: one that is named, or the one of a work as it stood on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final, TypeVar

import click

from zhargy.app.holdings import Edition, edition, edition_on
from zhargy.app.ports import Workbench
from zhargy.cli.types import Day, Identifier, Named, work_or_expression
from zhargy.model.frbr import ExpressionId, WorkId
from zhargy.text import Language

LANGUAGE: Final = Named("U105", names=tuple(Language))
DAY: Final = Day()
_Function = TypeVar("_Function", bound=Callable[..., Any])


def names_edition(function: _Function) -> _Function:
    """Add the argument ``WORK`` and the options that choose one of its editions."""
    for decorate in (
        click.option("--language", type=LANGUAGE),
        click.option("--as-of", type=DAY, metavar="DATE"),
        click.argument("work", metavar="WORK", type=Identifier(work_or_expression)),
    ):
        function = decorate(function)
    return function


def chosen_edition(
    bench: Workbench, named: WorkId | ExpressionId, *, as_of: date | None, language: Language | None
) -> Edition:
    """Return the edition that is named, or the one that stood on a day, today where none is told.

    Raises:
        NotFound: L101, L102, L103.
    """
    if isinstance(named, ExpressionId):
        return edition(bench, named)
    return edition_on(bench, named, day=as_of or today(), language=language)


def today() -> date:
    """Return the day it is where the person sits."""
    return datetime.now().astimezone().date()
