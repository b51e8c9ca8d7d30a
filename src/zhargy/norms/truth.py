"""Three truth values: what is not known is neither true nor false.

A truth that is decided stays decided, whatever else becomes known: that is why a norm can be found met, or not met,
before every question is answered.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Truth(StrEnum):
    """Whether something holds, as far as the facts tell.

    Source:
        S. C. Kleene, Introduction to Metamathematics (1952), section 64: the strong three-valued logic.

    Example:
        >>> conjunction([Truth.UNKNOWN, Truth.FALSE]), disjunction([Truth.UNKNOWN, Truth.FALSE])
        (<Truth.FALSE: 'false'>, <Truth.UNKNOWN: 'unknown'>)
    """

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, value: object) -> Truth:
        """Return the truth of a plain `bool`; of ``None`` and of anything else, unknown.

        Example:
            >>> Truth.of(None)
            <Truth.UNKNOWN: 'unknown'>
        """
        if isinstance(value, bool):
            return cls.TRUE if value else cls.FALSE
        return cls.UNKNOWN

    @property
    def is_decided(self) -> bool:
        """Whether it is true or false."""
        return self is not Truth.UNKNOWN


def conjunction(truths: Iterable[Truth]) -> Truth:
    """Return whether all hold: false as soon as one is false; of none at all, true.

    Example:
        >>> conjunction([Truth.TRUE, Truth.UNKNOWN])
        <Truth.UNKNOWN: 'unknown'>
    """
    return _first(truths, decisive=Truth.FALSE, otherwise=Truth.TRUE)


def disjunction(truths: Iterable[Truth]) -> Truth:
    """Return whether at least one holds: true as soon as one is true; of none at all, false.

    Example:
        >>> disjunction([Truth.TRUE, Truth.UNKNOWN])
        <Truth.TRUE: 'true'>
    """
    return _first(truths, decisive=Truth.TRUE, otherwise=Truth.FALSE)


def negation(truth: Truth) -> Truth:
    """Return whether it does not hold; the opposite of unknown is unknown.

    Example:
        >>> negation(Truth.UNKNOWN)
        <Truth.UNKNOWN: 'unknown'>
    """
    return {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE, Truth.UNKNOWN: Truth.UNKNOWN}[truth]


def at_least(count: int, truths: Iterable[Truth]) -> Truth:
    """Return whether at least `count` hold: the conjunction and the disjunction are its two ends.

    Example:
        >>> at_least(2, [Truth.TRUE, Truth.UNKNOWN, Truth.FALSE])
        <Truth.UNKNOWN: 'unknown'>
        >>> at_least(2, [Truth.TRUE, Truth.FALSE, Truth.FALSE])
        <Truth.FALSE: 'false'>
    """
    known = list(truths)
    holding = known.count(Truth.TRUE)
    if holding >= count:
        return Truth.TRUE
    return Truth.UNKNOWN if holding + known.count(Truth.UNKNOWN) >= count else Truth.FALSE


def _first(truths: Iterable[Truth], *, decisive: Truth, otherwise: Truth) -> Truth:
    seen = set(truths)
    if decisive in seen:
        return decisive
    return Truth.UNKNOWN if Truth.UNKNOWN in seen else otherwise
