"""Forms of citations in three languages. The readings are those a lawyer gives; the phrases are made up."""

from __future__ import annotations

from typing import Any

import pytest

from zhargy.citations import find_citations
from zhargy.model import ActKind, Scope
from zhargy.text import Language


def readings(text: str) -> list[tuple[str, dict[str, Any]]]:
    """The words of each citation with everything it tells."""
    found = []
    for citation in find_citations(text):
        for target in citation.targets:
            told = {name: getattr(target, name) for name in target.__slots__}
            found.append(
                (citation.span.of(text), {name: value for name, value in told.items() if value and value != "unstated"})
            )
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("осы Кодекстің 12 – 15-баптары", {"scope": "this_act", "articles": ("12", "13", "14", "15")}),
        ("осы Заңның қосымшасында", {"scope": "this_act", "annexes": ("*",)}),
        ("осы тармақтың 1) тармақшасында", {"scope": "this_item", "subitems": ("1",)}),
        ("2-тараудың", {"chapters": ("2",)}),
        ("7-тармақта", {"items": ("7",)}),
        ("3-бапта", {"articles": ("3",)}),
        ("39–3-бабының 3–1-тармағына", {"articles": ("39-3",), "items": ("3-1",)}),
        ("4-тармақтың бірінші абзацы", {"items": ("4",), "indents": ("1",)}),
        ("жиырма бірінші бөлігінде", {"parts": ("21",)}),
        ("осы бөлікте", {"scope": "this_part"}),
    ],
)
def test_kazakh_provisions(text: str, expected: dict[str, Any]) -> None:
    assert readings(f"Егер {text} өзгеше көзделмесе") == [(text, expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("статьи 190 часть 2 пункт 1)", {"articles": ("190",), "parts": ("2",), "items": ("1",)}),
        ("пунктами 1 - 3 статьи 5", {"articles": ("5",), "items": ("1", "2", "3")}),
        ("статьями 12-15", {"articles": ("12", "13", "14", "15")}),
        ("статьей 12-1", {"articles": ("12-1",)}),
        ("статьей 228.1", {"articles": ("228-1",)}),
        ("главой 26 настоящего Кодекса", {"scope": "this_act", "chapters": ("26",)}),
        ("раздела IV", {"sections": ("IV",)}),
        ("п. 2 ч. 3 ст. 158", {"articles": ("158",), "parts": ("3",), "items": ("2",)}),
        ('пунктами "а" - "в" части второй', {"parts": ("2",), "items": ("а", "б", "в")}),
        ("подпунктом 3 пункта 2 статьи 7", {"articles": ("7",), "items": ("2",), "subitems": ("3",)}),
        ("второй части статьи 9", {"articles": ("9",), "parts": ("2",)}),
        ("части второй.1 настоящей статьи", {"scope": "this_article", "parts": ("2-1",)}),
        ("примечании к статье 158", {"articles": ("158",), "notes": ("*",)}),
        ("настоящей главы", {"scope": "this_chapter"}),
        (
            "ст. 5 УК РФ",
            {"scope": "other_act", "act": "УК РФ", "act_kind": "code", "articles": ("5",)},
        ),
        (
            "статьи 67 Федерального закона от 29 декабря 2012 года № 273-ФЗ",
            {
                "scope": "other_act",
                "act_kind": "law",
                "act_number": "273-ФЗ",
                "act_date": "2012-12-29",
                "articles": ("67",),
            },
        ),
    ],
)
def test_russian_provisions(text: str, expected: dict[str, Any]) -> None:
    assert readings(f"Действие {text} не распространяется") == [(text, expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Articles 8 to 15", {"articles": tuple(str(number) for number in range(8, 16))}),
        ("Article 6(1) and (3)", {"articles": ("6",), "parts": ("1", "3")}),
        (
            "Article 5(1), first subparagraph, point (h)",
            {"articles": ("5",), "parts": ("1",), "subparagraphs": ("1",), "items": ("h",)},
        ),
        ("points (a) and (b) of paragraph 1", {"parts": ("1",), "items": ("a", "b")}),
        ("Annex III, point 5(b)", {"annexes": ("III",), "items": ("5",), "subitems": ("b",)}),
        ("recital 53", {"recitals": ("53",)}),
        ("Chapter III, Section 2", {"chapters": ("III",), "sections": ("2",)}),
        (
            "Regulation (EU) 2016/679",
            {"scope": "other_act", "act_kind": "regulation", "act_number": "2016/679"},
        ),
        ("paragraph 2 of this Article", {"scope": "this_article", "parts": ("2",)}),
        ("Article 4 of this Regulation", {"scope": "this_act", "articles": ("4",)}),
    ],
)
def test_english_provisions(text: str, expected: dict[str, Any]) -> None:
    assert readings(f"Subject to {text} the provider acts") == [(text, expected)]


