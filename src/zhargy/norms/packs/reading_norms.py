"""Blocks ``norm``: rules of conduct, each at its element id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from zhargy.model.eid import ElementId
from zhargy.model.frbr import IdentifierError
from zhargy.model.in_force import PeriodInForce
from zhargy.norms.expression.tree import Constant
from zhargy.norms.packs.fields import Fields
from zhargy.norms.packs.nodes import Given
from zhargy.norms.packs.values import Anchor, Norm, NormKind
from zhargy.norms.problems import Problem
from zhargy.norms.sanctions import PenaltyKind, Sanction, SanctionRefused, read_sanction
from zhargy.norms.vocabulary import is_fact_name
from zhargy.text import Language

_NEEDED: Final = ("id", "kind", "title", "when", "anchors")
_KEYS: Final = (
    *_NEEDED,
    *("subject", "basic", "defeats", "exceptions", "prevails_over", "sanction", "valid", "sources"),
    *("tags", "bars", "caps", "for", "amount", "heading"),
)
_UNREAD: Final = Constant(value=False)


def read_norms(blocks: Iterable[Given], *, problems: list[Problem]) -> Mapping[str, Norm]:
    """Return the norms of a pack in the order of the act, whatever their order in the files.

    Args:
        blocks: The blocks.
        problems: Takes what is wrong with a field, a condition or a sanction; N258 for an id given twice.
    """
    found: dict[ElementId, Norm] = {}
    for block in blocks:
        fields = Fields(block, keys=_KEYS, needed=_NEEDED, problems=problems, norm=_id(block))
        eid = _eid(fields)
        if eid is None:
            fields.refuse("id", "eid")
        elif eid in found:
            problems.append(Problem(code="N258", params={"id": str(eid)}, place=fields.place("id")))
        norm = _norm(fields, problems)
        if eid is not None:
            found.setdefault(eid, norm)
    return {str(eid): found[eid] for eid in sorted(found)}


def _id(block: Given) -> str:
    given = block.value.get("id") if isinstance(block.value, Mapping) else None
    return given.value if given is not None and isinstance(given.value, str) else ""


def _eid(fields: Fields) -> ElementId | None:
    try:
        return ElementId.parse(fields.text("id"))
    except IdentifierError:
        return None


def _norm(fields: Fields, problems: list[Problem]) -> Norm:
    parameters = dict(_parameters(fields))
    bound = frozenset(parameters)
    return Norm(
        id=fields.text("id"),
        kind=fields.choice("kind", NormKind) or NormKind.GENERAL_RULE,
        title=fields.words("title"),
        when=fields.expression("when", bound=bound) or _UNREAD,
        subject=fields.expression("subject", bound=bound),
        parameters=parameters,
        amount=fields.expression("amount", bound=bound),
        basic=fields.text("basic"),
        defeats=fields.texts("defeats"),
        exceptions=fields.texts("exceptions"),
        prevails_over=fields.texts("prevails_over"),
        sanction=_sanction(fields, problems),
        valid=_period(fields),
        tags=fields.texts("tags"),
        bars=fields.several("bars", PenaltyKind),
        caps=fields.fraction("caps"),
        anchors=tuple(_anchors(fields)),
        sources=fields.texts("sources"),
        heading=fields.words("heading"),
        place=fields.place("id"),
    )


def _parameters(fields: Fields) -> Iterator[tuple[str, str]]:
    """Yield the things a norm speaks of, each with its list."""
    inner = fields.inner("for", keys=tuple(fields.items("for")))
    for name in fields.items("for"):
        if is_fact_name(name) and "." not in name:
            yield name, inner.text(name) if inner is not None else ""
        elif inner is not None:
            inner.refuse(name, "fact_name")


def _sanction(fields: Fields, problems: list[Problem]) -> Sanction | None:
    given = fields.given("sanction")
    if given is None:
        return None
    try:
        places = given.places(norm=fields.place().norm)
        return read_sanction(given.plain(), place=fields.place("sanction"), positions=places)
    except SanctionRefused as error:
        problems.extend(error.problems)
        return None


def _period(fields: Fields) -> PeriodInForce:
    if "valid" not in fields:
        return PeriodInForce()
    try:
        return PeriodInForce.parse(fields.text("valid"))
    except IdentifierError:
        fields.refuse("valid", "period")
        return PeriodInForce()


def _anchors(fields: Fields) -> Iterator[Anchor]:
    inner = fields.inner("anchors", keys=tuple(Language))
    if inner is not None:
        for language in Language:
            yield from (Anchor(language=language, words=words) for words in inner.texts(language))
