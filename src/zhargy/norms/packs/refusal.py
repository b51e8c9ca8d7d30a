"""The refusal of a pack: everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Iterable

from zhargy.errors import UnreadableInput
from zhargy.norms.problems import Problem


class PackRefused(UnreadableInput):
    """N250: a pack cannot be used; `problems` names each thing to mend, in the order of the files.

    Args:
        name: Name of the pack.
        problems: What is wrong.
    """

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.place, problem.code)))
        super().__init__("N250", name=name, count=len(self.problems))
