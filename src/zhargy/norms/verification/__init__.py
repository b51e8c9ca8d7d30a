"""Proofs about a pack: what conflicts, what nothing ever meets, what threatens too little or too much.

``pack -> formulas -> questions to a solver -> findings``. Every case that a finding shows has been replayed by the
interpreter before it is told. The solver (Z3) is optional and loaded only here: ``pip install "zhargy[verify]"``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING

from zhargy.errors import UsageError
from zhargy.norms.packs.values import Pack
from zhargy.norms.verification.values import Address, Passed, Severity, VerificationFinding, Witness
from zhargy.norms.vocabulary import Value

if TYPE_CHECKING:
    from zhargy.norms.verification.agreement import Disagreement

__all__ = ["Address", "Passed", "Severity", "VerificationFinding", "Witness", "disagreements", "verify"]


def verify(pack: Pack, *, beside: tuple[Pack, ...] = ()) -> tuple[VerificationFinding, ...]:
    """Return what a drafter should look at in a pack, errors first.

    Args:
        pack: A checked pack.
        beside: Packs to lay it beside, such as the law in force beside a proposal. Facts of one name, type and choices
            are one question to all of them.

    Raises:
        UsageError: N429, the solver is not installed.

    Example:
        >>> from zhargy.norms.packs import read_pack
        >>> from zhargy.packs import norm_packs
        >>> [found.code for found in verify(read_pack(norm_packs()["sample"]))]
        ['N419']
    """
    _need_solver()
    from zhargy.norms.verification.engine import find_all  # noqa: PLC0415 - the solver is optional

    return find_all(pack, beside=beside)


def disagreements(pack: Pack, cases: Iterable[tuple[Mapping[str, Value], dt.date]]) -> Iterator[Disagreement]:
    """Yield where formulas and interpreter differ over cases, complete or not: nothing, if all is well.

    Args:
        pack: A checked pack.
        cases: Facts and the day the law is read at.

    Raises:
        UsageError: N429, the solver is not installed.
    """
    _need_solver()
    from zhargy.norms.verification.agreement import differences  # noqa: PLC0415 - the solver is optional

    yield from differences(pack, cases)


def _need_solver() -> None:
    if find_spec("z3") is None:
        raise UsageError("N429", extra="zhargy[verify]")
