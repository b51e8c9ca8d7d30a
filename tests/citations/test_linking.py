"""What citations resolve to: provisions of the act itself, acts of a library, and what is not there."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from zhargy.citations import ActHit, NoActs, OtherActs, link
from zhargy.model import Document, Metadata, Outcome, Reference
from zhargy.parsing import read, structure
from zhargy.text import Language

LAW = """Закон о парках

Раздел 1. Общие положения

Глава 1. Понятия

Статья 1. Понятия
1. Парк есть место отдыха.
2. Правила пункта 1 настоящей статьи и статьи 3 применяются:
1) по части первой;
2) по статье 9 настоящего Закона;
3) по подпункту 1 настоящего пункта.

Статья 2. Порядок
Первая часть без номера. Она действует.
Вторая часть делится:
1) на одно;
2) на другое.
Третья часть по пункту 2 части второй настоящей статьи и абзацу первому части второй.

Глава 2. Надзор

Статья 3. Надзор
1. Надзор ведется по правилам настоящей главы, главы 1 и Садового кодекса.
2. Нарушение пункта 1) части второй статьи 2, части пятой статьи 1 и статей 1 - 3 влечет штраф.
"""
CODE = """Қала кодексі

1-тарау. Парктер

1-бап. Ұғымдар
1. Саябақ – демалыс орны.
2. Осы баптың бірінші бөлігінде көзделген:
1) орын;
2) осы Кодекстің 2-бабының екінші бөлігінің 3) тармағында көзделген орын.

2-бап. Тәртіп
1. Тәртіп осы тарауда айқындалады.
2. Орындар:
1) шаң;
2) жарық;
3) шам.
"""
RULES = """Regulation on lamps

CHAPTER I
GENERAL

Article 1
Subject matter
1. Lamps glow.
2. Paragraph 1 and Article 2(1), point (b), apply.

