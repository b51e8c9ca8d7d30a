"""The page on qualifying a deed shows what the program says."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from zhargy.cli.root import zhargy as program

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "qualify-a-deed.md"


def blocks(language: str) -> list[str]:
    text = PAGE.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@cache
def said(*arguments: str) -> str:
    """What a command says, on one line."""
    done = CliRunner().invoke(program, arguments, env={"ZHARGY_LANG": "en", "COLUMNS": "100"})
    assert (done.exit_code, done.stderr) == (0, "")
    return " ".join(done.stdout.split())


def test_every_command_of_the_page_succeeds(tmp_path: Path) -> None:
    commands = [line for block in blocks("sh") for line in block.splitlines()]
    facts = tmp_path / "facts.yaml"
    facts.write_text(blocks("yaml")[0], encoding="utf-8")

    assert commands == ["zhargy qualify --template > facts.yaml", "zhargy qualify facts.yaml"]
    assert said("qualify", "--template").startswith("# Facts for “zhargy qualify”.")
    assert said("qualify", str(facts)) != ""


def test_the_program_says_what_the_page_shows_in_that_order(tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text(blocks("yaml")[0], encoding="utf-8")

    told = said("qualify", str(facts))

    missing, at = [], 0
    for line in (" ".join(line.split()) for block in blocks("text") for line in block.splitlines()):
        found = told.find(line, at)
        if found < 0:
            missing.append(line)
        at = max(found, at)
    assert missing == []
