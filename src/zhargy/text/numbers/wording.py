"""Whole numbers in words."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from zhargy.text.languages import Language
from zhargy.text.numbers import en, kk, ru

MAX_IN_WORDS: Final = 10**12 - 1

_RANKS: Final = (10**9, 10**6, 10**3)


class Gender(StrEnum):
    """The gender of the Russian noun that is counted."""

    MASCULINE = "m"
    FEMININE = "f"


class Case(StrEnum):
    """The case of a Russian number: by itself, or after «от» and «до»."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"


_RU_LOW: Final = {
    (0, Case.GENITIVE): ("ноля", "ноля"),
    (1, Case.NOMINATIVE): ("один", "одна"),
    (1, Case.GENITIVE): ("одного", "одной"),
    (2, Case.NOMINATIVE): ("два", "две"),
    (2, Case.GENITIVE): ("двух", "двух"),
}
_EN_WORDS: Final = {value: word for word, value in en.PLAIN.items()}
_EN_SCALES: Final = {value: word for word, value in en.SCALES.items()}
_KK_WORDS: Final = {value: word for word, value in kk.PLAIN.items()}
_KK_SCALES: Final = {value: word for word, value in kk.SCALES.items()}


def cardinal_in_words(
    value: int, language: Language, *, gender: Gender = Gender.MASCULINE, case: Case = Case.NOMINATIVE
) -> str:
    """Return a number in words.

    Args:
        value: 0 to `MAX_IN_WORDS`.
        language: Language to write in.
        gender: Gender of the noun counted (Russian).
        case: Case of the number (Russian).

    Raises:
        ValueError: the value is out of range.

    Example:
        >>> cardinal_in_words(1500, Language.KK), cardinal_in_words(105, Language.EN)
        ('бір мың бес жүз', 'one hundred and five')
        >>> cardinal_in_words(2600, Language.RU, case=Case.GENITIVE)
        'двух тысяч шестисот'
    """
    if not 0 <= value <= MAX_IN_WORDS:
        raise ValueError(f"{value} is not between 0 and {MAX_IN_WORDS}")
    match language:
        case Language.KK:
            return " ".join(_kk(value))
        case Language.RU:
            return " ".join(_ru(value, gender, case))
        case Language.EN:
            return _en(value)


def plural_form(value: int, *, case: Case = Case.NOMINATIVE) -> int:
    """Return which form of a Russian noun stands beside a number: 0 «год», 1 «года», 2 «лет».

    Example:
        >>> plural_form(21), plural_form(3), plural_form(12), plural_form(21, case=Case.GENITIVE)
        (0, 1, 2, 1)
    """
    unit, teens = value % 10, value % 100 in range(11, 15)
    if case is Case.GENITIVE:
        return 1 if unit == 1 and not teens else 2
    if teens or unit == 0 or unit > 4:
        return 2
    return 0 if unit == 1 else 1


def ru_word(value: int, gender: Gender, case: Case) -> str:
    """Return the Russian word of a number that has one, in a gender and case."""
    low = _RU_LOW.get((value, case))
    if low:
        return low[gender is Gender.FEMININE]
    return ru.PLAIN[value].split()[case is Case.GENITIVE]


def _groups(value: int) -> Iterator[tuple[int, int]]:
    """Yield each rank that is not empty with its count, the highest first; the rest below a thousand has rank 1."""
    for rank in _RANKS:
        if value >= rank:
            yield rank, value // rank
            value %= rank
    if value:
        yield 1, value


def _kk(value: int) -> Iterator[str]:
    if value == 0:
        yield _KK_WORDS[0]
    for rank, count in _groups(value):
        hundreds, rest = divmod(count, 100)
        if hundreds:
            yield from (_KK_WORDS[hundreds], kk.HUNDRED)
        yield from (_KK_WORDS[part] for part in (rest - rest % 10, rest % 10) if part)
        if rank > 1:
            yield _KK_SCALES[rank]


def _ru(value: int, gender: Gender, case: Case) -> Iterator[str]:
    if value == 0:
        yield ru_word(0, gender, case)
    for rank, count in _groups(value):
        of = {1: gender, 1000: Gender.FEMININE}.get(rank, Gender.MASCULINE)
        yield from (ru_word(part, of, case) for part in _parts(count))
        if rank > 1:
            yield ru.SCALES[rank].split()[plural_form(count, case=case)]


def _parts(count: int) -> Iterator[int]:
    hundreds, rest = count - count % 100, count % 100
    tens, units = (0, rest) if rest < 20 else (rest - rest % 10, rest % 10)
    return (part for part in (hundreds, tens, units) if part)


def _en(value: int) -> str:
    if value == 0:
        return _EN_WORDS[0]
    words: list[str] = []
    for rank, count in _groups(value):
        if rank == 1 and count < 100 and words:
            words.append("and")
        words.append(_en_group(count))
        if rank > 1:
            words.append(_EN_SCALES[rank])
    return " ".join(words)


def _en_group(count: int) -> str:
    hundreds, rest = divmod(count, 100)
    below = _EN_WORDS.get(rest) or f"{_EN_WORDS[rest - rest % 10]}-{_EN_WORDS[rest % 10]}"
    if not hundreds:
        return below
    return f"{_EN_WORDS[hundreds]} {en.HUNDRED}" + (f" and {below}" if rest else "")
