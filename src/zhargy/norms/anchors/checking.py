"""A pack beside the words of its act: every anchor found, every number of a sanction on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zhargy.model import Document
from zhargy.norms.anchors.general import check_general
from zhargy.norms.anchors.missed import missed_sanctions
from zhargy.norms.anchors.provisions import Edition, Provision
from zhargy.norms.anchors.regular import regular
from zhargy.norms.anchors.rules import check_rule
from zhargy.norms.anchors.sanctions import check_sanction
from zhargy.norms.anchors.values import AnchorFinding, AnchorStatus, Coverage, NormCoverage
from zhargy.norms.packs.values import Norm, Pack
from zhargy.text import Language


def check(pack: Pack, documents: Mapping[Language, Document]) -> tuple[AnchorFinding, ...]:
    """Return where a pack and the words of its act part, in the order of the act.

    Args:
        pack: A checked pack.
        documents: The act in its languages.
    """
    return cover(pack, documents).findings


def cover(pack: Pack, documents: Mapping[Language, Document]) -> Coverage:
    """Return how each norm of a pack itself stands to the words of its act.

    A norm is compared with the texts in the languages of its anchors. The words at an element id are those of the whole
    provision: what leads its items in, the items, and the sanction that follows them.

    Args:
        pack: A checked pack.
        documents: The act in its languages; a language that is missing is told as unread, never as passed.
    """
    editions = {language: Edition(document, language=language) for language, document in documents.items()}
    told = [_Checked(norm, pack, editions) for norm in pack.own_norms.values()]
    wanted = {anchor.language for norm in pack.own_norms.values() for anchor in norm.anchors}
    return Coverage(
        norms=tuple(each.coverage for each in told),
        findings=(*(finding for each in told for finding in each.findings), *missed_sanctions(pack, editions)),
        unread=tuple(language for language in Language if language in wanted - set(documents)),
    )


class _Checked:
    """One norm beside the texts in the languages of its anchors."""

    def __init__(self, norm: Norm, pack: Pack, editions: Mapping[Language, Edition]) -> None:
        self._norm = norm
        self._pack = pack
        languages = dict.fromkeys(anchor.language for anchor in norm.anchors)
        self._editions = [editions[language] for language in languages if language in editions]
        self._anchors = 0
        self._is_whole = len(self._editions) == len(languages)
        self.findings = tuple(self._find())

    @property
    def coverage(self) -> NormCoverage:
        codes = [finding.code for finding in self.findings]
        claims = sum(len(provision.measures) for _, provision in self._provisions())
        return NormCoverage(
            norm=self._norm,
            status=self._status(),
            anchors=self._anchors,
            numbers=claims - codes.count("N435") if self._norm.sanction is not None else 0,
            unclaimed=codes.count("N435"),
        )

    def _status(self) -> AnchorStatus:
        if self.findings:
            return AnchorStatus.FINDINGS
        if not self._norm.anchors:
            return AnchorStatus.WITHOUT_TEXT
        return AnchorStatus.ANCHORED if self._is_whole else AnchorStatus.UNCHECKED

    def _find(self) -> Iterator[AnchorFinding]:
        norm = self._norm
        if not norm.anchors and not norm.sources:
            yield AnchorFinding(code="N433", norm=norm.id, language=None, params={})
        for edition in self._editions:
            provision = edition.at(norm.id)
            if provision is None:
                yield AnchorFinding(code="N431", norm=norm.id, language=edition.language, params={})
                continue
            yield from self._missing(edition, provision)
            if norm.sanction is not None:
                inside = [each for each in self._pack.own_norms.values() if each.id.startswith(f"{norm.id}__")]
                yield from check_sanction(norm, norm.sanction, provision, edition=edition, others=inside)
            yield from check_rule(norm, provision, edition=edition)
            yield from check_general(norm, provision, edition=edition, general=self._pack.general)

    def _missing(self, edition: Edition, provision: Provision) -> Iterator[AnchorFinding]:
        for anchor in self._norm.anchors:
            if anchor.language is edition.language:
                is_there = regular(anchor.words, edition.language) in provision.words
                self._anchors += is_there
                if not is_there:
                    params = {"words": anchor.words}
                    yield AnchorFinding(code="N432", norm=self._norm.id, language=edition.language, params=params)

    def _provisions(self) -> Iterator[tuple[Edition, Provision]]:
        for edition in self._editions:
            provision = edition.at(self._norm.id)
            if provision is not None:
                yield edition, provision
