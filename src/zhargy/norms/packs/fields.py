"""Reading the fields of a block: each has a kind, an unknown one is told with the near miss, all problems are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

from zhargy.norms.expression import Expression, ExpressionError, parse
from zhargy.norms.packs.nodes import Given
from zhargy.norms.problems import Place, Problem, near_miss
from zhargy.text import Language

_Choice = TypeVar("_Choice", bound=StrEnum)
_NOTHING: Final[Mapping[str, Given]] = {}


class Fields:
    """The fields of one mapping.

    A field that is absent or of a wrong kind is noted among the problems and read as empty, so that reading goes on and
    everything wrong is told at once.

    Args:
        given: The mapping.
        keys: Names it may have.
        needed: Names it must have.
        problems: Takes N254, N255, N256, N257.
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
        found = self._values.get(key)
        if found is None:
            return ()
        if not isinstance(found.value, tuple):
            self._wrong(key, found, "list")
            return ()
        wrong = [item for item in found.value if item.value is None or isinstance(item.value, Mapping | tuple)]
        for item in wrong:
            self._wrong(key, item, "text")
        return tuple(str(item.value) for item in found.value if item not in wrong)

    def expression(self, key: str) -> Expression | None:
        """Return a condition; one that cannot be read is noted with its own code and place."""
        found = self._values.get(key)
        if found is None or not self.text(key):
            return None
        try:
            return parse(found.written, place=replace(found.at, norm=self._norm))
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
            near = near_miss(word, kind)
            self._note("N257", self.place(key), key=key, value=word, valid=", ".join(kind), near=near)
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
