"""Learn the roots and the costs of endings of the Kazakh stemmer; writes ``src/zhargy/packs/lexicon/kk_*.tsv``.

Words are counted in real acts and news, every reading the table of endings allows is weighed, and expectation
maximisation decides how likely each root and each ending is. A root is kept only where it saves more than it costs to
write down (minimum description length), so that «қатынастар» does not become a root beside «қатынас».

Usage: python tools/kk_roots.py [--data ../shared/data]
"""

# ruff: noqa: D103, INP001, T201 (a program, not a module)

from __future__ import annotations

import argparse
import gzip
import io
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import zstandard

from zhargy.text.scripts import to_cyrillic
from zhargy.text.stemming.kk_analysis import Reading, readings
from zhargy.text.stemming.kk_model import END, NEVER, Model, needs_known_verb, unknown_root
from zhargy.text.stemming.kk_sounds import CONSONANTS, VOWELS
from zhargy.text.stemming.kk_words import CLOSED

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "zhargy" / "packs" / "lexicon"
ENTRY_COST, LETTER_COST = 20.0, 3.0
DISCOUNT, FLOOR = 0.5, 3.0
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]{2,30}")
_KAZAKH = frozenset("әғқңөұүһі")
_PURE = VOWELS - frozenset("иую")

Key = tuple[str, str]


@dataclass(slots=True)
class Lexicon:
    """Roots with their weights, and how often an ending followed another."""

    roots: dict[Key, float] = field(default_factory=dict)
    model: Model | None = None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    data = parser.parse_args().data
    short, common = common_roots()
    words = vocabulary(data)
    examples = [found for word in words if (found := [r for r in readings(word) if len(r.root) > 2 or key(r) in short])]
    print(f"{len(words)} words, {len(examples)} with readings")
    lexicon = learn(examples, Lexicon(), floor=short | common, rounds=6)
    for _ in range(3):
        kept = pruned(examples, lexicon, keep=short | common)
        lexicon = learn(examples, Lexicon(kept, lexicon.model), floor=short | common, rounds=3, only=set(kept))
        print(f"{len(lexicon.roots)} roots")
    write(lexicon)


def common_roots() -> tuple[set[Key], set[Key]]:
    """Return the two-letter roots and the longer ones written down by hand."""
    sections: dict[str, set[str]] = defaultdict(set)
    name = ""
    for line in (ROOT / "tools" / "kk_common_roots.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif not line.startswith("#"):
            sections[name].update(line.split())
    kinds = {"noun": "N", "verb": "V"}
    short = {(word, kinds[kind]) for kind in kinds for word in sections[f"short {kind}"]}
    return short, {(word, kinds[kind]) for kind in kinds for word in sections[kind]}


def vocabulary(data: Path) -> list[str]:
    """Return the Kazakh words of the acts (met twice) and of the news."""
    acts, news = Counter[str](), Counter[str]()
    for line in act_lines(data / "ir-kz-acts" / "corpus.jsonl.zst"):
        acts.update(kazakh_words(line))
    for line in news_lines(data / "kazakh-nlp" / "kaznerd_valid.iob2.txt.gz"):
        news.update(kazakh_words(line))
    return sorted(({word for word, count in acts.items() if count > 1} | set(news)) - set(CLOSED))


def act_lines(path: Path) -> Iterator[str]:
    with path.open("rb") as raw:
        for row in io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), encoding="utf-8"):
            yield from set(json.loads(row)["text"].split("\n"))


def news_lines(path: Path) -> Iterator[str]:
    sentence: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            if row.strip():
                sentence.append(row.split()[0])
            else:
                yield " ".join(sentence)
                sentence.clear()


def kazakh_words(line: str) -> list[str]:
    """Return the words of a line that is Kazakh beyond doubt, of none otherwise."""
    words = [to_cyrillic(word) if not word.isascii() else word for word in _WORD.findall(line.lower())]
    if len(words) < 3 or 4 * sum(not _KAZAKH.isdisjoint(word) for word in words) < len(words):
        return []
    return [word for word in words if _CYRILLIC.fullmatch(word)]


def key(reading: Reading) -> Key:
    return reading.root, reading.kind


