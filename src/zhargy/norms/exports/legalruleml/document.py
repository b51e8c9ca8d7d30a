"""A pack as a LegalRuleML document in the compact serialisation.

Source:
    LegalRuleML Core Specification Version 1.0 (OASIS Standard, 30 August 2021), sections 4.1 to 4.4 and the compact XML
    schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from lxml import etree

from zhargy.norms.exports.legalruleml.assuming import SIGN, Rendering
from zhargy.norms.exports.legalruleml.names import LRML, NAMESPACES, OWN, PREFIXES, comment, lrml, ruleml
from zhargy.norms.exports.legalruleml.rules import PENALTY, Rules, Written
from zhargy.norms.packs import Norm, Pack
from zhargy.norms.vocabulary import Fact
from zhargy.text import Language

_ACT = "act"
_SOURCE = f"{SIGN}source"


def write_legalruleml(pack: Pack) -> bytes:
    """Return a pack as LegalRuleML; the same pack always gives the same bytes.

    Args:
        pack: A checked pack.

    Raises:
        UsageError: N461, a condition holds something that LegalRuleML has no words for.
    """
    root = etree.Element(f"{{{LRML}}}LegalRuleML", nsmap=NAMESPACES)
    comment(root, pack.title)
    statements = etree.Element(f"{{{LRML}}}Statements", key="statements")
    written = Rules(pack, statements).write()
    _prefixes(root, pack)
    _sources(root, pack)
    _times(root, pack)
    _associations(root, pack, written)
    alternatives = dict(_alternatives(written))
    for key, ways in alternatives.items():
        collection = lrml(root, "Alternatives", key=key)
        lrml(collection, "fromLegalSources", keyref=f"#{_ACT}")
        for way in ways:
            lrml(collection, "hasAlternative", keyref=f"#{way.key}")
    _contexts(root, pack, alternatives)
    root.append(statements)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _prefixes(root: etree._Element, pack: Pack) -> None:
    acts = {OWN: pack.act, **{alias: used.act for alias, used in pack.used.items()}}
    for name, iri in {**PREFIXES, **{name: f"{act}/~" for name, act in acts.items()}}.items():
        lrml(root, "Prefix", pre=name, refID=iri)


def _sources(root: etree._Element, pack: Pack) -> None:
    references = lrml(root, "LegalReferences", refIDSystemName="Akoma Ntoso Naming Convention 1.0")
    for norm in pack.own_norms.values():
        lrml(references, "LegalReference", refersTo=f"{norm.id}{_SOURCE}", refID=f"{pack.act}/~{norm.id}")
    lrml(lrml(root, "LegalSources"), "LegalSource", key=_ACT, sameAs=str(pack.act))


def _times(root: etree._Element, pack: Pack) -> None:
    changes = sorted({change for norm in pack.own_norms.values() for change in _changes(norm)})
    if not changes:
        return
    times = lrml(root, "Times")
    for day in sorted({day for day, _ in changes}):
        ruleml(ruleml(times, "Time", key=f":{_time(day)}"), "Data", day.isoformat())
    collection = lrml(root, "TemporalCharacteristics")
    for day, development in changes:
        characteristic = lrml(collection, "TemporalCharacteristic", key=_characteristic(day, development))
        lrml(characteristic, "forStatus", iri="lrmlv:InForce")
        lrml(characteristic, "hasStatusDevelopment", iri=f"lrmlv:{development}")
        lrml(characteristic, "atTime", keyref=f"#{_time(day)}")


def _associations(root: etree._Element, pack: Pack, written: Mapping[str, Written]) -> None:
    collection = lrml(root, "Associations", key="associations")
    for norm in pack.own_norms.values():
        association = lrml(collection, "Association")
        lrml(association, "appliesSource", keyref=f"#{norm.id}{_SOURCE}")
        for day, development in _changes(norm):
            keyref = f"#{_characteristic(day, development)}"
            lrml(association, "appliesTemporalCharacteristic", keyref=keyref)
        for target in written[norm.id].targets:
            lrml(association, "toTarget", keyref=f"#{target}")


def _alternatives(written: Mapping[str, Written]) -> Iterator[tuple[str, tuple[Rendering, ...]]]:
    """Yield what can be read in several ways, under the key by which the rest of the document speaks of it."""
    for id_, each in written.items():
        for key, ways in ((id_, each.rules), (f"{id_}{PENALTY}", each.penalties)):
            if len(ways) > 1:
                yield key, ways


def _contexts(root: etree._Element, pack: Pack, alternatives: Mapping[str, tuple[Rendering, ...]]) -> None:
    """Add the context of the whole, and one for each choice of each question of law."""
    whole = lrml(root, "Context", key="context")
    lrml(whole, "appliesAssociations", keyref="#associations")
    lrml(whole, "inScope", keyref="#statements")
    for fact in pack.readings:
        for choice in fact.choices:
            ways = [way for found in alternatives.values() for way in found if way.choices.get(fact.name) == choice]
            keys = [key for key, found in alternatives.items() if any(fact.name in way.choices for way in found)]
            if not ways:
                continue
            context = lrml(root, "Context", key=f"{fact.name}{SIGN}{choice}")
            comment(context, {language: _read(fact, choice, language) for language in Language})
            for key in keys:
                lrml(context, "appliesAlternatives", keyref=f"#{key}")
            for way in ways:
                lrml(context, "inScope", keyref=f"#{way.key}")


def _read(fact: Fact, choice: str, language: Language) -> str:
    words = fact.wordings.get(language)
    return f"{words.question if words is not None else fact.name} – {fact.label_of(choice, language)}"


def _changes(norm: Norm) -> Iterator[tuple[date, str]]:
    """Yield when a norm comes into force and when it goes out of it."""
    if norm.valid.start is not None:
        yield norm.valid.start, "Starts"
    if norm.valid.end is not None:
        yield norm.valid.end, "Ends"


def _time(day: date) -> str:
    return f"day-{day.isoformat()}"


def _characteristic(day: date, development: str) -> str:
    return f"{development.lower()}-{day.isoformat()}"
