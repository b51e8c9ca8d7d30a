"""Plain arrays into columns: the way in for tables that other programs hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from zhargy.errors import UsageError
from zhargy.norms.batch import days
from zhargy.norms.batch.columns import Column, Columns, Days, Sets, Truths, Words, narrowed, packed
from zhargy.norms.batch.tabling import choices_of, numbers
from zhargy.norms.problems import near_miss
from zhargy.norms.vocabulary import Fact, FactType, Vocabulary

Array = npt.NDArray[Any]

_EXPECTED: Final[Mapping[FactType, str]] = {
    FactType.BOOL: "bool",
    FactType.NUMBER: "int",
    FactType.MONEY: "int",
    FactType.DATE: "datetime64[D]",
    FactType.ENUM: "str",
    FactType.SET: "bool",
}


def columns_from(arrays: Mapping[str, Array | None], vocabulary: Vocabulary) -> Columns:
    """Return arrays as columns; the arguments are those of `zhargy.norms.batch.columns_from`."""
    given = {name: array for name, array in arrays.items() if array is not None}
    for name in given:
        if name not in vocabulary.facts:
            raise UsageError("N220", name=name, near=vocabulary.near(name))
    size = len(next(iter(given.values()))) if given else 0
    return Columns(
        size=size, facts={name: _column(array, vocabulary.facts[name], size) for name, array in given.items()}
    )


def _column(array: Array, fact: Fact, size: int) -> Column:
    made = _MADE.get(fact.type)
    if made is None:
        raise UsageError("N453", norm=fact.name)
    shape = (size, len(fact.choices)) if fact.type is FactType.SET else (size,)
    if array.shape != shape or not _is_of_type(array, fact.type):
        found = f"{array.dtype} {array.shape}"
        raise UsageError("N454", name=fact.name, expected=f"{_EXPECTED[fact.type]} {shape}", found=found)
    return made(np.ma.getdata(array), fact, _hidden(array))


def _is_of_type(array: Array, type_: FactType) -> bool:
    kinds = {FactType.BOOL: "b", FactType.SET: "b", FactType.DATE: "M", FactType.ENUM: "UTiu"}
    return array.dtype.kind in kinds.get(type_, "iu")


def _hidden(array: Array) -> npt.NDArray[np.bool_]:
    """Return the cases that are masked; a set is when one of its choices is."""
    if np.ma.getmask(array) is np.ma.nomask:
        return np.zeros(len(array), np.bool_)
    mask: npt.NDArray[np.bool_] = np.ma.getmaskarray(array)
    return mask if array.ndim == 1 else np.logical_or.reduce(mask, axis=1)


def _unknown(hidden: npt.NDArray[np.bool_]) -> Words | None:
    return packed(hidden) if hidden.any() else None


def _truths(array: Array, _: Fact, hidden: npt.NDArray[np.bool_]) -> Column:
    return Truths(values=packed(array & ~hidden), unknown=_unknown(hidden))


def _sets(array: Array, fact: Fact, hidden: npt.NDArray[np.bool_]) -> Column:
    members = {choice: packed(array[:, at] & ~hidden) for at, choice in enumerate(fact.choices)}
    return Sets(members=members, unknown=_unknown(hidden))


def _choices(array: Array, fact: Fact, hidden: npt.NDArray[np.bool_]) -> Column:
    if array.dtype.kind in "iu":
        return _places(array, fact, hidden)
    places = np.zeros(array.size, np.int64)
    found = hidden.copy()
    for place, choice in enumerate(fact.choices):
        is_choice = array == choice
        places[is_choice] = place
        found |= is_choice
    _refuse_others(array, found, fact)
    return choices_of(places, len(fact.choices), unknown=_unknown(hidden))


def _places(array: Array, fact: Fact, hidden: npt.NDArray[np.bool_]) -> Column:
    _refuse_others(array, hidden | ((array >= 0) & (array < len(fact.choices))), fact)
    return choices_of(np.where(hidden, 0, array), len(fact.choices), unknown=_unknown(hidden))


def _refuse_others(array: Array, found: npt.NDArray[np.bool_], fact: Fact) -> None:
    """Refuse a choice that there is not."""
    if not found.all():
        value = str(array[~found][0])
        near = near_miss(value, fact.choices)
        raise UsageError("N222", name=fact.name, value=value, valid=", ".join(fact.choices), near=near)


def _days(array: Array, _: Fact, hidden: npt.NDArray[np.bool_]) -> Column:
    absent = np.isnat(array)
    known = np.where(absent, np.datetime64("2000-01-01"), array.astype("datetime64[D]"))
    return Days(codes=narrowed(days.codes(known)).astype(np.int32, copy=False), unknown=_unknown(hidden | absent))


def _numbers(array: Array, _: Fact, hidden: npt.NDArray[np.bool_]) -> Column:
    shown = array[~hidden]
    filler = shown[0] if shown.size else 0
    return numbers(np.where(hidden, filler, array), scale=0, unknown=_unknown(hidden))


_MADE: Final[Mapping[FactType, Callable[[Array, Fact, npt.NDArray[np.bool_]], Column]]] = {
    FactType.BOOL: _truths,
    FactType.SET: _sets,
    FactType.ENUM: _choices,
    FactType.DATE: _days,
    FactType.NUMBER: _numbers,
    FactType.MONEY: _numbers,
}
