"""The source beside the text: lines as they were given, pages of a PDF file as pictures."""

from __future__ import annotations

import io
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from web.desk import GARDEN, PARKS_KK
from zhargy.text import Source, Span
from zhargy.web.presentation.source import span_on_page

_LINES = [
    ["Rules of the quiet garden", "Article 1. Quiet", "1. Nobody shouts in the garden."],
    ["2. Whoever shouts, as Article 9 says, leaves.", "Article 2. Wells", "1. Wells stay open."],
]


def pdf_of(pages: list[list[str]]) -> bytes:
    """Return a PDF file with a text layer, one line below the other (ISO 32000-1, 7.5, without the table of places)."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for index, lines in enumerate(pages):
        shown = "\n".join(f"({line}) Tj 0 -40 Td" for line in lines)
        stream = f"BT /F1 14 Tf 60 720 Td\n{shown}\nET".encode()
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * index} 0 R "
        objects.append(page.encode() + b"/Resources << /Font << /F1 3 0 R >> >> >>")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, item) for number, item in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R /Size %d >>\n%%%%EOF\n" % (len(objects) + 1)


@pytest.fixture
def scroll(client: Client) -> str:
    """The address of an act read from a PDF file of two pages."""
    return str(client.post("/", {"file": SimpleUploadedFile("garden.pdf", pdf_of(_LINES))})["Location"])


def test_a_place_of_the_source_is_shown_with_the_lines_around_it(client: Client) -> None:
    html = client.post("/", {"text": GARDEN}, follow=True).text
    link = re.search(r'href="(/source[^"]+)">line 3<', html)
    assert link is not None

    shown = client.get(unescape(link[1])).text

    assert "paste.txt, line 3" in shown
    assert "<mark>күтушiсi</mark>" in shown
    assert "1-бап. Қоғамдық баққа қамқорлық" in shown


def test_a_place_beyond_the_end_is_the_end(client: Client) -> None:
    answer = client.get(f"/source{PARKS_KK}", {"at": "999999999", "to": "x"})

    assert answer.status_code == 200


def test_a_place_in_a_pdf_file_is_shown_on_the_picture_of_its_page(client: Client, scroll: str) -> None:
    body = client.get(f"{scroll}/~art_2", {"format": "json"}).json()
    document = client.get(scroll, {"format": "json"}).json()["document"]
    start = body["node"]["span"][0]
    assert document["text"][start:].startswith("Article 2.")

    shown = client.get(f"/source{scroll}", {"at": 110, "to": 120}).text

    assert "page 2, line 1" in shown
    image = re.search(r'<img class="pageimage" src="([^"]+)" alt="[^"]+"', shown)
    assert image is not None
    assert "/2.png?" in image[1]


def test_the_words_in_question_are_marked_on_the_picture(client: Client, scroll: str) -> None:
    plain = client.get(f"/page{scroll}/1.png")
    marked = client.get(f"/page{scroll}/1.png", {"at": 0, "to": 5})

    assert plain.headers["Content-Type"] == "image/png"
    before, after = (Image.open(io.BytesIO(answer.content)).convert("RGB") for answer in (plain, marked))
    changed = [
        (x, y)
        for x in range(0, before.width, 2)
        for y in range(0, before.height, 2)
        if before.getpixel((x, y)) != after.getpixel((x, y))
    ]
    scale = 110 / 72  # pixels a point
    assert changed
    # the first word stands at 60 points from the left, on the line whose foot is 720 points above the bottom of 842
    assert min(x for x, _ in changed) == pytest.approx(60 * scale, abs=6)
    assert max(y for _, y in changed) == pytest.approx((842 - 720) * scale, abs=8)
    assert max(x for x, _ in changed) < 110 * scale


def test_a_page_that_the_file_does_not_have_is_refused(client: Client, scroll: str) -> None:
    assert client.get(f"/page{scroll}/3.png").status_code == 404
    assert client.get(f"/page{scroll}/0.png").status_code == 404


def test_a_stretch_over_two_pages_is_cut_to_the_page_that_is_shown() -> None:
    source = Source(text="abcde\nfghij\nklmno", name="a.pdf", pages=((0, 1), (6, 2), (12, 3)))

    assert [span_on_page(source, page, Span(3, 14)) for page in (1, 2, 3)] == [Span(3, 5), Span(0, 5), Span(0, 2)]
    assert span_on_page(source, 3, Span(0, 4)) == Span(0, 0)
