"""A pack beside the words of its act: what is anchored, what differs, what was not checked."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from norms.packs_at_hand import fact, norm, pack_of
from zhargy.app.structuring import read_document
from zhargy.model import Document
from zhargy.norms.anchors import AnchorStatus, check, cover
from zhargy.norms.packs import Pack
from zhargy.text import Language

ACT = """# Закон о деревьях

### Статья 1. Рубка

1\\. Рубка дерева наказывается штрафом до тридцати месячных расчетных показателей либо исправительными работами в \
том же размере.

2\\. Рубка:

1\\) ночью;

2\\) двух деревьев, причинившая ущерб более ста тысяч тенге, –

наказывается лишением свободы на срок от двух до пяти лет с конфискацией имущества или без таковой.

### Статья 2. Исключение

Не наказывается рубка упавшего дерева.
"""
FIRST = "{alternatives: [{kind: fine, unit: mci, to: 30}, {kind: corrective_work, same_as: fine}]}"
SECOND = (
    "{alternatives: [{kind: imprisonment, unit: years, from: 2, to: 5}], "
    "accessories: [{kind: confiscation, mandatory: false}]}"
)


def texts(words: str = ACT) -> Mapping[Language, Document]:
    read = read_document(words.encode(), name="act.md")
    assert read.language is Language.RU
    return {Language.RU: read}


def anchored(id: str, when: str, anchors: str, *more: str, kind: str = "offence") -> str:  # noqa: A002
    return norm(id, when, *more, kind=kind).replace("anchors: {}", f"anchors: {anchors}")


def pack(
    *,
    first: str = FIRST,
    second: str = SECOND,
    when: str = "damage > 100000 KZT",
    anchors: str = "{ru: [Рубка дерева]}",
    item: str = "{ru: [ночью]}",
) -> Pack:
    return pack_of(
        *map(fact, ("felled", "night", "fallen")),
        fact("damage", "money"),
        anchored("art_1__para_1", "felled", anchors, f"sanction: {first}"),
        anchored("art_1__para_2", when, "{ru: [двух деревьев]}", f"sanction: {second}"),
        anchored("art_1__para_2__point_1", "night", item, kind="classification"),
        anchored("art_2", "fallen", "{ru: [упавшего]}", "defeats: [art_1__para_1]", kind="exception"),
    )


def found(chosen: Pack, words: str = ACT) -> list[tuple[str, str]]:
    return [(finding.code, finding.norm) for finding in check(chosen, texts(words))]


def test_an_encoding_that_says_what_the_words_say_is_anchored() -> None:
    coverage = cover(pack(), texts())

    assert coverage.findings == ()
    assert [(each.norm.id, each.status, each.anchors, each.numbers) for each in coverage.norms] == [
        ("art_1__para_1", AnchorStatus.ANCHORED, 1, 2),
        ("art_1__para_2", AnchorStatus.ANCHORED, 1, 2),
        ("art_1__para_2__point_1", AnchorStatus.ANCHORED, 1, 0),
        ("art_2", AnchorStatus.ANCHORED, 1, 0),
    ]
    assert (coverage.unclaimed, coverage.unread) == (0, ())


@pytest.mark.parametrize(
    ("first", "codes"),
    [
        (FIRST.replace("30", "31"), ["N434", "N435"]),
        (FIRST.replace("to: 30", "from: 1, to: 30"), ["N434", "N435"]),
        (
            FIRST.replace("kind: fine", "kind: corrective_work").replace(
                ", {kind: corrective_work, same_as: fine}", ""
            ),
            ["N434", "N435", "N435"],
        ),
        (FIRST.replace(", {kind: corrective_work, same_as: fine}", ""), ["N435"]),
        (
            FIRST.replace("{kind: fine, unit: mci, to: 30}, ", "").replace("same_as: fine", "unit: mci, to: 30"),
            ["N434", "N435", "N435"],
        ),
    ],
)
def test_a_wrong_sanction_is_noticed_at_its_numbers(first: str, codes: list[str]) -> None:
    assert found(pack(first=first)) == [(code, "art_1__para_1") for code in codes]


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (SECOND.replace("mandatory: false", "mandatory: true"), "N438"),
        (SECOND.replace(", accessories: [{kind: confiscation, mandatory: false}]", ""), "N436"),
        (SECOND.replace("accessories: [", "accessories: [{kind: deportation, mandatory: true}, "), "N437"),
    ],
)
def test_a_wrong_penalty_without_a_measure_is_noticed_too(second: str, code: str) -> None:
    assert found(pack(second=second)) == [(code, "art_1__para_2")]


def test_a_number_that_is_no_penalty_is_claimed_by_a_condition_or_by_an_anchor_inside() -> None:
    # One hundred thousand tenge of damage stand in item 2, of which the pack has no norm.
    assert found(pack(when="night")) == [("N435", "art_1__para_2")]
    inside = anchored("art_1__para_2__point_2", "night", "{ru: [более ста тысяч тенге]}", kind="classification")
    facts = (*map(fact, ("felled", "night")), fact("damage", "money"))
    offence = anchored("art_1__para_2", "night", "{ru: [двух деревьев, более ста тысяч тенге]}", f"sanction: {SECOND}")

    codes = [code for code, _ in found(pack_of(*facts, offence, inside))]

    # The anchor of the offence itself claims nothing, that of the item does; part 1 is not encoded.
    assert codes == ["N442"]
    assert [code for code, _ in found(pack_of(*facts, offence))] == ["N435", "N442"]


@pytest.mark.parametrize(
    ("anchors", "item", "expected"),
    [
        ("{ru: [Рубка дерева, на рассвете]}", "{ru: [ночью]}", [("N432", "art_1__para_1")]),
        ("{ru: [ночью]}", "{ru: [ночью]}", [("N432", "art_1__para_1")]),
        ("{ru: [Рубка дерева]}", "{}", [("N433", "art_1__para_2__point_1")]),
        ("{ru: [рубкa  ДЕРЕВА]}", "{ru: [ночью]}", []),  # a Latin a, other case, two spaces
    ],
)
def test_an_anchor_stands_in_the_words_of_its_own_provision(
    anchors: str, item: str, expected: list[tuple[str, str]]
) -> None:
    assert found(pack(anchors=anchors, item=item)) == expected


def test_a_provision_the_text_has_not_is_told() -> None:
    assert found(pack(), ACT.replace("### Статья 2. Исключение", "### Статья 3. Исключение")) == [("N431", "art_2")]


def test_a_part_that_threatens_a_penalty_and_is_left_out_is_told() -> None:
    second = anchored("art_1__para_2", "damage > 100000 KZT", "{ru: [двух деревьев]}", f"sanction: {SECOND}")

    assert found(pack_of(fact("damage", "money"), second)) == [("N442", "art_1__para_1")]


def test_a_norm_whose_words_are_not_at_hand_is_counted_apart() -> None:
    blocks = (fact("a"), norm("art_7", "a", "sources: [an unofficial summary]", kind="general_rule"))

    coverage = cover(pack_of(*blocks), texts())

    assert coverage.findings == ()
    assert [each.status for each in coverage.norms] == [AnchorStatus.WITHOUT_TEXT]


def test_a_language_without_a_text_is_never_told_as_passed() -> None:
    both = anchored("art_2", "a", "{ru: [упавшего], kk: [құлаған]}", kind="exception")

    coverage = cover(pack_of(fact("a"), both), texts())

    assert [each.status for each in coverage.norms] == [AnchorStatus.UNCHECKED]
    assert (coverage.findings, coverage.unread) == ((), (Language.KK,))


def test_items_struck_out_and_notes_on_amendments_are_no_words_of_the_law() -> None:
    words = ACT.replace("1\\) ночью;", "1\\) ночью;\n\n1-1\\) исключен (вводится в действие по истечении десяти дней);")

    assert found(pack(), words) == []


def test_the_numbers_of_a_general_part_stand_in_the_words_of_their_rule() -> None:
    words = "### Статья 5. Штраф\n\nШтраф – от одного до тридцати месячных расчетных показателей.\n"
    rule = anchored("art_5", "a", "{ru: [Штраф]}", kind="general_rule")

    def general(most: int) -> str:
        limit = f"{{kind: fine, for: [misdemeanour], unit: mci, from: 1, to: {most}, rule: art_5}}"
        return f"```yaml general_part\nlimits: [{limit}]\ncategories: []\n```\n"

    assert found(pack_of(fact("a"), rule, general(30)), words) == []
    assert found(pack_of(fact("a"), rule, general(40)), words) == [("N439", "art_5")]


@pytest.mark.parametrize(
    ("more", "kind", "codes"),
    [
        (("caps: 1/2",), "mitigation", []),
        (("caps: 2/3",), "mitigation", ["N443"]),
        (("caps: 5/7",), "mitigation", ["N443"]),
        (("bars: [arrest]",), "bar", []),
        (("bars: [arrest, fine]",), "bar", ["N444"]),
    ],
)
def test_a_rule_names_the_part_it_caps_and_the_penalties_it_bars(
    more: tuple[str, ...], kind: str, codes: list[str]
) -> None:
    words = "### Статья 6. Правила\n\nАрест не назначается, наказание не превышает половины.\n"
    rule = anchored("art_6", "a", "{ru: [не назначается]}", *more, kind=kind)

    assert [code for code, _ in found(pack_of(fact("a"), rule), words)] == codes
