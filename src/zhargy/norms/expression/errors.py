"""The refusal of an expression that cannot be read."""

from __future__ import annotations

from zhargy.errors import UnreadableInput
from zhargy.norms.problems import Problem


class ExpressionError(UnreadableInput):
    """A text is no expression of the norm language; `problem` says why and where.

    Args:
        problem: What is wrong, a code from N201 to N211.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        place = {"line": problem.place.line, "column": problem.place.column}
        super().__init__(problem.code, **problem.params, **place)
