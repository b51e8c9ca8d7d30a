"""What a norm is made of: the elements that must all be met, and the ways in which one of them can be.

Two norms overlap without being rivals when each asks for something of its own: one deed may be both, and both are
punished (ideal concurrence). They are rivals when the one says nothing that the other does not say already.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zhargy.norms.expression import Expression, fact_names, norm_names, unparse
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Choice,
    Comparison,
    FactName,
    Met,
    Not,
    Or,
    Sign,
    Within,
)
from zhargy.norms.packs.values import Norm, Pack

_COMMON: Final = Fraction(3, 4)
_FEW: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One thing that must hold.

    Args:
        condition: The condition.
        text: The same in writing; elements of one text are the same.
    """

    condition: Expression
    text: str


def elements_of(norm: Norm, pack: Pack) -> tuple[Element, ...]:
    """Return what must hold for a norm, its basic form and the norms it names opened up, its addressee left out.

    Exceptions are no elements: they are looked at when two norms are tried on one case.
    """
    return tuple({element.text: element for element in _elements(norm, pack)}.values())


def ways_of(elements: Iterable[Element]) -> Iterator[Element]:
    """Yield the ways in which elements can be met that name several: each of «a or b»."""
    for element in elements:
        match element.condition:
            case Or(parts=parts) | AnyOf(parts=parts) | AtLeast(parts=parts):
                yield from map(_element, parts)
            case Within(operand=operand, options=options):
                for option in options:
                    yield _element(Comparison(left=operand, sign=Sign.EQUAL, right=option))
            case _:
                pass


def common_elements(norms: Iterable[Norm], pack: Pack) -> frozenset[str]:
    """Return the texts of the elements that nearly every article asks for: these do not tell what a norm is about.

    Args:
        norms: The norms that threaten something.
        pack: Their pack.
    """
    articles: dict[str, set[str]] = {}
    for norm in norms:
        texts = articles.setdefault(norm.id.partition("__")[0], set())
        texts.update(element.text for element in elements_of(norm, pack))
    counts = Counter(text for texts in articles.values() for text in texts)
    if len(articles) < _FEW:
        return frozenset()
    return frozenset(text for text, count in counts.items() if Fraction(count, len(articles)) >= _COMMON)


def claims_of(elements: Iterable[Element]) -> Mapping[str, frozenset[str]]:
    """Return what elements plainly say of single facts: which choices one can be, or whether it is true.

    Args:
        elements: Elements of a norm, all of which must hold.
    """
    found: dict[str, frozenset[str]] = {}
    for name, values in filter(None, (_claim(element.condition) for element in elements)):
        found[name] = found[name] & values if name in found else values
    return found


def facts_of(condition: Expression, pack: Pack) -> frozenset[str]:
    """Return the facts that a condition rests on, through the norms it names."""
    found = set(fact_names(condition))
    waiting, seen = list(norm_names(condition)), set()
    while waiting:
        name = waiting.pop()
        norm = pack.norms.get(name)
        if norm is None or name in seen:
            continue
        seen.add(name)
        for part in (norm.when, *([norm.subject] if norm.subject is not None else [])):
            found.update(fact_names(part))
            waiting.extend(norm_names(part))
        waiting.extend([norm.basic] if norm.basic else [])
    return frozenset(found)


def _claim(condition: Expression) -> tuple[str, frozenset[str]] | None:
    match condition:
        case FactName(name=name):
            return name, frozenset({"true"})
        case Not(operand=FactName(name=name)):
            return name, frozenset({"false"})
        case Comparison(left=FactName(name=name), sign=Sign.EQUAL, right=Choice(value=value)):
            return name, frozenset({value})
        case Within(operand=FactName(name=name), options=options):
            values = frozenset(option.value for option in options if isinstance(option, Choice))
            return (name, values) if len(values) == len(options) else None
        case _:
            return None


def _elements(norm: Norm, pack: Pack) -> Iterator[Element]:
    if norm.basic:
        yield from _elements(pack.norms[norm.basic], pack)
    yield from _opened(norm.when, pack)


def _opened(condition: Expression, pack: Pack) -> Iterator[Element]:
    match condition:
        case And(parts=parts) | AllOf(parts=parts):
            for part in parts:
                yield from _opened(part, pack)
        case AnyOf(parts=(only,)):
            yield from _opened(only, pack)
        case Met(norm=name) if name in pack.own_norms:
            yield from _elements(pack.norms[name], pack)
        case _:
            yield _element(condition)


def _element(condition: Expression) -> Element:
    return Element(condition=condition, text=unparse(condition))
