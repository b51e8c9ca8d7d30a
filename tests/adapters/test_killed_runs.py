"""A run that is killed leaves the library as it was; runs side by side do not hurt each other."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from app.texts import NAMELESS, ORCHARDS_KK
from libraries import Library
from zhargy.app import consulting, holdings
from zhargy.app.adding import add
from zhargy.app.holdings import AdditionStatus
from zhargy.app.ports import Workbench

# Each name is a moment at which the process kills itself; ports are wrapped, no module is touched.
KILL = """
import os, signal, sys
from dataclasses import replace
from zhargy.app.adding import add
from zhargy.bootstrap import open_workbench

moment, text = sys.argv[1], sys.argv[2]

def die():
    os.kill(os.getpid(), signal.SIGKILL)

class Port:
    def __init__(self, inner):
        self._inner = inner
    def __getattr__(self, name):
        method = getattr(self._inner, name)
        def call(*args, **kwargs):
            if moment == "before " + name:
                die()
            found = method(*args, **kwargs)
            if moment == "after " + name:
                die()
            return found
        return call

bench = open_workbench()
bench = replace(bench, store=Port(bench.store), originals=Port(bench.originals))
add(bench, text.encode(), name="killed.txt")
"""
BEFORE_COMMIT = ("before writing", "before put", "after put", "before citing", "after citing")
AFTER_COMMIT = ("before settle", "after settle")
ADD_MANY = """
import sys
from zhargy.app.adding import add
from zhargy.bootstrap import open_workbench

bench = open_workbench()
for number in range(int(sys.argv[1]), int(sys.argv[2])):
    add(bench, f"1-бап. Бақ\\n\\nБақта {number} ағаш бар.\\n".encode(), name=f"{number}.txt")
    print(number, flush=True)
"""


def assert_sound(library: Library, bench: Workbench) -> None:
    """Check the database by its own means, and every edition against its original."""
    if not library.database:
        with sqlite3.connect(library.folder / "zhargy.db") as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        database.close()
    else:
        with psycopg.connect(library.database) as connection:
            assert connection.execute("SELECT count(*) FROM library_expression").fetchone() is not None
    found, count = holdings.works(bench, limit=10_000)
    assert len(found) == count
    editions = [edition for holding in found for edition in holding.editions]
    for edition in editions:
        consulting.original(bench, edition)
        document = consulting.document(bench, edition.id)
        assert sum(1 for _ in document.walk()) == edition.provisions
    kept, seen = {edition.sha256 for edition in editions}, set(library.originals())
    assert kept <= seen <= kept | set(bench.originals.unsettled())


def kill_at(library: Library, moment: str, text: str) -> None:
    done = subprocess.run([sys.executable, "-c", KILL, moment, text], env=library.environment(), check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.slow
@pytest.mark.parametrize("moment", BEFORE_COMMIT)
def test_a_run_killed_before_its_end_leaves_the_library_as_it_was(library: Library, moment: str) -> None:
    bench = library.open()
    kept = add(bench, NAMELESS.encode(), name="kept.txt").edition
    before = (holdings.works(bench), holdings.statistics(bench))

    kill_at(library, moment, ORCHARDS_KK)

    assert (holdings.works(bench), holdings.statistics(bench)) == before
    assert_sound(library, bench)
    again = add(bench, f"{NAMELESS}2".encode(), name="next.txt")
    assert library.originals() == sorted((kept.sha256, again.edition.sha256)), "what was left behind is swept"
    assert add(bench, ORCHARDS_KK.encode(), name="killed.txt").status is AdditionStatus.NEW
    assert_sound(library, bench)
    bench.store.close()


@pytest.mark.slow
@pytest.mark.parametrize("moment", AFTER_COMMIT)
def test_a_run_killed_after_its_end_has_added_the_text(library: Library, moment: str) -> None:
    bench = library.open()

    kill_at(library, moment, ORCHARDS_KK)

    again = add(bench, ORCHARDS_KK.encode(), name="killed.txt")
    assert again.status is AdditionStatus.UNCHANGED
    add(bench, NAMELESS.encode(), name="next.txt")
    assert bench.originals.unsettled() == ()
    assert_sound(library, bench)
    bench.store.close()


@pytest.mark.slow
def test_a_run_killed_at_any_time_is_resumed_by_the_next(library: Library) -> None:
    bench = library.open()
    for wait in (0.0, 0.013, 0.029, 0.041):
        command = [sys.executable, "-c", ADD_MANY, "0", "500"]
        with subprocess.Popen(command, env=library.environment(), stdout=subprocess.PIPE, text=True) as running:
            assert running.stdout is not None
            running.stdout.readline()
            time.sleep(wait)
            running.kill()
        assert_sound(library, bench)
    kept = holdings.statistics(bench).works

    subprocess.run([sys.executable, "-c", ADD_MANY, "0", "20"], env=library.environment(), check=True)

    assert holdings.statistics(bench).works == max(kept, 20)
    assert_sound(library, bench)
    bench.store.close()


@pytest.mark.slow
def test_processes_that_add_at_the_same_time_all_add(library: Library) -> None:
    bench = library.open()
    ranges = [("0", "15"), ("10", "25"), ("0", "25")]

    running = [
        subprocess.Popen(
            [sys.executable, "-c", ADD_MANY, *numbers], env=library.environment(), stdout=subprocess.DEVNULL
        )
        for numbers in ranges
    ]

    assert [process.wait() for process in running] == [0, 0, 0]
    assert holdings.statistics(bench).works == 25
    assert_sound(library, bench)
    bench.store.close()


def test_the_script_of_the_killed_run_adds_when_nobody_kills_it(library: Library, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILL, "never", NAMELESS], env=library.environment(), check=False, capture_output=True
    )

    bench = library.open()
    assert (done.returncode, done.stderr) == (0, b"")
    assert holdings.statistics(bench).works == 1
    bench.store.close()
