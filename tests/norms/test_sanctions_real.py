"""Every number of real sanctions is claimed by their encoding, and no other number is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from kazakh_sanctions import HERE, IN_FORCE, PROPOSED
from zhargy.norms.sanctions import Measure, Open, Sanction, Unit, penalties_of, read_sanction, write_sanction
from zhargy.text.amounts import Amount, MciAmount, Multiple, Period, find_amounts
from zhargy.text.languages import Language

Claim = tuple[str, Decimal | None, Decimal | None]
_SHORTHAND = {Unit.TIMES_VALUE: "times", Unit.TIMES_SANCTION: "times"}

SIGNS = {
    "fine": "айыппұл",
    "corrective_work": "мөлшерде түзе",
    "community_service": "қоғамдық жұмыс",
    "arrest": "қамаққа",
    "restriction": "бостандығын шектеу",
    "imprisonment": "бостандығынан айыр",
    "deprivation_of_office": "лауазымдарды атқару",
    "deprivation_of_citizenship": "азаматтығынан айыр",
    "confiscation": "тәркілен",
    "compensation": "толықтай өтеу",
    "referred": "көрсетілген жазадан",
}


@pytest.fixture(scope="module")
def proposed(test_data: Path) -> dict[str, str]:
    text = (test_data / "source-article" / "article.kk.txt").read_text(encoding="utf-8")
    chapter = text[text.index("Тарау. Жас") : text.index("Алаяқтық үшін жасанды")]
    return parts_of(chapter, heading=r"^\s*(\d+)-бап\.")


@pytest.fixture(scope="module")
def in_force(test_data: Path) -> dict[str, str]:
    file = test_data / "kz-legislation" / "criminal-code-226-V" / "kk" / "special-part-selected.kk.md"
    lines = file.read_text(encoding="utf-8").replace("\\", "").splitlines()
    text = "\n".join(line for line in lines if not re.match(r"\s*>|\s*Ескерту|\s*\*", line))
    return parts_of(text, heading=r"^### (\d+)-бап\.")


def parts_of(text: str, *, heading: str) -> dict[str, str]:
    """Cut a text into the parts of its articles; an article without numbered parts is one."""
    found: dict[str, str] = {}
    pieces = re.split(heading, text, flags=re.MULTILINE)
    for article, body in zip(pieces[1::2], pieces[2::2], strict=True):
        numbered = re.split(r"^\s*(\d)\.\s", body, flags=re.MULTILINE)
        found |= {f"{article}.{part}": words for part, words in zip(numbered[1::2], numbered[2::2], strict=True)}
        if len(numbered) == 1:
            found[article] = body
    return found


def claims(sanction: Sanction) -> Iterator[Claim]:
    """The numbers an encoding says the text has; taken measures («same») and terms for life are no numbers."""
    for part in sanction.parts:
        for penalty in penalties_of(part):
            if has_numbers(penalty.measure):
                unit = _SHORTHAND.get(penalty.measure.unit, penalty.measure.unit.value)
                yield unit, number(penalty.measure.lower), number(penalty.measure.upper)


def has_numbers(measure: Measure) -> bool:
    return any(isinstance(bound, Decimal) for bound in (measure.lower, measure.upper))


def number(bound: Decimal | Open) -> Decimal | None:
    return bound if isinstance(bound, Decimal) else None


def written(text: str) -> Iterator[Claim]:
    """The numbers that the words have."""
    for found in find_amounts(" ".join(text.split()), Language.KK):
        ends = [plain(end) for end in (found.range.lower, found.range.upper)]
        units = {unit for unit, value in ends if value is not None}
        assert len(units) == 1
        yield units.pop(), ends[0][1], ends[1][1]


def plain(end: Amount | None) -> tuple[str, Decimal | None]:
    match end:
        case None:
            return "", None
        case MciAmount(count=count):
            return "mci", Decimal(count)
        case Period(value=value, unit=unit):
            return unit.value, Decimal(value)
        case Multiple(times=times):
            return "times", Decimal(times)
        case _:
            raise AssertionError(end)


@pytest.mark.real_data
@pytest.mark.parametrize("part", PROPOSED)
def test_the_proposed_chapter_is_encoded_to_the_last_number(part: str, proposed: dict[str, str]) -> None:
    sanction = read_sanction(PROPOSED[part], place=HERE)

    found = Counter(written(proposed[part]))

    assert Counter(claims(sanction)) == found


@pytest.mark.real_data
@pytest.mark.parametrize("part", IN_FORCE)
def test_the_law_in_force_is_encoded_to_the_last_number(part: str, in_force: dict[str, str]) -> None:
    sanction = read_sanction(IN_FORCE[part], place=HERE)

    found = Counter(written(in_force[part]))

    assert Counter(claims(sanction)) == found


@pytest.mark.real_data
@pytest.mark.parametrize("part", [*PROPOSED, *IN_FORCE])
def test_every_kind_of_penalty_the_words_name_is_encoded(
    part: str, proposed: dict[str, str], in_force: dict[str, str]
) -> None:
    sanction = read_sanction((PROPOSED | IN_FORCE)[part], place=HERE)
    words = " ".join((proposed | in_force)[part].replace("i", "і").split())

    penalties = [penalty for piece in sanction.parts for penalty in penalties_of(piece)]

    assert {penalty.kind.value for penalty in penalties} == {kind for kind, sign in SIGNS.items() if sign in words}
    same = [penalty for penalty in penalties if penalty.measure.unit is Unit.SAME]
    assert len(same) == words.count("сол мөлшерде") + words.count("сол мерзім")
    for_life = [penalty for penalty in penalties if penalty.measure.upper is Open.LIFE]
    assert len(for_life) == words.count("өмір бойына")


@pytest.mark.real_data
def test_no_part_of_the_two_texts_is_left_out(proposed: dict[str, str], in_force: dict[str, str]) -> None:
    assert proposed.keys() == PROPOSED.keys()
    assert in_force.keys() == IN_FORCE.keys()


@pytest.mark.real_data
@pytest.mark.parametrize("part", PROPOSED)
def test_a_shifted_bound_does_not_pass_for_the_text(part: str, proposed: dict[str, str]) -> None:
    found = Counter(written(proposed[part]))
    sanction = read_sanction(shifted(PROPOSED[part]), place=HERE)

    assert Counter(claims(sanction)) != found


def shifted(raw: object) -> object:
    """The same plain values with every upper number one higher."""
    if isinstance(raw, dict):
        return {
            key: value + 1 if key == "to" and isinstance(value, int) else shifted(value) for key, value in raw.items()
        }
    return [shifted(item) for item in raw] if isinstance(raw, list) else raw


@pytest.mark.parametrize("plain_values", [*PROPOSED.values(), *IN_FORCE.values()])
def test_a_sanction_is_written_as_it_was_read(plain_values: dict[str, object]) -> None:
    sanction = read_sanction(plain_values, place=HERE)

    assert write_sanction(sanction) == plain_values
