"""Records of people: families, homes, returns, income. What has two sides is told from each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sara.events import FIRST_DAY, Events, Fields, money

_PARENTS: Final = {"father_": True, "mother_": True, "son_": False, "daughter_": False, "child_": False}
"""Whether the agent of the event is the parent."""
_SIBLINGS: Final = ("brother_", "sister_", "sibling_")


def pairs(events: Events, kind: str) -> Iterator[tuple[str, Fields]]:
    """Yield each two people of an event from both sides, once for each time it began."""
    for event in events.of(kind):
        agents = tuple(dict.fromkeys(events.texts("agent_", event)))
        time = events.time(event)
        for start in events.days("start_", event) or (FIRST_DAY,):
            for person in agents:
                others = [other for other in agents if other != person] or [f"spouse of {person}"]
                for other in others:
                    sides = [(person, other)] if len(agents) > 1 else [(person, other), (other, person)]
                    for one, two in sides:
                        yield f"{event} {start} {one}", {**time, "person": one, "spouse": two, "first": start}


def separations(events: Events) -> Iterator[tuple[str, Fields]]:
    for event in events.of("legal_separation_"):
        day = events.day(event)
        parties = [
            agent for told in events.texts("patient_", event) for agent in events.texts("agent_", told) or (told,)
        ]
        for person in parties:
            for other in parties:
                if other != person and day is not None:
                    first = min(events.days("start_", event), default=day)
                    yield f"{event} {person}", {"person": person, "spouse": other, "day": first}


def kinships(events: Events) -> Iterator[tuple[str, Fields]]:
    for kind, is_parent in _PARENTS.items():
        for event in events.of(kind):
            for agent in events.texts("agent_", event):
                for patient in events.texts("patient_", event):
                    parent, child = (agent, patient) if is_parent else (patient, agent)
                    yield f"{event} {agent} {patient}", {**events.time(event), "parent": parent, "child": child}


def siblings(events: Events) -> Iterator[tuple[str, Fields]]:
    for event in (event for kind in _SIBLINGS for event in events.of(kind)):
        for agent in events.texts("agent_", event):
            for patient in events.texts("patient_", event):
                for one, two in ((agent, patient), (patient, agent)):
                    yield f"{event} {one} {two}", {**events.time(event), "person": one, "sibling": two}


def residences(events: Events) -> Iterator[tuple[str, Fields]]:
    for event in events.of("residence_"):
        for person in events.texts("agent_", event):
            for home in events.texts("patient_", event):
                yield f"{event} {person} {home}", {**events.time(event), "person": person, "home": home}


def births(events: Events) -> Iterator[tuple[str, Fields]]:
    """Yield births: those told, and of others the day on which they became somebody's son or daughter."""
    told = set()
    for event in events.of("birth_"):
        for person in events.texts("agent_", event):
            told.add(person)
            yield event, {"person": person, "day": events.day(event)}
    for event in (event for kind, is_parent in _PARENTS.items() if not is_parent for event in events.of(kind)):
        for person in events.texts("agent_", event):
            for day in events.days("start_", event)[:1]:
                if person not in told:
                    told.add(person)
                    yield f"birth of {person}", {"person": person, "day": day}


def on_days(events: Events, kind: str) -> Iterator[tuple[str, Fields]]:
    for event in events.of(kind):
        for person in events.texts("agent_", event):
            yield f"{event} {person}", {"person": person, "day": min(events.days("start_", event), default=None)}


def during(events: Events, kind: str) -> Iterator[tuple[str, Fields]]:
    for event in events.of(kind):
        for person in events.texts("agent_", event):
            yield f"{event} {person}", {**events.time(event), "person": person}


def sums(events: Events, kind: str) -> Iterator[tuple[str, Fields]]:
    for event in events.of(kind):
        for person in events.texts("agent_", event):
            sums = events.told("amount_", event) or (None,)
            for number, amount in enumerate(sums):
                day = events.day(event)
                yield f"{event} {person} {number}", {"person": person, "sum": money(amount), "day": day}


def beside(events: Events, kind: str, field: str, roles: Iterable[str]) -> Iterator[tuple[str, Fields]]:
    for event in events.of(kind):
        places = [place for role in roles for place in events.texts(role, event)]
        for person in events.texts("agent_", event):
            for place in places[:1]:
                yield f"{event} {person}", {**events.time(event), "person": person, field: place}
