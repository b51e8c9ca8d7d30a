"""Wrong encodings: one small edit of one norm each, the kind an encoder makes by mistake."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import Any, Final

from zhargy.norms.expression import unparse
from zhargy.norms.expression.node import Node
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Cash,
    Choice,
    Comparison,
    Day,
    FactName,
    Includes,
    Not,
    Number,
    Or,
    Sign,
    Within,
)
from zhargy.norms.packs import Norm, NormKind, Pack
from zhargy.norms.sanctions import PenaltyKind, SanctionRefused, read_sanction, write_sanction

_SIGNS: Final = {
    Sign.LESS: Sign.AT_MOST,
    Sign.AT_MOST: Sign.LESS,
    Sign.GREATER: Sign.AT_LEAST,
    Sign.AT_LEAST: Sign.GREATER,
    Sign.EQUAL: Sign.UNEQUAL,
    Sign.UNEQUAL: Sign.EQUAL,
}
_JOINTS: Final[Mapping[type, Callable[..., Any]]] = {And: Or, Or: And, AllOf: AnyOf, AnyOf: AllOf}
_OTHER_KIND: Final = {
    "fine": "corrective_work",
    "corrective_work": "fine",
    "restriction": "imprisonment",
    "imprisonment": "restriction",
    "confiscation": "deprivation_of_citizenship",
    "deprivation_of_citizenship": "confiscation",
}
_OTHER_UNIT: Final = {"years": "months", "months": "years"}
_LONGEST: Final = 160
_OTHER_CAP: Final = {Fraction(1, 2): Fraction(2, 3)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A pack with one wrong edit.

    Args:
        pack: The pack.
        norm: The norm edited.
        way: What sort of edit it is.
        detail: The edit.
        touches_sanction: Whether the sanction or the consequence was edited, not the condition.
    """

    pack: Pack
    norm: str
    way: str
    detail: str
    touches_sanction: bool = False


def mutants(pack: Pack) -> Iterator[Mutant]:
    """Yield every mutant of the norms of a pack itself, in a fixed order."""
    for norm in pack.own_norms.values():
        for way, detail, wrong in chain(_conditions(norm, pack), _links(norm)):
            yield Mutant(pack=_with(pack, wrong), norm=norm.id, way=way, detail=detail)
        for way, detail, wrong in chain(_sanctions(norm), _consequences(norm)):
            yield Mutant(pack=_with(pack, wrong), norm=norm.id, way=way, detail=detail, touches_sanction=True)


def _with(pack: Pack, norm: Norm) -> Pack:
    return replace(pack, norms={**pack.norms, norm.id: norm})


def _conditions(norm: Norm, pack: Pack) -> Iterator[tuple[str, str, Norm]]:
    for name in ("subject", "when"):
        expression = getattr(norm, name)
        if expression is not None:
            for way, edit, wrong in variants(expression, pack):
                yield way, f"{name}: {edit}", replace(norm, **{name: wrong})
    if norm.subject is not None:
        yield "dropped item", "no subject", replace(norm, subject=None)


