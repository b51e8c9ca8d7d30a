"""The norms of a pack over millions of cases at once, with the answers of the evaluation of single ones.

``pack -> circuit -> steps over bits -> truths``. What norms say is built once as a circuit of tests and gates; for
columns of facts it is lowered to "and", "or" and "not" over words of 64 cases, two columns of bits for a truth that may
be unknown and one for a truth that cannot; those steps run over stretches of cases that fit the cache.

numpy is needed, an extra of the installation (``zhargy[batch]``); it is loaded by the first call here, not before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from zhargy.errors import UsageError
from zhargy.norms.packs.values import Pack
from zhargy.norms.vocabulary import Value, Vocabulary

if TYPE_CHECKING:  # these modules load numpy
    from zhargy.norms.batch.columns import Columns
    from zhargy.norms.batch.plan import BatchPlan

__all__ = ["cases_of", "columns_from", "columns_of", "compile_pack", "population"]


def compile_pack(pack: Pack, *, norms: Iterable[str] | None = None) -> BatchPlan:
    """Return a pack made ready for many cases at once.

    Args:
        pack: A checked pack.
        norms: Ids of the norms asked about; all of the pack when ``None``.

    Raises:
        UsageError: numpy is not installed (N451); a norm is about lists of things, which have no columns (N453).

    Example:
        >>> from datetime import date
        >>> from zhargy.app.norms import pack
        >>> sample = pack("sample")
        >>> cases = columns_of([{"tree.listed": True}, {}], sample.vocabulary)
        >>> compile_pack(sample).tally(cases, as_of=date(2026, 3, 1))["art_1"].result
        Tally(true=1, false=0, unknown=1)
    """
    _need_numpy()
    from zhargy.norms.batch.plan import BatchPlan  # noqa: PLC0415 - loads numpy

    return BatchPlan(pack, norms=norms)


def columns_of(cases: Sequence[Mapping[str, Value]], vocabulary: Vocabulary) -> Columns:
    """Return the facts of cases as columns.

    Args:
        cases: Facts as `zhargy.norms.facts.read_facts` gives them; one that is not named is unknown.
        vocabulary: The facts there are.

    Raises:
        UsageError: numpy is not installed (N451); a number has too many digits (N452); a fact is a list (N453).
    """
    _need_numpy()
    from zhargy.norms.batch import tabling  # noqa: PLC0415 - loads numpy

    return tabling.columns_of(cases, vocabulary)


def columns_from(arrays: Mapping[str, Any], vocabulary: Vocabulary) -> Columns:
    """Return numpy arrays as columns, checked for their types but not for bounds and for facts that rule others out.

    A truth is a bool; a number an integer; money an integer, in minor units; a day a ``datetime64[D]``; a choice a
    string or its place among the choices; a set a bool of shape (cases, choices). All have one length. What is masked
    (`numpy.ma`), and a day that is no day, is unknown; so is everything of a fact that is ``None`` or not named.

    Args:
        arrays: Values by the names of the facts.
        vocabulary: The facts there are.

    Raises:
        UsageError: numpy is not installed (N451); an unknown name (N220), a choice there is not (N222), an array of
            another type or length (N454), a fact that is a list (N453).

    Example:
        >>> import numpy as np
        >>> from zhargy.app.norms import pack
        >>> columns_from({"tree.girth": np.array([199, 200, 201])}, pack("sample").vocabulary).size
        3
    """
    _need_numpy()
    from zhargy.norms.batch.arrays import columns_from as made  # noqa: PLC0415 - loads numpy

    return made(arrays, vocabulary)


def cases_of(columns: Columns, vocabulary: Vocabulary) -> Iterator[Mapping[str, Value]]:
    """Yield the facts of each case, as the evaluation of single cases takes them.

    Args:
        columns: The facts of many cases.
        vocabulary: The facts there are.
    """
    from zhargy.norms.batch import tabling  # noqa: PLC0415 - loads numpy

    return tabling.cases_of(columns, vocabulary)


def population(pack: Pack, *, size: int, seed: int, unknown: float = 0.0) -> Columns:
    """Return random cases that are valid: no fact is given that the others rule out.

    They are made up and say nothing about how often anything happens. Numbers, sums and days lie at the values worth
    trying, on both sides of what the pack compares them with; half of the cases are near an example of the pack.

    Args:
        pack: A checked pack.
        size: How many cases.
        seed: The same seed gives the same cases.
        unknown: Share of the values that are unknown, besides those that the others rule out; of some cases almost
            nothing is missing, of others twice this share.

    Raises:
        UsageError: N451, numpy is not installed.

    Example:
        >>> from zhargy.app.norms import pack
        >>> population(pack("sample"), size=1000, seed=1).size
        1000
    """
    _need_numpy()
    from zhargy.norms.batch.populating import population as drawn  # noqa: PLC0415 - loads numpy

    return drawn(pack, size=size, seed=seed, unknown=unknown)


def _need_numpy() -> None:
    if find_spec("numpy") is None:
        raise UsageError("N451", extra="batch")
