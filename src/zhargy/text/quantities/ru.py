"""Russian: units in every case, and the words of bounds."""

from __future__ import annotations

import re
from typing import Final

from zhargy.text.quantities.grammar import DASH, Bound, Grammar, Join, Measure, one_of

ADJECTIVE: Final = r"(?:ый|ой|ий|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ою|ею|ей|ых|их|ыми|ими)"

_MEASURES: Final = {
    Measure.MCI: rf"(?:кратн{ADJECTIVE}\s+(?:размер\w*\s+)?)?месячн{ADJECTIVE}\s+расчетн{ADJECTIVE}\s+показател\w+|мрп",
    Measure.PERCENT: r"%|процент(?:а|у|ом|е|ы|ов|ам|ами|ах)?",
    Measure.TIMES: rf"кратн{ADJECTIVE}|раз(?:а|у|ам|ами)?",
    Measure.YEARS: rf"год(?:а|у|ом|е|ы|ов|ам|ами|ах)?|лет|(?:летн|годичн){ADJECTIVE}(?!\s+возраст)",
    Measure.MONTHS: rf"месяц(?:а|у|ем|е|ы|ев|ам|ами|ах)?|месячн{ADJECTIVE}",
    Measure.WEEKS: rf"недел(?:я|и|е|ю|ей|ь|ям|ями|ях)|недельн{ADJECTIVE}",
    Measure.WORKING_DAYS: rf"рабоч{ADJECTIVE}\s+(?:день|дн(?:я|ю|ем|е|и|ей|ям|ями|ях))",
    Measure.DAYS: rf"(?:календарн{ADJECTIVE}\s+)?(?:день|дн(?:я|ю|ем|е|и|ей|ям|ями|ях))|сут(?:ки|ок|кам|ками|ках)"
    rf"|(?:дневн|суточн){ADJECTIVE}",
    Measure.HOURS: rf"час(?:а|у|ом|е|ы|ов|ам|ами|ах)?|часов{ADJECTIVE}",
    Measure.KZT: r"тенге|тг\b",
    Measure.RUB: rf"(?:российск{ADJECTIVE}\s+)?рубл(?:ь|я|ю|ем|е|и|ей|ям|ями|ях)|руб\b\.?",
    Measure.EUR: r"евро",
    Measure.USD: r"доллар(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?:\s+сша)?",
    Measure.TIYN: r"тиын(?:а|у|ом|е|ы|ов|ам|ами|ах)?",
    Measure.KOPECK: r"копе(?:йк(?:а|и|е|у|ой|ам|ами|ах)|ек)|коп\b\.?",
    Measure.CENT: r"(?:евро)?цент(?:а|у|ом|е|ы|ов|ам|ами|ах)?",
}
COMPOUND_MEASURES: Final = {
    "кратн": Measure.TIMES,
    "летн": Measure.YEARS,
    "годичн": Measure.YEARS,
    "месячн": Measure.MONTHS,
    "недельн": Measure.WEEKS,
    "дневн": Measure.DAYS,
    "суточн": Measure.DAYS,
    "часов": Measure.HOURS,
}
"""What an adjective that begins with a number counts («трехдневный», «двадцатикратный»)."""

_THAN: Final = r"(?:,?\s+чем)?(?:\s+(?:на|в|за))?"
_BEFORE: Final = {
    Bound.UPPER: rf"не\s+(?:более|свыше|выше|больше|превыша\w+){_THAN}|до",
    Bound.LOWER: rf"не\s+(?:менее|ниже|меньше){_THAN}",
    Bound.ABOVE: rf"(?:свыше|более|больше|выше|превыша(?:ет|ют|ющ\w+|ть)){_THAN}",
    Bound.BELOW: rf"(?:менее|меньше|ниже){_THAN}",
}
_AND_MORE: Final = r"и\s+(?:более|выше|свыше|больше)"
_AFTER: Final = {
    Bound.LOWER: rf"\s+{_AND_MORE}",
    Bound.UPPER: r"\s+и\s+(?:менее|ниже|меньше)",
}

RU: Final = Grammar(
    measures=one_of(_MEASURES, lead=rf"\s*[-‐‑–]?\s*(?:(?P<lower>{_AND_MORE})\s+)?", tail=r"(?!\w)"),
    before=one_of(_BEFORE, lead=r"(?<!\w)", tail=r"\s+$"),
    after=one_of(_AFTER, lead="", tail=r"(?!\w)"),
    joins=(Join(opens=re.compile(r"(?<!\w)(?:от|со?)\s+$"), between=re.compile(r"-?\s+до\s+")), DASH),
    joint=re.compile(r"\s+(?:и\s+)?"),
)

COMPOUND: Final = re.compile(rf"(?P<measure>{'|'.join(COMPOUND_MEASURES)}){ADJECTIVE}(?!\w)(?!\s+возраст)")
MCI: Final = re.compile(rf"\s+(?:размер\w*\s+)?(?:{_MEASURES[Measure.MCI]})(?!\w)")
"""What a multiple is of, when this stands behind it («десятикратного месячного расчётного показателя»)."""
