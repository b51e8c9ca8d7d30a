"""What every store promises, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.texts import BEES_RU, NAMELESS, ORCHARDS_KK, ORCHARDS_RU
from zhargy.app import holdings
from zhargy.app.adding import add
from zhargy.app.ports import Workbench
from zhargy.citations import ActHit
from zhargy.model import Outcome, Reference, Scope, Target
from zhargy.model.frbr import WorkId
from zhargy.text import Language, Span

WORK = WorkId(country="zz", kind="act", date="2019-03-04", number="88-V")


class Stop(Exception):
    """Something goes wrong in the middle."""


def test_what_fails_in_the_middle_never_happened(bench: Workbench) -> None:
    edition = add(bench, NAMELESS.encode(), name="a.txt").edition
    document = bench.store.document(edition.id)
    assert document is not None
    mark = bench.store.mark()
    other = replace(edition, id=WORK.expression(Language.KK))

    def put_and_stop() -> None:
        with bench.store.writing():
            bench.store.put(other, document, request="another")
            raise Stop

    with pytest.raises(Stop):
        put_and_stop()

    assert bench.store.edition(other.id) is None
    assert bench.store.document(other.id) is None
    assert bench.store.requested("another") is None
    assert bench.store.mark() == mark


def test_the_mark_changes_when_an_expression_comes(bench: Workbench) -> None:
    marks = [bench.store.mark()]

    for text in (NAMELESS, ORCHARDS_KK, ORCHARDS_KK):
        add(bench, text.encode(), name="a.txt")
        marks.append(bench.store.mark())

    assert len(set(marks)) == 3
    assert marks[2] == marks[3]


def test_references_come_back_as_linked(bench: Workbench) -> None:
    edition = add(bench, NAMELESS.encode(), name="a.txt").edition
    kept = bench.store.document(edition.id)
    assert kept is not None
    references = tuple(
        Reference(
            span=Span(at, at + 3),
            target=Target(
                scope=Scope.OTHER_ACT, act="Бақ туралы", act_number="8-V", articles=("1", "2"), items=("3)",)
            ),
            outcome=outcome,
            work="/akn/zz/act/2019-03-04/88-V",
            eids=("art_1", "art_2"),
            eid="art_1",
        )
        for at, outcome in enumerate(Outcome)
    )

    bench.store.put(edition, replace(kept, references=references), request="again")

    document = bench.store.document(edition.id)
    assert document is not None
    assert document.references == references
    assert holdings.statistics(bench).references == dict.fromkeys(Outcome, 1)


def test_only_what_became_of_a_reference_is_kept_anew(bench: Workbench) -> None:
    add(bench, ORCHARDS_RU.encode(), name="orchards.txt")
    bees = add(bench, BEES_RU.encode(), name="bees.txt").edition
    before = bench.store.document(bees.id)
    ((mention,),) = bench.store.citing(WORK)
    lost = replace(mention.reference, outcome=Outcome.NOT_FOUND, eids=())

    bench.store.relink([replace(mention, reference=lost)])

    after = bench.store.document(bees.id)
    assert before is not None
    assert after is not None
    assert (mention.expression, before.references[mention.place]) == (bees.id, mention.reference)
    assert after.references == tuple(lost if one == mention.reference else one for one in before.references)
    assert list(bench.store.citing(WORK)) == [(replace(mention, reference=lost),)]


def test_references_that_name_an_act_come_a_few_hundred_at_a_time(bench: Workbench) -> None:
    add(bench, ORCHARDS_RU.encode(), name="orchards.txt")
    often = BEES_RU + "\nПравила пункта 2 статьи 1 Закона от 4 марта 2019 года № 88-V действуют.\n" * 1000
    bees = add(bench, often.encode(), name="often.txt").edition

    batches = list(bench.store.citing(WORK))

    assert [mention.place for batch in batches for mention in batch] == list(range(1001))
    assert max(map(len, batches)) < 500
    assert {mention.expression for batch in batches for mention in batch} == {bees.id}


def test_letters_without_a_place_in_the_database_do_not_stop_it(bench: Workbench) -> None:
    edition = add(bench, NAMELESS.encode(), name="a.txt").edition
    document = bench.store.document(edition.id)
    assert document is not None
    (top, *others) = document.children
    odd = replace(document, children=(replace(top, heading="a\x00b\ud800"), *others))

    with bench.store.writing():
        bench.store.put(edition, odd, request=bench.store.request(edition.id))

    assert bench.store.document(edition.id) == odd
    node = bench.store.node(edition.id, top.eid)
    assert node is not None
    assert node.heading == "a\ufffdb\ufffd"


@pytest.mark.parametrize(
    ("told", "language", "is_found"),
    [
        (("", "88-V", ""), Language.KK, True),
        (("", "88-v", "2019-03-04"), Language.EN, True),
        (("", "88-V", "2019"), Language.RU, True),
        (("", "88-V", "2020-03-04"), Language.KK, False),
        (("", "88", ""), Language.KK, False),
        (("О яблоневых садах", "", ""), Language.RU, True),
        (("О яблоневом саде", "", "2019-03-04"), Language.RU, True),
        (("О яблоневых садах", "", ""), Language.KK, False),
        (("О садах", "", ""), Language.RU, False),
        (("Алма бақтары туралы", "", ""), Language.KK, True),
        (("", "", "2019-03-04"), Language.KK, False),
        (("", "", ""), Language.KK, False),
    ],
)
def test_an_act_answers_to_its_number_day_and_exact_name(
    bench: Workbench, told: tuple[str, str, str], language: Language, *, is_found: bool
) -> None:
    name, number, date = told
    add(bench, ORCHARDS_KK.encode(), name="kk.txt")
    add(bench, ORCHARDS_RU.encode(), name="ru.txt")

    hits = bench.store.find(name=name, number=number, date=date, language=language)

    assert hits == ((ActHit(work=str(WORK)),) if is_found else ())


def test_the_ids_of_an_act_are_those_of_its_newest_wording_in_the_language(bench: Workbench) -> None:
    from datetime import date

    add(bench, ORCHARDS_KK.encode(), name="kk.txt")
    longer = ORCHARDS_KK + "\n3-бап. Су\n\nБақ суарылады.\n"
    add(bench, longer.encode(), name="new.txt", version=date(2022, 1, 1))
    add(bench, ORCHARDS_RU.encode(), name="ru.txt")

    found = {language: bench.store.eids(str(WORK), language) for language in Language}

    assert "art_3" in found[Language.KK]
    assert "art_2" not in found[Language.RU]
    assert found[Language.EN] == found[Language.KK]
    assert bench.store.eids("/akn/zz/act/1999-01-01/1", Language.KK) == frozenset()
