"""Which work a text is: told by its publisher, else by its requisites, else by its words.

The requisites of an act are the day of adoption and the number. They count only in the lines of the title: acts name
other acts with day and number too, and one of those must never give its name to the text that cites it.

Source:
    Akoma Ntoso Naming Convention 1.0 (OASIS), section 4.4, for the form of the name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from zhargy.model import Document, Kind, Metadata
from zhargy.model.frbr import IdentifierError, WorkId
from zhargy.text.dates import find_dates
from zhargy.text.scripts import to_latin

#: What ISO 3166 leaves to its users: nothing is known of where the text comes from.
NOWHERE: Final = "zz"
_NO_DATE: Final = "0001"
_HASH: Final = 16

_TITLE_LINES: Final = 16
_LINE_WORDS: Final = 18
_BODY: Final = frozenset(
    {Kind.BOOK, Kind.PART, Kind.SECTION, Kind.CHAPTER, Kind.ARTICLE, Kind.PARAGRAPH, Kind.ITEM, Kind.RECITAL}
)
_SKIPPED: Final = frozenset({Kind.AMENDMENT_NOTE, Kind.NOTE, Kind.TABLE})
_NOT_A_TITLE: Final = re.compile(r"[:;,]\s*$|\bсәйкес|соответстви|having regard|whereas", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?:№|\bN[o°º]?\.?)\s*(?P<number>(?:ҚР\s+)?[\w/.-]*\d[\w/.-]*(?:\s+(?:ҚРЗ|ЗРК))?)")
_EU_NUMBER: Final = re.compile(r"\((?:EU|EC|EEC|ЕС|ЕО|ЕЭС|ZZ)(?:,\s*Euratom)?\)\s*(?:No\s*)?(?P<number>\d+/\d+)")
_OWNER: Final = re.compile(r"\s+(?:ҚРЗ|ЗРК)$")


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_COUNTRIES: Final = (
    (
        "kz",
        _words(r"қазақстан\s+республика|\bҚР\b|республик\w\s+казахстан|\bРК\b|republic\s+of\s+kazakhstan"),
    ),
    ("ru", _words(r"российск\w+\s+федерац|\bРФ\b|russian\s+federation|ресей\s+федерация")),
    ("eu", _words(r"european\s+(?:union|parliament|commission)|\(EU\)|европейск\w+\s+союз|еуропалық\s+одақ")),
)
#: What an act calls itself, by words in the nominative: «кодексіне өзгерістер енгізу туралы» is no code. Laws come
#: first and stand without a word; numbers of the others run apart from theirs.
_NATURES: Final = (
    ("", _words(r"\b(?:заң|заңы|закон|law)\b")),
    ("code", _words(r"\b(?:кодекс|кодексі|code)\b")),
    ("order", _words(r"\b(?:бұйрық|бұйрығы|приказ|order)\b")),
    ("decree", _words(r"\b(?:жарлық|жарлығы|указ|decree)\b")),
    ("resolution", _words(r"\b(?:қаулы|қаулысы|постановление|resolution)\b")),
    ("decision", _words(r"\b(?:шешім|шешімі|решение|decision)\b")),
    ("disposition", _words(r"\b(?:өкім|өкімі|распоряжение)\b")),
)
_EU_NATURES: Final = (
    ("reg", _words(r"\b(?:regulation|регламент|регламенті)\b")),
    ("dir", _words(r"\b(?:directive|директива|директивасы)\b")),
    ("dec", _words(r"\b(?:decision|решение|шешім|шешімі)\b")),
)
_SOUNDS: Final = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіё",
        (
            *("a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f"),
            *("kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"),
            *("a", "g", "q", "n", "o", "u", "u", "h", "i", "e"),
        ),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requisites:
    """Day and number of an act.

    Args:
        date: ISO date.
        number: Number as printed, letters of one alphabet.
    """

    date: str
    number: str


def identified(document: Document) -> Document:
    """Return the document with identifier, number and day of adoption in its metadata; what is told stays."""
    metadata = document.metadata or Metadata()
    found = requisites(document)
    if not metadata.date and not metadata.number and found is not None:
        metadata = replace(metadata, date=found.date, number=found.number)
    return replace(document, metadata=replace(metadata, identifier=str(_work(document, metadata))))


def work_of(document: Document) -> WorkId:
    """Return the work a document is of.

    A text without requisites is named after its own words, so that two different texts never share a name and the same
    text always has the same.
    """
    return _work(document, document.metadata or Metadata())


def requisites(document: Document) -> Requisites | None:
    """Return day and number as the title lines of a document have them; ``None`` unless both are there.

    A line that cites another act (with words such as «сәйкес», or open at its end) is not a title line.
    """
    day = number = ""
    for line in title_lines(document):
        if _NOT_A_TITLE.search(line) or len(line.split()) > _LINE_WORDS:
            continue
        day = day or _day(line)
        number = number or _number(line)
        if day and number:
            return Requisites(date=day, number=number)
    return None


def title_lines(document: Document) -> Iterator[str]:
    """Yield the lines before the first numbered provision, a few at most."""
    return islice(_lines(document), _TITLE_LINES)


def _lines(document: Document) -> Iterator[str]:
    for node in document.walk():
        if node.kind in _BODY:
            return
        if node.kind not in _SKIPPED:
            words = node.heading or node.text
            yield from (line for line in words.split("\n") if line.strip())


def _day(line: str) -> str:
    """Return the first full date of a line, in whatever language: titles are often given in two."""
    return next((found.value.isoformat() for found in find_dates(line, None) if found.value is not None), "")


def _number(line: str) -> str:
    match = _EU_NUMBER.search(line) or _NUMBER.search(line)
    return regular_number(match["number"]) if match else ""


def regular_number(printed: str) -> str:
    """Return an official number with the Roman numeral in it in Latin letters and without the mark of its owner.

    Example:
        >>> regular_number("180-VІ ҚРЗ"), regular_number("8-ФЗ")
        ('180-VI', '8-ФЗ')
    """
    number = _OWNER.sub("", " ".join(printed.split())).strip(".-/")
    return re.sub(r"(?<=-)[IVXLCDMІХСМ]+$", lambda roman: to_latin(roman[0]), number)


def _work(document: Document, metadata: Metadata) -> WorkId:
    try:
        return WorkId.parse(metadata.identifier)
    except IdentifierError:
        named = _named(document, metadata)
    if named is not None:
        return named
    name = hashlib.sha256(document.text.encode("utf-8", "replace")).hexdigest()[:_HASH]
    return WorkId(country=NOWHERE, kind="doc", date=_NO_DATE, number=name)


def _named(document: Document, metadata: Metadata) -> WorkId | None:
    """Return the work of an act with day and number; ``None`` when one of them is missing."""
    number = _slug(metadata.number)
    if not metadata.date or not number:
        return None
    head = "\n".join((document.title, *title_lines(document)))
    country = next((code for code, words in _COUNTRIES if words.search(head)), NOWHERE)
    natures = _EU_NATURES if country == "eu" else _NATURES
    subtype = next((nature for nature, words in natures if words.search(head)), "")
    if country == "ru" and subtype == "code":
        subtype = ""  # its codes are federal laws, and the state's own export names them so
    return WorkId(country=country, kind="act", subtype=subtype, date=metadata.date, number=number)


def _slug(number: str) -> str:
    """Return a number as part of an address: Latin letters, no slashes or spaces.

    Example:
        >>> _slug("226-V"), _slug("8-ФЗ"), _slug("2024/1689"), _slug("ҚР ДСМ-96")
        ('226-V', '8-fz', '2024-1689', 'qr-dsm-96')
    """
    if not number.isascii():
        number = "".join(_SOUNDS.get(letter, letter) for letter in number.lower())
    return re.sub(r"[^A-Za-z0-9.-]+", "-", number).strip("-.")
