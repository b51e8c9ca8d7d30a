"""New wordings that an amending act quotes for another act.

What stands between the quotation marks is law of the other act: its numbers open no articles or points here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from zhargy.parsing.blocks import Block
from zhargy.parsing.formulas import enacts
from zhargy.parsing.markers import read_marker

_MAX_BLOCKS: Final = 400
_CLOSERS: Final = {'"': '"', "«": "»", "“": "”", "„": "“”", "‘": "’"}
_TAIL: Final = " .;,"


def quoted_blocks(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the blocks that belong to a quoted wording.

    A quotation opens at the start of a block, behind a block that ends in a colon (not in the formula that enacts the
    act), and runs to the block in which its
    marks balance. Where they never balance, it ends with the first block that ends in a closing mark.
    """
    quoted: set[int] = set()
    at = 1
    while at < len(blocks):
        end = _end(blocks, at) if _opens(blocks[at - 1].text.text, blocks[at].text.text) else None
        if end is None:
            at += 1
            continue
        quoted.update(range(at, end + 1))
        at = end + 1
    return frozenset(quoted)


def _opens(before: str, words: str) -> bool:
    mark = words[:1]
    if mark not in _CLOSERS or not before.rstrip().endswith(":") or enacts(before):
        return False
    return mark != "‘" or read_marker(words[1:]) is not None


def _end(blocks: Sequence[Block], start: int) -> int | None:
    opener = blocks[start].text.text[0]
    closers = _CLOSERS[opener]
    depth = 0
    first_closed = None
    for at in range(start, min(len(blocks), start + _MAX_BLOCKS)):
        words = blocks[at].text.text
        depth += _balance(words, opener, closers)
        is_closed = words.rstrip(_TAIL)[-1:] in closers and (at > start or len(words.rstrip(_TAIL)) > 1)
        if depth <= 0 or (opener == '"' and depth % 2 == 0):
            if is_closed:
                return at
            if at == start:
                return None
        if is_closed and first_closed is None:
            first_closed = at
    return first_closed


def _balance(words: str, opener: str, closers: str) -> int:
    """Return by how many marks the words leave the quotation deeper; straight marks are only counted."""
    if opener == '"':
        return words.count('"')
    if opener == "‘":
        return words.count(opener) - len(_CLOSING_SINGLE.findall(words))
    return words.count(opener) - sum(words.count(closer) for closer in closers)


_CLOSING_SINGLE: Final = re.compile(r"’(?!\w)")
