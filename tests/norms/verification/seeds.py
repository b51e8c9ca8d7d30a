"""Defects planted in the sample act, each by the code that must find it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from norms.packs_at_hand import norm
from zhargy.norms.packs import Pack, read_pack
from zhargy.packs import norm_packs

_CATEGORIES: Final = """categories:
  - {category: small, guilt: intent, unit: years, to: 2, rule: art_5-2__para_1}
  - {category: grave, guilt: intent, rule: art_5-2__para_1}
kinds_rule: art_5-2__para_1
crime_only: [imprisonment]
ladder: [fine, community_service, imprisonment]
ladder_rule: art_5-2__para_1"""
_SANCTION_OF_PARA_2: Final = """    - {kind: fine, unit: mci, to: 50}
    - {kind: community_service, unit: hours, to: 120}"""
_SANCTION_OF_PARA_1: Final = """    - {kind: fine, unit: mci, to: 30}
    - {kind: community_service, unit: hours, to: 80}"""
_ROLES: Final = """choices:
  - {id: visitor, kk: келуші, ru: посетитель, en: visitor}
  - {id: resident, kk: тұрғын, ru: житель, en: resident}
  - {id: keeper, kk: күтуші, ru: хранитель, en: keeper}"""
_HEADING: Final = """kind: offence
heading: {kk: Күтушінің не тұрғынның кесуі, ru: Рубка хранителем или жителем, en: Felling by the keeper or a resident}
title: {kk: Ағаш күтушісінің кесуі"""


def _fine(most: int) -> str:
    return f"sanction: {{alternatives: [{{kind: fine, unit: mci, to: {most}}}]}}"


def _twin(article: int, deed: str) -> str:
    basic = f"art_{article}__para_1"
    return "\n".join(
        [
            norm(basic, deed, _fine(30)),
            norm(f"art_{article}__para_2", "act.group", f"basic: {basic}", _fine(60)),
            norm(f"art_{article}__para_3", "damage > 5 KZT", f"basic: {basic}", _fine(90)),
        ]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """One defect.

    Args:
        changes: Words of the act and what stands in their place.
        added: Blocks that are added.
        norm: The norm that must be told.
    """

    norm: str
    changes: tuple[tuple[str, str], ...] = ()
    added: str = ""


SEEDS: Final[dict[str, Seed]] = {
    "N401": Seed(
        norm="art_7",
        added=norm("art_7", "tree.felled and met(art_1) and not permit.held and act.group", _fine(70)),
    ),
    "N402": Seed(
        norm="art_7",
        added=norm("art_7", "tree.replanted and offender.pregnant and wood.sold", _fine(70))
        + norm("art_8", "tree.replanted and offender.pregnant and act.group", _fine(90)),
    ),
    "N403": Seed(norm="art_3__para_1", added=norm("art_7", "tree.felled and danger.to_life", kind="permission")),
    "N404": Seed(
        norm="art_5",
        changes=(('offender.role = "keeper"\nwhen:', 'offender.role = "keeper"\nwhen: offender.role = "visitor" and'),),
    ),
    "N405": Seed(
        norm="art_3__para_1", added=norm("art_7", "tree.felled", "defeats: [art_3__para_1]", kind="exception")
    ),
    "N406": Seed(
        norm="art_3__para_1",
        changes=(("any of (met(art_3__para_2__point_1), met(art_3__para_2__point_2))", "tree.felled"),),
    ),
    "N407": Seed(norm="art_1", changes=(("or tree.listed", "or tree.listed or tree.girth > 300 cm"),)),
    "N408": Seed(
        norm="art_3__para_2",
        changes=(("met(art_3__para_2__point_2))", "met(art_3__para_2__point_2), permit.held)"),),
    ),
    "N409": Seed(
        norm="art_3__para_1", added=norm("art_7", "permit.held", "defeats: [art_3__para_1]", kind="exception")
    ),
    "N410": Seed(
        norm="art_5",
        changes=(
            ("choices: [visitor, resident, keeper]", _ROLES),
            ("kind: offence\ntitle: {kk: Ағаш күтушісінің кесуі", _HEADING),
        ),
    ),
    "N411": Seed(norm="art_3__para_2", changes=((_SANCTION_OF_PARA_2, _SANCTION_OF_PARA_1),)),
    "N412": Seed(norm="art_3__para_2", changes=((_SANCTION_OF_PARA_2, "    - {kind: fine, unit: mci, to: 20}\n"),)),
    "N413": Seed(norm="art_3__para_3", changes=(("from: 100, to: 200}", "from: 100, to: 500}"),)),
    "N414": Seed(norm="art_5-1__para_2", changes=(("of: art_3, from: 2, to: 2}", "of: art_3, from: 3, to: 3}"),)),
    "N415": Seed(
        norm="art_3__para_3",
        changes=(
            ("categories: []", _CATEGORIES),
            ("from: 100, to: 200}", "from: 100, to: 200}\n    - {kind: imprisonment, unit: years, to: 9}"),
        ),
    ),
    "N416": Seed(norm="art_5", changes=(("categories: []", _CATEGORIES),)),
    "N417": Seed(
        norm="art_7",
        changes=(("categories: []", _CATEGORIES),),
        added=norm(
            "art_7",
            "wood.sold",
            "sanction:",
            "  alternatives: [{kind: community_service, unit: hours, to: 80}]",
            "  branches:",
            "    - when: act.group",
            "      alternatives: [{kind: fine, unit: mci, to: 30}, {kind: community_service, unit: hours, to: 80}]",
        ),
    ),
    "N420": Seed(
        norm="art_3__para_3",
        changes=(
            (
                "from: 100, to: 200}",
                (
                    'from: 100, to: 200}\n  branches:\n    - when: reading.doubled_part = "part_1"\n'
                    "      alternatives: [{kind: fine, unit: mci, to: 90}]"
                ),
            ),
        ),
    ),
    "N421": Seed(
        norm="art_3__para_1",
        changes=(
            (
                "hours, to: 80}",
                (
                    "hours, to: 80}\n  branches:\n    - when: permit.held\n"
                    "      alternatives: [{kind: fine, unit: mci, to: 90}]"
                ),
            ),
        ),
    ),
    "N422": Seed(norm="art_7__para_2", added=_twin(7, "tree.replanted") + _twin(8, "wood.sold")),
}


def sample(seed: Seed | None = None, *, name: str = "sample") -> Pack:
    """The sample act under a name, with a defect planted in it."""
    files = dict(norm_packs()["sample"])
    files = {file: text for file, text in files.items() if not file.startswith("cases")}
    for old, new in seed.changes if seed is not None else ():
        assert any(old in text for text in files.values()), old
        files = {file: text.replace(old, new, 1) for file, text in files.items()}
    files["more.md"] = seed.added if seed is not None else ""
    files = {file: text.replace("id: sample\n", f"id: {name}\n") for file, text in files.items()}
    return read_pack(files, name=name)
