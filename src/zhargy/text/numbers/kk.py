"""Kazakh number words with every ending."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from zhargy.text.numbers.lexemes import Lexeme, Role, Vocabulary
from zhargy.text.stemming.kk_sounds import is_front, spellings

PLAIN: Final = {
    "нөл": 0,
    "бір": 1,
    "екі": 2,
    "үш": 3,
    "төрт": 4,
    "бес": 5,
    "алты": 6,
    "жеті": 7,
    "сегіз": 8,
    "тоғыз": 9,
    "он": 10,
    "жиырма": 20,
    "отыз": 30,
    "қырық": 40,
    "елу": 50,
    "алпыс": 60,
    "жетпіс": 70,
    "сексен": 80,
    "тоқсан": 90,
}
HUNDRED: Final = "жүз"
SCALES: Final = {"мың": 10**3, "миллион": 10**6, "миллиард": 10**9, "триллион": 10**12}

ENDING: Final = (
    r"(?:[лдт][ае]р)?(?:с?[ыі])?(?:[ндт][ыі]ң|[ғгқк][ае]|н[ае]|[ндт][ыі]|н?[дт][ае]н?|н[ае]н|[мбп]ен|н)?(?:[ғгқк][ыі])?"
)
"""Number, possession and case of a noun, in any sounds, as a regular expression; matches nothing too."""

_SHORT_SCALES: Final = {"млн": 10**6, "млрд": 10**9, "трлн": 10**12}
_HALVES: Final = ("жарым", "жарты")
_CASES: Final = ("KIң", "GA", "NI", "DA", "TAн", "Bен", "DAғI")
_OWNED_CASES: Final = ("нIң", "нA", "н", "ндA", "нAн", "мен", "ндAғI")
_IRREGULAR_ORDINALS: Final = {"жиырма": "жиырмасыншы", "қырық": "қырқыншы"}
_OTHER_WORDS: Final = frozenset({"онда", "ондағы", "бірге", "бірде", "бірден", "бірдің", "жартыға", "жартыда"})
"""Forms that are words of their own («онда» there, «бірге» together, «бірден» at once)."""


def inflect(word: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    """Yield `word` with each suffix, written as its sounds ask.

    Args:
        word: A Kazakh word in small letters.
        suffixes: Suffixes with archiphonemes, as in `kk_sounds`.

    Example:
        >>> list(inflect("мың", ("GA", "TAн")))
        ['мыңға', 'мыңнан']
    """
    front = is_front(word)
    for suffix in suffixes:
        for surface in spellings(suffix):
            if word[-1] in surface.after and surface.front in {front, None}:
                yield word + surface.text


def ordinal(word: str) -> str:
    """Return the ordinal of a cardinal word.

    Example:
        >>> ordinal("екі"), ordinal("он"), ordinal("жиырма")
        ('екінші', 'оныншы', 'жиырмасыншы')
    """
    if word in _IRREGULAR_ORDINALS:
        return _IRREGULAR_ORDINALS[word]
    vowel, last = ("і", "і") if is_front(word) else ("ы", "ы")
    link = "" if word[-1] in "аеыі" else vowel
    return f"{word}{link}нш{last}"


def vocabulary() -> Vocabulary:
    """Return the number words of Kazakh."""
    bases = dict(_bases())
    cardinals = {form: lexeme for base, lexeme in bases.items() for form, lexeme in _forms(base, lexeme)}
    ordinals = {form: lexeme for base, lexeme in bases.items() if base in _COUNTING for form in _ordinal_forms(base)}
    return Vocabulary(
        cardinals={form: lexeme for form, lexeme in cardinals.items() if form not in _OTHER_WORDS},
        ordinals=ordinals,
        ten_is_open=True,
    )


_COUNTING: Final = frozenset({*PLAIN, HUNDRED, *SCALES})


def _bases() -> Iterator[tuple[str, Lexeme]]:
    for word, value in PLAIN.items():
        yield word, Lexeme(value, Role.PLAIN)
    yield HUNDRED, Lexeme(100, Role.HUNDRED)
    for word, value in SCALES.items():
        yield word, Lexeme(value, Role.SCALE)
    for word, value in _SHORT_SCALES.items():
        yield word, Lexeme(value, Role.SCALE, alone=False)
    for word in _HALVES:
        yield word, Lexeme(Decimal("0.5"), Role.HALF)


def _forms(base: str, lexeme: Lexeme) -> Iterator[tuple[str, Lexeme]]:
    yield base, lexeme
    if any(letter in "аәеёоөұүыі" for letter in base):
        for form in inflect(base, _CASES):
            yield form, lexeme.ending()


def _ordinal_forms(base: str) -> Iterator[str]:
    for word in {ordinal(base), *(("қырықыншы",) if base == "қырық" else ())}:
        yield word
        yield from inflect(word, _CASES)
        for owned in inflect(word, ("сI",)):
            yield owned
            yield from inflect(owned, _OWNED_CASES)
        for many in inflect(word, ("LAр",)):
            yield many
            yield from inflect(many, _CASES)
            for owned in inflect(many, ("I",)):
                yield owned
                yield from inflect(owned, _OWNED_CASES)
