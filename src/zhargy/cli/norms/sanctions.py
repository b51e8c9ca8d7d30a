"""What a sanction threatens, as plain values: the choices with what the text states and what the rules supply."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from zhargy.norms.sanctions import (
    Accessory,
    Alternative,
    Bound,
    Derived,
    GeneralPart,
    Open,
    Penalty,
    Quantity,
    ResolvedAlternative,
    ResolvedPenalty,
    Sanction,
    Unit,
    lay_out,
    resolve,
    write_sanction,
)


def sanction_json(sanction: Sanction | None, general: GeneralPart | None) -> dict[str, Any]:
    """Return the choices of a sanction, its accessories and notes; empty ones where a norm has none.

    Args:
        sanction: The sanction.
        general: The rules that supply missing ends, if the pack has any.
    """
    if sanction is None:
        return {"main": [], "accessory": [], "cumulative": False, "notes": [], "sanction": None}
    base = lay_out(sanction)[0]
    resolved = () if general is None else resolve(sanction, general=general)[0].alternatives
    beside = dict.fromkeys(accessory for each in base.alternatives for accessory in each.accessories)
    return {
        "main": [_choice(each, _at(resolved, place)) for place, each in enumerate(base.alternatives)],
        "accessory": [_accessory(accessory) for accessory in beside],
        "cumulative": any(len(alternative.penalties) > 1 for alternative in base.alternatives),
        "notes": [note.plain() for note in sanction.notes],
        "sanction": write_sanction(sanction),
    }


def _at(resolved: tuple[ResolvedAlternative, ...], place: int) -> tuple[ResolvedPenalty, ...]:
    return resolved[place].penalties if resolved else ()


def _choice(alternative: Alternative, resolved: tuple[ResolvedPenalty, ...]) -> dict[str, Any]:
    told = [_penalty(penalty) for penalty in alternative.penalties]
    supplied: tuple[ResolvedPenalty | None, ...] = resolved or tuple(None for _ in told)
    ends = [_derived(each, penalty.measure.unit) for each, penalty in zip(supplied, alternative.penalties, strict=True)]
    first, *others = [{**stated, **derived} for stated, derived in zip(told, ends, strict=True)]
    return {**first, "and": others}


def _accessory(accessory: Accessory) -> dict[str, Any]:
    return {**_penalty(accessory.penalty), "mandatory": accessory.is_mandatory}


def _penalty(penalty: Penalty) -> dict[str, Any]:
    measure = penalty.measure
    return {
        "kind": penalty.kind,
        "unit": None if measure.unit is Unit.WHOLE else measure.unit,
        "min": _bound(measure.lower),
        "max": _bound(measure.upper),
        "of": measure.of or None,
        "optional": penalty.is_optional,
    }


def _derived(penalty: ResolvedPenalty | None, unit: Unit) -> dict[str, Any]:
    """Return the ends that a general rule supplies: in the unit of the penalty, and as the rule says them."""
    ends = {} if penalty is None else {"derived_min": penalty.lower, "derived_max": penalty.upper}
    told: dict[str, Any] = {}
    for name in ("derived_min", "derived_max"):
        end = ends.get(name)
        rule = end if isinstance(end, Derived) else None
        told[name] = None if rule is None else _counted(rule.quantity, unit)
        told[f"{name}_rule"] = None if rule is None else {**_quantity(rule.quantity), "rule": rule.rule}
    return told


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {"value": _bound(quantity.value), "unit": quantity.unit}


def _counted(quantity: Quantity, unit: Unit) -> int | str | None:
    """Return a quantity as a number of `unit`, ``None`` where it is no exact one."""
    one = Quantity(value=Decimal(1), unit=unit).finest
    if quantity.finest.unit is not one.unit:
        return None
    number = Fraction(quantity.finest.value) / Fraction(one.value)
    scaled = number * 100
    return _bound(Decimal(int(scaled)) / 100) if scaled.denominator == 1 else None


def _bound(bound: Bound) -> int | str | None:
    """Return a number, a word for an end that is none, ``None`` where the text is silent."""
    if isinstance(bound, Decimal):
        return int(bound) if bound == int(bound) else str(bound)
    return None if bound is Open.UNSPECIFIED else bound.value
