"""What the grammars hand to composition: provisions and acts as their own words name them."""

from __future__ import annotations

from dataclasses import dataclass, field

from zhargy.citations.levels import Level
from zhargy.model import ActKind, Scope
from zhargy.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Another act as cited; the fields are those of `zhargy.model.Target`.

    Args:
        end: Index of the token behind it.
        is_shared: Whether its words end in a list to which more dates and numbers may be added.
    """

    end: int = 0
    name: str = ""
    kind: ActKind = ActKind.UNSTATED
    author: str = ""
    number: str = ""
    date: str = ""
    is_shared: bool = False

    @property
    def is_identified(self) -> bool:
        """Whether its words tell it from other acts of its kind."""
        return bool(self.name or self.number or self.date)


@dataclass(slots=True, kw_only=True)
class Segment:
    """A stretch of words that cites one provision or one list of sisters.

    Args:
        start, end: Indexes of its first token and of the token behind it.
        language: Language of its grammar.
        levels: Numbers by level.
        scope: «this …», when its words say so.
        act: Another act, when its words name one.
        back: The level at which it points back to what was cited before («той же статьи»), `Scope.OTHER_ACT` for an
            act («того же Закона»), ``None`` when it does not.
        inside: The segment behind which it stands in brackets, when it is a level inside that one.
    """

    start: int
    end: int
    language: Language
    levels: dict[Level, tuple[str, ...]] = field(default_factory=dict)
    scope: Scope = Scope.UNSTATED
    act: Act | None = None
    back: Level | Scope | None = None
    inside: Segment | None = None

    @property
    def is_closed(self) -> bool:
        """Whether its own words say against what it is to be read."""
        return self.scope is not Scope.UNSTATED or self.act is not None or self.back is not None

    @property
    def cites(self) -> bool:
        """Whether it names anything at all that can be looked up."""
        if self.levels or self.back is not None:
            return True
        return self.act.is_identified if self.act else self.scope not in {Scope.UNSTATED, Scope.THIS_ACT}
