"""The space of all cases: a pack and those beside it over common facts, and what is asked of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import z3

from zhargy.norms.evaluation import Outcome, Plan
from zhargy.norms.packs.dating import first_day
from zhargy.norms.packs.values import Pack
from zhargy.norms.verification.encoding.days import DayTerm, day_of, day_symbol, is_day
from zhargy.norms.verification.encoding.domain import complete, limits
from zhargy.norms.verification.encoding.norms import Encoding
from zhargy.norms.verification.encoding.rails import Term, opposite
from zhargy.norms.verification.encoding.symbols import NoFiniteDecimal, Symbol, symbols_of
from zhargy.norms.verification.wishes import wishes
from zhargy.norms.vocabulary import Value

_EFFORT: Final = 4_000_000
"""What the solver may spend on one question, in its own units; unlike a time it is the same on every machine."""

_YEARS: Final = (1900, 2100)


class Undecided(Exception):
    """The solver gave up, or what it found cannot be written as facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A case the solver has found.

    Args:
        facts: The facts of each pack, in the order of the packs.
        as_of: Day the law is read at.
    """

    facts: tuple[Mapping[str, Value], ...]
    as_of: dt.date

    @property
    def joined(self) -> Mapping[str, Value]:
        """The facts of all packs; of namesakes that ask different things the first."""
        return {name: value for facts in reversed(self.facts) for name, value in facts.items()}


class Space:
    """Cases of one pack or several.

    Args:
        packs: The packs; the first is the one verified.
    """

    def __init__(self, packs: tuple[Pack, ...]) -> None:
        self.as_of = day_symbol("as_of")
        self.encodings: list[Encoding] = []
        shared: dict[str, Symbol] = {}
        for pack in packs:
            symbols = symbols_of(pack.vocabulary, beside=shared, apart=pack.id)
            shared = {**symbols, **shared}
            self.encodings.append(Encoding(pack, symbols=symbols, as_of=self.as_of))
        self.plans = [Plan(pack) for pack in packs]
        self._symbols = {id(each): each for one in self.encodings for each in one.symbols.values()}
        self._lawful = self._solver(self._laws())
        self._free = self._solver([])
        self._implied: dict[tuple[int, int], bool] = {}

    def find(self, *claims: Term, free: bool = False) -> Found | None:
        """Return a case in which all claims hold, ``None`` where there is none.

        Args:
            claims: Formulas.
            free: Whether facts may stand together that the program would refuse, and any may be missing.

        Raises:
            Undecided: the solver cannot tell.
        """
        solver = self._free if free else self._lawful
        model = _asked(solver, claims, answer=_model)
        if model is None:
            return None
        kept = list(claims)
        for wish in wishes(self._symbols.values(), self.as_of, editions=self._editions()):
            better = _attempt(solver, [*kept, wish])
            if better is not None:
                kept, model = [*kept, wish], better
        return self._read(model)

    def is_possible(self, *claims: Term, free: bool = False) -> bool:
        """Whether there is a case in which all claims hold.

        Raises:
            Undecided: the solver cannot tell.
        """
        if any(claim is False for claim in claims):
            return False
        return _asked(self._free if free else self._lawful, claims, answer=lambda _: True) is not None

    def needed(self, found: Found, claim: Term) -> Found:
        """Return the case with only the facts that the claim rests on; with these it holds whatever the others are."""
        solver = self._free
        solver.push()
        try:
            year, month, day = self.as_of.year, self.as_of.month, self.as_of.day
            solver.add(year == found.as_of.year, month == found.as_of.month, day == found.as_of.day)
            solver.add(opposite(claim))
            trackers = {}
            for at, symbol in enumerate(self._symbols.values()):
                value = self._value_in(found, symbol)
                if value is not None:
                    tracker = z3.Bool(f"holds|{at}")
                    trackers[tracker.get_id()] = tracker, symbol
                    solver.add(z3.Implies(tracker, symbol.equals(value)))
            if solver.check(*[tracker for tracker, _ in trackers.values()]) != z3.unsat:
                return found
            kept = {id(trackers[each.get_id()][1]) for each in solver.unsat_core()}
        finally:
            solver.pop()
        facts = tuple(
            {name: value for name, value in given.items() if id(encoding.symbols[name]) in kept}
            for encoding, given in zip(self.encodings, found.facts, strict=True)
        )
        return Found(facts=facts, as_of=found.as_of)

    def outcomes(self, found: Found) -> list[Outcome]:
        """Return what the interpreter makes of a case, under each pack."""
        return [plan.evaluate(facts, as_of=found.as_of) for plan, facts in zip(self.plans, found.facts, strict=True)]

    def _value_in(self, found: Found, symbol: Symbol) -> Value | None:
        name = symbol.fact.name
        for encoding, facts in zip(self.encodings, found.facts, strict=True):
            if encoding.symbols.get(name) is symbol:
                return facts.get(name)
        return None

    def _solver(self, laws: Iterable[Term]) -> Any:
        solver = z3.SimpleSolver()
        solver.set("rlimit", _EFFORT)
        solver.add(*is_day(self.as_of, first=_YEARS[0], last=_YEARS[1]))
        for symbol in self._symbols.values():
            solver.add(*symbol.shape())
        solver.add(*[law for law in laws if law is not True])
        return solver

    def _laws(self) -> Iterator[Term]:
        for encoding in self.encodings:
            yield from limits(encoding.pack, encoding.symbols)
            yield from complete(encoding.pack, encoding.symbols)
            day = encoding.symbols.get(encoding.pack.day)
            if day is not None and isinstance(day.content, DayTerm):
                yield day.content.rank == self.as_of.rank
        first = first_day(self.encodings[0].pack)
        if first is not None:
            yield self.as_of.rank >= day_of(first).rank

    def _editions(self) -> list[dt.date]:
        return [day for each in self.encodings for day in each.pack.editions]

    def _read(self, model: Any) -> Found:
        try:
            facts = tuple(
                {name: symbol.value(model) for name, symbol in each.symbols.items() if symbol.is_known(model)}
                for each in self.encodings
            )
        except NoFiniteDecimal as error:
            raise Undecided from error
        year, month, day = (
            int(model.eval(part, model_completion=True).as_long())
            for part in (self.as_of.year, self.as_of.month, self.as_of.day)
        )
        return Found(facts=facts, as_of=dt.date(year, month, day))


def _asked(solver: Any, claims: Iterable[Term], *, answer: Callable[[Any], Any]) -> Any | None:
    """Return an answer about a case in which all claims hold, ``None`` where there is none.

    Raises:
        Undecided: the solver gave up.
    """
    solver.push()
    try:
        solver.add(*[claim for claim in claims if claim is not True])
        found = solver.check()
        if found == z3.unknown:
            raise Undecided(solver.reason_unknown())
        return answer(solver) if found == z3.sat else None
    finally:
        solver.pop()


def _model(solver: Any) -> Any:
    return solver.model()


def _attempt(solver: Any, claims: Iterable[Term]) -> Any | None:
    try:
        return _asked(solver, claims, answer=_model)
    except Undecided:
        return None
