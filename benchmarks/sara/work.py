"""Records of work: services, payments and what they are for, and what is told of bodies beside their name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sara.events import SOMEBODY, Events, Fields, Lists, money

_KINDS: Final = {
    "educational_institution_": "school",
    "hospital_": "hospital",
    "medical_institution_": "hospital",
    "penal_institution_": "penal_institution",
    "international_organization_": "international_organization",
    "foreign_government_": "foreign_government",
}
_AMERICA: Final = frozenset({"usa", "united states", "united states of america"})
_CONTIGUOUS: Final = frozenset({"canada", "mexico"})


def services(events: Events) -> Iterator[tuple[str, Fields]]:
    for event in events.of("service_"):
        for employer in events.texts("patient_", event)[:1]:
            for employee in events.texts("agent_", event)[:1]:
                yield event, service(events, event, employer=employer, employee=employee)


def service(events: Events, event: str, *, employer: str, employee: str) -> Fields:
    """Return the fields of a service, whether it was told as an event or taken for granted."""
    return {
        **events.time(event),
        "employer": employer,
        "employee": employee,
        "kind": _kind(" ".join((*events.texts("purpose_", event), *events.texts("type_", event)))),
        "country": _country(events, event),
        "is_in_business": _is_in_business(events, event, employer),
    }


def _kind(purpose: str) -> str:
    words = purpose.lower()
    named = {"agricultural": "agricultural", "domestic": "domestic", "nurs": "student_nurse"}
    return next((kind for word, kind in named.items() if word in words), "other")


def _country(events: Events, event: str) -> str:
    places = [place.lower() for place in events.texts("location_", event)]
    countries = {country.lower() for place in places for country in events.texts("country_", place)}
    named = countries or {place.rpartition(",")[2].strip() for place in places}
    if named & _AMERICA:
        return "united_states"
    if named & _CONTIGUOUS:
        return "contiguous"
    return "elsewhere" if countries else "not_told"


def _is_in_business(events: Events, event: str, employer: str) -> bool:
    """Whether a service belongs to the trade of the employer: unless its kind is told and is another one."""
    trades = {
        trade
        for business in events.of("business_")
        if employer in events.texts("agent_", business)
        for trade in events.texts("type_", business)
    }
    kinds = set(events.texts("type_", event))
    return not trades or not kinds or bool(trades & kinds)


def payments(events: Events, lists: Lists) -> tuple[dict[str, Fields], dict[str, Fields]]:
    """Return what was paid for homes, and what was paid to people and funds, the first of these first."""
    homes = {str(each["home"]) for each in lists["residences"].values()}
    upkeep: dict[str, Fields] = {}
    found: dict[str, Fields] = {}
    for event in events.of("payment_"):
        for_home = _home(events, event, homes)
        for day in _days(events, event):
            for amount in events.told("amount_", event) or (None,):
                paid: Fields = {"sum": money(amount), "day": day}
                if for_home is None:
                    name = event if events.day(event) == day or day is None else f"{event} {day} {amount}"
                    found[name] = {**payment(events, event, lists["services"]), **paid}
                else:
                    for payer in events.texts("agent_", event):
                        upkeep[f"{event} {payer} {day} {amount}"] = {**paid, "person": payer, "home": for_home}
    for order, name in enumerate(sorted(found, key=lambda name: str(found[name]["day"] or ""))):
        found[name]["order"] = order
    return upkeep, found


def _days(events: Events, event: str) -> tuple[dt.date | None, ...]:
    """Return the days of a payment: one for each time it began, else the last day of the work it is for."""
    starts = events.days("start_", event)
    if len(starts) > 1:
        return starts
    return (events.day(event) or _last_day(events, event),)


def _home(events: Events, event: str, homes: Iterable[str]) -> str | None:
    """Return the home a payment is for: named itself, or by somebody's living there."""
    for purpose in events.texts("purpose_", event):
        if purpose in homes:
            return purpose
        for home in events.texts("patient_", purpose) if purpose in events.of("residence_") else ():
            return home
    return None


