"""A code of a few articles, made up, on which every figure can be worked out by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from norms.packs_at_hand import fact, head, norm, pack_of, reading, truths
from zhargy.norms.evaluation import Plan
from zhargy.norms.packs import Pack
from zhargy.norms.qualification import Answer, LaidPenalty, Offence, Qualification, Threat, qualify
from zhargy.norms.sanctions import End, PenaltyKind, Stated
from zhargy.norms.vocabulary import Value
from zhargy.text.amounts import Currency, Money

DAY: Final = dt.date(2026, 3, 1)
MCI: Final = """valid_from,valid_to,mci_kzt,basis,confidence
2025-01-01,2025-12-31,4000,made up,recollection
2026-01-01,2026-12-31,4300,made up,seen (made up)
"""
GENERAL: Final = """```yaml general_part
limits:
  - {kind: fine, for: [small, medium, grave, especially_grave], unit: mci, from: 200, to: 10000, rule: art_20}
  - {kind: imprisonment, for: [small, medium, grave], unit: months, from: 6, to: 180, rule: art_21}
  - {kind: imprisonment, for: [especially_grave], unit: months, from: 6, to: 240, rule: art_21}
  - {kind: restriction, for: [small, medium, grave, especially_grave], unit: months, from: 6, to: 84, rule: art_22}
categories:
  - {category: small, guilt: intent, unit: years, to: 2, rule: art_11}
  - {category: medium, guilt: intent, unit: years, to: 5, rule: art_11}
  - {category: grave, guilt: intent, unit: years, to: 12, rule: art_11}
  - {category: especially_grave, guilt: intent, rule: art_11}
  - {category: small, guilt: negligence, unit: years, to: 5, rule: art_11}
  - {category: medium, guilt: negligence, rule: art_11}
crime_only: [restriction, imprisonment, life]
kinds_rule: art_19
ladder: [fine, restriction, imprisonment, life]
ladder_rule: art_19
special_rule: art_13
```
"""
CATEGORIES: Final = "choices: [misdemeanour, small, medium, grave, especially_grave]"
FACTS: Final = (
    *truths(["taken", "large", "official", "machine", "woman", "sorry", "spiteful", "copied", "slight"]),
    fact("act.guilt", "enum", "choices: [intent, negligence]"),
    fact("act.day", "date"),
    fact("stolen", "money"),
    fact("law.mci", "money", "supplied: mci", "at: act.day"),
    fact("offence.category", "enum", CATEGORIES, "supplied: offence.category"),
    fact("offence.aggravated_form", "bool", "supplied: offence.aggravated_form"),
    fact("offence.tags", "set", "choices: [trade, life]", "supplied: offence.tags"),
)
THEFT: Final = norm(
    "art_1__para_1",
    "taken",
    "exceptions: [art_8]",
    "sanction:",
    "  alternatives:",
    "    - {kind: fine, unit: mci, to: 1000}",
    "    - {kind: imprisonment, unit: years, to: 2}",
)
LARGE: Final = norm("art_1__para_2__point_1", "stolen > 1000 * law.mci", kind="classification")
OFFICIAL: Final = norm("art_1__para_2__point_2", "official", kind="classification")
GRAVE_THEFT: Final = norm(
    "art_1__para_2",
    "any of (met(art_1__para_2__point_1), met(art_1__para_2__point_2))",
    "basic: art_1__para_1",
    "sanction:",
    "  alternatives:",
    "    - {kind: restriction, unit: years, from: 3, to: 7}",
    "    - {kind: imprisonment, unit: years, from: 3, to: 7}",
    "  branches:",
    "    - when: met(art_1__para_2__point_2)",
    "      alternatives:",
    "        - {kind: fine, unit: times_value, of: stolen, from: 10, to: 20}",
    "        - {kind: imprisonment, unit: years, from: 3, to: 7}",
)
MACHINE: Final = norm(
    "art_2",
    "taken and machine",
    "prevails_over: [art_1__para_1, art_1__para_2]",
    "tags: [trade]",
    "sanction:",
    "  alternatives:",
    "    - {kind: imprisonment, unit: years, from: 5, to: 30}",
    "    - {kind: life}",
)
COPY: Final = norm(
    "art_3",
    "copied",
    "sanction:",
    "  alternatives:",
    "    - all_of:",
    "        - {kind: referred, unit: times_sanction, of: art_1, from: 3, to: 3}",
    "        - {kind: imprisonment, unit: years, from: 10, to: life}",
    "  branches:",
    '    - when: reading.part = "first"',
    "      alternatives:",
    "        - all_of:",
    "            - {kind: referred, unit: times_sanction, of: art_1__para_1, from: 3, to: 3}",
    "            - {kind: imprisonment, unit: years, from: 10, to: life}",
)
RULES: Final = (
    norm("art_8", "slight", kind="exception"),
    norm("art_9", "woman", "bars: [life]", kind="bar"),
    norm("art_10", "sorry", kind="mitigation"),
    norm("art_12", "spiteful", kind="aggravation"),
    norm(
        "art_10-1",
        'met(art_10) and not met(art_12) and offence.category in {"small", "medium"} and not offence.aggravated_form',
        "caps: 1/2",
        kind="limit",
    ),
    norm(
        "art_10-2",
        'met(art_10) and not met(art_12) and offence.category = "especially_grave" and not offence.aggravated_form',
        "caps: 2/3",
        kind="limit",
    ),
)


def code(*more: str) -> Pack:
    """The code, with more blocks."""
    return pack_of(
        *FACTS,
        THEFT,
        LARGE,
        OFFICIAL,
        GRAVE_THEFT,
        MACHINE,
        COPY,
        *RULES,
        reading("reading.part", "[art_3]", ["first", "any"]),
        GENERAL,
        *more,
        top=head("day: act.day"),
        mci=MCI,
    )


def known(**facts: Value) -> dict[str, Value]:
    """Facts of a deed of which everything is denied that is not said; dots are written as two underscores."""
    denied = ("taken", "large", "official", "machine", "woman", "sorry", "spiteful", "copied", "slight")
    base: dict[str, Value] = {**dict.fromkeys(denied, False), "act.day": DAY, "act.guilt": "intent"}
    return {**base, "stolen": tenge(0), **{name.replace("__", "."): value for name, value in facts.items()}}


def tenge(amount: int) -> Money:
    return Money(minor=amount * 100, currency=Currency.KZT)


def judged(facts: Mapping[str, Value], *more: str, as_of: dt.date = DAY) -> Qualification:
    """What comes of facts under the code."""
    return qualify(Plan(code(*more)), facts, as_of=as_of)


def one_answer(found: Qualification) -> Answer:
    (answer,) = found.answers
    return answer


def one_offence(found: Qualification) -> Offence:
    (offence,) = one_answer(found).offences
    return offence


def one_threat(found: Qualification) -> Threat:
    (threat,) = one_offence(found).threats
    return threat


def penalty(threat: Threat, kind: PenaltyKind) -> LaidPenalty:
    """The first penalty of that kind."""
    return next(laid for choice in threat.choices for laid in choice.penalties if laid.penalty.kind is kind)


def number(end: End) -> Decimal:
    """The number of an end that the text states."""
    assert isinstance(end, Stated)
    return end.quantity.value
