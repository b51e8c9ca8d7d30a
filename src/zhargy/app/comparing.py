"""Use case: many cases under two laws, made up by chance, taken from the examples of the packs, or from a bank."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from zhargy.app.qualifying import joined_vocabulary, standing_alone
from zhargy.errors import UsageError
from zhargy.norms.consequences import Consequences, Known, Origin, Reform, read_bank
from zhargy.norms.consequences.comparing import Advance
from zhargy.norms.packs import Pack

Law = Sequence[Pack]


def compared_synthetic(
    left: Law, right: Law, *, size: int, seed: int, as_of: date | None = None, advance: Advance = lambda _: None
) -> Consequences:
    """Return what becomes of cases made up by chance when the second law takes the place of the first.

    Args:
        left: Packs of the first law.
        right: Packs of the second.
        size: How many cases.
        seed: The same seed gives the same cases.
        as_of: Day both laws are read at; ``None``: the last day on which the words of either changed.
        advance: Hears how many more cases are done.

    Raises:
        UsageError: N307, two packs tell a fact differently; N451, numpy is not installed.
    """
    return _reform(left, right, as_of).synthetic(size=size, seed=seed, advance=advance)


def compared_examples(
    left: Law, right: Law, *, as_of: date | None = None, advance: Advance = lambda _: None
) -> Consequences:
    """Return what becomes of the examples of the packs of both laws; the arguments are those of `compared_synthetic`.

    Raises:
        UsageError: N307; N473, there is no example.
    """
    reform = _reform(left, right, as_of)
    packs = {pack.id: pack for pack in (*left, *right)}.values()
    cases = [
        Known(
            facts={name: value for name, value in case.facts.items() if pack.vocabulary.facts[name].is_asked},
            name=f"{pack.id}: {case.name}",
            title=case.title,
        )
        for pack in packs
        for case in pack.cases
    ]
    if not cases:
        raise UsageError("N473", name=", ".join(pack.id for pack in packs))
    return reform.told(cases, origin=Origin.EXAMPLES, advance=advance)


def compared_bank(
    left: Law,
    right: Law,
    data: bytes,
    *,
    name: str,
    as_of: date | None = None,
    advance: Advance = lambda _: None,
) -> Consequences:
    """Return what becomes of the cases of a bank; the other arguments are those of `compared_synthetic`.

    Args:
        left: Packs of the first law.
        right: Packs of the second.
        data: The bank, JSON lines.
        name: Name of its file.
        as_of: Day both laws are read at.
        advance: Hears how many more cases are done.

    Raises:
        UnreadableInput: N471, N472.
        UsageError: N301, N307, N473.
    """
    reform = _reform(left, right, as_of)
    bank = read_bank(data, name=name, vocabulary=joined_vocabulary((*left, *right)))
    return reform.told(bank.cases, origin=Origin.BANK, source=bank.source, sha256=bank.sha256, advance=advance)


def common_day(packs: Sequence[Pack]) -> date:
    """Return the last day on which the words of one of several packs changed: from it on all of them stand still.

    Args:
        packs: The packs, at least one.
    """
    starts = (norm.valid.start for pack in packs for norm in pack.norms.values())
    days = [*(day for pack in packs for day in pack.editions), *(start for start in starts if start is not None)]
    return max(days)


def _reform(left: Law, right: Law, as_of: date | None) -> Reform:
    packs = (*left, *right)
    joined_vocabulary(packs)
    return Reform(standing_alone(left), standing_alone(right), as_of=as_of or common_day(packs))
