"""The printed page of a pack: one file, nothing loaded, words escaped, every norm and example there."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from norms.packs_at_hand import case, norm, pack_of, truths
from zhargy.app.norms import pack, pack_names
from zhargy.messages.law import LawWords
from zhargy.norms.exports import html_of, markdown_of, sheet_of
from zhargy.norms.exports.page import Sheet
from zhargy.norms.packs import Pack
from zhargy.text import Language

_VOID = {"meta", "link", "img", "br"}


def sheet(found: Pack, language: Language) -> Sheet:
    return sheet_of(found, LawWords(language=language, packs=(found,), vocabulary=found.vocabulary))


@cache
def page(name: str, language: Language) -> str:
    return html_of(sheet(pack(name), language))


class Outline(HTMLParser):
    """Notes tags in their order, refuses what is not closed, and gathers the words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("name", pack_names())
@pytest.mark.parametrize("language", list(Language))
def test_every_norm_and_every_example_is_on_the_page(name: str, language: Language) -> None:
    found = Outline(page(name, language))

    ids = [attributes["id"] for tag, attributes in found.tags if tag == "article"]
    chosen = pack(name)
    assert len(ids) == len(set(ids))
    assert ids[: len(chosen.own_norms)] == list(chosen.own_norms)
    assert ids[-len(chosen.cases) :] == [f"case-{case.name}" for case in chosen.cases]


@pytest.mark.parametrize("name", pack_names())
def test_nothing_is_loaded_and_nothing_runs(name: str) -> None:
    found = Outline(page(name, Language.KK))

    assert {tag for tag, _ in found.tags} & {"script", "link", "img", "iframe", "object", "form"} == set()
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on") or name == "src"]
    assert all(str(attributes["href"]).startswith("#") for tag, attributes in found.tags if tag == "a")
    assert "url(" not in page(name, Language.KK)
    assert "@import" not in page(name, Language.KK)


@pytest.mark.parametrize("language", list(Language))
def test_a_page_names_its_language_and_has_one_heading_above_all(language: Language) -> None:
    found = Outline(page("sample", language))

    assert found.tags[0] == ("html", {"lang": language})
    levels = [int(tag[1]) for tag, _ in found.tags if re.fullmatch(r"h\d", tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert {"header", "nav", "main"} <= {tag for tag, _ in found.tags}


def test_words_of_another_language_are_marked() -> None:
    found = Outline(page("sample", Language.EN))

    marked = [attributes["lang"] for tag, attributes in found.tags if tag == "dd" and "lang" in attributes]
    assert set(marked) == {"kk"}
    assert len(marked) == len(pack("sample").own_norms)


def test_a_page_can_be_printed() -> None:
    text = page("sample", Language.RU)

    assert "@page { size: A4;" in text
    assert "@media print" in text


def test_a_norm_is_told_in_words_with_its_sanction_and_exceptions() -> None:
    words = " ".join(Outline(page("sample", Language.EN)).words)

    for told in (
        "Art. 3(1). Illegal felling of a rare tree",
        "A tree was felled: yes",
        "Art. 4(1) Danger to life",
        "fine of up to 30 MCI",
        "at most 1/2 of the greatest penalty",
        "from 2025-07-01",
        "“екі жүз сантиметрден асатын”",
        "Of which part of Article 3 is the fine doubled?",
    ):
        assert told in words


@pytest.mark.parametrize("write", [html_of, markdown_of])
def test_the_words_of_a_pack_are_words_and_no_marks(write: object) -> None:
    title = "title: {kk: '<b>&Бірі', ru: '<b>&Один', en: '<script>*x*</script>'}"
    blocks = [*truths(["a"]), norm("art_1", "a").replace("title: {kk: Норма, ru: Норма, en: Norm}", title)]
    found = pack_of(*blocks, case("{a: true}", "{art_1: applies}"))

    text = html_of(sheet(found, Language.EN)) if write is html_of else markdown_of(sheet(found, Language.EN))

    assert "<script>" not in text
    assert ("&lt;script&gt;*x*&lt;/script&gt;" if write is html_of else r"\<script\>\*x\*\</script\>") in text


def test_markdown_says_the_same_as_the_page() -> None:
    told = sheet(pack("sample"), Language.RU)
    text = markdown_of(told)

    plain = text.replace("\\", "")
    lines = [
        clause.text
        for part in told.parts
        for entry in part.entries
        for field in entry.fields
        for line in field.lines
        for clause in line.walk()
    ]
    assert [line for line in lines if line not in plain] == []
    assert next(line for line in text.splitlines() if line.startswith("### ")) == "### ст. 1. Редкое дерево"


def test_the_same_pack_gives_the_same_page() -> None:
    assert html_of(sheet(pack("sample"), Language.KK)) == page("sample", Language.KK)
