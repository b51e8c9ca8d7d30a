"""English: units and the words of bounds."""

from __future__ import annotations

import re
from typing import Final

from zhargy.text.numbers.en import SCALES
from zhargy.text.quantities.grammar import DASH, Bound, Grammar, Join, Measure, one_of

_MEASURES: Final = {
    Measure.MCI: r"monthly\s+calculation\s+ind(?:ex(?:es)?|ices)|mcis?",
    Measure.PERCENT: r"%|per\s?cent",
    Measure.TIMES: r"times|fold",
    Measure.YEARS: r"years?['’]?",
    Measure.MONTHS: r"months?['’]?",
    Measure.WEEKS: r"weeks?['’]?",
    Measure.WORKING_DAYS: r"(?:working|business)[\s-]days?['’]?",
    Measure.DAYS: r"(?:calendar[\s-])?days?['’]?",
    Measure.HOURS: r"hours?['’]?",
    Measure.KZT: r"tenges?",
    Measure.RUB: r"(?:russian\s+)?ro?ubles?",
    Measure.EUR: r"euros?",
    Measure.USD: r"(?:us\s+|u\.s\.\s+)?dollars?",
    Measure.TIYN: r"tiyns?",
    Measure.KOPECK: r"kopecks?|kopeks?",
    Measure.CENT: r"(?:euro\s?)?cents?",
}
_BEFORE: Final = {
    Bound.UPPER: r"up\s+to|not\s+exceed(?:ing)?|(?:not|no)\s+(?:more|longer|later|greater|higher)\s+than|at\s+most"
    r"|(?:a\s+)?maximum(?:\s+of)?|not\s+(?:be\s+)?more\s+than|within",
    Bound.LOWER: r"at\s+least|(?:not|no)\s+(?:less|fewer|lower)\s+than|(?:a\s+)?minimum(?:\s+of)?",
    Bound.ABOVE: r"more\s+than|over|exceed(?:s|ing)|above|greater\s+than|in\s+excess\s+of",
    Bound.BELOW: r"less\s+than|under|below|fewer\s+than",
}
_OR_MORE: Final = r"or\s+(?:more|over|above)"
_AFTER: Final = {
    Bound.LOWER: rf"\s+{_OR_MORE}",
    Bound.UPPER: r"\s+or\s+(?:less|fewer|under)",
}

EN: Final = Grammar(
    measures=one_of(_MEASURES, lead=rf"[\s-]*(?:(?P<lower>{_OR_MORE})\s+)?", tail=r"(?!\w)"),
    before=one_of(_BEFORE, lead=r"(?<!\w)", tail=r"\s+$"),
    after=one_of(_AFTER, lead="", tail=r"(?!\w)"),
    joins=(
        Join(
            opens=re.compile(r"(?<!\w)between\s+$"),
            between=re.compile(r"\s+and\s+"),
            inside=re.compile(r"(?P<lower>.+)\s+and\s+(?P<upper>.+)"),
        ),
        Join(opens=re.compile(r"(?:(?<!\w)from\s+)?$"), between=re.compile(r"\s+to\s+")),
        DASH,
    ),
    joint=re.compile(r"\s+(?:and\s+)?"),
    headings=frozenset(SCALES),
)
