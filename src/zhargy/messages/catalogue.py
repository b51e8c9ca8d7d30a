"""The catalogues: one sentence a key, in three languages."""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from zhargy.text import Language

LOCALE: Final = Path(__file__).parent / "locale"
_DOMAIN: Final = "zhargy"
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def translate(key: str, language: Language, /, **params: object) -> str:
    """Return the sentence of a key.

    Args:
        key: Key of the catalogue, such as ``P101.hint``.
        language: Language of the reader.
        **params: Values for the placeholders; one that is not given stays as it is written in the catalogue.

    Raises:
        KeyError: no catalogue has this key.

    Example:
        >>> translate("U102", Language.EN, value="31.02.2024")
        '“31.02.2024” is not a date'
    """
    return _filled(_entry(key, language), params)


def plural(key: str, language: Language, /, *, count: int, **params: object) -> str:
    """Return the sentence of a key in the grammatical number that `count` asks for.

    Args:
        key: Key of the catalogue with plural forms.
        language: Language of the reader.
        count: The number; also the value of the placeholder ``{count}``.
        **params: Values for the other placeholders.

    Raises:
        KeyError: no catalogue has this key.

    Example:
        >>> [plural("cli.repairs", Language.RU, count=n) for n in (1, 3, 5)]
        ['1 исправление', '3 исправления', '5 исправлений']
    """
    found = catalogue(language).ngettext(key, key, count)
    if found == key:
        raise KeyError(key)
    return _filled(found, {"count": count, **params})


def has(key: str) -> bool:
    """Whether the catalogues know this key."""
    return catalogue(Language.EN).gettext(key) != key


@cache
def keys() -> frozenset[str]:
    """Return all keys of the catalogues."""
    known = catalogue(Language.EN)._catalog  # type: ignore[attr-defined]  # noqa: SLF001 - gettext names its keys nowhere else
    return frozenset(key[0] if isinstance(key, tuple) else key for key in known if key)


@cache
def catalogue(language: Language) -> gettext.GNUTranslations:
    """Return the compiled catalogue of a language; read once."""
    path = LOCALE / language / "LC_MESSAGES" / f"{_DOMAIN}.mo"
    with path.open("rb") as compiled:
        return gettext.GNUTranslations(compiled)


def _entry(key: str, language: Language) -> str:
    found = catalogue(language).gettext(key)
    if found == key:
        raise KeyError(key)
    return found


def _filled(template: str, params: Mapping[str, object]) -> str:
    return template.format_map(_Shown(params)) if "{" in template else template


def _visible(found: re.Match[str]) -> str:
    return f"\\x{ord(found[0]):02x}"


class _Shown(dict[str, object]):
    """Parameters of a message; a missing one shows its own name, so that a message never hides the rest.

    Signs that steer a terminal are shown and not obeyed.
    """

    def __getitem__(self, key: str) -> object:
        value = super().__getitem__(key)
        return _CONTROL.sub(_visible, value) if isinstance(value, str) else value

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"
