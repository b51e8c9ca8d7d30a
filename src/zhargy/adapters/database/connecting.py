"""Opening a library's database: Django set up once, the file made, the tables brought up to date."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import django
from django.apps import apps
from django.conf import ENVIRONMENT_VARIABLE, settings
from django.db import DatabaseError, InterfaceError, OperationalError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from zhargy.adapters.database.settings import PATIENCE, SETTINGS, postgresql, sqlite
from zhargy.errors import TryLater, UnreadableInput, UsageError

if TYPE_CHECKING:
    from zhargy.adapters.database.store import DatabaseStore

_APP: Final = "library"
_OWN_SETTINGS: Final = "zhargy."
_LOCK: Final = 0x5A686172  # "Zhar": the number under which PostgreSQL knows the one writer
_PAUSE: Final = 0.05
_BUSY: Final = ("locked", "lock timeout", "deadlock", "55P03")
_DAMAGED: Final = ("not a database", "malformed", "disk image")


def connect(folder: Path, *, url: str = "", patience: float = PATIENCE) -> DatabaseStore:
    """Open the database of a library; make it and bring its tables up to date where needed.

    Args:
        folder: Folder of the library, which holds ``zhargy.db``.
        url: Address of a PostgreSQL database to use in its place; empty for the file.
        patience: Seconds a writer waits for another one.

    Raises:
        UsageError: L108, made by a newer version; L109, the driver is missing; L110, not such an address.
        TryLater: L106, another process is making it; L112, the server does not answer.
        UnreadableInput: L107, the file is damaged.
    """
    values = postgresql(url, patience=patience) if url else sqlite(folder / "zhargy.db", patience=patience)
    set_up()
    alias = "library-" + hashlib.sha256(repr(sorted(values.items(), key=str)).encode()).hexdigest()[:16]
    if alias not in connections.settings:
        connections.settings[alias] = _complete(alias, values)
    connection = connections[alias]
    with refusals():
        if not url:
            _write_ahead(connection, patience=patience)
        _migrate(connection)
    from zhargy.adapters.database.store import DatabaseStore  # noqa: PLC0415 - its models need the set-up above

    return DatabaseStore(alias)


def set_up() -> None:
    """Set Django up, with the portal's settings where it has named them and with the library's own elsewhere.

    Calling it again does nothing. `connect` does it by itself.
    """
    if not settings.configured and not os.environ.get(ENVIRONMENT_VARIABLE, "").startswith(_OWN_SETTINGS):
        settings.configure(**SETTINGS)
    if not apps.ready:
        django.setup()


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what a database says into refusals of ours; what is our own bug passes.

    Raises:
        TryLater: L106, another process is writing; L112, the database cannot be reached.
        UnreadableInput: L107, the file is damaged.
    """
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        said = str(error)
        if any(word in said for word in _DAMAGED):
            raise UnreadableInput("L107", name="zhargy.db") from error
        raise TryLater("L106" if any(word in said for word in _BUSY) else "L112") from error
    except DatabaseError as error:
        if any(word in str(error) for word in _DAMAGED):
            raise UnreadableInput("L107", name="zhargy.db") from error
        raise


@contextmanager
def writing(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Run one transaction as the only writer of a library."""
    with transaction.atomic(using=connection.alias):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield


def _complete(alias: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return database settings with Django's defaults for everything not told."""
    complete: dict[str, Any] = connections.configure_settings({"default": {}, alias: dict(values)})[alias]
    return complete


def _write_ahead(connection: BaseDatabaseWrapper, *, patience: float) -> None:
    """Put the file into WAL mode, once in its life, so that readers never wait for a writer."""
    end = time.monotonic() + patience
    while True:
        try:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA journal_mode=WAL")
                return
        except OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(_PAUSE)


def _migrate(connection: BaseDatabaseWrapper) -> None:
    """Bring the tables up to date in one transaction; the second of two processes finds it done."""
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 - needs the set-up

    if not _planned(MigrationExecutor(connection)):
        return
    connection.disable_constraint_checking()
    try:
        with writing(connection):
            executor = MigrationExecutor(connection)
            executor.migrate(executor.loader.graph.leaf_nodes(_APP), plan=_planned(executor))
    finally:
        connection.enable_constraint_checking()


def _planned(executor: Any) -> Any:
    """Return the migrations still to run.

    Raises:
        UsageError: L108, the tables were made by a newer version.
    """
    known = {key for key in executor.loader.graph.nodes if key[0] == _APP}
    if any(key[0] == _APP and key not in known for key in executor.loader.applied_migrations):
        raise UsageError("L108")
    return executor.migration_plan(executor.loader.graph.leaf_nodes(_APP))
