"""What a case tells: its events as records of the lists, and what it takes for granted of the law as stipulations."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import count
from typing import Final

from sara.calendar import CALENDAR, years_of
from sara.clauses import Term, Variable
from sara.events import Events, Fields, money
from sara.granting import Reading, norm_of, read_arguments
from sara.lists import read_lists
from sara.solving import Program
from sara.work import kind_of_name, payment, service
from zhargy.norms.evaluation import Stipulation
from zhargy.norms.expression import ExactMoney
from zhargy.norms.packs import Pack
from zhargy.text.amounts import Currency

TRAITS: Final = ("is_american_employer", "is_american_citizen", "is_admitted_for_agriculture")
"""What is so of a person only where it is told."""

_WAGES, _EMPLOYMENT = "sec_3306__subsec_b", "sec_3306__subsec_c"


class Telling:
    """The records and stipulations of a case; the calendar is entered when all of them are known.

    Args:
        program: The facts of the case.
        pack: The pack `sara`.
        year: The year asked about, if one is.
        sums: What the question calls a sum of money.
        named: Names the question uses.
    """

    def __init__(
        self, program: Program, pack: Pack, *, year: int | None, sums: frozenset[int], named: Sequence[str]
    ) -> None:
        self._pack = pack
        self._year = year
        self._sums = sums
        self._program = program
        self._events = Events(program)
        self._somebody = (f"somebody {number}" for number in count(1))
        self.lists = read_lists(self._events)
        self.stipulations: list[Stipulation] = []
        self._granted = tuple(self._readings())
        self._complete(named)

    def _readings(self) -> Iterator[Reading]:
        """Yield what the case takes for granted; works and payments named there only become records."""
        for predicate, arity in self._program.predicates:
            for answer in self._program.ask(predicate, *(Variable(f"A{number}") for number in range(arity))):
                if predicate == "total_wages_employer":
                    self._pay(answer[1], payer=answer[0], day=answer[3])
                norm = norm_of(predicate)
                if norm is None or norm not in self._pack.norms:
                    continue
                told = self._entered(norm, answer)
                yield read_arguments(norm, told, year=self._year, sums=self._sums)

    def _entered(self, norm: str, answer: tuple[Term, ...]) -> tuple[Term, ...]:
        """Return the arguments that count, works and payments among them noted."""
        if norm == _WAGES and len(answer) > 5:
            return self._wages(answer)
        return self._employment(answer) if norm == _EMPLOYMENT and len(answer) == 6 else answer

    def _wages(self, answer: tuple[Term, ...]) -> tuple[Term, ...]:
        """Return the amount and the payment, and note the payment and the work it is for."""
        amount, paid, work, payer, payee = answer[:5]
        employer, employee = (
            each if isinstance(each, str) else other for each, other in ((answer[-2], payer), (answer[-1], payee))
        )
        name = paid if isinstance(paid, str) else next(self._somebody)
        if isinstance(work, str) and work not in self.lists["services"]:
            self.lists["services"][work] = service(self._events, work, employer=str(employer), employee=str(employee))
        if name not in self.lists["payments"]:
            day = self._events.day(str(work))
            fields = {
                **payment(self._events, name, self.lists["services"]),
                "service": work,
                "payer": payer,
                "payee": payee,
            }
            fields["is_for_work"] = True
            self.lists["payments"][name] = {
                **fields,
                "sum": money(amount),
                "day": day,
                "order": len(self.lists["payments"]),
            }
        return (amount, name)

    def _employment(self, answer: tuple[Term, ...]) -> tuple[Term, ...]:
        """Return the work, and note it with its day where one is told."""
        work, employer, employee, _, day, _ = answer
        name = work if isinstance(work, str) else next(self._somebody)
        while name in self.lists["services"] and self.lists["services"][name].get("employee") != employee:
            name = f"{name}'"
        if name not in self.lists["services"]:
            fields = service(self._events, name, employer=str(employer), employee=str(employee))
            if isinstance(day, str):
                fields |= {"first": dt.date.fromisoformat(day), "last": dt.date.fromisoformat(day)}
            self.lists["services"][name] = fields
        return (name,)

    def _pay(self, amount: Term, *, payer: Term, day: Term) -> None:
        """Note wages that are told as a sum only."""
        name = next(self._somebody)
        self.lists["services"][name] = service(self._events, name, employer=str(payer), employee=name)
        fields: Fields = {"payer": payer, "payee": name, "service": name, "sum": money(amount), "day": day}
        fields["order"] = len(self.lists["payments"])
        fields["is_for_work"] = True
        self.lists["payments"][name] = fields
        self.stipulations += [
            Stipulation(norm=_WAGES, things={"payment": name, "year": str(year)}, amount=usd(amount))
            for year in self.years()
        ]

    def _complete(self, named: Sequence[str]) -> None:
        """Enter everybody and every home that is named, and lay down what is taken for granted."""
        for reading in self._granted:
            self._enter(reading.names)
            self._enter(reading.listed)
        self._enter(named)
        for name in ("persons", "homes"):
            for thing in self._named_in_fields(name):
                self.lists[name].setdefault(thing, {})
        for reading in self._granted:
            self.stipulations += self._grant(reading)
        for name, fields in self.lists["persons"].items():
            natural = {"kind": kind_of_name(name)} | dict.fromkeys(TRAITS, False)
            self.lists["persons"][name] = {**natural, **fields}

    def _enter(self, names: Iterable[str | None]) -> None:
        known = {name for each in self.lists.values() for name in each}
        events = {*self._payees_of_plans(), *self._events.of("residence_"), *self._events.of("marriage_")}
        homes = self._named_in_fields("homes")
        for name in names:
            if name and name not in known | events | homes and not re.fullmatch(r"\d{4}-\d\d-\d\d", name):
                self.lists["persons"].setdefault(name, {})

    def _payees_of_plans(self) -> frozenset[str]:
        return frozenset(self._events.of("plan_"))

    def _named_in_fields(self, things: str) -> frozenset[str]:
        """Return the members of a list that fields of other lists name."""
        found = set()
        for name, records in self.lists.items():
            fields = [field for field, fact in self._pack.vocabulary.facts[name].fields.items() if fact.of == things]
            found |= {str(record[field]) for record in records.values() for field in fields if record.get(field)}
        return frozenset(found)

    def _grant(self, reading: Reading) -> Iterator[Stipulation]:
        norm = self._pack.norms[reading.norm]
        things = self.things_of(reading)
        amount = usd(reading.amounts[-1]) if reading.amounts else None
        if reading.norm == "sec_151__subsec_b" and "taxpayer" in things:
            things.setdefault("individual", things["taxpayer"])
        for name, of in norm.parameters.items():
            if name not in things and of != CALENDAR:
                things[name] = next(self._somebody)
                self.lists[of][things[name]] = {}
        years = [str(year) for year in reading.years] or self.years()
        for year in years if "year" in norm.parameters else [""]:
            yield Stipulation(norm=norm.id, things={**things, "year": year} if year else things, amount=amount)
            for each in reading.listed if reading.norm == "sec_151" else ():
                part = "sec_151__subsec_b" if each == things.get("taxpayer") else "sec_151__subsec_c"
                yield Stipulation(norm=part, things={**things, "individual": each, "year": year})

    def things_of(self, reading: Reading) -> dict[str, str]:
        """Return the things a reading names, by the names the norm has for them."""
        found: dict[str, str] = {}
        names = list(reading.names)
        for name, of in self._pack.norms[reading.norm].parameters.items():
            position = next((at for at, each in enumerate(names) if self.is_in(each, of)), None)
            if of != CALENDAR and position is not None:
                given = names.pop(position)
                if given is not None:
                    found[name] = self._resolved(given, of)
        return found

    def is_in(self, name: str | None, of: str) -> bool:
        """Whether a name stands in a list of the pack."""
        return name is not None and self._resolved(name, of) in self.lists.get(of, {})

    def _resolved(self, name: str, of: str) -> str:
        """Return what is meant by the name of a residence or of a fund where a home or a payment is wanted."""
        if of == "homes" and name not in self.lists["homes"]:
            return next(iter(self._events.texts("patient_", name)), name)
        if of == "payments" and name not in self.lists["payments"]:
            paid = (each for each, fields in self.lists["payments"].items() if fields.get("payee") == name)
            return next(paid, name)
        return name

    def years(self) -> list[str]:
        """Return the years of the calendar of the case."""
        return years_of(self.lists, asked=self._year)


def usd(amount: Term | Decimal) -> ExactMoney:
    """Return a sum in dollars."""
    return ExactMoney(minor=Decimal(str(amount)) * 100, currency=Currency.USD)
