"""Plain values to the rules of a General Part: limits, thresholds of categories, the order of the kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeVar

from zhargy.norms.problems import Place
from zhargy.norms.sanctions.general import Category, CategoryStep, GeneralPart, Guilt, Limit, Quantity
from zhargy.norms.sanctions.kinds import UNITS
from zhargy.norms.sanctions.plain import Path, Reader, SanctionRefused, Word
from zhargy.norms.sanctions.values import PenaltyKind, Unit

_KINDS: Final = ("misdemeanour_only", "crime_only", "ladder")
_RULES: Final = ("kinds_rule", "ladder_rule", "special_rule")
_UNITS: Final = frozenset(Unit) - {Unit.SAME, Unit.WHOLE, Unit.TIMES_VALUE, Unit.TIMES_SANCTION}
_NOWHERE: Final[Mapping[Path, Place]] = {}
_Entry = TypeVar("_Entry", Limit, CategoryStep)


def read_general_part(raw: object, *, place: Place, positions: Mapping[Path, Place] = _NOWHERE) -> GeneralPart:
    """Read the general rules of one code in one wording.

    Args:
        raw: A mapping with ``limits`` (each ``kind``, ``for``, ``unit``, ``from``, ``to``, ``rule``), ``categories``
            (each ``category``, ``guilt``, ``rule`` and, but for the last, ``unit`` and ``to``), and where the code has
            them ``misdemeanour_only``, ``crime_only``, ``kinds_rule``, ``ladder``, ``ladder_rule``, ``special_rule``.
        place: Where it stands.
        positions: Where its inner parts stand, by path, as far as known.

    Raises:
        SanctionRefused: with every fault: N240 to N245, N247 and N248, as for a sanction.
    """
    reader = Reader(place=place, positions=positions)
    fields = reader.mapping(raw, (), required=("limits", "categories"), optional=(*_KINDS, *_RULES))
    kinds = {key: tuple(_words(fields, key, (), reader, PenaltyKind)) for key in _KINDS}
    rules = {key: reader.text(fields[key], (key,)) if key in fields else "" for key in _RULES}
    limits = tuple(_limit(item, at, reader) for item, at in reader.items(fields.get("limits", ()), ("limits",)))
    steps = tuple(_step(item, at, reader) for item, at in reader.items(fields.get("categories", ()), ("categories",)))
    if reader.problems:
        raise SanctionRefused(tuple(reader.problems))
    return GeneralPart(
        limits=_present(limits),
        steps=_present(steps),
        misdemeanour_only=frozenset(kinds["misdemeanour_only"]),
        crime_only=frozenset(kinds["crime_only"]),
        ladder=kinds["ladder"],
        **rules,
    )


def _limit(raw: object, path: Path, reader: Reader) -> Limit | None:
    fields = reader.mapping(raw, path, required=("kind", "for", "unit", "from", "to", "rule"))
    kind = reader.word(fields["kind"], (*path, "kind"), words=PenaltyKind) if "kind" in fields else None
    least, most = (_quantity(fields, key, path, reader) for key in ("from", "to"))
    categories = frozenset(_words(fields, "for", path, reader, Category))
    if kind is None or least is None or most is None:
        return None
    if least.unit not in UNITS[kind]:
        valid = ", ".join(sorted(UNITS[kind]))
        reader.report("N243", (*path, "unit"), kind=kind.value, unit=least.unit.value, valid=valid)
    if least.value > most.value:
        reader.report("N245", path, **{"from": str(least.value), "to": str(most.value)})
    return Limit(kind=kind, categories=categories, least=least, most=most, rule=_rule(fields, path, reader))


def _step(raw: object, path: Path, reader: Reader) -> CategoryStep | None:
    fields = reader.mapping(raw, path, required=("category", "guilt", "rule"), optional=("unit", "to"))
    category = reader.word(fields["category"], (*path, "category"), words=Category) if "category" in fields else None
    guilt = reader.word(fields["guilt"], (*path, "guilt"), words=Guilt) if "guilt" in fields else None
    most = _quantity(fields, "to", path, reader) if "to" in fields else None
    if "to" in fields and "unit" not in fields:
        reader.report("N247", path, key="unit")
    if category is None or guilt is None:
        return None
    return CategoryStep(category=category, guilt=guilt, most=most, rule=_rule(fields, path, reader))


def _quantity(fields: Mapping[str, object], key: str, path: Path, reader: Reader) -> Quantity | None:
    if key not in fields or "unit" not in fields:
        return None
    number = reader.number(fields[key])
    unit = reader.word(fields["unit"], (*path, "unit"), words=_UNITS)
    if number is None:
        reader.report("N244", (*path, key), found=str(fields[key]))
    return None if number is None or unit is None else Quantity(value=number, unit=unit)


def _rule(fields: Mapping[str, object], path: Path, reader: Reader) -> str:
    return reader.text(fields["rule"], (*path, "rule")) if "rule" in fields else ""


def _words(fields: Mapping[str, object], key: str, path: Path, reader: Reader, words: Iterable[Word]) -> Iterator[Word]:
    for item, at in reader.items(fields.get(key, ()), (*path, key)):
        word = reader.word(item, at, words=words)
        if word is not None:
            yield word


def _present(entries: Iterable[_Entry | None]) -> tuple[_Entry, ...]:
    return tuple(entry for entry in entries if entry is not None)
