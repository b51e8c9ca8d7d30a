"""What must hold of every pack: random packs of exceptions, aggravated forms and priorities."""

from __future__ import annotations

import random
from functools import cache
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from norms.packs_at_hand import DAY, norm, pack_of, truths
from zhargy.norms.evaluation import Plan, flips, unknowns
from zhargy.norms.packs import Pack
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Value

NAMES = "abcdef"
RANK = {Truth.FALSE: 0, Truth.UNKNOWN: 1, Truth.TRUE: 2}
SEEDS = st.integers(0, 39)
FACTS = st.dictionaries(st.sampled_from(NAMES), st.booleans())


def blocks(seed: int) -> list[str]:
    """Blocks of a random pack without circles: links lead to earlier norms only."""
    chance = random.Random(seed)  # noqa: S311 - a seed of a test
    made = []
    for at in range(1, 8):
        earlier = [f"art_{other}" for other in range(1, at)]
        more = []
        if earlier and chance.random() < 0.7:
            link = chance.choice(["defeats", "prevails_over"])
            more.append(f"{link}: [{chance.choice(earlier)}]")
        first, second = chance.sample(NAMES, 2)
        when = chance.choice([first, f"not {first}", f"{first} and {second}", f"{first} or not {second}"])
        made.append(norm(f"art_{at}", when, *more))
    return made


@cache
def plan(seed: int) -> Plan:
    return Plan(pack_of(*truths(NAMES), *blocks(seed)))


@settings(deadline=None)
@given(seed=SEEDS, facts=FACTS, more=FACTS)
def test_a_further_fact_never_changes_what_is_decided(
    seed: int, facts: dict[str, Value], more: dict[str, Value]
) -> None:
    before = plan(seed).evaluate(facts, as_of=DAY).norms
    after = plan(seed).evaluate({**more, **facts}, as_of=DAY).norms

    for id, found in before.items():  # noqa: A001
        for layer in ("elements", "met", "result"):
            if getattr(found, layer) is not Truth.UNKNOWN:
                assert getattr(after[id], layer) is getattr(found, layer)


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS, facts=FACTS)
def test_a_decided_result_is_that_of_every_way_to_answer_the_rest(seed: int, facts: dict[str, Value]) -> None:
    outcome = plan(seed).evaluate(facts, as_of=DAY)
    open_names = [name for name in NAMES if name not in facts]

    for id, found in outcome.norms.items():  # noqa: A001
        results = {
            plan(seed).evaluate({**facts, **dict(zip(open_names, values, strict=True))}, as_of=DAY).norms[id].result
            for values in product((False, True), repeat=len(open_names))
        }
        assert Truth.UNKNOWN not in results
        if found.result is not Truth.UNKNOWN:
            assert results == {found.result}


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS, order=st.randoms(use_true_random=False), facts=FACTS)
def test_the_order_of_norms_in_the_file_does_not_matter(
    seed: int, order: random.Random, facts: dict[str, Value]
) -> None:
    shuffled = blocks(seed)
    order.shuffle(shuffled)

    other = Plan(pack_of(*shuffled, *truths(NAMES))).evaluate(facts, as_of=DAY)

    mine = plan(seed).evaluate(facts, as_of=DAY)
    assert list(other.norms) == list(mine.norms)
    assert [found.standing for found in other.norms.values()] == [found.standing for found in mine.norms.values()]


def defeated(depth: int) -> Pack:
    storeys = [norm(f"art_{at}", f"x{at}", f"defeats: [art_{at - 1}]", kind="exception") for at in range(2, depth + 1)]
    return pack_of(*truths([f"x{at}" for at in range(1, depth + 1)]), norm("art_1", "x1"), *storeys)


@settings(deadline=None)
@given(
    depth=st.integers(2, 6),
    storey=st.integers(2, 6),
    facts=st.dictionaries(st.sampled_from([f"x{at}" for at in range(1, 7)]), st.booleans()),
)
def test_a_fact_that_defeats_never_makes_a_norm_apply_more(depth: int, storey: int, facts: dict[str, Value]) -> None:
    storey = min(storey, depth)
    told = {name: value for name, value in facts.items() if int(name[1:]) <= depth and name != f"x{storey}"}
    tower = Plan(defeated(depth))

    results = [
        tower.evaluate(given, as_of=DAY).norms[f"art_{storey - 1}"].result
        for given in ({**told, f"x{storey}": False}, told, {**told, f"x{storey}": True})
    ]

    ranks = [RANK[result] for result in results]
    assert ranks == sorted(ranks, reverse=True)


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS, facts=FACTS)
def test_every_flip_told_flips_and_is_smallest(seed: int, facts: dict[str, Value]) -> None:
    outcome = plan(seed).evaluate(facts, as_of=DAY)

    for flip in flips(plan(seed), outcome, norm="art_1"):
        changed = {change.fact: change.after for change in flip.changes}
        after = plan(seed).evaluate({**facts, **changed}, as_of=DAY).norms["art_1"].result
        assert after is flip.result is not outcome.norms["art_1"].result
        for name, value in changed.items() if len(changed) > 1 else ():
            alone = plan(seed).evaluate({**facts, name: value}, as_of=DAY).norms["art_1"].result
            assert alone is outcome.norms["art_1"].result


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS, facts=FACTS)
def test_a_fact_not_named_as_unknown_changes_no_consequence(seed: int, facts: dict[str, Value]) -> None:
    outcome = plan(seed).evaluate(facts, as_of=DAY)
    told = {found.fact for found in unknowns(plan(seed), outcome)}

    for name in NAMES:
        if name not in facts and name not in told:
            for value in (False, True):
                after = plan(seed).evaluate({**facts, name: value}, as_of=DAY)
                assert [each.result for each in after.norms.values()] == [
                    each.result for each in outcome.norms.values()
                ]
