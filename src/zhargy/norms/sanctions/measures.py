"""The measure of one penalty: read from plain values and written back."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from zhargy.norms.sanctions.kinds import MULTIPLES, TERMS, UNITS
from zhargy.norms.sanctions.plain import Path, Reader
from zhargy.norms.sanctions.values import WHOLE, Bound, Measure, Open, PenaltyKind, Unit

_MEASURE_KEYS: Final = ("unit", "from", "to", "of")
_WRITTEN: Final = frozenset(Unit) - {Unit.SAME, Unit.WHOLE}


def read_measure(fields: Mapping[str, object], path: Path, *, reader: Reader, kind: PenaltyKind | None) -> Measure:
    """Read the measure out of the keys of a penalty.

    Args:
        fields: Keys of the penalty, known ones only.
        path: Where the penalty stands.
        reader: Collects what is wrong.
        kind: Kind of the penalty, ``None`` when it could not be read.
    """
    if "same_as" in fields:
        return _same(fields, path, reader)
    if "unit" not in fields:
        return _whole(fields, path, reader, kind)
    unit = reader.word(fields["unit"], (*path, "unit"), words=_WRITTEN)
    if unit is None:
        return WHOLE
    if kind is not None and unit not in UNITS[kind]:
        reader.report("N243", (*path, "unit"), kind=kind.value, unit=unit.value, valid=", ".join(sorted(UNITS[kind])))
    lower, upper = (_bound(fields, key, path, reader, unit) for key in ("from", "to"))
    _check_order(lower, upper, path, reader)
    return Measure(unit=unit, lower=lower, upper=upper, of=_of(fields, path, reader, unit))


def write_measure(measure: Measure) -> dict[str, object]:
    """Return the plain keys that `read_measure` reads back to the same measure.

    Example:
        >>> write_measure(Measure(unit=Unit.YEARS, lower=Decimal(3), upper=Decimal(7)))
        {'unit': 'years', 'from': 3, 'to': 7}
    """
    if measure.unit is Unit.WHOLE:
        return {}
    if measure.unit is Unit.SAME:
        return {"same_as": measure.of}
    plain: dict[str, object] = {"unit": measure.unit.value}
    for key, bound in (("from", measure.lower), ("to", measure.upper)):
        if bound is not Open.UNSPECIFIED:
            plain[key] = _plain(bound)
    return plain | ({"of": measure.of} if measure.of else {})


def _same(fields: Mapping[str, object], path: Path, reader: Reader) -> Measure:
    for key in _MEASURE_KEYS:
        if key in fields:
            reader.report("N248", (*path, key), key=key, beside="same_as")
    kind = reader.word(fields["same_as"], (*path, "same_as"), words=PenaltyKind)
    return Measure(unit=Unit.SAME, of=kind.value if kind else "")


def _whole(fields: Mapping[str, object], path: Path, reader: Reader, kind: PenaltyKind | None) -> Measure:
    if any(key in fields for key in _MEASURE_KEYS) or kind is PenaltyKind.REFERRED:
        reader.report("N247", path, key="unit")
    return WHOLE


def _of(fields: Mapping[str, object], path: Path, reader: Reader, unit: Unit) -> str:
    if "of" not in fields:
        if unit in MULTIPLES:
            reader.report("N247", path, key="of")
        return ""
    if unit not in MULTIPLES:
        reader.report("N248", (*path, "of"), key="of", beside=unit.value)
    return reader.text(fields["of"], (*path, "of"))


def _bound(fields: Mapping[str, object], key: str, path: Path, reader: Reader, unit: Unit) -> Bound:
    raw = fields.get(key, Open.UNSPECIFIED.value)
    if raw == Open.UNSPECIFIED.value:
        return Open.UNSPECIFIED
    if raw == Open.UNLIMITED.value and key == "to":
        return Open.UNLIMITED
    if raw == Open.LIFE.value and unit in TERMS:
        return Open.LIFE
    number = reader.number(raw)
    if number is None:
        reader.report("N244", (*path, key), found=str(raw))
    return Open.UNSPECIFIED if number is None else number


def _check_order(lower: Bound, upper: Bound, path: Path, reader: Reader) -> None:
    crossed = isinstance(lower, Decimal) and isinstance(upper, Decimal) and lower > upper
    if crossed or (lower is Open.LIFE and upper is not Open.LIFE):
        reader.report("N245", path, **{"from": str(lower), "to": str(upper)})


def _plain(bound: Bound) -> object:
    if isinstance(bound, Open):
        return bound.value
    return int(bound) if bound == int(bound) else str(bound)
