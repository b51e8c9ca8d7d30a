"""``zhargy norms``: packs listed, shown, tried; differences and refusals end with the documented codes."""

from __future__ import annotations

import json

import pytest

from cli.conftest import CommandLine
from zhargy.packs import norm_packs

ACT = norm_packs()["sample"]["act.md"]


def own_pack(cli: CommandLine, **changed: str) -> str:
    """Write the sample pack into a folder of its own, with other texts for some files; return the folder."""
    for name, text in {**norm_packs()["sample"], **{f"{stem}.md": text for stem, text in changed.items()}}.items():
        cli.write(f"mine/{name}", text)
    return str(cli.folder / "mine")


def test_the_list_names_each_pack_on_a_line(cli: CommandLine) -> None:
    said = cli("norms", "list", "--lang", "ru")

    assert said.code == 0
    assert said.out == "sample\t/akn/kz/act/2025-02-10/9-II\t11\t24\tВымышленный закон «О городских деревьях»\n"
    assert said.err == "1 пакет\n"


def test_the_list_in_json_has_a_line_for_each_pack(cli: CommandLine) -> None:
    (told,) = map(json.loads, cli("norms", "list", "--json").out.splitlines())

    assert (told["schema"], told["id"], told["norms"], told["cases"]) == ("zhargy.summary/1", "sample", 11, 24)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", ("қашан:", "мына нормадан басым:")),
        ("ru", ("когда:", "имеет приоритет над:")),
        ("en", ("when:", "prevails over:")),
    ],
)
def test_a_pack_is_shown_with_its_conditions(cli: CommandLine, language: str, words: tuple[str, ...]) -> None:
    said = cli("norms", "show", "sample", "--lang", language)

    assert said.code == 0
    assert all(word in said.out for word in words)
    assert "tree.felled and met(art_1) and not permit.held" in said.out


def test_json_gives_the_sanction_of_each_part_as_numbers(cli: CommandLine) -> None:
    told = json.loads(cli("norms", "show", "sample", "--json").out)

    norms = {norm["id"]: norm for norm in told["norms"]}
    first, third, special = norms["art_3__para_1"], norms["art_3__para_3"], norms["art_5"]
    assert told["schema"] == "zhargy.pack/1"
    assert [(each["kind"], each["unit"], each["min"], each["max"]) for each in first["main"]] == [
        ("fine", "mci", None, 30),
        ("community_service", "hours", None, 80),
    ]
    assert (first["article"], first["part"], first["aggravators"]) == ("3", "1", ["art_3__para_2", "art_3__para_3"])
    assert norms["art_3__para_2"]["items"] == ["1", "2"]
    assert [(each["kind"], each["max"], each["mandatory"]) for each in third["accessory"]] == [
        ("deprivation_of_office", 1, False)
    ]
    assert special["cumulative"] is True
    assert [each["kind"] for each in special["main"][0]["and"]] == ["deprivation_of_office"]


def test_examples_that_come_out_end_with_0(cli: CommandLine) -> None:
    said = cli("norms", "test")

    assert (said.code, said.err) == (0, "24 passed, 0 differ\n")
    assert said.out.count("\n") == 24


def test_an_example_that_differs_is_told_and_ends_with_1(cli: CommandLine) -> None:
    folder = own_pack(cli, act=ACT.replace("act.day >= 16", "act.day >= 17"))

    said = cli("norms", "test", folder)

    assert said.code == 1
    assert "differs\tsample\tsixteenth-birthday" in said.out
    assert "  art_2: expected applies, found not_met\n" in said.out


def test_json_of_an_example_has_the_differences(cli: CommandLine) -> None:
    folder = own_pack(cli, act=ACT.replace("act.day >= 16", "act.day >= 17"))

    told = [json.loads(line) for line in cli("norms", "test", folder, "--json").out.splitlines()]

    assert {each["schema"] for each in told} == {"zhargy.case/1"}
    failed = {each["name"]: each["differences"] for each in told if not each["passed"]}
    assert {"norm": "art_2", "expected": ["applies"], "found": ["not_met"]} in failed["sixteenth-birthday"]


def test_an_unknown_pack_ends_with_4_and_the_near_miss(cli: CommandLine) -> None:
    said = cli("norms", "show", "smaple", "--lang", "ru")

    assert (said.code, said.out) == (4, "")
    assert "N263" in said.err
    assert "«sample»" in said.err


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "«defeats» шығар"),
        ("ru", "имелось в виду «defeats»"),
        ("en", "Did you mean “defeats”"),
    ],
)
def test_everything_wrong_with_a_pack_is_told_in_the_language_of_the_reader(
    cli: CommandLine, language: str, words: str
) -> None:
    wrong = ACT.replace("defeats: [art_4__para_1]", "defeat: [art_4__para_1]").replace(
        "valid: 2026-01-01/..", "valid: soon"
    )
    folder = own_pack(cli, act=wrong)

    said = cli("norms", "test", folder, "--lang", language)

    assert (said.code, said.out) == (3, "")
    assert words in said.err
    assert all(code in said.err for code in ("N250", "N254", "N256"))
    line = next(number for number, text in enumerate(wrong.splitlines(), start=1) if text.startswith("defeat:"))
    assert f"act.md:{line}:9 (art_4__para_2): N254" in said.err


def test_a_single_file_can_be_tried(cli: CommandLine) -> None:
    whole = cli.write("whole.md", "\n".join(norm_packs()["sample"].values()))

    assert cli("norms", "test", whole).code == 0


def test_a_file_that_is_not_text_is_refused(cli: CommandLine) -> None:
    said = cli("norms", "show", cli.write("pack.md", b"\xd2\xe5\xea\xf1\xf2"))

    assert said.code == 3
    assert "N265" in said.err
