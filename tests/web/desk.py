"""Addresses and texts that tests of the portal share. The texts are made up."""

from __future__ import annotations

from typing import Final

PARKS: Final = "/akn/kz/act/2021-04-05/17-I"
PARKS_KK: Final = f"{PARKS}/kaz@2021-07-01"
PARKS_RU: Final = f"{PARKS}/rus@2024-09-01"
LANTERNS: Final = "/akn/eu/act/2023-03-03/7/eng@2023-09-01"
MISSING: Final = "/akn/kz/act/1900-01-01/0"

#: An act with letters of another alphabet in both parts and a reference from the second to the first.
GARDEN: Final = """1-бап. Қоғамдық баққа қамқорлық

1. Бақ күтушiсi бақты күн сайын таза ұстауға мiндеттi.

2. Осы баптың бiрiншi бөлiгi қысқы кезеңде де қолданылады. 9-бап қолданылмайды.
"""
#: An act whose every word of a heading could be taken for a tag.
HOSTILE: Final = """О <script>alert(1)</script> и "кавычках" & знаках

Статья 1. Понятие <img src=x onerror=alert(2)>

1. Шум & гам "запрещены" <b>ночью</b>.

2. См. часть первую настоящей статьи.
"""


def long_act(chapters: int = 12, articles: int = 10) -> str:
    """Return an act of many chapters, about 1,400 characters an article."""
    lines = ["Закон о длинных дорогах", ""]
    words = "Путник вправе отдохнуть у каждого колодца, если колодец не пересох и путник никому не мешает. "
    for chapter in range(1, chapters + 1):
        lines += [f"Глава {chapter}. Дорога номер {chapter}", ""]
        for article in range(1, articles + 1):
            number = (chapter - 1) * articles + article
            lines += [f"Статья {number}. Колодец номер {number}", "", f"1. {words * 7}", "", f"2. {words * 7}", ""]
    return "\n".join(lines)
