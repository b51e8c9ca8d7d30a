"""Consequences as plain values; their schema is described in ``docs/reference/json.md``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from zhargy.norms.consequences.comparing import Consequences
from zhargy.norms.consequences.values import Most, Range, Telling, World
from zhargy.norms.consequences.weighing import CASE
from zhargy.norms.packs import Pack
from zhargy.norms.qualification import write_facts
from zhargy.norms.sanctions import Open


def write_consequences(found: Consequences) -> dict[str, Any]:
    """Return what becomes of cases; every number of cases is a range: under every reading, and under some."""
    population, tallies = found.population, found.tallies
    return {
        "laws": [_law(found.left), _law(found.right)],
        "as_of": found.as_of.isoformat(),
        "population": {
            "origin": population.origin,
            "made_up": population.is_made_up,
            "size": population.size,
            "seed": population.seed,
            "source": population.source or None,
            "sha256": population.sha256 or None,
            "undecided": population.undecided,
        },
        "differences": [
            {"pack": each.pack, "norm": each.norm, "part": each.part, "fields": list(each.fields)}
            for each in found.differences
        ],
        "moves": {move: _range(each) for move, each in tallies.moves.items()},
        "causes": [
            {"move": move, "reason": reason, "cases": _range(each)} for (move, reason), each in tallies.causes.items()
        ],
        "categories": _table(dict(tallies.gravities.items())),
        "months": _table(_numbers(tallies.months)),
        "fines": _table(_numbers(tallies.fines)),
        "multiples": _table(_numbers(tallies.multiples)),
        "articles": [
            {
                "pack": each.pack,
                "article": each.article,
                "before": _range(each.before),
                "after": _range(each.after),
                "moves": {move: _range(cases) for move, cases in each.moves.items()},
            }
            for each in tallies.articles
        ],
        "cases": [_telling(each) for each in found.tellings],
        "effort": {
            "screened": found.effort.screened,
            "qualified": found.effort.qualified,
            "distinct": found.effort.distinct,
        },
    }


def _law(packs: Sequence[Pack]) -> dict[str, Any]:
    return {"name": "+".join(pack.id for pack in packs), "packs": [pack.id for pack in packs]}


def _range(found: Range) -> dict[str, int]:
    return {"least": found.least, "most": found.most}


def _table(table: Mapping[tuple[object, object], Range]) -> list[dict[str, Any]]:
    return [{"before": before, "after": after, "cases": _range(cases)} for (before, after), cases in table.items()]


def _numbers(table: Mapping[tuple[Most | None, Most | None], Range]) -> dict[tuple[object, object], Range]:
    return {(_most(before), _most(after)): cases for (before, after), cases in table.items()}


def _most(most: Most | None) -> object:
    """Return a whole number as such, another one as a fraction in words, an open end by its name."""
    if most is None or isinstance(most, Open):
        return most
    return int(most) if Fraction(most).denominator == 1 else str(most)


def _telling(case: Telling) -> dict[str, Any]:
    return {
        "name": case.name or None,
        "title": {language.value: words for language, words in case.title.items()},
        "facts": write_facts(case.facts),
        "told": list(case.told),
        "before": _world(case.before),
        "after": _world(case.after),
        "move": case.change.move,
        "reason": case.change.reason,
        "alike": case.alike,
    }


def _world(world: World) -> dict[str, Any]:
    weight = world.weight
    return {
        "readings": {name: choice for name, choice in world.choices if not name.startswith(CASE)},
        "offences": [{"pack": each.pack, "norm": each.norm, "category": each.gravity} for each in weight.offences],
        "category": weight.gravity,
        "months": _most(weight.months),
        "fine": _most(weight.fine),
        "multiple": _most(weight.multiple),
    }
