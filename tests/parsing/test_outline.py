"""From lines to a tree: what lies inside what. The acts are made up; their ways of writing are those of real ones."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.model import Document, Kind, Node, Status
from zhargy.parsing import structure
from zhargy.parsing.plain import read_text
from zhargy.text import Source


def document(text: str, undone: frozenset[str] = frozenset()) -> Document:
    return structure(read_text(Source(text=text, name="a.txt"), undone=undone), undone=undone)


def shape(nodes: tuple[Node, ...]) -> list[object]:
    """Return kinds and numbers, those of children in a list behind their parent."""
    rows: list[object] = []
    for node in nodes:
        rows.append(f"{node.kind.value} {node.number}".strip())
        if node.children:
            rows.append(shape(node.children))
    return rows


def eids(text: str) -> list[str]:
    return [node.eid for node in document(text).walk() if node.kind is not Kind.TEXT]


def test_articles_lie_in_chapters_parts_in_articles_items_in_parts() -> None:
    text = (
        "1-тарау. Жалпы ережелер\n\n1-бап. Ұғымдар\n\n1. Осы Заңда мынадай ұғымдар пайдаланылады:\n\n"
        "1) саябақ – көпшілікке ашық жер;\n\n2) бағбан – саябақты күтетін адам.\n\n2. Өзге ұғымдар қолданылмайды.\n\n"
        "2-тарау. Саябақ\n\n2-бап. Күтім\n\nСаябақ күтіледі.\n"
    )

    assert shape(document(text).children) == [
        "chapter 1",
        ["article 1", ["paragraph 1", ["text", "item 1", ["text"], "item 2", ["text"]], "paragraph 2", ["text"]]],
        "chapter 2",
        ["article 2", ["text"]],
    ]


@pytest.mark.parametrize(
    "line",
    [
        "3-бапта көрсетілген жазадан үш есе үлкен жаза тағайындалады.",
        "2) тармақшасында көрсетілген адамдар босатылады.",
        "1) және 3) тармақшаларда көзделген жағдайлар есепке алынады.",
        "7-тармақ мынадай редакцияда жазылсын.",
        "статьи 5 настоящего Закона применяются.",
        "Статья 228 Уголовного кодекса применяется к деяниям, совершённым ранее.",
        "Article 3(1) does not apply to parks.",
    ],
)
def test_a_line_that_merely_starts_with_a_reference_opens_nothing(line: str) -> None:
    text = f"1-бап. Ұғымдар\n\nСаябақ күтіледі.\n\n{line}\n\n2-бап. Күтім\n\nСаябақ суарылады.\n"

    assert eids(text) == ["art_1", "art_2"]


def test_the_sanction_behind_the_items_belongs_to_their_part() -> None:
    text = (
        "1-бап. Саябақты бүлдіру\n\n1. Мынадай:\n\n1) ағаш кесу;\n\n2) гүл жұлу –\n\n"
        "бес айлық есептік көрсеткішке дейін айыппұл салуға жазаланады.\n\n2. Қайталанған іс-әрекет –\n\n"
        "он айлық есептік көрсеткішке дейін айыппұл салуға жазаланады.\n\nОсы бап кінәсіз адамға қолданылмайды.\n"
    )

    assert shape(document(text).children) == [
        "article 1",
        [
            "paragraph 1",
            ["text", "item 1", ["text"], "item 2", ["text"], "text"],
            "paragraph 2",
            ["text", "text"],
            "text",
        ],
    ]


@pytest.mark.parametrize("stop", ["ҚАУЛЫ ЕТЕДІ:", "қаулы етеді :", "ШЕШТІ:", "постановляет:"])
def test_what_is_enacted_on_the_line_of_the_formula_is_a_provision_of_its_own(stop: str) -> None:
    text = (
        f'Аудан әкімдігі {stop} "Саябақ" шаруашылығы осы аудандағы барлық саябақтарды күтсін.\n\nАудан әкімі Д. Ерман\n'
    )

    found = document(text)

    assert shape(found.children) == ["preamble", ["text"], "paragraph", ["text"], "signature"]
    assert [repair.code for repair in found.repairs] == ["P020"]


def test_an_undone_parting_leaves_one_line() -> None:
    text = "Аудан әкімдігі қаулы етеді: осы аудандағы барлық саябақтар күтілсін және суарылсын.\n"
    parted = document(text)

    whole = document(text, frozenset(repair.id for repair in parted.repairs))

    assert [repair.code for repair in parted.repairs] == ["P020"]
    assert shape(whole.children) == ["preamble", ["text"]]


def test_points_that_share_a_line_are_parted_where_their_row_goes_on() -> None:
    text = (
        "Аудан әкімдігі ҚАУЛЫ ЕТЕДІ: 1. Саябақ күтілсін. 2. Гүл егілсін: 1) раушан; 2) қызғалдақ. "
        "3. Осы қаулы 2024 ж. 5. айында қолданысқа енгізіледі.\n"
    )

    assert eids(text) == ["preamble", "para_1", "para_2", "para_2__point_1", "para_2__point_2", "para_3"]


def test_who_enacts_an_act_is_no_title_of_it() -> None:
    found = document("Қазақстан Республикасының Үкіметі\n\nҚАУЛЫ ЕТЕДІ:\n\n1. Саябақ күтілсін.\n")

    assert shape(found.children) == ["preamble", ["text", "text"], "paragraph 1", ["text"]]


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("Осы Заңның күшіне енуі", "Осы Заңның күшіне енуі"),
        ("Осы Заң жарияланған күнінен бастап қолданысқа енгізіледі.", ""),
        ("Бұрынғы заңның күші жойылды деп танылсын. Заң қолданылмайды.", ""),
    ],
)
def test_a_sentence_behind_the_number_of_an_article_is_its_text_and_no_heading(words: str, heading: str) -> None:
    article = document(f"1-бап. Ұғымдар\n\nМәтін.\n\n2-бап. {words}\n\nПрезидент Д. Ерман\n").find("art_2")

    assert article is not None
    assert article.heading == heading
    assert (article.children[0].text if article.children else "") == ("" if heading else words)


def test_chapters_of_a_by_law_are_told_from_its_points_by_the_row_of_numbers() -> None:
    text = (
        "1. Жалпы ережелер\n\n1. Ереже саябақты күтуді реттейді.\n\n2. Ереже бәріне міндетті.\n\n"
        "2. Күту тәртібі.\n\n3. Саябақ суарылады.\n\n4. Ағаш кесілмейді.\n"
    )

    assert shape(document(text).children) == [
        "chapter 1",
        ["paragraph 1", ["text"], "paragraph 2", ["text"]],
        "chapter 2",
        ["paragraph 3", ["text"], "paragraph 4", ["text"]],
    ]


def test_a_repealed_place_is_kept() -> None:
    text = "1-бап. Ұғымдар\n\nМәтін.\n\n2-бап. Алып тасталды - 10.06.2020 № 44.\n\n3-бап. Күтім\n\nМәтін.\n"

    found = document(text).find("art_2")

    assert found is not None
    assert found.status is Status.REPEALED


def test_numbers_inside_a_quoted_wording_open_nothing() -> None:
    text = (
        "1. Заңға мынадай өзгерістер енгізілсін:\n\n5-бап мынадай редакцияда жазылсын:\n\n"
        "«5-бап. Суару\n\n1. Саябақ күнде суарылады.\n\n2. Қыста суарылмайды.».\n\n2. Осы Заң қолданысқа енгізіледі.\n"
    )

    assert eids(text) == ["para_1", "para_2"]


def test_a_table_of_those_who_sign_is_a_signature() -> None:
    text = "1. Саябақ күтілсін.\n\nМәслихат\t|\tМәслихат\nтөрағасы\t|\tхатшысы\n_____ А. Оспан\t|\t_____ Б. Әлі\n"

    assert shape(document(text).children) == ["paragraph 1", ["text"], "signature"]


def test_prose_around_a_draft_has_topics_and_no_provisions() -> None:
    prose = (
        "Бұл мақалада біз саябақтарды күтудің заманауи тәсілдерін қарастырамыз, өйткені авторлардың пікірінше, қалада "
        "жасыл аймақ азайып барады және бұл мәселені шешу үшін заңнаманы жетілдіру қажет болып отыр [1].\n\n"
    )
    text = (
        f"{prose * 2}Әдебиетке шолу\n\n{prose}1. Бірінші тәсіл.\n\n2. Екінші тәсіл.\n\n"
        f"1-бап. Саябақты күту\n\nСаябақ күтіледі.\n\nҚорытындылай келе, {prose[0].lower()}{prose[1:]}"
    )

    found = document(text)

    assert [node.heading for node in found.walk() if node.kind is Kind.TOPIC] == ["Әдебиетке шолу"]
    assert [node.number for node in found.walk() if node.kind is Kind.LIST_ITEM] == ["1", "2"]
    assert [node.eid for node in found.walk() if node.kind is Kind.ARTICLE] == ["art_1"]
    assert found.children[-1].kind is Kind.TEXT


LINES = st.sampled_from(
    [
        "1-бап. Ұғымдар",
        "2-бап",
        "Статья 5. Предмет",
        "1-тарау. Жалпы",
        "1. Саябақ күтіледі.",
        "2. Мынадай:",
        "1) ағаш;",
        "2) гүл.",
        "а) су;",
        "- бір;",
        "(1) recital",
        "Мәтін жалғасады.",
        "жалғасы",
        "Аудан әкімдігі ҚАУЛЫ ЕТЕДІ:",
        "Ескерту. 1-бап алып тасталды.",
        "Аудан әкімі\tД. Ерман",
        "№\t|\tАты",
        "Аудандық мәслихаттың № 5 шешіміне 1-қосымша",
        "«5-бап. Жаңа",
        "ТІЗБЕ».",
        "КЕЛІСІЛДІ",
        'Үкімет ҚАУЛЫ ЕТЕДІ: 1. "Саябақ туралы" қаулыда: 1) «ҚАУЛЫ ЕТЕДІ: су»; 2) гүл. 2. Осы қаулы шықсын.',
        "",
    ]
)


@given(st.lists(LINES, max_size=25))
def test_any_row_of_lines_gives_a_sound_tree_with_every_word_once(lines: list[str]) -> None:
    text = "\n".join(lines)

    found = document(text)

    nodes = list(found.walk())
    assert len({node.eid for node in nodes}) == len(nodes)
    # A heading that stands behind an editorial note is written before it; nothing else moves.
    assert sorted(letters(found.text)) == sorted(letters(text))
    assert "Ескерту" in text or letters(found.text) == letters(text)
    for node in nodes:
        assert all(node.span.covers(child.span) for child in node.children)
        assert all(one.span.end <= two.span.start for one, two in pairwise(node.children))
        assert node.text in node.span.of(found.text)


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
