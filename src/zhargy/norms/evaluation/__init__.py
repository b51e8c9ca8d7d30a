"""Facts in, what comes of them out: layered, three-valued, with the proof.

``pack -> plan -> outcome``; from an outcome: its proof (`explain`), the facts that could still change it (`unknowns`),
and the smallest changes of the facts that would change it (`flips`).
"""

from zhargy.norms.evaluation.branching import Taken, taken
from zhargy.norms.evaluation.cases import CaseResult, Difference, run_cases
from zhargy.norms.evaluation.choosing import choices
from zhargy.norms.evaluation.explaining import explain
from zhargy.norms.evaluation.flipping import flips
from zhargy.norms.evaluation.inquiring import Inquiry, Stipulation
from zhargy.norms.evaluation.plan import Plan, evaluate
from zhargy.norms.evaluation.reading import ReadOutcome, readings
from zhargy.norms.evaluation.supplying import supply, worth
from zhargy.norms.evaluation.unknowns import UnknownFact, settled_by, unknowns
from zhargy.norms.evaluation.values import Change, Explanation, Flip, NormOutcome, Outcome, StepKind

__all__ = [
    "CaseResult",
    "Change",
    "Difference",
    "Explanation",
    "Flip",
    "Inquiry",
    "NormOutcome",
    "Outcome",
    "Plan",
    "ReadOutcome",
    "StepKind",
    "Stipulation",
    "Taken",
    "UnknownFact",
    "choices",
    "evaluate",
    "explain",
    "flips",
    "readings",
    "run_cases",
    "settled_by",
    "supply",
    "taken",
    "unknowns",
    "worth",
]
