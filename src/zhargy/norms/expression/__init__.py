"""The expressions of the norm language: closed, typed, three-valued, exact.

``text -> tokens -> tree -> checked -> truth with its trace``. What `check` finds nothing wrong with, `evaluate` never
refuses. Nothing of the host language can be reached from an expression.
"""

from zhargy.norms.expression.checker import check
from zhargy.norms.expression.errors import ExpressionError
from zhargy.norms.expression.evaluator import evaluate, is_ruled_out
from zhargy.norms.expression.names import fact_names, norm_names, parts_of, walk
from zhargy.norms.expression.parser import parse
from zhargy.norms.expression.printer import unparse
from zhargy.norms.expression.trace import ExactMoney, Operand, Reckoned, Trace
from zhargy.norms.expression.tree import Expression

__all__ = [
    "ExactMoney",
    "Expression",
    "ExpressionError",
    "Operand",
    "Reckoned",
    "Trace",
    "check",
    "evaluate",
    "fact_names",
    "is_ruled_out",
    "norm_names",
    "parse",
    "parts_of",
    "unparse",
    "walk",
]
