"""``zhargy ask``: an interview in the terminal, put down and taken up again at will."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date
from typing import Final

import click

from zhargy.app.interviewing import begin, resume
from zhargy.cli.ask.answers import read_answer
from zhargy.cli.ask.outcome import outcome_page
from zhargy.cli.ask.questions import help_lines, question_lines
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.files import read_input, write_output
from zhargy.cli.norms.choosing import chosen_pack
from zhargy.cli.types import Day
from zhargy.errors import UnreadableInput
from zhargy.messages import render
from zhargy.norms.facts import FactsRefused
from zhargy.norms.interview import Interview, facts_text, interview_json, write_interview
from zhargy.norms.packs import Pack

_HELP: Final = "?"
_BACK: Final = "<"
_END: Final = "."
_LARGEST: Final = 1024 * 1024
"""Bytes of an interview that are read; a longer file ends in the middle and is no interview."""


@command(
    "ask",
    examples=(
        "zhargy ask sample",
        "zhargy ask kz-ai-offences --save answers.json",
        "zhargy ask kz-ai-offences --resume answers.json --facts facts.yaml",
    ),
)
@click.argument("pack", metavar="PACK")
@click.option("--as-of", type=Day(), metavar="DAY")
@click.option("--resume", "resumed", metavar="FILE")
@click.option("--save", "saved", metavar="FILE")
@click.option("--facts", "facts", metavar="FILE")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def ask(
    console: Console,
    *,
    pack: str,
    as_of: date | None,
    resumed: str | None,
    saved: str | None,
    facts: str | None,
    as_json: bool,
) -> None:
    """Ask until nothing that may be asked can change the result."""
    chosen = chosen_pack(pack, console)
    begun = _begun(chosen, resumed, as_of=as_of, console=console)
    ended = _asked(begun, console, saved=saved or resumed)
    if facts:
        write_output(facts_text(ended, language=console.language).encode(), to=facts, console=console)
    if as_json:
        console.write_json(interview_json(ended))
    else:
        console.write(str(outcome_page(ended, console)))


def _begun(pack: Pack, resumed: str | None, *, as_of: date | None, console: Console) -> Interview:
    if resumed is None:
        return begin(pack, as_of=as_of)
    try:
        return resume(pack, _json(resumed, pack), as_of=as_of)
    except FactsRefused as error:
        _refuse(error, console)
        raise


def _asked(interview: Interview, console: Console, *, saved: str | None) -> Interview:
    """Ask question after question; what has been answered is kept after each."""
    console.tell(console.words("cli.ask.keys"))
    while (question := interview.question) is not None:
        _tell(question_lines(question, console), console)
        typed = _line()
        if typed is None or typed == _END:
            return interview
        if typed == _HELP:
            _tell(help_lines(question.fact, console), console)
            continue
        interview = _after(interview, typed, console)
        if saved:
            data = json.dumps(write_interview(interview), ensure_ascii=False, indent=1) + "\n"
            write_output(data.encode(), to=saved, console=console)
    return interview


def _after(interview: Interview, typed: str, console: Console) -> Interview:
    if typed == _BACK:
        return interview.back()
    if not typed:
        return interview.skip()
    question = interview.question
    try:
        return interview if question is None else interview.answer(read_answer(typed, question.fact))
    except FactsRefused as error:
        _refuse(error, console)
        return interview


def _refuse(error: FactsRefused, console: Console) -> None:
    for problem in error.problems:
        said = render(problem.code, problem.params, console.language)
        console.insist(f"{problem.code}: {said.message}\n  {said.hint}")


def _tell(lines: Iterable[str], console: Console) -> None:
    console.insist("\n".join(lines))


def _line() -> str | None:
    """Return the next line that is typed, ``None`` at the end of the input."""
    if sys.stdin.isatty():
        click.echo("> ", nl=False, err=True)
    line = sys.stdin.readline()
    return line.strip() if line else None


def _json(name: str, pack: Pack) -> object:
    try:
        return json.loads(read_input(name, most=_LARGEST).decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UnreadableInput("N323", pack=pack.id) from error