def _shown(expression: Any) -> str:
    """Write an expression on a line; the middle of a long one is left out."""
    words = " ".join(unparse(expression).split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST // 2]} … {words[-_LONGEST // 2 :]}"


def variants(node: Any, pack: Pack) -> Iterator[tuple[str, str, Any]]:
    """Yield the wrong forms of an expression, each with one edit, and the words of the edit."""
    for way, edit, wrong in _here(node, pack):
        yield way, edit or f"{_shown(node)} → {_shown(wrong)}", wrong
    for each in fields(node):
        value = getattr(node, each.name)
        if isinstance(value, Node):
            for way, edit, wrong in variants(value, pack):
                yield way, edit, replace(node, **{each.name: wrong})
        elif isinstance(value, tuple):
            for at, item in enumerate(value):
                for way, edit, wrong in variants(item, pack) if isinstance(item, Node) else ():
                    yield way, edit, replace(node, **{each.name: (*value[:at], wrong, *value[at + 1 :])})


def _here(node: Any, pack: Pack) -> Iterator[tuple[str, str, Any]]:
    match node:
        case And(parts=parts) | Or(parts=parts) | AllOf(parts=parts) | AnyOf(parts=parts):
            yield "and/or", "", _JOINTS[type(node)](parts=parts, place=node.place)
            for at, part in enumerate(parts):
                rest = (*parts[:at], *parts[at + 1 :])
                edit = f"no {_shown(part)} in {_shown(node)}"
                yield "dropped item", edit, rest[0] if len(rest) == 1 else replace(node, parts=rest)
        case AtLeast(count=count, parts=parts):
            for other in (count - 1, count + 1):
                if 1 <= other <= len(parts):
                    yield "shifted bound", "", replace(node, count=other)
        case Not(operand=operand):
            yield "dropped not", "", operand
        case Comparison(left=left, sign=sign, right=right):
            yield "comparison sign", "", replace(node, sign=_SIGNS[sign])
            yield from _other_choices(node, left, right, pack)
        case Within(options=options) if len(options) > 1:
            for at in range(len(options)):
                yield "changed choice", "", replace(node, options=(*options[:at], *options[at + 1 :]))
        case Includes(collection=FactName(name=name), member=Choice(value=value)):
            for other in _choices(pack, name, value):
                yield "changed choice", "", replace(node, member=Choice(value=other))
        case Number(value=number) | Cash(value=number):
            for step in (-1, 1):
                yield "shifted bound", "", replace(node, value=number + Decimal(step))
        case Day(value=day):
            for step in (-1, 1):
                yield "shifted bound", "", replace(node, value=day + dt.timedelta(days=step))
        case _:
            return


def _other_choices(node: Comparison, left: Any, right: Any, pack: Pack) -> Iterator[tuple[str, str, Any]]:
    if isinstance(left, FactName) and isinstance(right, Choice):
        for other in _choices(pack, left.name, right.value):
            yield "changed choice", "", replace(node, right=Choice(value=other))


def _choices(pack: Pack, fact: str, value: str) -> tuple[str, ...]:
    """Return the choice next to one, so that each place gives one mutant."""
    found = pack.vocabulary.find(fact)
    others = [choice for choice in found.choices if choice != value] if found is not None else []
    return tuple(others[:1])


def _links(norm: Norm) -> Iterator[tuple[str, str, Norm]]:
    for name, way in (
        ("defeats", "dropped exception"),
        ("exceptions", "dropped exception"),
        ("prevails_over", "dropped priority"),
    ):
        told = getattr(norm, name)
        for at, other in enumerate(told):
            yield way, f"{name}: no {other}", replace(norm, **{name: (*told[:at], *told[at + 1 :])})
    if norm.basic:
        yield "dropped basic form", f"no basic {norm.basic}", replace(norm, basic="")


def _sanctions(norm: Norm) -> Iterator[tuple[str, str, Norm]]:
    if norm.sanction is None:
        return
    plain = write_sanction(norm.sanction)
    for way, detail, edit in _edits(plain, ()):
        wrong = copy.deepcopy(plain)
        edit(wrong)
        try:
            sanction = read_sanction(wrong, place=norm.place)
        except SanctionRefused:
            continue
        if sanction != norm.sanction:
            yield way, detail, replace(norm, sanction=sanction)


Edit = Callable[[Any], None]
Path = tuple[str | int, ...]


def _edits(value: Any, path: Path) -> Iterator[tuple[str, str, Edit]]:
    if isinstance(value, list):
        for at, item in enumerate(value):
            if path[-1] != "notes" and len(value) > (1 if path[-1] in {"alternatives", "all_of"} else 0):
                yield "dropped penalty", f"no {_told((*path, at))}", _dropping(path, at)
            yield from _edits(item, (*path, at))
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        at = (*path, key)
        if key in {"from", "to"} and isinstance(inner, int):
            for step in (-1, 1):
                yield "sanction number", f"{_told(at)}: {inner + step}", _setting(at, inner + step)
        elif key == "kind" and inner in _OTHER_KIND:
            yield "sanction kind", f"{_told(at)}: {_OTHER_KIND[inner]}", _setting(at, _OTHER_KIND[inner])
        elif key == "unit" and inner in _OTHER_UNIT:
            yield "sanction unit", f"{_told(at)}: {_OTHER_UNIT[inner]}", _setting(at, _OTHER_UNIT[inner])
        elif key == "mandatory":
            yield "sanction mandatory", f"{_told(at)}: {not inner}", _setting(at, not inner)
        elif key != "when":
            yield from _edits(inner, at)


def _told(path: Path) -> str:
    return ".".join(map(str, path))


def _inside(plain: Any, path: Path) -> Any:
    for step in path:
        plain = plain[step]
    return plain


def _dropping(path: Path, at: int) -> Edit:
    return lambda plain: _inside(plain, path).pop(at)


def _setting(path: Path, value: object) -> Edit:
    return lambda plain: _inside(plain, path[:-1]).__setitem__(path[-1], value)


def _consequences(norm: Norm) -> Iterator[tuple[str, str, Norm]]:
    if norm.caps is not None:
        other = _OTHER_CAP.get(norm.caps, Fraction(1, 2))
        yield "changed cap", str(other), replace(norm, caps=other)
    if norm.kind is NormKind.BAR:
        for at, kind in enumerate(norm.bars):
            other_kind = PenaltyKind.ARREST if kind is not PenaltyKind.ARREST else PenaltyKind.FINE
            wrong = (*norm.bars[:at], other_kind, *norm.bars[at + 1 :])
            yield "changed bar", f"{other_kind} for {kind}", replace(norm, bars=wrong)
