"""Cases of the SARA data set answered by a norm pack: ``facts in Prolog -> events -> lists -> norms -> answer``.

Source:
    N. Holzenberger, A. Blair-Stanek, B. Van Durme, A Dataset for Statutory Reasoning in Tax Law Entailment and Question
    Answering (2020): nine sections of the Internal Revenue Code, simplified by them, and 376 cases.
"""

from pathlib import Path

from sara.cases import Case
from zhargy.norms.packs import Pack, read_pack

__all__ = ["Case", "read_sara_pack"]


def read_sara_pack() -> Pack:
    """Return the nine sections as a checked norm pack."""
    folder = Path(__file__).parent / "pack"
    return read_pack({path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))}, name="sara")
