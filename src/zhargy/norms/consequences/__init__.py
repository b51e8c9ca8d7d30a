"""Consequences of changing a law: which of many cases move, how far, and in which direction.

The steps:

1. `families`: offences that bear on each other, each family a small law of its own;
2. `drawing`, `probing`, `screening`, `sorting`: a million synthetic cases sorted by the array engine into classes that
   no norm tells apart;
3. `scales`, `weighing`: one case of each class qualified in full, and what comes of it weighed;
4. `changing`: how what comes of a case under the second law stands to what comes of it under the first;
5. `tallying`, `telling`, `differing`: how many cases move, the cases that tell most, the norms that differ.

Words that can be read in more than one way make every number a range. Cases made up by chance say nothing about how
often anything happens, and nothing here foretells what people, investigators and courts will do.
"""

from zhargy.norms.consequences.banks import Bank, read_bank
from zhargy.norms.consequences.changing import change_between
from zhargy.norms.consequences.comparing import Consequences, Known, Reform
from zhargy.norms.consequences.differing import NormDifference, Part, differences
from zhargy.norms.consequences.picture import PictureWords, picture, range_text
from zhargy.norms.consequences.scales import Scales
from zhargy.norms.consequences.tallying import how_much
from zhargy.norms.consequences.values import (
    ArticleTally,
    Cause,
    Change,
    Effort,
    Gravity,
    Most,
    Move,
    OffenceWeight,
    Origin,
    Population,
    Range,
    Tallies,
    Telling,
    Weight,
    World,
)
from zhargy.norms.consequences.weighing import tops_of, weight_of
from zhargy.norms.consequences.writing import write_consequences

__all__ = [
    "ArticleTally",
    "Bank",
    "Cause",
    "Change",
    "Consequences",
    "Effort",
    "Gravity",
    "Known",
    "Most",
    "Move",
    "NormDifference",
    "OffenceWeight",
    "Origin",
    "Part",
    "PictureWords",
    "Population",
    "Range",
    "Reform",
    "Scales",
    "Tallies",
    "Telling",
    "Weight",
    "World",
    "change_between",
    "differences",
    "how_much",
    "picture",
    "range_text",
    "read_bank",
    "tops_of",
    "weight_of",
    "write_consequences",
]
