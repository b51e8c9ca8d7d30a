"""The words of legal Kazakh and Russian with their frequencies, and the endings they take.

Counted in real acts by ``tools/build_lexicon.py``; sources and licence stand in ``packs/lexicon/README.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log
from typing import Final

from zhargy.text.languages import Language

NEVER: Final = 99.0
MIN_STEM: Final = 3
MAX_ENDING: Final = 12

_HEAD: Final = 5
_UNSEEN: Final = 4.0
_SOFTENED: Final = {"қ": "ғ", "к": "г", "п": "б"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Words, stems and endings of one language, each with its cost in nats (minus log probability).

    Args:
        words: Whole word forms.
        stems: What an ending may be put on.
        endings: Endings that make a new form of a known stem.
        rare: Endings seen too seldom to part words by, enough to read a word as one.
        first: Words that often begin a compound («көп», «авиа»), with what parting there costs.
        last: Words that often end one («ішілік», «тану»).
        cheapest: Cost of the commonest word that a string may be parted into.
        heads: The first letters of all longer words and stems, asked before any of them is looked for.
    """

    words: Mapping[str, float]
    stems: Mapping[str, float]
    endings: Mapping[str, float]
    rare: Mapping[str, float]
    first: Mapping[str, float]
    last: Mapping[str, float]
    cheapest: float
    heads: frozenset[str]

    def cost(self, word: str) -> float:
        """Return how unlikely a lower-case word is, `NEVER` when it is neither known nor a known stem with an ending.

        Example:
            >>> load_lexicon(Language.KK).cost("заң") < load_lexicon(Language.KK).cost("міндеттерінің") < NEVER
            True
        """
        best = self.words.get(word, NEVER)
        stems, endings, rare = self.stems, self.endings, self.rare
        for at in range(max(MIN_STEM, len(word) - MAX_ENDING), len(word)):
            stem = stems.get(word[:at])
            if stem is not None:
                ending = endings.get(word[at:]) or rare.get(word[at:])
                if ending is not None:
                    best = min(best, stem + ending + _UNSEEN)
        return best

    def parts_at(self, text: str, start: int) -> dict[int, float]:
        """Return where a word that begins at `start` may end, each with its cost."""
        found: dict[int, float] = {}
        words, stems, endings = self.words, self.stems, self.endings
        size = len(text)
        last = size if text[start : start + _HEAD] in self.heads else min(size, start + _HEAD - 1)
        for end in range(start + MIN_STEM - 1, last + 1):
            piece = text[start:end]
            cost = words.get(piece)
            if cost is not None:
                found[end] = min(cost, found.get(end, NEVER))
            cost = stems.get(piece)
            if cost is not None:
                for after in range(end + 1, min(size, end + MAX_ENDING) + 1):
                    ending = endings.get(text[end:after])
                    if ending is not None:
                        found[after] = min(cost + ending + _UNSEEN, found.get(after, NEVER))
        return found


def make_lexicon(
    *,
    words: Mapping[str, int],
    stems: Mapping[str, int],
    endings: Mapping[str, int],
    first: Mapping[str, int] | None = None,
    last: Mapping[str, int] | None = None,
) -> Lexicon:
    """Return a lexicon made from counts.

    Args:
        words: How often each form was met.
        stems: How often each stem was met that is no word by itself.
        endings: On how many words each ending was met.
        first: In how many compounds each word comes first.
        last: In how many it comes last.
    """
    total = sum(words.values()) or 1
    costs = {word: log(total / count) for word, count in words.items()}
    rooted = {stem: log(total / count) for stem, count in stems.items()}
    for word, count in words.items():
        if len(word) >= MIN_STEM and count >= _MIN_STEM_COUNT:
            rooted[word] = costs[word]
            soft = _SOFTENED.get(word[-1])
            if soft:
                rooted.setdefault(word[:-1] + soft, costs[word] + 1)
    kinds = sum(endings.values()) or 1
    weighed = {ending: (count, log(kinds / count)) for ending, count in endings.items()}
    return Lexicon(
        words=costs,
        stems=rooted,
        endings={ending: cost for ending, (count, cost) in weighed.items() if count >= _MIN_KINDS},
        rare={ending: cost for ending, (count, cost) in weighed.items() if count < _MIN_KINDS},
        first={word: _compound(count) for word, count in (first or {}).items()},
        last={word: _compound(count) for word, count in (last or {}).items()},
        cheapest=min((cost for word, cost in costs.items() if len(word) >= MIN_STEM), default=0.0),
        heads=frozenset(word[:_HEAD] for word in (*costs, *rooted) if len(word) >= _HEAD),
    )


def _compound(count: int) -> float:
    return 4.0 + 2.0 * log(count)


_MIN_STEM_COUNT: Final = 10
_MIN_KINDS: Final = 8


@cache
def load_lexicon(language: Language) -> Lexicon:
    """Return the lexicon that ships with the package, empty for a language without one."""
    tables: dict[str, dict[str, int]] = {kind: {} for kind in ("word", "stem", "ending", "first", "last")}
    for part in ("words", "parts"):
        for kind, text, count in _rows(f"{language}_{part}.tsv"):
            tables[kind][text] = count
    return make_lexicon(
        words=tables["word"],
        stems=tables["stem"],
        endings=tables["ending"],
        first=tables["first"],
        last=tables["last"],
    )


def _rows(name: str) -> Iterator[tuple[str, str, int]]:
    """Yield kind, text and count; in files of words the kind is left out."""
    file = files("zhargy.packs").joinpath("lexicon", name)
    if not file.is_file():
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("//"):
            continue
        fields = line.split("\t")
        yield ("word", fields[0], int(fields[1])) if len(fields) == 2 else (fields[0], fields[1], int(fields[2]))
