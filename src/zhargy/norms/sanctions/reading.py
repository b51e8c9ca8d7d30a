"""Plain values to a sanction. Nothing is guessed: what is not written stays unspecified."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from zhargy.norms.problems import Place
from zhargy.norms.sanctions.kinds import UNITS
from zhargy.norms.sanctions.measures import read_measure
from zhargy.norms.sanctions.notes import read_note
from zhargy.norms.sanctions.plain import Path, Reader, SanctionRefused
from zhargy.norms.sanctions.references import referent
from zhargy.norms.sanctions.values import (
    Accessory,
    Alternative,
    Branch,
    Penalty,
    PenaltyKind,
    Sanction,
    Unit,
    penalties_of,
)

_PENALTY: Final = ("unit", "from", "to", "of", "same_as", "may", "according_to")
_PARTS: Final = ("added", "accessories")
_NOWHERE: Final[Mapping[Path, Place]] = {}


def read_sanction(raw: object, *, place: Place, positions: Mapping[Path, Place] = _NOWHERE) -> Sanction:
    """Read a sanction from plain values, such as a loaded YAML block.

    Args:
        raw: A mapping with ``alternatives`` and, where the text has them, ``added``, ``accessories``, ``branches`` and
            ``notes``. Numbers are whole numbers, `Decimal` or text such as ``"0.5"``; never floats.
        place: Where it stands, for what is wrong in it.
        positions: Where its inner parts stand, by path, as far as known.

    Raises:
        SanctionRefused: with every fault: N240 (shape), N241 (unknown key), N242 (unknown word), N243 (unit that does
            not fit the kind), N244 (no exact number), N245 (lower end above the upper), N246 (nothing to take the same
            measure from), N247 (missing key), N248 (key that cannot stand beside another).

    Example:
        >>> from zhargy.norms.problems import Place
        >>> raw = {"alternatives": [{"kind": "fine", "unit": "mci", "to": 200}]}
        >>> here = Place(file="parks.md", line=1, column=1, norm="art_4")
        >>> read_sanction(raw, place=here).alternatives[0].penalties[0].measure.upper
        Decimal('200')
    """
    reader = Reader(place=place, positions=positions)
    sanction = _sanction(raw, reader)
    if not reader.problems:
        _check_references(sanction, reader)
    if reader.problems:
        raise SanctionRefused(tuple(reader.problems))
    return sanction


def _sanction(raw: object, reader: Reader) -> Sanction:
    fields = reader.mapping(raw, (), required=("alternatives",), optional=(*_PARTS, "branches", "notes"))
    alternatives = _alternatives(fields, (), reader)
    if "alternatives" in fields and not alternatives:
        reader.report("N240", ("alternatives",), wanted="list with at least one alternative", found="list")
    return Sanction(
        alternatives=alternatives,
        added=tuple(_penalties(fields, "added", (), reader)),
        accessories=tuple(_accessories(fields, (), reader)),
        branches=tuple(
            _branch(item, at, reader) for item, at in reader.items(fields.get("branches", ()), ("branches",))
        ),
        notes=tuple(
            read_note(item, at, reader=reader) for item, at in reader.items(fields.get("notes", ()), ("notes",))
        ),
    )


def _branch(raw: object, path: Path, reader: Reader) -> Branch:
    fields = reader.mapping(raw, path, required=("when",), optional=("alternatives", *_PARTS))
    if fields and not fields.keys() - {"when"}:
        reader.report("N247", path, key="alternatives")
    return Branch(
        when=reader.text(fields["when"], (*path, "when")) if "when" in fields else "",
        alternatives=_alternatives(fields, path, reader),
        added=tuple(_penalties(fields, "added", path, reader)),
        accessories=tuple(_accessories(fields, path, reader)),
    )


def _alternatives(fields: Mapping[str, object], path: Path, reader: Reader) -> tuple[Alternative, ...]:
    items = reader.items(fields.get("alternatives", ()), (*path, "alternatives"))
    return tuple(_alternative(item, at, reader) for item, at in items)


def _alternative(raw: object, path: Path, reader: Reader) -> Alternative:
    if not isinstance(raw, Mapping) or "all_of" not in raw:
        return Alternative(penalties=(_penalty(raw, path, reader),))
    fields = reader.mapping(raw, path, required=("all_of",), optional=("accessories",))
    penalties = tuple(_penalties(fields, "all_of", path, reader))
    if not penalties:
        reader.report("N240", (*path, "all_of"), wanted="list with at least one penalty", found="list")
    return Alternative(penalties=penalties, accessories=tuple(_accessories(fields, path, reader)))


def _penalties(fields: Mapping[str, object], key: str, path: Path, reader: Reader) -> Iterator[Penalty]:
    for item, at in reader.items(fields.get(key, ()), (*path, key)):
        yield _penalty(item, at, reader)


def _accessories(fields: Mapping[str, object], path: Path, reader: Reader) -> Iterator[Accessory]:
    for item, at in reader.items(fields.get("accessories", ()), (*path, "accessories")):
        keys = reader.mapping(item, at, required=("kind", "mandatory"), optional=_PENALTY)
        yield Accessory(
            penalty=_built(keys, at, reader),
            is_mandatory=reader.truth(keys["mandatory"], (*at, "mandatory")) if "mandatory" in keys else False,
        )


def _penalty(raw: object, path: Path, reader: Reader) -> Penalty:
    return _built(reader.mapping(raw, path, required=("kind",), optional=_PENALTY), path, reader)


def _built(fields: Mapping[str, object], path: Path, reader: Reader) -> Penalty:
    kind = reader.word(fields["kind"], (*path, "kind"), words=PenaltyKind) if "kind" in fields else None
    return Penalty(
        kind=kind or PenaltyKind.REFERRED,
        measure=read_measure(fields, path, reader=reader, kind=kind),
        is_optional=reader.truth(fields["may"], (*path, "may")) if "may" in fields else False,
        according_to=reader.text(fields["according_to"], (*path, "according_to")) if "according_to" in fields else "",
    )


def _check_references(sanction: Sanction, reader: Reader) -> None:
    paths: list[Path] = [(), *(("branches", index) for index in range(len(sanction.branches)))]
    for part, path in zip(sanction.parts, paths, strict=True):
        for penalty in penalties_of(part):
            if penalty.measure.unit is Unit.SAME:
                _check_reference(penalty, referent(penalty, part=part, sanction=sanction), path, reader)


def _check_reference(penalty: Penalty, lender: Penalty | None, path: Path, reader: Reader) -> None:
    if lender is None:
        reader.report("N246", path, kind=penalty.kind.value, same_as=penalty.measure.of)
    elif lender.measure.unit not in UNITS[penalty.kind]:
        valid = ", ".join(sorted(UNITS[penalty.kind]))
        reader.report("N243", path, kind=penalty.kind.value, unit=lender.measure.unit.value, valid=valid)
