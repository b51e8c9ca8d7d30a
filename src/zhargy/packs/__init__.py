"""Data that ships with the program: the sample library, lexicons."""

from zhargy.packs.samples_index import Sample, samples

__all__ = ["Sample", "samples"]
