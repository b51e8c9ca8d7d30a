"""Whether the words of a rule on punishment name what the norm bars and the part it caps."""

from __future__ import annotations

from collections.abc import Iterator

from zhargy.norms.anchors.claims import Counted
from zhargy.norms.anchors.fractions import find_fractions
from zhargy.norms.anchors.provisions import Edition, Provision
from zhargy.norms.anchors.values import AnchorFinding
from zhargy.norms.packs.values import Norm
from zhargy.norms.sanctions import PenaltyKind


def check_rule(norm: Norm, provision: Provision, *, edition: Edition) -> Iterator[AnchorFinding]:
    """Yield a part that the words do not say (N443) and kinds of penalty that they do not name (N444).

    Args:
        norm: The norm.
        provision: The words at its element id.
        edition: The text they are taken from.
    """
    if norm.caps is not None and norm.caps not in find_fractions(provision.words, edition.language):
        params = {"caps": str(norm.caps)}
        yield AnchorFinding(code="N443", norm=norm.id, language=edition.language, params=params)
    named = {sign.kind for sign in provision.signs}
    if any(measure.claim.counted is Counted.LIFE for measure in provision.measures):
        named.add(PenaltyKind.LIFE)
    for kind in norm.bars:
        if kind not in named:
            yield AnchorFinding(code="N444", norm=norm.id, language=edition.language, params={"kind": kind.value})
