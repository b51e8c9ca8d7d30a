"""Ranges of amounts in the wording of laws."""

from __future__ import annotations

from typing import Final

from zhargy.text.languages import Language
from zhargy.text.quantities.values import AmountRange
from zhargy.text.quantities.wording import Place, Style, write_amount

_BOTH: Final = {
    Language.KK: "{lower} {upper} дейін",
    Language.RU: "от {lower} до {upper}",
    Language.EN: "from {lower} to {upper}",
}
_UPPER: Final = {Language.KK: "{} дейін", Language.RU: "до {}", Language.EN: "up to {}"}
_LOWER: Final = {Language.KK: "{} кем емес", Language.RU: "не менее {}", Language.EN: "at least {}"}
_BELOW: Final = {Language.KK: "{} кем", Language.RU: "менее {}", Language.EN: "less than {}"}
_ABOVE: Final = {Language.KK: "{} астам", Language.RU: "более {}", Language.EN: "more than {}"}


def write_range(span: AmountRange, language: Language, *, style: Style = Style.WORDS) -> str:
    """Return a range as laws of that language word it; an exact one is written as its amount.

    Args:
        span: What to write.
        language: Language to write in.
        style: Numbers in words or in digits.

    Raises:
        ValueError: an amount is a negative count.

    Example:
        >>> from zhargy.text.amounts import MciAmount, Period, Unit
        >>> term = AmountRange(lower=Period(value=3, unit=Unit.YEARS), upper=Period(value=7, unit=Unit.YEARS))
        >>> [write_range(term, language) for language in Language]
        ['үш жылдан жеті жылға дейін', 'от трех лет до семи лет', 'from three years to seven years']
        >>> write_range(AmountRange(lower=None, upper=MciAmount(count=200)), Language.RU, style=Style.DIGITS)
        'до 200 месячных расчетных показателей'
    """
    lower, upper = span.lower, span.upper
    if span.exact is not None:
        return write_amount(span.exact, language, style=style)
    if lower is not None and upper is not None:
        return _BOTH[language].format(
            lower=write_amount(lower, language, style=style, place=Place.LOWER),
            upper=write_amount(upper, language, style=style, place=Place.UPPER),
        )
    if upper is not None:
        # Kazakh «кем» asks for the ablative, «дейін» for the dative.
        frame, place = (_BELOW, Place.LOWER) if span.strict else (_UPPER, Place.UPPER)
        return frame[language].format(write_amount(upper, language, style=style, place=place))
    frame = _ABOVE if span.strict else _LOWER
    assert lower is not None
    return frame[language].format(write_amount(lower, language, style=style, place=Place.LOWER))
