"""Calls of the command line, each in surroundings of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner

from zhargy.cli.root import zhargy

#: Variables of the person who runs the tests must not reach the calls.
_KEPT = ("PATH", "SYSTEMROOT", "PYTHONHASHSEED", "PYTHONPATH")


@contextmanager
def _interruptible() -> Iterator[None]:
    """A shell starts what runs in the background deaf to interruptions, and its children inherit that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How a call ended and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandLine:
    """The command line in a folder, with a library that is not there yet.

    Args:
        folder: Working folder.
        environment: Variables of every call.
    """

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def library(self) -> Path:
        return self.folder / "library"

    def __call__(self, *arguments: str, input: str | bytes | None = None, **environment: str) -> Answer:  # noqa: A002
        """Make a call within this process."""
        done = CliRunner().invoke(zhargy, arguments, input=input, env=self._variables(environment))
        return Answer(code=done.exit_code, out=done.stdout, err=done.stderr)

    def process(self, *arguments: str, stdout: int = subprocess.PIPE, **environment: str) -> subprocess.Popen[bytes]:
        """Start a call in a process of its own, which hears an interruption even where this one does not."""
        with _interruptible():
            return subprocess.Popen(
                [sys.executable, "-m", "zhargy", *arguments],
                cwd=self.folder,
                env=self._variables(environment),
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=subprocess.PIPE,
            )

    def write(self, name: str, text: str | bytes) -> str:
        """Write a file of the folder; return its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    def _variables(self, more: dict[str, str]) -> dict[str, str]:
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        return {**kept, "ZHARGY_LIBRARY": str(self.library), "ZHARGY_LANG": "en", **self.environment, **more}


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line in a folder of its own, far from the variables of the person who runs the tests."""
    for name in os.environ:
        if name.startswith(("ZHARGY_", "LC_")) or name in {"LANG", "NO_COLOR", "TERM"}:
            monkeypatch.delenv(name, raising=name == "ZHARGY_TEST_DATA")
    return CommandLine(folder=tmp_path)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """The command line with the sample acts in its library; for calls that only read."""
    made = CommandLine(folder=tmp_path_factory.mktemp("shelf"))
    assert made("library", "add", "--sample").code == 0
    return made


@pytest.fixture
def running() -> Iterator[Callable[[subprocess.Popen[bytes]], subprocess.Popen[bytes]]]:
    """Takes processes and ends those that are left."""
    taken: list[subprocess.Popen[bytes]] = []

    def take(process: subprocess.Popen[bytes]) -> subprocess.Popen[bytes]:
        taken.append(process)
        return process

    yield take
    for process in taken:
        process.kill()
        process.communicate()
