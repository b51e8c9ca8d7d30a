"""What can be seen only when all norms are read: names that lead nowhere, circles, conditions that do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zhargy.norms.expression import ExpressionError, Signature, check, check_amount, parse
from zhargy.norms.packs.checking_things import check_things
from zhargy.norms.packs.relations import cycles
from zhargy.norms.packs.values import Norm
from zhargy.norms.problems import Problem, near_miss
from zhargy.norms.sanctions import Unit, penalties_of
from zhargy.norms.vocabulary import SuppliedByOffence, Vocabulary


def check_norms(
    norms: Mapping[str, Norm], vocabulary: Vocabulary, *, used: Mapping[str, Norm] | None = None
) -> Iterator[Problem]:
    """Yield what is wrong between norms: N257, N259, N260, and what `zhargy.norms.expression.check` finds.

    Args:
        norms: The norms of the pack itself by id.
        vocabulary: Facts the conditions may name.
        used: Norms of the packs it uses, checked before.
    """
    everything = {**norms, **(used or {})}
    ids = frozenset(everything)
    for fact in vocabulary.facts.values():
        for condition in (fact.asked_if, fact.requires):
            if condition is not None:
                yield from check(condition, vocabulary, norms=ids)
    strays = [problem for norm in norms.values() for problem in _strays(norm, ids)]
    yield from strays
    signatures = {id_: Signature(parameters=each.parameters, amount=each.amount) for id_, each in everything.items()}
    conditions = [problem for norm in norms.values() for problem in _conditions(norm, vocabulary, signatures)]
    yield from conditions
    yield from check_things(norms, vocabulary, everything=everything)
    for norm in norms.values():
        yield from _tags(norm, vocabulary)
    if not strays and not conditions:
        for circle in cycles(everything):
            params = {"cycle": " → ".join(circle)}
            yield Problem(code="N260", params=params, place=everything[min(circle)].place)


def _strays(norm: Norm, ids: frozenset[str]) -> Iterator[Problem]:
    named = [*([norm.basic] if norm.basic else []), *norm.defeats, *norm.exceptions, *norm.prevails_over]
    for name in (*(name for name in named if name not in ids), *_multiplied(norm, ids)):
        yield Problem(code="N259", params={"norm": name, "near": near_miss(name, ids)}, place=norm.place)


def _multiplied(norm: Norm, ids: frozenset[str]) -> Iterator[str]:
    """Yield what a multiple of another sanction is taken of and is neither a norm nor a provision that holds one."""
    for part in norm.sanction.parts if norm.sanction is not None else ():
        for penalty in penalties_of(part):
            name = penalty.measure.of
            is_known = name in ids or any(other.startswith(f"{name}__") for other in ids)
            if penalty.measure.unit is Unit.TIMES_SANCTION and not is_known:
                yield name


def _tags(norm: Norm, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield tags that are none of the choices of the fact that hands them to the norms, where there is one."""
    carrier = next((fact for fact in vocabulary.facts.values() if fact.supplied == SuppliedByOffence.TAGS), None)
    valid = norm.tags if carrier is None else carrier.choices
    for tag in norm.tags:
        if tag not in valid:
            params = {"key": "tags", "value": tag, "valid": ", ".join(valid), "near": near_miss(tag, valid)}
            yield Problem(code="N257", params=params, place=norm.place)


def _conditions(norm: Norm, vocabulary: Vocabulary, signatures: Mapping[str, Signature]) -> Iterator[Problem]:
    norms, bound = signatures.keys(), norm.parameters
    for expression in (norm.subject, norm.when):
        if expression is not None:
            yield from check(expression, vocabulary, norms=norms, signatures=signatures, bound=bound)
    if norm.amount is not None:
        yield from check_amount(norm.amount, vocabulary, norms=norms, signatures=signatures, bound=bound)
    for branch in norm.sanction.branches if norm.sanction is not None else ():
        try:
            condition = parse(branch.when, place=norm.place, bound=frozenset(bound))
            yield from check(condition, vocabulary, norms=norms, signatures=signatures, bound=bound)
        except ExpressionError as error:
            yield error.problem