def test_neighbours_of_a_list_share_the_article_and_the_act() -> None:
    text = "пунктом 2 части первой и частью четвертой статьи 147 настоящего Кодекса"

    assert readings(text) == [
        ("пунктом 2 части первой", {"scope": "this_act", "articles": ("147",), "parts": ("1",), "items": ("2",)}),
        (
            "частью четвертой статьи 147 настоящего Кодекса",
            {"scope": "this_act", "articles": ("147",), "parts": ("4",)},
        ),
    ]


def test_articles_of_a_list_may_each_name_their_parts() -> None:
    text = "статьями 105, 111 частью второй, 126 (часть третья) и 131 настоящего Кодекса"

    assert [told for _, told in readings(text)] == [
        {"scope": "this_act", "articles": ("105",)},
        {"scope": "this_act", "articles": ("111",), "parts": ("2",)},
        {"scope": "this_act", "articles": ("126",), "parts": ("3",)},
        {"scope": "this_act", "articles": ("131",)},
    ]


def test_a_remark_in_brackets_cites_inside_what_it_follows() -> None:
    text = "статьями 127 (за исключением пункта 1) и 128 настоящего Кодекса"

    assert [told["articles"] for _, told in readings(text)] == [("127",), ("127",), ("128",)]


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("По статье 7 суд решает. Часть вторая той же статьи действует.", [("7",), ("7",)]),
        ("16-бап қолданылады. Сол баптың екінші бөлігі қолданылмайды.", [("16",), ("16",)]),
        ("Article 9 applies; paragraph 2 of that Article does not.", [("9",), ("9",)]),
    ],
)
def test_the_same_article_is_the_one_cited_before(text: str, articles: list[tuple[str, ...]]) -> None:
    assert [told["articles"] for _, told in readings(text)] == articles


def test_a_list_of_amending_laws_gives_one_citation_each() -> None:
    text = "(В редакции федеральных законов от 03.06.2006 № 73-ФЗ; от 04.12.2006 № 201-ФЗ)"

    assert [(words, told["act_date"], told["act_number"]) for words, told in readings(text)] == [
        ("федеральных законов от 03.06.2006 № 73-ФЗ", "2006-06-03", "73-ФЗ"),
        ("от 04.12.2006 № 201-ФЗ", "2006-12-04", "201-ФЗ"),
    ]


def test_a_list_of_european_acts_gives_one_citation_each() -> None:
    text = "Directives (EU) 2016/2102 and (EU) 2019/882, and Regulation (EC) No 300/2008 apply"

    assert [(words, told["act_kind"], told["act_number"]) for words, told in readings(text)] == [
        ("Directives (EU) 2016/2102", "directive", "2016/2102"),
        ("(EU) 2019/882", "directive", "2019/882"),
        ("Regulation (EC) No 300/2008", "regulation", "300/2008"),
    ]


def test_a_titled_law_in_kazakh_tells_title_date_and_number() -> None:
    text = "«Парктер туралы» Қазақстан Республикасының 2021 жылғы 5 сәуірдегі № 17-I Заңының 4-бабының 2-тармағы"

    (citation,) = find_citations(text)

    (target,) = citation.targets
    assert (target.act, target.act_kind, target.act_date, target.act_number) == (
        "Парктер туралы",
        ActKind.LAW,
        "2021-04-05",
        "17-I",
    )
    assert (target.scope, target.articles, target.items) == (Scope.OTHER_ACT, ("4",), ("2",))


@pytest.mark.parametrize(
    "text",
    [
        "настоящий Кодекс вводится в действие",
        "осы Заң қолданысқа енгізіледі",
        "This Regulation shall apply",
        "менее одной третьей части срока",
        "предусмотренных одной и той же статьей",
        "мерзімнің бір бөлігі болып табылады",
        "адам өзінің қызмет бабын пайдалана отырып",
        "«Егемен Қазақстан» 2010 жылғы 19 қазандағы № 429-432 (26275)",
        "(Ведомости, 1987, № 40, ст. 1410)",
        "«Парктер туралы» Қазақстан Республикасы Заңының жобасы",
        "Статья 5. Понятия\nВ настоящем Законе",
        "П.М. Ахметов және П.М.Морозовтың пікірінше",
        "10 процентов, 5 жыл, two points",
        "",
    ],
)
def test_other_words_cite_nothing(text: str) -> None:
    assert readings(text) == []


def test_letters_of_the_other_alphabet_do_not_hide_a_citation() -> None:
    plain, mixed = "бірінші бөлігінде және статьи 5 УК РФ", "бiрiншi бөлiгiнде және cтaтьи 5 УК РФ"

    assert [told for _, told in readings(mixed)] == [told for _, told in readings(plain)]
    assert len(readings(mixed)) == 2


def test_a_roman_numeral_in_cyrillic_letters_is_made_regular() -> None:
    ((_, told),) = readings("Закона РК от 12.07.2018 № 180-VІ")

    assert told["act_number"] == "180-VI"


def test_one_language_may_be_asked_for() -> None:
    text = "По статье 5. Осы 7-бап. See Article 9"

    found = {language: [one.span.of(text) for one in find_citations(text, language=language)] for language in Language}

    assert found == {Language.RU: ["статье 5"], Language.KK: ["7-бап"], Language.EN: ["Article 9"]}
