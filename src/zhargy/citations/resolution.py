"""Which provisions of an act a citation means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zhargy.citations.levels import ALONE, DEPTH, Level
from zhargy.citations.places import Place, Places, key_of, paragraphs, unnumbered_parts
from zhargy.model import Kind, Outcome, Scope, Target
from zhargy.text import Language

_GLOBAL: Final = {
    Level.SECTION: (Kind.SECTION, Kind.PART),
    Level.SUBSECTION: (Kind.SUBSECTION,),
    Level.CHAPTER: (Kind.CHAPTER,),
    Level.SUBCHAPTER: (Kind.SUBCHAPTER,),
    Level.ANNEX: (Kind.ANNEX,),
    Level.RECITAL: (Kind.RECITAL,),
    Level.ARTICLE: (Kind.ARTICLE,),
}
_SCOPE_KINDS: Final = {
    Scope.THIS_SUBPARAGRAPH: (Kind.SUBPARAGRAPH,),
    Scope.THIS_ITEM: (Kind.ITEM, Kind.SUBITEM, Kind.PARAGRAPH),
    Scope.THIS_PART: (Kind.PARAGRAPH,),
    Scope.THIS_ARTICLE: (Kind.ARTICLE,),
    Scope.THIS_SUBCHAPTER: (Kind.SUBCHAPTER,),
    Scope.THIS_CHAPTER: (Kind.CHAPTER,),
    Scope.THIS_SECTION: (Kind.SECTION, Kind.PART),
    Scope.THIS_ANNEX: (Kind.ANNEX,),
}
_NUMBERED_THROUGH: Final = frozenset({Level.ARTICLE, Level.RECITAL, Level.ANNEX})
_BORDERS: Final = frozenset({Kind.ARTICLE, Kind.ANNEX, Kind.RECITAL})
_POINTS: Final = (Kind.ITEM, Kind.SUBITEM)
_LEAVES: Final = frozenset({Kind.TEXT, Kind.TITLE, Kind.AMENDMENT_NOTE, Kind.TABLE, Kind.SIGNATURE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What became of a target: the outcome, and the provisions found (candidates when ambiguous)."""

    outcome: Outcome
    eids: tuple[str, ...] = ()


def resolve(
    target: Target, places: Places, *, language: Language, path: Sequence[Place] = (), parts_are_points: bool = False
) -> Resolution:
    """Return the provisions of an act that `target` means.

    Args:
        target: What is cited.
        places: Provisions of the act.
        language: Language of the act, which says whether sections hold chapters or chapters sections.
        path: Provisions around the citation, outermost first; empty when it stands in another act.
        parts_are_points: Whether the act calls numbered parts of its articles «пункт».
    """
    depth = DEPTH[language]
    if target.scope in _SCOPE_KINDS:
        bases = _enclosing(target.scope, path, parts_are_points=parts_are_points)
        tried = [_within([base], target, depth) for base in bases]
        found = next((one for one in tried if one.outcome is not Outcome.NOT_FOUND), None)
        return found or (tried[0] if tried else Resolution(outcome=Outcome.NOT_FOUND))
    named = [level for level in _GLOBAL if getattr(target, level)]
    outermost = min(named, key=depth.__getitem__) if named else None
    if outermost is None and target.scope is Scope.THIS_ACT and target.parts:
        return _descend([places.find((Kind.PART,), number) for number in target.parts], target, depth, below=Level.PART)
    if outermost is None:
        return _around(target, path, depth) if path else Resolution(outcome=Outcome.NOT_FOUND)
    if not places.kinds.intersection(_GLOBAL[outermost]):
        is_stated = target.scope is Scope.THIS_ACT
        return Resolution(outcome=Outcome.NOT_FOUND if is_stated else Outcome.OUTSIDE_LIBRARY)
    if outermost not in _NUMBERED_THROUGH:
        for around in reversed(path):
            found = _within([around], target, depth) if around.kind not in _BORDERS else None
            if found and found.outcome is Outcome.FOUND:
                return found
    numbers = getattr(target, outermost)
    starts = [places.find(_GLOBAL[outermost], number) for number in numbers]
    return _descend(starts, target, depth, below=outermost)


def levels_of(target: Target) -> dict[Level, tuple[str, ...]]:
    """Return the numbers that `target` names, by level."""
    return {level: numbers for level in Level if (numbers := getattr(target, level))}


def _enclosing(scope: Scope, path: Sequence[Place], *, parts_are_points: bool) -> list[Place]:
    """Return what «this …» may be, the likeliest first."""
    kinds = _SCOPE_KINDS[scope]
    if scope is Scope.THIS_ITEM and parts_are_points:
        kinds = (Kind.PARAGRAPH,)
    inside = [place for kind in kinds for place in reversed(path) if place.kind is kind]
    if inside:
        return inside
    around = _unnumbered_around(path) if scope in {Scope.THIS_PART, Scope.THIS_ITEM} else None
    return [around] if around else []


def _unnumbered_around(path: Sequence[Place]) -> Place | None:
    """Return the unnumbered part that the innermost place of `path` belongs to."""
    article = next((place for place in reversed(path) if place.kind is Kind.ARTICLE), None)
    if article is None:
        return None
    on_path = {place.eid for place in path}
    parts = unnumbered_parts(article)
    return next((part for part in parts if any(child.eid in on_path for child in part.children)), None)


