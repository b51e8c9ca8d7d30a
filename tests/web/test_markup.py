"""The HTML of the law holds every word of the document, in order, and nothing that could run."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

from hypothesis import given, settings

from documents import documents
from web.desk import HOSTILE, long_act
from zhargy.model import Document, Outcome, Reference, Target
from zhargy.parsing import read, structure
from zhargy.text import Span
from zhargy.web.presentation.contents import contents, contents_html
from zhargy.web.presentation.markup import Addresses, render_nodes
from zhargy.web.presentation.paging import Paging, shortened
from zhargy.web.presentation.repairs import difference

_VOID = {"br", "img", "hr", "input"}
_TAGS = {"p", "strong", "a", "span", "mark", "div", "section", "article", "table", "tr", "td"}
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}


def rendered(document: Document) -> str:
    addresses = Addresses(
        permalink=lambda eid: f"/~{eid}",
        permalink_label=lambda number: f"address of {number}",
        reference=lambda reference: f"#{reference.eids[0]}" if reference.eids else reference.work,
        preview=lambda reference: f"/preview/{','.join(reference.eids)}",
    )
    return render_nodes(document, document.children, addresses=addresses)


def structured(text: str) -> Document:
    return structure(read(text.encode(), name="a.txt"))


def shown(html: str) -> str:
    """Return the words of `html` without those that are not the law's: permanent links and lifted page numbers."""
    html = re.sub(r' <a class="permalink".*?>#</a>|<span class="anchor">.*?</span>', "", html, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "", html))


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


class Nesting(HTMLParser):
    """Fails on tags that are not closed in order, and gathers ids and tags."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in _VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag


@given(documents())
@settings(max_examples=60, deadline=None)
def test_any_document_is_shown_whole_in_well_formed_html(document: Document) -> None:
    html = rendered(document)

    nesting = Nesting()
    nesting.feed(html)
    assert nesting.opened == []
    assert nesting.tags <= _TAGS | _HEADINGS
    assert letters(shown(html)) == letters(document.text)


@given(documents())
@settings(max_examples=40, deadline=None)
def test_every_element_of_a_page_has_its_id_once(document: Document) -> None:
    nesting = Nesting()

    nesting.feed(rendered(document))

    assert len(nesting.ids) == len(set(nesting.ids))
    assert set(nesting.ids) == {node.eid for node in document.walk()}


def test_words_that_look_like_tags_stay_words() -> None:
    html = rendered(structured(HOSTILE))

    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "&lt;b&gt;ночью&lt;/b&gt;" in html


def test_a_repair_is_marked_with_what_stood_there() -> None:
    html = rendered(structured("1-бап. Тәртiп\n\n1. Бұл жерде тәртiп бар.\n"))

    assert html.count("<mark") == 2
    assert 'title="P001: тәртiп"' in html


def test_each_outcome_of_a_reference_is_marked_in_its_own_way() -> None:
    document = structured("Статья 1. Шум\n\n1. Смотри сюда.\n")
    start = document.text.index("Смотри")

    for outcome in Outcome:
        eids = ("art_1",) if outcome in {Outcome.FOUND, Outcome.AMBIGUOUS} else ()
        reference = Reference(span=Span(start, start + 6), target=Target(), outcome=outcome, eids=eids)
        html = rendered(replace(document, references=(reference,)))
        assert f'class="ref {outcome}"' in html
        assert (f'aria-describedby="ref-{outcome}"' in html) is (outcome is not Outcome.FOUND)


def test_the_contents_list_chapters_and_articles_with_the_repealed_ones_marked() -> None:
    document = structured("Глава 1. Сад\n\nСтатья 1. Тишина\n\nТише.\n\nСтатья 2. Утратила силу.\n")

    html = contents_html(contents(document.children), address=lambda eid: f"#{eid}", current=frozenset({"art_1"}))

    assert re.sub(r"<[^>]+>", "|", html).split("|").count("Статья 1. Тишина") == 1
    assert 'href="#art_1" aria-current="location"' in html
    assert html.count('class="repealed"') == 1


def test_the_pages_of_a_long_act_hold_each_element_once_and_in_order() -> None:
    document = structured(long_act())
    paging = Paging.of(document)

    shown_ids = [inner.eid for sheet in paging.sheets for node in sheet.nodes for inner in node.walk()]
    above = {node.eid for sheet in paging.sheets for node in sheet.above}

    assert len(paging.sheets) > 3
    assert len(shown_ids) == len(set(shown_ids))
    assert set(shown_ids) | above == {node.eid for node in document.walk()}
    assert [eid for eid in shown_ids if eid.startswith("art_") and "__" not in eid] == [
        f"art_{n}" for n in range(1, 121)
    ]
    assert all(paging.sheet_of[node.eid] < len(paging.sheets) for node in document.walk())


def test_a_short_act_is_one_page() -> None:
    assert len(Paging.of(structured(HOSTILE)).sheets) == 1


def test_an_article_is_never_torn_apart() -> None:
    document = structured("Глава 1. Одна\n\nСтатья 1. Длинная\n\n" + "1. Слова идут и идут. " * 6000)

    paging = Paging.of(document)

    assert any(sheet.nodes[-1].eid == "art_1" for sheet in paging.sheets)


def test_what_is_above_an_element_is_told_outermost_first() -> None:
    document = structured("Глава 1. Сад\n\nСтатья 1. Тишина\n\n1. Тише:\n\n1) утром;\n\n2) вечером.\n")

    above = Paging.of(document).above("art_1__para_1__point_2")

    assert [node.eid for node in above] == ["chp_1", "art_1", "art_1__para_1"]


def test_a_shortened_provision_keeps_its_beginning() -> None:
    document = structured(long_act(chapters=1, articles=3))
    chapter = next(node for node in document.walk() if node.eid == "chp_1")

    cut = shortened(chapter, length=1_000)

    assert [node.eid for node in cut.walk()][:2] == ["chp_1", "art_1"]
    assert "art_2" not in {node.eid for node in cut.walk()}
    assert shortened(chapter, length=10**6) == chapter


def test_only_the_letters_that_a_repair_changed_are_marked() -> None:
    struck, written = difference("бiрге", "бірге")

    assert [(piece.text, piece.changed) for piece in struck] == [("б", False), ("i", True), ("рге", False)]
    assert [(piece.text, piece.changed) for piece in written] == [("б", False), ("і", True), ("рге", False)]
