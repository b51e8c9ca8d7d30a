"""Norms, items, branches and exceptions that nothing ever comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zhargy.model import Severity
from zhargy.norms.expression import parse, unparse
from zhargy.norms.expression.tree import AllOf, And, AnyOf, Expression, Or
from zhargy.norms.verification.encoding.rails import Term
from zhargy.norms.verification.sides import Side, decided, layer, own, witness
from zhargy.norms.verification.space import Space
from zhargy.norms.verification.values import VerificationFinding, Witness


def unreached(space: Space) -> Iterator[VerificationFinding]:
    """Yield N404 to N406, N408, N409 and N421 of each norm of the act."""
    for side in own(space):
        yield from decided(_norm, side)


def _norm(side: Side) -> Iterator[VerificationFinding]:
    rails, space = side.rails, side.space
    if not space.is_possible(rails.elements.true):
        yield _finding("N404", side, conditions="; ".join(_clashing(side)))
        return
    if not space.is_possible(rails.met.true):
        yield _finding(
            "N405", side, shown=witness(space, layer(side, "elements")), by=_names(side.encoding.exceptions, side)
        )
        return
    if not space.is_possible(rails.result.true):
        yield _finding("N406", side, shown=witness(space, layer(side, "met")), by=_names(side.encoding.special, side))
    yield from _items(side)
    yield from _exceptions(side)
    yield from _branches(side)


def _items(side: Side) -> Iterator[VerificationFinding]:
    """Yield the items of a list of which none can ever be the one, while the norm is met by others."""
    match side.norm.when:
        case Or(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                if not side.space.is_possible(side.rails.met.true, _true(side, part)):
                    yield _finding("N408", side, condition=unparse(part), shown=witness(side.space, layer(side, "met")))
        case _:
            pass


def _exceptions(side: Side) -> Iterator[VerificationFinding]:
    for id_ in side.encoding.exceptions[side.norm.id]:
        exception = side.encoding.norms[id_].met.true
        if not side.space.is_possible(side.rails.elements.true, exception):
            yield _finding("N409", side, exception=id_)


def _branches(side: Side) -> Iterator[VerificationFinding]:
    for branch in side.norm.sanction.branches if side.norm.sanction is not None else ():
        if not side.space.is_possible(side.rails.met.true, _true(side, parse(branch.when))):
            yield _finding("N421", side, condition=branch.when)


def _clashing(side: Side) -> list[str]:
    """Return a smallest set of conditions that cannot hold together, in writing."""
    terms: list[tuple[str, Term]] = []
    norm = side.norm
    for expression in (norm.when, *([norm.subject] if norm.subject is not None else [])):
        terms.extend((unparse(part), _true(side, part)) for part in _parts(expression))
    if norm.basic:
        terms.append((f"met({norm.basic})", side.encoding.norms[norm.basic].met.true))
    kept = list(terms)
    for each in terms:
        fewer = [other for other in kept if other is not each]
        if not side.space.is_possible(*[term for _, term in fewer]):
            kept = fewer
    return [text for text, _ in kept]


def _parts(expression: Expression) -> tuple[Expression, ...]:
    match expression:
        case And(parts=parts) | AllOf(parts=parts):
            return tuple(inner for part in parts for inner in _parts(part))
        case _:
            return (expression,)


def _names(relation: Mapping[str, tuple[str, ...]], side: Side) -> str:
    return ", ".join(relation[side.norm.id])


def _true(side: Side, condition: Expression) -> Term:
    return side.encoding.condition(condition).true


def _finding(code: str, side: Side, *, shown: Witness | None = None, **params: str) -> VerificationFinding:
    return VerificationFinding(
        code=code,
        severity=Severity.WARNING,
        norms=(side.address,),
        params={"norm": side.norm.id, **params},
        witness=shown,
    )
