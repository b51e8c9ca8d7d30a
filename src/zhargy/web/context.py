"""What every page needs to know."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest

from zhargy.text import Language
from zhargy.web.middleware import page_language

_NAMES: Final = {Language.KK: "Қазақша", Language.RU: "Русский", Language.EN: "English"}


def languages(request: HttpRequest) -> dict[str, object]:
    """Return the links that show this very page in each of the three languages."""
    current = page_language(request)
    choices = []
    for language, name in _NAMES.items():
        query = request.GET.copy()
        query["lang"] = language
        address = f"{request.path}?{query.urlencode()}"
        choices.append({"code": language.value, "name": name, "address": address, "current": language is current})
    return {"languages": choices}
