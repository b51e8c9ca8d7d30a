"""``zhargy norms verify``: findings for people and for programs, and how the call ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from zhargy.cli.root import zhargy
from zhargy.norms.evaluation import Plan
from zhargy.norms.facts import read_facts
from zhargy.norms.packs import read_pack
from zhargy.norms.truth import Truth
from zhargy.norms.verification import verify

CODES = Path(__file__).parents[2] / "data" / "codes"


def call(*arguments: str, language: str = "en") -> Result:
    return CliRunner().invoke(zhargy, ["norms", "verify", *arguments, "--lang", language])


def example(code: str) -> str:
    return str(CODES / f"{code}.pack")


def test_a_finding_is_told_with_what_follows_a_case_and_what_to_do() -> None:
    done = call(example("N401"))

    assert done.exit_code == 1
    hint = "let the narrow one ask for something the wide one does not cover. Parts: Art. 2, Art. 1."
    assert done.stdout.splitlines() == [
        "warning N401 Art. 2 and Art. 1 (law) are about the same deed, and no rule says which goes first",
        "  One deed counts twice, or every court chooses for itself.",
        "  Case (2025-07-01): Property was taken; Secretly",
        f"  Say which norm goes first (`prevails_over`), or {hint}",
    ]
    assert done.stderr.endswith("law: 1 finding\n")


def test_a_pack_without_errors_and_warnings_ends_well() -> None:
    done = call(example("N420"))

    assert done.exit_code == 0
    assert done.stdout.startswith("notice N420 Art. 1: the sanction hangs on an open question: Is it added?")


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "негізгі түрінен (1-бап 1-бөлік) жеңіл"), ("ru", "мягче основной формы (ст. 1 ч. 1)")],
)
def test_findings_speak_the_language_of_the_reader(language: str, words: str) -> None:
    assert words in call(example("N412"), language=language).stdout


def test_json_tells_the_case_in_three_languages_and_its_facts_can_be_tried() -> None:
    done = call(example("N402"), "--json")

    (told,) = json.loads(done.stdout)["findings"]
    assert (told["code"], [side["norm"] for side in told["norms"]]) == ("N402", ["art_1", "art_2"])
    assert "Имущество взято" in told["case"]["story"]["ru"]
    assert "Мүлік алынды" in told["case"]["story"]["kk"]
    chosen = read_pack({"N402.pack": (CODES / "N402.pack").read_text(encoding="utf-8")})
    outcome = Plan(chosen).evaluate(
        read_facts(told["case"]["facts"], chosen.vocabulary),
        as_of=chosen.editions[0].fromisoformat(told["case"]["as_of"]),
    )
    assert [outcome.norms[norm].result for norm in ("art_1", "art_2")] == [Truth.TRUE, Truth.TRUE]


def test_the_pack_itself_is_not_laid_beside_itself() -> None:
    done = call(example("N402"), "--beside", example("N402"), "--json")

    assert json.loads(done.stdout)["beside"] == []


def test_without_the_solver_the_call_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "z3", None)

    done = call("sample")

    assert done.exit_code == 2
    assert "N429" in done.stderr
    assert 'pip install "zhargy[verify]"' in done.stderr


def test_a_case_that_cannot_be_written_is_told_as_undecided() -> None:
    chosen = read_pack({"N428.pack": (CODES / "N428.pack").read_text(encoding="utf-8")})

    assert [(each.code, each.witness) for each in verify(chosen)] == [("N428", None)]


def test_the_solver_is_loaded_only_to_prove_something() -> None:
    program = "import sys; import zhargy.cli.norms.verify; print('z3' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
