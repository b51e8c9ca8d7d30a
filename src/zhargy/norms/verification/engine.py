"""All questions put to a pack, in one order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

import z3

from zhargy.model import Severity
from zhargy.norms.packs.values import Pack
from zhargy.norms.verification.checks.branches import hanging_on_readings, odd_branches
from zhargy.norms.verification.checks.displacing import milder_specials
from zhargy.norms.verification.checks.gravity import no_graver
from zhargy.norms.verification.checks.headings import wide_headings
from zhargy.norms.verification.checks.limits import out_of_bounds
from zhargy.norms.verification.checks.overlaps import all_rivals, contradictions, overlaps
from zhargy.norms.verification.checks.reach import unreached
from zhargy.norms.verification.checks.redundancy import redundant
from zhargy.norms.verification.rivalry import Field
from zhargy.norms.verification.space import Space
from zhargy.norms.verification.values import VerificationFinding

_ONE_AT_A_TIME: Final = Lock()
_RANK: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def find_all(pack: Pack, *, beside: tuple[Pack, ...]) -> tuple[VerificationFinding, ...]:
    """Return everything found, errors first, then by code and norm.

    Args:
        pack: The pack verified.
        beside: Packs it is laid beside.
    """
    order = {norm: at for at, norm in enumerate(pack.norms)}
    with _fresh_solver():
        found = list(_all(Space((pack, *beside))))
    return tuple(sorted(found, key=lambda each: (_RANK[each.severity], each.code, order.get(each.norms[0].norm, 0))))


@contextmanager
def _fresh_solver() -> Iterator[None]:
    """Let nothing of an earlier verification be left in the solver, nor anything of one at the same time come in.

    What it still knows of older formulas sways which of several cases it finds, and a case must not hang on history.
    """
    with _ONE_AT_A_TIME:
        before = z3.z3._main_ctx  # noqa: SLF001 - the only handle there is
        z3.z3._main_ctx = None  # noqa: SLF001
        try:
            yield
        finally:
            z3.z3._main_ctx = before  # noqa: SLF001


def _all(space: Space) -> Iterator[VerificationFinding]:
    field = Field(space)
    rivals, undecided = all_rivals(field)
    yield from undecided
    yield from overlaps(rivals.values())
    yield from milder_specials(rivals.values())
    yield from contradictions(field)
    for check in (unreached, redundant, wide_headings, no_graver, out_of_bounds, odd_branches, hanging_on_readings):
        yield from check(space)
