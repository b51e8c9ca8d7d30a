"""Zip archives: read within bounds, and as far as they go when they are cut off or damaged."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from zhargy.errors import UnreadableInput

MAX_UNPACKED: Final = 400 * 1024 * 1024

_LOCAL: Final = b"PK\x03\x04"
_HEADER: Final = struct.Struct("<4s5H3I2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED: Final = 1
_UTF8: Final = 0x800
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What could be unpacked.

    Args:
        entries: Bytes by file name, in the order of the archive; the last one may be cut off.
        is_whole: Whether nothing of the archive was missing or damaged.
    """

    entries: Mapping[str, bytes]
    is_whole: bool


def read_archive(data: bytes, *, name: str, wanted: Callable[[str], bool], limit: int = MAX_UNPACKED) -> Archive:
    """Unpack the wanted files of a zip archive.

    An archive without its directory (a download that broke off) is read file by file from its start.

    Args:
        data: Bytes of the archive.
        name: File name for messages.
        wanted: Whether a file of the archive is to be unpacked.
        limit: Most bytes to unpack, over all files; what the headers claim counts for nothing.

    Raises:
        UnreadableInput: P903, protected by a password; P904, nothing of it can be read, or more than `limit` in it.
    """
    budget = _Budget(limit, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _listed(archive, wanted, budget)
    except (*_BROKEN, UnicodeDecodeError):
        entries = dict(_salvaged(data, wanted, budget))
    if not entries:
        raise UnreadableInput("P904", name=name)
    return Archive(entries=entries, is_whole=False)


def archive_names(data: bytes) -> list[str]:
    """Return the names of the files in a zip archive, whole or cut off; none when it is no archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except (*_BROKEN, UnicodeDecodeError):
        return [header.name for header in _headers(data)]


class _Budget:
    """Bytes that may still be unpacked."""

    def __init__(self, left: int, name: str) -> None:
        self.left = left
        self._name = name

    def spend(self, part: bytes) -> bytes:
        self.left -= len(part)
        if self.left < 0:
            raise UnreadableInput("P904", name=self._name)
        return part

    def refuse_password(self) -> None:
        raise UnreadableInput("P903", name=self._name)


def _listed(archive: zipfile.ZipFile, wanted: Callable[[str], bool], budget: _Budget) -> Archive:
    entries: dict[str, bytes] = {}
    is_whole = True
    for entry in archive.infolist():
        if not wanted(entry.filename):
            continue
        if entry.flag_bits & _ENCRYPTED:
            budget.refuse_password()
        try:
            with archive.open(entry) as packed:
                entries[entry.filename] = budget.spend(packed.read(budget.left + 1))
        except _BROKEN:
            is_whole = False
    return Archive(entries=entries, is_whole=is_whole)


@dataclass(frozen=True, slots=True)
class _Header:
    """A local header: where its file begins, how it is packed."""

    name: str
    start: int
    size: int
    method: int
    is_locked: bool


def _headers(data: bytes) -> Iterator[_Header]:
    at = data.find(_LOCAL)
    while at >= 0 and at + _HEADER.size <= len(data):
        _, _, flags, method, _, _, _, size, _, name_length, extra = _HEADER.unpack_from(data, at)
        named = at + _HEADER.size
        name = data[named : named + name_length].decode("utf-8" if flags & _UTF8 else "cp437", "replace")
        yield _Header(name, named + name_length + extra, size, method, bool(flags & _ENCRYPTED))
        at = data.find(_LOCAL, at + len(_LOCAL))


def _salvaged(data: bytes, wanted: Callable[[str], bool], budget: _Budget) -> Iterator[tuple[str, bytes]]:
    """Yield what stands behind each local header, in so far as it unpacks."""
    for header in _headers(data):
        if not wanted(header.name) or header.is_locked or header.method not in {_STORED, _DEFLATED}:
            continue
        rest = data[header.start :]
        part = _inflated(rest, budget) if header.method == _DEFLATED else rest[: header.size]
        if part:
            yield header.name, budget.spend(part)


def _inflated(packed: bytes, budget: _Budget) -> bytes:
    machine = zlib.decompressobj(-zlib.MAX_WBITS)
    parts: list[bytes] = []
    length = 0
    for at in range(0, len(packed), _CHUNK):
        try:
            part = machine.decompress(packed[at : at + _CHUNK], budget.left - length + 1)
        except zlib.error:
            break
        parts.append(part)
        length += len(part)
        if machine.eof or length > budget.left:
            break
    return b"".join(parts)


_CHUNK: Final = 4_096
