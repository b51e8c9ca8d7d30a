"""Words that have grown together, and punctuation and numbers that have lost their space.

A string of letters is parted only where nobody knows it as one word (the dictionary of Russian forms is asked too),
each of its parts is a known word, and the parts are likelier than a word nobody has met, by a margin measured on acts
the lexicon has not seen (``benchmarks/gluing.py``). Misspelt words, names and compounds stay as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from zhargy.text.combining import COMBINING_FORMS
from zhargy.text.languages import Language
from zhargy.text.lexicon import NEVER, Lexicon, load_lexicon
from zhargy.text.mapping import Edit
from zhargy.text.segmentation import Segmentation, segment
from zhargy.text.span import Span
from zhargy.text.stemming.ru import is_russian_word

WORDS_CODE: Final = "P004"
SPACE_CODE: Final = "P006"

_LOW: Final = "а-яёәғқңөұүһі"
_UP: Final = "А-ЯЁӘҒҚҢӨҰҮҺІ"
_KAZAKH: Final = re.compile("[әғқңөұүһі]")
_LONG_WORD: Final = re.compile(rf"[{_UP}{_LOW}]{{7,}}")
#: Behind a stop before a capital; behind a comma, semicolon or colon before a letter or an opening quote.
_STOP: Final = re.compile(
    rf"[.,;:](?:(?<=[{_LOW}]{{3}}\.)(?=[{_UP}][{_LOW}])"
    rf"|(?<=[{_LOW}][,;:])(?=[{_LOW}{_UP}][{_LOW}]|[\"«“][{_LOW}{_UP}]))"
)
_DASH: Final = re.compile(rf"[–—](?<=[{_LOW}].)(?=\s|$)")
_NUMBER: Final = re.compile(rf"\d(?<![\w.,/№-]\d)\d{{0,8}}(?=([{_LOW}]{{3,}}))")
#: A capital behind four small letters; it begins a word of its own where what stands before it is a word.
_CAPITAL: Final = re.compile(rf"[{_UP}](?<=[{_LOW}]{{4}}.)")
_SMALL: Final = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі")
_BLANK: Final = re.compile(r"\s")
#: Fixed phrases that are known as one word only because so many write them so.
_PHRASES: Final = re.compile(r"[ҚқКк](?<!\w.)(?:(?<=[Ққ])андай()да(?=\s+бір\b)|(?<=[Кк])ез()келген\b)")

_MIN_GAIN: Final = 11.0
_MIN_GAIN_SHORT: Final = 13.0
_MIN_GAIN_NAME: Final = 20.0
_SURE: Final = 20.0
_SHORT: Final = 4
_COMMON: Final = 7.0
_MISSPELT: Final = 12.0
_LETTERS: Final = "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшыіьэюя"


def find_missing_spaces(text: str) -> Iterator[Edit]:
    """Yield edits that put a space behind punctuation, between a number and a word, and before a capital inside a word.

    Example:
        >>> [edit.after for edit in find_missing_spaces("Шектеулі тәуекел.Егер ол 5жылға дейін")]
        ['тәуекел. Егер', '5 жылға']
    """
    places = [match.end() for match in _STOP.finditer(text)]
    places += [match.start() for match in _DASH.finditer(text)]
    places += [match.end() for match in _NUMBER.finditer(text) if match[1] and _is_word(match[1])]
    places += _places_before_capitals(text)
    yield from _with_spaces(text, sorted(set(places)))


def find_glued_words(text: str) -> Iterator[Edit]:
    """Yield edits that part words grown together; a word is parted alike wherever it stands.

    Example:
        >>> [edit.after for edit in find_glued_words("желілерін пайдалана отырыпқасақана қорлау, қандайда бір")]
        ['отырып қасақана', 'қандай да']
    """
    found = [_part_phrase(match) for match in _PHRASES.finditer(text)]
    parted = _parted(set(_LONG_WORD.findall(text)))
    if parted:
        found += [
            Edit(span=Span(*match.span()), after=parted[match[0]], code=WORDS_CODE)
            for match in _LONG_WORD.finditer(text)
            if match[0] in parted
        ]
    yield from sorted(found, key=lambda edit: edit.span)


@lru_cache(maxsize=1 << 16)
def part_word(word: str) -> tuple[str, ...]:
    """Return the words that `word` is made of; itself alone when it is one word or nobody can tell.

    Example:
        >>> part_word("тартуғажазаланады"), part_word("Интелекет")
        (('тартуға', 'жазаланады'), ('Интелекет',))
    """
    low = word.lower()
    if len(low) == len(word) and not _is_word(low):
        for lexicon in _lexicons(low):
            parting = segment(low, lexicon, least=_MIN_GAIN)
            if parting is not None and _is_sure(word, parting, lexicon):
                is_whole = not _KAZAKH.search(low) and is_russian_word(low)
                return (word,) if is_whole else tuple(_cut(word, parting.parts))
    return (word,)


def _part_phrase(match: re.Match[str]) -> Edit:
    head, tail = Span(match.start(), match.end(match.lastindex or 0)), match.end()
    words = f"{head.of(match.string)} {match.string[head.end : tail]}"
    return Edit(span=Span(*match.span()), after=words, code=WORDS_CODE)


def _parted(words: Iterable[str]) -> dict[str, str]:
    kazakh, russian = load_lexicon(Language.KK).words, load_lexicon(Language.RU).words
    unknown = [word for word in words if (low := word.lower()) not in kazakh and low not in russian]
    partings = ((word, part_word(word)) for word in unknown)
    return {word: " ".join(parts) for word, parts in partings if len(parts) > 1}


def _lexicons(word: str) -> tuple[Lexicon, ...]:
    kazakh = load_lexicon(Language.KK)
    return (kazakh,) if _KAZAKH.search(word) else (kazakh, load_lexicon(Language.RU))


def _is_word(word: str) -> bool:
    """Whether `word` is a known form; a mere ending is none."""
    return any(word in lexicon.words and word not in lexicon.endings for lexicon in _lexicons(word))


def _is_sure(word: str, parting: Segmentation, lexicon: Lexicon) -> bool:
    shortest = min(parting.parts, key=len)
    if not COMBINING_FORMS.isdisjoint(parting.parts[:-1]):
        return False
    if any(len(part) < _SHORT and not _is_common(part, lexicon) for part in parting.parts):
        return False
    least = _MIN_GAIN if len(shortest) > _SHORT else _MIN_GAIN_SHORT
    if word[0].isupper():
        least = _MIN_GAIN_NAME
    if parting.gain < least:
        return False
    return parting.gain >= _SURE or len(parting.parts) > 2 or not _is_misspelt(word.lower(), lexicon)


def _is_common(part: str, lexicon: Lexicon) -> bool:
    return len(part) == _SHORT - 1 and lexicon.words.get(part, NEVER) <= _COMMON


def _is_misspelt(word: str, lexicon: Lexicon) -> bool:
    """Whether one letter more, less or other makes a common word of it."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    near = (
        near
        for head, tail in cuts
        for near in (
            head + tail[1:],
            head + tail[1:2] + tail[:1] + tail[2:],
            *(head + letter + tail[1:] for letter in _LETTERS),
            *(head + letter + tail for letter in _LETTERS),
        )
    )
    return any(lexicon.words.get(candidate, NEVER) <= _MISSPELT for candidate in near)


