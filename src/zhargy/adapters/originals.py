"""Original files in a folder, by the SHA-256 of their bytes; a file is there as a whole or not at all."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from zhargy.errors import UnreadableInput

_PART: Final = ".part"


class FolderOriginals:
    """Keeps files under ``<first two digits>/<hash>``.

    A file is written aside in ``adding/``, synced, and renamed to its name. A mark of the same name lies in ``adding/``
    from before the file appears until its transaction is through, so that the file of a killed run can be told.

    Args:
        folder: Where the files lie; made when the first one is kept.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._adding = folder / "adding"

    def path(self, sha256: str) -> Path:
        """Return where the file of a hash lies."""
        return self.folder / sha256[:2] / sha256

    def put(self, data: bytes) -> str:
        """Keep a file; return its hash."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.path(sha256)
        self._adding.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(exist_ok=True)
        if path.exists():
            return sha256
        (self._adding / sha256).touch()
        _sync_folder(self._adding)
        part = self._adding / (sha256 + _PART)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _sync_folder(path.parent)
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            UnreadableInput: L107, it is missing or its bytes are not those that were kept.
        """
        try:
            data = self.path(sha256).read_bytes()
        except OSError as error:
            raise UnreadableInput("L107", name=sha256) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise UnreadableInput("L107", name=sha256)
        return data

    def unsettled(self) -> tuple[str, ...]:
        """Return the hashes of files put but not settled, in order."""
        if not self._adding.is_dir():
            return ()
        return tuple(sorted({path.name.removesuffix(_PART) for path in self._adding.iterdir()}))

    def settle(self, sha256: str) -> None:
        """Take the mark of a file away."""
        for name in (sha256 + _PART, sha256):
            (self._adding / name).unlink(missing_ok=True)

    def drop(self, sha256: str) -> None:
        """Remove a file and its mark."""
        self.path(sha256).unlink(missing_ok=True)
        self.settle(sha256)


def _sync_folder(folder: Path) -> None:
    """Make a rename outlive a power cut, where the system lets folders be synced."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
