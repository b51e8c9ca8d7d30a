"""Learn the log odds of runs of letters, Kazakh against Russian; writes ``packs/lexicon/language_odds.tsv``.

Learned from three fifths of the documents of ir-kz-acts and ir-ru-codes (SHA-256 of the document's id modulo 5 below
3); ``benchmarks/language_id.py`` measures on the rest. A Kazakh act may hold Russian lines: a line counts as Kazakh
when a quarter of its words, and at least two, have a letter that Russian lacks, as Russian when it has none and holds
two Russian function words that Kazakh lacks.

Usage: python tools/language_odds.py [--data ../shared/data]
"""

# ruff: noqa: D103, INP001, T201 (a program, not a module)

from __future__ import annotations

import argparse
import hashlib
import io
import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import zstandard

from zhargy.text.identification import runs

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "zhargy" / "packs" / "lexicon" / "language_odds.tsv"
KEPT = 14_000
LEAST_COUNT = 40
STRENGTH = 1.0
_WORD = re.compile(r"[а-яёәғқңөұүһі]+")
_KAZAKH = frozenset("әғқңөұүһі")
_RUSSIAN_WORDS = frozenset(re.findall(r"\w+", "и в на по с не или от для при из к о об его если что во за до"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    data = parser.parse_args().data
    kazakh, russian = Counter[str](), Counter[str]()
    for line in train_lines(data / "ir-kz-acts" / "corpus.jsonl.zst"):
        words = _WORD.findall(line.lower())
        special = sum(not _KAZAKH.isdisjoint(word) for word in words)
        if special >= 2 and 4 * special >= len(words):
            kazakh.update(words)
        elif not special and sum(word in _RUSSIAN_WORDS for word in words) >= 2:
            russian.update(words)
    for line in train_lines(data / "ir-ru-codes" / "corpus.jsonl.zst"):
        russian.update(_WORD.findall(line.lower()))
    write(odds(run_counts(kazakh), run_counts(russian)))


def train_lines(path: Path) -> Iterator[str]:
    with path.open("rb") as raw:
        for row in io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), encoding="utf-8"):
            document = json.loads(row)
            if hashlib.sha256(str(document["id"]).encode()).digest()[0] % 5 < 3:
                yield from (document.get("title") or "", *document["text"].split("\n"))


def run_counts(words: Counter[str]) -> Counter[str]:
    """Return how often each run occurs; frequent words are damped, so that legal phrases do not drown the language."""
    counts = Counter[str]()
    for word, count in words.items():
        weight = math.sqrt(count)
        for run in runs(word):
            counts[run] += weight  # type: ignore[assignment]
    return counts


def odds(kazakh: Counter[str], russian: Counter[str]) -> dict[str, float]:
    """Return the runs that tell most, with their log odds per run length."""
    found: dict[str, float] = {}
    for size in range(1, 5):
        in_kazakh = {run: count for run, count in kazakh.items() if len(run) == size}
        in_russian = {run: count for run, count in russian.items() if len(run) == size}
        totals = sum(in_kazakh.values()), sum(in_russian.values())
        for run in in_kazakh.keys() | in_russian.keys():
            first, second = in_kazakh.get(run, 0.0), in_russian.get(run, 0.0)
            if first + second >= LEAST_COUNT:
                found[run] = math.log((first + STRENGTH) / totals[0]) - math.log((second + STRENGTH) / totals[1])
    telling = sorted(found, key=lambda run: (-abs(found[run]) * math.log(kazakh[run] + russian[run] + 1), run))
    return {run: found[run] for run in telling[:KEPT] if abs(found[run]) >= 0.3}


def write(table: dict[str, float]) -> None:
    rows = [f"{run}\t{value:.1f}" for run, value in sorted(table.items())]
    head = "// Written by tools/language_odds.py; sources and licence in README.md"
    TARGET.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    print(f"{len(rows)} runs")


if __name__ == "__main__":
    main()
