"""Reading facts: plain values in, typed facts out, every problem told at once. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from zhargy.errors import UsageError
from zhargy.norms.exact import EXACT
from zhargy.norms.expression import evaluate, is_ruled_out, unparse
from zhargy.norms.given import Unfit, read_value
from zhargy.norms.problems import Place, Problem, near_miss
from zhargy.norms.truth import Truth
from zhargy.norms.usual import usual_beside
from zhargy.norms.vocabulary import Fact, FactType, SuppliedByOffence, Value, Vocabulary, Wording
from zhargy.text.amounts import Money

__all__ = ["Fact", "FactType", "FactsRefused", "Value", "Vocabulary", "Wording", "read_facts"]


class FactsRefused(UsageError):
    """Facts that cannot be used.

    Args:
        problems: Each thing wrong with them, codes N220 to N226, N278, N281; the first also gives the code of the
            refusal.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(problems[0].code, **problems[0].params)


def read_facts(
    raw: Mapping[str, object],
    vocabulary: Vocabulary,
    *,
    places: Mapping[str, Place] | None = None,
    stands_in: bool = False,
    usual: Mapping[str, Value] | None = None,
) -> Mapping[str, Value]:
    """Return facts in their types; what is ``None`` or not named stays unknown.

    A truth is a `bool` or ``true``, ``false``; a number an `int`, a `Decimal` or digits (``12.5``, ``16 years``); money
    a `Money` or ``1000 KZT``; a day a `date` or ``2026-01-31``; a choice its name; a set a list of names; a list of
    things a mapping from the id of each to its fields, and a thing its id.

    Args:
        raw: Values by the names of the facts, from YAML, JSON or a form.
        vocabulary: The facts of the pack, whose conditions were checked.
        places: Where each fact was written, for the problems.
        stands_in: Whether what qualification finds of an offence may be given, as an example of a pack does.
        usual: What holds unless `raw` names it or rules it out; it comes behind what is told.

    Raises:
        FactsRefused: unknown names (N220), values of other types (N221), choices there are not (N222), numbers out of
            bounds (N223), with a binary fraction (N224) or too long (N226), facts that the others rule out (N225),
            that the program supplies (N278) or that cannot be so beside the others (N281).

    Example:
        >>> vocabulary = Vocabulary.of(Fact(name="victim.age", type=FactType.NUMBER, unit="years", most=Decimal(130)))
        >>> read_facts({"victim.age": "16 years"}, vocabulary)
        {'victim.age': Decimal('16')}
        >>> read_facts({"victim.aeg": 16}, vocabulary)
        Traceback (most recent call last):
        zhargy.norms.facts.FactsRefused: N220 (name=victim.aeg, near=victim.age)
    """
    reader = _Reader(vocabulary=vocabulary, places=places or {}, stands_in=stands_in)
    facts = {name: value for name, given in raw.items() if (value := reader.read(name, given)) is not None}
    facts |= usual_beside(facts, usual=usual or {}, silent=raw, vocabulary=vocabulary)
    reader.problems.extend(reader.ruled_out(facts))
    reader.problems.extend(reader.contradicted(facts))
    reader.problems.extend(reader.strays(facts))
    if reader.problems:
        raise FactsRefused(tuple(reader.problems))
    return facts


class _Reader:
    """A vocabulary, and the problems found so far."""

    def __init__(self, *, vocabulary: Vocabulary, places: Mapping[str, Place], stands_in: bool) -> None:
        self._stands_in = stands_in
        self._vocabulary = vocabulary
        self._places = places
        self.problems: list[Problem] = []

    def read(self, name: str, given: object) -> Value | None:
        """Return one fact; ``None`` when it is not known, or wrong and told."""
        fact = self._vocabulary.find(name)
        if fact is None:
            self.problems.append(self._problem("N220", name, near=self._vocabulary.near(name)))
            return None
        if given is None:
            return None
        if fact.supplied and not (self._stands_in and fact.supplied in tuple(SuppliedByOffence)):
            self.problems.append(self._problem("N278", name, source=fact.supplied))
            return None
        try:
            value = read_value(given, fact)
        except Unfit as unfit:
            self.problems.append(self._problem(unfit.code, name, **unfit.params))
            return None
        problems = [*self._choices(fact, value), *self._bounds(fact, value), *self._fields(fact, value)]
        self.problems.extend(problems)
        return None if problems else value

    def strays(self, facts: Mapping[str, Value]) -> Iterator[Problem]:
        """Yield a problem for each thing that is named and is in no list."""
        for name, value in facts.items():
            fact = self._vocabulary.facts[name]
            named = [(fact, value)]
            for thing in value if isinstance(value, tuple) else ():
                named += [(fact.fields[field], each) for field, each in thing.fields.items()]
            for each, thing_id in named:
                things = facts.get(each.of)
                ids = [thing.id for thing in things] if isinstance(things, tuple) else []
                if each.type is FactType.THING and isinstance(thing_id, str) and thing_id not in ids:
                    yield self._problem("N298", name, value=thing_id, things=each.of, near=near_miss(thing_id, ids))

    def _fields(self, fact: Fact, value: Value) -> Iterator[Problem]:
        """Yield what is wrong with the fields of the things in a list."""
        for thing in value if isinstance(value, tuple) else ():
            for name, each in thing.fields.items():
                field = replace(fact.fields[name], name=f"{fact.name}.{thing.id}.{name}")
                yield from self._choices(field, each)
                yield from self._bounds(field, each)

    def ruled_out(self, facts: Mapping[str, Value]) -> Iterator[Problem]:
        """Yield a problem for each fact that has no meaning beside the others."""
        for name in facts:
            fact = self._vocabulary.facts[name]
            if fact.asked_if is not None and is_ruled_out(fact, facts):
                yield self._problem("N225", name, condition=unparse(fact.asked_if))

    def contradicted(self, facts: Mapping[str, Value]) -> Iterator[Problem]:
        """Yield a problem for each fact that cannot be so beside the others."""
        for name in facts:
            requires = self._vocabulary.facts[name].requires
            if requires is None:
                continue
            if evaluate(requires, facts, vocabulary=self._vocabulary, met={}).truth is Truth.FALSE:
                yield self._problem("N281", name, condition=unparse(requires))

    def _choices(self, fact: Fact, value: Value) -> Iterator[Problem]:
        if fact.type not in {FactType.ENUM, FactType.SET}:
            return
        chosen = value if isinstance(value, frozenset) else {value} if isinstance(value, str) else ()
        for choice in sorted(choice for choice in chosen if choice not in fact.choices):
            near = near_miss(choice, fact.choices)
            yield self._problem("N222", fact.name, value=choice, valid=", ".join(fact.choices), near=near)

    def _bounds(self, fact: Fact, value: Value) -> Iterator[Problem]:
        if isinstance(value, bool | str | frozenset) or not isinstance(value, Decimal | Money):
            return
        number = EXACT.scaleb(value.minor, -2) if isinstance(value, Money) else value
        least, most = fact.least, fact.most
        if (least is not None and number < least) or (most is not None and number > most):
            limits = {"least": _digits(least), "most": _digits(most)}
            yield self._problem("N223", fact.name, value=_digits(number), **limits)

    def _problem(self, code: str, name: str, **params: str) -> Problem:
        return Problem(code=code, params={"name": name, **params}, place=self._places.get(name, Place()))


def _digits(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"
