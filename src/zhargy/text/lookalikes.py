"""Letters of a wrong alphabet inside a word, told by the other letters of that word.

Scanners and careless keyboards put Latin ``i`` into Kazakh words («есептiк») and Cyrillic «І» into Roman numerals
(«180-VІ»). A word is repaired only where its remaining letters leave no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhargy.text.mapping import Edit
from zhargy.text.span import Span

REPAIR_CODE: Final = "P001"

_CYRILLIC = "Ѐ-ӿ"
_LATIN = "A-Za-z"
_BORDER: Final = re.compile(rf"[{_CYRILLIC}][{_LATIN}]|[{_LATIN}][{_CYRILLIC}]")
_WORD: Final = re.compile(rf"[{_CYRILLIC}{_LATIN}]+")
_WORD_LETTER: Final = re.compile(rf"[{_CYRILLIC}{_LATIN}]")
_NEAR: Final = 40
_KAZAKH: Final = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
_ROMAN: Final = re.compile(r"[IVXLCDMІХСМ]+")

TO_CYRILLIC: Final = dict(zip("ABCEHIKMOPTXYaceiopxyhj", "АВСЕНІКМОРТХУасеіорхуһј", strict=True))
TO_LATIN: Final = dict(zip("АВСЕНІКМОРТХУасеіорху", "ABCEHIKMOPTXYaceiopxy", strict=True))


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
        return "".join(TO_LATIN.get(letter, letter) for letter in word)
    latin = [letter for letter in word if letter.isascii()]
    cyrillic = [letter for letter in word if not letter.isascii()]
    to_cyrillic = all(letter in TO_CYRILLIC for letter in latin)
    to_latin = all(letter in TO_LATIN for letter in cyrillic)
    if to_cyrillic and to_latin:
        near = among or word
        to_cyrillic = 2 * sum(letter.isascii() for letter in near if letter.isalpha()) <= len(
            _WORD_LETTER.findall(near)
        )
    if to_cyrillic:
        return _kazakh_u("".join(TO_CYRILLIC.get(letter, letter) for letter in word), word)
    return "".join(TO_LATIN.get(letter, letter) for letter in word) if to_latin else None


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
    return letter.isascii() and letter.isalpha() or "Ѐ" <= letter <= "ӿ"
