"""PDF files printed here from the sample acts: pages, running heads, positions; scanned pages through Tesseract."""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess

import pypdfium2 as pdfium
import pytest

from mutated import PDF
from zhargy.adapters.tesseract import find_tesseract
from zhargy.errors import UnreadableInput
from zhargy.model import AnchorKind, Document, Kind, Severity
from zhargy.packs.samples_index import samples
from zhargy.parsing import Recognised, read, structure
from zhargy.parsing.recognition import Recognise

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HEAD = "Қиялдағы заңдар жинағы"
PAGE = """<html lang="kk"><head><meta charset="utf-8"><style>@page {{ size: A5; margin: 15mm }}
body {{ font: 11pt serif; width: 110mm }} p {{ margin: 1mm 0 }} .sheet {{ break-after: page }}
.foot {{ margin-top: 4mm }}
</style></head><body>{}</body></html>"""


def sample_text() -> str:
    return next(found.data for found in samples() if found.name == "parks.2024.kk.txt").decode()


def sheets() -> str:
    """Return the sample act on four sheets, each with a running head and a page number."""
    lines = [line for line in sample_text().split("\n") if line.strip()]
    parts = [lines[at : at + 11] for at in range(0, len(lines), 11)]
    return "".join(
        f"<div class='sheet'><p>{HEAD}</p>{''.join(f'<p>{html.escape(line)}</p>' for line in part)}"
        f"<p class='foot'>{number}</p></div>"
        for number, part in enumerate(parts, 11)
    )


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample act as a PDF with a text layer."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    folder = tmp_path_factory.mktemp("pdf")
    (folder / "act.html").write_text(PAGE.format(sheets()), encoding="utf-8")
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'act.pdf'}", str(folder / "act.html"),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "act.pdf").read_bytes()


def scanned(data: bytes, *, dpi: int = 300) -> bytes:
    """Return a PDF whose pages are pictures of those given."""
    document = pdfium.PdfDocument(data)
    pages = [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]
    document.close()
    out = io.BytesIO()
    pages[0].save(out, format="PDF", save_all=True, append_images=pages[1:], resolution=dpi)
    return out.getvalue()


def opened(data: bytes, recognise: Recognise | None = None) -> Document:
    return structure(read(data, name="act.pdf", recognise=recognise))


@pytest.mark.browser
def test_the_text_layer_gives_the_same_tree_as_the_text(printed: bytes) -> None:
    expected = structure(read(sample_text().encode(), name="act.txt"))

    document = opened(printed)

    assert [(node.eid, node.num) for node in document.walk() if node.num] == [
        (node.eid, node.num) for node in expected.walk() if node.num
    ]
    assert [node.status for node in document.walk() if node.kind is Kind.ITEM] == [
        node.status for node in expected.walk() if node.kind is Kind.ITEM
    ]


@pytest.mark.browser
def test_page_numbers_and_running_heads_are_lifted_out(printed: bytes) -> None:
    document = opened(printed)

    assert [anchor.value for anchor in document.anchors if anchor.kind is AnchorKind.PAGE_NUMBER][:3] == [
        "11",
        "12",
        "13",
    ]
    assert HEAD not in document.text
    assert any(anchor.kind is AnchorKind.RUNNING_HEAD and anchor.value == HEAD for anchor in document.anchors)


@pytest.mark.browser
def test_positions_name_page_line_and_column(printed: bytes) -> None:
    document = opened(printed)
    layer = pdfium.PdfDocument(printed)
    pages = [page.get_textpage().get_text_range().replace("\r\n", "\n").split("\n") for page in layer]

    places = [(document.mapped.position(node.span.start), node.num) for node in document.walk() if node.num]

    assert {place.page for place, _ in places} == set(range(1, len(pages) + 1))
    for place, num in places:
        assert place.page is not None
        line = pages[place.page - 1][place.line - 1]
        assert line[place.column - 1 :].replace("\ufffe", "-").startswith(num)


@pytest.mark.browser
@pytest.mark.ocr
@pytest.mark.slow
def test_scanned_pages_give_nine_words_of_ten(printed: bytes) -> None:
    recognise = find_tesseract()
    if recognise is None:
        pytest.skip("Tesseract with kaz, rus and eng is not installed")

    document = opened(scanned(printed), recognise)

    expected, found = words(opened(printed).text), words(document.text)
    assert sum(word in found for word in expected) >= 0.9 * len(expected)
    told = [item for item in document.diagnostics if item.code == "P151"]
    assert [item.position.page for item in told if item.position] == list(range(1, len(told) + 1))
    articles = [node.number for node in document.walk() if node.kind is Kind.ARTICLE]
    assert articles == [node.number for node in opened(printed).walk() if node.kind is Kind.ARTICLE]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{3,}", text.casefold())


@pytest.fixture(scope="module")
def picture() -> bytes:
    return scanned(PDF, dpi=40)


def test_scanned_pages_without_a_recogniser_are_an_error(picture: bytes) -> None:
    document = opened(picture)

    assert document.text == ""
    assert ("P150", Severity.ERROR) in {(found.code, found.severity) for found in document.diagnostics}


@pytest.mark.parametrize(("confidence", "severity"), [(95, Severity.INFO), (50, Severity.WARNING)])
def test_what_a_recogniser_reads_becomes_the_text(picture: bytes, confidence: int, severity: Severity) -> None:
    def recognise(png: bytes, /) -> Recognised:
        assert png.startswith(b"\x89PNG")
        return Recognised(text="1-бап. Шам\n\nШам түнде жанады.", confidence=confidence)

    document = opened(picture, recognise)

    assert [node.num for node in document.walk() if node.num] == ["1-бап."]
    told = next(found for found in document.diagnostics if found.code == "P151")
    assert (told.severity, told.params["confidence"]) == (severity, str(confidence))


def test_a_file_cut_off_gives_the_pages_that_are_left_and_an_error() -> None:
    whole = opened(PDF)

    cut = opened(PDF[:-110])

    assert whole.text == cut.text == "Article 1. Light\n1. A lamp shall glow at night."
    assert [found.code for found in cut.diagnostics if found.severity is Severity.ERROR] == ["P103"]
    with pytest.raises(UnreadableInput, match="P904"):
        opened(PDF[:40])


def test_a_page_that_cannot_be_loaded_is_told_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise pdfium.PdfiumError("Failed to load page.")

    monkeypatch.setattr(pdfium.PdfDocument, "get_page", refuse)

    document = opened(PDF)

    told = next(found for found in document.diagnostics if found.code == "P103")
    assert told.severity is Severity.ERROR
    assert told.position is not None
    assert told.position.page == 1


def test_a_file_without_words_is_refused() -> None:
    blank = PDF.replace(b"(Article 1. Light) Tj", b"").replace(b"(1. A lamp shall glow at night.) Tj", b"")

    with pytest.raises(UnreadableInput, match="P902"):
        opened(blank)


def test_a_locked_file_is_told_as_locked() -> None:
    key = b"(" + b"x" * 32 + b")"
    lock = b"/ID[(a)(b)]/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O" + key + b"/U" + key + b">>"

    with pytest.raises(UnreadableInput, match="P903"):
        opened(PDF.replace(b"trailer<</Root 1 0 R", b"trailer<</Root 1 0 R" + lock))
