"""Truth on two rails: one formula for «true», one for «false»; where neither holds it is unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

import z3

Term = Any
"""A formula or a value of the solver, which has no types of its own, or a plain `bool` or `int`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rail:
    """When something is true and when it is false; never both.

    Args:
        true: Formula that holds where it is true.
        false: Formula that holds where it is false.

    Source:
        S. C. Kleene, Introduction to Metamathematics (1952), section 64, each truth value as a pair of formulas.
    """

    true: Term
    false: Term


TRUE: Final = Rail(true=True, false=False)
FALSE: Final = Rail(true=False, false=True)
UNKNOWN: Final = Rail(true=False, false=False)


def all_hold(terms: Iterable[Term]) -> Term:
    """Return the formula that all of `terms` hold; plain truths are folded away."""
    kept = [term for term in terms if term is not True]
    if any(term is False for term in kept):
        return False
    return _joined(z3.Z3_mk_and, kept) if kept else True


def one_holds(terms: Iterable[Term]) -> Term:
    """Return the formula that at least one of `terms` holds; plain truths are folded away."""
    kept = [term for term in terms if term is not False]
    if any(term is True for term in kept):
        return True
    return _joined(z3.Z3_mk_or, kept) if kept else False


def opposite(term: Term) -> Term:
    """Return the formula that `term` does not hold."""
    return not term if isinstance(term, bool) else z3.BoolRef(z3.Z3_mk_not(term.ctx_ref(), term.as_ast()), term.ctx)


def conjunction(rails: Iterable[Rail]) -> Rail:
    """Return whether all hold."""
    rails = list(rails)
    return Rail(true=all_hold(rail.true for rail in rails), false=one_holds(rail.false for rail in rails))


def disjunction(rails: Iterable[Rail]) -> Rail:
    """Return whether at least one holds."""
    return negation(conjunction(negation(rail) for rail in rails))


def negation(rail: Rail) -> Rail:
    """Return whether it does not hold."""
    return Rail(true=rail.false, false=rail.true)


def at_least(count: int, rails: list[Rail]) -> Rail:
    """Return whether at least `count` hold: that fails once too many are false."""
    return Rail(
        true=_count([rail.true for rail in rails], count),
        false=_count([rail.false for rail in rails], len(rails) - count + 1),
    )


def decided(term: Term, *, given: Term) -> Rail:
    """Return the truth of `term` where what it rests on is given, unknown elsewhere."""
    return Rail(true=all_hold([given, term]), false=all_hold([given, opposite(term)]))


def _joined(make: Callable[..., Any], terms: list[Term]) -> Term:
    """Join formulas without the checks of the wrapper, which take longer than the proofs."""
    if len(terms) == 1:
        return terms[0]
    array = (z3.Ast * len(terms))(*[term.as_ast() for term in terms])
    return z3.BoolRef(make(terms[0].ctx_ref(), len(terms), array), terms[0].ctx)


def _count(terms: list[Term], count: int) -> Term:
    certain = sum(term is True for term in terms)
    open_terms = [term for term in terms if not isinstance(term, bool)]
    wanted = count - certain
    if wanted <= 0:
        return True
    if wanted > len(open_terms):
        return False
    return z3.AtLeast(*open_terms, wanted)
