"""The norms of a pack as one circuit: for each norm whether it is met, and whether it applies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from zhargy.model.in_force import PeriodInForce
from zhargy.norms.batch.circuit import Circuit
from zhargy.norms.batch.rewriting import conditionals, refuse_things, replaced
from zhargy.norms.expression import Expression, parts_of
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Comparison,
    Constant,
    Day,
    FactName,
    Includes,
    Met,
    Not,
    Or,
    Sign,
    Within,
)
from zhargy.norms.packs.relations import defeaters, displacers, mentioned, order_of
from zhargy.norms.packs.values import Norm, Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class NormCircuit:
    """A circuit with the gates of the norms.

    Args:
        circuit: The gates.
        met: For each norm the gate that tells whether it is met.
        result: For each norm the gate that tells whether it applies.
    """

    circuit: Circuit
    met: Mapping[str, int]
    result: Mapping[str, int]


def build(pack: Pack, *, norms: Iterable[str], as_of: date | str) -> NormCircuit:
    """Return the circuit of some norms of a pack.

    Args:
        pack: A checked pack.
        norms: The norms asked about.
        as_of: Day the law is read at, or the fact that tells it for each case.

    Raises:
        UsageError: N453, a norm is about things, which have no columns.
    """
    circuit, wanted = Circuit(), tuple(norms)
    exceptions, special = defeaters(pack.norms), displacers(pack.norms)
    met: dict[str, int] = {}
    for norm in _reached(pack, [*wanted, *(other for each in wanted for other in special[each])], exceptions):
        refuse_things(norm, pack.vocabulary)
        parts = [_in_force(norm.valid, as_of, circuit), condition(norm.when, circuit, met=met)]
        parts += [condition(norm.subject, circuit, met=met)] if norm.subject is not None else []
        parts += [met[norm.basic]] if norm.basic else []
        met[norm.id] = circuit.every([*parts, *(circuit.opposite(met[each]) for each in exceptions[norm.id])])
    result = {
        each: circuit.every([met[each], *(circuit.opposite(met[other]) for other in special[each])]) for each in wanted
    }
    return NormCircuit(circuit=circuit, met={each: met[each] for each in wanted}, result=result)


def _reached(pack: Pack, norms: Iterable[str], exceptions: Mapping[str, Iterable[str]]) -> Iterator[Norm]:
    """Yield norms and all that decide whether they are met, each after those it rests on."""
    found: set[str] = set()
    waiting = list(norms)
    while waiting:
        norm = pack.norms[waiting.pop()]
        if norm.id not in found:
            found.add(norm.id)
            waiting += [*mentioned(norm), *([norm.basic] if norm.basic else []), *exceptions[norm.id]]
    return (pack.norms[each] for each in order_of(pack.norms) if each in found)


def condition(expression: Expression, circuit: Circuit, *, met: Mapping[str, int]) -> int:
    """Return the gate of a condition.

    Args:
        expression: A checked condition.
        circuit: Where its gates are built.
        met: Gates of the norms it may ask about.
    """
    match expression:
        case Constant(value=value):
            return circuit.fixed(value=value)
        case Met(norm=norm):
            return met[norm]
        case Comparison() | Within() | Includes():
            return _test(expression, circuit, met)
        case Not() | And() | Or() | AllOf() | AnyOf() | AtLeast():
            return _joined(expression, circuit, [condition(part, circuit, met=met) for part in parts_of(expression)])
        case _:
            return circuit.test(expression)


def _test(test: Comparison | Within | Includes, circuit: Circuit, met: Mapping[str, int]) -> int:
    """Return the gate of a test; a value chosen by a condition is taken out of it, the condition being a gate."""
    chosen = next(conditionals(test), None)
    if chosen is not None:
        then, otherwise = (replaced(test, chosen, value) for value in (chosen.then, chosen.otherwise))
        by = condition(chosen.condition, circuit, met=met)
        return circuit.selection(
            by, then=condition(then, circuit, met=met), otherwise=condition(otherwise, circuit, met=met)
        )
    match test:
        case Comparison():
            return _comparison(test, circuit)
        case Within(operand=operand, options=options):
            equal = (Comparison(left=operand, sign=Sign.EQUAL, right=option) for option in options)
            return circuit.some(circuit.test(each) for each in equal)
        case Includes():
            return circuit.test(test)


def _joined(expression: Expression, circuit: Circuit, parts: list[int]) -> int:
    match expression:
        case Not():
            return circuit.opposite(parts[0])
        case And() | AllOf():
            return circuit.every(parts)
        case AtLeast(count=count):
            return circuit.enough(count, parts)
        case _:
            return circuit.some(parts)


def _comparison(comparison: Comparison, circuit: Circuit) -> int:
    """Return the gate of a comparison; of a sign and its opposite only one is built."""
    opposites = {Sign.UNEQUAL: Sign.EQUAL, Sign.AT_LEAST: Sign.LESS, Sign.AT_MOST: Sign.GREATER}
    sign = opposites.get(comparison.sign)
    if sign is None:
        return circuit.test(comparison)
    return circuit.opposite(circuit.test(Comparison(left=comparison.left, sign=sign, right=comparison.right)))


def _in_force(valid: PeriodInForce, as_of: date | str, circuit: Circuit) -> int:
    """Return the gate that tells where a norm is law."""
    if isinstance(as_of, date):
        return circuit.fixed(value=valid.holds(as_of))
    day = FactName(name=as_of)
    bounds = ((Sign.AT_LEAST, valid.start), (Sign.LESS, valid.end))
    return circuit.every(
        _comparison(Comparison(left=day, sign=sign, right=Day(value=bound)), circuit)
        for sign, bound in bounds
        if bound is not None
    )
