"""What the workbench talks about: identifiers, trees, references, periods, findings."""

from zhargy.model.adilet import AdiletNumber
from zhargy.model.document import Anchor, AnchorKind, Document, Kind, Metadata, Node, Status
from zhargy.model.ecli import Ecli
from zhargy.model.eid import ElementId, Step
from zhargy.model.eli import Eli
from zhargy.model.findings import Diagnostic, Repair, Severity
from zhargy.model.frbr import ExpressionId, IdentifierError, ManifestationId, WorkId
from zhargy.model.in_force import PeriodInForce
from zhargy.model.references import ActKind, Citation, Outcome, Reference, Scope, Target

__all__ = [
    "ActKind",
    "AdiletNumber",
    "Anchor",
    "AnchorKind",
    "Citation",
    "Diagnostic",
    "Document",
    "Ecli",
    "ElementId",
    "Eli",
    "ExpressionId",
    "IdentifierError",
    "Kind",
    "ManifestationId",
    "Metadata",
    "Node",
    "Outcome",
    "PeriodInForce",
    "Reference",
    "Repair",
    "Scope",
    "Severity",
    "Status",
    "Step",
    "Target",
    "WorkId",
]
