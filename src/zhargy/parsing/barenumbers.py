"""Items whose bracket was lost: «2 алдын ала …» between «1) …;» and «3) …» is item 2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from zhargy.parsing.blocks import Block, Hint
from zhargy.parsing.markers import Style, read_marker
from zhargy.text import Change, Edit, Span

BRACKET: Final = "P011"
_BARE: Final = re.compile(r"\d{1,3}(?= [^\W\d_])")


def mend_brackets(
    blocks: Sequence[Block], *, kept: frozenset[int], undone: frozenset[str] = frozenset()
) -> tuple[list[Block], list[Change]]:
    """Return the blocks with lost brackets put back, and the changes made.

    A number is taken for an item only where it goes on with the row: the item before it is one less and ends in a
    semicolon, or the item behind it is one more; its own words begin low.

    Args:
        blocks: Blocks in reading order.
        kept: Places of blocks to leave alone (quotations).
        undone: Ids of changes not to make.
    """
    mended = list(blocks)
    changes: list[Change] = []
    for at in range(1, len(mended)):
        bare = _BARE.match(mended[at].text.text) if at not in kept else None
        if bare is None or Hint.TABLE in mended[at].hints or not _goes_on(mended, at, bare):
            continue
        text = mended[at].text
        edit = Edit(span=Span(0, bare.end()), after=f"{bare[0]})", code=BRACKET)
        change = text.change(edit)
        if change.id not in undone:
            mended[at] = replace(mended[at], text=text.apply([edit]))
            changes.append(change)
    return mended, changes


def _goes_on(blocks: Sequence[Block], at: int, bare: re.Match[str]) -> bool:
    number = int(bare[0])
    if _item(blocks[at - 1]) != number - 1 or not bare.string[bare.end() + 1].islower():
        return False
    follows = at + 1 < len(blocks) and _item(blocks[at + 1]) == number + 1
    return follows or blocks[at - 1].text.text.rstrip().endswith(";")


def _item(block: Block) -> int | None:
    """Return the number of an item with a bracket."""
    if not block.text.text[:1].isdigit():
        return None
    marker = read_marker(block.text.text)
    is_item = marker is not None and marker.style is Style.DIGIT_BRACKET and marker.number.isdigit()
    return int(marker.number) if marker is not None and is_item else None
