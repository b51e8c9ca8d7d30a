"""The walls of the house: layers, sizes, facades."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import zhargy

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "zhargy"
LONGEST_MODULE = 600
LONG_MODULE = 400
LONGEST_FUNCTION = 60


def modules() -> Iterator[Path]:
    return (path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)


def facades() -> Iterator[str]:
    for found in pkgutil.walk_packages([str(PACKAGE)], "zhargy."):
        if found.ispkg and "migrations" not in found.name:
            yield found.name


@pytest.mark.slow
def test_a_package_without_a_layer_breaks_the_contract(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.tsv"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    stray = tmp_path / "src" / "zhargy" / "stray"
    stray.mkdir()
    (stray / "__init__.py").write_text('"""A package nobody gave a layer."""\n', encoding="utf-8")
    program = Path(sys.executable).with_name("lint-imports")
    command = [str(program), "--no-cache"]

    done = subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": "src"}, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "stray" in done.stdout


def test_modules_and_functions_stay_small() -> None:
    lengths, functions = {}, {}
    for path in modules():
        text = path.read_text(encoding="utf-8")
        lengths[path] = text.count("\n")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                functions[path, node.name] = (node.end_lineno or node.lineno) - node.lineno + 1

    assert [path for path, length in lengths.items() if length > LONGEST_MODULE] == []
    assert [key for key, length in functions.items() if length > LONGEST_FUNCTION] == []
    assert statistics.quantiles(lengths.values(), n=10)[-1] <= LONG_MODULE  # conventions, section 7
    assert statistics.median(lengths.values()) <= 120
    assert statistics.median(functions.values()) <= 12


@pytest.mark.parametrize("name", sorted(facades()))
def test_a_facade_offers_what_it_lists(name: str) -> None:
    package = importlib.import_module(name)

    offered = getattr(package, "__all__", [])

    assert [item for item in offered if not hasattr(package, item)] == []


def test_the_version_is_told_in_one_place() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert 'dynamic = ["version"]' in text
    assert zhargy.__version__.count(".") == 2
