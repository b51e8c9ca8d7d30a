"""``zhargy norms export``: a pack in the form of another program, or of a page."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Final

import click

from zhargy.app.proving import proof
from zhargy.app.structuring import read_document
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.files import STREAM, read_input, write_output
from zhargy.cli.norms.choosing import chosen_pack, told
from zhargy.cli.types import Day, Named
from zhargy.errors import UsageError
from zhargy.messages.law import LawWords
from zhargy.norms.exports import (
    facts_schema,
    html_of,
    markdown_of,
    missing_elements,
    sheet_of,
    svg,
    write_analysis,
    write_legalruleml,
)
from zhargy.norms.packs import Pack
from zhargy.norms.qualification import FactsFileRefused

_DEFAULT: Final = "md"
_SUFFIXES: Final = {".html": "html", ".htm": "html", ".svg": "svg", ".json": "json-schema", ".xml": "legalruleml"}
_OPTIONS: Final = {"facts": ("svg",), "norm": ("svg",), "as-of": ("svg",), "document": ("akn-analysis",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """What was asked for."""

    pack: Pack
    console: Console
    facts: str | None
    norm: str | None
    as_of: date | None
    document: str | None

    @property
    def words(self) -> LawWords:
        """The words of the pack in the language of the reader."""
        return LawWords(language=self.console.language, packs=(self.pack,), vocabulary=self.pack.vocabulary)


def _json_schema(call: _Call) -> str:
    schema = facts_schema(call.pack, language=call.console.language)
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _legalruleml(call: _Call) -> bytes:
    return write_legalruleml(call.pack)


def _akn_analysis(call: _Call) -> bytes:
    if call.document is None:
        return write_analysis(call.pack, language=call.console.language)
    document = read_document(read_input(call.document), name=call.document)
    written = write_analysis(call.pack, document=document, language=document.language)
    missing = missing_elements(call.pack, document)
    if missing:
        call.console.tell(call.console.words("cli.norms.no_elements", norms=", ".join(missing), file=call.document))
    return written


def _html(call: _Call) -> str:
    return html_of(sheet_of(call.pack, call.words))


def _markdown(call: _Call) -> str:
    return markdown_of(sheet_of(call.pack, call.words))


def _svg(call: _Call) -> str:
    facts, norm = (_needed(name, value) for name, value in (("--facts", call.facts), ("--norm", call.norm)))
    try:
        explained = proof(call.pack, read_input(facts), name=facts, norm=norm, as_of=call.as_of)
    except FactsFileRefused as error:
        for problem in error.problems:
            call.console.insist(told(problem, call.console))
        raise
    return svg(explained, words=call.words)


FORMATS: Final[Mapping[str, Callable[[_Call], bytes | str]]] = {
    "akn-analysis": _akn_analysis,
    "html": _html,
    "json-schema": _json_schema,
    "legalruleml": _legalruleml,
    "md": _markdown,
    "svg": _svg,
}
"""The forms a pack can take, each with what writes it."""


@command(
    "norms.export",
    examples=(
        "zhargy norms export sample --format html -o sample.html",
        "zhargy norms export sample --format json-schema --lang kk",
        "zhargy norms export sample --format legalruleml -o sample.xml",
        "zhargy norms export sample --format akn-analysis --document act.xml -o act.akn",
        "zhargy norms export sample --format svg --facts facts.yaml --norm art_5 -o proof.svg",
    ),
)
@click.argument("pack", metavar="PACK")
@click.option("--format", "-f", "format_", type=Named("U104", names=tuple(FORMATS)))
@click.option("--output", "-o", default=STREAM, metavar="OUT")
@click.option("--facts", metavar="FILE")
@click.option("--norm", metavar="ID")
@click.option("--as-of", type=Day(), metavar="DAY")
@click.option("--document", metavar="FILE")
@click.pass_obj
def export(
    console: Console,
    *,
    pack: str,
    format_: str | None,
    output: str,
    facts: str | None,
    norm: str | None,
    as_of: date | None,
    document: str | None,
) -> None:
    """Write a pack in another form."""
    chosen = format_ or _SUFFIXES.get(PurePath(output).suffix.lower(), _DEFAULT)
    _refuse_stray({"facts": facts, "norm": norm, "as-of": as_of, "document": document}, chosen)
    found = chosen_pack(pack, console)
    call = _Call(pack=found, console=console, facts=facts, norm=norm, as_of=as_of, document=document)
    written = FORMATS[chosen](call)
    write_output(written.encode() if isinstance(written, str) else written, to=output, console=console)


def _needed(name: str, value: str | None) -> str:
    if value is None:
        raise UsageError("U111", value=name)
    return value


def _refuse_stray(given: Mapping[str, object], chosen: str) -> None:
    """Keep options away from formats that do not look at them.

    Raises:
        UsageError: N464, an option does not go with the format.
    """
    for name, value in given.items():
        if value is not None and chosen not in _OPTIONS[name]:
            raise UsageError("N464", option=f"--{name}", format=chosen, valid=", ".join(_OPTIONS[name]))
