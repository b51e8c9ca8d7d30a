"""Under which words an act is found: keys of titles and numbers, whatever their case forms and slips of letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhargy.text import Language
from zhargy.text.scripts import is_mixed, to_cyrillic, to_latin
from zhargy.text.stems import stem
from zhargy.text.tokens import TokenKind, tokens

_QUOTED: Final = re.compile(r"[«“„\"](?P<name>[^«»“”„\"]{4,})[»”“\"]")
_ALPHABET: Final = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_COUNTRY: Final = {
    Language.KK: (("қазақстан", "республика"), ("ресей", "федерация"), ("қр",)),
    Language.RU: (("республика", "казахстан"), ("российский", "федерация"), ("рк",), ("рф",)),
    Language.EN: (("of", "the", "republ", "of", "kazakhstan"), ("of", "the", "russian", "feder")),
}
#: What an act calls itself: in the nominative, for «Заңының» and «закона» speak of another act.
_NATURES: Final = {
    Language.KK: frozenset(
        ("заң", "заңы", "кодекс", "кодексі", "бұйрық", "бұйрығы", "жарлық", "жарлығы", "қаулы", "қаулысы", "шешімі")
    ),
    Language.RU: frozenset(("закон", "кодекс", "приказ", "указ", "постановление", "решение", "распоряжение")),
    Language.EN: frozenset(("law", "act", "code", "order", "decree", "resolution", "decision")),
}
#: Words after which a title says what the act is about: a name in quotation marks beside them is that of another act.
_SUBJECTS: Final = {
    Language.KK: frozenset(("туралы", "сәйкес")),
    Language.RU: frozenset(("о", "об", "в", "к")),
    Language.EN: frozenset(("on", "amending", "to", "in")),
}


def title_keys(title: str, language: Language) -> tuple[str, ...]:
    """Return the keys under which an act is found by its title: the whole of it, and its name in quotation marks.

    A title may quote the name of another act, such as the one that it amends; that name is not its own. Words stand in
    their stems, and the name of the country is left out: «Қылмыстық кодекс» is the name of the act whose title is
    «Қазақстан Республикасының Қылмыстық кодексі».

    Example:
        >>> title_keys("Закон «О городских парках»", Language.RU)[1] == title_keys("О городском парке", Language.RU)[0]
        True
    """
    names = [title]
    quoted = _QUOTED.search(title)
    if quoted is not None and _is_own_name(f"{title[: quoted.start()]} {title[quoted.end() :]}", language):
        names.append(quoted["name"])
    return tuple(dict.fromkeys(key for name in names if (key := name_key(name, language))))


def _is_own_name(around: str, language: Language) -> bool:
    """Whether what a title says around a name in quotation marks calls the act itself by it."""
    words = fold(around).split()
    own = _NATURES[language].intersection(words[-1:] if language is Language.KK else words)
    return bool(own) and not _SUBJECTS[language].intersection(words)


def name_key(name: str, language: Language) -> str:
    """Return the key of one name: its words as stems, without the country."""
    words = [stem(word, language) for word in fold(name).split()]
    for country in _COUNTRY[language]:
        stems = [stem(word, language) for word in country]
        for at in range(len(words) - len(stems), -1, -1):
            if words[at : at + len(stems)] == stems and len(words) > len(stems):
                del words[at : at + len(stems)]
    return " ".join(words)


def number_key(number: str) -> str:
    """Return an official number so that its spellings meet.

    Example:
        >>> number_key("180-VІ") == number_key("180-VI"), number_key("№ 8-ФЗ"), number_key("2024/1689")
        (True, '8-фз', '2024/1689')
    """
    folded = re.sub(r"[^\w/-]", "", number.removeprefix("№")).casefold()
    roman = re.sub(r"(?<=-)[ivxlcdmіхсм]+$", lambda found: to_latin(found[0]), folded)
    return roman if roman != folded or not is_mixed(folded) else to_cyrillic(folded)


def fold(text: str) -> str:
    """Return the words of a text in small letters, each in one alphabet, with a space between them.

    Example:
        >>> fold("Есептiк ҚҰЖАТТАР туралы, 17-I") == "есептік құжаттар туралы 17-i"
        True
    """
    return " ".join(_words(text))


def _words(text: str) -> Iterator[str]:
    for token in tokens(text):
        if token.kind is not TokenKind.MARK:
            word = token.text.casefold()
            yield to_cyrillic(word) if is_mixed(word) else word


def search_words(text: str, language: Language) -> tuple[str, ...]:
    """Return the words under which a title is searched: as folded and as stems."""
    words = fold(text).split()
    return tuple(dict.fromkeys((*words, *(stem(word, language) for word in words))))


def query_words(query: str) -> tuple[tuple[str, ...], ...]:
    """Return for each word of a query the beginnings of words that answer it: itself or a stem in some language.

    Example:
        >>> [sorted(choices) for choices in query_words("садовниками")]
        [['садовник', 'садовниками']]
    """
    found = []
    for word in fold(query).split():
        stems = (stem(word, language) for language in Language)
        found.append(tuple(dict.fromkeys((word, *(each for each in stems if len(each) > 2)))))
    return tuple(found)


def order_key(title: str) -> bytes:
    """Return bytes by which titles sort as in a Kazakh dictionary, Cyrillic before Latin, whatever the database.

    Example:
        >>> sorted(["Яр", "Ән", "Ар", "Zoo"], key=order_key)
        ['Ар', 'Ән', 'Яр', 'Zoo']
    """
    return b"".join(_rank(letter) for letter in title.casefold() if letter.isalnum() or letter == " ")[:240]


def _rank(letter: str) -> bytes:
    at = _ALPHABET.find(letter)
    if at >= 0:
        return bytes((0x40 + at,))
    return letter.encode() if letter in " 0123456789" else b"\xc0" + letter.encode()
