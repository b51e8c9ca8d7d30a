"""One side of a question: a norm under the law of its pack, and what is claimed of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from zhargy.model import Severity
from zhargy.model.eid import ElementId
from zhargy.norms.evaluation import Outcome
from zhargy.norms.expression import Expression, evaluate
from zhargy.norms.packs.values import Norm, Pack
from zhargy.norms.sanctions import GeneralPart
from zhargy.norms.truth import Truth
from zhargy.norms.verification.encoding.norms import Encoding, NormRails
from zhargy.norms.verification.encoding.rails import Term, all_hold
from zhargy.norms.verification.space import Found, Space, Undecided
from zhargy.norms.verification.values import Address, VerificationFinding, Witness

_NO_RULES = GeneralPart(limits=(), steps=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A norm under the law of its pack.

    Args:
        space: The space of cases.
        at: Which of its packs the norm stands in; 0 is the one verified.
        norm: The norm.
    """

    space: Space
    at: int
    norm: Norm

    @property
    def encoding(self) -> Encoding:
        """Its pack as formulas."""
        return self.space.encodings[self.at]

    @property
    def pack(self) -> Pack:
        """Its pack."""
        return self.encoding.pack

    @property
    def rails(self) -> NormRails:
        """The norm as formulas."""
        return self.encoding.norms[self.norm.id]

    @property
    def address(self) -> Address:
        """Where it stands."""
        return Address(pack=self.pack.id, norm=self.norm.id)

    @property
    def article(self) -> str:
        """Element id of its article."""
        return article_of(self.norm.id)

    @property
    def general(self) -> GeneralPart:
        """The rules its sanction lives under; without any nothing is limited and no kind is the harsher."""
        return self.pack.general or _NO_RULES

    def beside(self, norm: str) -> Side:
        """Return another norm of its pack."""
        return Side(space=self.space, at=self.at, norm=self.pack.norms[norm])


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something that holds in a case, in both forms.

    Args:
        term: The formula.
        confirmed: Whether the interpreter says so too.
    """

    term: Term
    confirmed: Callable[[Sequence[Outcome]], bool]


def layer(side: Side, name: str) -> Claim:
    """Return that one layer of a norm (``elements``, ``met``, ``result``) is true."""

    def confirmed(outcomes: Sequence[Outcome]) -> bool:
        return getattr(outcomes[side.at].norms[side.norm.id], name) is Truth.TRUE

    return Claim(term=getattr(side.rails, name).true, confirmed=confirmed)


def applies(side: Side) -> Claim:
    """Return that a norm applies."""
    return layer(side, "result")


def holds(side: Side, condition: Expression) -> Claim:
    """Return that a condition over the facts and norms of a pack is true."""

    def confirmed(outcomes: Sequence[Outcome]) -> bool:
        outcome = outcomes[side.at]
        met = {norm: found.met for norm, found in outcome.norms.items()}
        trace = evaluate(condition, outcome.facts, vocabulary=side.pack.vocabulary, met=met)
        return trace.truth is Truth.TRUE

    return Claim(term=side.encoding.condition(condition).true, confirmed=confirmed)


def witness(space: Space, *claims: Claim) -> Witness | None:
    """Return a case in which all claims hold, ``None`` where there is none.

    Raises:
        Undecided: the solver gave up, or the interpreter does not confirm the case.
    """
    terms = [claim.term for claim in claims]
    found = space.find(*terms)
    if found is None:
        return None
    for case in (space.needed(found, all_hold(terms)), found):
        outcomes = space.outcomes(case)
        if all(claim.confirmed(outcomes) for claim in claims):
            return _witness(case)
    raise Undecided("a case was not confirmed")


def own(space: Space) -> Iterator[Side]:
    """Yield the norms of the act that is verified."""
    yield from sides(space, 0)


def sides(space: Space, at: int) -> Iterator[Side]:
    """Yield the norms of one act; those of the acts it uses and those about things are left out."""
    encoding = space.encodings[at]
    for norm in (norm for id_, norm in encoding.pack.own_norms.items() if id_ in encoding.norms):
        yield Side(space=space, at=at, norm=norm)


def threatening(all_sides: Iterator[Side]) -> list[Side]:
    """Return the norms that have a sanction."""
    return [side for side in all_sides if side.norm.sanction is not None]


def article_of(norm: str) -> str:
    """Return the element id of the article a norm stands in.

    Example:
        >>> article_of("art_3__para_2__point_1")
        'art_3'
    """
    eid = ElementId.parse(norm)
    while eid.parent is not None and eid.steps[-1].prefix != "art":
        eid = eid.parent
    return str(eid)


def decided(check: Callable[..., Iterator[VerificationFinding]], *of: Side) -> Iterator[VerificationFinding]:
    """Yield what a check finds of norms; where the solver cannot tell that is told, N428."""
    try:
        yield from list(check(*of))
    except Undecided:
        yield VerificationFinding(
            code="N428",
            severity=Severity.INFO,
            norms=tuple(side.address for side in of),
            params={"norm": of[0].norm.id, "check": getattr(check, "func", check).__name__.strip("_")},
        )


def _witness(case: Found) -> Witness:
    return Witness(facts=case.joined, as_of=case.as_of)
