"""Does the right passage come up for a Kazakh question? KazQAD, plain BM25 over different stems.

764 questions, 697 passages, question -> its passage; R@10 and MRR@10. A compound with hyphens counts as its parts.
Derivational endings of the full strength were chosen on questions whose SHA-256 is even; the odd ones are the held-out
half.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable

from record import TEST_DATA, record
from zhargy.text import Language
from zhargy.text.stems import Strength, stem
from zhargy.text.tokens import TokenKind, tokens

QUESTIONS = TEST_DATA / "kazakh-nlp" / "kazqad_rc_validation.jsonl.gz"
Stem = Callable[[str], str]


class Index:
    """BM25 in thirty lines, so that nothing but the stems differs."""

    def __init__(self, passages: list[list[str]], *, k1: float, b: float) -> None:
        self.postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        lengths = [len(passage) for passage in passages]
        average = sum(lengths) / len(lengths)
        self.norms = [k1 * (1 - b + b * length / average) for length in lengths]
        self.k1 = k1
        for number, passage in enumerate(passages):
            for term, count in Counter(passage).items():
                self.postings[term].append((number, count))

    def best(self, query: list[str], *, limit: int) -> list[int]:
        """Return the numbers of the best passages, the best first."""
        scores: dict[int, float] = defaultdict(float)
        total = len(self.norms)
        for term in query:
            found = self.postings.get(term, [])
            weight = math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5))
            for number, count in found:
                scores[number] += weight * count * (self.k1 + 1) / (count + self.norms[number])
        return sorted(scores, key=lambda number: (-scores[number], number))[:limit]


def terms(text: str, stemmer: Stem) -> list[str]:
    words = (token.text.lower() for token in tokens(text) if token.kind is not TokenKind.MARK)
    return [stemmer(part) for word in words for part in word.split("-") if part]


def measured(ranks: list[int | None]) -> dict[str, float]:
    found = [rank for rank in ranks if rank is not None]
    return {
        "recall_at_10": round(len(found) / len(ranks), 4),
        "mrr_at_10": round(sum(1 / (rank + 1) for rank in found) / len(ranks), 4),
        "questions": len(ranks),
    }


def run(questions: list[tuple[str, int]], passages: list[str], stemmer: Stem, *, k1: float, b: float) -> object:
    index = Index([terms(passage, stemmer) for passage in passages], k1=k1, b=b)
    ranks: dict[str, list[int | None]] = {"developed_on": [], "held_out": [], "whole": []}
    for question, answer in questions:
        top = index.best(terms(question, stemmer), limit=10)
        rank = top.index(answer) if answer in top else None
        half = "held_out" if hashlib.sha256(question.encode()).digest()[0] % 2 else "developed_on"
        ranks[half].append(rank)
        ranks["whole"].append(rank)
    return {half: measured(found) for half, found in ranks.items()}


def main() -> None:
    with gzip.open(QUESTIONS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    numbers: dict[str, int] = {}
    questions = [(row["question"], numbers.setdefault(row["context"], len(numbers))) for row in rows]
    stemmers: dict[str, Stem] = {
        "raw": str,
        "five_letters": lambda word: word[:5],
        "zhargy_light": lambda word: stem(word, Language.KK),
        "zhargy_full": lambda word: stem(word, Language.KK, strength=Strength.FULL),
    }
    figures = {
        f"k1={k1} b={b}": {
            name: run(questions, list(numbers), stemmer, k1=k1, b=b) for name, stemmer in stemmers.items()
        }
        for k1, b in ((1.2, 0.75), (0.9, 0.4))
    }
    record("retrieval_kk", figures, data=[QUESTIONS])


if __name__ == "__main__":
    main()
