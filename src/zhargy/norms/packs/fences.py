"""The fenced YAML of a Markdown text: where each block begins and what it says it is.

What stands between the fences is for people: the text of an act, or our own words about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from zhargy.norms.problems import Place, Problem, near_miss

_OPEN: Final = re.compile(r"(?P<ticks>`{3,})yaml(?:[ \t]+(?P<word>.*?))?[ \t]*")


class FenceKind(StrEnum):
    """What a block of a pack holds."""

    PACK = "pack"
    FACT = "fact"
    NORM = "norm"
    USUAL = "usual"
    CASE = "case"
    READING = "reading"
    GENERAL_PART = "general_part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """One block.

    Args:
        kind: What it holds.
        text: The YAML of it.
        file: Name of the file.
        line: Line of the file on which `text` begins, from 1.
    """

    kind: FenceKind
    text: str
    file: str
    line: int


def find_fences(text: str, *, file: str, problems: list[Problem]) -> Iterator[Fence]:
    r"""Yield the blocks of a Markdown text in order.

    A block of another language is left to the people who read the page; a ``yaml`` block that does not say what it
    holds is a problem, and so is one that never ends.

    Args:
        text: The Markdown.
        file: Name to tell places by.
        problems: Takes N261 and N264.

    Example:
        >>> [fence.line for fence in find_fences("Words.\n```yaml fact\nname: a\n```\n", file="a.md", problems=[])]
        [3]
    """
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        opening = _OPEN.fullmatch(lines[at])
        at += 1
        if opening is None:
            continue
        start = at
        while at < len(lines) and lines[at].rstrip() != opening["ticks"]:
            at += 1
        place = Place(file=file, line=start, column=1)
        if at == len(lines):
            problems.append(Problem(code="N264", params={}, place=place))
        elif (kind := _kind(opening["word"] or "", place, problems)) is not None:
            yield Fence(kind=kind, text="\n".join(lines[start:at]) + "\n", file=file, line=start + 1)
        at += 1


def _kind(word: str, place: Place, problems: list[Problem]) -> FenceKind | None:
    if word in tuple(FenceKind):
        return FenceKind(word)
    params = {"word": word, "valid": ", ".join(FenceKind), "near": near_miss(word, FenceKind)}
    problems.append(Problem(code="N261", params=params, place=place))
    return None