def _last_day(events: Events, event: str) -> dt.date | None:
    """Return the last day of the work that a payment without a day is for."""
    return next((day for work in events.texts("purpose_", event) if (day := events.day(work)) is not None), None)


def payment(events: Events, event: str, services: Mapping[str, Fields]) -> Fields:
    """Return the fields of a payment but its sum and day."""
    purposes = events.texts("purpose_", event)
    ends = [each for each in purposes if each in events.of("termination_")]
    works = [*purposes, *(work for end in ends for work in events.texts("patient_", end))]
    plans = [
        each
        for each in (*events.texts("patient_", event), *events.texts("means_", event))
        if each in events.of("plan_")
    ]
    told = " ".join((*purposes, *(word for plan in plans for word in events.texts("purpose_", plan)))).lower()
    means = events.texts("means_", event)
    work = next((each for each in works if each in services), None)
    employers = () if work is None else (str(services[work]["employer"]),)
    return {
        "payer": next(iter((*events.texts("agent_", event), *employers)), SOMEBODY),
        "payee": next(iter(events.texts("patient_", event)), SOMEBODY),
        "service": work,
        "is_for_work": work is not None,
        "means": "not_told" if not means else "cash" if means[0] in {"cash", *plans} else "other",
        "is_under_plan": bool(plans) and "employees" in told,
        "account": "sickness" if "sick" in told or "disab" in told else "death" if "death" in told else "other",
        "ended_by": _ending(events, ends),
    }


def _ending(events: Events, ends: Iterable[str]) -> str:
    """Return what an employment ended by, as far as it is told of its end or of the worker's retirement."""
    for end in ends:
        works = events.texts("patient_", end)
        workers = {worker for work in works for worker in events.texts("agent_", work)}
        retired = [each for each in events.of("retirement_") if workers & set(events.texts("agent_", each))]
        reasons = [
            *events.texts("reason_", end),
            *(each for other in retired for each in events.texts("reason_", other)),
        ]
        if any(reason in events.of("death_") or "death" in reason or "died" in reason for reason in reasons):
            return "death"
        if any(reason in events.of("disability_") or "disab" in reason for reason in reasons):
            return "disability"
        return "other"
    return "not_ended"


def persons(events: Events) -> Iterator[tuple[str, Fields]]:
    """Yield people and bodies of which anything is told beside their name."""
    kinds = {
        name: kind
        for event, kind in _KINDS.items()
        for each in events.of(event)
        for name in events.texts("agent_", each)
    }
    american = {name for each in events.of("american_employer_") for name in events.texts("agent_", each)}
    citizens = {
        name
        for each in events.of("citizenship_")
        if _AMERICA & {country.lower() for country in events.texts("patient_", each)}
        for name in events.texts("agent_", each)
    }
    admitted = {
        name
        for each in events.of("migration_")
        if any("agricultural" in purpose for purpose in events.texts("purpose_", each))
        for name in events.texts("agent_", each)
    }
    for name in {**kinds, **dict.fromkeys((*american, *citizens, *admitted))}:
        yield (
            name,
            {
                "kind": kinds.get(name) or kind_of_name(name),
                "is_american_employer": name in american,
                "is_american_citizen": name in citizens,
                "is_admitted_for_agriculture": name in admitted,
            },
        )


def kind_of_name(name: str) -> str:
    """Return what a body is as far as its name tells."""
    words = name.lower()
    if "united states" in words or words.startswith(("us government", "u.s. government")):
        return "us_government"
    if words.startswith(("state of ", "city of ", "county of ", "commonwealth of ")):
        return "state"
    foreign = ("government", "republic of", "kingdom of", "consulate", "embassy")
    return "foreign_government" if any(word in words for word in foreign) else "natural"
