"""``zhargy norms compare``: a page, JSON, a picture; made-up cases are called so everywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import CommandLine
from zhargy.app.norms import pack_files


def edited(cli: CommandLine) -> str:
    """A person's copy of the sample act in which the fine for graver felling goes up from 50 to 60."""
    for name, text in pack_files("sample").items():
        cli.write(f"mine/{name}", text.replace("to: 50", "to: 60", 1) if name == "act.md" else text)
    return str(cli.folder / "mine")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("SYNTHETIC: 300 cases made up by chance (seed 5)", "Not forecast", "heavier:", "changed: Art. ")),
        ("ru", ("СИНТЕТИКА: 300 случайно придуманных дел", "Здесь не предсказано", "строже:", "изменена: ст. ")),
        ("kk", ("СИНТЕТИКА: кездейсоқ ойдан шығарылған 300 іс", "Мұнда болжанбайды", "қатаңырақ:", "өзгерген: ")),
    ],
)
def test_a_page_says_who_moves_and_that_the_cases_are_made_up(
    cli: CommandLine, language: str, words: tuple[str, ...]
) -> None:
    calls = ("--law", "sample", "--with", edited(cli), "--size", "300", "--seed", "5", "--lang", language)

    said = cli("norms", "compare", *calls)

    flowing = " ".join(said.out.split())
    assert (said.code, said.err) == (1, "")
    assert [each for each in words if each not in flowing] == []


def test_laws_that_are_one_move_nobody(cli: CommandLine) -> None:
    said = cli("norms", "compare", "--law", "sample", "--with", "sample", "--population", "cases", "--json")

    found = json.loads(said.out)
    assert said.code == 0
    assert found["population"]["made_up"] is True
    assert found["differences"] == []
    assert found["moves"]["equal"]["least"] == found["population"]["size"]


def test_a_picture_and_a_page_say_that_the_cases_are_made_up(cli: CommandLine) -> None:
    drawing, page = str(cli.folder / "change.svg"), str(cli.folder / "change.html")
    laws = ("--law", "sample", "--with", edited(cli), "--population", "cases")

    first, second = (cli("norms", "compare", *laws, "-o", file) for file in (drawing, page))

    assert (first.code, first.out, second.code) == (1, "", 1)
    written = [Path(file).read_text(encoding="utf-8") for file in (drawing, page)]
    assert all("MADE UP" in each and "Not forecast" in each for each in written)
    assert '<th scope="row">' in written[1]


def test_a_bank_is_shown_with_its_source(cli: CommandLine) -> None:
    lines = '{"bank": {"source": "a town court, 2025"}}\n{"name": "one", "facts": {"tree.felled": true}}\n'

    said = cli("norms", "compare", "--law", "sample", "--with", "sample", "--population", cli.write("b.jsonl", lines))

    assert "1 cases of a bank. Its source: a town court, 2025" in said.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("-o", "change.pdf"), "N474"),
        (("--law", "sample+"), "N308"),
        (("--with", "sampel"), "N263"),
        (("--size", "0"), "U106"),
        (("--population", "missing.jsonl"), "N101"),
    ],
)
def test_what_cannot_be_compared_is_refused(cli: CommandLine, arguments: tuple[str, ...], code: str) -> None:
    said = cli("norms", "compare", "--law", "sample", "--with", "sample", *arguments)

    assert code in said.err
    assert said.code in {2, 3, 4}


def test_a_bad_line_of_a_bank_is_named(cli: CommandLine) -> None:
    lines = '{"bank": {"source": "made up"}}\n{"facts": {"tree.feled": true}}\n'

    said = cli("norms", "compare", "--law", "sample", "--with", "sample", "--population", cli.write("b.jsonl", lines))

    assert said.code == 2
    assert "b.jsonl:2" in said.err
    assert "tree.felled" in said.err
