"""The metadata of an Akoma Ntoso document: identification first, then what is ours alone."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, fields
from typing import Final

from lxml import etree

from zhargy.model import Document, Metadata, Reference, Target
from zhargy.model.frbr import IdentifierError, WorkId
from zhargy.parsing.akn_names import OWN, legal, qualified
from zhargy.text import Span

_AUTHOR: Final = "#author"
_PROGRAM: Final = "#zhargy"
_UNDATED: Final = "0001-01-01"


def work_of(document: Document) -> WorkId:
    """Return the work a document belongs to; a text without identifier is named after its own words.

    The country ``zz`` is the one that ISO 3166 leaves to users: nothing is known of where the text comes from.
    """
    told = document.metadata.identifier if document.metadata else ""
    try:
        return WorkId.parse(told)
    except IdentifierError:
        name = hashlib.sha256(legal(document.text).encode()).hexdigest()[:12]
        return WorkId(country="zz", kind="doc", date="0001", number=name)


def write_meta(main: etree._Element, document: Document, *, component: str = "main") -> None:
    """Write the `meta` element of a document, or of one of its annexes."""
    meta = etree.SubElement(main, qualified("meta"))
    _identification(meta, document, component)
    if component != "main":
        return
    references = etree.SubElement(meta, qualified("references"), {"source": _PROGRAM})
    _organization(references, "author", "/ontology/organization/zz/unknown", "unknown")
    _organization(references, "zhargy", "/ontology/organization/zz/zhargy", "Zhargy")
    _own(etree.SubElement(meta, qualified("proprietary"), {"source": _PROGRAM}), document)


def _identification(meta: etree._Element, document: Document, component: str) -> None:
    metadata = document.metadata or Metadata()
    work = work_of(document)
    expression = f"{work}/{document.language.alpha3}@{metadata.version}"
    identification = etree.SubElement(meta, qualified("identification"), {"source": _PROGRAM})
    adopted = metadata.date or (work.date if len(work.date) == len(_UNDATED) else "") or _UNDATED
    element = _level(identification, "FRBRWork", str(work), component, adoption=_date(adopted))
    _value(element, "FRBRcountry", work.country.split("-")[0])
    if work.subtype:
        _value(element, "FRBRsubtype", work.subtype)
    if metadata.number:
        _value(element, "FRBRnumber", metadata.number)
    if document.title:
        _value(element, "FRBRname", document.title)
    element = _level(
        identification, "FRBRExpression", expression, component, wording=_date(metadata.version or adopted)
    )
    etree.SubElement(element, qualified("FRBRlanguage"), {"language": document.language.alpha3})
    _level(identification, "FRBRManifestation", f"{expression}.akn", component, source=_date(adopted))


def _level(parent: etree._Element, name: str, uri: str, component: str, **dates: str) -> etree._Element:
    element = etree.SubElement(parent, qualified(name))
    _value(element, "FRBRthis", f"{uri}/!{component}" if not uri.endswith(".akn") else f"{uri[:-4]}/!{component}.akn")
    _value(element, "FRBRuri", uri)
    for name_of_day, day in dates.items():
        etree.SubElement(element, qualified("FRBRdate"), {"date": day, "name": name_of_day})
    etree.SubElement(element, qualified("FRBRauthor"), {"href": _AUTHOR})
    return element


def _date(text: str) -> str:
    return text if len(text) == len(_UNDATED) else f"{text[:4]}-01-01"


def _value(parent: etree._Element, name: str, value: str) -> None:
    etree.SubElement(parent, qualified(name), {"value": legal(value)})


def _organization(parent: etree._Element, eid: str, href: str, name: str) -> None:
    etree.SubElement(parent, qualified("TLCOrganization"), {"eId": eid, "href": href, "showAs": name})


def _own(parent: etree._Element, document: Document) -> None:
    metadata = asdict(document.metadata or Metadata())
    attributes = {key: legal(value) for key, value in metadata.items() if value}
    own = {"title": legal(document.title), "language": str(document.language), **attributes}
    etree.SubElement(parent, _name("document"), own)
    for anchor in document.anchors:
        values = {"kind": anchor.kind, "value": anchor.value, "offset": anchor.offset, "source": _pair(anchor.source)}
        _record(parent, "anchor", values)
    for repair in document.repairs:
        place = repair.position
        values = {
            "id": repair.id, "code": repair.code, "before": repair.before, "after": repair.after,
            "source": _pair(repair.source), "span": _pair(repair.span), "eid": repair.eid,
            "file": place.file, "page": place.page or "", "line": place.line, "column": place.column,
        }  # fmt: skip
        _record(parent, "repair", values)
    for found in document.diagnostics:
        place_ = found.position
        values = {
            "code": found.code, "severity": found.severity, "eid": found.eid,
            "span": _pair(found.span) if found.span is not None else "",
            "params": json.dumps(dict(found.params), ensure_ascii=False, sort_keys=True) if found.params else "",
            "file": place_.file if place_ else "", "page": (place_.page or "") if place_ else "",
            "line": place_.line if place_ else "", "column": place_.column if place_ else "",
        }  # fmt: skip
        _record(parent, "diagnostic", values)
    for reference in document.references:
        _record(parent, "reference", _reference(reference))


def _reference(reference: Reference) -> dict[str, object]:
    values: dict[str, object] = {
        "span": _pair(reference.span), "outcome": reference.outcome, "work": reference.work,
        "eids": " ".join(reference.eids), "eid": reference.eid,
    }  # fmt: skip
    for field in fields(Target):
        value = getattr(reference.target, field.name)
        values[f"target-{field.name}"] = " ".join(value) if isinstance(value, tuple) else value
    return values


def _record(parent: etree._Element, name: str, values: dict[str, object]) -> None:
    etree.SubElement(parent, _name(name), {key: legal(str(value)) for key, value in values.items() if value != ""})


def _pair(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _name(name: str) -> str:
    return f"{{{OWN}}}{name}"
