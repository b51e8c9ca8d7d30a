"""Which language a person at a terminal reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from zhargy.text import Language

#: In the order POSIX gives them.
_LOCALE: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def preferred_language(environment: Mapping[str, str]) -> Language:
    """Return the language named by ``ZHARGY_LANG``, else by the locale, else English.

    Example:
        >>> preferred_language({"LANG": "kk_KZ.UTF-8"}).value
        'kk'
    """
    wanted = Language.from_tag(environment.get("ZHARGY_LANG"))
    if wanted is not None:
        return wanted
    told = next((environment[name] for name in _LOCALE if environment.get(name)), "")
    return Language.from_tag(re.split(r"[_.@]", told)[0]) or Language.EN
