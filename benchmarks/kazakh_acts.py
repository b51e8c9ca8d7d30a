"""All acts of ir-kz-acts from flat text to trees: does any fail, and how much of them is left unclassified?

A line of the regular text (a block) counts as unclassified when nothing could be said of it: it lies in no provision,
preamble, annex, note, prose section or list, and is neither title, table nor signature. Counted beside it, more
strictly: lines of running text that lie in no numbered provision, article, note or preamble (mostly forms and prose in
annexes), and all lines of acts in which nothing was recognised (P108). An act without any text is refused as empty
(P902), which is what should happen to it, and is counted apart; any other exception is a failure. The letters and
digits of each tree are compared with those of the flat text, Latin and Cyrillic twins made one: none may be lost or
doubled, but for page furniture that was lifted out; a heading that stands behind an editorial note moves before it.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

import zstandard

from record import TEST_DATA, record
from zhargy.errors import UnreadableInput
from zhargy.model import Document, Kind
from zhargy.parsing import read, structure
from zhargy.text.scripts import to_cyrillic

CORPUS = TEST_DATA / "ir-kz-acts" / "corpus.jsonl.zst"
DIVISIONS = frozenset({Kind.ANNEX, Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.SUBCHAPTER})


class Outcome(NamedTuple):
    """What became of one act."""

    failure: str
    blocks: int
    unclassified: int
    loose: int
    keeps_words: bool
    keeps_order: bool
    kinds: Counter[str]
    diagnostics: Counter[str]
    repairs: Counter[str]


def acts() -> Iterator[tuple[str, str]]:
    with CORPUS.open("rb") as packed:
        lines = zstandard.ZstdDecompressor().stream_reader(packed).read().decode().split("\n")
    for line in lines:
        if line:
            row = json.loads(line)
            yield row["id"], row["text"]


def outcome(act: tuple[str, str]) -> Outcome:
    name, text = act
    try:
        document = structure(read(text.encode(), name=name))
    except Exception as error:  # noqa: BLE001 - any exception is what is counted here
        code = error.code if isinstance(error, UnreadableInput) and not text.strip() else repr(error)
        return Outcome(code, 0, 0, 0, True, True, Counter(), Counter(), Counter())
    return Outcome(
        "",
        document.text.count("\n") + 1,
        unclassified(document),
        loose(document),
        bool(document.anchors) or Counter(twins(document.text)) == Counter(twins(text)),
        bool(document.anchors) or twins(document.text) == twins(text),
        Counter(node.kind.value for node in document.walk()),
        Counter(diagnostic.code for diagnostic in document.diagnostics),
        Counter(repair.code for repair in document.repairs),
    )


def unclassified(document: Document) -> int:
    """Count the blocks that hang on the root of the tree and say nothing but their words."""
    return sum(node.kind is Kind.TEXT for node in document.children)


def loose(document: Document) -> int:
    """Count the blocks of running text that no provision holds."""
    if any(diagnostic.code == "P108" for diagnostic in document.diagnostics):
        return document.text.count("\n") + 1
    holders = [node for node in document.walk() if node.kind in DIVISIONS]
    return unclassified(document) + sum(child.kind is Kind.TEXT for node in holders for child in node.children)


def twins(text: str) -> str:
    """Return the letters and digits, those of the Latin and the Cyrillic alphabet that look alike made one."""
    return to_cyrillic("".join(character for character in text if character.isalnum())).replace("Ү", "У")


def total(counters: list[Counter[str]]) -> dict[str, int]:
    whole: Counter[str] = Counter()
    for counter in counters:
        whole.update(counter)
    return dict(sorted(whole.items()))


def main() -> None:
    start = time.perf_counter()
    with ProcessPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as pool:
        found = list(pool.map(outcome, acts(), chunksize=100))
    seconds = time.perf_counter() - start
    read_well = [one for one in found if not one.failure]
    blocks = sum(one.blocks for one in read_well)
    left = sum(one.unclassified for one in read_well)
    figures: dict[str, object] = {
        "acts": len(found),
        "structured": len(read_well),
        "empty_and_refused_as_such": sum(one.failure == "P902" for one in found),
        "exceptions": sorted({one.failure for one in found if one.failure not in {"", "P902"}}),
        "acts_with_letters_lost_or_doubled": sum(not one.keeps_words for one in read_well),
        "acts_with_words_in_another_order": sum(not one.keeps_order for one in read_well),
        "blocks": blocks,
        "blocks_unclassified": left,
        "share_unclassified": round(left / blocks, 5),
        "blocks_in_no_provision": sum(one.loose for one in read_well),
        "share_in_no_provision": round(sum(one.loose for one in read_well) / blocks, 5),
        "acts_with_unclassified_blocks": sum(one.unclassified > 0 for one in read_well),
        "acts_without_any_structure_P108": sum(one.diagnostics["P108"] > 0 for one in read_well),
        "elements": total([one.kinds for one in read_well]),
        "diagnostics": total([one.diagnostics for one in read_well]),
        "repairs": total([one.repairs for one in read_well]),
        "seconds_with_two_processes": round(seconds, 1),
    }
    record("kazakh_acts", figures, data=[CORPUS])


if __name__ == "__main__":
    main()
