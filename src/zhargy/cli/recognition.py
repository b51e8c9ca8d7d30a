"""The reader of scanned pages, looked for only where a file may hold some."""

from __future__ import annotations

from typing import Final

from zhargy.parsing import Recognise

_PAGED: Final = (b"%PDF-", b"\x1f\x8b", b"\x28\xb5\x2f\xfd")


def recogniser(data: bytes) -> Recognise | None:
    """Return what reads scanned pages on this machine, ``None`` when nothing does or `data` has no pages.

    Args:
        data: Bytes of a file; a packed one may hold pages.
    """
    if not data[:1024].lstrip().startswith(_PAGED):
        return None
    from zhargy.adapters.tesseract import find_tesseract  # noqa: PLC0415 - asked for only by files with pages

    return find_tesseract()
