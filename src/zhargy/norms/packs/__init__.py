"""Norm packs: an act's norms as data beside its text, checked as a whole.

``Markdown -> fences -> values with places -> facts, norms, cases -> checked Pack``. Every step notes what is wrong and
goes on, so that one refusal tells everything, each thing with its file, line, column and norm.
"""

from zhargy.norms.packs.reading import read_pack
from zhargy.norms.packs.refusal import PackRefused
from zhargy.norms.packs.values import Anchor, Case, Norm, NormKind, Pack, Standing

__all__ = ["Anchor", "Case", "Norm", "NormKind", "Pack", "PackRefused", "Standing", "read_pack"]
