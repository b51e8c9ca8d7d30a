"""Sounds of Kazakh: vowel harmony, and which letter a suffix begins with after which sound.

A suffix is written with archiphonemes, capital letters that stand for several sounds:

| sign | sounds | chosen by |
|---|---|---|
| `A` | а, е | harmony |
| `I` | ы, і | harmony |
| `L` | л, д, т | the sound before (plural) |
| `N`, `K`, `T` | н, д, т | the sound before (accusative; genitive; ablative) |
| `D` | д, т | the sound before |
| `G` | ғ, г, қ, к | harmony and the sound before |
| `M`, `B` | м, б, п | the sound before (verbs; instrumental) |
| `Q` | қ, к | harmony |

Letters after which no choice is certain (и, у, ю, ь) are allowed in both sets: a stemmer must read what people write.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

BACK: Final = frozenset("аоұыяё")
FRONT: Final = frozenset("әеөүіэ")
VOWELS: Final = BACK | FRONT | frozenset("иую")
LETTERS: Final = frozenset("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя")
CONSONANTS: Final = (LETTERS - VOWELS) | frozenset("иую")
VOICELESS: Final = frozenset("кқпстшфхһцчщбвгғдь")
NASALS: Final = frozenset("мнң")
SONORANTS: Final = frozenset("рлйуию")
BUZZING: Final = frozenset("зжь")

_AFTER: Final[dict[str, dict[str, frozenset[str]]]] = {
    "L": {"л": VOWELS | SONORANTS | {"ь"}, "д": NASALS | BUZZING | {"л"}, "т": VOICELESS},
    "G": {"ғ": VOWELS | SONORANTS | NASALS | BUZZING, "қ": VOICELESS},
    "D": {"д": VOWELS | SONORANTS | NASALS | BUZZING, "т": VOICELESS},
    "N": {"н": VOWELS, "д": SONORANTS | BUZZING | NASALS, "т": VOICELESS},
    "K": {"н": VOWELS | NASALS, "д": SONORANTS | BUZZING, "т": VOICELESS},
    "T": {"н": NASALS, "д": VOWELS | SONORANTS | BUZZING, "т": VOICELESS},
    "M": {"м": VOWELS | SONORANTS, "б": NASALS | BUZZING, "п": VOICELESS},
    "B": {"м": VOWELS | SONORANTS | NASALS | {"ь"}, "б": BUZZING, "п": VOICELESS},
}
_BACK_OF: Final = str.maketrans({"A": "а", "I": "ы", "G": "ғ", "Q": "қ"})
_FRONT_OF: Final = {"а": "е", "ы": "і", "ғ": "г", "қ": "к"}


class Surface(NamedTuple):
    """One spelling of a suffix, with the letters it may follow; `front` is ``None`` where harmony does not choose."""

    text: str
    after: frozenset[str]
    front: bool | None


def spellings(template: str, *, after: frozenset[str] = LETTERS) -> Iterator[Surface]:
    """Yield every spelling of a suffix written with archiphonemes.

    Args:
        template: Suffix such as ``LAр`` or ``DAн``.
        after: Letters it may follow at all.

    Example:
        >>> sorted(surface.text for surface in spellings("LAр"))
        ['дар', 'дер', 'лар', 'лер', 'тар', 'тер']
    """
    head, rest = template[0], template[1:]
    for letter, allowed in _AFTER.get(head, {head: after}).items():
        back = (letter + rest).translate(_BACK_OF)
        front = "".join(_FRONT_OF.get(sign, sign) for sign in back) if _chooses(template) else back
        if front == back:
            yield Surface(back, allowed & after, None)
        else:
            yield Surface(back, allowed & after, False)
            yield Surface(front, allowed & after, True)


def _chooses(template: str) -> bool:
    return any(sign in "AIGQ" for sign in template)


def is_front(word: str) -> bool | None:
    """Whether suffixes of `word` take front vowels; ``None`` where both are met.

    Surnames in -ов and -ев follow the vowel before («Әуезовтің», «Жұмабаевтың»), not always.

    Example:
        >>> is_front("мектеп"), is_front("кітап"), is_front("министр")
        (True, False, None)
    """
    if word.endswith(("ь", "ов", "ев")):
        return None
    last = True
    for letter in reversed(word):
        if letter in FRONT:
            return True
        if letter in BACK:
            return False
        if letter in "иую":
            if last is False or letter != "у" or not word.endswith("у"):
                return None
            last = False
    return None


def unvoiced(word: str) -> tuple[str, ...]:
    """Return what `word`, cut before a vowel, may be when nothing follows it; the likelier form first.

    No word ends in ғ. A word in г after a back vowel or a consonant is a loan and keeps it.

    Example:
        >>> unvoiced("кітаб"), unvoiced("құқығ"), unvoiced("жүрег"), unvoiced("педагог")
        (('кітап', 'кітаб'), ('құқық',), ('жүрек', 'жүрег'), ('педагог',))
    """
    final = word[-1:]
    if final == "ғ":
        return (word[:-1] + "қ",)
    if final == "б":
        return (word[:-1] + "п", word)
    if final == "г" and word[-2:-1] in FRONT:
        return (word[:-1] + "к", word)
    return (word,)
