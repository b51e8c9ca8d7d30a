"""Linking a document to the acts of a library, those of its own country first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zhargy.app.identity import NOWHERE, work_of
from zhargy.citations import ActHit, Acts, OtherActs, link
from zhargy.model import Document
from zhargy.model.frbr import WorkId
from zhargy.text import Language


def linked(document: Document, *, acts: Acts) -> Document:
    """Return the document with its references resolved.

    «Уголовный кодекс» in an act of Kazakhstan is that of Kazakhstan, and stays outside the library when only another
    country's is there. A number is distinctive enough to be followed abroad.

    Args:
        document: The document; where it comes from is read from its work.
        acts: What other acts there are.
    """
    return link(document, acts=_HomeActs(acts, work_of(document).country))


def relinked(document: Document, *, acts: Acts) -> Document:
    """Return a linked document with its references to other acts resolved anew; no text is read again.

    Args:
        document: The document, linked before.
        acts: What other acts there are now.
    """
    others = other_acts(acts, country=work_of(document).country, language=document.language)
    return replace(document, references=tuple(others.relink(reference) for reference in document.references))


def other_acts(acts: Acts, *, country: str, language: Language) -> OtherActs:
    """Return the acts of a library as texts of one country and language cite them.

    Args:
        acts: What acts there are.
        country: Where the texts come from.
        language: Their language.
    """
    return OtherActs(acts=_HomeActs(acts, country), language=language)


@dataclass(frozen=True, slots=True)
class _HomeActs:
    """The acts of a library as seen from one country."""

    acts: Acts
    country: str

    def find(self, *, name: str, number: str, date: str, language: Language) -> tuple[ActHit, ...]:
        hits = self.acts.find(name=name, number=number, date=date, language=language)
        home = tuple(hit for hit in hits if self._is_home(hit))
        return home or (hits if number else ())

    def eids(self, work: str, language: Language) -> frozenset[str]:
        return self.acts.eids(work, language)

    def _is_home(self, hit: ActHit) -> bool:
        return self.country == NOWHERE or WorkId.parse(hit.work).country in {self.country, NOWHERE}
