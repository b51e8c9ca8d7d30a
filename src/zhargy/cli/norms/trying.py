"""``zhargy norms test``: the examples of packs, run; a difference is told and makes the exit code 1."""

from __future__ import annotations

from collections.abc import Iterator

import click

from zhargy.app.norms import packs, tried
from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.norms.choosing import chosen_pack
from zhargy.cli.norms.values import case_json
from zhargy.cli.report import FINDINGS
from zhargy.norms.evaluation import CaseResult, Difference


@command("norms.test", examples=("zhargy norms test", "zhargy norms test sample", "zhargy norms test my-pack/ --json"))
@click.argument("pack", required=False, default="", metavar="PACK")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def test(console: Console, *, pack: str, as_json: bool) -> int:
    """Run the examples of one pack, or of all that ship with the program."""
    passed = failed = 0
    for chosen in (chosen_pack(pack, console),) if pack else packs():
        for result in tried(chosen):
            passed += result.has_passed
            failed += not result.has_passed
            if as_json:
                console.write_json(case_json(chosen, result), lines=True)
            else:
                console.write("".join(f"{line}\n" for line in _lines(chosen.id, result, console)))
    counts = {"passed": console.count("cli.norms.passed", passed), "failed": console.count("cli.norms.failed", failed)}
    console.tell(console.words("cli.norms.sum", **counts))
    return FINDINGS if failed else 0


def _lines(pack: str, result: CaseResult, console: Console) -> Iterator[str]:
    mark = console.words("cli.norms.case.passed" if result.has_passed else "cli.norms.case.failed")
    yield f"{mark}\t{pack}\t{result.case.name}\t{result.case.title[console.language]}"
    for difference in result.differences:
        yield f"  {_told(difference, console)}"


def _told(difference: Difference, console: Console) -> str:
    expected, found = (" | ".join(part) for part in (difference.expected, difference.found))
    silent = console.words("cli.norms.silent")
    return console.words(
        "cli.norms.difference", norm=difference.norm, expected=expected or silent, found=found or silent
    )
