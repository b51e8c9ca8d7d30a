"""Short acts of our own for tests of the library."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image

from zhargy.parsing import Recognised

ORCHARDS_KK: Final = """ҚИЯЛДАҒЫ ЗАҢ

Алма бақтары туралы

2019 жылғы 4 наурыздағы № 88-V

1-бап. Алма бағы

1. Алма бағын бағбан күтедi.

2. Бағбан жыл сайын есептiк кiтап толтырады.

2-бап. Жауаптылық

Бағды күтпеген бағбан он теңге айыппұл төлейді.
"""
ORCHARDS_RU: Final = """ВЫМЫШЛЕННЫЙ ЗАКОН

О яблоневых садах

4 марта 2019 года № 88-V

Статья 1. Яблоневый сад

1. За садом ухаживает садовник.

2. Садовник ежегодно заполняет книгу.
"""
NEWER_KK: Final = ORCHARDS_KK.replace("он теңге", "жүз теңге")
BEES_RU: Final = """ВЫМЫШЛЕННЫЙ ЗАКОН

О пчелах

7 мая 2020 года № 12-VI

Статья 1. Пасека

Пасека ставится в саду, указанном в пункте 1 статьи 1 Закона от 4 марта 2019 года № 88-V «О яблоневых садах».
"""
NAMELESS: Final = "1-бап. Ауа райы\n\nЖаңбыр жауса, қолшатыр алынады.\n"


def scan() -> bytes:
    """Return a PDF of one page that is a picture only, the same bytes at any time of day."""
    out = io.BytesIO()
    Image.new("RGB", (120, 120), "white").save(out, format="PDF", creationDate=None, modDate=None)
    return out.getvalue()


class Scanner:
    """A reader of scanned pages that always sees the same words and counts how often it was asked."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pages = 0

    def __call__(self, png: bytes, /) -> Recognised:
        """Return the words."""
        assert png.startswith(b"\x89PNG")
        self.pages += 1
        return Recognised(text=self.text, confidence=96)
