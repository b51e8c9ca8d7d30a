"""Who signed an act, and who agreed to it."""

from __future__ import annotations

import re
from typing import Final

_MAX_SIGNATURE: Final = 260
_MAX_TABLE: Final = 500
_MAX_ROWS: Final = 8
_MAX_NAME: Final = 120
_MAX_WORDS: Final = 8
_OFFICE: Final = (
    r"(?:президент[іi]?|премьер-министр[іi]?(?:н[іi]ң\s+\S+)?|(?:бас\s)?министр[іi]?|төрағасы|төрайымы|хатшысы|"
    r"әк[іi]м[іi]?|басшысы|бастығы|прокуроры?|м[іi]ндет[іi]н атқарушы|м\.а\.|директоры?|президент|председатель|"
    r"министр|аким|секретарь|руководитель)"
)
_SIGNED: Final = re.compile(
    rf"(?:.{{0,160}}\S)?{_OFFICE}\W*$|.*{_OFFICE}\s*(?:[\t|]|\s{{2,}}).{{0,120}}$|"
    r"президент\s+\S+\s+федерации\b.{0,40}$|президент\s+республики\s+\S+.{0,40}$|председатель\b.{0,80}$|"
    r"(?:done at|for the european parliament|for the council)\b.*|the president\s*$",
    re.IGNORECASE | re.DOTALL,
)
_INITIAL: Final = r"[А-ЯӘҒҚҢӨҰҮҺІA-Z]\.\s?"
_NAME: Final = r"[А-ЯӘҒҚҢӨҰҮҺІA-Z][\w-]+"
_INITIALS: Final = re.compile(
    rf"(?:^|[\s\t|_/])(?:{_INITIAL}(?:{_INITIAL})?{_NAME}|{_NAME}\s+{_INITIAL}(?:{_INITIAL})?)\s*$"
)
_MAX_IMPRINT: Final = 120
_PLACE: Final = r"(?:Москва|Астана|Нұр-Сұлтан|Нур-Султан|Алматы|Brussels|Strasbourg)"
_IMPRINT: Final = re.compile(
    rf"(?:{_PLACE}, (?:Кремль|Ақорда|Акорда|Дом Правительства|Үкімет үйі)[\s,.]*)?"
    rf"(?:{_PLACE} қаласы[\s,.]*|г(?:ород|\.) ?{_PLACE}[\s,.]*)?"
    r"(?:\d{1,2} \w+ \d{4} года[\s,.]*|\d{4} жылғы \d{1,2} \w+[\s,.]*)?(?:№ ?\d+[\w-]*(?: ҚРЗ| ЗРК)?[\s.]*)?$",
)
_AGREED: Final = re.compile(
    r"\W*(?:кел[іi]с[іi]л(?:д[іi]|ген|ед[іi])|оқығандар|согласован[оа]?)\b(?!\s+деп)", re.IGNORECASE
)
_MAX_AGREED: Final = 200


def is_signature(words: str) -> bool:
    r"""Whether a line names an office and its holder, or a small table does in one of its rows.

    Example:
        >>> is_signature("Аудан әкімі\tД. Ермағанов"), is_signature("Аудан әкіміне жүктелсін.")
        (True, False)
        >>> is_signature("Мәслихат\tМәслихат\nтөрағасы\tхатшысы\n___ А. Оспан\t___ Б. Әли")
        True
    """
    rows = words.split("\n")
    if len(rows) == 1:
        return _is_signed(words)
    return len(words) <= _MAX_TABLE and len(rows) <= _MAX_ROWS and any(_is_signed(row) for row in rows)


def _is_signed(words: str) -> bool:
    words = words.strip()
    if len(words) > _MAX_SIGNATURE or words.endswith((";", ":", ",")):
        return False
    if words.endswith(".") and not words[-2:-1].isupper():
        return False
    if _SIGNED.fullmatch(words) is not None:
        return True
    if len(words) > _MAX_NAME or not ("\t" in words or words.count(" ") <= _MAX_WORDS):
        return False
    return _INITIALS.search(words) is not None


def is_imprint(words: str) -> bool:
    """Whether a line below the signature tells place, day or number of the act.

    Example:
        >>> is_imprint("Москва, Кремль"), is_imprint("30 ноября 1994 года"), is_imprint("№ 51-ФЗ")
        (True, True, True)
        >>> is_imprint("Аудан бюджеті")
        False
    """
    return 0 < len(words.strip()) <= _MAX_IMPRINT and _IMPRINT.fullmatch(words.strip()) is not None


def is_agreement(words: str) -> bool:
    """Whether a line opens the list of those who agreed to an act or read it."""
    return len(words) <= _MAX_AGREED and _AGREED.match(words) is not None and not words.rstrip().endswith((".", ";"))
