"""What a norm threatens, as a deontic formula."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lxml import etree

from zhargy.norms.exports.legalruleml.assuming import assuming
from zhargy.norms.exports.legalruleml.formulas import Formulas
from zhargy.norms.exports.legalruleml.names import data, iri_of, lrml, ruleml
from zhargy.norms.expression import Expression
from zhargy.norms.expression.tree import Constant, Not
from zhargy.norms.packs.relations import branch_conditions
from zhargy.norms.sanctions import Accessory, Alternative, Bound, Case, Open, Penalty, Sanction, Unit, lay_out


def write_sanction(parent: etree._Element, sanction: Sanction, formulas: Formulas, *, choices: dict[str, str]) -> None:
    """Add what a sanction threatens: an obligation to one of its choices, or one for each case that may be given.

    Args:
        parent: Where it is added.
        sanction: The sanction.
        formulas: Writes the conditions of its cases.
        choices: How the open questions of law are read.
    """
    cases = list(_cases(sanction, choices))
    if len(cases) == 1:
        _obligation(parent, cases[0][1].alternatives)
        return
    whole = ruleml(parent, "And")
    earlier: list[Expression] = []
    for condition, case in cases:
        implied = ruleml(whole, "Implies")
        formulas.all_of(ruleml(implied, "if"), [*(Not(operand=each) for each in earlier), condition])
        _obligation(ruleml(implied, "then"), case.alternatives)
        earlier.append(condition)


def _cases(sanction: Sanction, choices: dict[str, str]) -> list[tuple[Expression, Case]]:
    """Return the cases that can still be given, each with its condition; the first that holds is taken."""
    base, *branches = lay_out(sanction)
    found: list[tuple[Expression, Case]] = []
    for written, case in zip(branch_conditions(sanction), branches, strict=True):
        condition = assuming(written, choices)
        if condition == Constant(value=False):
            continue
        found.append((condition, case))
        if condition == Constant(value=True):
            return found
    return [*found, (Constant(value=True), base)]


def _obligation(parent: etree._Element, alternatives: Sequence[Alternative]) -> None:
    inside = lrml(parent, "Obligation")
    either = ruleml(inside, "Or") if len(alternatives) > 1 else inside
    for alternative in alternatives:
        together = len(alternative.penalties) + len(alternative.accessories) > 1
        target = ruleml(either, "And") if together else either
        for penalty in alternative.penalties:
            write_penalty(target, penalty)
        for accessory in alternative.accessories:
            _accessory(target, accessory)


def _accessory(parent: etree._Element, accessory: Accessory) -> None:
    write_penalty(parent if accessory.is_mandatory else lrml(parent, "Permission"), accessory.penalty)


def write_penalty(parent: etree._Element, penalty: Penalty) -> None:
    """Add a penalty: an atom with its measure; one that the words leave to the court is allowed, not ordered."""
    atom = ruleml(lrml(parent, "Permission") if penalty.is_optional else parent, "Atom")
    ruleml(atom, "Rel", penalty.kind.replace("_", " "), iri=f"zh:{penalty.kind}")
    measure = penalty.measure
    if measure.unit is not Unit.WHOLE:
        ruleml(_slot(atom, "unit"), "Ind", measure.unit)
        _end(atom, "from", measure.lower)
        _end(atom, "to", measure.upper)
        if measure.unit is Unit.TIMES_SANCTION:
            ruleml(_slot(atom, "of"), "Ind", measure.of, iri=iri_of(measure.of))
        elif measure.of:
            ruleml(_slot(atom, "of"), "Ind", measure.of, iri=f"fact:{measure.of}")
    if penalty.according_to:
        ruleml(_slot(atom, "according to"), "Ind", penalty.according_to)


def _end(atom: etree._Element, name: str, bound: Bound) -> None:
    """Add an end of a measure; none where the text is silent."""
    if isinstance(bound, Decimal):
        data(_slot(atom, name), f"{bound:f}", "decimal")
    elif bound is not Open.UNSPECIFIED:
        ruleml(_slot(atom, name), "Ind", bound)


def _slot(atom: etree._Element, name: str) -> etree._Element:
    slot = ruleml(atom, "slot")
    ruleml(slot, "Ind", name)
    return slot
