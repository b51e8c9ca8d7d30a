"""The drawing of a proof: every step there, inside the frame, told to the eye without colour and to the ear as text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from lxml import etree

from norms.packs_at_hand import DAY, norm, pack_of, truths
from zhargy.app.norms import pack
from zhargy.messages.law import LawWords
from zhargy.norms.evaluation import Explanation, Plan, explain, supply
from zhargy.norms.exports import svg
from zhargy.norms.exports.drawing import MARKS, Line, outline, place, wrap
from zhargy.norms.packs import Case
from zhargy.text import Language

NAMES = {"s": "http://www.w3.org/2000/svg"}


def words(name: str, language: Language) -> LawWords:
    found = pack(name)
    return LawWords(language=language, packs=(found,), vocabulary=found.vocabulary)


def example(name: str, case: str) -> Case:
    return next(each for each in pack(name).cases if each.name == case)


def proof(name: str, case: str, norm: str) -> Explanation:
    found = example(name, case)
    outcome = Plan(pack(name)).evaluate(supply(pack(name), found.facts), as_of=found.day)
    return explain(outcome, norm)


def lines(line: Line) -> list[str]:
    return [f"{'  ' * depth}{MARKS[each.truth]} {each.text}" for depth, each in line.walk()]


def test_a_proof_is_told_step_by_step_with_what_was_given() -> None:
    told = lines(outline(proof("sample", "danger-to-life", "art_3__para_1"), words("sample", Language.EN)))

    # Worked out by hand from the fictional act: a rare tree was felled without a permit to save a life.
    assert told == [
        "✗ Art. 3(1) Illegal felling of a rare tree",
        "  ✓ Art. 2 Age of responsibility: its conditions are met",
        "    ✓ Time from “Date of birth” to “Day of the act”: at least 16 years (here: 35 years)",
        "  ✓ All of these:",
        "    ✓ A tree was felled: yes",
        "    ✓ Art. 1 Rare tree: its conditions are met",
        "      ✓ At least one of these:",
        "        ✓ Girth of the trunk: more than 200 cm (here: 250 cm)",
        "        ✗ Listed species: yes",
        "    ✓ There was a permit: no",
        "  ✓ Exception: Art. 4(1) Danger to life",
        "    ✓ Danger to life: yes",
        "    ✗ Exception: Art. 4(2) Danger caused on purpose",
        "      ✗ Danger was provoked: yes",
        "      ✗ Exception: Art. 4(3) Minor",
        "        ✗ Time from “Date of birth” to “Day of the act”: less than 18 years (here: 35 years)",
        *told[16:],
    ]
    assert [line.split(":")[0].strip() for line in told[16:] if line.startswith("  ") and line[2] != " "] == [
        "✗ Gives way to",
        "✗ Gives way to",
        "✗ Gives way to",
    ]


def test_a_norm_is_explained_once() -> None:
    told = lines(outline(proof("sample", "danger-to-life", "art_3__para_1"), words("sample", Language.RU)))

    assert sum("Обхват ствола" in line for line in told) == 1
    assert sum("ст. 1 Редкое дерево: условия выполнены (см. выше)" in line for line in told) >= 1


def test_a_norm_that_is_no_law_yet_says_so() -> None:
    told = lines(outline(proof("sample", "day-before-the-act-came-into-force", "art_1"), words("sample", Language.EN)))

    assert told == ["✗ Art. 1 Rare tree", "  ✗ In force on that day: Art. 1 Rare tree"]


@pytest.mark.parametrize("language", list(Language))
def test_the_drawing_tells_truth_by_sign_stroke_and_colour_and_as_text(language: Language) -> None:
    told = words("sample", language)
    explained = proof("sample", "danger-unknown", "art_3__para_1")

    root = etree.fromstring(svg(explained, words=told).encode())

    marks = [each.text for each in root.iterfind(".//s:g/s:text[@font-weight='700']", NAMES)]
    dashes = [each.get("stroke-dasharray") for each in root.iterfind(".//s:g/s:rect", NAMES)]
    expected = [MARKS[each.truth] for _, each in outline(explained, told).walk()]
    assert marks == expected
    assert set(marks) == set(MARKS.values())
    assert {(mark, dash) for mark, dash in zip(marks, dashes, strict=True)} == {("✓", None), ("✗", "7 4"), ("?", "2 3")}
    title, desc = root.find("s:title", NAMES), root.find("s:desc", NAMES)
    assert title is not None
    assert desc is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert (root.get("role"), root.get("lang")) == ("img", language)
    assert (desc.text or "").splitlines()[1:] == lines(outline(explained, told))


def test_boxes_lie_below_each_other_inside_the_drawing() -> None:
    case = pack("kz-ai-offences").cases[0]
    explained = proof("kz-ai-offences", case.name, "art_4")

    boxes = place(outline(explained, words("kz-ai-offences", Language.KK)))

    assert len(boxes) > 20
    assert all(above.y + above.height < below.y for above, below in pairwise(boxes))
    assert all(box.x + box.width == 884 and box.width >= 160 for box in boxes)  # a frame of 900 with a margin of 16
    assert all(boxes[box.parent].x < box.x or box.parent == at for at, box in enumerate(boxes))


@pytest.mark.parametrize("width", [80, 200, 500])
def test_words_are_wrapped_without_loss(width: int) -> None:
    text = "Қандай құрал арқылы: мыналардың кемінде біреуі – «Интернет», «Әлеуметтік желі», «Онлайн-платформа»"

    rows = wrap(text, width=width)

    assert " ".join(rows) == text
    assert len(rows) > 1


def test_the_words_of_a_pack_are_words_and_no_marks() -> None:
    title = "title: {kk: Бірі, ru: Один, en: '<b>&'}"
    found = pack_of(*truths(["a"]), norm("art_1", "a").replace("title: {kk: Норма, ru: Норма, en: Norm}", title))
    outcome = Plan(found).evaluate({"a": True}, as_of=DAY)
    said = LawWords(language=Language.EN, packs=(found,), vocabulary=found.vocabulary)

    text = svg(explain(outcome, "art_1"), words=said)

    assert "<b>" not in text
    assert (
        "".join(map(str, etree.fromstring(text.encode()).itertext())).count("Art. 1 <b>&") == 3
    )  # title, text, drawing


def test_the_same_proof_gives_the_same_drawing() -> None:
    told = words("sample", Language.KK)

    first, second = (svg(proof("sample", "one-rare-tree", "art_1"), words=told) for _ in range(2))

    assert first == second
