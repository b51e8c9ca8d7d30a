"""The words of the pages: each in three languages, none left over, placeholders equal."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

WEB = Path(__file__).parents[2] / "src" / "zhargy" / "web"
LANGUAGES = ["kk", "ru", "en"]
_KEYWORDS = {"gettext": None, "ngettext": (1, 2), "gettext_lazy": None, "_": None}
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_TAG = re.compile(r"\{% blocktranslate.*?endblocktranslate %\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
#: What is the same in every language: the name of the program and of an example.
_NAMES = {"Zhargy", "UTF", "utf"}


def catalogue(language: str) -> Catalog:
    path = WEB / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as lines:
        return read_po(lines, locale=language, abort_invalid=True)


def forms(said: object) -> list[str]:
    """Return the sentences of an entry: one, or one for each grammatical number."""
    return [str(form) for form in said] if isinstance(said, (list, tuple)) else [str(said)]


def asked_for() -> set[str]:
    """Return every sentence that templates and modules of the portal ask the catalogue for."""
    return {said for source in sources() for said in _messages(source)}


def sources() -> list[str]:
    templates = [templatize(path.read_text("utf-8")) for path in sorted(WEB.rglob("*.html"))]
    return [*templates, *(path.read_text("utf-8") for path in sorted(WEB.rglob("*.py")))]


def _messages(source: str) -> Iterator[str]:
    for _, found, _, _ in extract("python", io.BytesIO(source.encode()), keywords=_KEYWORDS):
        yield found[0] if isinstance(found, tuple) else found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_pages_is_in_the_catalogue_and_nothing_else_is(language: str) -> None:
    known = {entry.id[0] if isinstance(entry.id, tuple) else entry.id for entry in catalogue(language) if entry.id}

    assert known == asked_for()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_with_all_its_plural_forms(language: str) -> None:
    found = catalogue(language)

    for entry in found:
        if not entry.id:
            continue
        said = forms(entry.string)
        assert len(said) == (found.num_plurals if isinstance(entry.id, tuple) else 1), entry.id
        assert all(text.strip() for text in said), entry.id
        assert "fuzzy" not in entry.flags, entry.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_original(language: str) -> None:
    for entry in catalogue(language):
        [original, *_] = forms(entry.id)
        for said in forms(entry.string) if original else ():
            assert set(_PLACEHOLDER.findall(said)) == set(_PLACEHOLDER.findall(original)), original


def test_kazakh_and_russian_say_something_of_their_own() -> None:
    for entry in catalogue("kk"):
        assert not entry.id or entry.string != entry.id
    for entry in catalogue("ru"):
        assert not entry.id or entry.string != entry.id


@pytest.mark.parametrize("path", sorted(WEB.rglob("*.html")), ids=lambda path: path.name)
def test_a_template_has_no_words_of_its_own(path: Path) -> None:
    words = re.sub(
        r"\{% blocktranslate.*?endblocktranslate %\}|\{%.*?%\}|\{\{.*?\}\}",
        "",
        path.read_text("utf-8"),
        flags=re.DOTALL,
    )
    words = re.sub(r"<[^>]*>", " ", words)

    assert set(re.findall(r"[^\W\d_]{2,}", re.sub(r"&\w+;", "", words))) <= _NAMES


@pytest.mark.parametrize("path", sorted(WEB.rglob("*.html")), ids=lambda path: path.name)
def test_an_attribute_that_people_hear_or_see_is_translated(path: Path) -> None:
    spoken = re.findall(r'(?:aria-label|alt|title|data-busy)="([^"]*)"', path.read_text("utf-8"))

    assert [said for said in spoken if not said.startswith(("{%", "{{"))] == []
