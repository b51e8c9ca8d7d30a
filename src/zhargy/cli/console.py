"""Where the program speaks: data to standard output, words to standard error, in the reader's language."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, TextIO

import click

from zhargy.errors import TryLater, UsageError, ZhargyError
from zhargy.messages import plural, translate
from zhargy.text import Language

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(slots=True)
class Console:
    """What every command needs of its surroundings.

    Args:
        language: Language of the reader.
        quiet: Whether only refusals and errors are told.
        verbose: Whether everything is told.
        library: Folder of the library; ``None`` for the default one.
        closed: Whether the reader of standard output has gone away.
    """

    language: Language
    quiet: bool = False
    verbose: bool = False
    library: Path | None = None
    closed: bool = False

    def words(self, key: str, **params: object) -> str:
        """Return a sentence of the catalogue."""
        return translate(key, self.language, **params)

    def count(self, key: str, number: int, **params: object) -> str:
        """Return a sentence of the catalogue with a number in it."""
        return plural(key, self.language, count=number, **params)

    def write(self, data: bytes | str) -> None:
        """Write data to standard output; a reader that has gone away (``| head``) is no error.

        Raises:
            UsageError: N104, standard output is closed or cannot be written to.
            TryLater: N104, the disk behind it is full.
        """
        if self.closed:
            return
        try:
            stream = _bytes_of(sys.stdout)
            stream.write(data if isinstance(data, bytes) else data.encode(errors="backslashreplace"))
            stream.flush()
        except BrokenPipeError:
            self.closed = True
            _leave(sys.stdout)
        except OSError as error:
            self.closed = True
            _leave(sys.stdout)
            raise unwritable("-", error) from error

    def write_json(self, value: Mapping[str, Any], *, lines: bool = False) -> None:
        """Write one JSON value, indented, or on a single line of a stream."""
        self.write(json.dumps(value, ensure_ascii=False, indent=None if lines else 1) + "\n")

    def tell(self, text: str) -> None:
        """Tell a person something, unless ``--quiet`` was asked for."""
        if not self.quiet:
            self.insist(text)

    def insist(self, text: str) -> None:
        """Tell a person something that must not be left out."""
        if sys.stderr is None:
            return
        try:
            click.echo(text, err=True, color=colours(sys.stderr))
        except BrokenPipeError:
            _leave(sys.stderr)

    @property
    def shows_progress(self) -> bool:
        """Whether a progress bar has somewhere to be."""
        return not self.quiet and sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def colours(stream: TextIO) -> bool:
    """Whether a stream shows colours: a terminal, with neither ``NO_COLOR`` nor ``TERM=dumb``."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def unwritable(name: str, error: OSError) -> ZhargyError:
    """Return the refusal for an output that the operating system did not take: N104; a full disk may be freed."""
    kind: type[ZhargyError] = TryLater if error.errno in _FULL else UsageError
    return kind("N104", name=name, errno=error.errno or 0)


def _bytes_of(stream: TextIO | None) -> BinaryIO:
    """Return the bytes behind a stream; Python has none where the caller has closed it (``>&-``)."""
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return stream.buffer


def _leave(stream: TextIO | None) -> None:
    """Point a stream that is of no use any more at nothing, so that the last flush is quiet too."""
    if stream is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
