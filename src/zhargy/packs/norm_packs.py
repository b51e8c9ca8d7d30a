"""The norm packs that ship with the program, as Markdown texts."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources


def norm_packs() -> Mapping[str, Mapping[str, str]]:
    """Return the files of each pack by its name.

    Example:
        >>> sorted(norm_packs()["sample"])
        ['act.md', 'cases.md', 'facts.md']
    """
    root = resources.files("zhargy.packs").joinpath("norms")
    found = {}
    for folder in sorted(root.iterdir(), key=lambda entry: entry.name):
        files = (
            {entry.name: entry for entry in folder.iterdir() if entry.name.endswith(".md")} if folder.is_dir() else {}
        )
        if files:
            found[folder.name] = {name: files[name].read_text("utf-8") for name in sorted(files)}
    return found
