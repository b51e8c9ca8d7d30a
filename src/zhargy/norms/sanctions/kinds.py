"""Which units each kind of penalty can be counted in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from zhargy.norms.sanctions.values import PenaltyKind, Unit

MULTIPLES: Final = frozenset({Unit.TIMES_VALUE, Unit.TIMES_SANCTION})
"""Units that multiply something named by `Measure.of`."""

TERMS: Final = frozenset({Unit.HOURS, Unit.DAYS, Unit.MONTHS, Unit.YEARS})
"""Units of time."""

_MONEY: Final = frozenset({Unit.MCI, *MULTIPLES})
_LONG: Final = frozenset({Unit.MONTHS, Unit.YEARS, Unit.TIMES_SANCTION})
_NONE: Final[frozenset[Unit]] = frozenset()

UNITS: Final[Mapping[PenaltyKind, frozenset[Unit]]] = MappingProxyType(
    {
        PenaltyKind.FINE: _MONEY,
        PenaltyKind.CORRECTIVE_WORK: _MONEY,
        PenaltyKind.COMMUNITY_SERVICE: frozenset({Unit.HOURS, Unit.TIMES_SANCTION}),
        PenaltyKind.ARREST: frozenset({Unit.DAYS, Unit.TIMES_SANCTION}),
        PenaltyKind.RESTRICTION: _LONG,
        PenaltyKind.IMPRISONMENT: _LONG,
        PenaltyKind.LIFE: _NONE,
        PenaltyKind.DEPRIVATION_OF_OFFICE: _LONG,
        PenaltyKind.DEPRIVATION_OF_CITIZENSHIP: _NONE,
        PenaltyKind.DEPRIVATION_OF_RANK: _NONE,
        PenaltyKind.CONFISCATION: _NONE,
        PenaltyKind.COMPENSATION: _MONEY,
        PenaltyKind.DEPORTATION: _LONG,
        PenaltyKind.REFERRED: frozenset({Unit.TIMES_SANCTION}),
    }
)
"""Units each kind can be counted in; every kind but ``referred`` may also stand without a measure."""
