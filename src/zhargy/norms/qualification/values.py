"""What a qualification finds: offences that hold, give way or are open, and how they stand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from zhargy.norms.evaluation import Change, Explanation
from zhargy.norms.packs import Norm, Pack
from zhargy.norms.qualification.penalties import Threat
from zhargy.norms.sanctions import Guilt
from zhargy.norms.vocabulary import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Offence:
    """An offence whose elements are met, that no exception takes away and that gives way to none so far.

    Args:
        pack: Name of the pack it stands in.
        norm: The norm.
        graver: Ids of the norms that are still open and that it would give way to; none where it applies for certain.
        exceptions: Ids of the exceptions that are still open and would take it away.
        items: Ids of the items of its provision that are met.
        open_items: Ids of the items that facts could still meet.
        guilt: The mind it was done with.
        threats: What it threatens: one case, or several where facts or words leave it open; none where it has no
            sanction.
        explanation: The proof.
    """

    pack: str
    norm: Norm
    graver: tuple[str, ...]
    exceptions: tuple[str, ...]
    items: tuple[str, ...]
    open_items: tuple[str, ...]
    guilt: Guilt
    threats: tuple[Threat, ...]
    explanation: Explanation

    @property
    def id(self) -> str:
        """Id of the norm."""
        return self.norm.id

    @property
    def is_certain(self) -> bool:
        """Whether no missing fact could take it away or put another norm in its place."""
        return not self.graver and not self.exceptions


class Ground(StrEnum):
    """Why a norm gives way."""

    AGGRAVATED = "aggravated"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True, kw_only=True)
class Displaced:
    """An offence that is met and gives way.

    Args:
        pack: Name of the pack it stands in.
        norm: The norm.
        by: Ids of the norms it gives way to.
        ground: To a graver form of the same offence, or to a special norm.
        rule: The provision that puts the special norm first; empty where the pack names none.
    """

    pack: str
    norm: Norm
    by: tuple[str, ...]
    ground: Ground
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """An offence whose elements are met and which an exception takes away.

    Args:
        pack: Name of the pack it stands in.
        norm: The norm.
        by: Ids of the exceptions.
    """

    pack: str
    norm: Norm
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOffence:
    """An offence that facts could still make apply.

    Args:
        pack: Name of the pack it stands in.
        norm: The norm.
        needed: Names of the facts that its own elements wait for, in the order of the proof.
        missing: Names of all facts it waits for, those of exceptions and of norms it would give way to among them.
        given: Names of the facts it rests on so far, without those that most offences rest on.
    """

    pack: str
    norm: Norm
    needed: tuple[str, ...]
    missing: tuple[str, ...]
    given: tuple[str, ...]

    @property
    def distance(self) -> tuple[Fraction, int]:
        """What sorts open offences: how much of what they ask is missing, then how many given facts they rest on."""
        needed, given = len(self.needed), len(self.given)
        return Fraction(needed, max(1, needed + given)), -given


class ConcurrenceKind(StrEnum):
    """How the offences that apply stand to each other."""

    NONE = "none"
    SINGLE = "single"
    IDEAL = "ideal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concurrence:
    """How many offences the deed makes.

    Args:
        kind: None, one, or several by one deed.
        offences: Ids of the offences that apply together.
        rule: The provision on concurrence; empty where the pack names none.
    """

    kind: ConcurrenceKind
    offences: tuple[str, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What comes of the facts under one reading of the words.

    Args:
        choices: The reading taken of each open question of law that matters; empty where none does.
        offences: Offences that hold, in the order of the acts.
        displaced: Offences that would hold and give way.
        excluded: Offences that an exception takes away.
        open: Offences that facts could still make apply, those nearest to it first.
        concurrence: How the offences that apply stand to each other.
    """

    choices: Mapping[str, str]
    offences: tuple[Offence, ...]
    displaced: tuple[Displaced, ...]
    excluded: tuple[Excluded, ...]
    open: tuple[OpenOffence, ...]
    concurrence: Concurrence


class Caveat(StrEnum):
    """What a reader must know of the law an answer rests on."""

    PROPOSED = "proposed"
    FICTIONAL = "fictional"
    UNREVIEWED = "unreviewed"
    NO_OFFENCES = "no_offences"
    NO_GENERAL_PART = "no_general_part"
    OTHER_WORDING = "other_wording"


class Matter(StrEnum):
    """What an unknown fact could decide."""

    OFFENCE = "offence"
    EXCEPTION = "exception"
    BRANCH = "branch"
    AMOUNT = "amount"
    PENALTY = "penalty"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFact:
    """A fact that is not known and could change the answer.

    Args:
        fact: Its name.
        matters: What it could decide.
        norms: Ids of the norms it could decide.
        settles: How many offences an answer settles by itself, on average over the values worth trying; ``None`` where
            that was not reckoned.
    """

    fact: str
    matters: tuple[Matter, ...]
    norms: tuple[str, ...]
    settles: Fraction | None = None

    @property
    def rank(self) -> tuple[int, Fraction]:
        """What sorts unknown facts: what they decide, then how much they settle, the most first."""
        gravest = min(list(Matter).index(matter) for matter in self.matters)
        return gravest, -(self.settles or Fraction(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A smallest change of the facts that changes which offences hold.

    Args:
        changes: One fact, or two neither of which would do alone.
        gained: Ids of the offences that would apply.
        lost: Ids of the offences that would not apply any more.
        unsure: Ids of those lost only in that they would be open.
    """

    changes: tuple[Change, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """What comes of the facts under one law.

    Args:
        packs: The packs the law is made of.
        as_of: Day the law was read at.
        facts: What is known, supplied facts among it.
        answers: One answer for each reading of the words that leads to another.
        unknown: Facts that could still change the answer, the most decisive first.
        turns: Smallest changes of the facts that would change which offences apply, under the first reading.
        caveats: What a reader must know of the law.
        not_held: Ids of the offences whose wording of that day no pack holds: whether they apply was not looked at.
    """

    packs: tuple[Pack, ...]
    as_of: date
    facts: Mapping[str, Value]
    answers: tuple[Answer, ...]
    unknown: tuple[OpenFact, ...] = ()
    turns: tuple[Turn, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    not_held: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Names of the packs, joined by ``+``."""
        return "+".join(pack.id for pack in self.packs)
