"""Count the words of real acts; writes ``src/zhargy/packs/lexicon/{kk,ru}_{words,parts}.tsv``.

Two of ten acts (by the hash of their id) and two codes are left out, so that what is built on the tables can be tried
on texts they have not seen. Words that are themselves two words grown together are told by their parts being written
apart far more often.

Usage: python tools/build_lexicon.py [--data ../shared/data]
"""

# ruff: noqa: INP001 (a program, not a module)

from __future__ import annotations

import argparse
import hashlib
import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import zstandard

from zhargy.text.lexicon import Lexicon, make_lexicon
from zhargy.text.scripts import is_mixed, to_cyrillic
from zhargy.text.segmentation import segment

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "zhargy" / "packs" / "lexicon"
HEAD = "// Written by tools/build_lexicon.py; sources and licence in README.md\n"
HELD_OUT_FILES = ("102078828", "102380990")
WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]{2,40}")
INSTRUMENTAL = {"мен", "бен", "пен"}
HARDENED = {"ғ": "қ", "г": "к", "б": "п"}
MIN_ACTS, MIN_COUNT, MIN_STEM_ENDINGS, LONGEST = 3, 10, 4, 12
COMMON, LONG = 30, 6


@dataclass(slots=True)
class Counts:
    """What was counted in the texts of one language."""

    words: Counter[str] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, text: str) -> None:
        """Count the words and neighbours of one text."""
        for line in text.splitlines():
            words = [regular(word) for word in WORD.findall(line)]
            self.words.update(words)
            self.pairs.update(pairwise(words))
        self.texts.update({regular(word) for word in WORD.findall(text)})


def regular(word: str) -> str:
    """Return a word in lower case and one alphabet."""
    return (to_cyrillic(word) if is_mixed(word) else word).lower()


def is_held_out(name: str) -> bool:
    """Whether a text is kept for trials: two of ten by the hash of its id, and two codes."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10 in {1, 2} or name in HELD_OUT_FILES


def kazakh_texts(data: Path) -> Iterator[tuple[str, str]]:
    """Yield id and text of the Kazakh acts."""
    with (data / "ir-kz-acts" / "corpus.jsonl.zst").open("rb") as file:
        lines = zstandard.ZstdDecompressor().stream_reader(file).read().decode().split("\n")
    for line in filter(None, lines):
        act = json.loads(line)
        yield act["id"], act["text"]


def russian_texts(data: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text of the Russian codes, one paragraph a line."""
    for path in sorted((data / "ru-codes").glob("*.html.zst")):
        raw = zstandard.ZstdDecompressor().stream_reader(path.open("rb")).read().decode()
        body = re.sub(r"(?s)<(style|script|head)\b.*?</\1>|<[^>]+>", " ", raw[raw.find("<body") :])
        yield path.name.partition(".")[0], html.unescape(body)


def count(texts: Iterable[tuple[str, str]]) -> Counts:
    """Count all texts that are not held out."""
    counts = Counts()
    for name, text in texts:
        if not is_held_out(name):
            counts.add(text)
    return counts


def known_words(counts: Counts, *, least: int) -> dict[str, int]:
    """Return the words met in enough texts."""
    return {
        word: counts.words[word]
        for word, texts in counts.texts.items()
        if texts >= least and CYRILLIC.fullmatch(word) and counts.words[word] >= MIN_ACTS
    }


def count_endings(words: Mapping[str, int]) -> Counter[str]:
    """Return on how many known words each ending was met."""
    endings: Counter[str] = Counter()
    for word in words:
        for at in range(max(3, len(word) - LONGEST), len(word)):
            stem = word[:at]
            if words.get(stem, 0) < MIN_COUNT and stem[-1] in HARDENED:
                stem = stem[:-1] + HARDENED[stem[-1]]
            if words.get(stem, 0) >= MIN_COUNT:
                endings[word[at:]] += 1
    common = {ending for ending in endings if len(ending) >= 4 and words.get(ending, 0) >= 100}
    return Counter({ending: n for ending, n in endings.items() if n >= 2 and ending not in common})


def find_stems(words: Mapping[str, int], endings: Mapping[str, int]) -> dict[str, int]:
    """Return what takes several common endings without being a word itself: «ескерт» of ескертті, ескерту, ескертіп."""
    found: dict[str, list[int]] = defaultdict(list)
    for word, times in words.items():
        for at in range(max(4, len(word) - LONGEST), len(word)):
            if word[:at] not in words and endings.get(word[at:], 0) >= COMMON:
                found[word[:at]].append(times)
    return {stem: sum(times) for stem, times in found.items() if len(times) >= MIN_STEM_ENDINGS}


def drop_glued(words: dict[str, int], counts: Counts) -> dict[str, int]:
    """Return the words less those whose parts are written apart far more often than together."""
    lexicon = make_lexicon(words=words, stems={}, endings={})
    return {word: times for word, times in words.items() if not _is_glued(word, times, lexicon, counts)}


def _is_glued(word: str, times: int, lexicon: Lexicon, counts: Counts) -> bool:
    parting = segment(word, lexicon) if len(word) >= 6 else None
    if parting is None or parting.parts[-1] in INSTRUMENTAL:
        return False
    apart = min(counts.pairs[pair] for pair in pairwise(parting.parts))
    is_compound = min(map(len, parting.parts)) < LONG
    return apart >= (8 if is_compound else 1) * times


def count_compounds(words: Mapping[str, int], endings: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """Return in how many words each word comes first, and last, with another known word beside it."""
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for word in words:
        for at in range(3, len(word) - 3):
            head, tail = word[:at], word[at:]
            if tail not in endings and min(words.get(head, 0), words.get(tail, 0)) >= MIN_COUNT:
                first[head] += 1
                last[tail] += 1
    return ({w: n for w, n in first.items() if n >= 2}, {w: n for w, n in last.items() if n >= 2})


def write(language: str, counts: Counts, *, least: int) -> None:
    """Write the tables of one language."""
    words = drop_glued(known_words(counts, least=least), counts)
    endings = count_endings(words)
    first, last = count_compounds(words, endings)
    parts = {"ending": endings, "stem": find_stems(words, endings), "first": first, "last": last}
    (TARGET / f"{language}_words.tsv").write_text(
        HEAD + "".join(f"{word}\t{words[word]}\n" for word in sorted(words)), encoding="utf-8"
    )
    (TARGET / f"{language}_parts.tsv").write_text(
        HEAD + "".join(f"{kind}\t{text}\t{table[text]}\n" for kind, table in parts.items() for text in sorted(table)),
        encoding="utf-8",
    )
    print(language, len(words), {kind: len(table) for kind, table in parts.items()})  # noqa: T201


def main() -> None:
    """Build all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    data = parser.parse_args().data
    write("kk", count(kazakh_texts(data)), least=MIN_ACTS)
    write("ru", count(russian_texts(data)), least=1)


if __name__ == "__main__":
    main()
