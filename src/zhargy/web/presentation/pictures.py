"""Pictures of the pages of a PDF file, with the words in question marked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from zhargy.text import Span

_DPI: Final = 110
_POINTS: Final = 72
_MARK: Final = (255, 209, 70, 110)
_PAD: Final = 2
Box = tuple[float, float, float, float]


def page_picture(data: bytes, page: int, *, marked: Span) -> bytes:
    """Return a page as PNG.

    Args:
        data: Bytes of the PDF file.
        page: Number of the page, from 1.
        marked: Stretch of the text layer of the page to mark, line ends counted as one character; may be empty.
    """
    document = pdfium.PdfDocument(data)
    try:
        shown = document[page - 1]
        picture = shown.render(scale=_DPI / _POINTS).to_pil().convert("RGB")
        boxes = list(_boxes(shown, marked)) if len(marked) else []
        return _png(_painted(picture, boxes, height=shown.get_height()))
    finally:
        document.close()


def _boxes(page: pdfium.PdfPage, marked: Span) -> Iterator[Box]:
    """Yield the boxes of the characters of a stretch, in points from the lower left corner."""
    layer = page.get_textpage()
    try:
        offsets = _offsets(layer.get_text_range())
        for index in offsets[marked.start : marked.end]:
            if index < layer.count_chars():
                yield layer.get_charbox(index)
    finally:
        layer.close()


def _offsets(layer: str) -> list[int]:
    """Return for each character of the text as it was read its place in the layer, which ends lines with two."""
    return [
        at for at, char in enumerate(layer) if not (char == "\r" and layer[at + 1 : at + 2] == "\n") and char != "\0"
    ]


def _painted(picture: Image.Image, boxes: list[Box], *, height: float) -> Image.Image:
    if not boxes:
        return picture
    scale = _DPI / _POINTS
    veil = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(veil)
    for left, bottom, right, top in boxes:
        corners = (
            left * scale - _PAD,
            (height - top) * scale - _PAD,
            right * scale + _PAD,
            (height - bottom) * scale + _PAD,
        )
        draw.rectangle(corners, fill=_MARK)
    return Image.alpha_composite(picture.convert("RGBA"), veil).convert("RGB")


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, format="PNG")
    return out.getvalue()
