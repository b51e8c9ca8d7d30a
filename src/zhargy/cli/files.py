"""Files and the two standard streams: read whole, written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import Final

from zhargy.cli.console import Console, unwritable
from zhargy.cli.types import nearest
from zhargy.errors import NotFound, UnreadableInput, UsageError

STREAM: Final = "-"


def read_input(name: str, *, most: int = -1) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``.

    Args:
        name: Name of the file.
        most: How many bytes are read at most, so that a reader can see that there are too many; -1: all of them.

    Raises:
        NotFound: N101, there is no such file.
        UnreadableInput: N102, a folder; N103, refused by the operating system.
    """
    try:
        if name == STREAM:
            return sys.stdin.buffer.read(most) if sys.stdin is not None else b""
        with Path(name).open("rb") as file:
            return file.read(most)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound("N101", name=name, near=_neighbour(name)) from error
    except IsADirectoryError as error:
        raise UnreadableInput("N102", name=name) from error
    except OSError as error:
        raise UnreadableInput("N103", name=name, errno=error.errno or 0) from error
    except ValueError as error:
        raise NotFound("N101", name=name, near="") from error


def write_output(data: bytes, *, to: str, console: Console) -> None:
    """Write a result to a file, or to standard output for ``-``; a file is whole or was not touched.

    Raises:
        UsageError: N104, the place cannot be written to.
        TryLater: N104, the disk is full.
    """
    if to == STREAM:
        console.write(data)
        return
    try:
        _replace(Path(to), data)
    except OSError as error:
        raise unwritable(to, error) from error


def refuse_binary_terminal(*, to: str, format: str) -> None:  # noqa: A002 - the field's word
    """Keep binary data off a screen.

    Raises:
        UsageError: U107, standard output is a terminal.
    """
    if to == STREAM and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError("U107", value=format)


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file, flush to the disk, rename over it; devices and pipes are written to directly."""
    if path.exists() and not path.is_file():
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        path.write_bytes(data)
        return
    target = path.resolve()
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else _usual_mode()
    handle, aside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        Path(aside).chmod(mode)
        Path(aside).replace(target)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _neighbour(name: str) -> str:
    """Return the file of the same folder whose name is nearest to a wrong one."""
    path = Path(name)
    try:
        names = sorted(os.listdir(path.parent))  # noqa: PTH208 - names alone
    except OSError:
        return ""
    near = nearest(path.name, names)
    return str(path.with_name(near)) if near else ""
