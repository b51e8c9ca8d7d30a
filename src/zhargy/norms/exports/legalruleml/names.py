"""Namespaces, prefixes and keys of a LegalRuleML document.

Source:
    LegalRuleML Core Specification Version 1.0 (OASIS Standard, 30 August 2021), compact serialisation; functions and
    predicates of RIF-DTB (W3C Recommendation, 5 February 2013).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from zhargy.norms.packs import Norm, NormKind, Pack
from zhargy.norms.packs.values import ALIAS_SIGN
from zhargy.text import Language

LRML: Final = "http://docs.oasis-open.org/legalruleml/ns/v1.0/"
RULEML: Final = "http://ruleml.org/spec"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
XS: Final = "http://www.w3.org/2001/XMLSchema"
XHTML: Final = "http://www.w3.org/1999/xhtml"
_XML: Final = "http://www.w3.org/XML/1998/namespace"

NAMESPACES: Final = {"lrml": LRML, "ruleml": RULEML, "xsi": XSI, "xs": XS, "h": XHTML}

PREFIXES: Final = {
    "lrmlv": f"{LRML}vocab#",
    "pred": "http://www.w3.org/2007/rif-builtin-predicate#",
    "func": "http://www.w3.org/2007/rif-builtin-function#",
    "fact": "urn:zhargy:fact:",
    "zh": "urn:zhargy:legalruleml:1:",
}
"""Prefixes of the names in every document; those of the acts come beside them."""

OWN: Final = "norm"
"""Prefix of the norms of the act itself."""

PROHIBITING: Final = frozenset({NormKind.OFFENCE, NormKind.PROHIBITION})
"""Kinds of norms that are met by breaking them."""

DEONTIC: Final[Mapping[NormKind, str]] = {
    NormKind.DUTY: "Obligation",
    NormKind.PERMISSION: "Permission",
    NormKind.POWER: "Right",
}
"""Operators of the norms that are met where they hold."""


def lrml(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    """Add an element of LegalRuleML."""
    return etree.SubElement(parent, f"{{{LRML}}}{name}", attributes)


def ruleml(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Add an element of RuleML."""
    element = etree.SubElement(parent, f"{{{RULEML}}}{name}", attributes)
    if text:
        element.text = text
    return element


def data(parent: etree._Element, value: str, type_: str) -> None:
    """Add a value with its XML Schema type."""
    ruleml(parent, "Data", value).set(f"{{{XSI}}}type", f"xs:{type_}")


def comment(parent: etree._Element, words: Mapping[Language, str]) -> None:
    """Add words in several languages, which say nothing to a machine."""
    element = lrml(parent, "Comment")
    for language, text in words.items():
        line = etree.SubElement(element, f"{{{XHTML}}}p")
        line.set(f"{{{_XML}}}lang", language)
        line.text = text


def iri_of(norm: str) -> str:
    """Return the name of a norm: its prefix is that of its act.

    Example:
        >>> iri_of("art_3__para_1"), iri_of("general.art_15__para_1")
        ('norm:art_3__para_1', 'general:art_15__para_1')
    """
    alias, _, eid = norm.rpartition(ALIAS_SIGN)
    return f"{alias or OWN}:{eid}"


def is_prohibiting(norm: str, pack: Pack) -> bool:
    """Whether a norm of the act itself is met by breaking it."""
    found = pack.own_norms.get(norm)
    return found is not None and found.kind in PROHIBITING


def operator_of(norm: Norm) -> str:
    """Return the deontic operator of a norm, an empty string where it only says what is."""
    return "Prohibition" if norm.kind in PROHIBITING else DEONTIC.get(norm.kind, "")
