"""The one place that joins ports to adapters."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from zhargy.adapters.database import connect
from zhargy.adapters.originals import FolderOriginals
from zhargy.adapters.tesseract import find_tesseract
from zhargy.app.ports import Workbench
from zhargy.errors import UsageError


def default_library() -> Path:
    """Return the folder of the library: ``ZHARGY_LIBRARY``, else ``zhargy`` in the data folder of the account.

    Source:
        XDG Base Directory Specification 0.8 for the data folder.
    """
    told = os.environ.get("ZHARGY_LIBRARY")
    if told:
        return Path(told).expanduser()
    base = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (base if base.is_absolute() else Path.home() / ".local" / "share") / "zhargy"


def open_workbench(folder: Path | None = None, *, database: str | None = None) -> Workbench:
    """Open a library; make its folder and bring its tables up to date where needed.

    Args:
        folder: The library's folder; ``None`` for the default one. With ``ZHARGY_DATABASE_URL`` set only the originals
            lie in it, so people who share such a database share the folder too.
        database: Address of a PostgreSQL database, empty for the folder's own file; ``None`` asks
            ``ZHARGY_DATABASE_URL``.

    Raises:
        UsageError: N104, the folder cannot be made or written to; L108, it was made by a newer version; L109, the
            PostgreSQL driver is missing; L110, the address is none of a PostgreSQL database.
        TryLater: L106, another process is making it; L112, the database does not answer.
        UnreadableInput: L107, the library is damaged.
    """
    folder = folder or default_library()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("N104", name=str(folder), errno=error.errno or 0) from error
    url = os.environ.get("ZHARGY_DATABASE_URL", "") if database is None else database
    return Workbench(
        store=connect(folder, url=url),
        originals=FolderOriginals(folder / "originals"),
        recognise=find_tesseract(),
        now=lambda: datetime.now(UTC),
    )
