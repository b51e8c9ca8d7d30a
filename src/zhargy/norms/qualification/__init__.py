"""Facts in, qualification out: which offences a deed makes under a law, and what each threatens on these facts.

The steps:

1. `reading`: the answer for each way to read words that are open, where that makes another answer;
2. `answering`: which offences hold, which give way and to what, which an exception takes away, which are still open;
3. `threats`, `circumstances`, `laying`: the case of each sanction with its category, money at the day of the deed,
   bars, caps;
4. `opening`, `turning`: the facts that would settle more, and the smallest changes that would turn the answer;
5. `comparing`: two laws laid side by side.

`facts_file` reads the facts; `trials` tells quickly, without proofs, what other facts would lead to; `writing` gives
everything as plain values.
"""

from zhargy.norms.qualification.comparing import Contrast, Pairing, contrasts
from zhargy.norms.qualification.facts_file import LARGEST, FactsFileRefused, read_facts_file
from zhargy.norms.qualification.penalties import (
    Bar,
    Cap,
    Ceiling,
    Choice,
    Circumstances,
    LaidPenalty,
    Multiplied,
    Threat,
    Worth,
)
from zhargy.norms.qualification.plain_values import write_fact
from zhargy.norms.qualification.qualifying import Law, qualify
from zhargy.norms.qualification.values import (
    Answer,
    Caveat,
    Concurrence,
    ConcurrenceKind,
    Displaced,
    Excluded,
    Ground,
    Matter,
    Offence,
    OpenFact,
    OpenOffence,
    Qualification,
    Turn,
)
from zhargy.norms.qualification.writing import write_contrast, write_facts, write_qualification

__all__ = [
    "LARGEST",
    "Answer",
    "Bar",
    "Cap",
    "Caveat",
    "Ceiling",
    "Choice",
    "Circumstances",
    "Concurrence",
    "ConcurrenceKind",
    "Contrast",
    "Displaced",
    "Excluded",
    "FactsFileRefused",
    "Ground",
    "LaidPenalty",
    "Law",
    "Matter",
    "Multiplied",
    "Offence",
    "OpenFact",
    "OpenOffence",
    "Pairing",
    "Qualification",
    "Threat",
    "Turn",
    "Worth",
    "contrasts",
    "qualify",
    "read_facts_file",
    "write_contrast",
    "write_fact",
    "write_facts",
    "write_qualification",
]
