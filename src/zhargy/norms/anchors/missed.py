"""Provisions that threaten a penalty and of which the pack has no norm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zhargy.norms.anchors.provisions import Edition
from zhargy.norms.anchors.values import AnchorFinding
from zhargy.norms.packs.values import Norm, NormKind, Pack
from zhargy.text import Language


def missed_sanctions(pack: Pack, editions: Mapping[Language, Edition]) -> Iterator[AnchorFinding]:
    """Yield the parts of the articles of a pack that threaten a penalty no norm has: N442.

    A pack without offences, such as one of general rules, has none. An article is compared with the texts in the
    languages of its anchors.

    Args:
        pack: A checked pack.
        editions: The texts of its act.
    """
    norms = tuple(pack.own_norms.values())
    offences = [norm for norm in norms if norm.kind is NormKind.OFFENCE and norm.sanction is not None]
    rules = {norm.id for norm in norms if norm.kind is not NormKind.OFFENCE}
    for language, edition in editions.items() if offences else ():
        articles = {_article(norm.id) for norm in norms if any(each.language is language for each in norm.anchors)}
        for eid in edition.parts:
            provision = edition.at(eid) if _article(eid) in articles else None
            if provision is None or eid in rules or any(_is_about(norm, eid) for norm in offences):
                continue
            if any(measure.claim.kind is not None for measure in provision.measures):
                yield AnchorFinding(code="N442", norm=eid, language=language, params={})


def _article(eid: str) -> str:
    return eid.partition("__")[0]


def _is_about(norm: Norm, eid: str) -> bool:
    """Whether a norm is drawn from a provision, from one inside it or from the one around it."""
    return norm.id == eid or norm.id.startswith(f"{eid}__") or eid.startswith(f"{norm.id}__")
