"""What the workbench talks about: identifiers, trees, references, periods, findings."""

from zhargy.model.document import Anchor, AnchorKind, Document, Kind, Metadata, Node, Status
from zhargy.model.findings import Diagnostic, Repair, Severity
from zhargy.model.references import Citation, Outcome, Reference, Scope, Target

__all__ = [
    "Anchor",
    "AnchorKind",
    "Citation",
    "Diagnostic",
    "Document",
    "Kind",
    "Metadata",
    "Node",
    "Outcome",
    "Reference",
    "Repair",
    "Scope",
    "Severity",
    "Status",
    "Target",
]
