"""Whether one norm is a special case of another, and how far.

A norm `narrow` is a rival of a norm `wide` when both can apply to one case and one of these holds:

1. *contained*: whatever meets `narrow` has all elements of `wide`;
2. *contained in one way*: `narrow` can be met in several ways («information or money»), and in one of them whatever
   meets it has all elements of `wide`;
3. *but for one*: in some way all elements of `wide` are there but one, and at least two of those that are there belong
   to its basic form and are not elements of nearly every article of the act. What merely aggravates says little of the
   deed.

Two articles are *twins* when norms of theirs can apply to one case, and of two graver forms at least it holds that what
aggravates the one aggravates the other and that both threaten the same.

Everything else is lawful concurrence: each norm asks for something the other is silent on, and a deed that is both is
punished as both. The addressee (age, soundness of mind) and exceptions are no elements here; they count where it is
asked whether both can apply.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Final

from zhargy.norms.expression import Expression
from zhargy.norms.packs.values import Norm
from zhargy.norms.sanctions import lay_out
from zhargy.norms.verification.elements import Element, claims_of, common_elements, elements_of, facts_of, ways_of
from zhargy.norms.verification.encoding.rails import Term, opposite
from zhargy.norms.verification.sides import Side, applies, sides, threatening
from zhargy.norms.verification.space import Space

_CORE: Final = 2


class Nearness(StrEnum):
    """How far the elements of the wide norm lie in those of the narrow one."""

    CONTAINED = "contained"
    IN_ONE_WAY = "in_one_way"
    BUT_FOR_ONE = "but_for_one"
    TWINS = "twins"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivals:
    """Two norms that are about the same, without a rule that says which of them goes first.

    Args:
        narrow: The one whose elements are laid over those of the other.
        wide: The other.
        nearness: How near they are.
        way: The way in which the narrow one is met, in writing; empty where it does not matter.
        missing: The one element of the wide norm that the narrow one is silent on, in writing; empty: there is none.
    """

    narrow: Side
    wide: Side
    nearness: Nearness
    way: str = ""
    missing: str = ""

    @property
    def articles(self) -> tuple[tuple[int, str], tuple[int, str]]:
        """The two articles, in the order of the acts."""
        one, other = sorted([(self.narrow.at, self.narrow.article), (self.wide.at, self.wide.article)])
        return one, other


class Field:
    """The norms that threaten something, in the act verified and in those beside it.

    Args:
        space: The space of cases.
    """

    def __init__(self, space: Space) -> None:
        self.space = space
        self.own = threatening(sides(space, 0))
        self.beside = [side for at in range(1, len(space.encodings)) for side in threatening(sides(space, at))]
        self._elements: dict[tuple[int, str], tuple[Element, ...]] = {
            (side.at, side.norm.id): elements_of(side.norm, side.pack) for side in (*self.own, *self.beside)
        }
        self._claims = {key: claims_of(elements) for key, elements in self._elements.items()}
        self._facts = {key: self._all_facts(key) for key in self._elements}
        self._common = {
            at: common_elements((side.norm for side in (*self.own, *self.beside) if side.at == at), each.pack)
            for at, each in enumerate(space.encodings)
        }
        self._implied: dict[tuple[int, str, str, int, str], bool] = {}

    def pairs(self) -> Iterator[tuple[Side, Side]]:
        """Yield the pairs in which a norm of the act verified is one, each pair once."""
        for at, one in enumerate(self.own):
            for other in chain(self.own[at + 1 :], self.beside):
                yield one, other

    def rivals(self, one: Side, other: Side) -> Rivals | None:
        """Return how two norms are rivals, the nearer way round; ``None`` where they are none.

        Raises:
            Undecided: the solver cannot tell.
        """
        found = [each for each in (self._laid(one, other), self._laid(other, one)) if each is not None]
        if not found or not self.meet(one, other):
            return None
        return min(found, key=lambda each: list(Nearness).index(each.nearness))

    def meet(self, one: Side, other: Side) -> bool:
        """Whether two norms can apply to one case."""
        if self._exclude(one, other):
            return False
        return self.space.is_possible(applies(one).term, applies(other).term)

    def elements(self, side: Side) -> tuple[Element, ...]:
        """Return the elements of a norm."""
        return self._elements[side.at, side.norm.id]

    def _laid(self, narrow: Side, wide: Side) -> Rivals | None:
        """Lay the elements of one norm over those of another."""
        wanted = self.elements(wide)
        if self._silent(narrow, wide, wanted) > 1:
            return None
        missing = [each for each in wanted if not self._implies(narrow, None, wide, each)]
        best = self._judged(narrow, wide, wanted, missing, way="")
        for way in ways_of(self.elements(narrow)) if missing else ():
            if best is not None and best.nearness is Nearness.CONTAINED:
                break
            left = [each for each in missing if not self._implies(narrow, way, wide, each)]
            if len(left) < len(missing) and self._is_possible_way(narrow, way):
                found = self._judged(narrow, wide, wanted, left, way=way.text)
                best = _nearer(best, found)
        return best

    def _silent(self, narrow: Side, wide: Side, wanted: tuple[Element, ...]) -> int:
        """Count the elements of one norm of which the other knows no fact: these it can never imply."""
        ours = self._facts[narrow.at, narrow.norm.id]
        return sum(facts_of(each.condition, wide.pack).isdisjoint(ours) for each in wanted)

    def _judged(
        self, narrow: Side, wide: Side, wanted: tuple[Element, ...], missing: list[Element], *, way: str
    ) -> Rivals | None:
        if not missing:
            nearness = Nearness.IN_ONE_WAY if way else Nearness.CONTAINED
            return Rivals(narrow=narrow, wide=wide, nearness=nearness, way=way)
        basic = {each.text for each in elements_of(_root(wide), wide.pack)} - self._common[wide.at]
        core = [each for each in wanted if each not in missing and each.text in basic]
        if len(missing) > 1 or len(core) < _CORE:
            return None
        return Rivals(narrow=narrow, wide=wide, nearness=Nearness.BUT_FOR_ONE, way=way, missing=missing[0].text)

    def _implies(self, narrow: Side, way: Element | None, wide: Side, element: Element) -> bool:
        """Whether an element of one norm is there whenever another norm is met, in one way or in any."""
        key = (narrow.at, narrow.norm.id, way.text if way else "", wide.at, element.text)
        if key not in self._implied:
            self._implied[key] = self._entails(narrow, way, wide, element)
        return self._implied[key]

    def _entails(self, narrow: Side, way: Element | None, wide: Side, element: Element) -> bool:
        known = {each.text for each in self.elements(narrow)} | ({way.text} if way else set())
        if element.text in known and (narrow.at == wide.at or "met(" not in element.text):
            return True
        if facts_of(element.condition, wide.pack).isdisjoint(self._facts[narrow.at, narrow.norm.id]):
            return False
        premises = [narrow.rails.met.true, *([_true(narrow, way.condition)] if way else [])]
        return not self.space.is_possible(*premises, opposite(_true(wide, element.condition)))

    def _is_possible_way(self, narrow: Side, way: Element) -> bool:
        return self.space.is_possible(narrow.rails.result.true, _true(narrow, way.condition))

    def _all_facts(self, key: tuple[int, str]) -> frozenset[str]:
        pack = self.space.encodings[key[0]].pack
        return frozenset().union(*(facts_of(each.condition, pack) for each in self._elements[key]))

    def _exclude(self, one: Side, other: Side) -> bool:
        """Whether elements of the two say opposite things of one fact: a quick look before the proof."""
        ours, theirs = (self._claims[side.at, side.norm.id] for side in (one, other))
        shared = ours.keys() & theirs.keys() if one.at == other.at else ()
        return any(ours[name].isdisjoint(theirs[name]) for name in shared)


def twins(field: Field) -> Iterator[Rivals]:
    """Yield the pairs of articles that are twins, each by the first of its graver forms.

    Raises:
        Undecided: the solver cannot tell.
    """
    alike: dict[tuple[tuple[int, str], tuple[int, str]], list[Rivals]] = {}
    for one, other in field.pairs():
        if (
            (one.at, one.article) != (other.at, other.article)
            and _threaten_alike(one, other)
            and _aggravate_alike(field, one, other)
        ):
            pair = Rivals(narrow=one, wide=other, nearness=Nearness.TWINS)
            alike.setdefault(pair.articles, []).append(pair)
    for pairs in alike.values():
        met = [pair for pair in pairs if field.meet(pair.narrow, pair.wide)]
        if len(met) >= _CORE:
            yield from met


def _root(side: Side) -> Norm:
    """Return the form of which all others are aggravated ones."""
    norm = side.norm
    while norm.basic:
        norm = side.pack.norms[norm.basic]
    return norm


def _threaten_alike(one: Side, other: Side) -> bool:
    """Whether two graver forms have the same sanction, its branches left aside."""
    threats = [lay_out(side.norm.sanction)[0] for side in (one, other) if side.norm.basic and side.norm.sanction]
    return len(threats) == len({id(one), id(other)}) and threats[0] == threats[-1]


def _aggravate_alike(field: Field, one: Side, other: Side) -> bool:
    """Whether what aggravates one deed always aggravates the other, whichever way round."""
    if facts_of(one.norm.when, one.pack).isdisjoint(facts_of(other.norm.when, other.pack)):
        return False
    first, second = _true(one, one.norm.when), _true(other, other.norm.when)
    return any(
        not field.space.is_possible(premise, opposite(conclusion))
        for premise, conclusion in ((first, second), (second, first))
    )


def _true(side: Side, condition: Expression) -> Term:
    return side.encoding.condition(condition).true


def _nearer(one: Rivals | None, other: Rivals | None) -> Rivals | None:
    found = [each for each in (one, other) if each is not None]
    return min(found, key=lambda each: list(Nearness).index(each.nearness), default=None)
