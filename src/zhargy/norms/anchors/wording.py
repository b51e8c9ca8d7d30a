"""How the laws of Kazakhstan name penalties: each kind, «the same amount», «for life», «or without».

The tables know the words of sanctions, not those of any one act. Words are matched in a regular text: small letters of
one alphabet, single spaces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from zhargy.norms.sanctions import PenaltyKind
from zhargy.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltyWords:
    """What a sanction is said with in one language.

    Args:
        kinds: Words of each kind of penalty.
        same: A measure taken from another penalty.
        life: A term that lasts as long as the person.
        without: What makes a penalty beside the main one «with or without».
        measure_comes_first: Whether a measure stands before the kind it belongs to.
    """

    kinds: Mapping[PenaltyKind, re.Pattern[str]]
    same: re.Pattern[str]
    life: re.Pattern[str]
    without: re.Pattern[str]
    measure_comes_first: bool


def _patterns(**words: str) -> Mapping[PenaltyKind, re.Pattern[str]]:
    return {PenaltyKind(kind): re.compile(pattern) for kind, pattern in words.items()}


_OFFICE_KK: Final = r"құқығынан\b(?:(?!құқығынан)[^.;]){0,80}?айыр"

WORDS: Final[Mapping[Language, PenaltyWords]] = {
    Language.KK: PenaltyWords(
        kinds=_patterns(
            fine=r"айыппұл(?!д)",
            corrective_work=r"түзе(?:у|ту) жұмыс",
            community_service=r"қоғамдық жұмыс",
            arrest=r"қамаққа",
            restriction=r"бостандығын шектеу",
            imprisonment=r"бостандығынан айыр",
            deprivation_of_office=_OFFICE_KK,
            deprivation_of_citizenship=r"азаматтығынан айыр",
            deprivation_of_rank=r"(?:атағынан|шенінен|атақтан)[^.;]{0,60}?айыр",
            confiscation=r"тәркілен|тәркілеу",
            compensation=r"өтеуге|толықтай өтеу",
            deportation=r"шегінен (?:тыс|тысқары) жерге шығар",
            referred=r"көрсетілген жазадан|көзделген жазадан",
        ),
        same=re.compile(r"сол (?:мөлшерде|мерзімге)"),
        life=re.compile(r"өмір бойы"),
        without=re.compile(r"немесе онсыз"),
        measure_comes_first=True,
    ),
    Language.RU: PenaltyWords(
        kinds=_patterns(
            fine=r"штраф",
            corrective_work=r"исправительн\w+ работ",
            community_service=r"общественн\w+ работ",
            arrest=r"арест",
            restriction=r"ограничени\w+ свободы",
            imprisonment=r"лишени\w+ свободы",
            deprivation_of_office=r"лишени\w+ права",
            deprivation_of_citizenship=r"лишени\w+ гражданства",
            deprivation_of_rank=r"лишени\w+ (?:специального|воинского|почетного|классного)",
            confiscation=r"конфискаци",
            compensation=r"возмещени",
            deportation=r"выдворени",
            referred=r"наказани\w+, предусмотренн\w+ стать",
        ),
        same=re.compile(r"(?:том|тот) же (?:размере|срок)"),
        life=re.compile(r"пожизненн"),
        without=re.compile(r"или без таково"),
        measure_comes_first=False,
    ),
    Language.EN: PenaltyWords(
        kinds=_patterns(
            fine=r"\bfine\b",
            corrective_work=r"corrective work",
            community_service=r"community service",
            arrest=r"\barrest\b",
            restriction=r"restriction of liberty",
            imprisonment=r"imprisonment|deprivation of liberty",
            deprivation_of_office=r"deprivation of the right to hold",
            deprivation_of_citizenship=r"deprivation of citizenship",
            deprivation_of_rank=r"deprivation of (?:a |the )?rank",
            confiscation=r"confiscation",
            compensation=r"compensation",
            deportation=r"deportation",
            referred=r"penalty (?:provided|laid down) (?:for|by|in)",
        ),
        same=re.compile(r"the same (?:amount|term)"),
        life=re.compile(r"for life"),
        without=re.compile(r"or without"),
        measure_comes_first=False,
    ),
}
"""The words of each language.

Source:
    Sanctions of the Special Part of the Criminal Code of Kazakhstan (3 July 2014, No. 226-V) in Kazakh and Russian.
"""
