"""Every norm of the packs that ship with the program is anchored in the text of its act, every number is claimed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest

from zhargy.app.anchoring import covered, given_texts, own_text
from zhargy.app.norms import pack, pack_files, pack_names
from zhargy.model import Document
from zhargy.norms.anchors import AnchorStatus, Coverage, check
from zhargy.norms.packs import Pack
from zhargy.norms.sanctions import Sanction, penalties_of, read_sanction, write_sanction
from zhargy.text import Language

_CODE: Final = Path("kz-legislation", "criminal-code-226-V")
#: The texts of each pack, below the folder of real texts; a made-up act has its text in the pack.
TEXTS: Final[Mapping[str, tuple[Path, ...]]] = {
    "kz-ai-offences": (Path("source-article", "article.kk.txt"),),
    "kz-criminal-general": (_CODE / "ru" / "general-part-selected.ru.md",),
    "kz-criminal-special": (
        _CODE / "kk" / "special-part-selected.kk.md",
        _CODE / "ru" / "special-part-selected.ru.md",
    ),
    "sample": (),
}
#: Norms of the General Part whose words the data does not have: Articles 3 and 15(2) are there as facts, the list of
#: Article 54(1) is left out there.
WITHOUT_TEXT: Final = {"kz-criminal-general": 9}


def texts_of(name: str, folder: Path) -> Mapping[Language, Document]:
    if not TEXTS[name]:
        return own_text(pack(name), pack_files(name))
    return given_texts((path.name, (folder / path).read_bytes()) for path in TEXTS[name])


@pytest.fixture(scope="module")
def texts(test_data: Path) -> Mapping[str, Mapping[Language, Document]]:
    return {name: texts_of(name, test_data) for name in TEXTS}


def test_every_pack_that_ships_has_its_texts_named() -> None:
    assert set(TEXTS) == set(pack_names())


@pytest.mark.real_data
@pytest.mark.parametrize("name", TEXTS)
def test_every_norm_is_anchored_and_no_number_of_a_sanction_is_left(
    name: str, texts: Mapping[str, Mapping[Language, Document]]
) -> None:
    found: Coverage = covered(pack(name), texts[name])

    assert [(finding.code, finding.norm, dict(finding.params)) for finding in found.findings] == []
    assert (found.unclaimed, found.unread) == (0, ())
    assert found.count(AnchorStatus.WITHOUT_TEXT) == WITHOUT_TEXT.get(name, 0)
    assert found.count(AnchorStatus.ANCHORED) == len(found.norms) - WITHOUT_TEXT.get(name, 0)


@pytest.mark.real_data
@pytest.mark.parametrize("name", ["kz-ai-offences", "kz-criminal-special", "sample"])
def test_a_bound_shifted_by_one_is_noticed_in_every_sanction(
    name: str, texts: Mapping[str, Mapping[Language, Document]]
) -> None:
    chosen = pack(name)
    bounded = [norm for norm in chosen.own_norms.values() if norm.sanction is not None and has_numbers(norm.sanction)]
    assert len(bounded) >= 5

    for norm in bounded:
        found = check(shifted(chosen, norm.id), texts[name])

        assert "N434" in {finding.code for finding in found if finding.norm == norm.id}, norm.id


@pytest.mark.real_data
@pytest.mark.parametrize("name", ["kz-ai-offences", "kz-criminal-special", "sample"])
def test_a_part_left_out_is_noticed(name: str, texts: Mapping[str, Mapping[Language, Document]]) -> None:
    chosen = pack(name)
    parts = [norm.id for norm in chosen.own_norms.values() if norm.sanction is not None and "__para_2" in norm.id]

    for part in parts:
        kept = {id_: norm for id_, norm in chosen.norms.items() if not id_.startswith(part)}

        found = check(replace(chosen, norms=kept), texts[name])

        assert ("N442", part) in {(finding.code, finding.norm) for finding in found}


def has_numbers(sanction: Sanction) -> bool:
    penalties = (penalty for part in sanction.parts for penalty in penalties_of(part))
    return any(isinstance(penalty.measure.upper, Decimal) for penalty in penalties)


def shifted(chosen: Pack, norm: str) -> Pack:
    """The pack with every greatest number of one sanction one higher."""
    told = chosen.norms[norm].sanction
    assert told is not None
    wrong = read_sanction(raised(write_sanction(told)), place=chosen.norms[norm].place)
    return replace(chosen, norms={**chosen.norms, norm: replace(chosen.norms[norm], sanction=wrong)})


def raised(plain: object) -> object:
    if isinstance(plain, dict):
        return {key: raised_end(key, value) for key, value in plain.items()}
    return [raised(each) for each in plain] if isinstance(plain, list) else plain


def raised_end(key: str, value: object) -> object:
    if key == "to" and isinstance(value, int):
        return value + 1
    return raised(value)
