"""``zhargy library``: what is kept is found again, as it stood on a day, and nothing is kept by halves."""

from __future__ import annotations

import json
import os

import pytest

from cli.conftest import CommandLine
from cli.texts import DAMAGED, GARDEN, ORCHARD, PARKS


def test_the_sample_acts_are_added_once(cli: CommandLine) -> None:
    first, second = cli("library", "add", "--sample"), cli("library", "add", "--sample")

    assert (first.code, second.code) == (0, 0)
    assert "New acts: 3; new editions: 2; unchanged: 0; refused: 0." in first.err
    assert "New acts: 0; new editions: 0; unchanged: 5; refused: 0." in second.err
    assert first.out == ""


def test_asking_makes_no_library(cli: CommandLine) -> None:
    said = cli("library", "list")

    assert said.code == 4
    assert "L120" in said.err
    assert not cli.library.exists()


def test_the_option_beats_the_variable(shelf: CommandLine, cli: CommandLine) -> None:
    before = cli("--library", str(shelf.library), "library", "list")
    behind = cli("library", "list", "--library", str(shelf.library))

    assert before.out == behind.out
    assert before.out.count("\n") == 3


def test_the_list_has_one_work_a_line(shelf: CommandLine) -> None:
    said = shelf("library", "list")

    rows = [line.split("\t") for line in said.out.splitlines()]
    assert [PARKS, "kk ru", "3", "Қалалық саябақтар туралы"] in rows
    assert "3 works" in said.err


def test_the_list_is_searched_by_words_of_the_title(shelf: CommandLine) -> None:
    said = shelf("library", "list", "саябақ", "--json")

    found = [json.loads(line) for line in said.out.splitlines()]
    assert [work["work"] for work in found] == [PARKS]
    assert said.err == ""


def test_nothing_found_is_no_error(shelf: CommandLine) -> None:
    said = shelf("library", "list", "пингвин", ZHARGY_LANG="ru")

    assert (said.code, said.out) == (0, "")
    assert "0 актов" in said.err


# The samples name the first days of the two Kazakh wordings: 2021-07-01 and 2024-09-01 (packs/samples/index.json).
@pytest.mark.parametrize(
    ("day", "edition"),
    [
        ("2021-07-01", "2021-07-01"),
        ("2024-08-31", "2021-07-01"),
        ("2024-09-01", "2024-09-01"),
        ("2030-01-01", "2024-09-01"),
    ],
)
def test_a_work_is_shown_as_it_stood_on_a_day(shelf: CommandLine, day: str, edition: str) -> None:
    said = shelf("library", "show", PARKS, "--as-of", day)

    assert f"{PARKS}/kaz@{edition}" in said.out
    assert "[art_4]" in said.out


def test_no_wording_before_the_first_day(shelf: CommandLine) -> None:
    said = shelf("library", "show", PARKS, "--as-of", "2021-06-30", ZHARGY_LANG="kk")

    assert said.code == 4
    assert "L102" in said.err
    assert "2021-06-30" in said.err


def test_a_work_is_shown_with_the_periods_of_its_editions(shelf: CommandLine) -> None:
    said = shelf("library", "show", PARKS)

    assert "wording from 2021-07-01 until 2024-09-01, that day not included" in said.out
    assert "wording from 2024-09-01\n" in said.out
    assert "from “parks.2024.ru.md”" in said.out


def test_a_provision_is_shown_with_its_edition(shelf: CommandLine) -> None:
    said = shelf("library", "show", PARKS, "--provision", "art_4", "--language", "ru", "--as-of", "2025-01-01")

    assert f"{PARKS}/rus@2024-09-01" in said.out
    assert "Статья 4" in said.out
    assert "Статья 5" not in said.out


def test_a_missing_provision_is_not_found(shelf: CommandLine) -> None:
    said = shelf("library", "show", PARKS, "--provision", "art_99")

    assert (said.code, said.out) == (4, "")
    assert "L104" in said.err


def test_an_export_is_the_document_that_was_structured(cli: CommandLine) -> None:
    path = cli.write("park.txt", GARDEN)
    work = "/akn/kz/act/2020-01-01/1"
    assert cli("library", "add", path, "--work", work).code == 0

    said = cli("library", "export", work, "--format", "text")

    assert said.out == cli("structure", path, "--format", "text").out
    assert said.err == f"{work}/kaz@\n"


def test_an_export_goes_to_a_file_whose_name_tells_the_format(shelf: CommandLine, cli: CommandLine) -> None:
    target = cli.folder / "parks.xml"

    said = shelf("library", "export", f"{PARKS}/kaz@2021-07-01", "-o", str(target))

    assert (said.code, said.out) == (0, "")
    assert b"akomaNtoso" in target.read_bytes()


def test_folders_are_read_whole_and_hidden_files_left_alone(cli: CommandLine) -> None:
    cli.write("acts/a.txt", GARDEN)
    cli.write("acts/deep/b.txt", ORCHARD)
    cli.write("acts/.git/c.txt", GARDEN.replace("Бақ", "Орман"))
    cli.write("acts/.hidden", "x")

    said = cli("library", "add", str(cli.folder / "acts"))

    assert said.code == 0
    assert "New acts: 2; new editions: 0; unchanged: 0; refused: 0." in said.err


