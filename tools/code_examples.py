"""Run the example of an error code and return what it told: the proof that the example triggers the code.

An example lies in ``tests/data/codes`` under the name of its code. A text is structured; the cases of a ``.pack`` are
run, or the pack is verified or laid beside its words; the facts of a ``.yaml`` are qualified under the sample act;
``.sh`` holds commands; ``.python`` is a program that refuses, prints or leaves a document under the name ``told``.
"""

# ruff: noqa: INP001 (a program, not a module)

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from click.testing import CliRunner

from zhargy.cli.root import zhargy

FOLDER: Final = Path(__file__).parents[1] / "tests" / "data" / "codes"
_LANGUAGES: Final = {
    ".txt": "text",
    ".python": "python",
    ".xml": "xml",
    ".html": "html",
    ".md": "markdown",
    ".pack": "markdown",
    ".yaml": "yaml",
}
#: Codes of what verification finds.
_PROVED: Final = frozenset(f"N{number}" for number in range(401, 429))
#: Codes of what the words of an act and its pack part in.
_COMPARED: Final = frozenset(f"N{number}" for number in (*range(431, 440), 442, 443, 444))
_PROGRAM: Final = """
import runpy, sys
from zhargy.cli.console import Console
from zhargy.cli.failures import ends
from zhargy.cli.report import report
from zhargy.text import Language
console = Console(Language.EN)
def call():
    told = runpy.run_path(sys.argv[1]).get("told")
    if told is not None:
        report(told, name=told.mapped.source.name, console=console)
sys.exit(ends(call, console))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example and what came of it.

    Args:
        code: The code it is an example of.
        input: What a reader sees: the text, the commands or the program; empty for bytes.
        language: Name of its language for a fenced block.
        calls: The commands a person gives.
        told: What was told on standard error and, for programs, on standard output.
        exit_code: How the last command ended.
    """

    code: str
    input: str
    language: str
    calls: tuple[str, ...]
    told: str
    exit_code: int


def examples() -> dict[str, Path]:
    """Return the file of each code that has an example."""
    return {path.stem: path for path in sorted(FOLDER.iterdir())}


def prepare(folder: Path) -> None:
    """Fill an empty folder with the texts of all examples and a library of the sample acts."""
    for path in FOLDER.iterdir():
        shutil.copy(path, folder)
    _zhargy(["library", "add", "--sample"], folder)


def run_example(code: str, *, prepared: Path) -> Example:
    """Run one example in a copy of a prepared folder."""
    path = examples()[code]
    calls = _calls(path)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "examples")
        shutil.copytree(prepared, folder)
        done = [_zhargy(line.split()[1:], folder) for line in calls] or [_program(path, folder)]
    last = done[-1]
    return Example(
        code=code,
        input=path.read_text(encoding="utf-8") if path.suffix in _LANGUAGES else "",
        language=_LANGUAGES.get(path.suffix, ""),
        calls=calls,
        told=last.stderr if calls and code not in _PROVED | _COMPARED else last.stdout + last.stderr,
        exit_code=last.returncode,
    )


def _calls(path: Path) -> tuple[str, ...]:
    if path.suffix == ".sh":
        return tuple(path.read_text(encoding="utf-8").splitlines())
    if path.suffix == ".python":
        return ()
    if path.suffix == ".yaml":
        return (f"zhargy qualify {path.name} --law sample",)
    if path.suffix == ".pack":
        return (f"zhargy norms {_tried(path.stem)} {path.name}",)
    return (f"zhargy structure {path.name}",)


def _tried(code: str) -> str:
    """Return the command that finds a code in a pack."""
    return "verify" if code in _PROVED else "coverage" if code in _COMPARED else "test"


def _zhargy(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    with contextlib.chdir(folder):
        done = CliRunner().invoke(zhargy, arguments, env=_environment(folder))
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)


def _program(path: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program in a process of its own: some set up the portal, which is done once a process."""
    return subprocess.run(  # noqa: S603 - our own examples
        [sys.executable, "-W", "ignore", "-c", _PROGRAM, path.name],
        cwd=folder,
        env=_environment(folder),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "PYTHONHASHSEED") if name in os.environ}
    return {**kept, "ZHARGY_LANG": "en", "ZHARGY_LIBRARY": str(folder / "library"), "HOME": str(folder)}