def _around(target: Target, path: Sequence[Place], depth: Mapping[Level, int]) -> Resolution:
    """Resolve «часть вторая», "point (e)", which name no article: in the nearest provision around that has it."""
    best = Resolution(outcome=Outcome.NOT_FOUND)
    for place in reversed([one for one in path if one.kind is not Kind.TEXT]):
        found = _within([place], target, depth)
        if found.outcome is Outcome.FOUND:
            return found
        if found.outcome is Outcome.AMBIGUOUS and best.outcome is Outcome.NOT_FOUND:
            best = found
        if place.kind in _BORDERS:
            break
    return best


def _within(bases: Sequence[Place], target: Target, depth: Mapping[Level, int]) -> Resolution:
    """Descend from `bases` through every level named."""
    return _descend([list(bases)], target, depth)


def _descend(
    starts: Sequence[Sequence[Place]], target: Target, depth: Mapping[Level, int], *, below: Level | None = None
) -> Resolution:
    """Go down from each of `starts`, the candidates for one number each, through the levels `below` the one found."""
    now = [list(candidates) for candidates in starts if candidates]
    is_missing = len(now) < len(starts)
    levels = sorted(levels_of(target).items(), key=lambda item: depth[item[0]])
    is_moved = below is not None
    for level, numbers in levels:
        if below is not None and depth[level] <= depth[below]:
            continue
        lists = [_step(candidates, level, number) for candidates in now for number in numbers]
        is_missing = is_missing or any(not found for found in lists)
        now, is_moved = [found for found in lists if found], True
    eids = tuple(dict.fromkeys(place.eid for candidates in now for place in candidates))
    if is_missing or not now:
        return Resolution(outcome=Outcome.NOT_FOUND, eids=eids if is_moved else ())
    many = any(len(candidates) > 1 for candidates in now)
    return Resolution(outcome=Outcome.AMBIGUOUS if many else Outcome.FOUND, eids=eids)


def _step(candidates: Sequence[Place], level: Level, number: str) -> list[Place]:
    if level in _GLOBAL:
        return _divisions(candidates, _GLOBAL[level], number)
    return [found for place in candidates for found in _FINDERS[level](place, number)]


def _divisions(candidates: Sequence[Place], kinds: Sequence[Kind], number: str) -> list[Place]:
    """Find a division below `candidates`, or among them; one of the act itself goes before one inside an annex."""
    found: list[Place] = []
    waiting = list(reversed(candidates))
    annexes: list[Place] = []
    keys = {kind: key_of(number, kind) for kind in kinds}
    while waiting:
        place = waiting.pop()
        if place.kind in keys and (number == ALONE or place.key == keys[place.kind]):
            found.append(place)
        inner = [child for child in reversed(place.children) if child.kind not in _LEAVES]
        if place.kind is Kind.ANNEX and place not in candidates and Kind.ANNEX not in kinds:
            annexes.append(place)
        elif place.kind is not Kind.ARTICLE or Kind.ARTICLE not in kinds:
            waiting += inner
    if not found and annexes:
        return _divisions(annexes, kinds, number)
    return found


def _notes(place: Place, number: str) -> list[Place]:
    notes = [below for below in place.walk() if below.kind is Kind.NOTE]
    if number == ALONE:
        return notes
    inside = [below for note in notes for below in note.children if below.key == key_of(number, below.kind)]
    return inside or [note for note in notes if note.key == key_of(number, note.kind)]


def _parts(place: Place, number: str) -> list[Place]:
    """Find a numbered part; in an article without any, the part counted."""
    if any(child.kind is Kind.PARAGRAPH and child.number for child in place.children):
        return _numbered(place.children, (Kind.PARAGRAPH,), number)
    if place.kind is not Kind.ARTICLE:
        return []
    counted = [child for child in place.children if child.kind is Kind.SUBPARAGRAPH]
    return _nth(counted or unnumbered_parts(place), number)


def _items(place: Place, number: str) -> list[Place]:
    """Find a point: directly inside, else the numbered part so called, else deeper down."""
    return (
        _numbered(place.children, _POINTS, number)
        or _numbered(place.children, (Kind.PARAGRAPH,), number)
        or _numbered(place.walk(), _POINTS, number)
    )


def _subitems(place: Place, number: str) -> list[Place]:
    return _numbered(place.children, _POINTS, number) or _numbered(place.walk(), _POINTS, number)


def _subparagraphs(place: Place, number: str) -> list[Place]:
    numbered = [child for child in place.children if child.kind is Kind.SUBPARAGRAPH]
    return _nth(numbered or paragraphs(place), number)


def _indents(place: Place, number: str) -> list[Place]:
    return _nth(paragraphs(place), number)


def _numbered(places: Iterable[Place], kinds: Sequence[Kind], number: str) -> list[Place]:
    keys = {kind: key_of(number, kind) for kind in kinds}
    return [place for place in places if place.kind in keys and place.key == keys[place.kind]]


def _nth(places: Sequence[Place], number: str) -> list[Place]:
    at = int(number) - 1 if number.isdecimal() else -1
    return [places[at]] if 0 <= at < len(places) else []


_FINDERS: Final[dict[Level, Callable[[Place, str], list[Place]]]] = {
    Level.NOTE: _notes,
    Level.PART: _parts,
    Level.SUBPARAGRAPH: _subparagraphs,
    Level.ITEM: _items,
    Level.SUBITEM: _subitems,
    Level.INDENT: _indents,
}
