"""``zhargy qualify``: facts in, offences and what they threaten out, under several laws side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

import click

from zhargy.app.qualifying import DEFAULT_LAWS, JOIN, Qualified, joined_vocabulary, qualify_file
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.files import read_input
from zhargy.cli.norms.choosing import chosen_pack, told
from zhargy.cli.qualify.beside import add_beside
from zhargy.cli.qualify.further import add_further
from zhargy.cli.qualify.laws import Shown, add_law
from zhargy.cli.qualify.page import Page
from zhargy.cli.qualify.template import template as written_template
from zhargy.cli.qualify.words import Words
from zhargy.cli.types import Day
from zhargy.errors import UsageError
from zhargy.norms.packs import Pack
from zhargy.norms.qualification import LARGEST, FactsFileRefused


@command(
    "qualify",
    examples=(
        "zhargy qualify --template > facts.yaml",
        "zhargy qualify facts.yaml",
        "zhargy qualify facts.yaml --law sample --json",
        "cat facts.json | zhargy qualify - --law kz-criminal-special --as-of 2026-03-01",
    ),
)
@click.argument("facts", required=False, metavar="FACTS")
@click.option("--law", multiple=True, metavar="PACK")
@click.option("--as-of", type=Day(), metavar="DAY")
@click.option("--template", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def qualify(
    console: Console, *, facts: str | None, law: tuple[str, ...], as_of: date | None, template: bool, as_json: bool
) -> None:
    """Qualify a deed."""
    laws = [tuple(_packs(name, console)) for name in law or DEFAULT_LAWS]
    if template:
        titles = tuple(dict.fromkeys(pack.title[console.language] for packs in laws for pack in packs))
        vocabulary = joined_vocabulary(pack for packs in laws for pack in packs)
        console.write(written_template(vocabulary, titles=titles, console=console))
        return
    if facts is None:
        raise UsageError("U111", value="FACTS")
    found = _qualified(facts, laws, as_of, console)
    if as_json:
        console.write_json(found.plain())
    else:
        page = Page.of_terminal()
        add_laws(found, page=page, console=console)
        console.write(str(page))


def _packs(names: str, console: Console) -> Iterator[Pack]:
    """Yield the packs of a law.

    Raises:
        UsageError: N308, a name is empty.
    """
    for name in names.split(JOIN):
        if not name:
            raise UsageError("N308", value=names)
        yield chosen_pack(name, console, has_examples=False)


def _qualified(facts: str, laws: Sequence[tuple[Pack, ...]], as_of: date | None, console: Console) -> Qualified:
    try:
        return qualify_file(read_input(facts, most=LARGEST + 1), name=facts, laws=laws, as_of=as_of)
    except FactsFileRefused as error:
        for problem in error.problems:
            console.insist(told(problem, console))
        raise


def add_laws(found: Qualified, *, page: Page, console: Console) -> None:
    """Add what comes of the facts under each law, how the laws stand to each other, and what is still open.

    Args:
        found: The answers.
        page: The page.
        console: The console.
    """
    shown = Shown()
    by_letter = {chr(ord("A") + at): law for at, law in enumerate(found.laws)}
    packs = tuple({pack.id: pack for law in found.laws for pack in law.packs}.values())
    words = Words(
        language=console.language, packs=packs, vocabulary=joined_vocabulary(packs), is_verbose=console.verbose
    )
    for letter, law in by_letter.items():
        add_law(law, letter=letter, page=page, words=words, shown=shown)
    for (left, right), contrasts in zip(pairwise(by_letter), found.contrasts, strict=True):
        add_beside(contrasts, letters=(left, right), page=page, words=words)
    add_further(by_letter, page=page, words=words)
