"""Pipes, signals, terminals: how the program behaves beside others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import CommandLine
from cli.texts import GARDEN

Take = Callable[[subprocess.Popen[bytes]], subprocess.Popen[bytes]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX")


def test_a_reader_that_goes_away_is_no_error(cli: CommandLine, running: Take) -> None:
    path = cli.write("long.txt", "".join(f"{n}-бап. Бақ\n\nБақ таза болады.\n\n" for n in range(1, 6000)))
    process = running(cli.process("structure", path, "--quiet"))
    assert process.stdout is not None
    assert process.stderr is not None

    process.stdout.read(10)
    process.stdout.close()

    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 0


def test_a_list_stops_when_its_reader_goes_away(shelf: CommandLine, running: Take) -> None:
    process = running(shelf.process("library", "list", "--json", "--quiet"))
    assert process.stdout is not None
    assert process.stderr is not None

    process.stdout.close()

    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 0


def test_an_interruption_ends_with_130_and_words(cli: CommandLine, running: Take) -> None:
    never = cli.folder / "never.txt"
    os.mkfifo(never)
    process = running(cli.process("structure", str(never), ZHARGY_LANG="ru"))

    with never.open("wb"):  # opens when the call has come to read
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)

    assert process.returncode == 130
    assert "Прервано." in err.decode()
    assert "Traceback" not in err.decode()


def test_an_interrupted_run_of_additions_keeps_each_file_whole_and_goes_on(cli: CommandLine, running: Take) -> None:
    first, second = cli.write("acts/1.txt", GARDEN), cli.folder / "acts" / "2.txt"
    os.mkfifo(second)
    process = running(cli.process("library", "add", first, str(second)))

    with second.open("wb"):  # opens when the call has come to read the second file
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    second.unlink()
    cli.write("acts/2.txt", GARDEN.replace("Бақ", "Саябақ"))
    again = cli("library", "add", str(cli.folder / "acts"))

    assert process.returncode == 130
    assert "New acts: 1; new editions: 0; unchanged: 0; refused: 0." in err.decode()
    assert "run the same command again" in err.decode()
    assert again.code == 0
    assert "New acts: 1; new editions: 0; unchanged: 1; refused: 0." in again.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_behind_standard_output_asks_to_try_later(cli: CommandLine) -> None:
    with Path("/dev/full").open("wb") as full:
        process = cli.process("explain", stdout=full.fileno())
        _, err = process.communicate(timeout=30)

    assert process.returncode == 5
    assert "the disk is full" in err.decode()
    assert "Exception" not in err.decode()


@pytest.mark.parametrize(
    ("shut", "code"), [("0<&-", 3), ("1>&-", 2), ("2>&-", 0)], ids=["no input", "no output", "no messages"]
)
def test_a_closed_stream_is_no_bug(cli: CommandLine, shut: str, code: int) -> None:
    path = "-" if shut.startswith("0") else cli.write("park.txt", GARDEN)
    command = f"'{sys.executable}' -m zhargy structure {path} {shut}"

    done = subprocess.run(["sh", "-c", command], env=cli._variables({}), capture_output=True, check=False)

    assert done.returncode == code
    assert b"B001" not in done.stderr
    assert b"Traceback" not in done.stderr


def test_the_whole_program_runs_as_a_module(cli: CommandLine) -> None:
    process = cli.process("--version")

    out, err = process.communicate(timeout=30)

    assert (process.returncode, err) == (0, b"")
    assert out.startswith(b"zhargy ")


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals_that_want_them(
    cli: CommandLine,
    environment: dict[str, str],
    coloured: bool,  # noqa: FBT001 - a column of the table
) -> None:
    said = _on_a_terminal(cli, "structure", "nowhere.txt", **environment)

    assert "N101" in said
    assert ("\x1b[" in said) is coloured


def test_a_progress_bar_is_for_terminals_only(cli: CommandLine) -> None:
    paths = [cli.write(f"{n}.txt", GARDEN.replace("Бақ", f"Бақ {n}")) for n in range(3)]

    beside = cli("library", "add", *paths, "--dry-run")
    shown = _on_a_terminal(cli, "library", "add", *paths, TERM="xterm")
    dumb = _on_a_terminal(cli, "library", "add", *paths, TERM="dumb")

    assert "3/3" in shown
    assert "3/3" not in dumb
    assert "3/3" not in beside.err


@pytest.mark.parametrize("command", [("--help",), ("structure", "park.txt"), ("explain", "P101")], ids=" ".join)
def test_no_command_loads_what_it_does_not_use(cli: CommandLine, command: tuple[str, ...]) -> None:
    cli.write("park.txt", GARDEN)
    script = (
        "import sys\nfrom zhargy.cli import main\n"
        "try: main()\nexcept SystemExit as left: assert not left.code, left.code\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, *command],
        cwd=cli.folder,
        env={"PATH": os.environ["PATH"], "ZHARGY_LANG": "en"},
        capture_output=True,
        text=True,
        check=True,
    )

    loaded = set(done.stderr.splitlines()[-1].split())
    assert "click" in loaded
    assert not loaded & {"django", "granian", "docx", "pypdfium2"}


def _on_a_terminal(cli: CommandLine, *arguments: str, **environment: str) -> str:
    """Return what a call says on standard error when that is a terminal."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "zhargy", *arguments],
        cwd=cli.folder,
        env=cli._variables(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    said = bytearray()
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            break
        if not piece:
            break
        said += piece
    process.wait(timeout=30)
    os.close(ours)
    return said.decode()
