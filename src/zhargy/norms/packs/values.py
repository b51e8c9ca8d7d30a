"""A pack: an act's norms as data, with the facts they ask for and the cases that try them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from zhargy.model.frbr import WorkId
from zhargy.model.in_force import PeriodInForce
from zhargy.norms.expression import Expression
from zhargy.norms.problems import Place
from zhargy.norms.sanctions import GeneralPart, MciTable, Note, PenaltyKind, Sanction
from zhargy.norms.vocabulary import Fact, Value, Vocabulary
from zhargy.text import Language

ALIAS_SIGN: Final = "."
"""What stands between the alias of a used pack and the id of a norm in it; no element id has it."""


class NormKind(StrEnum):
    """What a norm does."""

    DEFINITION = "definition"
    OFFENCE = "offence"
    DUTY = "duty"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    POWER = "power"
    CLASSIFICATION = "classification"
    GENERAL_RULE = "general_rule"
    EXCEPTION = "exception"
    MITIGATION = "mitigation"
    AGGRAVATION = "aggravation"
    BAR = "bar"
    LIMIT = "limit"


class PackStatus(StrEnum):
    """What the act is: law, a proposal, or made up."""

    IN_FORCE = "in_force"
    PROPOSED = "proposed"
    FICTIONAL = "fictional"


class Standing(StrEnum):
    """Where a norm stands on the facts of a case, from the outermost reason in.

    ``DEFEATED``: the elements are met, an exception takes the norm away. ``DISPLACED``: it holds but gives way to an
    aggravated form or a special norm.
    """

    NOT_IN_FORCE = "not_in_force"
    NOT_MET = "not_met"
    DEFEATED = "defeated"
    DISPLACED = "displaced"
    UNKNOWN = "unknown"
    APPLIES = "applies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Words or numbers that the text of the act must hold at the norm's element id.

    Args:
        language: Language of the edition.
        words: The words, in the original.
    """

    language: Language
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """A rule of conduct drawn from one provision.

    Args:
        id: Element id of the provision, ``art_2__para_1``.
        kind: What it does.
        title: Name in each language.
        when: Condition under which it holds.
        subject: Who can be its addressee (age, office); ``None`` for anybody.
        basic: Id of the norm this one is an aggravated form of; empty for a form that stands alone.
        defeats: Ids of the norms this one is an exception to.
        exceptions: Ids of the norms that are exceptions to this one: `defeats` told from the other side.
        prevails_over: Ids of the norms that give way to this one where both hold, as general norms do to special ones.
        sanction: Its sanction, if it has one.
        valid: Days on which it is law.
        parameters: The things it speaks of, if not of the whole case: the list of each by its name.
        amount: What it comes to where it is met: a number or a sum of money.
        tags: What it protects or concerns, for rules that look at it (``life_or_health``).
        bars: Kinds of penalty that may not be imposed while it applies.
        caps: Greatest part of the greatest term or amount that may be imposed while it applies; ``None``: no limit.
        anchors: Words the text must hold.
        sources: Where it is taken from.
        heading: What the heading of its article names, in our words; told by the first norm of the article.
        place: Where it stands in the pack.
    """

    id: str
    kind: NormKind
    title: Mapping[Language, str]
    when: Expression
    subject: Expression | None = None
    basic: str = ""
    defeats: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    prevails_over: tuple[str, ...] = ()
    sanction: Sanction | None = None
    valid: PeriodInForce = field(default_factory=PeriodInForce)
    parameters: Mapping[str, str] = field(default_factory=dict)
    amount: Expression | None = None
    tags: tuple[str, ...] = ()
    bars: tuple[PenaltyKind, ...] = ()
    caps: Fraction | None = None
    anchors: tuple[Anchor, ...] = ()
    sources: tuple[str, ...] = ()
    heading: Mapping[Language, str] = field(default_factory=dict)
    place: Place

    @property
    def notes(self) -> tuple[Note, ...]:
        """Remarks of the encoder on its sanction."""
        return () if self.sanction is None else self.sanction.notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An example that a lawyer can read: facts, a day, and what must come of it.

    Args:
        name: Short name, one of its kind in the pack.
        title: What happened, in each language.
        day: Day the law is read at.
        facts: What is known: what it tells, and what is usual in its file where it tells nothing else.
        told: What it tells itself; ``None`` for a fact that it says is not known.
        expect: Standing of each norm that is told; an offence that is not told must neither apply nor be unknown.
        threatens: What the sanction of a norm comes to, one line a choice, as `zhargy.norms.evaluation.choices` writes.
        place: Where it stands in the pack.
    """

    name: str
    title: Mapping[Language, str]
    day: date
    facts: Mapping[str, Value]
    told: Mapping[str, Value | None]
    expect: Mapping[str, Standing]
    threatens: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The norms of one act, with those of the packs it uses.

    Args:
        id: Short name.
        title: Name in each language.
        act: The work encoded.
        editions: Days of the wordings encoded.
        vocabulary: Facts that can be asked for, those of the used packs first.
        norms: Norms by element id, in the order of the act; behind them the norms of each used pack, under its alias:
            ``general.art_15__para_1``.
        cases: Examples in the order of the pack.
        sources: Where the text is taken from.
        encoder: Who encoded it.
        reviewer: Who compared the encoding with the text; empty where nobody has.
        status: Whether the act is law.
        day: The fact that tells the day the law is read at when none is given; empty where the pack names none.
        used: The packs it uses, by alias.
        tables: Worth of an index over time, by the name that facts are supplied from; used packs' tables among them.
        general: The rules that sanctions need; those of a used pack where it has none of its own.
    """

    id: str
    title: Mapping[Language, str]
    act: WorkId
    editions: tuple[date, ...]
    vocabulary: Vocabulary
    norms: Mapping[str, Norm]
    cases: tuple[Case, ...]
    sources: tuple[str, ...]
    encoder: str
    reviewer: str = ""
    status: PackStatus = PackStatus.IN_FORCE
    day: str = ""
    used: Mapping[str, Pack] = field(default_factory=dict)
    tables: Mapping[str, MciTable] = field(default_factory=dict)
    general: GeneralPart | None = None

    @property
    def own_norms(self) -> Mapping[str, Norm]:
        """The norms of the act itself."""
        return {id_: norm for id_, norm in self.norms.items() if ALIAS_SIGN not in id_}

    @property
    def readings(self) -> tuple[Fact, ...]:
        """The questions of law on which words are open, those of used packs among them."""
        return tuple(fact for fact in self.vocabulary.facts.values() if fact.is_reading)
