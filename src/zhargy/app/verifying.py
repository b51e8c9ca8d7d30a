"""Use case: prove what is amiss in a norm pack, by itself or beside others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhargy.norms.packs import Pack
from zhargy.norms.verification import Severity, VerificationFinding, verify


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was found of a pack.

    Args:
        pack: The pack.
        beside: The packs it was laid beside.
        findings: What was found, errors first.
    """

    pack: Pack
    beside: tuple[Pack, ...]
    findings: tuple[VerificationFinding, ...]

    @property
    def packs(self) -> tuple[Pack, ...]:
        """All packs, the one verified first."""
        return (self.pack, *self.beside)

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing but information."""
        return all(found.severity is Severity.INFO for found in self.findings)


def verified(pack: Pack, *, beside: Sequence[Pack] = ()) -> Verification:
    """Return what is amiss in a pack.

    Args:
        pack: A checked pack.
        beside: Packs to lay it beside, such as the law in force beside a proposal; the pack itself is left out.

    Raises:
        UsageError: N429, the solver is not installed.
    """
    others = tuple({each.id: each for each in beside if each.id != pack.id}.values())
    return Verification(pack=pack, beside=others, findings=verify(pack, beside=others))
