"""From the events of a case to the lists of the pack. What follows from them is for the norms to say."""

from __future__ import annotations

from sara import family, work
from sara.events import Events, Lists


def read_lists(events: Events) -> Lists:
    """Return the lists of the pack, as far as events tell them; calendars are added by `sara.calendar`."""
    lists: Lists = {
        "marriages": dict(family.pairs(events, "marriage_")),
        "joint_returns": dict(family.pairs(events, "joint_return_")),
        "separations": dict(family.separations(events)),
        "kinships": dict(family.kinships(events)),
        "siblings": dict(family.siblings(events)),
        "residences": dict(family.residences(events)),
        "births": dict(family.births(events)),
        "deaths": dict(family.on_days(events, "death_")),
        "alien_periods": dict(family.during(events, "nonresident_alien_")),
        "blindness": dict(family.during(events, "blindness_")),
        "trusts": {**dict(family.during(events, "business_trust_")), **dict(family.during(events, "trust_"))},
        "incomes": dict(family.sums(events, "income_")),
        "deductions": dict(family.sums(events, "deduction_")),
        "services": dict(work.services(events)),
        "enrolments": dict(family.beside(events, "enrollment_", "school", ("patient_", "location_"))),
        "attendances": dict(family.beside(events, "attending_classes_", "school", ("location_", "patient_"))),
        "patients": dict(family.beside(events, "medical_patient_", "hospital", ("patient_", "location_"))),
        "committals": dict(family.beside(events, "incarceration_", "institution", ("patient_", "location_"))),
    }
    lists["upkeep"], lists["payments"] = work.payments(events, lists)
    lists["persons"] = dict(work.persons(events))
    lists["homes"] = {}
    return lists
