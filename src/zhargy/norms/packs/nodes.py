"""YAML as values that know their place: no surprise of YAML gets through.

Plain ``true`` and ``false`` are truth values, digits are exact numbers, ``2026-01-31`` is a day, an empty value is
``None``; everything else, and everything in quotes, is text (so ``no`` is the word no). A key given twice, anchors,
aliases and tags are refused.

Source:
    YAML 1.1, sections 3.2.1 (node graph), 3.2.2.2 (anchors and aliases), 6.8.1 (tags); PyYAML's ``SafeLoader``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Final, Protocol

import yaml

from zhargy.norms.packs.fences import Fence
from zhargy.norms.problems import Place, Problem

Scalar = bool | int | Decimal | date | str | None

_LOADER: Final[type[yaml.SafeLoader]] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader over libyaml where PyYAML has it, five times as fast; places and values are the same."""

_NUMBER: Final = re.compile(r"-?\d+(?P<fraction>\.\d+)?")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_WORDS: Final = {"true": True, "false": False, "": None, "null": None, "~": None}
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What steers a terminal or turns the order of letters round: no word of a law or of a fact has it."""

_DEEPEST: Final = 40
_LONGEST_WHOLE: Final = 100
"""Digits of the longest number that is made an `int`; longer ones, which nothing takes, are told by their readers."""


class _Mark(Protocol):
    """A place as PyYAML tells it, both counted from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A value of a pack with the place it was read from.

    Args:
        value: A mapping, a tuple or a scalar; what lies inside is given too.
        place: Where it begins.
        written: Words with their lines as they are written; empty for mappings and lists.
        at: Where `written` begins: behind a quotation mark, below the ``|`` of a block.
    """

    value: Mapping[str, Given] | tuple[Given, ...] | Scalar
    place: Place
    written: str = ""
    at: Place = field(default_factory=Place)

    def plain(self) -> object:
        """Return the value without places: mappings, lists and scalars."""
        if isinstance(self.value, Mapping):
            return {key: given.plain() for key, given in self.value.items()}
        if isinstance(self.value, tuple):
            return [given.plain() for given in self.value]
        return self.value

    def places(self, *, norm: str = "") -> Mapping[tuple[str | int, ...], Place]:
        """Return where each part of the value stands, by the keys and indices that lead to it.

        Args:
            norm: Id of the norm the value belongs to.
        """
        return dict(_places(self, (), norm))


def read_yaml(fence: Fence, *, problems: list[Problem]) -> Given | None:
    """Return the value of a block, ``None`` where it cannot be read.

    Args:
        fence: The block.
        problems: Takes N251, N252, N253, N256, N284.
    """
    start = Place(file=fence.file, line=fence.line, column=1)
    try:
        refused = _refused(fence, start, problems)
        node = None if refused else yaml.compose(fence.text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = start if mark is None else _place(start, mark)
        problems.append(Problem(code="N251", params={"detail": error.problem or ""}, place=place))
        return None
    except yaml.YAMLError as error:
        problems.append(Problem(code="N251", params={"detail": str(error).split("\n")[0]}, place=start))
        return None
    if refused:
        return None
    return Given(value={}, place=start) if node is None else _given(node, start, fence.text, problems)


def _refused(fence: Fence, start: Place, problems: list[Problem]) -> bool:
    """Note what is not taken: anchors, aliases, tags, several documents, signs nobody sees, depths no norm has."""
    depth, documents, before = 0, 0, len(problems)
    for event in yaml.parse(fence.text, Loader=_LOADER):
        sign = ""
        if isinstance(event, yaml.AliasEvent):
            sign = f"*{event.anchor}"
        elif isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            sign = f"&{event.anchor}"
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            sign = event.tag
        elif isinstance(event, yaml.ScalarEvent) and (hidden := _CONTROL.search(event.value)):
            sign = f"\\x{ord(hidden[0]):02x}"
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            sign = "---" if documents > 1 else ""
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        is_too_deep = depth > _DEEPEST
        if sign or is_too_deep:
            place = start if event.start_mark is None else _place(start, event.start_mark)
            code, params = ("N284", {"limit": str(_DEEPEST)}) if is_too_deep else ("N253", {"sign": sign})
            problems.append(Problem(code=code, params=params, place=place))
        if is_too_deep:
            break
    return len(problems) > before


def _given(node: yaml.Node, start: Place, text: str, problems: list[Problem]) -> Given:
    place = _place(start, node.start_mark)
    if isinstance(node, yaml.MappingNode):
        return Given(value=_mapping(node, start, text, problems), place=place)
    if isinstance(node, yaml.SequenceNode):
        return Given(value=tuple(_given(item, start, text, problems) for item in node.value), place=place)
    assert isinstance(node, yaml.ScalarNode)
    written, at = _written(node, place, text)
    return Given(value=node.value if node.style else _scalar(str(node.value)), place=place, written=written, at=at)


def _mapping(node: yaml.MappingNode, start: Place, text: str, problems: list[Problem]) -> Mapping[str, Given]:
    found: dict[str, Given] = {}
    for key, value in node.value:
        place = _place(start, key.start_mark)
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(code="N256", params={"key": "?", "wanted": "text", "value": "…"}, place=place))
        elif key.value in found:
            problems.append(Problem(code="N252", params={"key": str(key.value)}, place=place))
        else:
            found[str(key.value)] = _given(value, start, text, problems)
    return found


def _written(node: yaml.ScalarNode, place: Place, text: str) -> tuple[str, Place]:
    """Return the words of a scalar line by line, each with the blanks before it, and where they begin."""
    if node.style in {"'", '"'}:
        return str(node.value), replace(place, column=place.column + 1)
    first, *rest = text[node.start_mark.index : node.end_mark.index].split("\n")
    if node.style:
        return "\n".join(rest).rstrip(), replace(place, line=place.line + 1, column=1)
    return "\n".join([" " * (place.column - 1) + first, *rest]).rstrip(), replace(place, column=1)


def _places(given: Given, path: tuple[str | int, ...], norm: str) -> Iterator[tuple[tuple[str | int, ...], Place]]:
    yield path, replace(given.place, norm=norm)
    if isinstance(given.value, Mapping):
        for key, inner in given.value.items():
            yield from _places(inner, (*path, key), norm)
    elif isinstance(given.value, tuple):
        for index, item in enumerate(given.value):
            yield from _places(item, (*path, index), norm)


def _scalar(text: str) -> Scalar:
    if text in _WORDS:
        return _WORDS[text]
    number = _NUMBER.fullmatch(text)
    if number is not None:
        return Decimal(text) if number["fraction"] or len(text) > _LONGEST_WHOLE else int(text)
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text


def _place(start: Place, mark: _Mark) -> Place:
    return replace(start, line=start.line + mark.line, column=mark.column + 1)
