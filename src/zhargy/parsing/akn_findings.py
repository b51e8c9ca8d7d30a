"""What an Akoma Ntoso file says of itself, and what this program wrote into its metadata."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Final

from lxml import etree

from zhargy.model import (
    ActKind,
    Anchor,
    AnchorKind,
    Diagnostic,
    Metadata,
    Outcome,
    Reference,
    Repair,
    Scope,
    Severity,
    Target,
)
from zhargy.parsing.akn_names import AKN, OWN
from zhargy.parsing.blocks import Findings
from zhargy.text import Language, Position, Span

_NAMES: Final = {"a": AKN, "z": OWN}
_SINGLE: Final = frozenset({"scope", "act", "act_kind", "act_author", "act_number", "act_date"})


def read_metadata(root: etree._Element) -> tuple[str, Language | None, Metadata]:
    """Return title, language and metadata; those this program wrote win over the general ones."""
    own = root.find(".//z:document", _NAMES)
    if own is not None:
        told = {field.name: own.get(field.name, "") for field in fields(Metadata)}
        return own.get("title", ""), Language.from_tag(own.get("language")), Metadata(**told)
    alpha3 = _value(root, "FRBRExpression", "FRBRlanguage", "language")
    metadata = Metadata(
        identifier=_value(root, "FRBRWork", "FRBRuri"),
        number=_value(root, "FRBRWork", "FRBRnumber"),
        date=_value(root, "FRBRWork", "FRBRdate", "date"),
        version=_value(root, "FRBRExpression", "FRBRdate", "date"),
    )
    names = {language.alpha3: language for language in Language}
    return _value(root, "FRBRWork", "FRBRname") or _value(root, "FRBRWork", "FRBRalias"), names.get(alpha3), metadata


def read_findings(root: etree._Element) -> Findings | None:
    """Return repairs, diagnostics, anchors and references of a file this program wrote, ``None`` for other files."""
    if root.find(".//z:document", _NAMES) is None:
        return None
    return Findings(
        anchors=tuple(_anchor(element) for element in root.iterfind(".//z:anchor", _NAMES)),
        repairs=tuple(_repair(element) for element in root.iterfind(".//z:repair", _NAMES)),
        diagnostics=tuple(_diagnostic(element) for element in root.iterfind(".//z:diagnostic", _NAMES)),
        references=tuple(_reference(element) for element in root.iterfind(".//z:reference", _NAMES)),
    )


def _value(root: etree._Element, level: str, name: str, attribute: str = "value") -> str:
    element = root.find(f".//{{*}}{level}/{{*}}{name}")
    return "" if element is None else element.get(attribute, "")


def _anchor(element: etree._Element) -> Anchor:
    return Anchor(
        kind=AnchorKind(element.get("kind", AnchorKind.URL)),
        value=element.get("value", ""),
        offset=_number(element, "offset"),
        source=_span(element, "source"),
    )


def _repair(element: etree._Element) -> Repair:
    return Repair(
        id=element.get("id", ""),
        code=element.get("code", ""),
        before=element.get("before", ""),
        after=element.get("after", ""),
        source=_span(element, "source"),
        position=_position(element),
        span=_span(element, "span"),
        eid=element.get("eid", ""),
    )


def _diagnostic(element: etree._Element) -> Diagnostic:
    return Diagnostic(
        code=element.get("code", ""),
        severity=Severity(element.get("severity", Severity.INFO)),
        params=json.loads(element.get("params", "{}")),
        span=_span(element, "span") if element.get("span") else None,
        position=_position(element) if element.get("line") else None,
        eid=element.get("eid", ""),
    )


def _reference(element: etree._Element) -> Reference:
    told = {field.name: element.get(f"target-{field.name}", "") for field in fields(Target)}
    target = {name: value if name in _SINGLE else tuple(value.split()) for name, value in told.items()}
    target["scope"] = Scope(told["scope"] or Scope.UNSTATED)
    target["act_kind"] = ActKind(told["act_kind"])
    return Reference(
        span=_span(element, "span"),
        target=Target(**target),  # type: ignore[arg-type]
        outcome=Outcome(element.get("outcome", Outcome.NOT_FOUND)),
        work=element.get("work", ""),
        eids=tuple(element.get("eids", "").split()),
        eid=element.get("eid", ""),
    )


def _position(element: etree._Element) -> Position:
    return Position(
        file=element.get("file", ""),
        page=_number(element, "page") or None,
        line=_number(element, "line"),
        column=_number(element, "column"),
    )


def _span(element: etree._Element, name: str) -> Span:
    start, _, end = element.get(name, "0-0").partition("-")
    return Span(int(start), int(end))


def _number(element: etree._Element, name: str) -> int:
    text = element.get(name, "")
    return int(text) if text.isdecimal() else 0
