"""References to provisions and acts: found in a text, read, and resolved.

Any text in Kazakh, Russian or English comes in, or a document with its tree. The steps, each with its own types:

1. `lexing`: the text as tokens, look-alike letters folded one for one, so that every span is a span of the text given;
2. `cues`: where a citation may begin; nothing else is read;
3. grammars (`kazakh`, `russian`, `english`, over `vocabulary` and `numbering`): tokens to segments, each a provision
   or act as its own words name it;
4. `composition`: what neighbours of a list lend each other («пунктом 2 части первой и частью пятой статьи 147»), and
   what points back («той же статьи», "thereof"): segments to citations;
5. `linking` over `resolution`, `places` and `elsewhere`: citations to references with one of four outcomes.

Reading stays with the words: a «пункт» is an item wherever it stands. Resolution asks the tree what the words mean:
the numbered part of an article in a civil code, a point of a list in a criminal code, an unnumbered paragraph counted.
"""

from zhargy.citations.acts import ActHit, Acts, NoActs
from zhargy.citations.amendments import Amendment, AmendmentNote, Change, InForce, read_amendments
from zhargy.citations.elsewhere import OtherActs
from zhargy.citations.finding import find_citations
from zhargy.citations.identity import full_name, plain_name
from zhargy.citations.linking import link

__all__ = [
    "ActHit",
    "Acts",
    "Amendment",
    "AmendmentNote",
    "Change",
    "InForce",
    "NoActs",
    "OtherActs",
    "find_citations",
    "full_name",
    "link",
    "plain_name",
    "read_amendments",
]
