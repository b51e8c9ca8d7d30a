"""Where a norm can be read: in the library where it has the text, else on the page of its pack."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from zhargy.app import holdings
from zhargy.errors import NotFound
from zhargy.model.frbr import ExpressionId, WorkId
from zhargy.norms.packs import Pack
from zhargy.norms.packs.values import ALIAS_SIGN
from zhargy.text import Language
from zhargy.web import gateway
from zhargy.web.presentation.addresses import provision_address
from zhargy.web.presentation.norms.addresses import norm_address

_Text = tuple[ExpressionId, Container[str]]


class Provisions:
    """The texts behind norms as they stood on a day; each act is looked up once.

    Args:
        day: The day.
        language: Language that the text is wanted in; another one does where the library has only that.
    """

    def __init__(self, *, day: date, language: Language) -> None:
        self._day = day
        self._language = language
        self._texts: dict[WorkId, _Text | None] = {}

    def address(self, pack: Pack, norm: str) -> str:
        """Return where a norm can be read."""
        return self.in_library(pack, norm) or norm_address(pack, norm)

    def in_library(self, pack: Pack, norm: str) -> str:
        """Return the address of the provision that a norm is drawn from; empty where the library has it not."""
        alias, sign, own = norm.partition(ALIAS_SIGN)
        act = pack.used[alias].act if sign and alias in pack.used else pack.act
        found = self._text(act)
        eid = own if sign else norm
        return provision_address(found[0], [eid]) if found is not None and eid in found[1] else ""

    def _text(self, act: WorkId) -> _Text | None:
        if act not in self._texts:
            self._texts[act] = _standing(act, self._day, self._language)
        return self._texts[act]


def _standing(act: WorkId, day: date, language: Language) -> _Text | None:
    for wanted in (language, None):
        try:
            edition = holdings.edition_on(gateway.bench(), act, day=day, language=wanted)
        except NotFound:
            continue
        return edition.id, gateway.open_edition(edition.id).paging.nodes
    return None
