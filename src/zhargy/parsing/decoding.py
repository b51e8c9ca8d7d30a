"""Bytes into characters: Unicode in all its dresses, the old Cyrillic code pages, and a clear no to what is no text."""

from __future__ import annotations

import codecs
import hashlib
import re
from typing import Final

from zhargy.errors import UnreadableInput
from zhargy.text import Source

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODE_PAGES: Final = ("cp1251", "koi8-r", "cp866")
_PROBE: Final = 65_536
_FREQUENT: Final = re.compile(r"[оеаинтсрвл]")
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MAX_CONTROLS: Final = 0.01
_MAX_REPLACED: Final = 0.05


def decode(data: bytes, *, name: str) -> Source:
    """Return the characters of a text file.

    Args:
        data: Bytes of the file.
        name: File name for positions and messages.

    Raises:
        UnreadableInput: P901, the bytes are no text; P902, there is nothing in them.
    """
    if not data.strip():
        raise UnreadableInput("P902", name=name)
    text = decode_text(data)
    if text is None:
        raise UnreadableInput("P901", name=name)
    if not text.strip():
        raise UnreadableInput("P902", name=name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(text=text, name=name, sha256=hashlib.sha256(data).hexdigest())


def decode_text(data: bytes) -> str | None:
    """Return the characters of `data`, ``None`` when it is no text.

    Example:
        >>> decode_text("Статья".encode("cp1251"))
        'Статья'
        >>> decode_text(bytes(range(256))) is None
        True
    """
    wide = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None) or _silent_utf16(data)
    if wide:
        text = data.decode(wide, errors="replace")
        probe = text[:_PROBE].encode("utf-8", "replace")
        return None if len(_CONTROLS.findall(probe)) > _MAX_CONTROLS * len(probe) else text
    if len(_CONTROLS.findall(data[:_PROBE])) > _MAX_CONTROLS * len(data[:_PROBE]):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _old_or_damaged(data)


def _silent_utf16(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark by the zero or 04 byte in every second place."""
    probe = data[: _PROBE & ~1]
    if len(probe) < 8:
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = probe[first::2]
        zeros = high.count(0) + high.count(4)
        if zeros > len(high) // 2 and zeros + high.count(0x20) > 0.9 * len(high):
            return encoding
    return None


def _old_or_damaged(data: bytes) -> str | None:
    damaged = data.decode("utf-8", errors="replace")
    if damaged.count("\ufffd") <= _MAX_REPLACED * len(damaged):
        return damaged
    best = max(_CODE_PAGES, key=lambda page: _likeness(data[:_PROBE].decode(page, errors="replace")))
    text = data.decode(best, errors="replace")
    return text if _likeness(text[:_PROBE]) > 0.25 else None


def _likeness(text: str) -> float:
    letters = sum(character.isalpha() for character in text)
    return len(_FREQUENT.findall(text)) / max(len(text.split()) + letters, 1)
