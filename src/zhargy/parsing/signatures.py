"""Who signed an act, and who agreed to it."""

from __future__ import annotations

import re
from typing import Final

_MAX_SIGNATURE: Final = 260
_MAX_NAME: Final = 120
_MAX_WORDS: Final = 8
_OFFICE: Final = (
    r"(?:президент[іi]?|премьер-министр[іi]?(?:н[іi]ң\s+\S+)?|төрағасы|төрайымы|хатшысы|әк[іi]м[іi]?|(?:бас\s)?министр[іi]?|басшысы|"
    r"бастығы|прокуроры?|м[іi]ндет[іi]н атқарушы|м\.а\.|директоры?|президент|председатель|министр|аким|секретарь|руководитель)"
)
_SIGNED: Final = re.compile(
    rf"(?:.{{0,160}}\S)?{_OFFICE}\W*$|.*{_OFFICE}\s*(?:[\t|]|\s{{2,}}).{{0,120}}$|"
    r"президент\s+\S+\s+федерации\b.{0,40}$|президент\s+республики\s+\S+.{0,40}$|председатель\b.{0,80}$|"
    r"(?:done at|for the european parliament|for the council)\b.*|the president\s*$",
    re.IGNORECASE | re.DOTALL,
)
_INITIAL: Final = r"[А-ЯӘҒҚҢӨҰҮҺІA-Z]\.\s?"
_NAME: Final = r"[А-ЯӘҒҚҢӨҰҮҺІA-Z][\w-]+"
_INITIALS: Final = re.compile(rf"(?:^|[\s\t|_/])(?:{_INITIAL}(?:{_INITIAL})?{_NAME}|{_NAME}\s+{_INITIAL}(?:{_INITIAL})?)\s*$")
_AGREED: Final = re.compile(r"\W*(?:кел[іi]с[іi]л(?:д[іi]|ген|ед[іi])|оқығандар|согласован[оа]?)\b(?!\s+деп)", re.IGNORECASE)
_MAX_AGREED: Final = 200


def is_signature(words: str) -> bool:
    """Whether a line or table names an office and its holder.

    Example:
        >>> is_signature("Аудан әкімі\\tД. Ермағанов"), is_signature("Аудан әкіміне жүктелсін.")
        (True, False)
    """
    if len(words) > _MAX_SIGNATURE or words.rstrip().endswith((";", ":", ",")):
        return False
    if words.rstrip().endswith(".") and not words.rstrip()[-2:-1].isupper():
        return False
    if _SIGNED.fullmatch(words.strip()) is not None:
        return True
    if len(words) > _MAX_NAME or not ("\t" in words or words.count(" ") <= _MAX_WORDS):
        return False
    return _INITIALS.search(words) is not None


def is_agreement(words: str) -> bool:
    """Whether a line opens the list of those who agreed to an act or read it."""
    return len(words) <= _MAX_AGREED and _AGREED.match(words) is not None and not words.rstrip().endswith((".", ";"))
