"""How likely a root and its endings are; learned tables, read once from the package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from zhargy.text.stemming.kk_analysis import Reading
from zhargy.text.stemming.kk_sounds import FRONT, VOWELS
from zhargy.text.stemming.kk_suffixes import NEEDS_KNOWN_VERB

NEVER: Final = 60.0
UNSEEN: Final = 14.0
BARE_VERB: Final = 3.9
END: Final = "#"

_FINAL_PAIRS: Final = frozenset(
    {"рт", "лт", "нт", "йт", "ст", "рс", "рк", "рқ", "нк", "нд", "кс", "нс", "рд", "лк", "лқ", "рп", "лп"}
)
_LOAN_LETTERS: Final = frozenset("вфхцчщъьэюяё")


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Costs in nats (minus log probability); lower is likelier.

    Args:
        roots: Cost of a known root, by root and kind (``N`` or ``V``).
        endings: Cost of an ending after another (after the kind of the root for the first, `END` for none further).
    """

    roots: Mapping[tuple[str, str], float]
    endings: Mapping[tuple[str, str], float]

    def cost(self, reading: Reading) -> float:
        """Return how unlikely `reading` is."""
        return self.root_cost(reading) + self.chain_cost(reading)

    def knows(self, root: str) -> bool:
        """Whether `root` is a noun or verb of the table."""
        return (root, "N") in self.roots or (root, "V") in self.roots

    def root_cost(self, reading: Reading) -> float:
        """Return how unlikely the root is."""
        known = self.roots.get((reading.root, reading.kind))
        return unknown_root(reading) if known is None else known

    def chain_cost(self, reading: Reading) -> float:
        """Return how unlikely the endings are; a bare verb counts as a word of a dictionary, not as a command."""
        if reading.kind == "V" and not reading.tags:
            return BARE_VERB
        before, cost = reading.kind, 0.0
        for tag in (*reading.tags, END):
            cost += self.endings.get((before, tag), UNSEEN)
            before = tag
        return cost


def unknown_root(reading: Reading) -> float:
    """Return how unlikely it is that the root is a word nobody has met.

    Long roots, roots of two or three letters, and final consonants that no Kazakh word ends in are unlikely; some
    endings are not believed of an unknown verb at all.
    """
    root = reading.root
    if len(root) <= 2 or needs_known_verb(reading):
        return NEVER
    cost = 3.9 + 3.0 * len(root)
    if len(root) == 3:
        cost += 3.0
    if reading.kind == "V":
        cost += 1.6
    return cost + _odd_ending(root)


def needs_known_verb(reading: Reading) -> bool:
    """Whether the endings are believed only of a verb in the table."""
    return not NEEDS_KNOWN_VERB.isdisjoint(reading.tags[:1]) or reading.tags[:2] == ("negation", "past.1pl")


def _odd_ending(root: str) -> float:
    last = root[-1]
    if last == "б":
        return 1.2
    if last == "г" and root[-2] in FRONT:
        return 2.3
    odd = last not in VOWELS and root[-2] not in VOWELS and root[-2:] not in _FINAL_PAIRS
    return 5.3 if odd and not _LOAN_LETTERS & set(root) else 0.0


@cache
def model() -> Model:
    """Return the model that ships with the package."""
    roots = {(root, kind): float(cost) for root, kind, cost in _rows("kk_roots.tsv")}
    endings = {(before, tag): float(cost) for before, tag, cost in _rows("kk_endings.tsv")}
    return Model(roots=roots, endings=endings)


def _rows(name: str) -> Iterator[list[str]]:
    text = files("zhargy.packs").joinpath("lexicon", name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("// "))