def test_a_refused_file_stops_no_other_and_gives_the_exit_code(cli: CommandLine) -> None:
    cli.write("acts/a.jpg", bytes(range(256)) * 40)
    cli.write("acts/b.txt", GARDEN)
    cli.write("acts/c.txt", "")

    said = cli("library", "add", str(cli.folder / "acts"))

    assert said.code == 3
    assert "New acts: 1; new editions: 0; unchanged: 0; refused: 2." in said.err
    assert f"{cli.folder / 'acts' / 'a.jpg'}: zhargy: P901" in said.err
    assert f"{cli.folder / 'acts' / 'c.txt'}: zhargy: P902" in said.err


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read every folder")
def test_a_folder_that_may_not_be_read_is_not_passed_over(cli: CommandLine) -> None:
    cli.write("acts/a.txt", GARDEN)
    cli.write("acts/shut/b.txt", ORCHARD)
    (cli.folder / "acts" / "shut").chmod(0)

    said = cli("library", "add", str(cli.folder / "acts"))

    (cli.folder / "acts" / "shut").chmod(0o700)
    assert said.code == 3
    assert f"{cli.folder / 'acts' / 'shut'}: zhargy: N103" in said.err


def test_a_text_with_an_error_in_it_is_kept_and_is_no_clean_success(cli: CommandLine) -> None:
    path = cli.write("act.xml", DAMAGED)

    first, second = cli("library", "add", path), cli("library", "add", path)

    assert (first.code, second.code) == (1, 0)
    assert f"{path}: added, with 1 error a person must look at" in first.err
    assert "unchanged: 1" in second.err


def test_what_is_told_of_a_file_is_kept(cli: CommandLine) -> None:
    path = cli.write("park.txt", GARDEN)
    told = ("--source", "https://example.org", "--licence", "CC0", "--fetched", "2026-11-01", "--title", "Бақ туралы")

    added = cli("library", "add", path, "--work", PARKS, "--language", "kk", "--version", "2024-01-01", *told)
    shown = json.loads(cli("library", "show", f"{PARKS}/kaz@2024-01-01", "--json").out)

    assert added.code == 0
    assert (shown["source"], shown["licence"], shown["fetched"]) == ("https://example.org", "CC0", "2026-11-01")
    assert (shown["title"], shown["from"]) == ("Бақ туралы", "2024-01-01")


def test_other_words_under_the_same_day_are_refused(cli: CommandLine) -> None:
    path = cli.write("park.txt", GARDEN)
    other = cli.write("other.txt", GARDEN.replace("таза", "көркем"))
    assert cli("library", "add", path, "--work", PARKS).code == 0

    said = cli("library", "add", other, "--work", PARKS)

    assert said.code == 2
    assert "L111" in said.err


def test_a_rehearsal_keeps_nothing_and_tells_the_same(cli: CommandLine) -> None:
    path = cli.write("park.txt", ORCHARD)

    rehearsed = cli("library", "add", path, "--dry-run", "--json")
    listed = cli("library", "list")
    added = cli("library", "add", path, "--json")

    assert listed.out == ""
    one, two = json.loads(rehearsed.out), json.loads(added.out)
    assert one["status"] == two["status"] == "new"
    assert one["edition"]["expression"] == two["edition"]["expression"]


def test_standard_input_is_added(cli: CommandLine) -> None:
    said = cli("library", "add", "-", "--json", input=ORCHARD)

    assert json.loads(said.out)["edition"]["certificate"]["file"] == "-"


def test_a_repair_is_undone_and_made_again(cli: CommandLine) -> None:
    path = cli.write("park.txt", GARDEN)
    assert cli("library", "add", path, "--work", PARKS).code == 0
    expression = f"{PARKS}/kaz@"
    before = cli("library", "export", expression, "--format", "json").out
    repair = json.loads(before)["repairs"][0]["id"]

    undone = cli("library", "undo", expression, repair)
    without = cli("library", "export", expression, "--format", "text").out
    redone = cli("library", "redo", expression, repair)

    assert (undone.code, redone.code) == (0, 0)
    assert repair in undone.err
    assert "күтушiсi" in without
    assert cli("library", "export", expression, "--format", "json").out == before


def test_an_unknown_repair_is_not_found(shelf: CommandLine) -> None:
    said = shelf("library", "undo", f"{PARKS}/kaz@2021-07-01", "P001-00000000")

    assert said.code == 4
    assert "L105" in said.err


def test_the_statistics_count_what_was_added(shelf: CommandLine) -> None:
    said = shelf("library", "stats", ZHARGY_LANG="ru")
    told = json.loads(shelf("library", "stats", "--json").out)

    assert "акты: 3\n" in said.out
    assert (told["works"], told["editions"], told["by_language"]) == (3, 5, {"kk": 2, "ru": 2, "en": 1})


def test_a_group_without_a_command_shows_its_help_as_a_wrong_call(cli: CommandLine) -> None:
    said = cli("library", ZHARGY_LANG="kk")

    assert (said.code, said.out) == (2, "")
    assert "Командалар" in said.err
