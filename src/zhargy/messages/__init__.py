"""Codes and parameters into sentences of Kazakh, Russian and English.

Words live in ``locale/*/LC_MESSAGES/zhargy.po``, one entry a key, and nowhere else. A code ``P101`` has the entries
``P101`` (the message), ``P101.hint`` (what to do), ``P101.meaning`` (when it happens and why it matters) and, where a
valid word may be close to a wrong one, ``P101.near`` (the hint that names it).

A new code needs these entries in all three catalogues, an example that triggers it in ``tests/data/codes`` and a run of
``tools/reference_pages.py``; tests name what is missing.
"""

from zhargy.messages.catalogue import keys, plural, translate
from zhargy.messages.codes import Said, all_codes, meaning, render, repair_name
from zhargy.messages.preference import preferred_language

__all__ = [
    "Said",
    "all_codes",
    "keys",
    "meaning",
    "plural",
    "preferred_language",
    "render",
    "repair_name",
    "translate",
]
