"""The pages of commands, codes, JSON and settings say what the program does."""

from __future__ import annotations

import ast
import json
import re
import tempfile
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from code_examples import Example, examples, prepare, run_example
from reference_pages import REFERENCE, commands_page, family, pages, run_all

import zhargy
from zhargy.cli.root import zhargy as program
from zhargy.messages import all_codes

SOURCE = Path(zhargy.__file__).parent
PORTAL = REFERENCE.parent / "how-to" / "use-the-portal.md"
PARKS = "/akn/kz/act/2021-04-05/17-I"


@cache
def told() -> dict[str, Example]:
    return run_all()


def test_every_code_has_an_example() -> None:
    assert set(examples()) == set(all_codes())


@pytest.mark.slow
@pytest.mark.parametrize("code", sorted(examples()))
def test_an_example_triggers_its_code(code: str) -> None:
    said = told()[code].told.replace(examples()[code].name, "")

    assert re.search(rf"\b{code}\b", said)
    assert "Traceback" not in said


@pytest.mark.slow
def test_the_generated_pages_are_up_to_date() -> None:
    stale = [path.name for path, text in pages(told()) if path.read_text(encoding="utf-8") != text]

    assert stale == [], "run: python tools/reference_pages.py"


def test_the_page_of_commands_is_up_to_date() -> None:
    assert (REFERENCE / "cli.md").read_text(encoding="utf-8") == commands_page()


def test_every_code_has_a_section_on_the_page_of_its_family_and_no_other_has_one() -> None:
    found = {
        (path.stem, code)
        for path in (REFERENCE / "codes").glob("*.md")
        for code in re.findall(r"^## ([A-Z]\d{3})$", path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert found == {(family(code), code) for code in all_codes()}


def sections() -> dict[str, list[str]]:
    """Fields of each schema as the page of JSON has them."""
    page = (REFERENCE / "json.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (zhargy\.\w+/\d+)$", page, flags=re.MULTILINE)
    bodies = zip(parts[1::2], parts[2::2], strict=True)
    return {name: re.findall(r"^\| `(\w+)` \|", body, re.MULTILINE) for name, body in bodies}


def test_every_schema_of_the_source_is_described_and_no_other() -> None:
    written = {
        node.value
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"zhargy\.[a-z]+/\d+", node.value)
    }

    served = set(re.findall(r"^\| `(zhargy\.\w+/\d+)`", PORTAL.read_text(encoding="utf-8"), re.MULTILINE))
    assert set(sections()) <= written
    assert written - set(sections()) <= served


CALLS = {
    "zhargy.document/1": ("structure", "P101.txt", "--json"),
    "zhargy.citations/1": ("cite", "P101.txt", "--json"),
    "zhargy.work/1": ("library", "show", PARKS, "--json"),
    "zhargy.edition/1": ("library", "show", PARKS, "--as-of", "2022-01-01", "--json"),
    "zhargy.provision/1": ("library", "show", PARKS, "--provision", "art_1", "--json"),
    "zhargy.addition/1": ("library", "add", "P101.txt", "P902.txt", "--json"),
    "zhargy.statistics/1": ("library", "stats", "--json"),
    "zhargy.summary/1": ("norms", "list", "--json"),
    "zhargy.pack/1": ("norms", "show", "sample", "--json"),
    "zhargy.case/1": ("norms", "test", "sample", "--json"),
    "zhargy.holding/1": ("norms", "stats", "sample", "--json"),
    "zhargy.interview/1": ("ask", "sample", "--as-of", "2026-01-01", "--json"),
    "zhargy.verification/1": ("norms", "verify", "N406.pack", "--json"),
    "zhargy.coverage/1": ("norms", "coverage", "N434.pack", "--json"),
    "zhargy.consequences/1": (
        "norms",
        "compare",
        "--law",
        "sample",
        "--with",
        "sample",
        "--population",
        "cases",
        "--json",
    ),
    "zhargy.qualification/1": ("qualify", "-", "--law", "sample", "--as-of", "2026-03-01", "--json"),
    "zhargy.code/1": ("explain", "P101", "--json"),
}
STREAMS = {"zhargy.addition/1", "zhargy.summary/1", "zhargy.case/1"}


def test_every_schema_is_tried() -> None:
    assert set(CALLS) == set(sections())


@pytest.mark.parametrize("schema", sorted(CALLS))
def test_an_answer_has_the_fields_its_schema_describes(schema: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory() as name:
        prepare(Path(name))
        monkeypatch.chdir(name)
        environment = {"ZHARGY_LIBRARY": str(Path(name, "library")), "ZHARGY_LANG": "en"}
        done = CliRunner().invoke(program, CALLS[schema], env=environment)

    lines = done.stdout.splitlines() if schema in STREAMS else [done.stdout]
    answers = [json.loads(line) for line in lines]
    assert {answer["schema"] for answer in answers} == {schema}
    inherited = set(sections()["zhargy.edition/1"]) - {"contents"} if schema == "zhargy.provision/1" else set()
    assert set().union(*answers) == set(sections()[schema]) | inherited


def test_every_variable_is_described() -> None:
    folders = [SOURCE, Path(__file__).parents[1]]
    read = {
        found
        for folder in folders
        for path in folder.rglob("*.py")
        for found in re.findall(r"[\"'](ZHARGY_[A-Z_]+)[\"']", path.read_text(encoding="utf-8"))
    }

    page = (REFERENCE / "settings.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^\| `(ZHARGY_[A-Z_]+)`", page, re.MULTILINE))

    assert read == described


def test_one_example_runs_alone(tmp_path: Path) -> None:
    prepare(tmp_path)

    assert run_example("P101", prepared=tmp_path).exit_code == 0
