"""Conditions and sanctions in words: natural in Kazakh, Russian and English, the same in sense."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from norms.packs_at_hand import fact, norm, pack_of, truths
from zhargy.app.norms import pack, pack_names
from zhargy.messages.law import LawWords
from zhargy.norms.expression import parse
from zhargy.norms.packs import Pack
from zhargy.norms.packs.relations import conditions_of
from zhargy.norms.sanctions import Measure, Open, Penalty, PenaltyKind, Unit
from zhargy.norms.wording import Clause, condition_words, penalty_words, sanction_words
from zhargy.text import Language

# The names that Articles 40(3) and 50 of the Criminal Code give the penalty.
OFFICE_EN = "deprivation of the right to hold certain offices or engage in certain activities"
OFFICE_RU = "лишение права занимать определенную должность или заниматься определенной деятельностью"
OFFICE_KK = "белгілі бір лауазымды атқару немесе белгілі бір қызметпен айналысу құқығынан айыру"

KK, RU, EN = Language.KK, Language.RU, Language.EN


def words(language: Language, found: Pack | None = None) -> LawWords:
    chosen = found or pack("sample")
    return LawWords(language=language, packs=(chosen,), vocabulary=chosen.vocabulary)


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (
            "damage > 1000000 KZT",
            {
                KK: "Залал: 1\u00a0000\u00a0000 теңгеден артық",
                RU: "Ущерб: более 1\u00a0000\u00a0000 тенге",
                EN: "Damage: more than 1,000,000 tenge",
            },
        ),
        (
            "years between offender.birth and act.day >= 16",
            {
                KK: "«Туған күні» – «Іс-әрекет күні» аралығы: кемінде 16 жыл",
                RU: "Срок от «Дата рождения» до «День деяния»: не менее 16 лет",
                EN: "Time from “Date of birth” to “Day of the act”: at least 16 years",
            },
        ),
        (
            "years between offender.birth and act.day < 18",
            {
                KK: "«Туған күні» – «Іс-әрекет күні» аралығы: 18 жылдан кем",
                RU: "Срок от «Дата рождения» до «День деяния»: менее 18 лет",
                EN: "Time from “Date of birth” to “Day of the act”: less than 18 years",
            },
        ),
        (
            "wood.value > 10 * law.mci",
            {
                KK: "Сүректің құны: 10 АЕК-тен артық",
                RU: "Стоимость древесины: более 10 МРП",
                EN: "Value of the wood: more than 10 MCI",
            },
        ),
        (
            "not permit.held",
            {KK: "Рұқсат болды: жоқ", RU: "Было разрешение: нет", EN: "There was a permit: no"},
        ),
        (
            "not met(art_2)",
            {
                KK: "2-бап Жауаптылық жасы: шарттары орындалмаған",
                RU: "ст. 2 Возраст ответственности: условия не выполнены",
                EN: "Art. 2 Age of responsibility: its conditions are not met",
            },
        ),
        (
            'reading.doubled_part != "part_2"',
            {
                KK: "Екі еселенетін айыппұл: «екінші бөлігінің» емес",
                RU: "Удваиваемый штраф: не «части второй»",
                EN: "The fine that is doubled: not “part two”",
            },
        ),
        (
            "offender.birth < 2010-01-31",
            {
                KK: "Туған күні: 2010-01-31 күніне дейін",
                RU: "Дата рождения: раньше, чем 2010-01-31",
                EN: "Date of birth: before 2010-01-31",
            },
        ),
        ("known(damage)", {KK: "Залал: белгілі", RU: "Ущерб: известно", EN: "Damage: known"}),
        ("true", {KK: "Әрқашан", RU: "Всегда", EN: "Always"}),
    ],
)
def test_a_condition_on_one_line(condition: str, said: dict[Language, str]) -> None:
    assert {language: str(condition_words(parse(condition), words(language))) for language in Language} == said


def test_parts_stand_below_what_joins_them() -> None:
    told = condition_words(parse("tree.felled and (act.group or not permit.held)"), words(EN))

    assert told == Clause(
        "All of these:",
        (
            Clause("A tree was felled: yes"),
            Clause("At least one of these:", (Clause("A group of persons: yes"), Clause("There was a permit: no"))),
        ),
    )


def test_choices_of_one_set_are_gathered_on_a_line() -> None:
    found = pack("kz-criminal-general")
    either = parse('act.means includes "internet" or act.means includes "telecom"')
    both = parse('all of (act.means includes "internet", act.means includes "telecom")')

    told = [str(condition_words(each, words(language, found))) for each in (either, both) for language in (KK, RU)]

    assert told == [
        "Қандай құрал арқылы: мыналардың кемінде біреуі – «Интернет», «Телекоммуникация желісі»",
        "Каким средством: хотя бы одно из – «Интернет», «Сеть телекоммуникаций»",
        "Қандай құрал арқылы: мыналардың бәрі – «Интернет», «Телекоммуникация желісі»",
        "Каким средством: все из – «Интернет», «Сеть телекоммуникаций»",
    ]


def test_a_negation_of_several_has_a_line_of_its_own() -> None:
    told = condition_words(parse("not (act.group and permit.held)"), words(RU))

    assert str(told) == "Неверно, что: (Все из перечисленного: Группа лиц: да; Было разрешение: да)"


def test_a_norm_of_another_act_is_named_with_that_act() -> None:
    found = pack("kz-ai-offences")

    told = str(condition_words(parse("met(general.art_15__para_1)"), words(EN, found)))

    assert told == (
        "Art. 15(1) Responsibility from sixteen [Criminal Code of the Republic of Kazakhstan, General Part]: "
        "its conditions are met"
    )


SENTENCES = [
    (
        Penalty(kind=PenaltyKind.FINE, measure=Measure(unit=Unit.MCI, upper=Decimal(30))),
        ["30 АЕК-ке дейінгі мөлшерде айыппұл", "штраф в размере до 30 МРП", "fine of up to 30 MCI"],
    ),
    (
        Penalty(kind=PenaltyKind.FINE, measure=Measure(unit=Unit.MCI, lower=Decimal(100), upper=Decimal(200))),
        [
            "100 АЕК-тен 200 АЕК-ке дейінгі мөлшерде айыппұл",
            "штраф в размере от 100 МРП до 200 МРП",
            "fine of 100 MCI to 200 MCI",
        ],
    ),
    (
        Penalty(kind=PenaltyKind.FINE, measure=Measure(unit=Unit.MCI, lower=Decimal(50), upper=Decimal(50))),
        ["50 АЕК мөлшерінде айыппұл", "штраф в размере 50 МРП", "fine of 50 MCI"],
    ),
    (
        Penalty(kind=PenaltyKind.IMPRISONMENT, measure=Measure(unit=Unit.YEARS, lower=Decimal(3), upper=Decimal(7))),
        [
            "3 жылдан 7 жылға дейінгі мерзімге бас бостандығынан айыру",
            "лишение свободы на срок от 3 лет до 7 лет",
            "imprisonment for 3 years to 7 years",
        ],
    ),
    (
        Penalty(kind=PenaltyKind.IMPRISONMENT, measure=Measure(unit=Unit.YEARS, lower=Decimal(5))),
        [
            "кемінде 5 жыл мерзімге бас бостандығынан айыру",
            "лишение свободы на срок не менее 5 лет",
            "imprisonment for at least 5 years",
        ],
    ),
    (
        Penalty(kind=PenaltyKind.COMMUNITY_SERVICE, measure=Measure(unit=Unit.HOURS, upper=Decimal(80))),
        [
            "80 сағатқа дейінгі мерзімге қоғамдық жұмыстар",
            "общественные работы на срок до 80 часов",
            "community service for up to 80 hours",
        ],
    ),
    (
        Penalty(kind=PenaltyKind.ARREST, measure=Measure(unit=Unit.DAYS, lower=Decimal(2), upper=Decimal(2))),
        ["2 күн мерзімге қамаққа алу", "арест на срок 2 дня", "arrest for 2 days"],
    ),
    (
        Penalty(
            kind=PenaltyKind.FINE,
            measure=Measure(unit=Unit.TIMES_VALUE, lower=Decimal(10), upper=Decimal(20), of="wood.value"),
        ),
        [
            "«Сүректің құны» сомасының 10–20 есе мөлшерінде айыппұл",
            "штраф в 10–20-кратном размере суммы «Стоимость древесины»",
            "fine of 10–20 times “Value of the wood”",
        ],
    ),
    (
        Penalty(kind=PenaltyKind.CONFISCATION, is_optional=True, according_to="harm_to_state"),
        [
            "мүлкін тәркілеу (сот қалауы бойынша, мемлекетке келтірілген зардапқа қарай)",
            "конфискация имущества (по усмотрению суда, в зависимости от вреда государству)",
            "confiscation of property (at the discretion of the court, according to the harm to the state)",
        ],
    ),
]


@pytest.mark.parametrize(("penalty", "said"), SENTENCES)
def test_a_penalty_reads_as_laws_word_it(penalty: Penalty, said: list[str]) -> None:
    assert [penalty_words(penalty, words(language)) for language in (KK, RU, EN)] == said


@pytest.mark.parametrize(
    ("lower", "upper", "told"),
    [
        (
            Open.LIFE,
            Open.LIFE,
            f"{OFFICE_EN} for life",
        ),
        (
            Open.UNSPECIFIED,
            Open.LIFE,
            f"{OFFICE_EN} for a term up to life",
        ),
        (
            Decimal(5),
            Open.LIFE,
            f"{OFFICE_EN} for 5 years up to life",
        ),
        (
            Open.UNSPECIFIED,
            Open.UNLIMITED,
            f"{OFFICE_EN} without limit of time",
        ),
        (
            Open.UNSPECIFIED,
            Open.UNSPECIFIED,
            f"{OFFICE_EN}",
        ),
    ],
)
def test_an_end_that_is_no_number_is_said(lower: Decimal | Open, upper: Decimal | Open, told: str) -> None:
    measure = Measure(unit=Unit.YEARS, lower=lower, upper=upper)

    assert penalty_words(Penalty(kind=PenaltyKind.DEPRIVATION_OF_OFFICE, measure=measure), words(EN)) == told


def test_a_sanction_tells_its_cases_in_the_order_in_which_the_first_that_holds_is_taken() -> None:
    sanction = pack("sample").norms["art_5-1__para_2"].sanction
    assert sanction is not None

    told = sanction_words(sanction, words(EN))

    assert [clause.text for clause in told] == ["If:", "Otherwise, if:", "Otherwise, if:", "In none of these cases:"]
    assert str(told[0]) == (
        "If: The fine that is doubled: “part one”; (Threatens: fine of 2 times the penalty under Art. 3(1))"
    )


def test_what_may_stand_beside_is_told_apart_from_what_must() -> None:
    sanction = pack("sample").norms["art_3__para_3"].sanction
    assert sanction is not None

    told = [str(sanction_words(sanction, words(language))[0]) for language in Language]

    assert told == [
        (
            "Жазасы: 100 АЕК-тен 200 АЕК-ке дейінгі мөлшерде айыппұл; "
            f"қосымша тағайындалуы мүмкін: 1 жылға дейінгі мерзімге {OFFICE_KK}"
        ),
        (
            "Наказание: штраф в размере от 100 МРП до 200 МРП; "
            f"дополнительно может быть назначено: {OFFICE_RU} на срок до 1 года"
        ),
        f"Threatens: fine of 100 MCI to 200 MCI; may be imposed besides: {OFFICE_EN} for up to 1 year",
    ]


@pytest.mark.parametrize("name", pack_names())
@pytest.mark.parametrize("language", list(Language))
def test_no_condition_or_sanction_of_a_shipped_pack_is_left_in_the_norm_language(name: str, language: Language) -> None:
    found = pack(name)
    said = words(language, found)
    for each in found.own_norms.values():
        clauses = [condition_words(condition, said) for condition in conditions_of(each)]
        clauses += sanction_words(each.sanction, said) if each.sanction is not None else ()
        for clause in (inner for outer in clauses for inner in outer.walk()):
            assert not re.search(r"[a-z]+\.[a-z_]{2,}|\bmet\(|includes|[<>=]=?|\{|art_\d", clause.text), clause.text


def test_every_construct_of_the_language_has_words() -> None:
    things = "fields: {birth: {type: date}, rooms: {type: number}}"
    found = pack_of(
        fact("children", "list", things),
        *(fact(each, "number") for each in ("x", "y")),
        *(fact(each, "money") for each in ("income", "rest")),
        fact("day", "date"),
        *truths(["a", "b", "c"]),
        norm("art_1", "a"),
    )
    conditions = [
        "at least 2 of (a, b, c)",
        "any child in children (child.birth > 2020-01-01)",
        "all child in children (child.rooms >= 2)",
        "count of child in children (child.rooms >= 2) > 1",
        "sum over child in children (child.rooms >= 2) of child.rooms > 3",
        "x + y - 2 > 3 * x",
        "income / 2 <= 15 % * rest",
        "least of (x, y) < greatest of (x, 5)",
        "x > (if a then 5 else y)",
        "full steps of 100 KZT in income > 2",
        "started steps of 100 KZT in income > 2",
        "months between day and 2026-01-01 > 3",
        "x not in {1, 2}",
        "day >= 2026-01-01",
    ]

    told = {
        each: [str(condition_words(parse(each), words(language, found))) for language in Language]
        for each in conditions
    }

    assert all(len(set(said)) == len(Language) for said in told.values()), told
    assert told["at least 2 of (a, b, c)"][2] == "At least 2 of these: Label: yes; Label: yes; Label: yes"
    assert told["income / 2 <= 15 % * rest"][2] == "“Label” ÷ 2: at most 15 per cent × “Label”"
    assert told["day >= 2026-01-01"][1] == "Label: не раньше, чем 2026-01-01"
