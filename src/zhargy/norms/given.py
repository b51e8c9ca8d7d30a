"""One plain value, as YAML, JSON or a form gives it, read as the type its fact has."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from zhargy.norms.exact import EXACT, LONGEST_NUMBER
from zhargy.norms.problems import near_miss
from zhargy.norms.vocabulary import Fact, FactType, Thing, Value
from zhargy.text.amounts import Currency, Money

_NUMBER: Final = re.compile(r"(?P<number>-?[0-9]+(?:\.[0-9]+)?)(?: (?P<unit>\S+))?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_SHOWN: Final = 60
_MINOR_DIGITS: Final = 2


class Unfit(Exception):
    """A value is not of the type its fact has; `code` and `params` say why."""

    def __init__(self, code: str, **params: str) -> None:
        self.code = code
        self.params = params
        super().__init__(code)


def read_value(given: object, fact: Fact) -> Value:
    """Return a plain value in the type of its fact; choices and bounds are not looked at.

    Raises:
        Unfit: the value is of another type (N221), a binary fraction (N224) or too long (N226).

    Example:
        >>> read_value("1000.50 KZT", Fact(name="damage", type=FactType.MONEY))
        Money(minor=100050, currency=<Currency.KZT: 'KZT'>)
    """
    value = _READERS[fact.type](given, fact)
    if value is None:
        raise Unfit("N221", type=_form(given, fact), unit=_unit(fact), found=_shown(given))
    return value


def _bool(given: object, _: Fact) -> bool | None:
    if isinstance(given, bool):
        return given
    return {"true": True, "false": False}.get(given) if isinstance(given, str) else None


def _number(given: object, fact: Fact) -> Decimal | None:
    if isinstance(given, float):
        raise Unfit("N224", found=_shown(given))
    if isinstance(given, str):
        match = _NUMBER.fullmatch(given)
        return _bounded(Decimal(match["number"])) if match and match["unit"] in {None, fact.unit} else None
    if isinstance(given, bool) or not isinstance(given, int | Decimal):
        return None
    return _bounded(Decimal(given))


def _money(given: object, fact: Fact) -> Money | None:
    currency = Currency(_unit(fact))
    if isinstance(given, Money):
        return given if given.currency is currency and _bounded(Decimal(given.minor)) is not None else None
    match = _NUMBER.fullmatch(given) if isinstance(given, str) else None
    amount = _bounded(Decimal(match["number"])) if match and match["unit"] == currency else None
    if amount is None:
        return None
    minor = EXACT.scaleb(amount, _MINOR_DIGITS)
    return Money(minor=int(minor), currency=currency) if minor == int(minor) else None


def _date(given: object, _: Fact) -> dt.date | None:
    if isinstance(given, dt.date):
        return None if isinstance(given, dt.datetime) else given
    if not isinstance(given, str) or not _DAY.fullmatch(given):
        return None
    try:
        return dt.date.fromisoformat(given)
    except ValueError:
        return None


def _enum(given: object, _: Fact) -> str | None:
    return given if isinstance(given, str) else None


def _set(given: object, _: Fact) -> frozenset[str] | None:
    if not isinstance(given, list | tuple | set | frozenset):
        return None
    chosen = frozenset(choice for choice in given if isinstance(choice, str))
    return chosen if all(isinstance(choice, str) for choice in given) else None


def _list(given: object, fact: Fact) -> tuple[Thing, ...] | None:
    """Return things by their ids, in the order given; a field that is ``None`` or not named stays unknown."""
    if not isinstance(given, Mapping):
        return None
    return tuple(_thing(str(name), fields, fact) for name, fields in given.items())


def _thing(name: str, given: object, fact: Fact) -> Thing:
    if given is not None and not isinstance(given, Mapping):
        raise Unfit("N221", type=FactType.LIST, unit="", found=_shown(given))
    fields: dict[str, Value] = {}
    for key, raw in (given or {}).items():
        if key not in fact.fields:
            near, valid = near_miss(str(key), fact.fields), ", ".join(fact.fields)
            raise Unfit("N296", things=fact.name, field=str(key), near=near, valid=valid)
        if raw is not None:
            fields[str(key)] = read_value(raw, fact.fields[key])
    return Thing(id=name, list=fact.name, fields=fields)


def _bounded(number: Decimal) -> Decimal | None:
    """Return a number that can be reckoned with exactly; ``None`` for what is no finite number."""
    if not number.is_finite():
        return None
    _, digits, exponent = number.as_tuple()
    if len(digits) > LONGEST_NUMBER or abs(int(exponent)) > LONGEST_NUMBER:
        raise Unfit("N226", limit=str(LONGEST_NUMBER))
    return number


def _form(given: object, fact: Fact) -> str:
    """Return what a value had to be: the type of the fact, told apart where a day is written well and there is none."""
    if fact.type is FactType.DATE and isinstance(given, str) and _DAY.fullmatch(given):
        return "date.real"
    return "number.unit" if fact.type is FactType.NUMBER and fact.unit else fact.type.value


def _unit(fact: Fact) -> str:
    return fact.unit or (Currency.KZT.value if fact.type is FactType.MONEY else "")


def _shown(given: object) -> str:
    """Return a value as it was given, or its outline when that is long."""
    match given:
        case bool():
            return "true" if given else "false"
        case int() if given.bit_length() > _LONGEST_SHOWN:
            return "…"
        case str() if len(given) > _LONGEST_SHOWN:
            return given[:_LONGEST_SHOWN] + "…"
        case str() | int() | float() | Decimal() | dt.date():
            return str(given)
        case Mapping():
            return "{…}" if given else "{}"
        case _:
            return "[…]" if given else "[]"


_READERS: Final[Mapping[FactType, Callable[[object, Fact], Value | None]]] = {
    FactType.BOOL: _bool,
    FactType.NUMBER: _number,
    FactType.MONEY: _money,
    FactType.DATE: _date,
    FactType.ENUM: _enum,
    FactType.SET: _set,
    FactType.THING: _enum,
    FactType.LIST: _list,
}
