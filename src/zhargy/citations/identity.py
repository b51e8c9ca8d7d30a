"""Whether an act cited by name, number and date is a given act."""

from __future__ import annotations

import re
from typing import Final

from zhargy.model import Document, Target

_FULL_NAMES: Final = {
    "УК": "Уголовный кодекс",
    "УПК": "Уголовно-процессуальный кодекс",
    "УИК": "Уголовно-исполнительный кодекс",
    "ГК": "Гражданский кодекс",
    "ГПК": "Гражданский процессуальный кодекс",
    "АПК": "Арбитражный процессуальный кодекс",
    "КоАП": "Кодекс об административных правонарушениях",
    "КАС": "Кодекс административного судопроизводства",
    "ТК": "Трудовой кодекс",
    "СК": "Семейный кодекс",
    "НК": "Налоговый кодекс",
    "БК": "Бюджетный кодекс",
    "ЖК": "Жилищный кодекс",
    "ЗК": "Земельный кодекс",
}
_COUNTRY: Final = re.compile(
    r"\b(?:российской федерации|республики казахстан|рф|рк|қазақстан республикасы(?:ның|ндағы)?|қр)\b|[«»\"“”„]",
    re.IGNORECASE,
)


def full_name(name: str) -> str:
    """Return the name of a code written out.

    Example:
        >>> full_name("УК РФ"), full_name("Трудовой кодекс")
        ('Уголовный кодекс', 'Трудовой кодекс')
    """
    return _FULL_NAMES.get(name.split(" ", maxsplit=1)[0], name) if name else ""


def plain_name(name: str) -> str:
    """Return a name or title without its country and quotation marks, in small letters.

    Example:
        >>> plain_name("КОНСТИТУЦИЯ РОССИЙСКОЙ ФЕДЕРАЦИИ")
        'конституция'
    """
    return " ".join(_COUNTRY.sub(" ", name.casefold()).split())


def is_same_act(target: Target, document: Document) -> bool:
    """Whether `target` cites the document's own act: its number and date, or its title, agree and none disagrees."""
    metadata = document.metadata
    number, date = (metadata.number, metadata.date) if metadata else ("", "")
    if target.act_number and number:
        return target.act_number == number and (not target.act_date or not date or target.act_date == date)
    if target.act_number or target.act_date:
        return False
    return bool(target.act) and plain_name(full_name(target.act)) == plain_name(document.title)
