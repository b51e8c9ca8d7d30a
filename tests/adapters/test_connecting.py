"""Opening the database of a library."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from app.texts import NAMELESS
from libraries import Library
from zhargy.adapters.database import connect
from zhargy.app import holdings
from zhargy.app.adding import add
from zhargy.app.ports import Workbench
from zhargy.bootstrap import default_library, open_workbench
from zhargy.errors import TryLater, UnreadableInput, UsageError

OPEN = "from zhargy.bootstrap import open_workbench; open_workbench().store.close()"


def test_a_library_is_made_where_there_is_none_and_opened_where_there_is(library: Library) -> None:
    first = library.open()
    edition = add(first, NAMELESS.encode(), name="a.txt").edition
    first.store.close()

    again = library.open()

    assert holdings.edition(again, edition.id) == edition
    again.store.close()


def test_readers_do_not_wait_and_keys_are_kept_true_in_the_file(tmp_path: Path) -> None:
    from django.db import connections

    store = connect(tmp_path)

    with connections[store.alias].cursor() as cursor:
        told = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "foreign_keys")}
    store.close()

    assert told == {"journal_mode": "wal", "foreign_keys": 1}


@pytest.mark.slow
def test_processes_that_make_one_library_at_the_same_time_all_succeed(library: Library) -> None:
    library.folder.mkdir()
    command = [sys.executable, "-c", OPEN]
    running = [subprocess.Popen(command, env=library.environment(), stderr=subprocess.PIPE) for _ in range(4)]

    said = [process.communicate()[1].decode() for process in running]

    assert said == ["", "", "", ""]
    assert holdings.works(library.open()) == ((), 0)


def test_a_library_of_a_newer_version_is_refused(library: Library) -> None:
    from django.db import connections
    from django.db.migrations.recorder import MigrationRecorder

    bench = library.open()
    MigrationRecorder(connections[bench.store.alias]).record_applied("library", "0999_later")  # type: ignore[attr-defined]

    with pytest.raises(UsageError, match="L108"):
        library.open()

    bench.store.close()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "zhargy.db").write_text("a letter to my aunt " * 300, encoding="utf-8")

    with pytest.raises(UnreadableInput, match="L107"):
        connect(tmp_path)

    assert (tmp_path / "zhargy.db").read_text(encoding="utf-8").startswith("a letter")


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(UsageError, match="N104"):
        open_workbench(tmp_path / "file" / "library", database="")


@pytest.mark.parametrize("url", ["mysql://host/laws", "postgresql://host", "laws", "postgresql://host:port/laws"])
def test_an_address_of_another_kind_is_refused_without_telling_it(tmp_path: Path, url: str) -> None:
    with pytest.raises(UsageError) as refused:
        connect(tmp_path, url=url)

    assert (refused.value.code, refused.value.params) == ("L110", {})


def test_a_server_that_does_not_answer_is_told(tmp_path: Path) -> None:
    with pytest.raises(TryLater, match="L112"):
        connect(tmp_path, url=f"postgresql://nobody@/laws?host={tmp_path}")


def test_without_the_driver_the_way_to_install_it_is_told(tmp_path: Path) -> None:
    script = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from zhargy.errors import UsageError\nfrom zhargy.bootstrap import open_workbench\n"
        "try: open_workbench()\nexcept UsageError as error: print(error)"
    )
    library = Library(folder=tmp_path, database="postgresql://host/laws")

    done = subprocess.run(
        [sys.executable, "-c", script], env=library.environment(), capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "L109 (extra=postgres)"


def test_a_writer_that_goes_on_makes_the_other_one_try_later(tmp_path: Path) -> None:
    connect(tmp_path).close()
    other = sqlite3.connect(tmp_path / "zhargy.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = connect(tmp_path, patience=0.1)

    with pytest.raises(TryLater, match="L106"), store.writing():
        pass

    assert store.holdings(query="", offset=0, limit=1) == ((), 0)
    other.close()
    store.close()


def test_a_postgresql_writer_that_goes_on_makes_the_other_one_try_later(cluster: object, tmp_path: Path) -> None:
    import psycopg

    from libraries import Cluster

    assert isinstance(cluster, Cluster)
    cluster.run("CREATE DATABASE busy TEMPLATE template_zhargy")
    store = connect(tmp_path, url=cluster.url("busy"), patience=0.1)
    with psycopg.connect(cluster.url("busy")) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [0x5A686172])

        with pytest.raises(TryLater, match="L106"), store.writing():
            pass

    store.close()


def test_the_default_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/aigul")
    monkeypatch.delenv("ZHARGY_LIBRARY", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    plain = default_library()
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    data = default_library()
    monkeypatch.setenv("XDG_DATA_HOME", "not/absolute")  # to be ignored, says the XDG specification
    relative = default_library()
    monkeypatch.setenv("ZHARGY_LIBRARY", "~/laws")
    told = default_library()

    assert [str(path) for path in (plain, data, relative, told)] == [
        "/home/aigul/.local/share/zhargy", "/data/zhargy", "/home/aigul/.local/share/zhargy", "/home/aigul/laws",
    ]  # fmt: skip


def test_the_models_and_the_migrations_agree(bench: Workbench) -> None:
    from django.core.management import call_command

    call_command("makemigrations", "library", check=True, dry_run=True, verbosity=0)
