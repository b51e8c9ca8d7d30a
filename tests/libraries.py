"""Libraries for tests, each on both databases: SQLite, and PostgreSQL where the machine has its programs."""

from __future__ import annotations

import getpass
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest

from zhargy.adapters.database import connect
from zhargy.app.ports import Workbench
from zhargy.bootstrap import open_workbench

_START_SECONDS = 60
_TEMPLATE = "template_zhargy"
_NUMBERS = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Where a library of a test lies.

    Args:
        folder: Its folder.
        database: Address of its PostgreSQL database, empty for SQLite.
    """

    folder: Path
    database: str

    def open(self) -> Workbench:
        """Open it."""
        return open_workbench(self.folder, database=self.database)

    def environment(self) -> dict[str, str]:
        """Return the environment under which another process opens it."""
        return {**os.environ, "ZHARGY_LIBRARY": str(self.folder), "ZHARGY_DATABASE_URL": self.database}

    def originals(self) -> list[str]:
        """Return the names of the original files that can be seen."""
        return sorted(path.name for path in (self.folder / "originals").glob("??/*"))


@dataclass(frozen=True, slots=True)
class Cluster:
    """A PostgreSQL server of our own, on a socket in its own folder.

    Args:
        folder: Where it lies.
        user: Its superuser.
    """

    folder: Path
    user: str

    def url(self, name: str) -> str:
        """Return the address of one of its databases."""
        return f"postgresql://{self.user}@/{name}?host={self.folder}"

    def run(self, statement: str) -> None:
        """Run one statement outside a transaction."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A throw-away PostgreSQL cluster; tests that need it are skipped, and counted, where PostgreSQL is absent."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = str(programs[-1]) if programs else shutil.which("initdb")
    if initdb is None:
        pytest.skip("PostgreSQL is not installed (Debian package: postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="zhargy-pg-"))
    try:
        yield from _running(folder, Path(initdb).parent)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _running(folder: Path, programs: Path) -> Iterator[Cluster]:
    """Make a cluster, serve it, and stop the server by the process that was started."""
    user, prefix = _unprivileged(folder)
    data = folder / "data"
    initdb = [*prefix, str(programs / "initdb"), "-D", str(data), "-U", user, "-A", "trust", "-E", "UTF8"]
    subprocess.run([*initdb, "--locale=C", "--no-sync"], check=True, capture_output=True)
    serve = [*prefix, str(programs / "postgres"), "-D", str(data), "-k", str(folder), "-c", "listen_addresses="]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen([*serve, "-c", "fsync=off", "-c", "max_connections=40"], stderr=log, stdout=log) as server,
    ):
        try:
            made = Cluster(folder, user)
            _wait_for(made)
            made.run(f"CREATE DATABASE {_TEMPLATE}")
            connect(folder, url=made.url(_TEMPLATE)).close()
            yield made
        finally:
            server.send_signal(signal.SIGQUIT)  # nothing in it is worth a checkpoint
            server.wait()


def _unprivileged(folder: Path) -> tuple[str, list[str]]:
    """Return whom the server runs as, and how: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return getpass.getuser(), []
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = "postgres" if "postgres" in names else "nobody"
    entry = pwd.getpwnam(user)
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    return user, ["setpriv", f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups"]


def _wait_for(cluster: Cluster) -> None:
    end = time.monotonic() + _START_SECONDS
    while True:
        try:
            return cluster.run("SELECT 1")
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


@pytest.fixture(params=["sqlite", "postgresql"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Library:
    """The place of an empty library, once on each database."""
    folder = tmp_path / "library"
    if request.param == "sqlite":
        return Library(folder=folder, database="")
    cluster: Cluster = request.getfixturevalue("cluster")
    name = f"library_{next(_NUMBERS)}"
    cluster.run(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
    return Library(folder=folder, database=cluster.url(name))


@pytest.fixture
def bench(library: Library) -> Iterator[Workbench]:
    """An empty library, once on each database."""
    opened = library.open()
    yield opened
    opened.store.close()
