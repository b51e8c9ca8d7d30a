"""Element ids: the address of a provision inside its act.

Source:
    Akoma Ntoso Naming Convention 1.0 (OASIS), section 5: ``prefix_number`` for each step, steps joined by ``__``. Where
    a text gives one number twice, the later ones end in ``-dup2``, ``-dup3``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import total_ordering
from typing import Final

from zhargy.model.frbr import IdentifierError

_STEP: Final = re.compile(
    r"(?P<prefix>[a-z]+)(?:_(?P<number>[^\W_]+(?:[-][^\W_]+)*?))?(?:-dup(?P<copy>[2-9]|[1-9]\d+))?"
)
_PARTS: Final = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One level of an address.

    Args:
        prefix: Short name of the element: ``art``, ``para``, ``point``.
        number: Regular number, ``228-1``; empty for an element that stands alone (``preamble``).
        copy: 1, or which repetition of the number it is.
    """

    prefix: str
    number: str = ""
    copy: int = 1

    @classmethod
    def parse(cls, text: str) -> Step:
        """Read one level.

        Raises:
            IdentifierError: `text` is no level of an element id.
        """
        match = _STEP.fullmatch(text)
        if match is None:
            raise IdentifierError(f"{text!r} is not a level of an element id such as art_5")
        return cls(prefix=match["prefix"], number=match["number"] or "", copy=int(match["copy"] or 1))

    def __str__(self) -> str:
        number = f"_{self.number}" if self.number else ""
        return f"{self.prefix}{number}{f'-dup{self.copy}' if self.copy > 1 else ''}"

    @property
    def key(self) -> tuple[str, tuple[tuple[int, str], ...], int]:
        """What sorts levels as a reader counts: 2 before 10, 2-1 behind 2."""
        parts = _PARTS.split(self.number)
        return (
            self.prefix,
            tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts if part),
            self.copy,
        )


@total_ordering
@dataclass(frozen=True, slots=True)
class ElementId:
    """The address of a provision.

    Args:
        steps: Levels from the outermost in.

    Example:
        >>> ElementId.parse("art_5__para_2__point_3").steps[-1].number
        '3'
        >>> sorted(map(ElementId.parse, ["art_10", "art_2-1", "art_2"]))[1].steps[0].number
        '2-1'
    """

    steps: tuple[Step, ...]

    @classmethod
    def parse(cls, text: str) -> ElementId:
        """Read an element id.

        Raises:
            IdentifierError: `text` is no element id.
        """
        return cls(tuple(Step.parse(step) for step in text.split("__")))

    def __str__(self) -> str:
        return "__".join(map(str, self.steps))

    def __lt__(self, other: ElementId) -> bool:
        return tuple(step.key for step in self.steps) < tuple(step.key for step in other.steps)

    @property
    def parent(self) -> ElementId | None:
        """The address one level up, ``None`` at the top."""
        return ElementId(self.steps[:-1]) if len(self.steps) > 1 else None

    def child(self, prefix: str, number: str = "") -> ElementId:
        """Return the address of an element inside this one."""
        return ElementId((*self.steps, Step(prefix=prefix, number=number)))

    def holds(self, other: ElementId) -> bool:
        """Whether `other` lies inside this provision or is it.

        Example:
            >>> ElementId.parse("art_5").holds(ElementId.parse("art_5__para_2"))
            True
        """
        return other.steps[: len(self.steps)] == self.steps
