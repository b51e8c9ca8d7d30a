"""``zhargy ask``: an interview in the terminal."""

from __future__ import annotations

import json

import pytest

from cli.conftest import CommandLine
from zhargy.cli.ask.answers import read_answer
from zhargy.norms.vocabulary import Fact, FactType
from zhargy.text import Language

DAY = "2026-02-01"
TWICE = json.dumps(
    {
        "schema": "zhargy.interview/1",
        "pack": "sample",
        "as_of": None,
        "answers": [{"fact": "tree.felled", "value": True}, {"fact": "tree.felled", "value": False}],
    }
)


def typed(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def test_answers_lead_to_what_applies_and_what_it_threatens(cli: CommandLine) -> None:
    said = cli("ask", "sample", "--lang", "en", "--json", input=typed(DAY, "1990-05-05", "no"))

    told = json.loads(said.out)
    assert said.code == 0
    assert told["facts"]["act.day"] == DAY
    assert told["schema"] == "zhargy.interview/1"
    assert set(told["standings"].values()) >= {"not_met"}


def test_an_answer_that_does_not_fit_is_told_with_its_code_and_asked_again(cli: CommandLine) -> None:
    said = cli("ask", "sample", "--lang", "en", input=typed("yesterday-ish"))

    assert said.code == 0
    assert "N221" in said.err


def test_help_tells_more_and_asks_again(cli: CommandLine) -> None:
    said = cli("ask", "sample", "--lang", "en", input=typed("?"))

    first, again = (line for line in said.err.splitlines() if line.startswith("["))
    assert first == again


def test_going_back_asks_the_question_before(cli: CommandLine) -> None:
    said = cli("ask", "sample", "--lang", "en", input=typed("", "<"))

    asked = [line for line in said.err.splitlines() if line.startswith("[")]
    assert len(asked) == 3
    assert asked[0] == asked[2] != asked[1]


def test_an_interview_is_put_down_and_taken_up_again(cli: CommandLine) -> None:
    cli("ask", "sample", "--save", str(cli.folder / "answers.json"), input=typed(DAY, "1990-05-05"))
    resumed = cli("ask", "sample", "--resume", str(cli.folder / "answers.json"), "--json", input="")

    assert json.loads(resumed.out)["facts"] == {"offender.birth": "1990-05-05", "act.day": DAY}


def test_the_facts_are_written_for_other_commands_with_their_labels(cli: CommandLine) -> None:
    cli("ask", "sample", "--lang", "en", "--facts", str(cli.folder / "facts.yaml"), input=typed(DAY, "1990-05-05"))

    text = (cli.folder / "facts.yaml").read_text("utf-8")
    assert "act.day: 2026-02-01  # Day of the act\n" in text


def test_a_file_that_is_no_interview_is_refused(cli: CommandLine) -> None:
    cli.write("answers.json", "[1, 2")

    said = cli("ask", "sample", "--resume", str(cli.folder / "answers.json"))

    assert said.code == 3
    assert "N323" in said.err


@pytest.mark.parametrize(("language", "words"), [("kk", "басталады"), ("ru", "начинается"), ("en", "begins")])
def test_a_day_before_the_law_is_refused_in_the_readers_language(cli: CommandLine, language: str, words: str) -> None:
    said = cli("ask", "sample", "--as-of", "2020-01-01", "--lang", language, input="")

    assert (said.code, said.out) == (2, "")
    assert "N279" in said.err
    assert words in said.err


def test_a_deed_before_the_law_is_refused_and_the_day_asked_again(cli: CommandLine) -> None:
    said = cli("ask", "kz-criminal-special", "--lang", "en", "--json", input=typed("10.03.2013", "10.03.2026"))

    assert said.err.count("N279") == 1
    assert json.loads(said.out)["facts"] == {"act.day": "2026-03-10"}


# Article 131(1) of the Criminal Code: a fine up to 100 MCI; least fine of a misdemeanour 20 MCI, Article 41(2);
# the MCI of 2026 is 4,325 tenge (mci-by-year.csv).
@pytest.mark.parametrize(
    ("language", "fine"),
    [
        ("kk", "айыппұл [20 АЕК-тен] 100 АЕК-ке дейін"),
        ("ru", "штраф от [20 МРП] до 100 МРП"),
        ("en", "fine from [20 MCI] to 100 MCI = from [86,500 tenge] to 432,500 tenge"),
    ],
)
def test_what_is_threatened_is_told_in_words_as_qualification_tells_it(
    cli: CommandLine, language: str, fine: str
) -> None:
    answers = typed("10.03.2026", "1", "yes", "5 мая 1990", "1", "yes", "no")

    said = cli("ask", "kz-criminal-special", "--lang", language, input=answers)

    assert fine in " ".join(said.out.replace("\xa0", " ").split())
    assert "mci" not in said.out
    assert "corrective_work" not in said.out


def test_a_pack_without_offences_tells_its_norms_by_place_and_title(cli: CommandLine) -> None:
    said = cli("ask", "kz-criminal-general", "--lang", "en", input=typed("2026-03-10"))

    assert "Art. 15(1)" in said.out
    assert "art_15" not in said.out


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_qualification_takes_the_facts_of_an_interview_as_they_are(cli: CommandLine, language: str) -> None:
    answers = typed("10.03.2026", "1", "yes", "1990-05-05", "1", "yes", "no", "1", "yes", "1, 2")
    facts = str(cli.folder / "facts.yaml")
    cli("ask", "kz-criminal-special", "--lang", language, "--facts", facts, input=answers)

    asked = json.loads(cli("ask", "kz-criminal-special", "--json", input=answers).out)
    told = cli("qualify", facts, "--law", "kz-criminal-special", "--lang", language, "--json")

    assert (told.code, told.err) == (0, "")
    found = json.loads(told.out)
    assert found["facts"] == asked["facts"]
    applying = {norm for norm, standing in asked["standings"].items() if standing == "applies"}
    assert applying <= {offence["id"] for offence in found["laws"][0]["answers"][0]["offences"]}


@pytest.mark.parametrize(
    "saved",
    [
        "",
        "[1, 2",
        "\x00",
        "[" * 5000,
        '{"schema": "zhargy.interview/1", "pack": "kz-ai-offences", "as_of": null, "answers": []}',
        '{"schema": "zhargy.interview/1", "pack": "sample", "as_of": "2026-02-30", "answers": []}',
        '{"schema": "zhargy.interview/1", "pack": "sample", "as_of": null, "answers": [1]}',
        TWICE,
    ],
)
def test_a_file_that_is_no_interview_of_the_pack_is_refused(cli: CommandLine, saved: str) -> None:
    said = cli("ask", "sample", "--resume", cli.write("answers.json", saved))

    assert (said.code, said.out) == (3, "")
    assert "N323" in said.err


def test_every_answer_that_the_pack_does_not_know_any_more_is_told(cli: CommandLine) -> None:
    answers = [{"fact": "tree.hight", "value": 5}, {"fact": "tree.felled", "value": "maybe"}]
    saved = {"schema": "zhargy.interview/1", "pack": "sample", "as_of": None, "answers": answers}
    said = cli("ask", "sample", "--resume", cli.write("answers.json", json.dumps(saved)), "--lang", "en")

    assert said.code == 2
    assert "“tree.hight”" in said.err
    assert "“tree.felled”" in said.err


def test_another_day_may_be_given_when_an_interview_is_taken_up_again(cli: CommandLine) -> None:
    file = str(cli.folder / "answers.json")
    cli("ask", "sample", "--save", file, input=typed(DAY))

    resumed = cli("ask", "sample", "--resume", file, "--as-of", "2026-05-05", "--json", input="")

    assert json.loads(resumed.out)["day"] == "2026-05-05"


def test_what_a_person_types_cannot_steer_the_terminal(cli: CommandLine) -> None:
    said = cli("ask", "sample", "--lang", "en", input=typed("\x1b]0;title\x07"))

    assert "N221" in said.err
    assert "\x1b" not in said.err
    assert "\x07" not in said.err


@pytest.mark.parametrize(
    ("answer", "fact", "meant"),
    [
        ("иә", Fact(name="a", type=FactType.BOOL), True),
        ("Нет", Fact(name="a", type=FactType.BOOL), False),
        ("2", Fact(name="a", type=FactType.ENUM, choices=("red", "blue")), "blue"),
        ("blue", Fact(name="a", type=FactType.ENUM, choices=("red", "blue")), "blue"),
        (
            "көк",
            Fact(name="a", type=FactType.ENUM, choices=("red", "blue"), choice_words={"blue": {Language.KK: "Көк"}}),
            "blue",
        ),
        ("1, 2", Fact(name="a", type=FactType.SET, choices=("red", "blue")), ["red", "blue"]),
        ("0", Fact(name="a", type=FactType.SET, choices=("red", "blue")), []),
        ("12,5", Fact(name="a", type=FactType.NUMBER), "12.5"),
        ("5 000 000", Fact(name="a", type=FactType.MONEY), "5000000 KZT"),
        ("31.01.2026", Fact(name="a", type=FactType.DATE), "2026-01-31"),
        ("2026 жылғы 31 қаңтар", Fact(name="a", type=FactType.DATE), "2026-01-31"),
        ("maybe", Fact(name="a", type=FactType.BOOL), "maybe"),
    ],
)
def test_what_people_type_is_read_for_the_type_of_the_fact(answer: str, fact: Fact, meant: object) -> None:
    assert read_answer(answer, fact) == meant
