"""What the documents say holds: links lead somewhere, figures come from results, proving tests exist."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
STATUS = ROOT / "docs" / "reference" / "status.md"
RESULTS = ROOT / "benchmarks" / "results"
SHELVES = {"tutorial", "how-to", "reference", "explanation"}
_LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)")
_FIGURE = re.compile(r"\*\*(?P<said>[\d.,]+)\*\*(?P<share> %)? <!-- (?P<file>[\w-]+):(?P<path>[^>]+?) -->")
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def pages() -> list[Path]:
    return [README, *(ROOT / name for name in ("CONTRIBUTING.md", "CHANGELOG.md")), *(ROOT / "docs").rglob("*.md")]


def figures() -> Iterator[re.Match[str]]:
    for page in pages():
        yield from _FIGURE.finditer(page.read_text(encoding="utf-8"))


def measured(file: str, path: str) -> float:
    value = json.loads((RESULTS / f"{file}.json").read_text(encoding="utf-8"))["figures"]
    for step in path.split("/"):
        value = value[step]
    return float(value)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    targets = _LINK.findall(page.read_text(encoding="utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_shelves_are_not_mixed() -> None:
    assert {path.name for path in (ROOT / "docs").iterdir() if path.is_dir()} == SHELVES


def test_the_readme_asks_for_two_commands_and_no_more() -> None:
    block = README.read_text(encoding="utf-8").split("```sh")[1].split("```")[0]

    assert [line.split("#")[0].strip() for line in block.strip().splitlines()] == ["make serve", "make test"]


def test_every_figure_in_prose_is_what_was_measured() -> None:
    found = list(figures())

    wrong = []
    for figure in found:
        said = figure["said"].replace(",", "")
        value = measured(figure["file"], figure["path"]) * (100 if figure["share"] else 1)
        if said != f"{value:.{len(said.partition('.')[2])}f}":
            wrong.append((figure[0], value))
    assert len(found) >= 8
    assert wrong == []


def test_every_capability_names_a_test_that_exists() -> None:
    rows = [line for line in STATUS.read_text(encoding="utf-8").splitlines() if line.startswith("| ")][2:]

    for row in rows:
        named = _TEST.findall(row)
        assert named or "| absent |" in row, row
        for file, name in named:
            tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
            assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}, row


def test_every_result_says_how_to_repeat_it() -> None:
    for path in RESULTS.glob("*.json"):
        told = json.loads(path.read_text(encoding="utf-8"))
        script = told["command"].split()[1]

        assert (ROOT / script).is_file(), path.name
        assert {"machine", "commit", "date", "data_sha256"} <= set(told), path.name
