"""The norm packs that ship with the program: Markdown texts and tables."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from typing import Final

_SUFFIXES: Final = (".md", ".csv")


def norm_packs() -> Mapping[str, Mapping[str, str]]:
    """Return the files of each pack by its name.

    Example:
        >>> {"act.md", "facts.md", "mci.csv"} <= set(norm_packs()["sample"])
        True
    """
    root = resources.files("zhargy.packs").joinpath("norms")
    found = {}
    for folder in sorted(root.iterdir(), key=lambda entry: entry.name):
        entries = folder.iterdir() if folder.is_dir() else ()
        files = {entry.name: entry for entry in entries if entry.name.endswith(_SUFFIXES)}
        if files:
            found[folder.name] = {name: files[name].read_text("utf-8") for name in sorted(files)}
    return found
