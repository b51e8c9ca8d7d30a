"""A defect planted in the sample act is found; where there is none, nothing is."""

from __future__ import annotations

import pytest

from norms.verification.seeds import SEEDS, Seed, sample
from zhargy.norms.verification import Severity, VerificationFinding, verify

#: What the sample act shows on purpose: its words do not say which part of article 3 is doubled.
OPEN = ("N419", "art_5-1__para_2")


def told(found: tuple[VerificationFinding, ...]) -> set[tuple[str, str]]:
    return {(each.code, each.norms[0].norm) for each in found}


def test_the_sample_act_has_nothing_amiss_but_the_question_it_leaves_open() -> None:
    assert told(verify(sample())) == {OPEN}


@pytest.mark.parametrize("code", SEEDS)
def test_a_planted_defect_is_found_at_its_norm(code: str) -> None:
    found = verify(sample(SEEDS[code]))

    assert code in {each.code for each in found}
    assert SEEDS[code].norm in {side.norm for each in found if each.code == code for side in each.norms}


# What must come along: a norm that can never be met cannot be an aggravated or displaced one as well.
@pytest.mark.parametrize("code", sorted(SEEDS))
def test_a_planted_defect_brings_no_crowd_of_other_findings(code: str) -> None:
    found = verify(sample(SEEDS[code]))

    assert len(told(found) - {OPEN}) <= 4
    assert "N428" not in {each.code for each in found}


def test_a_proposal_milder_than_the_law_it_displaces_is_found_beside_that_law() -> None:
    milder = (("{kind: fine, unit: mci, to: 30}", "{kind: fine, unit: mci, to: 20}"),)
    proposal = sample(Seed(norm="art_3__para_1", changes=milder), name="proposal")

    found = [each for each in verify(proposal, beside=(sample(),)) if each.code == "N418"]

    assert [(each.norms[0].pack, each.norms[0].norm, each.norms[1].pack) for each in found] == [
        ("proposal", "art_3__para_1", "sample")
    ]
    assert found[0].severity is Severity.ERROR
