"""An interview as plain values, so that it can be put down and taken up again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from zhargy.errors import UnreadableInput
from zhargy.norms.evaluation import Plan
from zhargy.norms.interview.state import Answer, Interview
from zhargy.norms.packs import read_pack_facts
from zhargy.norms.vocabulary import Value
from zhargy.text.amounts import Money

SCHEMA: Final = "zhargy.interview/1"


def write_interview(interview: Interview) -> Mapping[str, Any]:
    """Return an interview in values that JSON knows.

    Args:
        interview: The interview; what its pack is stays outside, only its name is kept.
    """
    return {
        "schema": SCHEMA,
        "pack": interview.plan.pack.id,
        "as_of": interview.as_of.isoformat() if interview.as_of else None,
        "answers": [
            {"fact": answer.fact, "value": None if answer.value is None else plain(answer.value)}
            for answer in interview.answers
        ],
    }


def read_interview(saved: object, *, plan: Plan, today: date, as_of: date | None = None) -> Interview:
    """Return an interview that was put down.

    Args:
        saved: The plain values.
        plan: Its pack made ready.
        today: Day the law is read at while the day of the deed is not known.
        as_of: Day the law is read at from now on; ``None``: the day that was kept.

    Raises:
        UnreadableInput: N323, it is no interview, or of another pack.
        FactsRefused: N220 to N226, N278 to N281, the pack has changed and an answer does not fit it any more.
    """
    match saved:
        case {"schema": "zhargy.interview/1", "pack": str(pack), "as_of": str() | None as day, "answers": list(told)}:
            answers = [(item["fact"], item["value"]) for item in told if _is_answer(item)]
            if pack == plan.pack.id and len(dict(answers)) == len(told):
                facts = read_pack_facts(dict(answers), plan.pack)
                kept = tuple(Answer(fact=name, value=facts.get(name)) for name, _ in answers)
                return Interview(plan=plan, today=today, as_of=as_of or _day(day, plan), answers=kept)
    raise UnreadableInput("N323", pack=plan.pack.id)


def plain(value: Value) -> object:
    """Return a value as `zhargy.norms.read_facts` reads it back.

    Example:
        >>> from zhargy.text.amounts import Currency
        >>> plain(Money(minor=150, currency=Currency.KZT)), plain(frozenset({"b", "a"})), plain(Decimal("2.50"))
        ('1.50 KZT', ['a', 'b'], '2.50')
    """
    match value:
        case Money(minor=minor, currency=currency):
            return f"{Decimal(minor).scaleb(-2):f} {currency}"
        case frozenset():
            return sorted(value)
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case _:
            return value


def _is_answer(item: object) -> bool:
    return isinstance(item, dict) and set(item) == {"fact", "value"} and isinstance(item["fact"], str)


def _day(day: str | None, plan: Plan) -> date | None:
    try:
        return date.fromisoformat(day) if day else None
    except ValueError as error:
        raise UnreadableInput("N323", pack=plan.pack.id) from error
