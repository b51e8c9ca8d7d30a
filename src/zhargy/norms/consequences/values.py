"""What becomes of cases when one law takes the place of another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from zhargy.norms.sanctions import Category, Open, Reason, ResolvedAlternative
from zhargy.norms.vocabulary import Value
from zhargy.text import Language

Most = Fraction | Open
"""The most that may be imposed: a number, or `Open` where it has no end or the words leave it open."""


class Gravity(StrEnum):
    """How grave a case is: the category of its gravest offence, ``NONE`` where it is no offence."""

    NONE = "none"
    MISDEMEANOUR = "misdemeanour"
    SMALL = "small"
    MEDIUM = "medium"
    GRAVE = "grave"
    ESPECIALLY_GRAVE = "especially_grave"
    UNSETTLED = "unsettled"

    @classmethod
    def of(cls, category: Category | None) -> Gravity:
        """Return the gravity of a category; ``None``: the words do not settle it."""
        return cls.UNSETTLED if category is None else cls(category.value)


class Move(StrEnum):
    """What becomes of a case."""

    PUNISHED = "punished"
    FREED = "freed"
    HEAVIER = "heavier"
    MILDER = "milder"
    EQUAL = "equal"
    INCOMPARABLE = "incomparable"


class Cause(StrEnum):
    """What a move that no single pair of penalties explains comes from."""

    MORE_OFFENCES = "more_offences"
    FEWER_OFFENCES = "fewer_offences"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True, kw_only=True)
class OffenceWeight:
    """What an offence threatens on the facts: without what is barred, each most lowered by the caps that apply.

    Args:
        pack: Name of the pack it stands in.
        norm: Its id.
        gravity: Its category.
        alternatives: The choices of the court.
    """

    pack: str
    norm: str
    gravity: Gravity
    alternatives: tuple[ResolvedAlternative, ...]
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.pack, self.norm, self.gravity, self.alternatives)))

    def __hash__(self) -> int:
        """Return what was reckoned once: millions of weights are looked up by the offences they are made of."""
        return self._hash

    @property
    def article(self) -> str:
        """Id of its article, with the alias of a used pack."""
        return self.norm.split("__", maxsplit=1)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What comes of a case under one law, its words read in one way.

    Args:
        offences: The offences that hold, in the order of the acts; none where it is no offence.
        gravity: That of the gravest.
        months: Greatest term of imprisonment in months; ``None`` where no offence threatens any.
        fine: Greatest fine in the index; ``None`` where no offence threatens one counted so.
        multiple: Greatest fine in multiples of a value; ``None`` where no offence threatens one counted so.
    """

    offences: tuple[OffenceWeight, ...]
    gravity: Gravity
    months: Most | None
    fine: Most | None
    multiple: Most | None

    @property
    def articles(self) -> frozenset[tuple[str, str]]:
        """The articles of its offences, each with its pack."""
        return frozenset((offence.pack, offence.article) for offence in self.offences)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What comes of a case under one reading of the words.

    Args:
        choices: The readings taken of open questions of law that matter, by name.
        weight: What comes of it.
        is_open: Whether facts that are missing could still make an offence apply.
    """

    choices: tuple[tuple[str, str], ...]
    weight: Weight
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How a case stands under the second law against the first.

    Args:
        move: What becomes of it.
        reason: What decided between two penalties; `Cause` where something else did; ``None`` where it begins or
            ceases to be an offence.
    """

    move: Move
    reason: Reason | Cause | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """In how many cases something is so: under every reading of the words, and under some reading.

    Args:
        least: Under every reading.
        most: Under at least one.
    """

    least: int = 0
    most: int = 0

    def __add__(self, other: Range) -> Range:
        return Range(least=self.least + other.least, most=self.most + other.most)


class Origin(StrEnum):
    """Where cases come from."""

    SYNTHETIC = "synthetic"
    EXAMPLES = "examples"
    BANK = "bank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """The cases that were compared.

    Args:
        origin: Made up by chance, made up as examples of the packs, or a bank of cases.
        size: How many.
        seed: What the chance began with; ``None`` where nothing was drawn.
        source: Where a bank says its cases come from; empty for others.
        sha256: Hash of the file of a bank; empty for others.
        undecided: How many lack facts that could still make an offence of either law apply.
    """

    origin: Origin
    size: int
    seed: int | None = None
    source: str = ""
    sha256: str = ""
    undecided: int = 0

    @property
    def is_made_up(self) -> bool:
        """Whether the cases say nothing about how often anything happens."""
        return self.origin is not Origin.BANK


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What the answers cost.

    Args:
        screened: Cases that the array engine sorted; 0 where each case was qualified by itself.
        qualified: Full qualifications of a family of offences that were needed.
        distinct: Different answers of both laws that were compared.
    """

    screened: int
    qualified: int
    distinct: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleTally:
    """What becomes of the cases in which an article applies under either law.

    Args:
        pack: Name of the pack.
        article: Its id.
        before: In how many cases it applies under the first law.
        after: In how many under the second.
        moves: What becomes of those cases.
    """

    pack: str
    article: str
    before: Range
    after: Range
    moves: Mapping[Move, Range]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A case that shows a change.

    Args:
        name: Its name, if it has one.
        title: What happened, in each language, if it says so.
        facts: What is known of it.
        told: Names of the facts that its offences rest on, in the order of the vocabulary.
        before: What comes of it under the first law.
        after: What comes of it under the second.
        change: How the two stand.
        alike: In how many cases the change is of the same kind between the same offences, under some reading.
    """

    name: str
    title: Mapping[Language, str]
    facts: Mapping[str, Value]
    told: tuple[str, ...]
    before: World
    after: World
    change: Change
    alike: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallies:
    """How many cases moved, and how far.

    Args:
        moves: By what becomes of them.
        causes: The moves by what they come from.
        gravities: By category before and after.
        months: By the greatest term of imprisonment before and after; ``None``: none is threatened.
        fines: By the greatest fine in the index before and after.
        multiples: By the greatest fine in multiples of a value before and after.
        articles: By article.
    """

    moves: Mapping[Move, Range]
    causes: Mapping[tuple[Move, Reason | Cause | None], Range]
    gravities: Mapping[tuple[Gravity, Gravity], Range]
    months: Mapping[tuple[Most | None, Most | None], Range]
    fines: Mapping[tuple[Most | None, Most | None], Range]
    multiples: Mapping[tuple[Most | None, Most | None], Range]
    articles: tuple[ArticleTally, ...]

    @property
    def moved(self) -> int:
        """In how many cases something changes under some reading."""
        return sum(found.most for move, found in self.moves.items() if move is not Move.EQUAL)
