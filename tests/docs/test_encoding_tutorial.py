"""Whoever follows the tutorial on encoding sees what it says, step by step."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from docs.test_tutorial import run

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial" / "encode-an-article.md"
_FILE = re.compile(r"as `(?P<name>[\w/.-]+)`[^`]*?:\n\n(?P<block>(?:    .*\n|\n)+)")
FILES = {
    found["name"]: textwrap.dedent(found["block"]).strip() + "\n"
    for found in _FILE.finditer(TUTORIAL.read_text(encoding="utf-8"))
}
LATER = {"swans/more-facts.md", "swans/parts-2-and-3.md", "swans/more-cases.md"}

pytestmark = pytest.mark.slow


def save(folder: Path, *names: str) -> None:
    (folder / "swans").mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(FILES[name], encoding="utf-8")


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """The folder after step 4."""
    save(tmp_path, *(set(FILES) - LATER))
    return tmp_path


@pytest.fixture
def finished(begun: Path) -> Path:
    """The folder after step 5."""
    change(begun / "swans" / "part-1.md", "unit: mci, to: 20}", "unit: mci, to: 10}")
    save(begun, *LATER)
    more = ", group: false, cygnet: false, vet.order: false}"
    change(begun / "swans" / "cases.md", "food: bread}", f"food: bread{more}")
    return begun


def test_the_wrong_number_is_noticed_by_the_case_and_by_the_text(begun: Path) -> None:
    tried = run("norms", "test", "swans/", folder=begun)
    covered = run("norms", "coverage", "swans/", "--against", "swans.txt", folder=begun)

    assert tried.returncode == covered.returncode == 1
    assert "found fine to 20 mci" in tried.stdout
    assert "up to ten monthly calculation indices" in covered.stdout
    assert "art_1__para_2" in covered.stdout


def test_the_finished_pack_passes_its_cases_and_covers_the_text(finished: Path) -> None:
    tried = run("norms", "test", "swans/", folder=finished)
    covered = run("norms", "coverage", "swans/", "--against", "swans.txt", folder=finished)

    assert (tried.returncode, covered.returncode) == (0, 0)
    assert "4 passed" in tried.stderr
    assert "3 of 3 norms anchored, 0 unclaimed numbers" in covered.stderr


def test_what_is_not_told_is_unknown(begun: Path) -> None:
    change(begun / "swans" / "part-1.md", "unit: mci, to: 20}", "unit: mci, to: 10}")
    save(begun, *LATER)

    tried = run("norms", "test", "swans/", folder=begun)

    assert "art_1__para_1: expected applies, found unknown" in tried.stdout


def test_proof_finds_the_idle_exception_and_nothing_once_it_is_gone(finished: Path) -> None:
    found = run("norms", "verify", "swans/", folder=finished)
    change(finished / "swans" / "parts-2-and-3.md", "[art_1__para_1, art_1__para_2]", "[art_1__para_1]")
    mended = run("norms", "verify", "swans/", folder=finished)

    assert "Art. 1(3) never takes anything away" in found.stdout
    assert (found.returncode, mended.returncode) == (1, 0)


def test_a_misspelt_fact_is_told_with_the_word_that_was_meant(finished: Path) -> None:
    change(finished / "swans" / "part-1.md", "swan.fed", "swan.fad")

    told = run("norms", "test", "swans/", folder=finished)

    assert told.returncode == 3
    assert "swans/part-1.md:5" in told.stderr
    assert "“swan.fed”" in told.stderr


def test_the_pack_asks_and_is_shown(finished: Path) -> None:
    assert run("ask", "swans/", "--as-of", "2026-03-01", folder=finished).returncode == 0
    assert run("norms", "show", "swans/", folder=finished).returncode == 0
