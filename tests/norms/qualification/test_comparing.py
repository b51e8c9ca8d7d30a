"""Two laws laid side by side on the same facts."""

from __future__ import annotations

from dataclasses import replace

from norms.packs_at_hand import norm
from norms.qualification.small_code import DAY, code, judged, known
from zhargy.norms.evaluation import Plan
from zhargy.norms.qualification import Contrast, Qualification, contrasts, qualify
from zhargy.norms.sanctions import Reason, Verdict

#: A chapter that punishes the same deed by a fine twice as high at most, and by restriction of liberty.
CHAPTER = norm(
    "art_4",
    "taken and machine",
    "sanction:",
    "  alternatives:",
    "    - {kind: fine, unit: mci, to: 2000}",
    "    - {kind: restriction, unit: years, to: 1}",
)


def chapter() -> Qualification:
    """What comes of a theft by machine under the chapter alone, whose norms are those of a pack of another name."""
    pack = replace(code(CHAPTER), id="chapter")
    norms = {id_: found for id_, found in pack.norms.items() if id_ == "art_4"}
    return qualify(Plan(replace(pack, norms=norms)), known(taken=True, machine=True), as_of=DAY)


def contrast(left: Qualification, right: Qualification) -> Contrast:
    (found,) = contrasts(left, right)
    return found


def test_laws_that_find_the_same_offence_are_alike() -> None:
    law = judged(known(taken=True))

    found = contrast(law, law)

    assert (found.shared, found.only_left, found.only_right, found.pairings) == (("art_1__para_1",), (), (), ())


def test_what_only_one_law_finds_is_laid_beside_what_the_other_finds() -> None:
    found = contrast(judged(known(taken=True)), chapter())

    (pairing,) = found.pairings
    assert (found.only_left, found.only_right) == (("art_1__para_1",), ("art_4",))
    assert (pairing.left, pairing.right) == ("art_1__para_1", "art_4")
    judgements = {line.kind.value: line.judgement for line in pairing.comparison.lines}
    assert (judgements["fine"].verdict, judgements["fine"].reason) == (Verdict.MILDER, Reason.UPPER)
    assert judgements["imprisonment"].reason is Reason.ONLY_ONE_HAS_IT
    assert judgements["restriction"].reason is Reason.ONLY_ONE_HAS_IT
    ceiling = pairing.comparison.ceiling
    assert (ceiling.verdict, ceiling.reason, ceiling.rule) == (Verdict.HARSHER, Reason.KIND, "art_19")


def test_an_offence_that_comes_beside_a_shared_one_is_laid_beside_that() -> None:
    alone = judged(known(taken=True))
    both = replace(
        alone,
        answers=(replace(alone.answers[0], offences=(*alone.answers[0].offences, *chapter().answers[0].offences)),),
    )

    found = contrast(alone, both)

    assert (found.shared, found.only_right) == (("art_1__para_1",), ("art_4",))
    assert [(pairing.left, pairing.right) for pairing in found.pairings] == [("art_1__para_1", "art_4")]


def test_a_law_that_finds_nothing_has_nothing_to_be_laid_beside() -> None:
    found = contrast(judged(known()), judged(known(taken=True)))

    assert (found.only_right, found.pairings) == (("art_1__para_1",), ())


def test_each_reading_of_either_law_is_laid_beside_the_other_law() -> None:
    found = contrasts(judged(known(taken=True)), judged(known(copied=True)))

    assert [each.right_choices["reading.part"] for each in found] == ["first", "any"]
    assert [len(each.pairings) for each in found] == [1, 2]


def test_a_question_that_both_laws_ask_is_read_alike_in_both() -> None:
    law = judged(known(copied=True))

    assert [(each.left_choices, each.right_choices) for each in contrasts(law, law)] == [
        ({"reading.part": choice}, {"reading.part": choice}) for choice in ("first", "any")
    ]


def test_the_harshest_term_of_the_gravest_case_is_compared() -> None:
    found = contrasts(judged(known(taken=True)), judged(known(copied=True)))

    ceiling = found[0].pairings[0].comparison.ceiling

    assert (ceiling.verdict, ceiling.reason) == (Verdict.MILDER, Reason.LIFE)
