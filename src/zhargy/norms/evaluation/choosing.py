"""What a sanction comes to on the facts: its choices, one line each, with the branch that the facts call for."""

from __future__ import annotations

from decimal import Decimal

from zhargy.norms.evaluation.branching import taken
from zhargy.norms.evaluation.values import Outcome
from zhargy.norms.sanctions import Alternative, Case, Measure, Open, Penalty, Sanction, Unit, lay_out
from zhargy.norms.vocabulary import Vocabulary


def choices(sanction: Sanction, outcome: Outcome, *, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the choices of a sanction on the facts, in the words of the norm language.

    The first branch whose condition holds is taken, the sanction itself where none does. While an earlier condition is
    unknown the choices are not known either: none is returned, and nothing is guessed.

    Args:
        sanction: The sanction.
        outcome: What came of the facts.
        vocabulary: The facts of the pack.
    """
    branch = taken(sanction, outcome, vocabulary=vocabulary).branch
    return () if branch is None else _lines(lay_out(sanction)[branch])


def _lines(case: Case) -> tuple[str, ...]:
    return tuple(_line(alternative) for alternative in case.alternatives)


def _line(alternative: Alternative) -> str:
    main = " and ".join(map(_penalty, alternative.penalties))
    beside = (
        f"{'with' if accessory.is_mandatory else 'with or without'} {_penalty(accessory.penalty)}"
        for accessory in alternative.accessories
    )
    return " ".join([main, *beside])


def _penalty(penalty: Penalty) -> str:
    """Write a penalty: ``fine from 100 to 200 mci``; an end that the text is silent on is left out."""
    return " ".join([penalty.kind, *_measure(penalty.measure), *(["(may)"] if penalty.is_optional else [])])


def _measure(measure: Measure) -> list[str]:
    if measure.unit is Unit.WHOLE:
        return []
    ends = (("from", measure.lower), ("to", measure.upper))
    words = [word for name, end in ends if end is not Open.UNSPECIFIED for word in (name, _end(end))]
    return [*words, measure.unit, *(["of", measure.of] if measure.of else [])]


def _end(end: Decimal | Open) -> str:
    return str(end) if isinstance(end, Open) else f"{end.normalize():f}"
