"""Notes on amendments, made up in the manner of both registers."""

from __future__ import annotations

from datetime import date

import pytest

from zhargy.citations import Change, InForce, read_amendments


def test_a_kazakh_note_tells_article_laws_changes_and_days() -> None:
    note = read_amendments(
        "Ескерту. 7-бап жаңа редакцияда - ҚР 24.11.2015 № 41-V (01.01.2016 бастап қолданысқа енгізіледі); өзгерістер "
        "енгізілді - ҚР 12.07.2018 № 18-VI (алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң "
        "қолданысқа енгізіледі) заңдарымен."
    )

    assert note is not None
    assert note.provision is not None
    assert note.provision.articles == ("7",)
    assert [(one.act.act_number, one.change, one.in_force) for one in note.amendments] == [
        ("41-V", Change.NEW_WORDING, InForce(day=date(2016, 1, 1))),
        ("18-VI", Change.AMENDED, InForce(days_after_publication=10)),
    ]


@pytest.mark.parametrize(
    ("note", "change"),
    [
        ("(Часть в редакции Федерального закона от 08.12.2003 № 162-ФЗ)", Change.NEW_WORDING),
        ("(Дополнение пунктом - Федеральный закон от 03.12.2007 № 322-ФЗ)", Change.ADDED),
        ("(Статья утратила силу - Федеральный закон от 29.12.2010 № 433-ФЗ)", Change.REPEALED),
        ("алып тасталды - ҚР 21.01.2019 № 217-VI Заңымен;", Change.REPEALED),
        ("өзгеріс енгізілді - ҚР 21.01.2019 № 217-VI Заңымен;", Change.AMENDED),
        ("Федеральный закон от 29.12.2010 № 433-ФЗ", Change.UNSTATED),
    ],
)
def test_the_change_is_told_by_its_words(note: str, change: Change) -> None:
    read = read_amendments(note)

    assert read is not None
    assert [one.change for one in read.amendments] == [change]


@pytest.mark.parametrize("clause", ["", " (с учетом поправок)", " (вводится в действие)"])
def test_no_day_is_made_up(clause: str) -> None:
    read = read_amendments(f"Сноска. Статья 5 в редакции Закона РК от 24.11.2015 № 41-V{clause}.")

    assert read is not None
    assert [one.in_force for one in read.amendments] == [None]


def test_words_that_name_no_act_are_no_note_on_amendments() -> None:
    assert read_amendments("Примечание. Статья 5 не применяется.") is None