def _cut(word: str, parts: tuple[str, ...]) -> Iterator[str]:
    at = 0
    for part in parts:
        yield word[at : at + len(part)]
        at += len(part)


def _with_spaces(text: str, places: Sequence[int]) -> Iterator[Edit]:
    """Yield one edit for each stretch without blanks, with a space put at all places inside it."""
    at = 0
    while at < len(places):
        stretch = _stretch(text, places[at])
        behind = bisect_right(places, stretch.end, lo=at)
        cuts = (stretch.start, *places[at:behind], stretch.end)
        after = " ".join(text[start:end] for start, end in pairwise(cuts))
        yield Edit(span=stretch, after=after, code=SPACE_CODE)
        at = behind


def _places_before_capitals(text: str) -> list[int]:
    """Return where a capital inside a string of letters begins a word; names such as «КазТрансГаз» stay whole."""
    places: list[int] = []
    for match in _CAPITAL.finditer(text):
        start = end = match.start()
        while start and text[start - 1] in _SMALL:
            start -= 1
        head = text[start - 1 : start]
        if head.isupper() and (start - 1 in places or not _is_inner(text[start - 2 : start - 1])):
            start, head = start - 1, ""
        if not _is_inner(head) and _is_word(text[start:end].lower()):
            places.append(end)
    return places


def _is_inner(before: str) -> bool:
    """Whether a word that stands behind this character is only the rest of a longer one."""
    return before.isalnum() or before in {"-", "_"}


def _stretch(text: str, place: int) -> Span:
    """Return the stretch without blanks that holds `place`, its ends included."""
    start = place
    while start and not text[start - 1].isspace():
        start -= 1
    blank = _BLANK.search(text, place)
    return Span(start, blank.start() if blank else len(text))
