"""One run of additions: what became of each file while it goes on, and the sum at its end."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any, Final

import click

from zhargy.app.holdings import Addition, AdditionStatus, Edition, Refusal
from zhargy.cli.console import Console
from zhargy.cli.failures import refusal
from zhargy.cli.library.values import edition_json
from zhargy.cli.report import FINDINGS
from zhargy.messages import render
from zhargy.text import Language

SCHEMA: Final = "zhargy.addition/1"
Result = Addition | Refusal


class Run:
    """One run: tells what became of each file while it goes on, and the sum at its end.

    Args:
        console: Where to speak.
        as_json: Whether standard output carries JSON Lines.
        dry_run: Whether nothing is kept.
    """

    def __init__(self, console: Console, *, as_json: bool, dry_run: bool) -> None:
        self._console = console
        self._as_json = as_json
        self._dry_run = dry_run
        self._counts: Counter[str] = Counter()
        self._refusals: list[Refusal] = []
        self._doubtful: list[Edition] = []
        self._has_bar = False

    def follow(self, results: Iterable[Result], *, total: int) -> int:
        """Tell every result; return the exit code: of the first refusal, else 1 where an added text holds an error."""
        self._has_bar = self._console.shows_progress and total > 1
        try:
            with _bar(total) if self._has_bar else nullcontext(None) as bar:
                for result in results:
                    self._note(result)
                    if bar is not None:
                        bar.update(1)
        except KeyboardInterrupt:
            self._sum()
            self._console.insist(self._console.words("cli.add.interrupted"))
            raise
        self._sum()
        if self._refusals:
            return self._refusals[0].error.exit_code
        return FINDINGS if self._doubtful else 0

    def _note(self, result: Result) -> None:
        if isinstance(result, Refusal):
            self._refusals.append(result)
            self._counts["refused"] += 1
        else:
            self._counts[result.status] += 1
            if result.edition.errors and result.status is not AdditionStatus.UNCHANGED:
                self._doubtful.append(result.edition)
        if self._as_json:
            self._console.write_json(_to_json(result, self._console.language), lines=True)
        elif isinstance(result, Addition) and (not self._has_bar or self._console.verbose):
            word = self._console.words(f"cli.add.{result.status}")
            self._console.tell(f"{word}: {result.edition.id}  {result.edition.title}")

    def _sum(self) -> None:
        """Name the refused files with their reasons and the doubtful ones, then count."""
        for refused in self._refusals:
            self._console.insist(f"{refused.name}: {refusal(refused.error, self._console.language)}")
        for edition in self._doubtful:
            self._console.insist(f"{edition.name}: {self._console.count('cli.add.errors', edition.errors)}")
        words = {name: self._counts[name] for name in ("new", "new_edition", "unchanged", "refused")}
        self._console.tell(self._console.words("cli.add.sum.dry" if self._dry_run else "cli.add.sum", **words))


def _bar(total: int) -> Any:
    return click.progressbar(length=total, show_eta=True, show_pos=True, file=sys.stderr)


def _to_json(result: Result, language: Language) -> dict[str, Any]:
    if isinstance(result, Addition):
        return {"schema": SCHEMA, "status": result.status, "edition": edition_json(result.edition)}
    said = render(result.error.code, result.error.params, language)
    told = {"code": result.error.code, "message": said.message, "hint": said.hint}
    return {"schema": SCHEMA, "status": "refused", "name": result.name, "error": told}
