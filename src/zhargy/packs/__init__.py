"""Data that ships with the program: the sample library, lexicons, norm packs."""

from zhargy.packs.norm_packs import norm_packs
from zhargy.packs.samples_index import Sample, samples

__all__ = ["Sample", "norm_packs", "samples"]
