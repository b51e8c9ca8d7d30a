"""Sanctions as values: what a provision threatens, what the general rules add to it, and which of two is harsher.

The steps, each with its own types:

1. `reading` and `writing`: plain values (the YAML of a norm pack) to a `Sanction` and back; every fault is reported;
2. `references`: «in the same amount», «for the same term» replaced by the measure they stand for;
3. `layout`: one `Case` for the sanction itself and one for each branch, with all that applies in it written out;
4. `categories` and `resolution`: the category of the offence, and ranges whose missing ends the general rules supply;
   a supplied end is `Derived`, names its rule, and is never mixed up with one that the text states;
5. `judgements` and `comparison`: which of two is harsher, choice by choice, with the reason;
6. `mci`: amounts in tenge on a day.

Numbers are `Decimal`; a bound that is no number is a value of its own.
"""

from zhargy.norms.sanctions.categories import CategoryFinding, Ground, category_of
from zhargy.norms.sanctions.comparison import Comparison, Line, ceiling, compare
from zhargy.norms.sanctions.general import Category, CategoryStep, GeneralPart, Guilt, Limit, Quantity
from zhargy.norms.sanctions.general_reading import read_general_part
from zhargy.norms.sanctions.judgements import Judgement, Reason, Verdict, compare_penalties, compare_ranges
from zhargy.norms.sanctions.layout import Case, lay_out
from zhargy.norms.sanctions.mci import MciTable, MciValue, TengeRange, in_tenge, read_mci_table, tenge
from zhargy.norms.sanctions.notes import Note
from zhargy.norms.sanctions.plain import SanctionRefused
from zhargy.norms.sanctions.reading import read_sanction
from zhargy.norms.sanctions.references import settle
from zhargy.norms.sanctions.resolution import (
    Derived,
    End,
    Excess,
    ResolvedAccessory,
    ResolvedAlternative,
    ResolvedCase,
    ResolvedPenalty,
    Stated,
    resolve,
)
from zhargy.norms.sanctions.values import (
    WHOLE,
    Accessory,
    Alternative,
    Bound,
    Branch,
    Measure,
    Open,
    Penalty,
    PenaltyKind,
    Sanction,
    Unit,
    penalties_of,
)
from zhargy.norms.sanctions.writing import write_sanction

__all__ = [
    "WHOLE",
    "Accessory",
    "Alternative",
    "Bound",
    "Branch",
    "Case",
    "Category",
    "CategoryFinding",
    "CategoryStep",
    "Comparison",
    "Derived",
    "End",
    "Excess",
    "GeneralPart",
    "Ground",
    "Guilt",
    "Judgement",
    "Limit",
    "Line",
    "MciTable",
    "MciValue",
    "Measure",
    "Note",
    "Open",
    "Penalty",
    "PenaltyKind",
    "Quantity",
    "Reason",
    "ResolvedAccessory",
    "ResolvedAlternative",
    "ResolvedCase",
    "ResolvedPenalty",
    "Sanction",
    "SanctionRefused",
    "Stated",
    "TengeRange",
    "Unit",
    "Verdict",
    "category_of",
    "ceiling",
    "compare",
    "compare_penalties",
    "compare_ranges",
    "in_tenge",
    "lay_out",
    "penalties_of",
    "read_general_part",
    "read_mci_table",
    "read_sanction",
    "resolve",
    "settle",
    "tenge",
    "write_sanction",
]
