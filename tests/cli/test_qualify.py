"""``zhargy qualify``: pages in three languages, JSON, an empty file of facts, refusals."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any, Final

import pytest

from cli.conftest import CommandLine

FACTS: Final = Path(__file__).parents[1] / "data" / "facts"
#: A rare tree felled by two people without a permit; the index of 2026 in the sample act is 4300 tenge, a draft.
TREE: Final = """tree: {felled: true, girth: 250, listed: false, count: 1}
permit.held: false
offender: {birth: 1990-05-17, role: visitor, pregnant: true}
act: {day: 2026-03-01, group: true}
damage: 100000 KZT
danger: {to_life: false}
wood: {sold: false, value: 0 KZT}
tree.replanted: true
"""


def tree(cli: CommandLine, *arguments: str, facts: str = TREE, **environment: str) -> str:
    """What is said of a felled tree under the sample act."""
    said = cli("qualify", cli.write("facts.yaml", facts), "--law", "sample", *arguments, **environment)
    assert (said.code, said.err) == (0, "")
    return said.out


def test_a_page_says_what_applies_what_it_threatens_and_why(cli: CommandLine) -> None:
    said = tree(cli)

    assert "A. Fictional act on city trees" in said
    assert "law as of 2026-03-01 (sample)" in said
    assert "Art. 3(2) Felling in aggravating circumstances" in said
    assert "items met: 1) Group of persons" in said
    assert "• fine from [1 MCI] to 50 MCI = from [4,300 tenge] to 215,000 tenge" in said
    flowing = " ".join(said.split())
    assert "on these facts at most 25 MCI = 107,500 tenge: 1/2 of the maximum, Art. 5-2(3)" in flowing
    assert "✗ community service from [10 hours] to 120 hours" in said
    assert "cannot be imposed: Art. 5-2(2) – A pregnant woman" in said
    assert "– Art. 3(1) Illegal felling of a rare tree → Art. 3(2) (graver form)" in said
    assert "MCI 2026: 4,300 tenge – not certain (a draft (made up))" in said
    assert "Girth of the trunk: 200 cm (not 250 cm)" in flowing


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "kk",
            (
                "3-бап 2-бөлік Ауырлататын мән-жайларда кесу",
                "айыппұл [1 АЕК-тен] 50 АЕК-ке дейін",
                "тағайындауға болмайды: 5-2-бап 2-бөлік – Жүкті әйел",
                "осы фактілер бойынша ең көбі 25 АЕК = 107 500 теңге",
                "Жауапты не өзгертер еді:",
            ),
        ),
        (
            "ru",
            (
                "ст. 3 ч. 2 Рубка при отягчающих обстоятельствах",
                "штраф от [1 МРП] до 50 МРП",
                "назначить нельзя: ст. 5-2 ч. 2 – Беременная женщина",
                "по этим фактам не больше 25 МРП = 107 500 тенге",
                "Что изменило бы ответ:",
            ),
        ),
    ],
)
def test_a_page_speaks_the_language_of_the_reader(cli: CommandLine, language: str, words: tuple[str, ...]) -> None:
    said = " ".join(tree(cli, "--lang", language).replace("\xa0", " ").split())

    assert [phrase for phrase in words if phrase not in said] == []
    assert "{" not in said


@pytest.mark.parametrize("columns", [20, 40, 72, 200])
def test_a_page_fits_the_terminal(cli: CommandLine, columns: int) -> None:
    said = tree(cli, COLUMNS=str(columns))

    words = {word for line in said.splitlines() if len(line) > max(columns, 32) for word in line.split()}
    assert all(len(word) > max(columns, 32) - 12 for word in words)
    assert max(map(len, said.splitlines())) <= 100
    assert "community service" in " ".join(said.split())


def test_open_questions_are_told_with_the_most_decisive_first(cli: CommandLine) -> None:
    said = tree(cli, facts="tree.felled: true\nact.day: 2026-03-01\n")

    assert "On these facts no offence is certain." in said
    assert "Could still apply:" in said
    asked = said.split("Not known and matters (the most decisive first):")[1]
    assert "(permit.held): Was there a permit to fell it?" in " ".join(asked.split())


def test_an_exception_that_is_open_is_told_beside_the_offence(cli: CommandLine) -> None:
    said = tree(cli, facts=TREE.replace("danger: {to_life: false}\n", ""))

    assert "! Still open, and would take it away: Art. 4(1) Danger to life" in said


def test_everything_is_told_on_demand(cli: CommandLine) -> None:
    said = tree(cli, "--verbose")

    assert "proof:" in said
    assert "✓ tree.felled and met(art_1) and not permit.held" in said


def test_each_reading_of_open_words_is_shown(cli: CommandLine) -> None:
    said = tree(cli, facts=TREE.replace("sold: false, value: 0 KZT", "sold: true, value: 50000 KZT"))

    assert "The words of the law can be read in 3 ways; the answer for each:" in said
    assert said.count("▸ If read so: Of which part of Article 3 is the fine doubled?") == 3
    assert [
        line.split(" = ")[0].strip() for line in said.splitlines() if "fine from" in line and " to 60 " in line
    ] == ["• fine from [1 MCI] to 60 MCI"]


def test_two_laws_stand_side_by_side_where_none_is_named(cli: CommandLine) -> None:
    said = cli("qualify", str(FACTS / "obscene-video.yaml"))

    assert said.code == 0
    assert "A. Criminal Code of Kazakhstan" in said.out
    assert "! a proposal, not law in force" in said.out
    assert "as under law A" in said.out
    assert "The two laws side by side" in said.out
    assert "A: Art. 131(2)  |  B: Art. 1(2) [proposal]" in said.out
    assert "harshest choice: B is harsher (a graver kind, Art. 40)" in said.out


def test_json_follows_its_schema(cli: CommandLine) -> None:
    told: dict[str, Any] = json.loads(tree(cli, "--json"))

    assert told["schema"] == "zhargy.qualification/1"
    (law,) = told["laws"]
    (offence,) = law["answers"][0]["offences"]
    assert (offence["id"], offence["items"]) == ("art_3__para_2", ["art_3__para_2__point_1"])
    service = offence["threats"][0]["alternatives"][1]["penalties"][0]
    assert (service["kind"], service["barred"]) == ("community_service", True)


def test_facts_come_from_standard_input_too(cli: CommandLine) -> None:
    said = cli("qualify", "-", "--law", "sample", "--json", input=TREE)

    assert said.code == 0
    assert json.loads(said.out)["facts"]["tree.felled"] is True


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_empty_file_of_facts_asks_every_question_and_reads_back_as_nothing_known(
    cli: CommandLine, language: str
) -> None:
    written = cli("qualify", "--template", "--lang", language).out

    said = cli("qualify", cli.write("facts.yaml", written), "--as-of", "2026-03-01", "--json")
    assert json.loads(said.out)["facts"] == {}
    assert "  day:\n" in written
    assert "law.mci" not in written
    assert "reading." not in written
    assert max(map(len, written.splitlines())) <= 110
    question = {"kk": "Бұл қай күні болды?", "ru": "В какой день это произошло?", "en": "On which day did it happen?"}
    assert f"# {question[language]}" in written


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", ("«tree.feled» фактісі жоқ", "түзететін нәрсе – 3")),
        ("ru", ("Факта «tree.feled» нет", "исправить нужно 3")),
        ("en", ("There is no fact “tree.feled”", "Did you mean “tree.felled”?", "3 to mend")),
    ],
)
def test_everything_wrong_with_the_facts_is_told_in_the_language_of_the_reader(
    cli: CommandLine, language: str, words: tuple[str, ...]
) -> None:
    facts = cli.write("facts.yaml", "tree:\n  feled: true\n  girth: thick\noffender.role: keper\nact.day: 2026-03-01\n")

    said = cli("qualify", facts, "--law", "sample", "--lang", language)

    assert (said.code, said.out) == (2, "")
    assert [phrase for phrase in words if phrase not in said.err] == []
    assert f"{facts}:2:10: N220" in said.err
    assert all(code in said.err for code in ("N221", "N222", "N301"))


@pytest.mark.parametrize(
    ("arguments", "exit_code", "code"),
    [
        (("qualify",), 2, "U111"),
        (("qualify", "nowhere.yaml"), 4, "N101"),
        (("qualify", "facts.yaml", "--law", "smaple"), 4, "N263"),
        (("qualify", "facts.yaml", "--law", "sample+"), 2, "N308"),
        (("qualify", "facts.yaml", "--law", "sample", "--as-of", "1 March"), 2, "U102"),
    ],
)
def test_a_wrong_call_is_refused(cli: CommandLine, arguments: tuple[str, ...], exit_code: int, code: str) -> None:
    facts = cli.write("facts.yaml", TREE)

    said = cli(*(facts if argument == "facts.yaml" else argument for argument in arguments))

    assert (said.code, said.out) == (exit_code, "")
    assert code in said.err


def test_a_law_of_ones_own_is_taken_from_a_folder(cli: CommandLine) -> None:
    source = Path(__file__).parents[2] / "src" / "zhargy" / "packs" / "norms" / "sample"
    shutil.copytree(source, cli.folder / "mine")

    said = cli("qualify", cli.write("facts.yaml", TREE), "--law", str(cli.folder / "mine"))

    assert said.code == 0
    assert "Art. 3(2)" in said.out


# The wording of Article 190 that the pack holds is that of the Law of 3 January 2023 No. 188-VII, in force from
# 5 March 2023 (note to the article); the deed lies before it, Article 131 stands in its wording of 2015.
@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "топтамада жоқ"), ("ru", "в пакете его нет"), ("en", "does not hold that wording")],
)
def test_articles_that_read_otherwise_on_the_day_of_the_deed_are_named_and_not_passed_over(
    cli: CommandLine, language: str, words: str
) -> None:
    facts = cli.write("facts.yaml", "act.day: 2017-06-01\nproperty.taken: true\nfraud.means: [deception]\n")

    page = cli("qualify", facts, "--law", "kz-criminal-special", "--lang", language).out
    told = json.loads(cli("qualify", facts, "--law", "kz-criminal-special", "--json").out)

    assert words in " ".join(page.split())
    assert "190" in page
    assert "other_wording" in told["laws"][0]["caveats"]
    assert "art_190__para_1" in told["laws"][0]["not_held"]
    assert "art_131__para_1" not in told["laws"][0]["not_held"]


@pytest.mark.parametrize(
    ("language", "counted"), [("kk", "2 адам"), ("ru", "2 человека"), ("en", "2 persons (not 1 person)")]
)
def test_numbers_are_counted_in_the_words_of_the_reader(cli: CommandLine, language: str, counted: str) -> None:
    facts = cli.write(
        "facts.yaml",
        "act: {day: 2026-03-10, guilt: intent, insignificant: false, repeated: false, group: alone}\n"
        "offender: {kind: person, sane: true, birth: 1990-05-05}\n"
        "property: {taken: true, value: 500000 KZT}\nfraud.means: [deception]\nvictim.count: 1\n",
    )

    page = cli("qualify", facts, "--law", "kz-criminal-special", "--lang", language).out

    assert counted in " ".join(page.split())


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_value_of_another_type_is_refused_in_the_words_of_the_reader(cli: CommandLine, language: str) -> None:
    facts = cli.write(
        "facts.yaml", "act.day: 2026-02-30\nproperty.value: 500000\nact.public: maybe\nact.guilt: [intent]\n"
    )

    said = cli("qualify", facts, "--law", "kz-criminal-special", "--lang", language).err

    assert said.count("N221") == 4
    assert not {"bool", "enum", "date,", "list,"} & set(said.split())


def test_no_file_is_read_without_end(cli: CommandLine) -> None:
    said = cli("qualify", "/dev/zero", "--law", "sample")

    assert said.code == 3
    assert "N304" in said.err
