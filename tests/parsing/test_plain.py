"""Plain text into clean blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.model import AnchorKind
from zhargy.parsing.blocks import Hint, Reading
from zhargy.parsing.plain import read_plain, read_text
from zhargy.text import Source, Span

WRAPPED = """\
Осы Заң Қазақстан Республикасының аумағында саябақтарды күту, қорғау және
пайдалану саласындағы қоғамдық қатынастарды реттейді және азаматтардың
құқықтарын белгілейді.

1-бап. Негізгі ұғымдар

Осы Заңда мынадай ұғымдар пайдаланылады: саябақ – көпшілікке арналған жер,
бағбан – саябақты күтетін адам, келуші – саябақта демалатын кез келген адам,
соның ішінде баласымен келген ата-ана.
"""


def reading(text: str, undone: frozenset[str] = frozenset()) -> Reading:
    return read_text(Source(text=text, name="a.txt"), undone=undone)


def blocks(text: str) -> list[str]:
    return [block.text.text for block in reading(text).blocks]


def test_the_lines_of_a_wrapped_paragraph_are_joined() -> None:
    found = blocks(WRAPPED)

    assert len(found) == 3
    assert found[1] == "1-бап. Негізгі ұғымдар"
    assert "күту, қорғау және пайдалану" in found[0]


def test_where_each_paragraph_is_one_line_nothing_is_joined() -> None:
    text = "Бірінші абзац бір жолда тұр.\nЕкінші абзац та солай.\n\nҮшінші абзац.\n"

    assert blocks(text) == ["Бірінші абзац бір жолда тұр.", "Екінші абзац та солай.", "Үшінші абзац."]


def test_a_line_that_begins_low_goes_on_with_the_one_before() -> None:
    assert blocks("Аудан әкімдігінің\nқаулысы туралы\n\nЖаңа жол") == ["Аудан әкімдігінің қаулысы туралы", "Жаңа жол"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Қазақстан Республикасы Заңының", "8-1) тармақшасына сәйкес әкімдік"),
        ("Қазақстан Республикасы Заңының", "21-1 бабына сәйкес мәслихат"),
        ("аудандық мәслихат ШЕШТІ", ":"),
    ],
)
def test_a_reference_in_the_middle_of_a_sentence_begins_no_line(lines: tuple[str, str]) -> None:
    assert blocks("\n".join(lines)) == [" ".join(lines)]


def test_a_reference_behind_the_head_of_an_article_begins_its_text() -> None:
    assert len(blocks("3-бап\n3-бабының төртінші бөлігі мынадай редакцияда жазылсын")) == 2


def test_the_hyphen_of_a_parted_word_goes_only_where_the_text_writes_the_word_without_it() -> None:
    known = (
        WRAPPED
        + "\nҚазақстан Республикасының заңнамасында белгіленген азаматтардың құ-\nқықтарын қорғау, сондай-\nақ күту.\n"
    )

    found = blocks(known)[-1]

    assert "азаматтардың құқықтарын" in found
    assert "сондай-ақ" in found


def test_page_numbers_and_addresses_are_lifted_and_what_they_cut_is_joined() -> None:
    head, tail = WRAPPED.split("пайдалану саласындағы")
    text = f"{head}\n\n17\n\nhttps://example.org/a/b\nпайдалану саласындағы{tail}"

    found = reading(text)

    assert [(item.kind, item.value) for item in found.lifted] == [
        (AnchorKind.PAGE_NUMBER, "17"),
        (AnchorKind.URL, "https://example.org/a/b"),
    ]
    assert "күту, қорғау және пайдалану саласындағы" in found.blocks[0].text.text


def test_a_table_keeps_its_rows_and_its_empty_cells() -> None:
    text = "Санаты\t|\tСомасы\n\t|\tСыныбы\n1\t|\t\t|\t717 914,0\nБарлығы\t|\t\n"

    found = reading(text).blocks

    assert [block.text.text for block in found] == ["Санаты\tСомасы\n\tСыныбы\n1\t\t717 914,0\nБарлығы\t"]
    assert found[0].hints == {Hint.TABLE}


def test_a_line_without_cells_between_two_rows_spans_the_table() -> None:
    text = "Мәтін.\n\n№\t|\tАтауы\nЕтті мал\n1\t|\tСиыр\n\nСоңы.\n"

    assert blocks(text) == ["Мәтін.", "№\tАтауы\nЕтті мал\n1\tСиыр", "Соңы."]


def test_tabs_that_only_indent_or_align_make_no_empty_cells() -> None:
    found = reading("\tБірінші жол.\n\nАудан әкімі\t\t\tД. Ермағанов\n").blocks

    assert [(block.text.text, Hint.TABLE in block.hints) for block in found] == [
        ("Бірінші жол.", False),
        ("Аудан әкімі\tД. Ермағанов", True),
    ]


def test_rows_of_empty_cells_are_drawn_and_say_nothing() -> None:
    assert blocks("Бірінші.\n\n\t|\t\n\nЕкінші.\n") == ["Бірінші.", "Екінші."]


def test_a_word_in_a_cell_leads_back_to_its_place() -> None:
    text = "Санаты\t|\tСомасы\n1\t|\t\t|\tбіріншi"

    table = reading(text).blocks[0].text
    word = table.text.index("бірінші")

    assert table.source_span(Span(word, word + 7)).of(text) == "біріншi"


@pytest.mark.parametrize(
    ("line", "regular"),
    [("2 .Жоғары", "2. Жоғары"), ("20 . Сүтті", "20. Сүтті"), ("3)мүлік", "3) мүлік"), ("2.«Аудан", "2. «Аудан")],
)
def test_the_mark_of_a_number_is_made_regular(line: str, regular: str) -> None:
    found = reading(line)

    assert [block.text.text for block in found.blocks] == [regular]
    assert [change.code for change in found.changes] == ["P009"]


def test_the_bytes_of_an_old_code_page_are_read() -> None:
    found = read_plain("Статья 1. Предмет закона и права граждан\n".encode("cp1251"), name="a.txt")

    assert found.blocks[0].text.text == "Статья 1. Предмет закона и права граждан"


@given(st.text(alphabet="Аабі 1.)-–\n\t|:;,«»i\v\f\u00a0\u00ad", max_size=120))
def test_any_text_is_read_and_keeps_its_words_in_order(text: str) -> None:
    found = reading(text)

    words = "".join(block.text.text for block in found.blocks)
    lifted = sum(len("".join(item.value.split())) for item in found.lifted)
    assert all(block.text.text.strip(" \n") for block in found.blocks)
    assert letters(words) + lifted == letters(text)


@given(st.text(alphabet="Аабі 1.)-\n\t:;i", max_size=80))
def test_undoing_every_change_gives_the_characters_of_the_source(text: str) -> None:
    undone: frozenset[str] = frozenset()
    while changes := reading(text, undone).changes:
        undone |= {change.id for change in changes}

    assert "".join("".join(block.text.text.split()) for block in reading(text, undone).blocks) == "".join(text.split())


def letters(text: str) -> int:
    return sum(character.isalnum() for character in text)
