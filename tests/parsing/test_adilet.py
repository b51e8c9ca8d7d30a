"""Saved pages of adilet.zan.kz, by the notes on their structure that lie beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhargy.errors import UnreadableInput
from zhargy.model import Document, Kind
from zhargy.parsing import detect, read, structure
from zhargy.text import Language

FRAGMENT = "kz-legislation/adilet-html/constitution-1995.rus.fragment1.html"
SHELL = "kz-legislation/adilet-html/spa-shell-2026.html"

CODE = """<html><body><div id="container" class="module_npaView lang_kaz"><a href="/kaz/docs/K2600000001">ҚАЗ</a>
<div class="container_alpha slogan"><h1>Қиялдағы кодекс</h1><span class="status status_upd">Жаңартылған</span>
<p>2026 жылғы 1 наурыздағы № 1-I</p></div>
<div class="container_gamma text text_upd"><div class="gs_12"><article>
<h3 id="z1"><a name="z9"></a>1-тарау.<br>Жалпы ережелер</h3>
<h3 id="z2"> 1-бап. Шамдар</h3><p id="z3">
&nbsp;&nbsp;&nbsp; 1. Шам түнде жанады. </p><p>&nbsp;&nbsp; 2. Шам: </p>
<p id="z4">1) биік;</p><p id="z5">2) жарық болады.</p>
<span class="note">      Ескерту. 1-бапқа өзгеріс енгізілді – ҚР 02.03.2026 </span><a href="#">№ 2-I</a
><span class="note"> Заңымен.</span><br>
<h3 id="z6"> 2-бап. Бағаналар</h3><p>Бағана тік тұрады.</p>
</article></div></div></div></body></html>"""


@pytest.fixture(scope="module")
def fragment(test_data: Path) -> Document:
    return structure(read((test_data / FRAGMENT).read_bytes(), name="constitution.html"))


@pytest.mark.real_data
def test_a_saved_page_gives_title_preamble_section_and_articles(fragment: Document) -> None:
    # read off the page by eye
    assert fragment.title == "Конституция Республики Казахстан"
    assert fragment.language is Language.RU
    assert fragment.metadata is not None
    assert fragment.metadata.publisher_id == "K950001000_"
    assert [node.number for node in fragment.walk() if node.kind is Kind.SECTION] == ["I"]
    assert [node.number for node in fragment.walk() if node.kind is Kind.ARTICLE] == ["1", "27", "28"]
    preamble = fragment.find("preamble")
    assert preamble is not None
    assert len(preamble.children) == 5


@pytest.mark.real_data
def test_parts_of_articles_and_anchors_of_the_page_are_kept(fragment: Document) -> None:
    parts = [node for node in fragment.walk() if node.kind is Kind.PARAGRAPH]

    assert [node.number for node in parts] == ["1", "1", "2", "1", "2", "3", "1", "2"]
    assert {node.source_id for node in parts} >= {"z116", "z184", "z188", "z190", "z191", "z192"}


@pytest.mark.real_data
def test_red_remarks_are_notes_and_no_law(fragment: Document) -> None:
    notes = [node for node in fragment.walk() if node.kind is Kind.NOTE]

    assert len(notes) == 6  # six <font color="#FF0000"> in the page
    assert all(node.text.startswith("Примечание. См.") for node in notes)


@pytest.mark.real_data
def test_the_status_of_the_page_is_not_part_of_the_law(fragment: Document) -> None:
    assert "Обновленный" not in fragment.text


@pytest.mark.real_data
def test_the_empty_shell_of_the_new_portal_is_refused_by_its_own_code(test_data: Path) -> None:
    data = (test_data / SHELL).read_bytes()

    assert detect(data, name="page.html") == "adilet"
    with pytest.raises(UnreadableInput, match="P106"):
        read(data, name="page.html")


def test_a_classic_page_of_a_code_is_read_whole() -> None:
    document = structure(read(CODE.encode(), name="code.html"))

    assert [node.eid for node in document.walk() if node.num] == [
        "chp_1", "art_1", "art_1__para_1", "art_1__para_2", "art_1__para_2__point_1", "art_1__para_2__point_2", "art_2",
    ]  # fmt: skip
    chapter, article = document.find("chp_1"), document.find("art_1")
    assert chapter is not None
    assert (chapter.num, chapter.heading, chapter.source_id) == ("1-тарау.", "Жалпы ережелер", "z1")
    assert article is not None
    assert article.children[-1].kind is Kind.AMENDMENT_NOTE
    assert article.children[-1].text == "Ескерту. 1-бапқа өзгеріс енгізілді – ҚР 02.03.2026 № 2-I Заңымен."
    assert document.language is Language.KK
