"""A sanction to plain values, so that reading them gives the same sanction."""

from __future__ import annotations

from zhargy.norms.sanctions.measures import write_measure
from zhargy.norms.sanctions.values import Accessory, Alternative, Branch, Penalty, Sanction


def write_sanction(sanction: Sanction) -> dict[str, object]:
    """Return mappings, lists, text and whole numbers that `read_sanction` reads back to the same value.

    Example:
        >>> from zhargy.norms.sanctions.values import PenaltyKind
        >>> life = Penalty(kind=PenaltyKind.LIFE)
        >>> write_sanction(Sanction(alternatives=(Alternative(penalties=(life,)),)))
        {'alternatives': [{'kind': 'life'}]}
    """
    plain = _part(sanction)
    if sanction.branches:
        plain["branches"] = [{"when": branch.when, **_part(branch)} for branch in sanction.branches]
    if sanction.notes:
        plain["notes"] = [note.plain() for note in sanction.notes]
    return plain


def _part(part: Sanction | Branch) -> dict[str, object]:
    plain: dict[str, object] = {}
    if part.alternatives:
        plain["alternatives"] = [_alternative(alternative) for alternative in part.alternatives]
    if part.added:
        plain["added"] = [_penalty(penalty) for penalty in part.added]
    if part.accessories:
        plain["accessories"] = [_accessory(accessory) for accessory in part.accessories]
    return plain


def _alternative(alternative: Alternative) -> dict[str, object]:
    penalties = [_penalty(penalty) for penalty in alternative.penalties]
    if len(penalties) == 1 and not alternative.accessories:
        return penalties[0]
    plain: dict[str, object] = {"all_of": penalties}
    if alternative.accessories:
        plain["accessories"] = [_accessory(accessory) for accessory in alternative.accessories]
    return plain


def _penalty(penalty: Penalty) -> dict[str, object]:
    plain: dict[str, object] = {"kind": penalty.kind.value, **write_measure(penalty.measure)}
    if penalty.is_optional:
        plain["may"] = True
    if penalty.according_to:
        plain["according_to"] = penalty.according_to
    return plain


def _accessory(accessory: Accessory) -> dict[str, object]:
    return {**_penalty(accessory.penalty), "mandatory": accessory.is_mandatory}
