"""Whether the limits and thresholds of a general part stand in the words of the rules they name."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from zhargy.norms.anchors.claims import Claim, Counted, counted_in_months, told
from zhargy.norms.anchors.provisions import Edition, Provision
from zhargy.norms.anchors.values import AnchorFinding
from zhargy.norms.anchors.written import ends_of
from zhargy.norms.packs.values import Norm
from zhargy.norms.sanctions import GeneralPart, Quantity


def rule_quantities(general: GeneralPart | None, rule: str) -> Iterator[Quantity]:
    """Yield the numbers of a general part that a provision is named for.

    Args:
        general: The limits and thresholds, if there are any.
        rule: Element id of the provision.
    """
    for limit in general.limits if general is not None else ():
        if limit.rule == rule:
            yield from (limit.least, limit.most)
    for step in general.steps if general is not None else ():
        if step.rule == rule and step.most is not None:
            yield step.most


def check_general(
    norm: Norm, provision: Provision, *, edition: Edition, general: GeneralPart | None
) -> Iterator[AnchorFinding]:
    """Yield the numbers of the general part that name a provision as their rule and that its words have not: N439.

    Args:
        norm: The norm drawn from the provision.
        provision: The words.
        edition: The text they are taken from.
        general: The limits and thresholds.
    """
    said = ends_of([measure.claim for measure in provision.measures])
    for number, counted in dict.fromkeys(map(_counted, rule_quantities(general, norm.id))):
        if (counted, number) not in said:
            params = told(Claim(counted=counted, lower=number, upper=number))
            yield AnchorFinding(code="N439", norm=norm.id, language=edition.language, params=params)


def _counted(quantity: Quantity) -> tuple[Decimal, Counted]:
    return counted_in_months(quantity.value, quantity.unit)
