"""The tutorial does what it says, in the order in which it says it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial" / "first-act.md"
_BLOCK = re.compile(r"(?:^    .*\n|^\n)+", re.MULTILINE)


def blocks() -> list[str]:
    text = TUTORIAL.read_text(encoding="utf-8")
    return [block for found in _BLOCK.finditer(text) if (block := textwrap.dedent(found[0]).strip())]


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "ZHARGY_LIBRARY": str(folder / "library"), "ZHARGY_LANG": "en"}
    command = [sys.executable, "-m", "zhargy", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_every_command_of_the_tutorial_succeeds(tmp_path: Path) -> None:
    text = next(block for block in blocks() if block.startswith("1-бап"))
    commands = [line for block in blocks() for line in block.splitlines() if line.startswith(".venv/bin/zhargy ")]
    (tmp_path / "park.txt").write_text(text, encoding="utf-8")
    run("library", "add", "--sample", folder=tmp_path)

    done = {line: run(*line.split()[1:], folder=tmp_path) for line in commands}

    assert len(done) == 6
    assert {line: told.stderr for line, told in done.items() if told.returncode != 0} == {}
    assert "2021-07-01" in done[commands[-1]].stdout


@pytest.mark.slow
def test_the_text_of_the_tutorial_shows_what_it_promises(tmp_path: Path) -> None:
    text = next(block for block in blocks() if block.startswith("1-бап"))
    (tmp_path / "park.txt").write_text(text, encoding="utf-8")

    structured = run("structure", "park.txt", folder=tmp_path)
    cited = run("cite", "park.txt", folder=tmp_path)

    assert "ұстауға міндетті" in structured.stdout
    assert {"P001", "P002", "P004"} <= set(re.findall(r"\bP0\d\d\b", structured.stderr))
    assert "art_1__para_1" in cited.stdout
