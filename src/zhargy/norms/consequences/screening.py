"""Many cases sorted into classes that no norm of a pack tells apart, by the array engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import numpy.typing as npt

from zhargy.norms.batch import cases_of
from zhargy.norms.batch.columns import Bools, Column, Columns
from zhargy.norms.batch.outcome import BatchOutcome
from zhargy.norms.batch.plan import BatchPlan
from zhargy.norms.batch.rows import taken
from zhargy.norms.batch.tabling import column_of
from zhargy.norms.consequences.probing import is_open, questions_to
from zhargy.norms.packs import Pack
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value, Vocabulary

Codes = npt.NDArray[np.int64]
"""The class of each case, in the order in which the classes were met first; int64, shape (cases,)."""


class Screen:
    """A pack that sorts cases; it remembers the classes it has met.

    Args:
        pack: A checked pack.
        as_of: Day the law is read at.
    """

    def __init__(self, pack: Pack, *, as_of: date) -> None:
        questions = questions_to(pack)
        self._as_of = as_of
        self._vocabulary = questions.pack.vocabulary
        self._stands = questions.stands
        self._asked = [(BatchPlan(questions.pack, norms=each.norms), each.settled) for each in questions.groups]
        self._known: dict[bytes, int] = {}

    @property
    def classes(self) -> int:
        """How many classes were met so far."""
        return len(self._known)

    def sort(self, columns: Columns) -> tuple[Codes, Mapping[int, int]]:
        """Return the class of each case, and a case of each class that is met for the first time.

        Args:
            columns: The facts; open ones are left aside.
        """
        answers, can_stand = self._answers(columns)
        answers[~can_stand] = False
        octets = np.ascontiguousarray(np.packbits(answers, axis=1))
        rows = octets.view(np.dtype((np.void, octets.shape[1]))).reshape(-1)
        found, first, inverse = np.unique(rows, return_index=True, return_inverse=True)
        new: dict[int, int] = {}
        codes = np.empty(found.size, np.int64)
        for place in np.argsort(first, kind="stable").tolist():
            key = found[place].tobytes()
            if key not in self._known:
                self._known[key] = len(self._known)
                new[self._known[key]] = int(first[place])
            codes[place] = self._known[key]
        return codes[inverse.reshape(-1)], new

    def _answers(self, columns: Columns) -> tuple[Bools, Bools]:
        """Return the answers to all questions, shape (cases, answers), and where an offence can stand at all."""
        plain = {name: column for name, column in columns.facts.items() if self._is_plain(name)}
        standing = {norm: np.zeros(columns.size, np.bool_) for norm in self._stands}
        answers: list[tuple[Bools, frozenset[str]]] = []
        for plan, settled in self._asked:
            for way in settled:
                told = {name: self._constant(name, value, columns.size) for name, value in way.values.items()}
                outcome = plan.run(Columns(size=columns.size, facts={**plain, **told}), as_of=self._as_of)
                answers += [(bits, way.offences) for bits in _bits(outcome)]
                for norm in self._stands.intersection(plan.norms):
                    standing[norm] |= ~outcome.met[norm].where(Truth.FALSE)
        matters = {norms: _any(standing[norm] for norm in norms) for norms in {offences for _, offences in answers}}
        return np.stack([bits & matters[norms] for bits, norms in answers], axis=1), _any(standing.values())

    def _is_plain(self, name: str) -> bool:
        fact = self._vocabulary.find(name)
        return fact is not None and not is_open(fact)

    def _constant(self, name: str, value: Value, size: int) -> Column:
        return taken(column_of([value], self._vocabulary.facts[name]), np.zeros(size, np.intp))


def _bits(outcome: BatchOutcome) -> Iterator[Bools]:
    for column in outcome.met.values():
        yield column.where(Truth.TRUE)
        yield column.where(Truth.UNKNOWN)


def _any(truths: Iterable[Bools]) -> Bools:
    found: Bools = np.logical_or.reduce(list(truths))
    return found


def rows_of(columns: Columns, rows: Sequence[int], *, vocabulary: Vocabulary) -> Iterator[Mapping[str, Value]]:
    """Yield the facts of some cases; what no case is asked of is left out.

    Args:
        columns: The facts of many cases.
        rows: Places of those wanted.
        vocabulary: The facts there are.
    """
    places = np.array(rows, np.intp)
    facts = {name: taken(column, places) for name, column in columns.facts.items()}
    some = replace(columns, size=len(rows), facts=facts)
    for case in cases_of(some, vocabulary):
        yield {name: value for name, value in case.items() if vocabulary.facts[name].is_asked}
