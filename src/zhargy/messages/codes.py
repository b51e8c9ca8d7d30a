"""What a code says to the person who must act."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from zhargy.messages.catalogue import has, keys, translate
from zhargy.text import Language

_CODE: Final = re.compile(r"[A-Z]\d{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message and what to do about it."""

    message: str
    hint: str


def render(code: str, params: Mapping[str, object], language: Language) -> Said:
    """Return the words of a refusal, a diagnostic or a repair.

    Args:
        code: Stable code, such as ``P101``.
        params: Values for the placeholders. A parameter ``near`` that is not empty turns the hint into a suggestion; a
            parameter ``errno`` fills the placeholder ``{reason}`` with what the operating system said, and ``type``, a
            type of facts, the placeholder ``{wanted}`` with how its values are written.
        language: Language of the reader.

    Raises:
        KeyError: no catalogue has this code.

    Example:
        >>> render("U104", {"value": "jsn", "valid": "akn, json", "near": "json"}, Language.EN).hint
        'Did you mean “json”? There are: akn, json.'
    """
    if "errno" in params:
        params = {**params, "reason": _reason(int(str(params["errno"])), language)}
    form = f"fact_type.{params.get('type', '')}"
    if has(f"law.{form}"):
        params = {**params, "wanted": translate(f"law.{form}", language, **params)}
    suggestion = f"{code}.near"
    hint = suggestion if params.get("near") and has(suggestion) else f"{code}.hint"
    return Said(message=translate(code, language, **params), hint=translate(hint, language, **params))


def repair_name(code: str, language: Language) -> str:
    """Return the name of a kind of repair.

    Example:
        >>> repair_name("P004", Language.KK)
        'Бірігіп кеткен сөздер ажыратылды'
    """
    return translate(code, language)


def meaning(code: str, language: Language) -> str:
    """Return when a code is told and why it matters."""
    return translate(f"{code}.meaning", language)


def all_codes() -> tuple[str, ...]:
    """Return every code the catalogues know, in order."""
    return tuple(sorted(key for key in keys() if _CODE.fullmatch(key)))


def _reason(number: int, language: Language) -> str:
    """Return the words for an error number of the operating system, its own where the catalogues have none."""
    key = f"os.{errno.errorcode.get(number, '')}"
    return translate(key, language) if has(key) else os.strerror(number)
