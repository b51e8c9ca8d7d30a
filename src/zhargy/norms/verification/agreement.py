"""Whether formulas and interpreter say the same, case by case: three layers of every norm, unknown included."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import z3

from zhargy.norms.evaluation import Outcome, Plan
from zhargy.norms.packs.values import Pack
from zhargy.norms.truth import Truth
from zhargy.norms.verification.encoding.days import DayTerm, day_symbol
from zhargy.norms.verification.encoding.norms import Encoding
from zhargy.norms.verification.encoding.rails import Term
from zhargy.norms.verification.encoding.symbols import Symbol, symbols_of
from zhargy.norms.verification.encoding.values import Choice, Choices, Quantity, number_of
from zhargy.norms.vocabulary import Value
from zhargy.text.amounts import Money

_LAYERS: Final = ("elements", "met", "result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A case in which formulas and interpreter differ.

    Args:
        norm: Element id of the norm.
        layer: ``elements``, ``met`` or ``result``.
        formula: What the formulas say.
        interpreter: What the interpreter says.
        facts: The case.
        as_of: Day the law is read at.
    """

    norm: str
    layer: str
    formula: Truth
    interpreter: Truth
    facts: Mapping[str, Value]
    as_of: dt.date


class Agreement:
    """A pack in both forms, made ready for many cases.

    Args:
        pack: A checked pack.
    """

    def __init__(self, pack: Pack) -> None:
        self.plan = Plan(pack)
        self._as_of = day_symbol("as_of")
        self._symbols = symbols_of(pack.vocabulary, beside={}, apart=pack.id)
        encoding = Encoding(pack, symbols=self._symbols, as_of=self._as_of)
        self._places = [(norm, layer) for norm in encoding.norms for layer in _LAYERS]
        rails = [getattr(encoding.norms[norm], layer) for norm, layer in self._places]
        self._word = z3.Concat([_bit(term) for rail in rails for term in (rail.true, rail.false)])
        solver = z3.Solver()
        solver.check()
        self._model = solver.model()

    def truths(self, facts: Mapping[str, Value], *, as_of: dt.date) -> Mapping[tuple[str, str], Truth]:
        """Return what the formulas say of each layer of each norm.

        Args:
            facts: What is known.
            as_of: Day the law is read at.
        """
        for name, symbol in self._symbols.items():
            self._set(symbol, facts.get(name))
        self._set_day(self._as_of, as_of)
        word = self._model.eval(self._word, model_completion=True).as_long()
        bits = f"{word:0{2 * len(self._places)}b}"
        return {place: _TRUTHS[bits[2 * at : 2 * at + 2]] for at, place in enumerate(self._places)}

    def differences(self, facts: Mapping[str, Value], *, outcome: Outcome) -> Iterator[Disagreement]:
        """Yield where the formulas differ from what the interpreter found.

        Args:
            facts: What is known.
            outcome: What the interpreter made of it.
        """
        for (norm, layer), formula in self.truths(facts, as_of=outcome.as_of).items():
            found = getattr(outcome.norms[norm], layer)
            if found is not formula:
                yield Disagreement(
                    norm=norm, layer=layer, formula=formula, interpreter=found, facts=facts, as_of=outcome.as_of
                )

    def _set(self, symbol: Symbol, value: Value | None) -> None:
        update = self._model.update_value
        update(symbol.given, z3.BoolVal(value is not None))
        if value is None:
            return
        match symbol.content, value:
            case None, bool():
                update(symbol.truth, z3.BoolVal(value))
            case Choice(chosen=chosen), str():
                for each, term in chosen.items():
                    update(term, z3.BoolVal(each == value))
            case Choices(chosen=chosen), frozenset():
                for each, term in chosen.items():
                    update(term, z3.BoolVal(each in value))
            case DayTerm() as day, dt.date():
                self._set_day(day, value)
            case Quantity(number=number), Money(minor=minor):
                update(number, number_of(minor))
            case Quantity(number=number), Decimal():
                update(number, number_of(value))

    def _set_day(self, term: DayTerm, day: dt.date) -> None:
        for part, value in ((term.year, day.year), (term.month, day.month), (term.day, day.day)):
            self._model.update_value(part, z3.IntVal(value))


def differences(pack: Pack, cases: Iterable[tuple[Mapping[str, Value], dt.date]]) -> Iterator[Disagreement]:
    """Yield every difference between formulas and interpreter over cases, complete or not.

    Args:
        pack: A checked pack.
        cases: Facts and the day the law is read at.
    """
    agreement = Agreement(pack)
    for facts, as_of in cases:
        yield from agreement.differences(facts, outcome=agreement.plan.evaluate(facts, as_of=as_of))


_TRUTHS: Final = {"10": Truth.TRUE, "01": Truth.FALSE, "00": Truth.UNKNOWN}


def _bit(term: Term) -> Any:
    return z3.If(term, z3.BitVecVal(1, 1), z3.BitVecVal(0, 1))
