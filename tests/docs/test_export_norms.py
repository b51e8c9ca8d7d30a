"""The page on exports: its commands succeed, its table of LegalRuleML names what is written."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from zhargy.app.norms import pack, packs
from zhargy.cli.norms.export import FORMATS
from zhargy.cli.root import zhargy
from zhargy.norms.exports import write_legalruleml

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "export-norms.md"
FACTS = "act.day: 2026-03-01\ntree.felled: true\npermit.held: false\ntree.girth: 250\noffender.birth: 1990-05-17\n"


@cache
def text() -> str:
    return PAGE.read_text(encoding="utf-8")


def commands() -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```$", text(), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def test_every_command_of_the_page_succeeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "act.md").write_text("### 1-бап. Сирек ағаш\n\nДіңі жуан ағаш сирек.\n", encoding="utf-8")

    done = {line: CliRunner().invoke(zhargy, line.split()[1:], env={"ZHARGY_LANG": "en"}) for line in commands()}

    assert len(done) == 8
    assert {line: told.output for line, told in done.items() if told.exit_code != 0} == {}
    written = {line.split(" -o ")[1] for line in done if " -o " in line}
    assert {path.name for path in tmp_path.iterdir()} == written | {"facts.yaml", "act.md"}


def test_every_format_has_a_section() -> None:
    told = set(re.findall(r"`([a-z-]+)`", " ".join(re.findall(r"^## .*$", text(), re.MULTILINE))))

    assert told == set(FORMATS)


def test_the_table_names_elements_that_are_written() -> None:
    table = text().partition("| of the pack |")[2].partition("\n\n")[0]
    named = {word for word in re.findall(r"`([A-Z]\w+)`", table) if word not in {"InForce", "Starts", "Ends"}}
    roots = [etree.fromstring(write_legalruleml(each)) for each in packs()]
    written = {etree.QName(each).localname for root in roots for each in root.iter(etree.Element)}

    # No shipped pack has a power.
    assert named - {"Right"} <= written
    assert {"Rule", "Prohibition", "Violation"} <= written


def test_the_program_of_the_page_runs() -> None:
    (program,) = re.findall(r"^```python\n(.*?)^```$", text(), re.MULTILINE | re.DOTALL)
    told: dict[str, object] = {}

    exec(compile(program, str(PAGE), "exec"), told)  # noqa: S102 - our own page

    assert pack("sample").title["kk"] in str(told["page"])  # type: ignore[index]
