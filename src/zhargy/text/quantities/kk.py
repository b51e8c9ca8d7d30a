"""Kazakh: units with their endings, and the words of bounds."""

from __future__ import annotations

import re
from typing import Final

from zhargy.text.numbers.kk import ENDING, SCALES
from zhargy.text.quantities.grammar import DASH, Bound, Grammar, Join, Measure, one_of

_MEASURES: Final = {
    Measure.MCI: rf"(?:еселенген\s+)?айлық\s+есептік\s+көрсеткіш{ENDING}|аек(?:[-‐‑–]?{ENDING})",
    Measure.PERCENT: rf"%(?:[-‐‑–]?{ENDING})|(?:пайыз|процент){ENDING}",
    Measure.TIMES: rf"еселенген{ENDING}|еселі[кг]{ENDING}|есе{ENDING}",
    Measure.YEARS: rf"жыл(?:дық)?{ENDING}",
    Measure.MONTHS: rf"ай(?:лық)?{ENDING}(?!\s+есептік)",
    Measure.WEEKS: rf"апта(?:лық)?{ENDING}",
    Measure.WORKING_DAYS: rf"жұмыс\s+күн{ENDING}",
    Measure.DAYS: rf"(?:күнтізбелік\s+)?күн(?:дік)?{ENDING}|тәулі[кг]{ENDING}",
    Measure.HOURS: rf"сағат(?:тық)?{ENDING}",
    Measure.KZT: rf"теңге{ENDING}|тг\b",
    Measure.RUB: rf"(?:ресей\s+)?рубл[ьі]?{ENDING}",
    Measure.EUR: rf"е[ув]ро{ENDING}",
    Measure.USD: rf"(?:ақш\s+)?доллар{ENDING}",
    Measure.TIYN: rf"тиын{ENDING}",
    Measure.KOPECK: rf"копейка?{ENDING}",
    Measure.CENT: rf"(?:еуро)?цент{ENDING}",
}
_ABLATIVE: Final = r"(?<=[дтн][ае]н)"
_DATIVE: Final = r"(?<=[ғгқкн][ае])"
_AND_MORE: Final = r"(?:және|немесе)\s+(?:одан|бұдан)\s+(?:да\s+)?(?:көп|артық|жоғары)"
_AFTER: Final = {
    Bound.UPPER: rf"(?:{_DATIVE}|(?<=%))\s+(?:дейі?н|шейін)(?:гі)?{ENDING}"
    rf"|{_ABLATIVE}\s+(?:аспа\w+|(?:көп|артық|жоғары|асып)\s+(?:емес|болма\w*|кетпе\w*))",
    Bound.LOWER: rf"{_ABLATIVE}\s+(?:(?:кем|аз|төмен)\s+(?:емес|болма\w*)|бастап)"
    rf"|\s+{_AND_MORE}",
    Bound.ABOVE: rf"{_ABLATIVE}\s+(?:астам|артық|жоғары|көп|асатын|асқан|асып)",
    Bound.BELOW: rf"{_ABLATIVE}\s+(?:кем|аз|төмен)",
}
_BEFORE: Final = {
    Bound.LOWER: r"кемінде|ең\s+аз\w*|кем\s+дегенде",
    Bound.UPPER: r"ең\s+көб\w*|көп\s+дегенде",
}

KK: Final = Grammar(
    measures=one_of(_MEASURES, lead=rf"\s*(?:(?P<upper>дейі?нгі)\s+|(?P<lower>{_AND_MORE})\s+)?", tail=r"(?!\w)"),
    before=one_of(_BEFORE, lead=r"(?<!\w)", tail=r"\s+$"),
    after=one_of(_AFTER, lead="", tail=r"(?!\w)"),
    joins=(Join(opens=re.compile("$"), between=re.compile(rf"{_ABLATIVE}\s+"), closed=True), DASH),
    joint=re.compile(r"(?<![дтн][ае]н)\s+(?:және\s+)?"),
    mci_before=re.compile(r"(?<!\w)айлық\s+есептік\s+көрсеткіштің\s+$"),
    headings=frozenset(SCALES),
)
