"""Reading plain values (mappings, lists, text, numbers) while every problem is collected with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

from zhargy.errors import UsageError
from zhargy.norms.problems import Place, Problem, near_miss

Path = tuple[str | int, ...]
"""Where in the plain values something stands: keys and indices from the top."""

_NUMBER: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,2})?")
Word = TypeVar("Word", bound=StrEnum)


class SanctionRefused(UsageError):
    """The plain values are no sanction, or no general rules.

    Args:
        problems: Every fault found, in the order of the values; at least one.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(problems[0].code, **problems[0].params)


@dataclass(slots=True, kw_only=True)
class Reader:
    """Takes plain values apart and remembers what was wrong.

    Args:
        place: Where the whole stands.
        positions: Where its inner parts stand, as far as known; a part without a place has that of the part around it.
        problems: What was wrong so far.
    """

    place: Place
    positions: Mapping[Path, Place]
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, path: Path, **params: str) -> None:
        """Remember one fault."""
        at = next((self.positions[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.positions), None)
        shown = ".".join(str(step) for step in path)
        self.problems.append(Problem(code=code, params={"path": shown, **params}, place=at or self.place))

    def mapping(
        self, raw: object, path: Path, *, required: Iterable[str] = (), optional: Iterable[str] = ()
    ) -> Mapping[str, object]:
        """Return `raw` as a mapping with known keys only; what is unknown or missing is reported."""
        if not isinstance(raw, Mapping):
            self.report("N240", path, wanted="mapping", found=_shown(raw))
            return {}
        needed = tuple(required)
        known = (*needed, *optional)
        for key in raw:
            if key not in known:
                self.report(
                    "N241", (*path, str(key)), key=str(key), near=near_miss(str(key), known), valid=", ".join(known)
                )
        for key in needed:
            if key not in raw:
                self.report("N247", path, key=key)
        return {str(key): value for key, value in raw.items() if key in known}

    def items(self, raw: object, path: Path) -> Iterator[tuple[object, Path]]:
        """Yield the members of a list, each with its path."""
        if not isinstance(raw, list | tuple):
            self.report("N240", path, wanted="list", found=_shown(raw))
            return
        for index, item in enumerate(raw):
            yield item, (*path, index)

    def text(self, raw: object, path: Path) -> str:
        """Return words that are not empty."""
        if isinstance(raw, str) and raw.strip():
            return raw
        self.report("N240", path, wanted="text", found=_shown(raw))
        return ""

    def truth(self, raw: object, path: Path) -> bool:
        """Return true or false."""
        if not isinstance(raw, bool):
            self.report("N240", path, wanted="true or false", found=_shown(raw))
        return raw is True

    def word(self, raw: object, path: Path, *, words: Iterable[Word]) -> Word | None:
        """Return one word of a closed vocabulary."""
        by_value = {str(word): word for word in words}
        found = by_value.get(raw) if isinstance(raw, str) else None
        if found is None:
            value = _shown(raw)
            self.report("N242", path, value=value, near=near_miss(value, by_value), valid=", ".join(sorted(by_value)))
        return found

    def number(self, raw: object) -> Decimal | None:
        """Return an exact number not below zero with at most two decimals, ``None`` for anything else."""
        if isinstance(raw, bool | float) or not isinstance(raw, int | str | Decimal):
            return None
        return Decimal(str(raw)) if _NUMBER.fullmatch(str(raw)) else None


def _shown(raw: object) -> str:
    if isinstance(raw, Mapping):
        return "mapping"
    return "list" if isinstance(raw, list | tuple) else str(raw)
