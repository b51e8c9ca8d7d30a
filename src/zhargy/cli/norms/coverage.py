"""``zhargy norms coverage``: a pack laid beside the words of its act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import click

from zhargy.app.anchoring import covered, given_texts, kept_texts, own_text
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.files import read_input
from zhargy.cli.norms.choosing import chosen_pack, files_of
from zhargy.cli.opening import has_library, library_of
from zhargy.cli.report import FINDINGS
from zhargy.messages import keys, render
from zhargy.model import Document
from zhargy.norms.anchors import AnchorFinding, AnchorStatus, Coverage, NormCoverage
from zhargy.norms.packs import Pack
from zhargy.text import Language

COVERAGE: Final = "zhargy.coverage/1"


@command(
    "norms.coverage",
    examples=(
        "zhargy norms coverage sample",
        "zhargy norms coverage kz-criminal-special --against code.kk.md --against code.ru.md",
        "zhargy norms coverage my-pack/ --json",
    ),
)
@click.argument("pack", metavar="PACK")
@click.option("--against", multiple=True, metavar="FILE")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def coverage(console: Console, *, pack: str, against: tuple[str, ...], as_json: bool) -> int:
    """Lay a pack beside the words of its act."""
    chosen = chosen_pack(pack, console)
    texts = _texts(chosen, pack, against, console)
    found = covered(chosen, texts)
    if as_json:
        console.write_json(_json(chosen, found, texts, console))
    else:
        console.write("".join(f"{line}\n" for line in _lines(found, console)))
    _sum_up(found, console)
    return FINDINGS if found.findings else 0


def _texts(pack: Pack, name: str, against: tuple[str, ...], console: Console) -> Mapping[Language, Document]:
    """Return the texts given, else those in the library, else the one a made-up act has in its pack."""
    if against:
        return given_texts((file, read_input(file)) for file in against)
    own = own_text(pack, files_of(name))
    if own or not has_library(console):
        return own
    with library_of(console) as bench:
        return kept_texts(bench, pack)


def _lines(found: Coverage, console: Console) -> Iterator[str]:
    findings: dict[str, list[AnchorFinding]] = {}
    for finding in found.findings:
        findings.setdefault(finding.norm, []).append(finding)
    for norm in found.norms:
        yield _line(norm, console)
        yield from (f"  {_told(finding, console)}" for finding in findings.pop(norm.norm.id, ()))
    for eid, others in findings.items():
        yield f"{eid}\t{console.words('cli.norms.anchors.missed')}"
        yield from (f"  {_told(finding, console)}" for finding in others)


def _line(norm: NormCoverage, console: Console) -> str:
    status = console.words(f"cli.norms.anchors.{norm.status}")
    return f"{norm.norm.id}\t{status}\t{norm.anchors}\t{norm.numbers}\t{norm.unclaimed}"


def _told(finding: AnchorFinding, console: Console) -> str:
    language = f" [{finding.language}]" if finding.language else ""
    return f"{finding.code}{language} {_message(finding, console)}"


def _message(finding: AnchorFinding, console: Console) -> str:
    params = {"norm": finding.norm, **finding.params}
    if "counted" in params:
        params["measure"] = console.words(f"cli.norms.counted.{params['counted']}", number=params["number"])
    if "kind" in params:
        key = f"law.kind.{params['kind']}"
        params["kind"] = console.words(key if key in keys() else "cli.norms.counted.no_kind")
    return render(finding.code, params, console.language).message


def _sum_up(found: Coverage, console: Console) -> None:
    anchored, without = found.count(AnchorStatus.ANCHORED), found.count(AnchorStatus.WITHOUT_TEXT)
    console.tell(
        console.words(
            "cli.norms.coverage.sum",
            anchored=anchored,
            norms=len(found.norms) - without,
            unclaimed=console.count("cli.norms.coverage.unclaimed", found.unclaimed),
        )
    )
    if without:
        console.tell(console.count("cli.norms.coverage.without_text", without))
    if found.unread:
        console.tell(console.words("cli.norms.coverage.unread", languages=", ".join(found.unread)))


def _json(pack: Pack, found: Coverage, texts: Mapping[Language, Document], console: Console) -> dict[str, Any]:
    return {
        "schema": COVERAGE,
        "pack": pack.id,
        "act": str(pack.act),
        "languages": list(texts),
        "unread": list(found.unread),
        "norms": [
            {
                "id": norm.norm.id,
                "status": norm.status,
                "anchors": norm.anchors,
                "numbers": norm.numbers,
                "unclaimed": norm.unclaimed,
            }
            for norm in found.norms
        ],
        "findings": [
            {
                "code": finding.code,
                "norm": finding.norm,
                "language": finding.language,
                "message": _message(finding, console),
                "params": dict(finding.params),
            }
            for finding in found.findings
        ],
        "anchored": found.count(AnchorStatus.ANCHORED),
        "without_text": found.count(AnchorStatus.WITHOUT_TEXT),
        "unclaimed": found.unclaimed,
    }
