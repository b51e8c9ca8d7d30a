"""Pages of EUR-Lex, old classes and new: a page made up here with the marks of real ones."""

from __future__ import annotations

import pytest

from zhargy.model import Document, Kind
from zhargy.parsing import detect, read, structure
from zhargy.text import Language

PAGE = """<html lang="en"><body><p class="{0}doc-ti">FICTIONAL REGULATION (ZZ) 2026/1</p>
<p class="{0}doc-ti">of 2 March 2026</p><p class="{0}doc-ti">on lamps</p>
<p class="{0}normal">Whereas:</p><table><tr><td><p class="{0}normal">(1)</p></td>
<td><p class="{0}normal">Lamps give light.</p></td></tr></table>
<p class="{0}normal">HAVE ADOPTED THIS REGULATION:</p>
<p class="{0}ti-section-1">CHAPTER I</p><p class="{0}ti-section-2">LIGHT</p>
<div class="eli-subdivision" id="art_1"><p class="{0}ti-art">Article 1</p><p class="{0}sti-art">Duties</p>
<p class="{0}normal">1.   A keeper of lamps shall:</p>
<table><tr><td><p class="{0}normal">(a)</p></td><td><p class="{0}normal">light them;</p>
<table><tr><td><p class="{0}normal">(i)</p></td><td><p class="{0}normal">at dusk; and</p></td></tr></table>
</td></tr></table>
<table><tr><td><p class="{0}normal">(b)</p></td><td><p class="{0}normal">count them.</p></td></tr></table>
<p class="{0}note"><a href="#n1">(1)</a> OJ ZZ 1, p. 1.</p></div>
<p class="{0}ti-art">Article 2</p><p class="{0}sti-art">Entry into force</p>
<p class="{0}normal">This Regulation shall enter into force at once.</p></body></html>"""


@pytest.fixture(params=["oj-", ""], ids=["new classes", "old classes"])
def act(request: pytest.FixtureRequest) -> Document:
    page = PAGE.format(request.param).encode()
    assert detect(page, name="page.html") == "eurlex"
    return structure(read(page, name="page.html"))


def test_points_in_tables_belong_to_their_paragraph(act: Document) -> None:
    assert [(node.eid, node.num) for node in act.walk() if node.num] == [
        ("rec_1", "(1)"),
        ("chp_I", "CHAPTER I"),
        ("art_1", "Article 1"),
        ("art_1__para_1", "1."),
        ("art_1__para_1__point_a", "(a)"),
        ("art_1__para_1__point_a__point_i", "(i)"),
        ("art_1__para_1__point_b", "(b)"),
        ("art_2", "Article 2"),
    ]


def test_headings_titles_and_notes_are_told_by_their_classes(act: Document) -> None:
    chapter, article = act.find("chp_I"), act.find("art_1")

    assert chapter is not None
    assert chapter.heading == "LIGHT"
    assert article is not None
    assert (article.heading, article.source_id) == ("Duties", "art_1")
    assert [node.text for node in act.walk() if node.kind is Kind.NOTE] == ["(1) OJ ZZ 1, p. 1."]
    assert act.title == "FICTIONAL REGULATION (ZZ) 2026/1 of 2 March 2026 on lamps"
    assert act.language is Language.EN
