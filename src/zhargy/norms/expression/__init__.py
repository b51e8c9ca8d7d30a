"""The expressions of the norm language: closed, typed, three-valued, exact.

``text -> tokens -> tree -> checked -> truth with its trace``. What `check` finds nothing wrong with, `evaluate` never
refuses. Nothing of the host language can be reached from an expression.
"""

from zhargy.norms.expression.checker import check, check_amount
from zhargy.norms.expression.context import Asked
from zhargy.norms.expression.errors import ExpressionError
from zhargy.norms.expression.evaluator import amount, evaluate, is_ruled_out
from zhargy.norms.expression.names import fact_names, norm_names, parts_of, walk
from zhargy.norms.expression.parser import parse
from zhargy.norms.expression.printer import unparse
from zhargy.norms.expression.signatures import Signature
from zhargy.norms.expression.things import AmountOf
from zhargy.norms.expression.trace import ExactMoney, Operand, Reckoned, Trace
from zhargy.norms.expression.tree import Expression

__all__ = [
    "AmountOf",
    "Asked",
    "ExactMoney",
    "Expression",
    "ExpressionError",
    "Operand",
    "Reckoned",
    "Signature",
    "Trace",
    "amount",
    "check",
    "check_amount",
    "evaluate",
    "fact_names",
    "is_ruled_out",
    "norm_names",
    "parse",
    "parts_of",
    "unparse",
    "walk",
]
