"""The nouns of amounts as they are written, in the forms that numbers and bounds ask for."""

from __future__ import annotations

from typing import Final, NamedTuple

from zhargy.text.numbers.wording import Gender
from zhargy.text.quantities.grammar import Measure
from zhargy.text.quantities.values import Currency


class KazakhNoun(NamedTuple):
    """«жыл», «жылға», «жылдан»."""

    base: str
    dative: str
    ablative: str


class RussianNoun(NamedTuple):
    """«один год», «два года», «от одного года», «пять лет»."""

    one: str
    few: str
    of_one: str
    many: str
    gender: Gender = Gender.MASCULINE


class EnglishNoun(NamedTuple):
    """One year, two years."""

    one: str
    many: str


MINOR: Final = {
    Currency.KZT: Measure.TIYN,
    Currency.RUB: Measure.KOPECK,
    Currency.EUR: Measure.CENT,
    Currency.USD: Measure.CENT,
}
"""What the hundredth of a currency is called."""

KAZAKH: Final = {
    Measure.YEARS: KazakhNoun("жыл", "жылға", "жылдан"),
    Measure.MONTHS: KazakhNoun("ай", "айға", "айдан"),
    Measure.DAYS: KazakhNoun("күн", "күнге", "күннен"),
    Measure.WORKING_DAYS: KazakhNoun("жұмыс күні", "жұмыс күніне", "жұмыс күнінен"),
    Measure.HOURS: KazakhNoun("сағат", "сағатқа", "сағаттан"),
    Measure.MCI: KazakhNoun("айлық есептік көрсеткіш", "айлық есептік көрсеткішке", "айлық есептік көрсеткіштен"),
    Measure.PERCENT: KazakhNoun("пайыз", "пайызға", "пайыздан"),
    Measure.TIMES: KazakhNoun("еселенген", "еселенгенге", "еселенгеннен"),
    Measure.KZT: KazakhNoun("теңге", "теңгеге", "теңгеден"),
    Measure.RUB: KazakhNoun("рубль", "рубльге", "рубльден"),
    Measure.EUR: KazakhNoun("еуро", "еуроға", "еуродан"),
    Measure.USD: KazakhNoun("АҚШ доллары", "АҚШ долларына", "АҚШ долларынан"),
    Measure.TIYN: KazakhNoun("тиын", "тиынға", "тиыннан"),
    Measure.KOPECK: KazakhNoun("копейка", "копейкаға", "копейкадан"),
    Measure.CENT: KazakhNoun("цент", "центке", "центтен"),
}

RUSSIAN: Final = {
    Measure.YEARS: RussianNoun("год", "года", "года", "лет"),
    Measure.MONTHS: RussianNoun("месяц", "месяца", "месяца", "месяцев"),
    Measure.DAYS: RussianNoun("день", "дня", "дня", "дней"),
    Measure.WORKING_DAYS: RussianNoun("рабочий день", "рабочих дня", "рабочего дня", "рабочих дней"),
    Measure.HOURS: RussianNoun("час", "часа", "часа", "часов"),
    Measure.MCI: RussianNoun(
        "месячный расчетный показатель",
        "месячных расчетных показателя",
        "месячного расчетного показателя",
        "месячных расчетных показателей",
    ),
    Measure.PERCENT: RussianNoun("процент", "процента", "процента", "процентов"),
    Measure.KZT: RussianNoun("тенге", "тенге", "тенге", "тенге"),
    Measure.RUB: RussianNoun("рубль", "рубля", "рубля", "рублей"),
    Measure.EUR: RussianNoun("евро", "евро", "евро", "евро"),
    Measure.USD: RussianNoun("доллар США", "доллара США", "доллара США", "долларов США"),
    Measure.TIYN: RussianNoun("тиын", "тиына", "тиына", "тиынов"),
    Measure.KOPECK: RussianNoun("копейка", "копейки", "копейки", "копеек", Gender.FEMININE),
    Measure.CENT: RussianNoun("цент", "цента", "цента", "центов"),
}

ENGLISH: Final = {
    Measure.YEARS: EnglishNoun("year", "years"),
    Measure.MONTHS: EnglishNoun("month", "months"),
    Measure.DAYS: EnglishNoun("day", "days"),
    Measure.WORKING_DAYS: EnglishNoun("working day", "working days"),
    Measure.HOURS: EnglishNoun("hour", "hours"),
    Measure.MCI: EnglishNoun("monthly calculation index", "monthly calculation indices"),
    Measure.PERCENT: EnglishNoun("per cent", "per cent"),
    Measure.TIMES: EnglishNoun("times", "times"),
    Measure.KZT: EnglishNoun("tenge", "tenge"),
    Measure.RUB: EnglishNoun("rouble", "roubles"),
    Measure.EUR: EnglishNoun("euro", "euros"),
    Measure.USD: EnglishNoun("dollar", "dollars"),
    Measure.TIYN: EnglishNoun("tiyn", "tiyn"),
    Measure.KOPECK: EnglishNoun("kopeck", "kopecks"),
    Measure.CENT: EnglishNoun("cent", "cents"),
}
