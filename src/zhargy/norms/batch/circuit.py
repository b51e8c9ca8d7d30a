"""Truths as a circuit: tests of facts joined by gates, in which what is said twice is built once.

The gates are those of the three-valued logic; a circuit does not know the cases it will be asked about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zhargy.norms.expression import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """True, or false, in every case."""

    value: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """A fact that is a truth, whether it is known, or a comparison; unknown while a fact it names is."""

    expression: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """Whether another gate does not hold."""

    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conjunction:
    """Whether all of other gates hold."""

    of: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disjunction:
    """Whether at least one of other gates holds."""

    of: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """Whether at least so many of other gates hold."""

    count: int
    of: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """One of two gates, by whether a third holds; unknown where the third is, whatever the two are."""

    by: int
    then: int
    otherwise: int


Gate = Selection | Fixed | Test | Negation | Conjunction | Disjunction | Threshold


class Circuit:
    """Gates, each named by its place; one is built on earlier ones only.

    Example:
        >>> circuit = Circuit()
        >>> true, false = circuit.fixed(value=True), circuit.fixed(value=False)
        >>> circuit.gates[circuit.every([true, false])]
        Fixed(value=False)
    """

    def __init__(self) -> None:
        self.gates: list[Gate] = []
        self._places: dict[Gate, int] = {}

    def fixed(self, *, value: bool) -> int:
        """Return the gate that is always `value`."""
        return self._place(Fixed(value=value))

    def test(self, expression: Expression) -> int:
        """Return the gate of a test."""
        return self._place(Test(expression=expression))

    def opposite(self, gate: int) -> int:
        """Return the gate that holds where another does not."""
        match self.gates[gate]:
            case Negation(of=inner):
                return inner
            case Fixed(value=value):
                return self.fixed(value=not value)
            case _:
                return self._place(Negation(of=gate))

    def every(self, gates: Iterable[int]) -> int:
        """Return the gate that holds where all of others do."""
        nested = (inner for gate in gates for inner in self._parts(gate, Conjunction))
        return self._joined(nested, Conjunction, idle=self.fixed(value=True), deciding=self.fixed(value=False))

    def some(self, gates: Iterable[int]) -> int:
        """Return the gate that holds where one of others does."""
        nested = (inner for gate in gates for inner in self._parts(gate, Disjunction))
        return self._joined(nested, Disjunction, idle=self.fixed(value=False), deciding=self.fixed(value=True))

    def enough(self, count: int, gates: Iterable[int]) -> int:
        """Return the gate that holds where at least `count` of others do; one named twice counts twice."""
        parts = list(gates)
        true, false = self.fixed(value=True), self.fixed(value=False)
        wanted = count - parts.count(true)
        left = tuple(part for part in parts if part not in {true, false})
        if wanted <= 0 or wanted > len(left):
            return true if wanted <= 0 else false
        if wanted == 1:
            return self.some(left)
        return self.every(left) if wanted == len(left) else self._place(Threshold(count=wanted, of=left))

    def selection(self, by: int, *, then: int, otherwise: int) -> int:
        """Return the gate that is `then` where `by` holds, `otherwise` where it does not."""
        match self.gates[by]:
            case Fixed(value=value):
                return then if value else otherwise
            case _:
                return self._place(Selection(by=by, then=then, otherwise=otherwise))

    def _parts(self, gate: int, kind: type[Conjunction | Disjunction]) -> tuple[int, ...]:
        found = self.gates[gate]
        return found.of if isinstance(found, kind) else (gate,)

    def _joined(self, gates: Iterable[int], kind: type[Conjunction | Disjunction], *, idle: int, deciding: int) -> int:
        parts = tuple(dict.fromkeys(gate for gate in gates if gate != idle))
        if deciding in parts:
            return deciding
        if len(parts) < 2:
            return parts[0] if parts else idle
        return self._place(kind(of=parts))

    def _place(self, gate: Gate) -> int:
        place = self._places.setdefault(gate, len(self.gates))
        if place == len(self.gates):
            self.gates.append(gate)
        return place
