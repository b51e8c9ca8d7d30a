"""Russian number words in every case and gender; ё is written е."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from zhargy.text.numbers.lexemes import Lexeme, Role, Vocabulary

PLAIN: Final = {
    0: "ноль нуль ноля нуля нолю нулю нолем нулем ноле нуле",
    1: "один одна одно одного одной одному одним одною одном одну одни одних одними",
    2: "два две двух двум двумя",
    3: "три трех трем тремя",
    4: "четыре четырех четырем четырьмя",
    5: "пять пяти пятью",
    6: "шесть шести шестью",
    7: "семь семи семью",
    8: "восемь восьми восемью восьмью",
    9: "девять девяти девятью",
    10: "десять десяти десятью",
    11: "одиннадцать одиннадцати одиннадцатью",
    12: "двенадцать двенадцати двенадцатью",
    13: "тринадцать тринадцати тринадцатью",
    14: "четырнадцать четырнадцати четырнадцатью",
    15: "пятнадцать пятнадцати пятнадцатью",
    16: "шестнадцать шестнадцати шестнадцатью",
    17: "семнадцать семнадцати семнадцатью",
    18: "восемнадцать восемнадцати восемнадцатью",
    19: "девятнадцать девятнадцати девятнадцатью",
    20: "двадцать двадцати двадцатью",
    30: "тридцать тридцати тридцатью",
    40: "сорок сорока",
    50: "пятьдесят пятидесяти пятьюдесятью",
    60: "шестьдесят шестидесяти шестьюдесятью",
    70: "семьдесят семидесяти семьюдесятью",
    80: "восемьдесят восьмидесяти восемьюдесятью восьмьюдесятью",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трехсот тремстам тремястами трехстах",
    400: "четыреста четырехсот четыремстам четырьмястами четырехстах",
    500: "пятьсот пятисот пятистам пятьюстами пятистах",
    600: "шестьсот шестисот шестистам шестьюстами шестистах",
    700: "семьсот семисот семистам семьюстами семистах",
    800: "восемьсот восьмисот восьмистам восемьюстами восьмьюстами восьмистах",
    900: "девятьсот девятисот девятистам девятьюстами девятистах",
}
"""The nominative comes first."""

SCALES: Final = {
    10**3: "тысяча тысячи тысяч тысяче тысячу тысячей тысячью тысячам тысячами тысячах тыс",
    10**6: "миллион миллиона миллионов миллиону миллионом миллионе миллионы миллионам миллионами миллионах млн",
    10**9: "миллиард миллиарда миллиардов миллиарду миллиардом миллиарде миллиарды миллиардам миллиардами "
    "миллиардах млрд",
    10**12: "триллион триллиона триллионов триллиону триллионом триллионе триллионы триллионам триллионами "
    "триллионах трлн",
}
"""Nominative, then what stands beside 2 to 4, then beside 5."""

COMBINING: Final = {
    1: "одно",
    2: "двух",
    3: "трех",
    4: "четырех",
    90: "девяносто",
    100: "сто",
    1000: "тысяче",
}
"""The front of a compound where it is not the genitive («двухлетний», «стократный»)."""

ORDINALS: Final = {
    1: "перв",
    2: "втор",
    4: "четверт",
    5: "пят",
    6: "шест",
    7: "седьм",
    8: "восьм",
    9: "девят",
    10: "десят",
    40: "сороков",
    50: "пятидесят",
    60: "шестидесят",
    70: "семидесят",
    80: "восьмидесят",
    90: "девяност",
    100: "сот",
    200: "двухсот",
    300: "трехсот",
    400: "четырехсот",
    500: "пятисот",
    600: "шестисот",
    700: "семисот",
    800: "восьмисот",
    900: "девятисот",
}
"""Stems of the ordinals that are not the cardinal without its soft sign; `THIRD` has endings of its own."""

ORDINAL_SCALES: Final = {10**3: "тысячн", 10**6: "миллионн", 10**9: "миллиардн"}
THIRD: Final = "трет"
STRESSED: Final = frozenset({2, 6, 7, 8, 40})
"""Ordinals in -ой."""

ADJECTIVE_ENDINGS: Final = "ый ой ая ое ые ого ому ым ом ую ою ых ыми"
_THIRD_ENDINGS: Final = "ий ья ье ьи ьего ьему ьим ьем ьей ью ьею ьих ьими"
_NOT_ALONE: Final = frozenset({"семью", "тысяч", "тысячам", "тысячами", "тысячах", "тыс", "млн", "млрд", "трлн"})
_HALF_MORE: Final = {Decimal("1.5"): "полтора полторы полутора", Decimal(150): "полтораста полутораста"}


def ordinal_stem(value: int) -> str:
    """Return the stem of an ordinal of one word below a thousand.

    Example:
        >>> ordinal_stem(5), ordinal_stem(20), ordinal_stem(300)
        ('пят', 'двадцат', 'трехсот')
    """
    return ORDINALS.get(value) or PLAIN[value].split()[0].removesuffix("ь")


def vocabulary() -> Vocabulary:
    """Return the number words of Russian."""
    return Vocabulary(cardinals=dict(_cardinals()), ordinals=dict(_ordinals()), ten_is_open=False)


def _cardinals() -> Iterator[tuple[str, Lexeme]]:
    for role, table in ((Role.PLAIN, PLAIN), (Role.SCALE, SCALES)):
        for value, forms in table.items():
            for form in forms.split():
                yield form, Lexeme(value, role, alone=form not in _NOT_ALONE)
    for half_more, forms in _HALF_MORE.items():
        for form in forms.split():
            yield form, Lexeme(half_more, Role.PLAIN)
    yield "половиной", Lexeme(Decimal("0.5"), Role.HALF, alone=False)
    yield "с", Lexeme(0, Role.JOIN, alone=False)


def _ordinals() -> Iterator[tuple[str, Lexeme]]:
    for value in PLAIN:
        if value in {0, 3}:
            continue
        for ending in ADJECTIVE_ENDINGS.split():
            yield ordinal_stem(value) + ending, Lexeme(value, Role.PLAIN)
    for ending in ADJECTIVE_ENDINGS.split():
        yield f"нулев{ending}", Lexeme(0, Role.PLAIN)
    for ending in _THIRD_ENDINGS.split():
        yield THIRD + ending, Lexeme(3, Role.PLAIN)
    for value, stem in ORDINAL_SCALES.items():
        for ending in ADJECTIVE_ENDINGS.split():
            yield stem + ending, Lexeme(value, Role.SCALE)
