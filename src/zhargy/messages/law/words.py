"""Norms, facts and values in the words of the reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from zhargy.messages.catalogue import keys, plural, translate
from zhargy.model.eid import ElementId
from zhargy.norms.packs import Norm, Pack, PackStatus
from zhargy.norms.packs.values import ALIAS_SIGN
from zhargy.norms.vocabulary import Fact, Value, Vocabulary
from zhargy.text import Language
from zhargy.text.amounts import Money, Style, write_amount
from zhargy.text.numerals import write_digits

_MANY: Final = 2
"""The grammatical number of what is no whole number: «1.5 persons», «1,5 человека»."""


def unit_name(unit: str, language: Language) -> str:
    """Return what a fact counts in the words of the reader: «persons»; the name of the unit where it has no words."""
    key = f"unit_name.{unit}"
    return translate(f"law.{key}", language) if f"law.{key}" in keys() else unit


@dataclass(frozen=True, slots=True, kw_only=True)
class LawWords:
    """Words for what a law is made of.

    Args:
        language: Language of the reader.
        packs: The packs of the law.
        vocabulary: The facts of all packs.
    """

    language: Language
    packs: Sequence[Pack]
    vocabulary: Vocabulary

    def say(self, key: str, **params: object) -> str:
        """Return a sentence about law: the key is that of the catalogue behind ``law.``."""
        return translate(f"law.{key}", self.language, **params)

    def count(self, key: str, number: int, /, **params: object) -> str:
        """Return a sentence about law with a number in it."""
        return plural(f"law.{key}", self.language, count=number, **params)

    def place(self, norm: str) -> str:
        """Return the place of a norm as lawyers cite it: «Art. 190(3)»; its id where it has another form."""
        eid = ElementId.parse(norm.rpartition(ALIAS_SIGN)[2])
        numbers = {step.prefix: step.number for step in eid.steps}
        key = f"place.{'.'.join(numbers)}"
        return self.say(key, **numbers) if f"law.{key}" in keys() else str(eid)

    def norm(self, norm: str) -> str:
        """Return the place of a norm with its title, and with a remark where it is proposed only."""
        found, pack = self._find(norm)
        if found is None:
            return self.place(norm)
        return f"{self.place(norm)} {found.title[self.language]}{self._remark(pack)}"

    def item(self, norm: str) -> str:
        """Return an item of an article with its title, without the article: «1) Large amount»."""
        found, _ = self._find(norm)
        number = ElementId.parse(norm.rpartition(ALIAS_SIGN)[2]).steps[-1].number
        return self.norm(norm) if found is None else f"{number}) {found.title[self.language]}"

    def norms(self, norms: Iterable[str]) -> str:
        """Return the places of some norms, with a remark on those that are proposed only."""
        return ", ".join(f"{self.place(norm)}{self._remark(self._find(norm)[1])}" for norm in norms)

    def articles(self, norms: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the articles that some norms stand in, each once."""
        return tuple(dict.fromkeys(norm.split("__")[0] for norm in norms))

    def titled(self, norms: Iterable[str]) -> str:
        """Return some norms, each with its title."""
        return "; ".join(map(self.norm, norms))

    def fact(self, name: str) -> str:
        """Return the label of a fact with the name by which it is given."""
        label = self._label(self.vocabulary.find(name))
        return f"{label} ({name})" if label else name

    def facts(self, names: Iterable[str]) -> str:
        """Return the labels of some facts."""
        return "; ".join(self._label(self.vocabulary.find(name)) or name for name in names)

    def question(self, name: str) -> str:
        """Return the question that asks for a fact."""
        fact = self.vocabulary.find(name)
        words = fact.wordings.get(self.language) if fact is not None else None
        return words.question if words is not None else name

    def reading(self, name: str, choice: str) -> str:
        """Return how an open question of law is read."""
        return self.say("reading", question=self.question(name), choice=self.choice(name, choice))

    def unit(self, unit: str) -> str:
        """Return what a fact counts, in the words of the reader."""
        return unit_name(unit, self.language)

    def value(self, name: str, value: Value) -> str:
        """Return a value of a fact."""
        language = self.language
        fact = self.vocabulary.find(name)
        match value:
            case bool():
                return self.say("true" if value else "false")
            case Money():
                return write_amount(value, language, style=Style.DIGITS)
            case Decimal():
                return self._counted(value, fact.unit if fact is not None else "")
            case date():
                return value.isoformat()
            case frozenset():
                return ", ".join(self.choice(name, each) for each in sorted(value)) or self.say("nothing")
            case str():
                return self.choice(name, value)
            case _:
                return ", ".join(str(each) for each in value)

    def known(self, name: str, facts: Mapping[str, Value]) -> str:
        """Return a fact with its value; of one that is true the label alone."""
        value = facts.get(name)
        label = self._label(self.vocabulary.find(name)) or name
        return label if value is None or value is True else f"{label}: {self.value(name, value)}"

    def choice(self, name: str, choice: str) -> str:
        """Return the words of a choice."""
        fact = self.vocabulary.find(name)
        return fact.label_of(choice, self.language) if fact is not None else choice

    def _counted(self, number: Decimal, unit: str) -> str:
        """Return a number with what it counts, in the grammatical number it asks for."""
        digits, key = write_digits(number, self.language), f"unit.{unit}"
        if f"law.{key}" not in keys():
            return f"{digits} {unit}".rstrip()
        return self.count(key, int(number) if number == int(number) else _MANY, number=digits)

    def _label(self, fact: Fact | None) -> str:
        words = fact.wordings.get(self.language) if fact is not None else None
        return words.label if words is not None else ""

    def _find(self, norm: str) -> tuple[Norm | None, Pack | None]:
        return next(((pack.norms[norm], pack) for pack in self.packs if norm in pack.norms), (None, None))

    def _remark(self, pack: Pack | None) -> str:
        is_remarkable = pack is not None and pack.status is PackStatus.PROPOSED and len(self.packs) > 1
        return f" [{self.say('proposal')}]" if is_remarkable else ""
