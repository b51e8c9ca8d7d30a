"""The key that signs forms and short messages: one for each library, made once, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

FILE: Final = "secret.key"
_BYTES: Final = 48


def secret_key(folder: Path) -> str:
    """Return the key of a library, made on the first call.

    Two processes that make it at the same time agree: the file is written aside and then linked to its name, which
    only the first of them can do. Files made by `NamedTemporaryFile` have rights 0600.

    Args:
        folder: The library's folder; created when missing.
    """
    path = folder / FILE
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=folder, prefix=FILE, encoding="ascii") as fresh:
            fresh.write(secrets.token_urlsafe(_BYTES))
            fresh.flush()
            with suppress(FileExistsError):
                os.link(fresh.name, path)
    return path.read_text(encoding="ascii")
