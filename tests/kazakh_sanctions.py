"""Sanctions of the proposed chapter and general rules of the Criminal Code of Kazakhstan: numbers and kinds only.

Sources, read by hand: `source-article/article.kk.txt` (the chapter at its end), `kz-legislation/criminal-code-226-V`.
"""

from __future__ import annotations

from typing import Final

from zhargy.norms.problems import Place
from zhargy.norms.sanctions import read_general_part

Plain = dict[str, object]

HERE: Final = Place(file="sanctions.md", line=7, column=3, norm="art_1")


def term(kind: str, lower: int | None, upper: int | str, unit: str = "years", **more: object) -> Plain:
    return {"kind": kind, "unit": unit, **({} if lower is None else {"from": lower}), "to": upper, **more}


def up_to(kind: str, upper: int | str, unit: str = "years", **more: object) -> Plain:
    return term(kind, None, upper, unit, **more)


def same(kind: str, as_kind: str) -> Plain:
    return {"kind": kind, "same_as": as_kind}


def office(upper: int, lower: int | None = None) -> Plain:
    """Deprivation of office, with or without."""
    return term("deprivation_of_office", lower, upper, mandatory=False)


def ladder(mci: int, hours: int | None = None, years: int | None = None) -> list[object]:
    """A fine, the same in corrective work, hours of service, restriction, the same in prison: the usual choices."""
    service = [up_to("community_service", hours, "hours")] if hours else []
    prison = [up_to("restriction", years), same("imprisonment", "restriction")] if years else []
    return [up_to("fine", mci, "mci"), same("corrective_work", "fine"), *service, *prison]


RESTRICTED_3_TO_7: Final[list[object]] = [term("restriction", 3, 7), same("imprisonment", "restriction")]
CONFISCATION: Final[Plain] = {"kind": "confiscation", "mandatory": True}
OFFICE_FOR_LIFE: Final[Plain] = term("deprivation_of_office", None, "life", mandatory=True) | {"from": "life"}

PROPOSED: Final[dict[str, Plain]] = {
    "1.1": {"alternatives": ladder(100, 120)},
    "1.2": {
        "alternatives": ladder(200, 180),
        "added": [up_to("imprisonment", 2, may=True, according_to="harm_to_person")],
    },
    "2.1": {"alternatives": ladder(2000, 600, 3), "accessories": [office(3)]},
    "2.2": {"alternatives": [term("imprisonment", 3, 7)], "accessories": [office(3)]},
    "2.3": {
        "alternatives": [{"all_of": [term("imprisonment", 5, 10), {"kind": "compensation"}]}],
        "accessories": [office(5)],
    },
    "3.1": {"alternatives": ladder(5000, 1500, 7), "accessories": [office(5)]},
    "3.2": {
        "alternatives": [term("restriction", 5, 7), same("imprisonment", "restriction")],
        "accessories": [office(5)],
    },
    "3.3": {"alternatives": [term("imprisonment", 7, 10)], "accessories": [office(7)]},
    "4": {
        "alternatives": [
            {
                "all_of": [
                    term("referred", 3, 3, "times_sanction", of="art_3"),
                    term("imprisonment", 10, 30, according_to="harm_to_state"),
                ]
            }
        ],
        "branches": [{"when": "aimed_at_terror or aimed_at_power", "added": [up_to("imprisonment", "life")]}],
    },
    "5.1": {"alternatives": ladder(1000, 600, 2), "accessories": [CONFISCATION]},
    "5.2": {"alternatives": ladder(4000, 1000, 4), "accessories": [CONFISCATION, office(3)]},
    "5.3": {
        "alternatives": RESTRICTED_3_TO_7,
        "accessories": [CONFISCATION, office(6)],
        "branches": [
            {
                "when": "item_2",
                "alternatives": [
                    term("fine", 10, 20, "times_value", of="stolen_property"),
                    term("imprisonment", 3, 7),
                ],
                "accessories": [CONFISCATION, OFFICE_FOR_LIFE],
            }
        ],
    },
    "5.4": {
        "alternatives": [term("imprisonment", 5, 10)],
        "accessories": [CONFISCATION, office(10)],
        "branches": [{"when": "item_2_of_part_3", "accessories": [OFFICE_FOR_LIFE]}],
    },
}
"""The proposed chapter, by article and part."""

