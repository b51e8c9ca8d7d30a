"""``zhargy norms export`` and ``zhargy norms stats``: every form, every option, every refusal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from cli.conftest import CommandLine
from zhargy.app.norms import pack
from zhargy.cli.norms.export import FORMATS
from zhargy.packs import norm_packs

FACTS = "act.day: 2026-03-01\ntree.felled: true\npermit.held: false\ntree.girth: 250\noffender.birth: 1990-05-17\n"


def written(cli: CommandLine, name: str, text: str) -> str:
    """Write a file into the folder of the call; return its full name."""
    cli.write(name, text)
    return str(cli.folder / name)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("suffix", "begins"),
    [("html", "<!DOCTYPE html>"), ("md", "# "), ("json", "{"), ("xml", "<?xml"), ("txt", "# ")],
)
def test_the_name_of_the_output_tells_the_format(cli: CommandLine, suffix: str, begins: str) -> None:
    said = cli("norms", "export", "sample", "-o", str(cli.folder / f"out.{suffix}"), "--lang", "kk")

    assert (said.code, said.out) == (0, "")
    assert text_of(cli.folder / f"out.{suffix}").startswith(begins)


@pytest.mark.parametrize("chosen", sorted(set(FORMATS) - {"svg"}))
def test_every_format_is_written_to_standard_output(cli: CommandLine, chosen: str) -> None:
    said = cli("norms", "export", "sample", "--format", chosen)

    assert said.code == 0
    assert len(said.out) > 1000


@pytest.mark.parametrize(
    ("language", "title"), [("kk", "Рұқсат болды"), ("ru", "Было разрешение"), ("en", "There was a permit")]
)
def test_the_schema_speaks_the_language_asked_for(cli: CommandLine, language: str, title: str) -> None:
    told = json.loads(cli("norms", "export", "sample", "-f", "json-schema", "--lang", language).out)

    assert told["properties"]["permit.held"]["title"] == title


def test_a_proof_is_drawn_for_facts_of_a_file(cli: CommandLine) -> None:
    facts, out = written(cli, "facts.yaml", FACTS), str(cli.folder / "proof.svg")

    said = cli("norms", "export", "sample", "--facts", facts, "--norm", "art_3__para_1", "-o", out, "--lang", "ru")

    assert said.code == 0
    told = "".join(map(str, etree.fromstring((cli.folder / "proof.svg").read_bytes()).itertext()))
    assert told.count("Обхват ствола: более 200 см (здесь: 250 см)") == 2  # drawn, and as text


def test_the_day_of_the_law_can_be_asked_for(cli: CommandLine) -> None:
    facts = written(cli, "facts.yaml", FACTS)
    call = ("norms", "export", "sample", "-f", "svg", "--facts", facts, "--norm", "art_1", "--lang", "en")

    assert "In force on that day" in cli(*call, "--as-of", "2025-01-01").out
    assert "In force on that day" not in cli(*call).out


def test_an_analysis_stands_in_the_text_that_is_given_and_tells_what_that_lacks(cli: CommandLine) -> None:
    text = "# Заң\n\n### 1-бап. Сирек ағаш\n\nДіңінің шеңбері екі жүз сантиметрден асатын ағаш сирек.\n"
    document, out = written(cli, "act.md", text), str(cli.folder / "act.akn")

    said = cli("norms", "export", "sample", "-f", "akn-analysis", "--document", document, "-o", out, "--lang", "en")

    assert said.code == 0
    assert said.err.startswith(f"{document} has no elements art_2, art_3__para_1,")
    assert "екі жүз сантиметрден асатын ағаш сирек" in text_of(cli.folder / "act.akn")
    assert 'href="#art_1"' in text_of(cli.folder / "act.akn")


def test_an_own_pack_is_exported_too(cli: CommandLine) -> None:
    for name, text in norm_packs()["sample"].items():
        cli.write(f"mine/{name}", text)

    mine = str(cli.folder / "mine")
    assert cli("norms", "export", mine, "-f", "html").out == cli("norms", "export", "sample", "-f", "html").out


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (("--format", "pdf"), "U104", 2),
        (("--format", "svg", "--facts", "facts.yaml"), "U111", 2),
        (("--format", "svg", "--norm", "art_1"), "U111", 2),
        (("--format", "svg", "--facts", "facts.yaml", "--norm", "art_9"), "N463", 4),
        (("--format", "svg", "--facts", "wrong.yaml", "--norm", "art_1"), "N301", 2),
        (("--format", "svg", "--facts", "dayless.yaml", "--norm", "art_1"), "N306", 2),
        (("--format", "html", "--norm", "art_1"), "N464", 2),
        (("--format", "svg", "--document", "act.md"), "N464", 2),
        (("--format", "akn-analysis", "--document", "gone.md"), "N101", 4),
    ],
)
def test_what_cannot_be_exported_is_refused(
    cli: CommandLine, arguments: tuple[str, ...], code: str, exit_code: int
) -> None:
    files = {
        "facts.yaml": written(cli, "facts.yaml", FACTS),
        "wrong.yaml": written(cli, "wrong.yaml", "tree.gurth: 3\n"),
        "dayless.yaml": written(cli, "dayless.yaml", "tree.felled: true\n"),
    }

    said = cli("norms", "export", "sample", *(files.get(each, each) for each in arguments))

    assert (said.code, said.out) == (exit_code, "")
    assert f" {code}:" in said.err


def test_what_is_wrong_with_the_facts_is_told_with_its_place(cli: CommandLine) -> None:
    wrong = written(cli, "wrong.yaml", "tree.gurth: 3\n")

    said = cli("norms", "export", "sample", "-f", "svg", "--facts", wrong, "--norm", "art_1", "--lang", "en")

    assert "wrong.yaml:1:" in said.err
    assert "tree.girth" in said.err


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("kk", ["нормалар", "ерекшеліктер, 3-деңгей"]),
        ("ru", ["нормы", "исключения, уровень 3"]),
        ("en", ["norms", "exceptions, level 3"]),
    ],
)
def test_a_table_tells_what_a_pack_holds(cli: CommandLine, language: str, lines: list[str]) -> None:
    said = cli("norms", "stats", "sample", "--lang", language)

    rows = [line.rsplit(maxsplit=1) for line in said.out.splitlines()[1:-4]]
    assert said.code == 0
    assert [[lines[0], "17"], [lines[1], "1"]] == [row for row in rows if row[0] in lines]
    assert said.out.splitlines()[-3].startswith("kk  17/17")


def test_json_tells_the_same(cli: CommandLine) -> None:
    told = json.loads(cli("norms", "stats", "sample", "--json").out)

    assert (told["schema"], told["pack"], told["norms"]["total"]) == ("zhargy.holding/1", "sample", 17)
    assert told["exceptions"] == {"1": 2, "2": 1, "3": 1}
    held = pack("sample")
    assert told["cases"]["total"] == len(held.cases)
    assert told["languages"]["ru"]["norms"] == len(held.own_norms)
