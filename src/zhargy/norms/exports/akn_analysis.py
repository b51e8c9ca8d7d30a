"""Akoma Ntoso with what the norms of the act are: an ``analysis`` block in its metadata.

The standard has no element for norms; its ``otherAnalysis`` takes what other names say, so the block holds elements of
our own namespace, each with the element id of its provision. The rest of the document is written as without it.

Source:
    Akoma Ntoso Version 1.0 (OASIS Standard, namespace ``…/akn/3.0``), ``analysis`` and ``otherAnalysis``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from lxml import etree

from zhargy.errors import UsageError
from zhargy.model import Document, Metadata
from zhargy.model.frbr import WorkId
from zhargy.norms.expression import unparse
from zhargy.norms.packs import Norm, Pack
from zhargy.norms.packs.values import ALIAS_SIGN
from zhargy.norms.sanctions import Accessory, Penalty, lay_out
from zhargy.norms.sanctions.measures import write_measure
from zhargy.parsing import write
from zhargy.parsing.akn_names import OWN, legal, qualified
from zhargy.text import Language, MappedText, Source

_PROGRAM: Final = "#zhargy"
#: The identity of a text that tells nothing of where it comes from.
_UNKNOWN: Final = "/akn/zz/"
_XML: Final = "http://www.w3.org/XML/1998/namespace"


def write_analysis(pack: Pack, *, document: Document | None = None, language: Language) -> bytes:
    """Return the act as Akoma Ntoso with an analysis of its norms.

    Args:
        pack: A checked pack.
        document: The text of the act; ``None`` for its metadata alone.
        language: Language of the document where none is given.

    Raises:
        UsageError: N462, the document is another act.
    """
    told = _bare(pack, language) if document is None else _identified(document, pack)
    root = etree.fromstring(write(told, "akn"))
    meta = root[0][0]
    meta.insert(1, _analysis(pack))  # behind the identification, which always comes first
    etree.indent(meta, level=2)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def missing_elements(pack: Pack, document: Document) -> tuple[str, ...]:
    """Return the norms whose element a document does not have."""
    there = {node.eid for node in document.walk()}
    return tuple(id_ for id_ in pack.own_norms if id_ not in there)


def _identified(document: Document, pack: Pack) -> Document:
    """Return a document that is the act of a pack; one that does not say what it is takes the identity of that act."""
    metadata = document.metadata or Metadata()
    if not metadata.identifier or metadata.identifier.startswith(_UNKNOWN):
        return replace(document, metadata=replace(metadata, identifier=str(pack.act)))
    found = WorkId.parse(metadata.identifier)
    if (found.country, found.number, found.date[:4]) != (pack.act.country, pack.act.number, pack.act.date[:4]):
        raise UsageError("N462", work=metadata.identifier, act=str(pack.act))
    return document


def _bare(pack: Pack, language: Language) -> Document:
    """Return a document that says which act it is and nothing more."""
    version = pack.editions[-1].isoformat() if pack.editions else ""
    date = pack.act.date if len(pack.act.date) == len("2025-01-01") else ""
    metadata = Metadata(identifier=str(pack.act), version=version, number=pack.act.number, date=date)
    empty = MappedText.of(Source(text="", name=""))
    return Document(title=pack.title[language], language=language, mapped=empty, children=(), metadata=metadata)


def _analysis(pack: Pack) -> etree._Element:
    analysis = etree.Element(qualified("analysis"), source=_PROGRAM)
    other = etree.SubElement(analysis, qualified("otherAnalysis"), source=_PROGRAM)
    norms = _own(other, "norms", pack=pack.id, status=pack.status)
    for norm in pack.own_norms.values():
        _norm(norms, norm)
    return analysis


def _norm(parent: etree._Element, norm: Norm) -> None:
    attributes = {"href": f"#{norm.id}", "kind": norm.kind, "valid": str(norm.valid)}
    element = _own(parent, "norm", **attributes, basic=_ref(norm.basic) if norm.basic else "")
    for language, title in norm.title.items():
        _own(element, "title", title).set(f"{{{_XML}}}lang", language)
    if norm.subject is not None:
        _own(element, "subject", unparse(norm.subject))
    _own(element, "condition", unparse(norm.when))
    for name, ids in _relations(norm).items():
        for id_ in ids:
            _own(element, name, href=_ref(id_))
    for kind in norm.bars:
        _own(element, "bars", kind=kind)
    if norm.caps is not None:
        _own(element, "caps", part=str(norm.caps))
    if norm.sanction is not None:
        for case in lay_out(norm.sanction):
            _case(element, case.when, [(each.penalties, each.accessories) for each in case.alternatives])
    for anchor in norm.anchors:
        _own(element, "words", anchor.words).set(f"{{{_XML}}}lang", anchor.language)


def _case(
    parent: etree._Element, when: str, choices: Iterable[tuple[tuple[Penalty, ...], tuple[Accessory, ...]]]
) -> None:
    case = _own(parent, "penalties", when=when)
    for penalties, accessories in choices:
        choice = _own(case, "choice")
        for penalty in penalties:
            _own(choice, "penalty", **_measure(penalty))
        for accessory in accessories:
            told = "true" if accessory.is_mandatory else "false"
            _own(choice, "accessory", mandatory=told, **_measure(accessory.penalty))


def _measure(penalty: Penalty) -> dict[str, str]:
    plain = {name: str(value) for name, value in write_measure(penalty.measure).items()}
    optional = {"optional": "true"} if penalty.is_optional else {}
    return {"kind": penalty.kind, **plain, **optional, "accordingTo": penalty.according_to}


def _relations(norm: Norm) -> Mapping[str, tuple[str, ...]]:
    return {"defeats": norm.defeats, "exception": norm.exceptions, "prevailsOver": norm.prevails_over}


def _ref(norm: str) -> str:
    """Return the address of a norm: inside the document, or by the alias of the pack it belongs to."""
    return norm if ALIAS_SIGN in norm else f"#{norm}"


def _own(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    told = {key: legal(value) for key, value in attributes.items() if value}
    element = etree.SubElement(parent, f"{{{OWN}}}{name}", told)
    if text:
        element.text = legal(text)
    return element
