"""Opening the library a call works with."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from zhargy.app.ports import Workbench
from zhargy.cli.console import Console
from zhargy.errors import NotFound


@contextmanager
def library_of(console: Console) -> Iterator[Workbench]:
    """Open a library that is there already; let go of it at the end.

    Raises:
        NotFound: L120, there is no library in the folder.
    """
    if not has_library(console):
        from zhargy.bootstrap import default_library  # noqa: PLC0415 - brings the database along

        raise NotFound("L120", folder=str(console.library or default_library()))
    with new_library_of(console) as bench:
        yield bench


@contextmanager
def new_library_of(console: Console) -> Iterator[Workbench]:
    """Open the library; it is made where there is none yet, and let go of at the end."""
    from zhargy.bootstrap import open_workbench  # noqa: PLC0415

    bench = open_workbench(console.library)
    try:
        yield bench
    finally:
        bench.store.close()


def has_library(console: Console) -> bool:
    """Whether there is a library already; asking makes none."""
    from zhargy.bootstrap import default_library  # noqa: PLC0415

    if os.environ.get("ZHARGY_DATABASE_URL"):
        return True
    return ((console.library or default_library()) / "zhargy.db").is_file()
