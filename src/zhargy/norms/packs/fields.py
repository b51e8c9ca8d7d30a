"""Reading the fields of a block: each has a kind, an unknown one is told with the near miss, all problems are kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final, TypeVar

from zhargy.norms.expression import Expression, ExpressionError, parse
from zhargy.norms.packs.nodes import Given
from zhargy.norms.problems import Place, Problem, near_miss
from zhargy.text import Language

_Choice = TypeVar("_Choice", bound=StrEnum)
_FRACTION: Final = re.compile(r"(?P<part>[0-9]{1,3})/(?P<whole>[0-9]{1,3})")
_NOTHING: Final[Mapping[str, Given]] = {}


class Fields:
    """The fields of one mapping.

    A field that is absent or of a wrong kind is noted among the problems and read as empty, so that reading goes on and
    everything wrong is told at once.

    Args:
        given: The mapping.
        keys: Names it may have.
        needed: Names it must have.
        problems: Takes N254, N255, N256, N257, N258.
        norm: Id of the norm the fields belong to, for the legal place of problems.
    """

    def __init__(
        self, given: Given, *, keys: Sequence[str], needed: Sequence[str], problems: list[Problem], norm: str = ""
    ) -> None:
        self._problems = problems
        self._norm = norm
        self._place = replace(given.place, norm=norm)
        self._values = given.value if isinstance(given.value, Mapping) else _NOTHING
        if not isinstance(given.value, Mapping):
            self._wrong("", given, "mapping")
        for key, value in self._values.items():
            if key not in keys:
                self._note("N254", value.place, key=key, valid=", ".join(keys), near=near_miss(key, keys))
        for key in needed:
            if key not in self._values:
                self._note("N255", self._place, key=key)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def given(self, key: str) -> Given | None:
        """Return a value with its place, ``None`` when it is absent."""
        return self._values.get(key)

    def place(self, key: str = "") -> Place:
        """Return the place of a value, of the mapping where it is absent."""
        found = self._values.get(key)
        return self._place if found is None else replace(found.place, norm=self._norm)

    def text(self, key: str) -> str:
        """Return words; a bare number, day or truth value is taken as it is written."""
        found = self._values.get(key)
        if found is None:
            return ""
        if found.value is None or isinstance(found.value, Mapping | tuple):
            self._wrong(key, found, "text")
            return ""
        return str(found.value).lower() if isinstance(found.value, bool) else str(found.value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of words."""
        return tuple(text for _, text in self.placed_texts(key))

    def placed_texts(self, key: str) -> Iterator[tuple[Place, str]]:
        """Yield the words of a list, each with its place."""
        found = self._values.get(key)
        if found is None:
            return
        if not isinstance(found.value, tuple):
            self._wrong(key, found, "list")
            return
        for item in found.value:
            if item.value is None or isinstance(item.value, Mapping | tuple):
                self._wrong(key, item, "text")
            else:
                yield item.place, str(item.value)

    def words_once(self, key: str, given: Iterable[Given], pattern: re.Pattern[str]) -> tuple[str, ...]:
        """Return short words such as ids, each once; one of another form (N256) or a second one (N258) is noted."""
        found: dict[str, None] = {}
        for each in given:
            word = "" if each.value is None or isinstance(each.value, Mapping | tuple) else str(each.value)
            if not pattern.fullmatch(word):
                self._wrong(key, each, "word")
            elif word in found:
                self._note("N258", each.place, id=word)
            else:
                found[word] = None
        return tuple(found)

    def expression(self, key: str, *, bound: frozenset[str] = frozenset()) -> Expression | None:
        """Return a condition or an amount about the things `bound`; one that cannot be read is noted at its place."""
        found = self._values.get(key)
        if found is None or not self.text(key):
            return None
        try:
            return parse(found.written, place=replace(found.at, norm=self._norm), bound=bound)
        except ExpressionError as error:
            self._problems.append(error.problem)
            return None

    def number(self, key: str) -> Decimal | None:
        """Return a number."""
        found = self._values.get(key)
        if found is not None and isinstance(found.value, int | Decimal) and not isinstance(found.value, bool):
            return Decimal(found.value)
        self.refuse(key, "number")
        return None

    def day(self, key: str) -> date | None:
        """Return a day."""
        found = self._values.get(key)
        if found is not None and isinstance(found.value, date):
            return found.value
        self.refuse(key, "day")
        return None

    def days(self, key: str) -> tuple[date, ...]:
        """Return a list of days."""
        found = self._values.get(key)
        if found is None or not isinstance(found.value, tuple):
            if found is not None:
                self._wrong(key, found, "list")
            return ()
        for item in found.value:
            if not isinstance(item.value, date):
                self._wrong(key, item, "day")
        return tuple(item.value for item in found.value if isinstance(item.value, date))

    def choice(self, key: str, kind: type[_Choice]) -> _Choice | None:
        """Return one of a closed list of words, ``None`` where it is none of them."""
        word = self.text(key)
        if word in tuple(kind):
            return kind(word)
        if word:
            self.mistake(key, word, tuple(kind))
        return None

    def inner(self, key: str, *, keys: Sequence[str], needed: Sequence[str] = ()) -> Fields | None:
        """Return the fields of a mapping inside, ``None`` when it is absent."""
        found = self._values.get(key)
        if found is None:
            return None
        return Fields(found, keys=keys, needed=needed, problems=self._problems, norm=self._norm)

    def words(self, key: str) -> Mapping[Language, str]:
        """Return a sentence in the three languages of the program."""
        inner = self.inner(key, keys=tuple(Language), needed=tuple(Language))
        if inner is None:
            return {}
        return {language: inner.text(language) for language in Language}

    def members(self, key: str, *, keys: Sequence[str], needed: Sequence[str] = ()) -> Iterator[Fields]:
        """Yield the fields of each mapping in a list; members that are words are passed over."""
        found = self._values.get(key)
        for item in found.value if found is not None and isinstance(found.value, tuple) else ():
            if isinstance(item.value, Mapping):
                yield Fields(item, keys=keys, needed=needed, problems=self._problems, norm=self._norm)

    def fraction(self, key: str) -> Fraction | None:
        """Return a part of one, such as ``1/2``."""
        found = self._values.get(key)
        if found is None:
            return None
        match = _FRACTION.fullmatch(self.text(key))
        if match is None or not 0 < int(match["part"]) < int(match["whole"]):
            self.refuse(key, "fraction")
            return None
        return Fraction(int(match["part"]), int(match["whole"]))

    def several(self, key: str, kind: type[_Choice]) -> tuple[_Choice, ...]:
        """Return words of a closed list; those it has not are noted."""
        chosen = []
        for word in self.texts(key):
            if word in tuple(kind):
                chosen.append(kind(word))
            else:
                self.mistake(key, word, tuple(kind))
        return tuple(chosen)

    def mistake(self, key: str, word: str, valid: Collection[str]) -> None:
        """Note a word that is none of those there are."""
        near = near_miss(word, valid)
        self._note("N257", self.place(key), key=key, value=word, valid=", ".join(valid), near=near)

    def items(self, key: str) -> Mapping[str, Given]:
        """Return a mapping whose names the writer chooses."""
        found = self._values.get(key)
        if found is None:
            return _NOTHING
        if isinstance(found.value, Mapping):
            return found.value
        self._wrong(key, found, "mapping")
        return _NOTHING

    def miss(self, key: str) -> None:
        """Note that a field is missing which another one asks for."""
        self._note("N255", self._place, key=key)

    def refuse(self, key: str, wanted: str) -> None:
        """Note that a value is not what is wanted there."""
        found = self._values.get(key)
        if found is not None:
            self._wrong(key, found, wanted)

    def _wrong(self, key: str, given: Given, wanted: str) -> None:
        value = given.value
        shown = "…" if isinstance(value, Mapping | tuple) else "" if value is None else str(value)
        self._note("N256", given.place, key=key, wanted=wanted, value=shown)

    def _note(self, code: str, place: Place, **params: str) -> None:
        self._problems.append(Problem(code=code, params=params, place=replace(place, norm=self._norm)))
