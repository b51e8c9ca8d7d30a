"""Answers from clauses: enough of Prolog to list the events that the facts tell of. No rule of law is in here."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from typing import Final

from sara.clauses import Compound, Term, Variable, read_clauses

Bindings = Mapping[Variable, Term]
_DEEPEST: Final = 60


class Program:
    """The clauses of a case.

    Args:
        text: The facts as the data set gives them.
        last_year: Years behind this one are not counted to: some facts go on for a century.
    """

    def __init__(self, text: str, *, last_year: int) -> None:
        self.last_year = last_year
        self._names = count()
        self._clauses: dict[tuple[str, int], list[tuple[Compound, Term | None]]] = defaultdict(list)
        for clause in read_clauses(text):
            head, body = clause, None
            if isinstance(clause, Compound) and clause.name == ":-" and len(clause.arguments) == 2:
                head, body = clause.arguments
            if isinstance(head, Compound) and head.name != ":-":
                self._clauses[head.name, len(head.arguments)].append((head, body))

    @property
    def predicates(self) -> Iterable[tuple[str, int]]:
        """Names of what the facts state, with the number of arguments."""
        return tuple(self._clauses)

    def is_directed(self, name: str, arity: int) -> bool:
        """Whether answers are found only for given arguments: a clause takes the name of an event apart."""
        return any(body is not None and "split_string" in names_in(body) for _, body in self._clauses[name, arity])

    def ask(self, name: str, *arguments: Term) -> Iterator[tuple[Term, ...]]:
        """Yield the arguments of each answer, each answer once; what stays open is a variable."""
        seen = set()
        for found in self._solve(Compound(name, arguments), {}, 0):
            answer = tuple(resolved(argument, found) for argument in arguments)
            if answer not in seen:
                seen.add(answer)
                yield answer

    def _solve(self, goal: Term, found: Bindings, depth: int) -> Iterator[Bindings]:
        if depth > _DEEPEST:
            return
        match goal:
            case Compound(name=",", arguments=(first, second)):
                for each in self._solve(first, found, depth + 1):
                    yield from self._solve(second, each, depth + 1)
            case Compound(name=";", arguments=(Compound(name="->", arguments=(asked, then)), otherwise)):
                met = next(self._solve(asked, found, depth + 1), None)
                yield from self._solve(otherwise if met is None else then, found if met is None else met, depth + 1)
            case Compound(name=";", arguments=(first, second)):
                yield from self._solve(first, found, depth + 1)
                yield from self._solve(second, found, depth + 1)
            case Compound(name="->", arguments=(asked, then)):
                met = next(self._solve(asked, found, depth + 1), None)
                yield from () if met is None else self._solve(then, met, depth + 1)
            case Compound(name="\\+", arguments=(inner,)):
                yield from () if next(self._solve(inner, found, depth + 1), None) is not None else (found,)
            case Compound(name=name, arguments=arguments) if name in _BUILT_IN:
                yield from _BUILT_IN[name](self, tuple(resolved(each, found) for each in arguments), found)
            case Compound():
                yield from self._by_clauses(goal, found, depth)
            case "true" | "!":
                yield found
            case _:
                return

    def _by_clauses(self, goal: Compound, found: Bindings, depth: int) -> Iterator[Bindings]:
        for head, body in self._clauses.get((goal.name, len(goal.arguments)), ()):
            number = next(self._names)
            met = unified(goal, _renamed(head, number), found)
            if met is not None:
                yield from (met,) if body is None else self._solve(_renamed(body, number), met, depth + 1)

    def between(self, arguments: tuple[Term, ...], found: Bindings) -> Iterator[Bindings]:
        """``between(Low, High, X)``."""
        low, high, value = arguments
        assert isinstance(low, int)
        assert isinstance(high, int)
        top = min(high, self.last_year) if low > 1000 else high
        if isinstance(value, int):
            yield from (found,) if low <= value <= high else ()
        else:
            yield from _each(value, range(low, top + 1), found)


def resolved(term: Term, found: Bindings) -> Term:
    """Return a term with what is known of its variables."""
    term = _known(term, found)
    if isinstance(term, Compound):
        return Compound(term.name, tuple(resolved(each, found) for each in term.arguments))
    return term


def names_in(term: Term) -> frozenset[str]:
    """Return the names of the predicates a body is made of."""
    if not isinstance(term, Compound):
        return frozenset()
    return frozenset({term.name}).union(*(names_in(each) for each in term.arguments))


def unified(left: Term, right: Term, found: Bindings) -> Bindings | None:
    """Return what must be known for two terms to be the same, ``None`` where they cannot be."""
    left, right = _known(left, found), _known(right, found)
    if left is right or (not isinstance(left, Compound) and left == right):
        return found
    if isinstance(left, Variable):
        return {**found, left: right}
    if isinstance(right, Variable):
        return {**found, right: left}
    if not isinstance(left, Compound) or not isinstance(right, Compound):
        return None
    if (left.name, len(left.arguments)) != (right.name, len(right.arguments)):
        return None
    known: Bindings | None = found
    for one, other in zip(left.arguments, right.arguments, strict=True):
        known = None if known is None else unified(one, other, known)
    return known


def _known(term: Term, found: Bindings) -> Term:
    """Return what stands for a variable, as far as that is known."""
    while isinstance(term, Variable) and term in found:
        term = found[term]
    return term


def _renamed(term: Term, number: int) -> Term:
    match term:
        case Variable(name=name):
            return Variable(f"{name}~{number}")
        case Compound(name=name, arguments=arguments):
            return Compound(name, tuple(_renamed(each, number) for each in arguments))
        case _:
            return term


def _each(value: Term, choices: Iterable[Term], found: Bindings) -> Iterator[Bindings]:
    for choice in choices:
        met = unified(value, choice, found)
        if met is not None:
            yield met


def _if(holds: Callable[[tuple[Term, ...]], bool]) -> _BuiltIn:
    return lambda _, arguments, found: iter((found,)) if holds(arguments) else iter(())


def _to(last: Callable[[tuple[Term, ...]], Term | None]) -> _BuiltIn:
    """Make a predicate whose last argument follows from the others."""

    def solve(_: Program, arguments: tuple[Term, ...], found: Bindings) -> Iterator[Bindings]:
        *known, wanted = arguments
        result = None if any(isinstance(each, Variable) for each in known) else last(tuple(known))
        return _each(wanted, () if result is None else (result,), found)

    return solve


def _member(_: Program, arguments: tuple[Term, ...], found: Bindings) -> Iterator[Bindings]:
    value, items = arguments
    return _each(value, items.arguments if isinstance(items, Compound) else (), found)


def _split(arguments: tuple[Term, ...]) -> Term:
    text, separator, _ = arguments
    return Compound("[]", tuple(str(text).split(str(separator))))


def _number(arguments: tuple[Term, ...]) -> Term | None:
    (text,) = arguments
    return int(text) if isinstance(text, str) and text.isdecimal() else None


def _is_day_before(arguments: tuple[Term, ...]) -> bool:
    first, second = arguments
    return isinstance(first, str) and isinstance(second, str) and first <= second


_BuiltIn = Callable[[Program, tuple[Term, ...], Bindings], Iterator[Bindings]]
_BUILT_IN: Final[Mapping[str, _BuiltIn]] = {
    "between": Program.between,
    "member": _member,
    "atom_concat": _to(lambda given: "".join(str(each) for each in given)),
    "split_string": _to(_split),
    "atom_number": _to(_number),
    "first_day_year": _to(lambda given: dt.date(int(str(given[0])), 1, 1).isoformat()),
    "last_day_year": _to(lambda given: dt.date(int(str(given[0])), 12, 31).isoformat()),
    "is_before": _if(_is_day_before),
    "var": _if(lambda given: isinstance(given[0], Variable)),
    "nonvar": _if(lambda given: not isinstance(given[0], Variable)),
    "==": _if(lambda given: given[0] == given[1]),
    "\\==": _if(lambda given: given[0] != given[1]),
    "=": lambda _, given, found: _each(given[0], (given[1],), found),
}
