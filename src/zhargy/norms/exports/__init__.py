"""Packs in the forms of others: schemas for programs, rules for other engines, pages and drawings for people.

What needs words takes them as `zhargy.norms.wording.Words`; `zhargy.messages.law.LawWords` has them in three languages.
"""

from zhargy.norms.exports.akn_analysis import missing_elements, write_analysis
from zhargy.norms.exports.drawing import svg
from zhargy.norms.exports.facts_schema import facts_schema
from zhargy.norms.exports.legalruleml import write_legalruleml
from zhargy.norms.exports.page import html_of, markdown_of, sheet_of
from zhargy.norms.exports.statistics import Coverage, PackStatistics, statistics_of

__all__ = [
    "Coverage",
    "PackStatistics",
    "facts_schema",
    "html_of",
    "markdown_of",
    "missing_elements",
    "sheet_of",
    "statistics_of",
    "svg",
    "write_analysis",
    "write_legalruleml",
]
