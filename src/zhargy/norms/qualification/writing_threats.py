"""What an offence threatens as plain values."""

from __future__ import annotations

from typing import Any

from zhargy.norms.qualification.penalties import (
    Bar,
    Ceiling,
    Choice,
    LaidPenalty,
    Worth,
)
from zhargy.norms.qualification.plain_values import write_fraction, write_money, write_number
from zhargy.norms.sanctions import (
    Derived,
    End,
    Excess,
    Line,
    Open,
    Quantity,
    ResolvedAlternative,
    ResolvedPenalty,
    Stated,
)


def write_choice(choice: Choice) -> dict[str, Any]:
    """Return an alternative on the facts."""
    return {
        "penalties": [_laid(laid) for laid in choice.penalties],
        "accessories": [{**_laid(laid), "mandatory": laid.is_mandatory} for laid in choice.accessories],
    }


def write_line(line: Line) -> dict[str, Any]:
    """Return two alternatives laid side by side."""
    return {
        "kind": line.kind,
        "left": _alternative(line.left),
        "right": _alternative(line.right),
        "verdict": line.judgement.verdict,
        "reason": line.judgement.reason,
        "rule": line.judgement.rule or None,
    }


def _alternative(alternative: ResolvedAlternative | None) -> dict[str, Any] | None:
    if alternative is None:
        return None
    return {
        "penalties": [_penalty(penalty) for penalty in alternative.penalties],
        "accessories": [
            {**_penalty(accessory.penalty), "mandatory": accessory.is_mandatory}
            for accessory in alternative.accessories
        ],
    }


def _laid(laid: LaidPenalty) -> dict[str, Any]:
    return {
        **_penalty(laid.penalty),
        "worth": None if laid.worth is None else _worth(laid.worth),
        "barred": laid.is_barred,
        "bars": [_bar(bar) for bar in laid.bars],
        "life_bars": [_bar(bar) for bar in laid.life_bars],
        "ceiling": None if laid.ceiling is None else _ceiling(laid.ceiling),
    }


def _bar(bar: Bar) -> dict[str, Any]:
    return {"norm": bar.norm, "truth": bar.truth, "facts": list(bar.facts)}


def _penalty(penalty: ResolvedPenalty) -> dict[str, Any]:
    return {
        "kind": penalty.kind,
        "lower": _end(penalty.lower),
        "upper": _end(penalty.upper),
        "of": penalty.of or None,
        "optional": penalty.is_optional,
        "according_to": penalty.according_to or None,
        "excesses": [_excess(excess) for excess in penalty.excesses],
    }


def _end(end: End) -> dict[str, Any]:
    """Return an end with where it comes from: ``stated``, ``derived`` with its rule, or ``open``."""
    match end:
        case Stated(quantity=quantity):
            return {"source": "stated", **_quantity(quantity)}
        case Derived(quantity=quantity, rule=rule):
            return {"source": "derived", **_quantity(quantity), "rule": rule}
        case Open():
            return {"source": "open", "value": end.value}


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {"value": write_number(quantity.value), "unit": quantity.unit}


def _excess(excess: Excess) -> dict[str, Any]:
    return {"stated": _quantity(excess.stated), "limit": _quantity(excess.limit), "rule": excess.rule}


def _worth(worth: Worth) -> dict[str, Any]:
    index = worth.index
    return {
        "lower": None if worth.lower is None else write_money(worth.lower),
        "upper": None if worth.upper is None else write_money(worth.upper),
        "index": None
        if index is None
        else {
            "tenge": write_number(index.tenge),
            "valid": str(index.valid),
            "basis": index.basis,
            "confidence": index.confidence,
            "certain": index.is_certain,
        },
    }


def _ceiling(ceiling: Ceiling) -> dict[str, Any]:
    return {
        "norm": ceiling.cap.norm,
        "part": str(ceiling.cap.part),
        "value": write_fraction(ceiling.value),
        "unit": ceiling.unit,
        "worth": None if ceiling.worth is None else write_money(ceiling.worth),
        "below_least": ceiling.is_below_least,
    }
