"""Steps over bits run over columns, a stretch of cases at a time that the cache of the processor holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from zhargy.norms.batch.columns import WORD, Bools, Choices, Column, Columns, Days, Numbers, Sets, Truths, Words
from zhargy.norms.batch.comparing import prepare
from zhargy.norms.batch.lowering import ALL, NONE, Op, Openness, Step
from zhargy.norms.expression import fact_names
from zhargy.norms.expression.tree import Comparison

Sink = Callable[[int, slice, Words], None]
"""Takes the step, which words of the columns, and the bits."""

Reader = Callable[[slice, Sequence[Words | None], Words], Words]

STRETCH: Final = 8192
"""Most words of a column that are worked on at once: 524,288 cases."""

_SMALLEST: Final = 256
_BLOCK: Final = 16_384
_CACHE: Final = 1 << 20


class Program:
    """Steps made ready for some columns.

    Args:
        steps: The steps, each built on earlier ones.
        wanted: The steps that are handed out; `ALL` and `NONE` among them need no work.
    """

    def __init__(self, steps: Sequence[Step], *, wanted: Iterable[int]) -> None:
        self._steps = steps
        self._wanted = tuple(wanted)
        self._handed_out = frozenset(step for step in self._wanted if step >= 0)
        self._order = _needed(steps, self._handed_out)
        self._rows, self._height = _rows(steps, self._order)

    def run(self, columns: Columns, *, sink: Sink) -> None:
        """Work out every wanted step over all cases.

        Args:
            columns: The facts.
            sink: Takes each stretch of a wanted step as soon as it is there; the bits are written over afterwards.

        Raises:
            UsageError: N452, a number may grow too large to be reckoned with exactly.
        """
        readers = [(place, self._rows.get(place), _reader(self._steps[place], columns)) for place in self._order]
        stretch = max(_SMALLEST, min(STRETCH, _CACHE // (8 * max(self._height, 1)), columns.words))
        memory = np.empty((self._height, stretch), np.uint64)
        found: list[Words | None] = [None] * len(self._steps)
        for start in range(0, columns.words, stretch):
            words = slice(start, min(start + stretch, columns.words))
            room = memory[:, : words.stop - start]
            for place, row, read in readers:
                bits = found[place] = read(words, found, room[0 if row is None else row])
                if place in self._handed_out:
                    sink(place, words, bits)

    def kept(self, columns: Columns) -> Sequence[Words]:
        """Return the bits of every wanted step, in the order in which they were named.

        Raises:
            UsageError: N452, as for `run`.
        """
        found = {step: np.empty(columns.words, np.uint64) for step in self._handed_out}

        def keep(step: int, words: slice, bits: Words) -> None:
            found[step][words] = bits

        self.run(columns, sink=keep)
        found[ALL], found[NONE] = (np.full(columns.words, bits, np.int64).view(np.uint64) for bits in (-1, 0))
        return [found[step] for step in self._wanted]

    def counted(self, columns: Columns) -> Sequence[int]:
        """Return in how many cases each wanted step holds, in the order in which they were named.

        Raises:
            UsageError: N452, as for `run`.
        """
        found = {**dict.fromkeys(self._handed_out, 0), ALL: columns.size, NONE: 0}

        def count(step: int, words: slice, bits: Words) -> None:
            found[step] += _bits_set(bits) - (_behind(bits, columns) if words.stop == columns.words else 0)

        self.run(columns, sink=count)
        return [found[step] for step in self._wanted]

    def bytes_read(self, columns: Columns) -> int:
        """Return how many bytes of columns a run reads, each column being read once."""
        read: dict[int, int] = {}
        for step in (self._steps[place] for place in self._order):
            for values in _sources(step, columns):
                read[id(values)] = values.nbytes
        return sum(read.values())


def openness_of(columns: Columns) -> Mapping[str, Openness]:
    """Return in how many cases each fact is unknown."""
    return {
        name: Openness.NOWHERE if column.unknown is None else Openness.SOMEWHERE
        for name, column in columns.facts.items()
    }


def _needed(steps: Sequence[Step], wanted: Iterable[int]) -> list[int]:
    """Return the places of the steps that lead to the wanted ones, in order."""
    needed = set(wanted)
    for place in range(len(steps) - 1, -1, -1):
        if place in needed:
            needed.update(steps[place].of)
    return sorted(needed)


def _rows(steps: Sequence[Step], order: Sequence[int]) -> tuple[Mapping[int, int], int]:
    """Return a row of memory for each joined step, taken again once nothing waits for it, and how many rows that is."""
    last_use = {of: place for place in order for of in steps[place].of}
    rows: dict[int, int] = {}
    free: list[int] = []
    height = 1
    for place in order:
        if steps[place].of:
            free += [rows[of] for of in steps[place].of if last_use[of] == place and of in rows]
            if not free:
                free.append(height)
                height += 1
            rows[place] = free.pop()
            if place not in last_use:
                free.append(rows[place])
    return rows, height


def _reader(step: Step, columns: Columns) -> Reader:
    match step:
        case Step(op=Op.NOT, of=(inner,)):
            return lambda _, found, out: np.invert(_there(found[inner]), out=out)
        case Step(op=Op.AND, of=(one, other)):
            return lambda _, found, out: np.bitwise_and(_there(found[one]), _there(found[other]), out=out)
        case Step(op=Op.OR, of=(one, other)):
            return lambda _, found, out: np.bitwise_or(_there(found[one]), _there(found[other]), out=out)
        case Step(op=Op.TEST, test=Comparison() as comparison):
            return _tester(comparison, columns)
        case _:
            bits = _bits(step, columns.facts[step.fact])
            return lambda words, _found, _out: bits[words]


def _there(bits: Words | None) -> Words:
    assert bits is not None
    return bits


def _bits(step: Step, column: Column) -> Words:
    if step.op is Op.UNKNOWN and column.unknown is not None:
        return column.unknown
    match column:
        case Truths(values=values):
            return values
        case Sets(members=members):
            return members[step.choice]
        case Choices(bits=bits):
            return bits[step.bit]
        case _:
            raise TypeError(f"{step.fact} has no bits")


def _sources(step: Step, columns: Columns) -> Iterator[npt.NDArray[Any]]:
    """Yield the arrays that a step reads."""
    if step.test is not None:
        for column in (columns.facts[name] for name in fact_names(step.test)):
            match column:
                case Numbers(values=values) | Days(codes=values):
                    yield values
                case _:
                    pass
    elif not step.of:
        yield _bits(step, columns.facts[step.fact])


def _tester(comparison: Comparison, columns: Columns) -> Reader:
    kernel = prepare(comparison, columns)
    block = _BLOCK if kernel.makes_room else STRETCH * WORD
    scratch: Bools = np.empty(STRETCH * WORD, np.bool_)

    def read(words: slice, _: Sequence[Words | None], _out: Words) -> Words:
        first, last = words.start * WORD, words.stop * WORD
        for start in range(first, last, block):
            end = min(start + block, last)
            kernel.write(slice(start, end), scratch[start - first : end - first])
        return np.packbits(scratch[: last - first], bitorder="little").view(np.uint64)

    return read


def _bits_set(words: Words) -> int:
    return int(np.add.reduce(np.bitwise_count(words), dtype=np.uint32))


def _behind(bits: Words, columns: Columns) -> int:
    """Return how many bits are set behind the last case."""
    behind = columns.words * WORD - columns.size
    return (int(bits[-1]) >> (WORD - behind)).bit_count() if behind else 0
