"""Words of a comparison of laws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zhargy.messages.law import LawWords
from zhargy.norms.consequences import (
    Cause,
    Change,
    Consequences,
    Gravity,
    Most,
    Population,
    Range,
    World,
)
from zhargy.norms.packs import Pack
from zhargy.norms.sanctions import Open, Reason
from zhargy.norms.vocabulary import Value, Vocabulary
from zhargy.text import Language
from zhargy.text.amounts import Currency, Money, Style, write_amount
from zhargy.text.numerals import write_digits


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareWords(LawWords):
    """Words for a page about what changes between two laws."""

    def compared(self, key: str, **params: object) -> str:
        """Return a sentence about a comparison of laws."""
        return self.say(f"compare.{key}", **params)

    def title(self, found: Consequences) -> str:
        """Return the title with the names of both laws."""
        return self.compared("title", before=law_name(found.left), after=law_name(found.right))

    def notes(self, found: Consequences) -> tuple[str, ...]:
        """Return what must be known of the cases, and what cannot be forecast."""
        return (self.origin(found.population), self.compared("ranges"), self.compared("unforeseen"))

    def origin(self, population: Population) -> str:
        """Return what the cases are, first of all whether they are made up."""
        return self.compared(
            f"origin.{population.origin}",
            size=write_digits(population.size, self.language),
            seed=population.seed,
            source=population.source,
        )

    def gravity(self, gravity: Gravity) -> str:
        """Return a category."""
        return self.compared("none") if gravity is Gravity.NONE else self.say(f"category.{gravity}")

    def range(self, found: Range) -> str:
        """Return a number of cases, as a range where readings part."""
        if found.least == found.most:
            return write_digits(found.most, self.language)
        return f"{write_digits(found.least, self.language)}–{write_digits(found.most, self.language)}"

    def most(self, most: Most | None, unit: str) -> str:
        """Return the most of a penalty.

        Args:
            most: The most.
            unit: ``months``, ``mci`` or ``times``.
        """
        if most is None:
            return self.compared("most.none")
        if isinstance(most, Open):
            return self.compared(f"most.{most}")
        return self.compared(f"most.{unit}", count=self._number(most))

    def fine(self, most: Most | None, index: Value | None) -> str:
        """Return the greatest fine with its worth in tenge on the day of the deed, where that is known."""
        if not isinstance(most, Fraction) or not isinstance(index, Money):
            return self.most(most, "mci")
        worth = Money(minor=int(most * index.minor), currency=Currency.KZT)
        tenge = write_amount(worth, self.language, style=Style.DIGITS)
        return self.compared("most.tenge", count=self._number(most), tenge=tenge)

    def change(self, change: Change) -> str:
        """Return what becomes of a case and why."""
        move = self.compared(f"move.{change.move}")
        reason = self._reason(change.reason)
        return f"{move} ({reason})" if reason else move

    def world(self, world: World, *, index: Value | None) -> str:
        """Return what comes of a case under a law."""
        weight = world.weight
        if not weight.offences:
            return self.compared("none")
        fine = self.fine(weight.fine, index)
        if weight.multiple is not None:
            fine = "; ".join([*([] if weight.fine is None else [fine]), self.most(weight.multiple, "times")])
        return self.compared(
            "telling.weight",
            norms=self.titled(offence.norm for offence in weight.offences),
            category=self.gravity(weight.gravity),
            months=self.most(weight.months, "months"),
            fine=fine,
        )

    def rows(self, found: Mapping[tuple[Gravity, Gravity], Range]) -> Sequence[str]:
        """Return the table of categories, row by row."""
        return [
            self.compared("row", before=self.gravity(before), after=self.gravity(after), cases=self.range(cases))
            for (before, after), cases in found.items()
        ]

    def _reason(self, reason: Reason | Cause | None) -> str:
        if reason is None or reason is Reason.SAME:
            return ""
        return self.compared(f"cause.{reason}") if isinstance(reason, Cause) else self.say(f"reason.{reason}")

    def _number(self, number: Fraction) -> str:
        whole = int(number)
        return write_digits(whole, self.language) if whole == number else str(number)


def words_of(found: Consequences, language: Language) -> CompareWords:
    """Return the words for a comparison."""
    facts = {name: fact for pack in found.packs for name, fact in pack.vocabulary.facts.items()}
    return CompareWords(language=language, packs=found.packs, vocabulary=Vocabulary(facts=facts))


def law_name(packs: Sequence[Pack]) -> str:
    """Return the names of packs that hold together."""
    return "+".join(pack.id for pack in packs)
