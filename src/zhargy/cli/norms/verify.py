"""``zhargy norms verify``: what is amiss in a pack, proved, each thing with a case that shows it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from zhargy.app.verifying import Verification, verified
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.norms.choosing import chosen_pack
from zhargy.cli.norms.findings import verification_json
from zhargy.cli.report import FINDINGS
from zhargy.messages.findings import FindingWords
from zhargy.norms.verification import VerificationFinding


@command(
    "norms.verify",
    examples=(
        "zhargy norms verify sample",
        "zhargy norms verify kz-ai-offences --beside kz-criminal-special",
        "zhargy norms verify my-pack/ --json",
    ),
)
@click.argument("pack", metavar="PACK")
@click.option("--beside", multiple=True, metavar="PACK")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def verify(console: Console, *, pack: str, beside: tuple[str, ...], as_json: bool) -> int:
    """Verify a pack."""
    chosen = chosen_pack(pack, console)
    found = verified(chosen, beside=[chosen_pack(each, console) for each in beside])
    if as_json:
        console.write_json(verification_json(found, console.language))
    else:
        _write(found, console)
    return 0 if found.is_clean else FINDINGS


def _write(found: Verification, console: Console) -> None:
    words = FindingWords(console.language, packs=found.packs)
    for finding in found.findings:
        console.write("".join(f"{line}\n" for line in _lines(finding, words, console)))
    count = console.count("cli.verify.findings", len(found.findings))
    console.tell(console.words("cli.verify.sum", pack=found.pack.id, findings=count))


def _lines(finding: VerificationFinding, words: FindingWords, console: Console) -> Iterator[str]:
    said = words.said(finding)
    yield f"{console.words(f'cli.severity.{finding.severity}')} {finding.code} {said.message}"
    yield f"  {words.consequence(finding)}"
    if finding.witness is not None:
        yield f"  {words.story(finding)}"
    yield f"  {said.hint}"
