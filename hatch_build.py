"""Compile the message catalogues when the package is built or installed in place; by hand: run this file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Writes a ``.mo`` file beside every ``.po`` file."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are collected."""
        del version, build_data
        compile_catalogues(Path(self.root))


def compile_catalogues(root: Path) -> None:
    """Compile every catalogue below ``src``; a reader of the old file is never shown half of the new one."""
    for source in sorted(Path(root, "src").rglob("*.po")):
        aside = source.with_suffix(".mo.new")
        with source.open("rb") as lines, aside.open("wb") as out:
            write_mo(out, read_po(lines, abort_invalid=True))
        aside.replace(source.with_suffix(".mo"))


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
