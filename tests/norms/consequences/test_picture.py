"""The picture of the table: every number written out, readable without colours, well formed."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from zhargy.norms.consequences import Gravity, PictureWords, Range, picture

TABLE = {
    (Gravity.NONE, Gravity.NONE): Range(least=900, most=900),
    (Gravity.NONE, Gravity.SMALL): Range(least=3, most=7),
    (Gravity.SMALL, Gravity.NONE): Range(least=2, most=2),
}
WORDS = PictureWords(
    language="en",
    title="Category before & after",
    described="Rows are the first law.",
    before="old",
    after="new <draft>",
    gravities={gravity: gravity.value for gravity in Gravity},
    notes=("SYNTHETIC: says nothing about how often.",),
)


def test_a_picture_names_itself_and_tells_every_number() -> None:
    root = ET.fromstring(picture(TABLE, words=WORDS))  # noqa: S314 - our own drawing

    space = "{http://www.w3.org/2000/svg}"
    texts = [each.text for each in root.iter(f"{space}text")]
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title described"
    assert root.findtext(f"{space}title") == "Category before & after"
    assert root.findtext(f"{space}desc") == "Rows are the first law."
    assert {"900", "▲ 3–7", "▼ 2", "→ new <draft>", "SYNTHETIC: says nothing about how often."} <= set(texts)


def test_categories_that_no_case_has_are_left_out() -> None:
    drawing = picture(TABLE, words=WORDS)

    assert "misdemeanour" not in drawing
    assert picture(TABLE, words=WORDS) == drawing
