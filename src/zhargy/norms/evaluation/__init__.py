"""Facts in, what comes of them out: layered, three-valued, with the proof.

``pack -> plan -> outcome``; from an outcome: its proof (`explain`), the facts that could still change it (`unknowns`),
and the smallest changes of the facts that would change it (`flips`).
"""

from zhargy.norms.evaluation.cases import CaseResult, Difference, run_cases
from zhargy.norms.evaluation.choosing import choices
from zhargy.norms.evaluation.explaining import explain
from zhargy.norms.evaluation.flipping import flips
from zhargy.norms.evaluation.plan import Plan, evaluate
from zhargy.norms.evaluation.unknowns import UnknownFact, unknowns
from zhargy.norms.evaluation.values import Change, Explanation, Flip, NormOutcome, Outcome, StepKind

__all__ = [
    "CaseResult",
    "Change",
    "Difference",
    "Explanation",
    "Flip",
    "NormOutcome",
    "Outcome",
    "Plan",
    "StepKind",
    "UnknownFact",
    "choices",
    "evaluate",
    "explain",
    "flips",
    "run_cases",
    "unknowns",
]
