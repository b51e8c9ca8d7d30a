"""Settings of Django as far as the library needs it, and those of its databases."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from zhargy.errors import UsageError

APPS: Final = ("zhargy.adapters.database",)
#: What Django is told when nobody else has told it anything, as under the command line.
SETTINGS: Final[dict[str, Any]] = {
    "INSTALLED_APPS": list(APPS),
    "DATABASES": {},
    "USE_TZ": True,
    "TIME_ZONE": "UTC",
}
#: Seconds a writer waits for another one before it gives up.
PATIENCE: Final = 30.0

_SCHEMES: Final = ("postgresql", "postgres")


def sqlite(path: Path, *, patience: float = PATIENCE) -> dict[str, Any]:
    """Return the settings of an SQLite file.

    A transaction takes the right to write at its beginning, so that two writers wait for each other and never fail in
    the middle. Commits are synced: SQLite's own default for a file in WAL mode.

    Args:
        path: The file.
        patience: Seconds to wait for another writer.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {"timeout": patience, "transaction_mode": "IMMEDIATE", "init_command": "PRAGMA synchronous=FULL"},
    }


def postgresql(url: str, *, patience: float = PATIENCE) -> dict[str, Any]:
    """Return the settings of a PostgreSQL database.

    Args:
        url: ``postgresql://user:password@host:port/name?option=value``; a ``host`` option names a socket folder.
        patience: Seconds to wait for another writer.

    Raises:
        UsageError: L109, the driver is not installed; L110, the address is none of a PostgreSQL database.

    Example:
        >>> try:
        ...     postgresql("mysql://host/laws")
        ... except UsageError as error:
        ...     print(error.code)
        L110
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UsageError("L110") from error
    name = unquote(parts.path.strip("/"))
    if parts.scheme not in _SCHEMES or not name:
        raise UsageError("L110")
    if find_spec("psycopg") is None:
        raise UsageError("L109", extra="postgres")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", None) or parts.hostname or ""
    options.setdefault("application_name", "zhargy")
    options["options"] = f"{options.get('options', '')} -c lock_timeout={round(patience * 1000)}".strip()
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(port or ""),
        "OPTIONS": options,
    }
