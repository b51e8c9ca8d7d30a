"""An interview: only the questions that can still change the result, in the order of the act.

``pack -> interview -> question -> answer -> … -> outcome``. An interview is a value: each answer gives the next one, so
going back, saving and resuming need nothing of their own.
"""

from zhargy.norms.interview.asking import Aim, aims, wanted
from zhargy.norms.interview.saving import read_interview, write_interview
from zhargy.norms.interview.script import script
from zhargy.norms.interview.state import Answer, Interview, Question
from zhargy.norms.interview.telling import facts_text, interview_json

__all__ = [
    "Aim",
    "Answer",
    "Interview",
    "Question",
    "aims",
    "facts_text",
    "interview_json",
    "read_interview",
    "script",
    "wanted",
    "write_interview",
]