def learn(
    examples: list[list[Reading]], lexicon: Lexicon, *, floor: set[Key], rounds: int, only: set[Key] | None = None
) -> Lexicon:
    """Return the lexicon after some rounds of expectation and maximisation."""
    for _ in range(rounds):
        counts: dict[Key, float] = defaultdict(float)
        pairs: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for found in examples:
            for reading, share in shares(found, lexicon.model):
                if only is None or key(reading) in only:
                    counts[key(reading)] += share
                before = reading.kind
                for tag in (*reading.tags, END):
                    pairs[before][tag] += share
                    before = tag
        roots = {root: count - DISCOUNT for root, count in counts.items() if count > DISCOUNT}
        roots |= {root: max(roots.get(root, 0.0), FLOOR) for root in sorted(floor)}
        lexicon = Lexicon(roots, as_model(roots, pairs))
    return lexicon


def shares(found: list[Reading], model: Model | None) -> Iterable[tuple[Reading, float]]:
    """Return the readings of a word with the probability of each."""
    costs = [cost(reading, model) for reading in found]
    least = min(costs)
    weights = [math.exp(least - one) for one in costs]
    total = sum(weights)
    return [(reading, weight / total) for reading, weight in zip(found, weights, strict=True) if weight > total * 1e-4]


def cost(reading: Reading, model: Model | None) -> float:
    if model is None:
        bare = reading.kind == "V" and not reading.tags
        return 0.7 * (len(reading.root) + len(reading.tags)) + bare + 6 * needs_known_verb(reading)
    return min(model.root_cost(reading), unknown_root(reading)) + chain(reading, model)


def chain(reading: Reading, model: Model) -> float:
    """Return the cost of the endings; in running text a bare verb is a command, and rare."""
    if reading.kind == "V" and not reading.tags:
        return model.endings.get(("V", END), NEVER)
    return model.chain_cost(reading)


def as_model(roots: dict[Key, float], pairs: dict[str, dict[str, float]]) -> Model:
    total = sum(roots.values())
    costs = {
        root: -math.log(weight / total + math.exp(-unknown_root(Reading(*root, ())))) for root, weight in roots.items()
    }
    endings: dict[Key, float] = {}
    for before, followers in pairs.items():
        mass = sum(followers.values()) + 0.5 * len(followers)
        endings |= {(before, tag): -math.log((count + 0.1) / mass) for tag, count in followers.items()}
    return Model(roots=costs, endings=endings)


def pruned(examples: list[list[Reading]], lexicon: Lexicon, *, keep: set[Key]) -> dict[Key, float]:
    """Return the roots without those that other roots explain nearly as well, the longest tried first."""
    model = lexicon.model
    assert model is not None
    roots = {root: weight for root, weight in lexicon.roots.items() if root in keep or not derived(root, lexicon.roots)}
    users: dict[Key, list[int]] = defaultdict(list)
    for index, found in enumerate(examples):
        for root in {key(reading) for reading in found} & roots.keys():
            users[root].append(index)
    for root in sorted(users, key=lambda root: (-len(root[0]), root)):
        lost = sum(loss(examples[index], root, roots, model) for index in users[root])
        if root not in keep and lost < ENTRY_COST + LETTER_COST * len(root[0]):
            del roots[root]
    return {root: weight for root, weight in roots.items() if root in users or root in keep}


def loss(found: list[Reading], root: Key, roots: dict[Key, float], model: Model) -> float:
    """Return by how much one word becomes dearer when `root` is not known."""
    best = without = math.inf
    for reading in found:
        tail = chain(reading, model)
        unknown = unknown_root(reading) + tail
        known = model.root_cost(reading) + tail if key(reading) in roots else unknown
        best = min(best, known)
        without = min(without, unknown if key(reading) == root else known)
    return without - best


def derived(root: Key, roots: dict[Key, float]) -> bool:
    """Whether a root is another one that lost its vowel (халқ) or a passive of another (ашыл)."""
    word, kind = root
    if kind == "N":
        cluster = len(word) > 2 and word[-1] in CONSONANTS and word[-2] in CONSONANTS
        return cluster and any((f"{word[:-1]}{vowel}{word[-1]}", "N") in roots for vowel in "ыі")
    for reading in readings(word):
        if reading.kind == "V" and reading.tags == ("passive",) and key(reading) in roots:
            return True
    return False


def write(lexicon: Lexicon) -> None:
    assert lexicon.model is not None
    TARGET.mkdir(parents=True, exist_ok=True)
    head = "// Written by tools/kk_roots.py; sources and licence in README.md"
    for name, table in (("kk_roots.tsv", lexicon.model.roots), ("kk_endings.tsv", lexicon.model.endings)):
        rows = [f"{first}\t{second}\t{cost:.2f}" for (first, second), cost in sorted(table.items())]
        (TARGET / name).write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
