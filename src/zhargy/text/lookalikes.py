"""Letters of a wrong alphabet inside a word, told by the other letters of that word, and letters for digits.

Scanners and careless keyboards put Latin ``i`` into Kazakh words («есептiк») and Cyrillic «І» into Roman numerals
(«180-VІ»). A word is repaired only where its remaining letters leave no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhargy.text.mapping import Edit
from zhargy.text.scripts import to_cyrillic, to_latin
from zhargy.text.span import Span

REPAIR_CODE: Final = "P001"

_CYRILLIC = "Ѐ-ӿ"
_LATIN = "A-Za-z"
#: A Latin letter beside a Cyrillic one.
_BORDER: Final = re.compile(rf"[{_LATIN}](?:(?<=[{_CYRILLIC}].)|(?=[{_CYRILLIC}]))")
_WORD: Final = re.compile(rf"[{_CYRILLIC}{_LATIN}]+")
_WORD_LETTER: Final = re.compile(rf"[{_CYRILLIC}{_LATIN}]")
_ASCII_LETTER: Final = re.compile(rf"[{_LATIN}]")
_NEAR: Final = 40
_KAZAKH: Final = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
_ROMAN: Final = re.compile(r"[IVXLCDMІХСМ]+")
#: «З-бап» for «3-бап», «1О-тарау» for «10-тарау»: letters that scanners see in a number of a provision.
_NUMBER_OF_UNIT: Final = re.compile(r"(?<![\w-])\d*[ЗО][\dЗО]*(?=-(?:бап|тарау|бөлім|бөлік|тарма[қғ]))")
_TO_DIGITS: Final = str.maketrans("ЗО", "30")


def find_lookalikes(text: str) -> Iterator[Edit]:
    """Yield one edit for each word of mixed alphabets that can be told; in order, not overlapping.

    Example:
        >>> [(edit.span.of("есептiк"), edit.after) for edit in find_lookalikes("есептiк")]
        [('есептiк', 'есептік')]
    """
    at = 0
    while border := _BORDER.search(text, at):
        word = _word_around(text, border.start())
        mended = mend_word(word.of(text), among=text[max(word.start - _NEAR, 0) : word.end + _NEAR])
        if mended is not None:
            yield Edit(span=word, after=mended, code=REPAIR_CODE)
        at = word.end


def find_letters_for_digits(text: str) -> Iterator[Edit]:
    r"""Yield one edit for each number of a provision in which letters stand for digits.

    Example:
        >>> [edit.after for edit in find_letters_for_digits("З-бап. Бақ\n1О-тарау. Осы бап")]
        ['3', '10']
    """
    if "З-" in text or "О-" in text:
        for match in _NUMBER_OF_UNIT.finditer(text):
            yield Edit(span=Span(*match.span()), after=match[0].translate(_TO_DIGITS), code=REPAIR_CODE)


def mend_word(word: str, *, among: str = "") -> str | None:
    """Return `word` in one alphabet, ``None`` when it is not clear which.

    Args:
        word: Letters of two alphabets.
        among: The words around it, asked when every letter of the word could be of either alphabet.

    Example:
        >>> mend_word("VІ"), mend_word("Yкiметi"), mend_word("iPhoneға")
        ('VI', 'Үкіметі', None)
    """
    if _ROMAN.fullmatch(word):
        return to_latin(word)
    cyrillic, latin = to_cyrillic(word), to_latin(word)
    is_cyrillic, is_latin = not _ASCII_LETTER.search(cyrillic), latin.isascii()
    if is_cyrillic and is_latin:
        is_cyrillic = _is_mostly_cyrillic(among or word)
    if is_cyrillic:
        return _kazakh_u(cyrillic, word)
    return latin if is_latin else None


def _is_mostly_cyrillic(text: str) -> bool:
    return 2 * len(_ASCII_LETTER.findall(text)) <= len(_WORD_LETTER.findall(text))


def _kazakh_u(mended: str, word: str) -> str:
    """Latin Y stands for «Ү» in a word with Kazakh letters, for «У» elsewhere."""
    if "Y" not in word or not _KAZAKH & set(mended):
        return mended
    return "".join("Ү" if old == "Y" else new for old, new in zip(word, mended, strict=True))


def _word_around(text: str, at: int) -> Span:
    start = at
    while start > 0 and _is_letter(text[start - 1]):
        start -= 1
    match = _WORD.match(text, start)
    return Span(start, match.end() if match else at + 1)


def _is_letter(letter: str) -> bool:
    return (letter.isascii() and letter.isalpha()) or "Ѐ" <= letter <= "ӿ"
