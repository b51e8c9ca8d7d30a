"""The words of a sanction: each measure is found with the kind of penalty it belongs to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zhargy.norms.anchors import Claim, Counted, claims_of, find_signs, find_written, regular
from zhargy.norms.problems import Place
from zhargy.norms.sanctions import PenaltyKind, read_sanction
from zhargy.text import Language

HERE = Place(file="sanctions.md", line=1, column=1)
LONG_KK = (
    "қызметпен айналысу құқығынан екі жылға дейінгі мерзімге айыра отырып немесе онсыз, "
    "бес жылдан жеті жылға дейінгі мерзімге бас бостандығынан айыруға"
)
LONG_RU = (
    "ограничением свободы на срок от шести месяцев до двух лет либо лишением свободы на тот же срок, "
    "с пожизненным лишением права занимать должности"
)
#: What a measure says: the kind of penalty, what is counted, both ends.
Said = tuple[str | None, str, int | None, int | None]


def said(words: str, language: Language) -> list[Said]:
    return [plain(found.claim) for found in find_written(regular(words, language), language)]


def plain(claim: Claim) -> Said:
    lower, upper = (None if end is None else int(end) for end in (claim.lower, claim.upper))
    return claim.kind.value if claim.kind else None, claim.counted.value, lower, upper


# Sentences made up for this test in the manner of sanctions.
@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        (
            Language.KK,
            "отыз айлық есептiк көрсеткiшке дейiнгi мөлшерде айыппұл салуға не сол мөлшерде түзеу жұмыстарына",
            [("fine", "mci", None, 30), ("corrective_work", "same", None, None)],
        ),
        (
            Language.KK,
            LONG_KK,
            [("deprivation_of_office", "months", None, 24), ("imprisonment", "months", 60, 84)],
        ),
        (
            Language.KK,
            "айналысу құқығынан өмір бойына айыра отырып, ұрланған заттың үш еселенген мөлшерінде айыппұл салуға",
            [("deprivation_of_office", "life", None, None), ("fine", "times", 3, 3)],
        ),
        (
            Language.RU,
            "наказывается штрафом от ста до двухсот месячных расчетных показателей либо арестом до десяти суток",
            [("fine", "mci", 100, 200), ("arrest", "days", None, 10)],
        ),
        (
            Language.RU,
            LONG_RU,
            [
                ("restriction", "months", 6, 24),
                ("imprisonment", "same", None, None),
                ("deprivation_of_office", "life", None, None),
            ],
        ),
        (
            Language.EN,
            "a fine of up to 200 MCI or imprisonment for a term of two to five years",
            [("fine", "mci", None, 200), ("imprisonment", "months", 24, 60)],
        ),
        (Language.RU, "причинившее ущерб более ста тысяч тенге", [(None, "money", 100000, None)]),
    ],
)
def test_a_measure_is_read_with_its_kind(language: Language, words: str, expected: list[Said]) -> None:
    assert said(words, language) == expected


def test_or_without_makes_a_penalty_optional_within_its_clause_only() -> None:
    words = regular("с конфискацией имущества или без таковой, с лишением права занимать должности", Language.RU)

    assert [(sign.kind.value, sign.is_optional) for sign in find_signs(words, Language.RU)] == [
        ("confiscation", True),
        ("deprivation_of_office", False),
    ]


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("Бiр мың", "бір мың", Language.KK),  # a Latin i, as in many printed codes
        ("мың\u00a0 теңге\n", "мың теңге", Language.KK),
        ("2010—2012", "2010-2012", Language.RU),
        ("\u00abуказ\u00bb", '"указ"', Language.RU),
        ("на\u00adказание", "наказание", Language.RU),
        ("трёх", "трех", Language.RU),
        ("й", "й", Language.RU),  # composed and with a combining breve
    ],
)
def test_what_a_printer_changes_is_made_the_same(left: str, right: str, language: Language) -> None:
    assert regular(left, language) == regular(right, language)


def test_an_encoding_claims_each_measure_as_often_as_it_writes_it() -> None:
    fine = {"kind": "fine", "unit": "mci", "from": 100, "to": 200}
    sanction = read_sanction(
        {
            "alternatives": [fine, {"kind": "corrective_work", "same_as": "fine"}, {"kind": "life"}],
            "accessories": [{"kind": "confiscation", "mandatory": True}],
            "branches": [
                {
                    "when": "a",
                    "alternatives": [fine, {"kind": "imprisonment", "unit": "years", "from": 2, "to": "life"}],
                }
            ],
        },
        place=HERE,
    )

    counted = Claim(counted=Counted.MCI, kind=PenaltyKind.FINE, lower=Decimal(100), upper=Decimal(200))
    assert list(claims_of(sanction)) == [
        counted,
        Claim(counted=Counted.SAME, kind=PenaltyKind.CORRECTIVE_WORK),
        Claim(counted=Counted.LIFE, kind=PenaltyKind.IMPRISONMENT),
        counted,
        Claim(counted=Counted.LIFE, kind=PenaltyKind.IMPRISONMENT),
    ]
