"""Whether a sanction and the words that threaten it say the same, number by number and kind by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from zhargy.norms.anchors.claims import Claim, Counted, claims_of, condition_numbers, told
from zhargy.norms.anchors.provisions import Edition, Provision
from zhargy.norms.anchors.values import AnchorFinding
from zhargy.norms.anchors.written import Written
from zhargy.norms.packs.values import Norm, NormKind
from zhargy.norms.sanctions import PenaltyKind, Sanction, penalties_of


def check_sanction(
    norm: Norm, sanction: Sanction, provision: Provision, *, edition: Edition, others: Iterable[Norm]
) -> Iterator[AnchorFinding]:
    """Yield where a sanction and the words of its provision part: N434 to N438.

    A number of the words is claimed by a measure of the sanction that has the same kind, unit and ends, as often as the
    words say it; by a number of the conditions of the norm or of norms inside the provision; or by an anchor of one of
    those. The anchors of an offence itself claim no number: they would hide a penalty that was left out.

    Args:
        norm: The norm.
        sanction: What it threatens.
        provision: The words at its element id.
        edition: The text they are taken from.
        others: The norms inside the provision.
    """
    claims = tuple(claims_of(sanction))
    said = Counter(measure.claim for measure in provision.measures)
    for claim in dict.fromkeys(claims):
        if claim not in said:
            yield _finding("N434", norm, edition, **told(claim))
    for measure in _left(claims, provision.measures):
        if not _is_claimed_elsewhere(measure, norm, provision, edition, tuple(others)):
            yield _finding("N435", norm, edition, words=measure.span.of(provision.words), **told(measure.claim))
    yield from _kinds(norm, sanction, provision, edition)


def _left(claims: Iterable[Claim], measures: Iterable[Written]) -> Iterator[Written]:
    """Yield the measures of the words that no claim is left for."""
    open_claims = Counter(claims)
    for measure in measures:
        if open_claims[measure.claim] > 0:
            open_claims[measure.claim] -= 1
        else:
            yield measure


def _is_claimed_elsewhere(
    measure: Written, norm: Norm, provision: Provision, edition: Edition, others: tuple[Norm, ...]
) -> bool:
    numbers = frozenset[object]().union(*(condition_numbers(each) for each in (norm, *others)))
    claim = measure.claim
    months = {end / 12 for end in (claim.lower, claim.upper) if end is not None and claim.counted is Counted.MONTHS}
    if numbers & {claim.lower, claim.upper, *months}:
        return True
    speaking = others if norm.kind is NormKind.OFFENCE else (norm, *others)
    spans = (span for each in speaking for span in edition.spans_of(each, provision.words))
    return any(span.start <= measure.span.start and measure.span.end <= span.end for span in spans)


def _kinds(norm: Norm, sanction: Sanction, provision: Provision, edition: Edition) -> Iterator[AnchorFinding]:
    """Yield kinds of penalty that only one side names, and «with» that is «with or without» on the other.

    Of a kind with a measure the numbers tell already; what is left are those without one.
    """
    penalties = [penalty for part in sanction.parts for penalty in penalties_of(part)]
    encoded = {PenaltyKind.IMPRISONMENT if each.kind is PenaltyKind.LIFE else each.kind for each in penalties}
    named = {sign.kind for sign in provision.signs}
    measured = {measure.claim.kind for measure in provision.measures} | {claim.kind for claim in claims_of(sanction)}
    for kind in sorted((named if norm.kind is NormKind.OFFENCE else set()) - encoded - measured):
        yield _finding("N436", norm, edition, kind=kind.value)
    for kind in sorted(encoded - named - measured):
        yield _finding("N437", norm, edition, kind=kind.value)
    for kind, optional in _beside(sanction).items():
        said = {sign.is_optional for sign in provision.signs if sign.kind is kind}
        if said and said != optional:
            yield _finding("N438", norm, edition, kind=kind.value)


def _beside(sanction: Sanction) -> Mapping[PenaltyKind, set[bool]]:
    """Return the kinds of penalty beside the main ones, and whether they are left to the court somewhere."""
    found: dict[PenaltyKind, set[bool]] = {}
    for part in sanction.parts:
        for accessory in (*part.accessories, *(each for choice in part.alternatives for each in choice.accessories)):
            found.setdefault(accessory.penalty.kind, set()).add(not accessory.is_mandatory)
    return found


def _finding(code: str, norm: Norm, edition: Edition, **params: str) -> AnchorFinding:
    return AnchorFinding(code=code, norm=norm.id, language=edition.language, params=params)
