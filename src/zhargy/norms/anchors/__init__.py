"""Anchors: what ties the norms of a pack to the words of its act.

``pack + text -> coverage``: each anchor is looked for at its element id, each number of a sanction is looked for in the
words with the kind of penalty it belongs to, and each number of the words must be claimed by some norm. This is what
catches a wrong encoding that the examples of a pack let pass.
"""

from zhargy.norms.anchors.checking import check, cover
from zhargy.norms.anchors.claims import Claim, Counted, claims_of
from zhargy.norms.anchors.regular import regular
from zhargy.norms.anchors.values import AnchorFinding, AnchorStatus, Coverage, NormCoverage
from zhargy.norms.anchors.written import Sign, Written, find_signs, find_written

__all__ = [
    "AnchorFinding",
    "AnchorStatus",
    "Claim",
    "Counted",
    "Coverage",
    "NormCoverage",
    "Sign",
    "Written",
    "check",
    "claims_of",
    "cover",
    "find_signs",
    "find_written",
    "regular",
]
