"""Adding up a row of number words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from zhargy.text.numbers.lexemes import Lexeme, Role

_ABOVE_ALL: Final = 10**15


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A number read so far.

    Args:
        total: The ranks that are done («екі мың …»).
        group: What is being read below them.
        ceiling: The last rank; the next one must be lower.
        last: The word read last, ``None`` before the first.
        closed: Whether only a rank may follow, as after a fraction («екі жарым мың»).
        done: Whether nothing may follow at all.
    """

    total: int | Decimal = 0
    group: int | Decimal = 0
    ceiling: int = _ABOVE_ALL
    last: Lexeme | None = None
    closed: bool = False
    done: bool = False

    @property
    def value(self) -> int | Decimal:
        """The number, whole where it is whole."""
        value = self.total + self.group if self.total else self.group
        return int(value) if value == int(value) else value

    @property
    def scale(self) -> int:
        """The rank the number ends with: 1000 for «он мың», 1 for «он»."""
        return self.ceiling if self.last and self.last.role is Role.SCALE else 1


def read_sum(lexemes: Sequence[Lexeme], start: int = 0, *, ten_is_open: bool) -> tuple[Sum, int]:
    """Read the longest number that begins at `start`.

    "One hundred and two hundred" is the number 100 and words after it: "and" joins only what makes one number.

    Args:
        lexemes: Number words that stand side by side.
        start: Where to begin.
        ten_is_open: Whether a unit may follow ten.

    Returns:
        The sum, and where the words that make it end (at `start` when none does).
    """
    so_far = Sum()
    joined: tuple[Sum, int] | None = None
    at = start
    while at < len(lexemes):
        if lexemes[at].role is Role.JOIN:
            step = _join(lexemes, at)
            if not step or so_far.last is None or so_far.done:
                break
            joined, at = (so_far, at), at + step
            if not _may_join(so_far, lexemes[at]):
                return joined
        longer = add(so_far, lexemes[at], ten_is_open=ten_is_open)
        if longer is None:
            return joined or (so_far, at)
        so_far, at = longer, at + 1
    return so_far, at


def _join(lexemes: Sequence[Lexeme], at: int) -> int:
    """Return how many joining words stand here, 0 when nothing follows them."""
    end = at
    while end < len(lexemes) and lexemes[end].role is Role.JOIN:
        end += 1
    return end - at if end < len(lexemes) else 0


def _may_join(so_far: Sum, following: Lexeme) -> bool:
    if following.role is Role.HALF:
        return True
    return following.role is Role.PLAIN and so_far.last is not None and so_far.last.role in {Role.HUNDRED, Role.SCALE}


def add(so_far: Sum, lexeme: Lexeme, *, ten_is_open: bool) -> Sum | None:
    """Return the sum with one more word, ``None`` when that word does not belong to the same number."""
    if so_far.done or (so_far.closed and not _may_follow_fraction(so_far, lexeme)):
        return None
    longer: Sum | None
    match lexeme.role:
        case Role.PLAIN | Role.DIGITS:
            longer = _add_plain(so_far, lexeme, ten_is_open=ten_is_open)
        case Role.HUNDRED:
            longer = (
                replace(so_far, group=(so_far.group or 1) * 100)
                if so_far.group < _hundreds_below(ten_is_open=ten_is_open)
                else None
            )
        case Role.SCALE:
            longer = _add_scale(so_far, int(lexeme.value))
        case _:
            longer = _add_half(so_far)
    return longer and replace(longer, last=lexeme, done=longer.done or lexeme.last)


def _may_follow_fraction(so_far: Sum, lexeme: Lexeme) -> bool:
    if lexeme.role is Role.HALF:
        return so_far.last is not None and so_far.last.role is Role.DIGITS and isinstance(so_far.value, int)
    return lexeme.role is Role.SCALE


def _hundreds_below(*, ten_is_open: bool) -> int:
    """English counts fifteen hundred; in Kazakh «он бес жүз» are two numbers."""
    return 10 if ten_is_open else 100


def _add_plain(so_far: Sum, lexeme: Lexeme, *, ten_is_open: bool) -> Sum | None:
    value, group = lexeme.value, so_far.group
    if lexeme.role is Role.DIGITS or value != int(value):
        fits = so_far.last is None or (group == 0 and value < so_far.ceiling)
        return replace(so_far, group=value, closed=True) if fits else None
    if value == 0:
        return replace(so_far, done=True) if so_far.last is None else None
    if group and not _has_room(int(group), int(value), ten_is_open=ten_is_open):
        return None
    return replace(so_far, group=group + value)


def _has_room(group: int, value: int, *, ten_is_open: bool) -> bool:
    if value < 10:
        return group % 10 == 0 and (ten_is_open or group % 100 != 10)
    return value < 100 and group % 100 == 0


def _add_scale(so_far: Sum, scale: int) -> Sum | None:
    if scale >= so_far.ceiling:
        return None
    counted = so_far.last is not None and so_far.last.role is not Role.SCALE
    return Sum(total=so_far.total + (so_far.group if counted else 1) * scale, ceiling=scale)


def _add_half(so_far: Sum) -> Sum:
    last = so_far.last
    if last is None or last.role in {Role.PLAIN, Role.DIGITS}:
        return replace(so_far, group=so_far.group + Decimal("0.5"), closed=True)
    rank = 100 if last.role is Role.HUNDRED else so_far.ceiling
    return replace(so_far, group=so_far.group + rank // 2, done=True)
