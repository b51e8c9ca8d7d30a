"""The words that markers are made of, in Kazakh, Russian and English."""

from __future__ import annotations

import re
from typing import Final

from zhargy.model import Kind

#: Units that follow their number: «1-бап», «2-тарау». Longer words first.
KK_UNITS: Final = {
    "кіші бөлім": Kind.SUBSECTION,
    "параграф": Kind.SUBCHAPTER,
    "қосымша": Kind.ANNEX,
    "бөлім": Kind.SECTION,
    "тарау": Kind.CHAPTER,
    "кітап": Kind.BOOK,
    "бап": Kind.ARTICLE,
}

#: Units that precede their number: «Статья 5», "CHAPTER III".
LED_UNITS: Final = {
    "приложение": Kind.ANNEX,
    "подраздел": Kind.SUBSECTION,
    "параграф": Kind.SUBCHAPTER,
    "appendix": Kind.ANNEX,
    "article": Kind.ARTICLE,
    "chapter": Kind.CHAPTER,
    "section": Kind.SECTION,
    "раздел": Kind.SECTION,
    "статья": Kind.ARTICLE,
    "глава": Kind.CHAPTER,
    "книга": Kind.BOOK,
    "часть": Kind.PART,
    "annex": Kind.ANNEX,
    "title": Kind.PART,
    "part": Kind.PART,
}

#: Units printed without any number.
PLAIN_HEADS: Final = {"тарау": Kind.CHAPTER, "қосымша": Kind.ANNEX, "приложение": Kind.ANNEX, "annex": Kind.ANNEX}

#: The two halves of a code, named and not numbered.
NAMED_PARTS: Final = ("общая часть", "особенная часть", "жалпы бөлік", "ерекше бөлік")

ORDINALS: Final = {
    "бірінші": "1",
    "екінші": "2",
    "үшінші": "3",
    "төртінші": "4",
    "бесінші": "5",
    "алтыншы": "6",
    "жетінші": "7",
    "сегізінші": "8",
    "тоғызыншы": "9",
    "оныншы": "10",
    "первая": "1",
    "первый": "1",
    "вторая": "2",
    "второй": "2",
    "третья": "3",
    "третий": "3",
    "четвертая": "4",
    "четвертый": "4",
    "пятая": "5",
    "пятый": "5",
    "шестая": "6",
    "седьмая": "7",
    "восьмая": "8",
    "девятая": "9",
    "десятая": "10",
}

#: «Статья 228 Уголовного кодекса …» begins a sentence, not an article.
GENITIVE_ACT: Final = re.compile(
    r"\w+(?:ого|его|ой)\s+\w|(?:Кодекса|Закона|Конституции|Положения|Правил|Федерации|Указа|Постановления|Приказа|"
    r"Распоряжения|Решения|Договора|Конвенции|Соглашения|Устава)\b",
    re.IGNORECASE,
)
