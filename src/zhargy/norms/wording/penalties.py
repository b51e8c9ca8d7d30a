"""Sanctions in words: each choice as a line, what may be imposed beside it, and the cases in which that differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from zhargy.norms.packs.relations import branch_conditions
from zhargy.norms.sanctions import (
    Accessory,
    Alternative,
    Bound,
    Measure,
    Open,
    Penalty,
    PenaltyKind,
    Sanction,
    Unit,
    lay_out,
)
from zhargy.norms.sanctions.kinds import MULTIPLES, TERMS
from zhargy.norms.wording.conditions import condition_words
from zhargy.norms.wording.terms import Term, counted, indices
from zhargy.norms.wording.values import Clause, Words, label, together
from zhargy.text.numerals import write_digits

#: What the words of a law can tie a penalty to, as far as the catalogue has words for it.
_GROUNDS: Final = frozenset({"harm_to_person", "harm_to_state"})


def sanction_words(sanction: Sanction, words: Words) -> tuple[Clause, ...]:
    """Return what a sanction threatens: a clause for the sanction itself and one for each case in which it differs.

    Args:
        sanction: The sanction of a norm.
        words: Words of the pack.
    """
    base, *branches = lay_out(sanction)
    conditions = [condition_words(each, words) for each in branch_conditions(sanction)]
    heads = [words.say("words.in_case"), *(words.say("words.else_in_case") for _ in branches[1:])]
    cases = [
        Clause(
            head,
            (condition, Clause(words.say("words.threatens"), tuple(_choices(case.alternatives, words)))),
        )
        for head, condition, case in zip(heads, conditions, branches, strict=False)
    ]
    key = "words.otherwise" if cases else "words.threatens"
    return (*cases, Clause(words.say(key), tuple(_choices(base.alternatives, words))))


def penalty_words(penalty: Penalty, words: Words) -> str:
    """Return a penalty with its measure and what its words leave to the court.

    Args:
        penalty: A penalty whose measure is its own, not «the same».
        words: Words of the pack.
    """
    told = _measured(penalty, words)
    remarks = list(_remarks(penalty, words))
    return f"{told} ({', '.join(remarks)})" if remarks else told


def _choices(alternatives: Sequence[Alternative], words: Words) -> Iterator[Clause]:
    """Yield each choice, then what stands beside all of them alike."""
    shared = [each for each in alternatives[0].accessories if all(each in other.accessories for other in alternatives)]
    choices = [_choice(each, shared, words) for each in alternatives]
    beside = [Clause(_beside(each, words)) for each in shared]
    if len(choices) == 1 and not choices[0].parts:
        yield choices[0]
    else:
        yield Clause(words.say("words.one_of"), tuple(choices)) if len(choices) > 1 else choices[0]
    yield from beside


def _choice(alternative: Alternative, shared: Sequence[Accessory], words: Words) -> Clause:
    own = [each for each in alternative.accessories if each not in shared]
    told = together((penalty_words(each, words) for each in alternative.penalties), words)
    return Clause(told, tuple(Clause(_beside(each, words)) for each in own))


def _beside(accessory: Accessory, words: Words) -> str:
    key = "words.beside" if accessory.is_mandatory else "words.may_be_beside"
    return words.say(key, penalty=penalty_words(accessory.penalty, words))


def _measured(penalty: Penalty, words: Words) -> str:
    measure = penalty.measure
    if penalty.kind is PenaltyKind.REFERRED and measure.unit is Unit.TIMES_SANCTION:
        return words.say("words.referred", of=words.place(measure.of), times=_times(measure, words))
    kind = words.say(f"kind.{penalty.kind}")
    range_ = _range(measure, words)
    return words.say("words.penalty", range=range_, kind=kind) if range_ else kind


def _remarks(penalty: Penalty, words: Words) -> Iterator[str]:
    if penalty.is_optional:
        yield words.say("words.may")
    if penalty.according_to in _GROUNDS:
        yield words.say(f"according.{penalty.according_to}")
    elif penalty.according_to:
        yield penalty.according_to


def _range(measure: Measure, words: Words) -> str:
    """Return how much of a penalty is threatened; an empty string where the words say nothing of it."""
    if measure.unit in MULTIPLES:
        is_value = measure.unit is Unit.TIMES_VALUE
        of = label(measure.of, words) if is_value else words.place(measure.of)
        key = "words.times_value" if is_value else "words.times_sanction"
        return words.say(key, times=_times(measure, words), of=of)
    if measure.unit not in {*TERMS, Unit.MCI}:
        return ""
    frame = "term" if measure.unit in TERMS else "sum"
    return _framed(measure, words, f"words.{frame}")


def _framed(measure: Measure, words: Words, frame: str) -> str:
    lower, upper = (_end(each, measure.unit, words) for each in (measure.lower, measure.upper))
    match measure.lower, measure.upper:
        case Open.LIFE, _:
            return words.say("words.term.life")
        case Decimal(), Open.LIFE:
            return words.say("words.term.from_to_life", lower=lower.than)
        case _, Open.LIFE:
            return words.say("words.term.to_life")
        case Decimal() as least, Decimal() as most if least == most:
            return words.say(f"{frame}.exact", exact=lower.alone, least=lower.least)
        case Decimal(), Decimal():
            return words.say(f"{frame}.both", lower=lower.than, upper=upper.up_to)
        case _, Decimal():
            return words.say(f"{frame}.upper", upper=upper.up_to)
        case Decimal(), _:
            return words.say(f"{frame}.lower", least=lower.least)
        case _, Open.UNLIMITED:
            return words.say(f"{frame}.unlimited")
        case _:
            return ""


def _end(bound: Bound, unit: Unit, words: Words) -> Term:
    """Return an end of a measure in the forms that its place asks for."""
    if isinstance(bound, Open):
        return Term("", "", "")
    return indices(bound, words) if unit is Unit.MCI else counted(bound, str(unit), words)


def _times(measure: Measure, words: Words) -> str:
    """Return how many times over: «3», «10–20», «≤ 20»."""
    lower, upper = measure.lower, measure.upper
    if isinstance(lower, Decimal) and isinstance(upper, Decimal):
        ends = dict.fromkeys(write_digits(each, words.language) for each in (lower, upper))
        return "–".join(ends)
    known = next((each for each in (upper, lower) if isinstance(each, Decimal)), None)
    sign = "≤" if isinstance(upper, Decimal) else "≥"
    return f"{sign} {write_digits(known, words.language)}" if known is not None else "…"
