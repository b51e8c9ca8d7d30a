"""Is the language of a line told rightly? Lines of acts in three languages, by length and by kind of trouble.

Where the labels come from:

- Kazakh: lines of ir-kz-acts in which a third of the words, and at least two, have a letter that Russian lacks
- Kazakh and Russian lines of ir-kz-acts without any such letter: labelled by eye (``language_id_labels.tsv``)
- Russian: ir-ru-codes; English: the AI Act and ir-obliqa
- news of other sources, never seen in training: KazNERD and UD-KTB (Kazakh), NEREL (Russian)

Documents are split by the SHA-256 of their id modulo 5: the table was learned on 0 to 2 of the Kazakh and Russian
acts, 3 was looked at while developing, 4 is measured here. Lines of fewer than three words are left out.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import zstandard

from record import TEST_DATA, record
from zhargy.text import Language
from zhargy.text.identification import identify

HELD_OUT = 4
LABELS = Path(__file__).with_name("language_id_labels.tsv")
BUCKETS = ((3, 4), (5, 9), (10, 24), (25, 10_000))
PER_SOURCE = 6000
_WORD = re.compile(r"[^\W\d_]{2,}")
_KAZAKH = frozenset("әғқңөұүһі")
_TWINS = str.maketrans("іІаеосрх", "iIaeocpx")
_LATIN_I = str.maketrans("іІ", "iI")

Line = tuple[str, Language]


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open("rb") as raw:
        for row in io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), encoding="utf-8"):
            yield json.loads(row)


def held_out(row: dict[str, str]) -> bool:
    return hashlib.sha256(str(row["id"]).encode()).digest()[0] % 5 == HELD_OUT


def act_lines(folder: str) -> Iterator[str]:
    for row in rows(TEST_DATA / folder / "corpus.jsonl.zst"):
        if held_out(row):
            yield from (line.strip() for line in row["text"].split("\n"))


def kazakh_acts() -> Iterator[Line]:
    for line in act_lines("ir-kz-acts"):
        words = _WORD.findall(line.lower())
        special = sum(not _KAZAKH.isdisjoint(word) for word in words)
        if special >= 2 and 3 * special >= len(words):
            yield line, Language.KK


def labelled_by_eye() -> Iterator[Line]:
    table = (line.split("\t") for line in LABELS.read_text().splitlines() if not line.startswith("//"))
    labels = {digest: Language(tag) for digest, tag in table}
    for line in act_lines("ir-kz-acts"):
        label = labels.pop(hashlib.sha256(line.encode()).hexdigest()[:12], None)
        if label:
            yield line, label
    assert not labels, f"{len(labels)} labelled lines are not in the data"


def english() -> Iterator[Line]:
    for line in act_lines("ir-obliqa"):
        yield line, Language.EN
    with gzip.open(TEST_DATA / "ai-act" / "ai_act_2024_1689_en.json.gz", "rt", encoding="utf-8") as file:
        for text in strings(json.load(file)):
            yield from ((line, Language.EN) for line in text.split("\n"))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


def news(path: Path, language: Language) -> Iterator[Line]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        if path.name.endswith(".jsonl.gz"):
            for row in file:
                yield from ((line, language) for line in json.loads(row)["text"].split("\n"))
        elif path.name.endswith(".conllu.gz"):
            yield from ((row.split("=", 1)[1].strip(), language) for row in file if row.startswith("# text ="))
        else:
            for sentence in file.read().split("\n\n"):
                yield " ".join(row.split()[0] for row in sentence.splitlines() if row.strip()), language


def usable(lines: Iterator[Line]) -> list[Line]:
    """Return the lines of three words and more, each once, a fixed sample of large sources."""
    kept = {line: language for line, language in lines if len(_WORD.findall(line)) >= 3}
    order = sorted(kept, key=lambda line: hashlib.sha256(line.encode()).digest())
    return [(line, kept[line]) for line in order[:PER_SOURCE]]


def accuracy(lines: list[Line]) -> dict[str, object]:
    right: dict[str, list[bool]] = defaultdict(list)
    for line, language in lines:
        words = len(_WORD.findall(line))
        low, high = next(bucket for bucket in BUCKETS if bucket[0] <= words <= bucket[1])
        right[f"words_{low}_to_{high}" if high < 1000 else f"words_{low}_and_more"].append(identify(line) is language)
    every = [one for ones in right.values() for one in ones]
    by_length = {
        name: {"accuracy": round(sum(ones) / len(ones), 4), "lines": len(ones)} for name, ones in right.items()
    }
    return {
        "accuracy": round(sum(every) / len(every), 4),
        "lines": len(every),
        "by_length": dict(sorted(by_length.items())),
    }


def main() -> None:
    nlp = TEST_DATA / "kazakh-nlp"
    acts = {
        "kazakh_acts": usable(kazakh_acts()),
        "kazakh_and_russian_without_special_letters": usable(labelled_by_eye()),
        "russian_codes": usable((line, Language.RU) for line in act_lines("ir-ru-codes")),
        "english_rules": usable(english()),
    }
    cyrillic = acts["kazakh_acts"][:2000] + acts["russian_codes"][:2000]
    sources = acts | {
        "all_acts": [line for lines in acts.values() for line in lines],
        "capitals": [(line.upper(), language) for line, language in cyrillic + acts["english_rules"][:2000]],
        "latin_i_in_kazakh": [(line.translate(_LATIN_I), language) for line, language in acts["kazakh_acts"][:2000]],
        "eight_latin_twins": [(line.translate(_TWINS), language) for line, language in cyrillic],
        "news_kazakh_kaznerd": usable(news(nlp / "kaznerd_valid.iob2.txt.gz", Language.KK)),
        "mixed_kazakh_ud_ktb": usable(news(nlp / "ud_kazakh_ktb_test.conllu.gz", Language.KK)),
        "news_russian_nerel": usable(news(TEST_DATA / "nerel" / "nerel_dev.jsonl.gz", Language.RU)),
    }
    figures: dict[str, object] = {name: accuracy(lines) for name, lines in sources.items()}
    figures["mb_per_s"] = speed([line for line, _ in sources["all_acts"]])
    table = Path(__file__).parents[1] / "src" / "zhargy" / "packs" / "lexicon" / "language_odds.tsv"
    record("language_id", figures, data=[LABELS, table, TEST_DATA / "ir-kz-acts" / "corpus.jsonl.zst"])


def speed(lines: list[str]) -> float:
    start = time.perf_counter()
    for line in lines:
        identify(line)
    return round(sum(len(line.encode()) for line in lines) / 1e6 / (time.perf_counter() - start), 2)


if __name__ == "__main__":
    main()
