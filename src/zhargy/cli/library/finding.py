"""Which files are meant by the paths of a call."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from zhargy.cli.files import STREAM


def find_files(paths: Iterable[str]) -> Iterator[str]:
    """Yield the files among `paths` and in the folders below them, in order of names.

    Hidden files and folders are left out. A folder that cannot be read is yielded itself, so that reading it is refused
    and nothing is passed over in silence.
    """
    for path in paths:
        if path != STREAM and Path(path).is_dir():
            yield from _below(path)
        else:
            yield path


def _below(folder: str) -> Iterator[str]:
    refused: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: refused.append(error.filename)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files = (Path(parent, name) for name in sorted(names) if not name.startswith("."))
        yield from (str(file) for file in files if file.is_file())
    yield from refused
