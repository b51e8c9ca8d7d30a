"""``zhargy norms``: packs listed, shown, tried; differences and refusals end with the documented codes."""

from __future__ import annotations

import json
import re

import pytest

from cli.conftest import CommandLine
from norms.packs_at_hand import HEAD, case, fact, norm
from zhargy.packs import norm_packs

ACT = norm_packs()["sample"]["act.md"]
FENCE = re.compile(r"```yaml.*?^```$", re.DOTALL | re.MULTILINE)


def own_pack(cli: CommandLine, **changed: str) -> str:
    """Write the sample pack into a folder of its own, with other texts for some files; return the folder."""
    for name, text in {**norm_packs()["sample"], **{f"{stem}.md": text for stem, text in changed.items()}}.items():
        cli.write(f"mine/{name}", text)
    return str(cli.folder / "mine")


def test_the_list_names_each_pack_on_a_line(cli: CommandLine) -> None:
    said = cli("norms", "list", "--lang", "ru")

    assert said.code == 0
    assert "sample\t/akn/kz/act/2025-02-10/9-II\t17\t41\tВымышленный закон «О городских деревьях»\n" in said.out
    assert [line.partition("\t")[0] for line in said.out.splitlines()] == sorted(norm_packs())
    assert said.err.startswith(f"{len(norm_packs())} ")


def test_the_list_in_json_has_a_line_for_each_pack(cli: CommandLine) -> None:
    found = {told["id"]: told for told in map(json.loads, cli("norms", "list", "--json").out.splitlines())}

    told = found["sample"]
    assert (told["schema"], told["id"], told["norms"], told["cases"]) == ("zhargy.summary/1", "sample", 17, 41)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", ("қандай жағдайда:", "мына нормадан басым:")),
        ("ru", ("при каком условии:", "имеет приоритет над:")),
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
    assert (first["article"], first["part"], first["aggravators"]) == ("3", "1", [])
    assert first["graver_forms"] == ["art_3__para_2", "art_3__para_3"]
    assert norms["art_3__para_2"]["items"] == ["1", "2"]
    aggravating = [each["id"] for each in norms["art_3__para_2"]["aggravators"]]
    assert aggravating == ["art_3__para_2__point_1", "art_3__para_2__point_2"]
    assert [each["id"] for each in third["aggravators"]] == ["art_3__para_3"]
    assert [(each["kind"], each["max"], each["mandatory"]) for each in third["accessory"]] == [
        ("deprivation_of_office", 1, False)
    ]
    assert special["cumulative"] is True
    assert [each["kind"] for each in special["main"][0]["and"]] == ["deprivation_of_office"]


def test_json_tells_what_the_general_rules_supply_and_by_which_rule(cli: CommandLine) -> None:
    told = json.loads(cli("norms", "show", "sample", "--json").out)

    fine, work = next(norm for norm in told["norms"] if norm["id"] == "art_3__para_1")["main"]
    # Article 5-2 of the fictional act: a fine of one index at least, community service of ten hours at least.
    assert (fine["min"], fine["derived_min"], work["derived_min"], work["derived_max"]) == (None, 1, 10, None)
    assert fine["derived_min_rule"] == {"value": 1, "unit": "mci", "rule": "art_5-2__para_1"}


def test_json_tells_least_terms_in_the_unit_of_the_penalty(cli: CommandLine) -> None:
    told = json.loads(cli("norms", "show", "kz-criminal-special", "--json").out)

    terms = [each for norm in told["norms"] for each in norm["main"] if each["kind"] == "imprisonment"]
    # Article 46(3) of the Criminal Code: six months at least; the norms count in years.
    assert {(each["unit"], each["derived_min"]) for each in terms if each["derived_min"] is not None} == {
        ("years", "0.5")
    }
    assert {each["derived_min_rule"]["unit"] for each in terms if each["derived_min_rule"] is not None} == {"months"}


def test_a_pack_in_use_shows_its_own_norms_and_the_facts_of_both(cli: CommandLine) -> None:
    told = json.loads(cli("norms", "show", "kz-criminal-special", "--json").out)

    assert told["uses"] == {"general": "kz-criminal-general"}
    assert all("." not in norm["id"] for norm in told["norms"])
    assert {"act.day", "law.mci"} <= {each["name"] for each in told["facts"]}
    assert next(each for each in told["facts"] if each["name"] == "law.mci")["supplied"] == "mci"


