"""A reader of our own for LegalRuleML: what a document says of the facts of a case, without the program it came from.

It knows the elements of the profile, strong negation in Kleene's three-valued logic (``None`` is unknown), defeasible
rules with overrides, and times in force; nothing of packs.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import reduce
from typing import Any

from lxml import etree

from zhargy.text.amounts import Money

LRML = "{http://docs.oasis-open.org/legalruleml/ns/v1.0/}"
RULEML = "{http://ruleml.org/spec}"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_ORDER: Mapping[str, Callable[[Any, Any], bool]] = {
    "less-than": operator.lt,
    "less-than-or-equal": operator.le,
    "greater-than": operator.gt,
    "greater-than-or-equal": operator.ge,
}
Three = bool | None


def both(truths: Iterable[Three]) -> Three:
    found = list(truths)
    return False if False in found else None if None in found else True


def either(truths: Iterable[Three]) -> Three:
    return contrary(both(map(contrary, truths)))


def contrary(truth: Three) -> Three:
    return None if truth is None else not truth


@dataclass(slots=True)
class Reading:
    """A document, the facts of a case, and how the open questions of law are read.

    Args:
        root: The document.
        facts: What is known, by the names of the facts.
        choices: The choice for each question of law.
        as_of: Day the law is read at.
        others: Which norms of other acts are met, by their name: ``general:art_3__para_1``.
    """

    root: etree._Element
    facts: Mapping[str, Any]
    choices: Mapping[str, str]
    as_of: date
    others: Mapping[str, Three]
    _keyed: dict[str, etree._Element] = field(default_factory=dict)
    _over: dict[str, list[str]] = field(default_factory=dict)
    _dead: set[str] = field(default_factory=set)
    _known: dict[str, Three] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._keyed = {key: each for each in self.root.iter(etree.Element) if (key := each.get("key"))}
        for each in self.root.iter(f"{LRML}Override"):
            if each.get("type") == "zh:defeats":
                self._over.setdefault(each.get("under", "")[1:], []).append(each.get("over", "")[1:])
        for found in self.root.iter(f"{LRML}Alternatives"):
            self._dead |= set(map(_to, found.iter(f"{LRML}hasAlternative"))) - {self._chosen(found.get("key", ""))}
        for association in self.root.iter(f"{LRML}Association"):
            if not all(self._holds(_to(each)) for each in association.iter(f"{LRML}appliesTemporalCharacteristic")):
                self._dead |= {_to(each) for each in association.iter(f"{LRML}toTarget")}

    def met(self, norm: str) -> Three:
        """Whether a norm is met."""
        if norm not in self._known:
            self._known[norm] = self._met(self._chosen(norm))
        return self._known[norm]

    def _met(self, key: str) -> Three:
        if key in self._dead:
            return False
        parts = [self._premise(key), *(contrary(self.met(over)) for over in self._over.get(key, ()))]
        if f"{key}--deed" in self._keyed:
            parts.append(self._premise(f"{key}--deed"))
        return both(parts)

    def _premise(self, key: str) -> Three:
        found = self._keyed[key].find(f"{RULEML}Rule/{RULEML}if")
        return True if found is None else self._truth(found[0])

    def _chosen(self, key: str) -> str:
        """The one of several alternatives that lies in the scope of every choice made."""
        found = self._keyed.get(key)
        if found is None or found.tag != f"{LRML}Alternatives":
            return key
        scopes = [self._scope(key, f"{name}--{choice}") for name, choice in self.choices.items()]
        ways = [_to(each) for each in found.iter(f"{LRML}hasAlternative")]
        (way,) = [way for way in ways if all(way in scope for scope in scopes if scope)]
        return way

    def _scope(self, alternatives: str, context: str) -> set[str]:
        found = self._keyed.get(context)
        if found is None or alternatives not in map(_to, found.iter(f"{LRML}appliesAlternatives")):
            return set()
        return set(map(_to, found.iter(f"{LRML}inScope")))

    def _holds(self, key: str) -> bool:
        """Whether a change of force lies so that the norm is law on the day."""
        change = self._keyed[key]
        at = change.find(f"{LRML}atTime")
        development = change.find(f"{LRML}hasStatusDevelopment")
        assert at is not None
        assert development is not None
        day = date.fromisoformat(self._keyed[f":{_to(at)}"][0].text or "")
        return day <= self.as_of if development.get("iri") == "lrmlv:Starts" else self.as_of < day

    def _truth(self, formula: etree._Element) -> Three:
        match _name(formula):
            case "And":
                return both(map(self._truth, formula))
            case "Or":
                return either(map(self._truth, formula))
            case "Neg":
                return contrary(self._truth(formula[0]))
            case "Violation":
                return self.met(_to(formula))
            case "Obligation" | "Permission" | "Right":
                return self._truth(formula[0])
            case "Equal":
                left, right = map(self._value, formula)
                return None if left is None or right is None else left == right
            case _:
                return self._atom(formula)

    def _atom(self, atom: etree._Element) -> Three:
        prefix, _, name = atom[0].get("iri", "").partition(":")
        if prefix == "norm":
            return self.met(name)
        if prefix == "fact":
            return self.facts.get(name)
        if prefix not in {"pred", "zh"}:
            return self.others[f"{prefix}:{name}"]
        left, *rest = map(self._value, list(atom)[1:])
        if name == "known":
            return None if left is None else True
        if left is None or None in rest:
            return None
        return rest[0] in left if name == "list-contains" else _ORDER[name.partition("-")[2]](left, rest[0])

    def _value(self, term: etree._Element) -> Any:
        if _name(term) == "Data":
            text = term.text or ""
            return date.fromisoformat(text) if term.get(_TYPE) == "xs:date" else Decimal(text)
        if _name(term) == "Ind":
            return term.text
        prefix, _, name = term[0].get("iri", "").partition(":")
        if prefix == "fact":
            value = self.facts.get(name)
            return Decimal(value.minor) / 100 if isinstance(value, Money) else value
        values = [self._value(each) for each in list(term)[1:]]
        return None if None in values else _function(name, values)


def _function(name: str, values: list[Any]) -> Any:
    match name:
        case "money" | "quantity":
            return values[0]
        case "numeric-multiply":
            return reduce(operator.mul, values)
        case "years-between":
            start, end = values
            return Decimal(end.year - start.year - ((end.month, end.day) < (start.month, start.day)))
        case _:
            raise AssertionError(f"the function {name} is not known")


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _to(element: etree._Element) -> str:
    """Where an element leads to in the document."""
    return element.get("keyref", "")[1:]
