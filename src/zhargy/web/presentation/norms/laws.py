"""What comes of the facts under one law, as a page shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from zhargy.app.trying import TriedLaw
from zhargy.messages.law import LawWords
from zhargy.norms.evaluation import Explanation, Outcome, explain
from zhargy.norms.packs import NormKind, Pack, Standing
from zhargy.norms.packs.values import ALIAS_SIGN
from zhargy.norms.qualification import Answer, ConcurrenceKind, Displaced, Offence, OpenOffence, Qualification
from zhargy.norms.sanctions import Derived, MciValue
from zhargy.text.numerals import write_digits
from zhargy.web.presentation.norms.penalties import ThreatView, threat_views
from zhargy.web.presentation.norms.proofs import Prover
from zhargy.web.presentation.words import day

NormAddress = Callable[[Pack, str], str]
"""From the id of a norm of a pack to where it can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NormLine:
    """A norm in a list.

    Args:
        id: Its id in the pack.
        eid: Element id of its provision.
        text: Its place and title, with what it gives way to.
        address: Where it can be read.
        proof: Why it stands so; empty where that is not told.
    """

    id: str
    eid: str
    text: str
    address: str
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OffenceView:
    """An offence that holds.

    Args:
        line: The norm with its proof.
        remarks: What is still open about it, and the items that are met.
        threats: What it threatens.
        notes: Remarks of the encoder on its sanction.
        as_under: That it stands as it does under another law; empty where it is shown in full.
    """

    line: NormLine
    remarks: tuple[str, ...] = ()
    threats: tuple[ThreatView, ...] = ()
    notes: tuple[str, ...] = ()
    as_under: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """How the offences stand, under one reading of the words or under all.

    Args:
        readings: How open words are read; empty where nothing hangs on that.
        offences: The offences that hold.
        summary: That there is none, or that there are several by one deed; empty where there is one.
        displaced: Offences that give way.
        excluded: Offences that an exception takes away.
        open: Offences that facts could still make apply, those nearest to it first.
    """

    readings: tuple[str, ...]
    offences: tuple[OffenceView, ...]
    summary: str = ""
    displaced: tuple[NormLine, ...] = ()
    excluded: tuple[NormLine, ...] = ()
    open: tuple[NormLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingsView:
    """How the norms stand that are no offences, and the offences that do not hold.

    Args:
        applying: Those that apply.
        displaced: Those that give way.
        defeated: Those that an exception takes away.
        unknown: Those that facts could still make apply.
        not_met: Those that do not apply.
    """

    applying: tuple[NormLine, ...]
    displaced: tuple[NormLine, ...]
    defeated: tuple[NormLine, ...]
    unknown: tuple[NormLine, ...]
    not_met: tuple[NormLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawView:
    """What comes of the facts under one law.

    Args:
        letter: What the law is called on the page; empty where there is only one.
        title: Titles of its packs.
        as_of: Day it was read at, in words.
        caveats: What a reader must know of it.
        common: What holds under every reading.
        answers: What each reading adds; empty where nothing hangs on them.
        standings: The norms that are no offences.
        legend: What the signs mean.
        has_offences: Whether the law knows any offence.
    """

    letter: str
    title: str
    as_of: str
    caveats: tuple[str, ...]
    common: AnswerView
    answers: tuple[AnswerView, ...]
    standings: StandingsView
    legend: tuple[str, ...]
    has_offences: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPresenter:
    """Makes the view of one law.

    Args:
        law: What comes of the facts under it.
        words: Words of all laws on the page.
        letter: What it is called on the page.
        address: Where norms can be read.
        shown: Offences that the page has shown under a law before, with its letter.
    """

    law: TriedLaw
    words: LawWords
    letter: str
    address: NormAddress
    shown: tuple[tuple[str, Offence], ...] = ()

    def view(self) -> LawView:
        """Return the law as a page shows it."""
        found = self.law.qualification
        first, *others = found.answers
        common = [each for each in first.offences if all(each in other.offences for other in others)]
        is_alike = all(_unread(each) == _unread(first) for each in others)
        outer = self._answer(first, common, is_whole=is_alike, readings=()) if is_alike else self._bare(common)
        inner = found.answers if others else ()
        return LawView(
            letter=self.letter,
            title=" + ".join(pack.title[self.words.language] for pack in found.packs),
            as_of=day(found.as_of),
            caveats=tuple(self.words.say(f"caveat.{each}") for each in found.caveats),
            common=outer,
            answers=tuple(
                self._answer(
                    each,
                    [offence for offence in each.offences if offence not in common],
                    is_whole=not is_alike,
                    readings=tuple(self.words.reading(name, choice) for name, choice in each.choices.items()),
                )
                for each in inner
            ),
            standings=self._standings(),
            legend=tuple(_legend(found, self.words)),
            has_offences=self.law.has_offences,
        )

    def proof_of(self, norm: str) -> NormLine | None:
        """Return a norm with its proof, under the first reading; ``None`` where the law has no such norm."""
        for plan, outcome in zip(self.law.plans, self.law.outcomes, strict=True):
            if norm in outcome.norms:
                return self._line(plan.pack, norm, proof=explain(outcome, norm))
        return None

    def _bare(self, offences: Sequence[Offence]) -> AnswerView:
        return AnswerView(readings=(), offences=tuple(map(self._offence, offences)))

    def _answer(
        self, answer: Answer, offences: Sequence[Offence], *, is_whole: bool, readings: tuple[str, ...]
    ) -> AnswerView:
        shown = tuple(map(self._offence, offences))
        if not is_whole:
            return AnswerView(readings=readings, offences=shown)
        return AnswerView(
            readings=readings,
            offences=shown,
            summary=self._summary(answer),
            displaced=tuple(self._displaced(each) for each in answer.displaced),
            excluded=tuple(
                self._given_up(
                    each.pack, each.norm.id, self.words.say("excluded.by", **self._taken(each.norm.id, each.by))
                )
                for each in answer.excluded
            ),
            open=tuple(map(self._open, answer.open)),
        )

    def _taken(self, norm: str, by: Iterable[str]) -> dict[str, str]:
        return {"norm": self.words.norm(norm), "by": self.words.titled(by)}

    def _summary(self, answer: Answer) -> str:
        if answer.concurrence.kind is ConcurrenceKind.NONE:
            return self.words.say("none")
        if answer.concurrence.kind is ConcurrenceKind.IDEAL:
            norms = self.words.norms(answer.concurrence.offences)
            return self.words.count("together", len(answer.offences), norms=norms)
        return ""

    def _offence(self, offence: Offence) -> OffenceView:
        pack = self._pack(offence.pack)
        before = next((letter for letter, other in self.shown if other == offence), "")
        if before:
            line = self._line(pack, offence.id)
            return OffenceView(line=line, as_under=self.words.say("as_under", letter=before))
        return OffenceView(
            line=self._line(pack, offence.id, proof=offence.explanation),
            remarks=tuple(self._remarks(offence)),
            threats=threat_views(offence, self.law.qualification, self.words),
            notes=tuple(note[self.words.language] for note in offence.norm.notes),
        )

    def _remarks(self, offence: Offence) -> Iterator[str]:
        if offence.graver:
            yield self.words.say("graver", norms=self.words.norms(offence.graver))
        if offence.exceptions:
            yield self.words.say("exceptions", norms=self.words.titled(offence.exceptions))
        if offence.items:
            yield self.words.say("items", items=self.words.titled(offence.items))
        if offence.open_items:
            yield self.words.say("open_items", items=self.words.titled(offence.open_items))

    def _displaced(self, found: Displaced) -> NormLine:
        key = f"displaced.{found.ground}{'_rule' if found.rule else ''}"
        rule = self.words.place(found.rule) if found.rule else ""
        text = self.words.say(key, norm=self.words.norm(found.norm.id), by=self.words.norms(found.by), rule=rule)
        return self._given_up(found.pack, found.norm.id, text)

    def _open(self, found: OpenOffence) -> NormLine:
        missing = self.words.facts(found.missing)
        text = self.words.say("open.one", norm=self.words.norm(found.norm.id), facts=missing)
        return self._line(self._pack(found.pack), found.norm.id, text=text)

    def _given_up(self, pack: str, norm: str, text: str) -> NormLine:
        outcome = self._outcome(pack)
        return self._line(self._pack(pack), norm, text=text, proof=None if outcome is None else explain(outcome, norm))

    def _standings(self) -> StandingsView:
        has_offences = self.law.has_offences
        found: dict[Standing, list[NormLine]] = {standing: [] for standing in Standing}
        for plan, outcome in zip(self.law.plans, self.law.outcomes, strict=True):
            for norm, came in outcome.norms.items():
                is_offence = came.norm.kind is NormKind.OFFENCE
                is_told = is_offence or came.standing is Standing.UNKNOWN
                if came.standing is Standing.NOT_MET or not (has_offences and is_told):
                    wants_proof = not has_offences and came.standing not in {Standing.NOT_MET, Standing.NOT_IN_FORCE}
                    proof = explain(outcome, norm) if wants_proof else None
                    found[came.standing].append(self._line(plan.pack, norm, proof=proof))
        return StandingsView(
            applying=tuple(found[Standing.APPLIES]),
            displaced=tuple(found[Standing.DISPLACED]),
            defeated=tuple(found[Standing.DEFEATED]),
            unknown=tuple(found[Standing.UNKNOWN]),
            not_met=(*found[Standing.NOT_MET], *found[Standing.NOT_IN_FORCE]),
        )

    def _line(self, pack: Pack, norm: str, *, text: str = "", proof: Explanation | None = None) -> NormLine:
        prover = Prover(
            words=self.words, facts=self.law.qualification.facts, address=lambda each: self.address(pack, each)
        )
        return NormLine(
            id=norm,
            eid=norm.rpartition(ALIAS_SIGN)[2],
            text=text or self.words.norm(norm),
            address=self.address(pack, norm),
            proof="" if proof is None else prover.html(proof),
        )

    def _pack(self, name: str) -> Pack:
        return next(pack for pack in self.law.qualification.packs if pack.id == name)

    def _outcome(self, name: str) -> Outcome | None:
        pairs = zip(self.law.plans, self.law.outcomes, strict=True)
        return next((outcome for plan, outcome in pairs if plan.pack.id == name), None)


def _unread(answer: Answer) -> tuple[object, ...]:
    """Return what readings that differ only in what the same offences threaten have alike."""
    return answer.concurrence, answer.displaced, answer.excluded


def _legend(law: Qualification, words: LawWords) -> Iterator[str]:
    """Yield what the page's signs mean: supplied ends, and the index that the sums were reckoned with."""
    penalties = [
        laid
        for answer in law.answers
        for offence in answer.offences
        for threat in offence.threats
        for choice in threat.choices
        for laid in (*choice.penalties, *choice.accessories)
    ]
    ends = [end for laid in penalties for end in (laid.penalty.lower, laid.penalty.upper)]
    rules = dict.fromkeys(end.rule for end in ends if isinstance(end, Derived))
    if rules:
        yield words.say("derived", rules=", ".join(map(words.place, rules)))
    for index in dict.fromkeys(laid.worth.index for laid in penalties if laid.worth is not None):
        if index is not None:
            yield _index(index, words)


def _index(index: MciValue, words: LawWords) -> str:
    tenge = write_digits(index.tenge, words.language)
    if index.is_certain or index.valid.start is None:
        return words.say("index", tenge=tenge)
    return words.say("uncertain", tenge=tenge, year=index.valid.start.year, confidence=index.confidence)
