"""Norm packs: an act's norms as data beside its text, checked as a whole.

``Markdown -> fences -> values with places -> facts, norms, cases -> checked Pack``. Every step notes what is wrong and
goes on, so that one refusal tells everything, each thing with its file, line, column and norm.
"""

from zhargy.norms.packs.dating import first_day, law_day, read_pack_facts
from zhargy.norms.packs.reading import read_pack
from zhargy.norms.packs.refusal import PackRefused
from zhargy.norms.packs.shelf import Shelf
from zhargy.norms.packs.using import Finder
from zhargy.norms.packs.values import Anchor, Case, Norm, NormKind, Pack, PackStatus, Standing

__all__ = [
    "Anchor",
    "Case",
    "Finder",
    "Norm",
    "NormKind",
    "Pack",
    "PackRefused",
    "PackStatus",
    "Shelf",
    "Standing",
    "first_day",
    "law_day",
    "read_pack",
    "read_pack_facts",
]
