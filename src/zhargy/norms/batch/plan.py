"""A pack made ready for many cases at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from zhargy.norms.batch.building import NormCircuit, build
from zhargy.norms.batch.circuit import Test
from zhargy.norms.batch.columns import Columns
from zhargy.norms.batch.lowering import Lowering, Openness
from zhargy.norms.batch.outcome import BatchOutcome, NormTally, Tally, TruthColumn
from zhargy.norms.batch.program import Program, openness_of
from zhargy.norms.expression import fact_names
from zhargy.norms.packs.values import Pack

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ready:
    """A program whose wanted steps tell of the norms in turn.

    Args:
        program: The program.
        layers: For each norm met and applying, whether that can be unknown: then two steps tell of it, else one.
    """

    program: Program
    layers: tuple[bool, ...]


class BatchPlan:
    """What of a pack does not hang on the cases, worked out once for many runs.

    Args:
        pack: A checked pack.
        norms: Ids of the norms asked about; all of the pack when ``None``. What they rest on is worked out with them.

    Example:
        >>> from zhargy.app.norms import pack
        >>> from zhargy.norms.batch import population
        >>> sample = pack("sample")
        >>> plan = BatchPlan(sample, norms=["art_2"])
        >>> tally = plan.tally(population(sample, size=1000, seed=1), as_of=date(2026, 3, 1))["art_2"].result
        >>> tally.true + tally.false + tally.unknown
        1000
    """

    def __init__(self, pack: Pack, *, norms: Iterable[str] | None = None) -> None:
        self.pack = pack
        self.norms = tuple(dict.fromkeys(_closed(pack) if norms is None else norms))
        self._circuits: dict[object, NormCircuit] = {}
        self._ready: dict[object, _Ready] = {}

    def run(self, columns: Columns, *, as_of: date | str) -> BatchOutcome:
        """Return what comes of every case, norm by norm.

        Args:
            columns: The facts of the cases.
            as_of: Day the law is read at, or the date fact that tells it for each case.

        Raises:
            UsageError: N452, a number may grow too large to be reckoned with exactly.
        """
        ready = self._made_ready(columns, as_of)
        kept = iter(ready.program.kept(columns))

        def column(*, is_open: bool) -> TruthColumn:
            can_be_true = next(kept)
            return TruthColumn(
                size=columns.size, can_be_true=can_be_true, can_be_false=next(kept) if is_open else ~can_be_true
            )

        met, result = self._by_norm([column(is_open=is_open) for is_open in ready.layers])
        return BatchOutcome(size=columns.size, met=met, result=result)

    def tally(self, columns: Columns, *, as_of: date | str) -> Mapping[str, NormTally]:
        """Return how often each norm is met and applies; no truth of a single case is kept.

        Args:
            columns: The facts of the cases.
            as_of: Day the law is read at, or the date fact that tells it for each case.

        Raises:
            UsageError: N452, a number may grow too large to be reckoned with exactly.
        """
        ready = self._made_ready(columns, as_of)
        counted = iter(ready.program.counted(columns))

        def tally(*, is_open: bool) -> Tally:
            possible = next(counted)
            true = columns.size - next(counted) if is_open else possible
            return Tally(true=true, false=columns.size - possible, unknown=possible - true)

        met, result = self._by_norm([tally(is_open=is_open) for is_open in ready.layers])
        return {norm: NormTally(met=met[norm], result=result[norm]) for norm in self.norms}

    def facts(self, *, as_of: date | str) -> tuple[str, ...]:
        """Return the names of the facts that the norms asked about rest on."""
        tests = (gate.expression for gate in self._circuit(as_of).circuit.gates if isinstance(gate, Test))
        return tuple(dict.fromkeys(name for test in tests for name in fact_names(test)))

    def bytes_read(self, columns: Columns, *, as_of: date | str) -> int:
        """Return how many bytes of columns a run reads: what the speed of memory allows follows from it."""
        return self._made_ready(columns, as_of).program.bytes_read(columns)

    def _by_norm(self, told: Sequence[_T]) -> tuple[Mapping[str, _T], Mapping[str, _T]]:
        """Return what was told of norms being met, and of them applying, by the norms."""
        half = len(self.norms)
        return dict(zip(self.norms, told[:half], strict=True)), dict(zip(self.norms, told[half:], strict=True))

    def _made_ready(self, columns: Columns, as_of: date | str) -> _Ready:
        """Return the program for columns with these facts unknown, read on this day."""
        openness = openness_of(columns)
        key = (self._law(as_of), tuple(sorted(openness.items())))
        if key not in self._ready:
            self._ready[key] = _made_ready(self._circuit(as_of), self.pack, openness)
        return self._ready[key]

    def _circuit(self, as_of: date | str) -> NormCircuit:
        law = self._law(as_of)
        if law not in self._circuits:
            self._circuits[law] = build(self.pack, norms=self.norms, as_of=as_of)
        return self._circuits[law]

    def _law(self, as_of: date | str) -> object:
        """Return which norms are law on a day, or the fact that tells it."""
        return as_of if isinstance(as_of, str) else tuple(norm.valid.holds(as_of) for norm in self.pack.norms.values())


def _made_ready(built: NormCircuit, pack: Pack, openness: Mapping[str, Openness]) -> _Ready:
    lowering = Lowering(built.circuit, vocabulary=pack.vocabulary, open_facts=openness)
    gates = [*built.met.values(), *built.result.values()]
    layers = tuple(not lowering.is_decided(gate) for gate in gates)
    wanted = [
        lowering.can_be(gate, value=value)
        for gate, is_open in zip(gates, layers, strict=True)
        for value in ((True, False) if is_open else (True,))
    ]
    return _Ready(program=Program(lowering.steps, wanted=wanted), layers=layers)


def _closed(pack: Pack) -> Iterable[str]:
    """Return the ids of the norms that are about the whole case."""
    return (norm.id for norm in pack.norms.values() if not norm.parameters)
