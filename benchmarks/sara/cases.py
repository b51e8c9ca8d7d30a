"""A case of the data set as facts of the pack, with what it takes for granted and what it asks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from typing import Final

from sara.calendar import CALENDAR, enter_calendar
from sara.clauses import read_clauses
from sara.events import LAST_DAY
from sara.granting import Reading, goals_of, norm_of, read_arguments
from sara.solving import Program
from sara.telling import TRAITS, Telling, usd
from zhargy.norms.evaluation import Inquiry, Stipulation
from zhargy.norms.expression import ExactMoney, Reckoned
from zhargy.norms.facts import read_facts
from zhargy.norms.packs import Pack
from zhargy.norms.truth import Truth

TAX: Final = "total"
_YEAR: Final = re.compile(r"(?<![$\d])(?:19|20|21)\d{2}(?!\d)")
_SUM: Final = re.compile(r"\$(\d[\d,]*)")
_INPUTS: Final = (
    (re.compile(r"sec_1__subsec_\w__item_\w+"), "sec_63"),
    (re.compile(r"sec_68__subsec_a__para_2"), "sec_63__subsec_d"),
    (re.compile(r"sec_151__subsec_d__para_3__subpara_A"), "sec_151__subsec_d__para_1"),
)
"""Provisions that are asked about with the amount they start from before the amount they come to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One provision a case asks about.

    Args:
        norm: Its element id.
        things: The things named, by the names the norm has for them; one left out may be any.
        amount: What it should come to; ``None`` where only whether it is met is asked.
    """

    norm: str
    things: Mapping[str, str]
    amount: Decimal | None = None


class Case:
    """A case ready to be answered.

    Args:
        row: The case as the data set gives it.
        pack: The pack `sara`.
    """

    def __init__(self, row: Mapping[str, str], pack: Pack) -> None:
        self._pack = pack
        self._is_numeric = row["kind"] == "numeric"
        self._goals = tuple(goals_of(next(iter(read_clauses(row["query"])))))
        self._sums = frozenset(int(each.replace(",", "")) for each in _SUM.findall(row["question"]))
        self._year = _year_of(row["question"], (each for each in self._goals_numbers() if each not in self._sums))
        program = Program(row["facts"], last_year=self._year or LAST_DAY.year)
        named = [each for goal in self._goals for each in goal.arguments if isinstance(each, str)]
        self._told = Telling(program, pack, year=self._year, sums=self._sums, named=named)
        self.questions = tuple(self._questions())
        enter_calendar(self._told.lists, self._told.years())

    def answer(self) -> str:
        """Return the answer in the words of the data set; empty where the facts do not tell an amount."""
        if not self._is_numeric:
            return "Entailment" if self.holds() else "Contradiction"
        found = self.amount()
        return "" if found is None else f"${found}"

    def holds(self) -> bool:
        """Whether everything that is asked is so; not where nothing of it is in the pack."""
        inquiry = self._inquiry()
        return bool(self.questions) and all(_holds(inquiry, question) for question in self.questions)

    def amount(self) -> Decimal | None:
        """Return what the provision asked about comes to in whole dollars, ``None`` where the facts do not tell."""
        found = [
            value for question in self.questions for value in self._inquiry().amounts(question.norm, question.things)
        ]
        return _dollars(found[0]) if found else None

    def _inquiry(self) -> Inquiry:
        facts = read_facts(self._told.lists, self._pack.vocabulary)
        day = dt.date(self._year or 2020, 12, 31)
        return Inquiry(self._pack, facts, as_of=day, stipulations=self._told.stipulations)

    def _goals_numbers(self) -> Iterator[int]:
        for goal in self._goals:
            yield from (each for each in goal.arguments if isinstance(each, int))
            for each in goal.arguments:
                if isinstance(each, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", each):
                    yield int(each[:4])

    def _questions(self) -> Iterator[Question]:
        for goal in self._goals:
            norm = TAX if goal.name == "tax" else norm_of(goal.name)
            if norm is None or norm not in self._pack.norms:
                continue
            reading = read_arguments(norm, goal.arguments, year=self._year, sums=self._sums)
            amounts = [*reading.amounts, *reading.listed_amounts]
            things = self._told.things_of(reading)
            self._told.stipulations += self._inputs(norm, amounts, things)
            if "year" in self._pack.norms[norm].parameters and reading.years:
                things["year"] = str(reading.years[-1])
            elif "year" in self._pack.norms[norm].parameters and self._year:
                things["year"] = str(self._year)
            yield from self._beside(reading, things, amounts[-1] if amounts else None)

    def _beside(self, reading: Reading, things: Mapping[str, str], amount: Decimal | None) -> Iterator[Question]:
        """Yield the question; where a work is left open, people named beside it say which."""
        norm = self._pack.norms[reading.norm]
        asked = Question(norm=norm.id, things=things, amount=amount if norm.amount is not None else None)
        if "service" not in norm.parameters or "service" in things:
            yield asked
            return
        named = [each for each in reading.names if self._told.is_in(each, "persons")]
        works = [
            name
            for name, fields in self._told.lists["services"].items()
            if all(each in {fields.get("employer"), fields.get("employee")} for each in named)
        ]
        for work in works:
            yield Question(norm=norm.id, things={**things, "service": work}, amount=asked.amount)

    def _inputs(self, norm: str, amounts: Sequence[Decimal], things: Mapping[str, str]) -> Iterator[Stipulation]:
        source = next((source for pattern, source in _INPUTS if pattern.fullmatch(norm)), None)
        if source is None or len(amounts) < 2:
            return
        asked = self._pack.norms[norm].parameters
        lists = {
            name: self._told.lists[of] for name, of in self._pack.norms[source].parameters.items() if of != CALENDAR
        }
        for name, members in lists.items():
            members.setdefault("somebody", {"kind": "natural"} | dict.fromkeys(TRAITS, False))
            assert name in asked
        choices = [[things[name]] if name in things else list(lists[name]) for name in lists]
        for chosen in product(*choices):
            for year in self._told.years():
                given = {**dict(zip(lists, chosen, strict=True)), "year": year}
                yield Stipulation(norm=source, things=given, amount=usd(amounts[0]))


def _holds(inquiry: Inquiry, question: Question) -> bool:
    if question.amount is None:
        return inquiry.met(question.norm, question.things) is Truth.TRUE
    return any(_dollars(value) == question.amount for value in inquiry.amounts(question.norm, question.things))


def _year_of(question: str, numbers: Iterable[int]) -> int | None:
    """Return the year a case asks about: the one both the question and the query name, else the one either names."""
    told = [int(year) for year in _YEAR.findall(question)]
    named = [number for number in numbers if number in range(1900, 2101)]
    both = [year for year in named if year in told]
    return next(iter([*both, *told, *named]), None)


def _dollars(value: Reckoned) -> Decimal:
    amount = value.minor / 100 if isinstance(value, ExactMoney) else value
    assert isinstance(amount, Decimal)
    return amount.quantize(Decimal(1), rounding=ROUND_HALF_UP)