Article 2
Duties
1. A keeper shall:
(a) light the lamp;
(b) report under point (a);
(c) follow Annex I.
"""


def linked(text: str) -> Document:
    return link(structure(read(text.encode(), name="act.txt")))


def found(document: Document) -> list[tuple[str, Outcome, tuple[str, ...]]]:
    return [(one.span.of(document.text), one.outcome, one.eids) for one in document.references]


def reference(document: Document, words: str) -> Reference:
    return next(one for one in document.references if one.span.of(document.text) == words)


@pytest.mark.parametrize(
    ("words", "eids"),
    [
        ("пункта 1 настоящей статьи", ("art_1__para_1",)),
        ("статьи 3", ("art_3",)),
        ("части первой", ("art_1__para_1",)),
        ("подпункту 1 настоящего пункта", ("art_1__para_2__point_1",)),
        ("пункту 2 части второй настоящей статьи", ("art_2__point_2",)),
        ("абзацу первому части второй", ("art_2__p_2",)),
        ("настоящей главы", ("sec_1__chp_2",)),
        ("главы 1", ("sec_1__chp_1",)),
        ("пункта 1) части второй статьи 2", ("art_2__point_1",)),
        ("статей 1 - 3", ("art_1", "art_2", "art_3")),
    ],
)
def test_provisions_of_a_russian_act_are_found(words: str, eids: tuple[str, ...]) -> None:
    document = linked(LAW)

    assert (reference(document, words).outcome, reference(document, words).eids) == (Outcome.FOUND, eids)


@pytest.mark.parametrize("words", ["статье 9 настоящего Закона", "части пятой статьи 1"])
def test_a_number_the_act_lacks_is_not_found(words: str) -> None:
    assert reference(linked(LAW), words).outcome is Outcome.NOT_FOUND


def test_provisions_of_a_kazakh_act_are_found() -> None:
    assert found(linked(CODE)) == [
        ("Осы баптың бірінші бөлігінде", Outcome.FOUND, ("art_1__para_1",)),
        ("осы Кодекстің 2-бабының екінші бөлігінің 3) тармағында", Outcome.FOUND, ("art_2__para_2__point_3",)),
        ("осы тарауда", Outcome.FOUND, ("chp_1",)),
    ]


def test_provisions_of_an_english_act_are_found_and_an_annex_it_lacks_is_outside() -> None:
    assert found(linked(RULES)) == [
        ("Paragraph 1", Outcome.FOUND, ("art_1__para_1",)),
        ("Article 2(1), point (b)", Outcome.FOUND, ("art_2__para_1__point_b",)),
        ("point (a)", Outcome.FOUND, ("art_2__para_1__point_a",)),
        ("Annex I", Outcome.OUTSIDE_LIBRARY, ()),
    ]


def test_every_reference_says_where_it_stands_and_covers_its_words() -> None:
    document = linked(LAW)

    nodes = {node.eid: node for node in document.walk()}

    assert all(nodes[one.eid].span.covers(one.span) for one in document.references)


def test_two_provisions_of_one_number_make_a_citation_ambiguous() -> None:
    text = "Статья 1. Одно\nПравила статьи 2 действуют.\n\nСтатья 2. Другое\nОдин.\n\nСтатья 2. Третье\nДва.\n"

    (one,) = linked(text).references

    assert (one.outcome, len(one.eids)) == (Outcome.AMBIGUOUS, 2)


def test_linking_replaces_what_was_there_and_gives_the_same_again() -> None:
    document = linked(LAW)

    assert link(document) == document
    assert link(replace(document, references=())) == document


@dataclass(frozen=True)
class Shelf:
    """A library of given acts by name, number and date."""

    works: dict[tuple[str, str, str], tuple[str, ...]]
    ids: frozenset[str] = frozenset()

    def find(self, *, name: str, number: str, date: str, language: Language) -> tuple[ActHit, ...]:
        assert language in Language
        return tuple(ActHit(work=work) for work in self.works.get((name, number, date), ()))

    def eids(self, work: str, language: Language) -> frozenset[str]:
        assert work.startswith(GARDEN)
        assert language is Language.RU
        return self.ids


GARDEN = "/akn/ru/act/code/2001-01-01/1-ФЗ"


def in_library(text: str, shelf: Shelf) -> Reference:
    (one,) = link(structure(read(text.encode(), name="act.txt")), acts=shelf).references
    return one


def test_another_act_is_outside_the_library_where_there_is_none() -> None:
    document = structure(read(LAW.encode(), name="act.txt"))

    assert reference(link(document, acts=NoActs()), "Садового кодекса").outcome is Outcome.OUTSIDE_LIBRARY


def test_a_provision_of_an_act_of_the_library_is_found_with_its_work() -> None:
    shelf = Shelf(
        {("Садовый кодекс", "", ""): (GARDEN,)}, frozenset({"art_5", "art_5__para_2", "art_5__para_2__point_а"})
    )

    one = in_library('По пункту "а" части второй статьи 5 Садового кодекса.', shelf)

    assert (one.outcome, one.work, one.eids) == (Outcome.FOUND, GARDEN, ("art_5__para_2__point_а",))


def test_a_provision_that_an_act_of_the_library_lacks_is_not_found() -> None:
    one = in_library(
        "По статье 6 Садового кодекса.", Shelf({("Садовый кодекс", "", ""): (GARDEN,)}, frozenset({"art_5"}))
    )

    assert (one.outcome, one.work, one.eids) == (Outcome.NOT_FOUND, GARDEN, ())


def test_an_abbreviation_is_looked_up_by_its_full_name() -> None:
    one = in_library("По ст. 5 УК РФ.", Shelf({("Уголовный кодекс", "", ""): (GARDEN,)}, frozenset({"art_5"})))

    assert one.outcome is Outcome.FOUND


def test_a_law_is_looked_up_by_number_and_date() -> None:
    one = in_library("По Закону РК от 05.04.2021 № 17-I.", Shelf({("", "17-I", "2021-04-05"): (GARDEN,)}))

    assert (one.outcome, one.work) == (Outcome.FOUND, GARDEN)


def test_two_acts_of_one_name_make_a_citation_ambiguous() -> None:
    one = in_library(
        "По Садовому кодексу Российской Федерации.", Shelf({("Садовый кодекс", "", ""): (GARDEN, f"{GARDEN}-2")})
    )

    assert one.outcome is Outcome.AMBIGUOUS


@dataclass(frozen=True)
class Parts:
    """A code in parts that are acts of their own, as the civil codes of Russia and Kazakhstan are.

    Args:
        ids: Element ids of each part.
    """

    ids: tuple[frozenset[str], ...]

    def find(self, *, name: str, number: str, date: str, language: Language) -> tuple[ActHit, ...]:
        assert (name, number, date, language) == ("Садовый кодекс", "", "", Language.RU)
        return tuple(ActHit(work=f"{GARDEN}-{at}") for at, _ in enumerate(self.ids))

    def eids(self, work: str, language: Language) -> frozenset[str]:
        assert language is Language.RU
        return self.ids[int(work.rpartition("-")[2])]


@pytest.mark.parametrize(
    ("article", "outcome", "work"),
    [("7", Outcome.FOUND, f"{GARDEN}-1"), ("5", Outcome.AMBIGUOUS, ""), ("9", Outcome.AMBIGUOUS, "")],
)
def test_of_acts_of_one_name_the_only_one_with_the_provision_is_meant(
    article: str, outcome: Outcome, work: str
) -> None:
    parts = Parts((frozenset({"art_5"}), frozenset({"art_5", "art_7"})))

    (one,) = link(
        structure(read(f"По статье {article} Садового кодекса.".encode(), name="a.txt")), acts=parts
    ).references

    assert (one.outcome, one.work, one.eids) == (outcome, work, (f"art_{article}",) if work else ())


@pytest.mark.parametrize("works", [(), (GARDEN,), (GARDEN, f"{GARDEN}-2")])
def test_references_resolved_anew_are_those_that_linking_the_text_again_gives(works: tuple[str, ...]) -> None:
    text = "\nСтатья 4. Своё\nПо статье 1 и статье 77 Закона от 05.04.2021 № 17-I и статье 2 Садового кодекса.\n"
    document = replace(
        structure(read((LAW + text).encode(), name="act.txt")), metadata=Metadata(number="17-I", date="2021-04-05")
    )
    shelf = Shelf({("Садовый кодекс", "", ""): works, ("", "17-I", "2021-04-05"): works}, frozenset({"art_2"}))
    before = link(document)
    others = OtherActs(acts=shelf, language=Language.RU)

    again = tuple(others.relink(reference) for reference in before.references)

    assert again == link(document, acts=shelf).references
    assert (again == before.references) is (works == ())


def test_an_act_that_cites_itself_by_name_or_number_is_meant_itself() -> None:
    document = structure(read("Статья 1. Одно\nПо статье 1 Закона от 05.04.2021 № 17-I.\n".encode(), name="act.txt"))
    own = replace(document, metadata=Metadata(number="17-I", date="2021-04-05"))

    (one,) = link(own).references

    assert (one.outcome, one.work, one.eids) == (Outcome.FOUND, "", ("art_1",))


def test_civil_codes_call_numbered_parts_points() -> None:
    text = (
        "Статья 1. Одно\n1. Начало.\n2. По пункту 1 настоящей статьи:\n1) раз;\n2) два.\n"
        "3. Правила настоящего пункта и пункта 2 настоящей статьи.\n"
    )

    document = linked(text)

    assert [one.eids for one in document.references] == [("art_1__para_1",), ("art_1__para_3",), ("art_1__para_2",)]
