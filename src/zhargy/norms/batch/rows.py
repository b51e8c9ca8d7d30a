"""Columns with their rows chosen anew, or some of their values taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from zhargy.norms.batch.columns import (
    WORD,
    Choices,
    Column,
    Days,
    Numbers,
    Sets,
    Truths,
    Words,
    packed,
    unpacked,
    words_for,
)


def taken(column: Column, rows: npt.NDArray[np.intp]) -> Column:
    """Return a column of some rows of another, in any order, each as often as it is named.

    Args:
        column: The other column.
        rows: Their places; intp, shape (cases,).
    """
    unknown = None if column.unknown is None else _bits(column.unknown, rows)
    match column:
        case Truths(values=values):
            return Truths(values=_bits(values, rows), unknown=unknown)
        case Sets(members=members):
            return Sets(members={choice: _bits(bits, rows) for choice, bits in members.items()}, unknown=unknown)
        case Choices(bits=bits):
            return Choices(bits=tuple(_bits(each, rows) for each in bits), unknown=unknown)
        case Days(codes=codes):
            return replace(column, codes=_filled(codes[rows]), unknown=unknown)
        case Numbers(values=values):
            return replace(column, values=_filled(values[rows]), unknown=unknown)


def hidden(column: Column, unknown: Words) -> Column:
    """Return a column that is unknown in some more cases.

    Args:
        column: The column.
        unknown: Bits of these cases.
    """
    if not unknown.any():
        return column
    together = unknown if column.unknown is None else column.unknown | unknown
    match column:
        case Truths(values=values):
            return Truths(values=values & ~unknown, unknown=together)
        case Sets(members=members):
            return Sets(members={choice: bits & ~unknown for choice, bits in members.items()}, unknown=together)
        case _:
            return replace(column, unknown=together)


def _bits(bits: Words, rows: npt.NDArray[np.intp]) -> Words:
    return packed(unpacked(bits, size=bits.size * WORD)[rows])


def _filled(values: Any) -> Any:
    return np.pad(values, (0, words_for(values.size) * WORD - values.size), mode="edge" if values.size else "constant")