def test_examples_that_come_out_end_with_0(cli: CommandLine) -> None:
    said = cli("norms", "test", "sample")

    assert (said.code, said.err) == (0, "41 passed, 0 differ\n")
    assert said.out.count("\n") == 41


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
    whole = cli.write(
        "whole.md", "\n".join([HEAD, fact("a"), norm("art_1", "a"), case("{a: true}", "{art_1: applies}")])
    )

    assert cli("norms", "test", whole).code == 0


def test_a_file_that_is_not_text_is_refused(cli: CommandLine) -> None:
    said = cli("norms", "show", cli.write("pack.md", b"\xd2\xe5\xea\xf1\xf2"))

    assert said.code == 3
    assert "N265" in said.err


def test_the_coverage_of_a_made_up_act_is_taken_from_the_text_in_its_pack(cli: CommandLine) -> None:
    said = cli("norms", "coverage", "sample")

    assert said.code == 0
    assert said.err == "17 of 17 norms anchored, 0 unclaimed numbers\n"
    assert "art_3__para_3\tanchored\t3\t3\t0\n" in said.out


def test_an_encoding_that_parts_from_the_words_is_told_and_ends_with_1(cli: CommandLine) -> None:
    folder = own_pack(cli, act=ACT.replace("from: 100, to: 200", "from: 100, to: 300"))

    said = cli("norms", "coverage", folder, "--lang", "ru")

    assert said.code == 1
    assert "N434 [kk] В санкции art_3__para_3: штраф, 100-300 МРП; в словах этого нет" in said.out
    assert said.err == "закреплено норм: 16 из 17, 1 невзятое число\n"


def test_json_of_a_coverage_has_each_norm_and_each_finding(cli: CommandLine) -> None:
    folder = own_pack(cli, act=ACT.replace("unit: hours, to: 80", "unit: hours, to: 90"))

    told = json.loads(cli("norms", "coverage", folder, "--json").out)

    assert (told["schema"], told["pack"], told["languages"]) == ("zhargy.coverage/1", "sample", ["kk"])
    assert (told["anchored"], told["without_text"], told["unclaimed"]) == (16, 0, 1)
    assert [(each["code"], each["norm"]) for each in told["findings"]] == [
        ("N434", "art_3__para_1"),
        ("N435", "art_3__para_1"),
    ]
    assert told["findings"][1]["params"]["words"] == "сексен сағатқа дейінгі"
    assert {each["id"]: each["status"] for each in told["norms"]}["art_3__para_1"] == "findings"


def test_a_text_may_be_given_as_a_file(cli: CommandLine) -> None:
    words = "\n".join(line for line in FENCE.sub("", ACT).splitlines())
    given = cli.write("act.txt", words.replace("отыз айлық", "қырық айлық"))

    said = cli("norms", "coverage", "sample", "--against", given)

    assert said.code == 1
    assert "art_3__para_1\tdiffers" in said.out


def test_the_text_of_a_real_act_comes_from_the_library(cli: CommandLine) -> None:
    # The pack of a real act of which nothing is kept: nothing is told as passed.
    said = cli("norms", "coverage", "kz-criminal-special")
    assert (said.code, said.out) == (4, "")
    assert "N440" in said.err

    words = FENCE.sub("", ACT)
    added = cli("library", "add", cli.write("act.md", words), "--work", "/akn/kz/act/2025-02-10/9-II")
    assert added.code == 0, added.err
    real = {"act": ACT, "facts": norm_packs()["sample"]["facts.md"].replace("status: fictional", "status: in_force")}
    said = cli("norms", "coverage", own_pack(cli, **real))
    assert (said.code, said.err) == (0, "17 of 17 norms anchored, 0 unclaimed numbers\n")


def test_two_texts_in_one_language_are_refused(cli: CommandLine) -> None:
    words = FENCE.sub("", ACT)
    files = [cli.write(name, words) for name in ("first.md", "second.md")]

    said = cli("norms", "coverage", "sample", "--against", files[0], "--against", files[1])

    assert said.code == 2
    assert "N441" in said.err
