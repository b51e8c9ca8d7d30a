"""Statements: each norm as rules, what overrides it, and what it threatens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from lxml import etree

from zhargy.norms.exports.legalruleml.assuming import SIGN, Rendering, assuming, renderings
from zhargy.norms.exports.legalruleml.formulas import Formulas
from zhargy.norms.exports.legalruleml.names import comment, data, is_prohibiting, lrml, operator_of, ruleml
from zhargy.norms.exports.legalruleml.penalties import write_penalty, write_sanction
from zhargy.norms.expression import AmountOf, Expression
from zhargy.norms.expression.tree import Met
from zhargy.norms.packs import Norm, Pack
from zhargy.norms.packs.relations import branch_conditions, conditions_of, defeaters, displacers
from zhargy.norms.packs.values import ALIAS_SIGN
from zhargy.norms.sanctions import Penalty

DEED, PENALTY, REPARATION = (f"{SIGN}{name}" for name in ("deed", "penalty", "reparation"))


@dataclass(slots=True)
class Written:
    """What was written of a norm.

    Args:
        rules: The ways to read it.
        penalties: The ways to read what it threatens.
        targets: Keys of all its statements.
    """

    rules: tuple[Rendering, ...]
    penalties: tuple[Rendering, ...] = ()
    targets: list[str] = field(default_factory=list)


class Rules:
    """Writes the statements of a pack.

    Args:
        pack: The pack.
        parent: The collection they are added to.
    """

    def __init__(self, pack: Pack, parent: etree._Element) -> None:
        self._pack = pack
        self._parent = parent
        self._exceptions = defeaters(pack.norms)
        self._rivals = displacers(pack.norms)

    def write(self) -> Mapping[str, Written]:
        """Add all statements; return what was written of each norm of the act.

        Raises:
            UsageError: N461, a condition holds something that LegalRuleML has no words for.
        """
        written = {norm.id: self._norm(norm) for norm in self._pack.own_norms.values()}
        for id_ in self._foreign_exceptions():
            written[id_] = Written(rules=(Rendering(key=id_, choices={}),))
            self._foreign(id_)
        for id_ in self._pack.own_norms:
            self._overrides(id_, written)
        return {id_: each for id_, each in written.items() if ALIAS_SIGN not in id_}

    def _norm(self, norm: Norm) -> Written:
        found = Written(rules=renderings(norm.id, conditions_of(norm), self._pack))
        for rendering in found.rules:
            found.targets += self._rule(norm, rendering)
        if norm.sanction is not None and self._is_prohibiting(norm):
            key = f"{norm.id}{PENALTY}"
            found.penalties = renderings(key, branch_conditions(norm.sanction), self._pack)
            for rendering in found.penalties:
                found.targets += self._penalty(norm, rendering, found)
        return found

    def _rule(self, norm: Norm, rendering: Rendering) -> Iterator[str]:
        """Add the rule of a norm; one that forbids has the deed described in a rule of its own."""
        when = assuming(norm.when, rendering.choices)
        elements = [assuming(norm.subject, rendering.choices)] if norm.subject is not None else []
        elements += [Met(norm=norm.basic)] if norm.basic else []
        if self._is_prohibiting(norm):
            yield f"{rendering.key}{DEED}"
            deed = self._statement("ConstitutiveStatement", f"{rendering.key}{DEED}", norm)
            self._conclude(norm, ruleml(deed, "Rule", strength="StrictStrength"), [when], is_deed=True)
        else:
            elements.append(when)
        yield rendering.key
        name = "PrescriptiveStatement" if self._prescribes(norm) else "ConstitutiveStatement"
        strength = "defeasible" if self._exceptions[norm.id] else "StrictStrength"
        rule = ruleml(self._statement(name, rendering.key, norm), "Rule", strength=strength)
        self._conclude(norm, rule, elements, is_deed=False)

    def _conclude(self, norm: Norm, rule: etree._Element, elements: list[Expression], *, is_deed: bool) -> None:
        formulas = Formulas(self._pack, norm.id)
        premise = ruleml(rule, "if")
        formulas.all_of(premise, elements)
        if not len(premise):
            rule.remove(premise)
        then = ruleml(rule, "then")
        if is_deed:
            formulas.atom(then, norm.id)
            return
        together = ruleml(then, "And")
        self._conclusions(together, norm, formulas)
        if len(together) == 1:
            then.replace(together, together[0])

    def _conclusions(self, parent: etree._Element, norm: Norm, formulas: Formulas) -> None:
        """Add what a norm says where it holds: that it does, what it bars, and which norms it is an exception to."""
        operator = operator_of(norm)
        formulas.atom(lrml(parent, operator) if operator else parent, norm.id)
        for kind in norm.bars:
            write_penalty(lrml(parent, "Prohibition"), Penalty(kind=kind))
        if norm.caps is not None:
            _cap(lrml(parent, "Obligation"), norm.caps)
        if norm.amount is not None:
            equal = ruleml(parent, "Equal")
            formulas.term(equal, AmountOf(norm=norm.id))
            formulas.term(equal, norm.amount)
        if norm.sanction is not None and not self._is_prohibiting(norm):
            write_sanction(parent, norm.sanction, formulas, choices={})
        for target in self._defeated(norm.id):
            self._against(parent, target, formulas)

    def _against(self, parent: etree._Element, target: str, formulas: Formulas) -> None:
        """Add what an exception sets against a norm: leave to do what it forbids, or that it does not hold."""
        if is_prohibiting(target, self._pack):
            formulas.atom(lrml(parent, "Permission"), target)
        else:
            formulas.met(ruleml(parent, "Neg"), target)

    def _penalty(self, norm: Norm, rendering: Rendering, found: Written) -> Iterator[str]:
        if norm.sanction is None:
            return
        yield rendering.key
        statement = self._statement("PenaltyStatement", rendering.key, norm)
        formulas = Formulas(self._pack, norm.id)
        write_sanction(statement, norm.sanction, formulas, choices=dict(rendering.choices))
        key = rendering.key.replace(PENALTY, REPARATION, 1)
        yield key
        reparation = lrml(self._statement("ReparationStatement", key, norm), "Reparation")
        lrml(reparation, "appliesPenalty", keyref=f"#{rendering.key}")
        for rule in found.rules:
            if rule.agrees(rendering):
                lrml(reparation, "toPrescriptiveStatement", keyref=f"#{rule.key}")

    def _statement(self, name: str, key: str, norm: Norm) -> etree._Element:
        statement = lrml(self._parent, name, key=key)
        comment(statement, norm.title)
        lrml(statement, "hasType", iri=f"zh:{norm.kind}")
        return statement

    def _foreign_exceptions(self) -> Iterator[str]:
        """Yield the norms of other acts that are exceptions to norms of this one."""
        own = (each for id_ in self._pack.own_norms for each in self._exceptions[id_])
        yield from dict.fromkeys(each for each in own if ALIAS_SIGN in each)

    def _foreign(self, id_: str) -> None:
        """Add what a norm of another act sets against norms of this one."""
        norm = self._pack.norms[id_]
        formulas = Formulas(self._pack, id_)
        statement = self._statement("PrescriptiveStatement", id_, norm)
        rule = ruleml(statement, "Rule", strength="defeasible")
        formulas.met(ruleml(rule, "if"), id_)
        together = ruleml(ruleml(rule, "then"), "And")
        for target in self._defeated(id_):
            self._against(together, target, formulas)

    def _overrides(self, id_: str, written: Mapping[str, Written]) -> None:
        """Add which norms go before this one: its exceptions, and those whose penalties take the place of its own."""
        for each in self._exceptions[id_]:
            if each in written:
                self._override(written[each].rules, written[id_].rules, "zh:defeats")
        for each in self._rivals[id_]:
            if each not in written:
                continue
            over, under = written[each], written[id_]
            if over.penalties and under.penalties:
                self._override(_reparations(over), _reparations(under), "zh:displaces")
            else:
                self._override(over.rules, under.rules, "zh:displaces")

    def _override(self, over: tuple[Rendering, ...], under: tuple[Rendering, ...], type_: str) -> None:
        for first in over:
            for second in under:
                if first.agrees(second):
                    statement = lrml(self._parent, "OverrideStatement")
                    lrml(statement, "Override", over=f"#{first.key}", under=f"#{second.key}", type=type_)

    def _defeated(self, id_: str) -> tuple[str, ...]:
        return tuple(target for target in self._pack.own_norms if id_ in self._exceptions[target])

    def _is_prohibiting(self, norm: Norm) -> bool:
        return is_prohibiting(norm.id, self._pack)

    def _prescribes(self, norm: Norm) -> bool:
        """Whether a norm says what must, may or must not be, and not only what is."""
        told = norm.bars or norm.caps is not None or norm.sanction is not None or operator_of(norm)
        against = (self._pack.norms[each] for each in self._defeated(norm.id))
        return bool(told) or any(operator_of(each) for each in against)


def _reparations(written: Written) -> tuple[Rendering, ...]:
    return tuple(
        Rendering(key=each.key.replace(PENALTY, REPARATION, 1), choices=each.choices) for each in written.penalties
    )


def _cap(parent: etree._Element, part: Fraction) -> None:
    atom = ruleml(parent, "Atom")
    ruleml(atom, "Rel", "at most this part of the greatest penalty", iri="zh:part-of-maximum")
    call = ruleml(atom, "Expr")
    ruleml(call, "Fun", "divide", iri="func:numeric-divide")
    data(call, str(part.numerator), "integer")
    data(call, str(part.denominator), "integer")
