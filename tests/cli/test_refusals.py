"""Every wrong call is refused with its code, its exit code and words in the language of the call."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cli.conftest import CommandLine
from cli.texts import DAMAGED, GARDEN

WRONG = [
    (("strcture", "a.txt"), "U114", "structure"),
    (("zzz",), "U114", "structure, cite, library, norms, ask, qualify, serve, explain"),
    (("library", "lst"), "U114", "list"),
    (("structure",), "U111", "FILE"),
    (("structure", "a.txt", "b.txt"), "U113", "b.txt"),
    (("structure", "a.txt", "--formt", "akn"), "U110", "--format"),
    (("structure", "-Z", "a.txt"), "U110", "-Z"),
    (("structure", "a.txt", "--format"), "U112", "--format"),
    (("structure", "a.txt", "--json=yes"), "U115", "--json"),
    (("structure", "a.txt", "--format", "jsn"), "U104", "json"),
    (("structure", "a.txt", "--reader", "pfd"), "U103", "pdf"),
    (("structure", "a.txt", "--lang", "kz"), "U105", "kk"),
    (("library", "show", "17-I"), "U101", "17-I"),
    (("library", "show", "/akn/kz/act/2021-04-05/17-I", "--as-of", "01.09.2024"), "U102", "01.09.2024"),
    (("library", "show", "/akn/kz/act/2021-04-05/17-I", "--as-of", "2024-02-30"), "U102", "2024-02-30"),
    (("library", "undo", "/akn/kz/act/2021-04-05/17-I", "P001-1"), "U101", "17-I"),
    (("library", "add"), "U116", "--sample"),
    (("library", "add", "a.txt", "b.txt", "--title", "Бақ"), "U117", "--title"),
    (("serve", "--port", "http"), "U106", "http"),
    (("serve", "--port", "70000"), "U106", "65535"),
    (("serve", "--host", "0.0.0.0"), "U119", "--allow-remote"),  # noqa: S104 - the address that is refused
    (("explain", "P1O1"), "U118", "P101"),
]


@pytest.mark.parametrize(("arguments", "code", "told"), WRONG, ids=[" ".join(row[0]) for row in WRONG])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_wrong_call_is_refused(
    cli: CommandLine, arguments: tuple[str, ...], code: str, told: str, language: str
) -> None:
    said = cli(*arguments, ZHARGY_LANG=language)

    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith(f"zhargy: {code}: ")
    assert told in said.err
    assert "{" not in said.err


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "zhargy: U114: «strcture» командасы жоқ\n  Мүмкін, «structure» шығар?"),
        ("ru", "zhargy: U114: Нет команды «strcture»\n  Возможно, имелось в виду «structure»?"),
        ("en", "zhargy: U114: There is no command “strcture”\n  Did you mean “structure”?"),
    ],
)
@pytest.mark.parametrize("place", ["before", "after", "equals", "variable", "locale"])
def test_the_language_may_be_told_anywhere(cli: CommandLine, language: str, words: str, place: str) -> None:
    calls = {
        "before": lambda: cli("--lang", language, "strcture"),
        "after": lambda: cli("strcture", "--lang", language, ZHARGY_LANG="en"),
        "equals": lambda: cli("strcture", f"--lang={language}"),
        "variable": lambda: cli("strcture", ZHARGY_LANG=language),
        "locale": lambda: cli("strcture", ZHARGY_LANG="", LANG=f"{language}_KZ.UTF-8"),
    }

    assert calls[place]().err.startswith(words)


def test_what_follows_two_dashes_is_no_option(cli: CommandLine) -> None:
    said = cli("structure", "--", "--lang", ZHARGY_LANG="ru")

    assert said.code == 4
    assert "Файл «--lang» не найден" in said.err


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "P902"),
        ("blank.txt", b" \n\n\t", "P902"),
        ("picture.jpg", bytes(range(256)) * 40, "P901"),
        ("broken.docx", b"PK\x03\x04 cut off", "P904"),
        ("broken.pdf", b"%PDF-1.7 cut off", "P904"),
    ],
)
@pytest.mark.parametrize("command", [("structure",), ("cite",), ("library", "add")], ids=" ".join)
def test_what_is_no_text_is_refused(
    cli: CommandLine, command: tuple[str, ...], name: str, data: bytes, code: str
) -> None:
    path = cli.write(name, data)

    said = cli(*command, path)

    assert said.code == 3
    assert code in said.err
    assert said.out == ""


def test_a_missing_file_is_told_with_its_neighbour(cli: CommandLine) -> None:
    cli.write("park.txt", GARDEN)

    said = cli("structure", str(cli.folder / "prak.txt"))

    assert said.code == 4
    assert f"Did you mean “{cli.folder / 'park.txt'}”?" in said.err


def test_a_folder_is_no_file(cli: CommandLine) -> None:
    said = cli("structure", str(cli.folder))

    assert (said.code, said.err[:12]) == (3, "zhargy: N102")


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read every file")
def test_a_file_that_may_not_be_read_is_told_with_the_reason(cli: CommandLine) -> None:
    path = cli.write("secret.txt", GARDEN)
    Path(path).chmod(0)

    said = cli("structure", path, ZHARGY_LANG="kk")

    assert said.code == 3
    assert "рұқсат жоқ" in said.err


def test_a_name_that_cannot_be_a_file_is_told(cli: CommandLine) -> None:
    said = cli("structure", "a" * 300)

    assert said.code == 3
    assert "N103" in said.err
    assert "the name is too long" in said.err


def test_a_name_with_a_zero_byte_is_no_file(cli: CommandLine) -> None:
    assert cli("structure", "a\0b").code == 4


def test_an_error_in_the_text_is_no_clean_success(cli: CommandLine) -> None:
    path = cli.write("act.xml", DAMAGED)

    said = cli("structure", path)

    assert said.code == 1
    assert "A garden is clean." in said.out
    assert "error P103" in said.err


@pytest.mark.parametrize("option", ["--quiet", "--json"])
def test_an_error_in_the_text_is_told_however_little_is_asked_for(cli: CommandLine, option: str) -> None:
    path = cli.write("act.xml", DAMAGED)

    said = cli("structure", path, option)

    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "P103" in said.err


def test_a_bug_says_that_it_is_one(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise LookupError("nobody expected this")

    monkeypatch.setattr("zhargy.cli.structure.structure_bytes", broken)
    path = cli.write("act.txt", GARDEN)

    said, loud = cli("structure", path), cli("structure", path, "--verbose")

    assert said.code == loud.code == 70
    assert "B001" in said.err
    assert "Traceback" not in said.err
    assert "nobody expected this" in loud.err