IN_FORCE: Final[dict[str, Plain]] = {
    "131.1": {"alternatives": ladder(100, 120)},
    "131.2": {"alternatives": ladder(200, 180)},
    "147.1": {"alternatives": ladder(3000, 600, 2), "accessories": [office(3)]},
    "147.2": {"alternatives": ladder(5000, 800, 3)},
    "147.3": {"alternatives": [up_to("imprisonment", 5)], "accessories": [office(5, 2)]},
    "147.4": {"alternatives": [term("imprisonment", 3, 6)]},
    "147.5": {"alternatives": [term("imprisonment", 3, 7)]},
    "179.1": {
        "alternatives": [
            term("fine", 1000, 5000, "mci"),
            up_to("restriction", 7),
            same("imprisonment", "restriction"),
        ]
    },
    "179.2": {"alternatives": [term("imprisonment", 5, 10)]},
    "179.3": {
        "alternatives": [term("imprisonment", 12, 17)],
        "accessories": [{"kind": "deprivation_of_citizenship", "mandatory": False}],
    },
    "190.1": PROPOSED["5.1"],
    "190.2": PROPOSED["5.2"],
    "190.3": PROPOSED["5.3"],
    "190.4": PROPOSED["5.4"],
    "194.1": {
        "alternatives": ladder(4000, 1000, 4),
        "accessories": [{"kind": "confiscation", "mandatory": False}],
    },
    "194.2": {"alternatives": RESTRICTED_3_TO_7, "accessories": [CONFISCATION]},
    "194.3": {"alternatives": [term("imprisonment", 5, 10)], "accessories": [CONFISCATION]},
    "194.4": {"alternatives": [term("imprisonment", 7, 15)], "accessories": [CONFISCATION]},
    "209.1": {"alternatives": ladder(2000, 600, 2), "accessories": [office(2)]},
    "209.2": {"alternatives": [term("imprisonment", 3, 7)], "accessories": [office(3)]},
    "209.3": {"alternatives": [term("imprisonment", 5, 10)], "accessories": [office(5)]},
    "210.1": {"alternatives": ladder(3000, 800, 3), "accessories": [office(3)]},
    "210.2": {"alternatives": RESTRICTED_3_TO_7, "accessories": [office(3)]},
    "210.3": {"alternatives": [term("imprisonment", 5, 10)], "accessories": [office(5)]},
    "274.1": {"alternatives": ladder(1000, 400, 1)},
    "274.2": {"alternatives": ladder(3000, 800, 3)},
    "274.3": {"alternatives": ladder(5000, 1200, 5)},
    "274.4": {"alternatives": RESTRICTED_3_TO_7},
    "375.1": {"alternatives": ladder(2000, None, 2)},
    "375.2": {"alternatives": ladder(3000, None, 3)},
    "375.3": {"alternatives": ladder(5000, None, 5)},
    "376.1": {"alternatives": [*ladder(200, 200), up_to("arrest", 50, "days")]},
    "376.2": {"alternatives": ladder(2000, None, 2)},
    "376.3": {"alternatives": ladder(3000, None, 3)},
}
"""The Special Part as far as `kk/special-part-selected.kk.md` has it, by article and part."""

_CRIMES: Final = ["small", "medium", "grave", "especially_grave"]

GENERAL_PLAIN: Final[Plain] = {
    "limits": [
        {"kind": "fine", "for": ["misdemeanour"], "unit": "mci", "from": 20, "to": 200, "rule": "art_41__para_2"},
        {"kind": "fine", "for": _CRIMES, "unit": "mci", "from": 200, "to": 10000, "rule": "art_41__para_2"},
        {"kind": "corrective_work", "for": ["misdemeanour"], "unit": "mci", "from": 20, "to": 200, "rule": "art_42"},
        {"kind": "corrective_work", "for": _CRIMES, "unit": "mci", "from": 200, "to": 10000, "rule": "art_42"},
        {
            "kind": "community_service",
            "for": ["misdemeanour"],
            "unit": "hours",
            "from": 20,
            "to": 200,
            "rule": "art_43",
        },
        {
            "kind": "community_service",
            "for": ["small", "medium"],
            "unit": "hours",
            "from": 200,
            "to": 1200,
            "rule": "art_43",
        },
        {"kind": "restriction", "for": _CRIMES, "unit": "months", "from": 6, "to": 84, "rule": "art_44"},
        {"kind": "arrest", "for": ["misdemeanour"], "unit": "days", "from": 10, "to": 50, "rule": "art_45"},
        {"kind": "imprisonment", "for": _CRIMES[:3], "unit": "months", "from": 6, "to": 180, "rule": "art_46"},
        {"kind": "imprisonment", "for": _CRIMES[3:], "unit": "months", "from": 6, "to": 240, "rule": "art_46"},
        {
            "kind": "deprivation_of_office",
            "for": ["misdemeanour", *_CRIMES],
            "unit": "years",
            "from": 1,
            "to": 10,
            "rule": "art_50",
        },
    ],
    "categories": [
        {"category": "small", "guilt": "intent", "unit": "years", "to": 2, "rule": "art_11__para_2"},
        {"category": "medium", "guilt": "intent", "unit": "years", "to": 5, "rule": "art_11__para_3"},
        {"category": "grave", "guilt": "intent", "unit": "years", "to": 12, "rule": "art_11__para_4"},
        {"category": "especially_grave", "guilt": "intent", "rule": "art_11__para_5"},
        {"category": "small", "guilt": "negligence", "unit": "years", "to": 5, "rule": "art_11__para_2"},
        {"category": "medium", "guilt": "negligence", "rule": "art_11__para_3"},
    ],
    "misdemeanour_only": ["arrest", "deportation"],
    "crime_only": ["restriction", "imprisonment", "life"],
    "kinds_rule": "art_40",
    "ladder": [
        "fine",
        "corrective_work",
        "community_service",
        "arrest",
        "restriction",
        "imprisonment",
        "life",
    ],
    "ladder_rule": "art_40",
}
"""Articles 11, 40 to 46 and 50 as `ru/general-part-selected.ru.md` has them."""

GENERAL: Final = read_general_part(GENERAL_PLAIN, place=Place(file="general.md"))
