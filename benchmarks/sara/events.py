"""The events of a case: who stands in which role of an event, and when it was.

The data set tells events by predicates with a trailing ``_``: ``marriage_(e)``, ``agent_(e, x)``, ``start_(e, "…")``.
A time without a beginning or an end has always been and lasts for ever. Events behind the year asked about are left
out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from sara.clauses import Term, Variable
from sara.solving import Program

FIRST_DAY: Final = dt.date(1, 1, 1)
LAST_DAY: Final = dt.date(9999, 12, 31)
SOMEBODY: Final = "somebody"
"""The person a case speaks of without a name."""

_EVERY: Final = Variable("every event")

Fields = dict[str, object]
Lists = dict[str, dict[str, Fields]]


class Events:
    """What a case tells, event by event.

    Args:
        program: The facts of the case.
    """

    def __init__(self, program: Program) -> None:
        self._program = program
        self._last = dt.date(program.last_year, 12, 31)
        self._predicates = frozenset(program.predicates)
        self._kinds: dict[str, tuple[str, ...]] = {}
        self._roles: dict[str, Mapping[Term, tuple[Term, ...]]] = {}
        self._told: dict[tuple[str, str], tuple[Term, ...]] = {}

    def of(self, kind: str) -> tuple[str, ...]:
        """Return the names of the events of one kind."""
        if kind not in self._kinds:
            known = self._program.ask(kind, Variable("E")) if (kind, 1) in self._predicates else ()
            self._kinds[kind] = tuple(
                event for (event,) in known if isinstance(event, str) and self._is_told_yet(event)
            )
        return self._kinds[kind]

    def _is_told_yet(self, event: str) -> bool:
        """Whether an event began in the year asked about or before."""
        return min(self.days("start_", event), default=FIRST_DAY) <= self._last

    def told(self, role: str, event: str) -> tuple[Term, ...]:
        """Return what stands in a role of an event: ``agent_``, ``start_``, ``amount_``."""
        if (role, 2) not in self._predicates:
            return ()
        if (role, event) not in self._told:
            self._told[role, event] = tuple(dict.fromkeys(self._found(role, event)))
        return self._told[role, event]

    def _found(self, role: str, event: str) -> Iterator[Term]:
        """Yield what stands in a role, of what is told of every event too."""
        if self._program.is_directed(role, 2):
            known = [value for _, value in self._program.ask(role, event, Variable("V"))]
            yield from (value for value in known if not isinstance(value, Variable))
            if role == "purpose_" and not known:
                yield from (work for work in self.of("service_") if next(self._program.ask(role, event, work), None))
            return
        if role not in self._roles:
            self._roles[role] = self._whole(role)
        yield from self._roles[role].get(event, ())
        yield from self._roles[role].get(_EVERY, ())

    def _whole(self, role: str) -> Mapping[Term, tuple[Term, ...]]:
        found: dict[Term, list[Term]] = {}
        for event, value in self._program.ask(role, Variable("E"), Variable("V")):
            if not isinstance(value, Variable):
                found.setdefault(_EVERY if isinstance(event, Variable) else event, []).append(value)
        return {event: tuple(values) for event, values in found.items()}

    def texts(self, role: str, event: str) -> tuple[str, ...]:
        """Return the texts that stand in a role."""
        return tuple(str(value) for value in self.told(role, event))

    def days(self, role: str, event: str) -> tuple[dt.date, ...]:
        """Return the days that stand in a role."""
        return tuple(dt.date.fromisoformat(day) for day in self.texts(role, event))

    def time(self, event: str) -> Fields:
        """Return the first and the last day of an event."""
        first, last = self.days("start_", event), self.days("end_", event)
        return {"first": min(first, default=FIRST_DAY), "last": max(last, default=LAST_DAY)}

    def day(self, event: str) -> dt.date | None:
        """Return the day of an event that has one: its last, else its first."""
        return next(iter((*self.days("end_", event), *self.days("start_", event))), None)


def money(amount: Term | None) -> str | None:
    """Return a sum as the pack writes it."""
    return None if amount is None else f"{amount} USD"
