"""Permanent addresses of the portal: the Akoma Ntoso identifiers themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import quote, urlencode

from zhargy.model.frbr import ExpressionId, WorkId
from zhargy.text import Span

#: Characters that stand for themselves in a path and that identifiers use.
_SAFE: Final = "/@~:,;=!$&'()*+"


def work_address(work: WorkId) -> str:
    """Return the address of a work.

    Example:
        >>> work_address(WorkId.parse("/akn/kz/act/2021-04-05/17-I"))
        '/akn/kz/act/2021-04-05/17-I'
    """
    return quote(str(work), safe=_SAFE)


def expression_address(expression: ExpressionId, *, page: int = 0, eid: str = "") -> str:
    """Return the address of an expression.

    Args:
        expression: What is addressed.
        page: Index of a page of a long act; the first page is the expression itself.
        eid: An element to move to.
    """
    address = quote(str(expression), safe=_SAFE)
    query = f"?page={page + 1}" if page else ""
    return f"{address}{query}#{quote(eid, safe=_SAFE)}" if eid else f"{address}{query}"


def provision_address(expression: ExpressionId | WorkId, eids: Iterable[str], *, as_of: str = "") -> str:
    """Return the permanent address of a provision, in an expression or in whichever is in force.

    Args:
        expression: An expression; or a work, whose expression in force answers.
        eids: Element ids; more than one for a preview.
        as_of: ISO date the work is read at; empty for the day of asking.
    """
    query = f"?{urlencode({'as_of': as_of})}" if as_of else ""
    return f"{quote(str(expression), safe=_SAFE)}/~{quote(','.join(eids), safe=_SAFE)}{query}"


def preview_address(expression: ExpressionId | WorkId, eids: Iterable[str], *, as_of: str = "") -> str:
    """Return the address of the short view of provisions."""
    return f"/preview{provision_address(expression, eids, as_of=as_of)}"


def export_address(expression: ExpressionId, format: str) -> str:  # noqa: A002 - the field's word
    """Return the address of an expression as a file."""
    return f"{expression_address(expression)}.{format}"


def repairs_address(expression: ExpressionId) -> str:
    """Return the address of all repairs of an expression."""
    return f"{expression_address(expression)}/repairs"


def source_address(expression: ExpressionId, span: Span) -> str:
    """Return the address of a stretch of the source an expression was read from."""
    query = urlencode({"at": span.start, "to": span.end})
    return f"/source{expression_address(expression)}?{query}"


def page_address(expression: ExpressionId, page: int, span: Span) -> str:
    """Return the address of the picture of a page of the source, with a stretch of it marked."""
    query = urlencode({"at": span.start, "to": span.end})
    return f"/page{expression_address(expression)}/{page}.png?{query}"
