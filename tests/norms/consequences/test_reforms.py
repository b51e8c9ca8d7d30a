"""Cases under two laws: small codes whose every figure can be worked out by hand, and the laws that ship."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction

import pytest

from norms.packs_at_hand import fact, head, norm, pack_of, reading, yes
from zhargy.app.comparing import common_day, compared_bank, compared_examples, compared_synthetic
from zhargy.app.norms import pack, pack_files
from zhargy.errors import UnreadableInput, UsageError
from zhargy.norms.consequences import (
    Consequences,
    Gravity,
    Known,
    Move,
    NormDifference,
    Origin,
    Part,
    Range,
    Reform,
    Scales,
    differences,
)
from zhargy.norms.consequences.drawing import drawn
from zhargy.norms.consequences.families import families_of, offences_of
from zhargy.norms.consequences.screening import rows_of
from zhargy.norms.consequences.sorting import Sorting
from zhargy.norms.packs import Pack, read_pack
from zhargy.norms.vocabulary import Vocabulary

DAY = dt.date(2026, 1, 1)
FACTS = (fact("taken"), fact("large"), fact("copied"))
PRISON = "sanction: {{alternatives: [{{kind: imprisonment, unit: years, to: {}}}]}}"
THEFT = norm("art_1__para_1", "taken", PRISON.format(2))
LARGE = norm("art_1__para_2", "large", "basic: art_1__para_1", PRISON.format(7))
GENERAL = """```yaml general_part
limits: []
categories:
  - {category: small, guilt: intent, unit: years, to: 2, rule: art_11}
  - {category: medium, guilt: intent, unit: years, to: 5, rule: art_11}
  - {category: grave, guilt: intent, rule: art_11}
  - {category: grave, guilt: negligence, rule: art_11}
ladder: [fine, imprisonment]
ladder_rule: art_19
```
"""


def law(*blocks: str, id: str = "trial") -> Pack:  # noqa: A002
    return pack_of(*FACTS, *blocks, GENERAL, top=head(id=id))


OLD = law(THEFT, LARGE)


def told(left: Pack, right: Pack, *cases: Sequence[str]) -> Consequences:
    """What becomes of cases in which these facts are true and all others false."""
    denied = dict.fromkeys(("taken", "large", "copied"), False)
    known = [Known(facts={**denied, **yes(*names)}) for names in cases]
    return Reform([left], [right], as_of=DAY).told(known, origin=Origin.EXAMPLES, advance=lambda _: None)


def moves(found: Consequences) -> dict[Move, int]:
    return {move: cases.most for move, cases in found.tallies.moves.items() if cases.most}


def test_a_new_offence_makes_its_cases_punishable_and_leaves_the_others() -> None:
    new = law(THEFT, LARGE, norm("art_2", "copied", PRISON.format(3)))

    found = told(OLD, new, ["copied"], ["taken"], ["taken", "copied"], [])

    assert moves(found) == {Move.PUNISHED: 1, Move.EQUAL: 2, Move.HEAVIER: 1}
    assert found.tallies.gravities[Gravity.NONE, Gravity.MEDIUM] == Range(least=1, most=1)
    assert found.tallies.months[Fraction(24), Fraction(36)] == Range(least=1, most=1)
    assert found.differences == (NormDifference(pack="trial", norm="art_2", part=Part.ADDED),)


def test_a_lower_bound_moves_only_those_it_binds_and_names_the_norm() -> None:
    new = law(THEFT, norm("art_1__para_2", "large", "basic: art_1__para_1", PRISON.format(4)))

    found = told(OLD, new, ["taken", "large"], ["taken", "large"], ["taken"])

    assert moves(found) == {Move.MILDER: 2, Move.EQUAL: 1}
    assert found.tallies.gravities[Gravity.GRAVE, Gravity.MEDIUM] == Range(least=2, most=2)
    assert [(each.norm, each.part, each.fields) for each in found.differences] == [
        ("art_1__para_2", Part.CHANGED, ("sanction",))
    ]
    (case,) = found.tellings
    assert (case.alike, case.before.weight.months, case.after.weight.months) == (2, Fraction(84), Fraction(48))
    assert case.told == ("taken", "large")


def test_an_offence_taken_away_frees_its_cases() -> None:
    found = told(OLD, law(norm("art_9", "copied", PRISON.format(1))), ["taken"])

    assert moves(found) == {Move.FREED: 1}
    assert {each.part for each in found.differences} == {Part.ADDED, Part.REMOVED}


def test_open_words_make_a_range() -> None:
    open_words = norm("art_2", 'copied and reading.wide = "yes"', PRISON.format(3))
    new = law(THEFT, LARGE, open_words, reading("reading.wide", "[art_2]", ["yes", "no"]))

    found = told(OLD, new, ["copied"], ["copied"], ["taken"])

    assert found.tallies.moves[Move.PUNISHED] == Range(least=0, most=2)
    assert found.tallies.moves[Move.EQUAL] == Range(least=1, most=3)
    assert dict(found.tellings[0].after.choices) == {"reading.wide": "yes"}


def test_two_laws_that_read_one_question_alike_do_not_move() -> None:
    open_words = norm("art_2", 'copied and reading.wide = "yes"', PRISON.format(3))
    same = law(open_words, reading("reading.wide", "[art_2]", ["yes", "no"]))

    found = told(same, same, ["copied"])

    assert found.tallies.moves[Move.EQUAL] == Range(least=1, most=1)


def test_missing_facts_are_counted_and_not_guessed() -> None:
    reform = Reform([OLD], [OLD], as_of=DAY)

    found = reform.told([Known(facts={"large": True})], origin=Origin.EXAMPLES, advance=lambda _: None)

    assert found.population.undecided == 1
    assert found.tallies.gravities == {(Gravity.NONE, Gravity.NONE): Range(least=1, most=1)}


def test_offences_that_bear_on_each_other_are_one_family() -> None:
    code = law(THEFT, LARGE, norm("art_2", "copied", PRISON.format(3)))

    assert [list(offences_of(family)) for family in families_of(code)] == [
        ["art_1__para_1", "art_1__para_2"],
        ["art_2"],
    ]


@pytest.mark.slow
def test_a_class_of_cases_weighs_what_each_of_its_cases_weighs() -> None:
    """The array engine sorts 3,000 cases; 40 of them, none of which stood for its class, are qualified one by one."""
    laws = [pack("kz-criminal-special")], [pack("kz-criminal-special"), pack("kz-ai-offences")]
    day = common_day([*laws[0], *laws[1]])
    scales = Scales(*laws, as_of=day)
    columns = drawn(scales.packs, size=3000, seed=11)
    facts = {name: each for law in scales.packs for name, each in law.vocabulary.facts.items()}
    rows = range(3000 - 40, 3000)

    sorted_keys = Sorting(scales, size=3000, seed=11, chunk=3000, as_of=day).keys(columns)
    singly = [scales.key(case) for case in rows_of(columns, rows, vocabulary=Vocabulary(facts=facts))]

    assert [tuple(sorted_keys[row].tolist()) for row in rows] == singly
    assert len(set(singly)) > 10


@pytest.mark.slow
def test_the_same_seed_gives_the_same_answer_and_labels_it_as_made_up() -> None:
    first, second = (compared_synthetic([OLD], [law(THEFT)], size=500, seed=seed, as_of=DAY) for seed in (3, 3))

    assert first.tallies == second.tallies
    assert first.population.is_made_up
    assert first.population.seed == 3
    assert 0 < first.effort.qualified < 20
    assert first.tallies.moves[Move.MILDER].most > 0


def test_an_edited_copy_of_a_pack_that_ships_is_laid_beside_it() -> None:
    files = {name: text.replace("id: sample\n", "id: my-sample\n", 1) for name, text in pack_files("sample").items()}
    text = files["act.md"]
    at = text.index("to: 50")
    copy = read_pack({**files, "act.md": f"{text[:at]}to: 60{text[at + 6 :]}"})

    found = compared_examples([pack("sample")], [copy])

    assert [each.fields for each in found.differences if each.part is Part.CHANGED] == [("sanction",)]
    assert found.tallies.moves[Move.HEAVIER].most > 0
    assert found.tallies.moves[Move.EQUAL].most > 0


def test_a_bank_carries_its_source_and_its_hash() -> None:
    lines = b'{"bank": {"source": "a town court, 2025"}}\n{"name": "one", "facts": {"taken": true}}\n'

    found = compared_bank([OLD], [law(LARGE, THEFT)], lines, name="bank.jsonl")

    assert found.population.source == "a town court, 2025"
    assert len(found.population.sha256) == 64
    assert (found.population.size, found.population.is_made_up) == (1, False)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (b"", "N472"),
        (b'{"facts": {}}\n', "N472"),
        (b'{"bank": {"source": " "}}\n', "N472"),
        (b'{"bank": {"source": "made up"}}\nnonsense\n', "N471"),
        (b'{"bank": {"source": "made up"}}\n[1]\n', "N471"),
        (b'{"bank": {"source": "made up"}}\n{"name": "one"}\n', "N471"),
        (b'{"bank": {"source": "made up"}}\n', "N473"),
        (b'{"bank": {"source": "made up"}}\n{"facts": {"takn": true}}\n', "N301"),
    ],
)
def test_a_bank_that_cannot_be_used_is_refused(lines: bytes, code: str) -> None:
    with pytest.raises((UnreadableInput, UsageError)) as refused:
        compared_bank([OLD], [OLD], lines, name="bank.jsonl")

    assert refused.value.code == code


def test_laws_are_read_from_the_last_change_of_either_on() -> None:
    later = law(norm("art_2", "copied", PRISON.format(1), "valid: 2025-10-05/.."))

    assert common_day([OLD, later]) == dt.date(2025, 10, 5)


def test_laws_that_are_one_have_no_differences() -> None:
    assert differences([OLD], [law(THEFT, LARGE)]) == ()
