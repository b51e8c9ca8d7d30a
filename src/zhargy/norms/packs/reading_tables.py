"""Tables beside the blocks of a pack: ``mci.csv`` tells what an index was worth over time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Final

from zhargy.errors import UnreadableInput
from zhargy.norms.problems import Place, Problem
from zhargy.norms.sanctions import MciTable, read_mci_table

SUFFIX: Final = ".csv"
"""How the names of the files end that are tables."""


def read_tables(files: Mapping[str, str], *, problems: list[Problem]) -> Mapping[str, MciTable]:
    """Return the tables among the files of a pack by their names, ``mci`` for ``mci.csv``.

    Args:
        files: Texts by file name.
        problems: Takes N270 with the line that is wrong.
    """
    found: dict[str, MciTable] = {}
    for file in sorted(name for name in files if name.endswith(SUFFIX)):
        try:
            found[PurePath(file).stem] = read_mci_table(files[file])
        except UnreadableInput as error:
            line = str(error.params["line"])
            problems.append(Problem(code=error.code, params={"line": line}, place=Place(file=file, line=int(line))))
    return found
