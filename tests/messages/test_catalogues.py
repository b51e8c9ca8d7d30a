"""The catalogues are complete, say the same thing in all three languages, and hold nothing that nobody says."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import zhargy
from zhargy.cli.console import Console
from zhargy.cli.root import zhargy as program
from zhargy.messages import all_codes, keys, plural, translate
from zhargy.messages.catalogue import LOCALE
from zhargy.text import Language

SOURCE = Path(zhargy.__file__).parent
LANGUAGES = tuple(Language)
REFUSALS = {"ZhargyError", "UsageError", "UnreadableInput", "NotFound", "TryLater", "kind"}
_CODE = re.compile(r"[A-Z]\d{3}")
_KAZAKH = re.compile("[әғқңөұүһі]")
_CYRILLIC = re.compile("[а-я]")
_LATIN_LOOKALIKE = re.compile(r"[а-яәғқңөұүһіё][a-z]|[a-z][а-яәғқңөұүһіё]", re.IGNORECASE)


@cache
def catalogue(language: Language) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "zhargy.po").open("rb") as lines:
        return read_po(lines, abort_invalid=True)


def entries(language: Language) -> dict[str, tuple[str, ...]]:
    found = {}
    for message in catalogue(language):
        key = message.id if isinstance(message.id, str) else message.id[0]
        if key:
            found[key] = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return found


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


@cache
def constants() -> frozenset[str]:
    return frozenset(
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Keys that are put together: ``f"cli.outcome.{outcome}"``; those of help are checked against the commands."""
    found = []
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                parts = [re.escape(str(v.value)) if isinstance(v, ast.Constant) else ".+" for v in node.values]
                if re.match(r"(cli|os)\\\.", parts[0]):
                    found.append(re.compile("".join(parts)))
    return tuple(found)


@cache
def law_patterns() -> tuple[re.Pattern[str], ...]:
    """Keys about law that are put together; who says them leaves out ``law.``: ``say(f"kind.{kind}")``."""
    found = []
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                parts = [re.escape(str(v.value)) if isinstance(v, ast.Constant) else ".+" for v in node.values]
                if re.search("[a-z]{3}", "".join(parts)):
                    found.append(re.compile("".join(parts)))
    return tuple(found)


def is_said_of_law(key: str) -> bool:
    rest = key.removeprefix("law.")
    return key != rest and (rest in constants() or any(p.fullmatch(rest) for p in law_patterns()))


def commands(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            assert command is not None
            yield from commands(click.Context(command, info_name=name, parent=context, obj=context.obj))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_key_and_words_for_it(language: Language) -> None:
    found = entries(language)

    assert set(found) == set(entries(Language.EN))
    assert [key for key, sentences in found.items() if not all(sentence.strip() for sentence in sentences)] == []


@pytest.mark.parametrize("key", sorted(entries(Language.EN)))
def test_a_sentence_has_the_same_placeholders_in_every_language(key: str) -> None:
    told = {frozenset(placeholders(form)) for language in LANGUAGES for form in entries(language)[key]}

    assert len(told) == 1


# Plural rules: Unicode CLDR 44 for en (one, other) and ru (one, few, many of whole numbers); a Kazakh noun keeps its
# form behind a number, so one form is enough.
@pytest.mark.parametrize(("language", "forms"), [(Language.EN, 2), (Language.RU, 3), (Language.KK, 1)])
def test_plurals_have_the_forms_of_their_language(language: Language, forms: int) -> None:
    numbered = [key for key in entries(Language.EN) if len(entries(Language.EN)[key]) > 1]

    assert len(numbered) >= 5
    assert {len(entries(language)[key]) for key in numbered} == {forms}


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 ссылка"), (2, "2 ссылки"), (5, "5 ссылок"), (11, "11 ссылок"), (21, "21 ссылка"), (112, "112 ссылок")],
)
def test_russian_counts_as_grammar_asks(count: int, words: str) -> None:
    assert plural("cli.references", Language.RU, count=count) == words


def test_every_code_of_the_source_is_in_the_catalogues_and_no_other() -> None:
    told = {constant for constant in constants() if _CODE.fullmatch(constant)}

    assert told == set(all_codes())


def test_every_code_says_what_it_means_and_what_to_do() -> None:
    wanted = {f"{code}{part}" for code in all_codes() for part in (".hint", ".meaning")}

    assert wanted - keys() == set()


def test_no_key_is_there_for_nobody() -> None:
    others = [key for key in keys() if not _CODE.match(key) and not key.startswith(("help.", "os."))]

    unused = [key for key in others if key not in constants() and not any(p.fullmatch(key) for p in patterns())]
    unused = [key for key in unused if not is_said_of_law(key)]

    assert len(others) > 30
    assert unused == []


def test_every_word_of_help_belongs_to_a_command_and_every_command_has_its_words() -> None:
    used = {"help.zhargy.more"}
    for context in commands(click.Context(program, info_name="zhargy", obj=Console(Language.EN))):
        key = getattr(context.command, "key", "")
        used.add(f"help.{key}")
        used |= {f"help.{key}.more"} & keys()
        for param in context.command.get_params(context):
            name = param.human_readable_name.lower() if isinstance(param, click.Argument) else param.opts[0].strip("-")
            used.add(f"help.{key}.{name}" if f"help.{key}.{name}" in keys() else f"help.common.{name}")
    headings = {key for key in keys() if key.startswith("help.heading.")}

    assert used == {key for key in keys() if key.startswith("help.")} - headings


def test_who_refuses_gives_the_message_what_it_needs() -> None:
    wanting = []
    for path, tree in trees():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
                continue
            if ast.unparse(node.func) not in REFUSALS:
                continue
            code = node.args[0].value
            if not (isinstance(code, str) and code in all_codes()):
                continue
            given = {word.arg for word in node.keywords}
            given |= {"reason"} if "errno" in given else set()
            needed = placeholders(translate(code, Language.EN)) | placeholders(translate(f"{code}.hint", Language.EN))
            if None not in given and not needed <= given:
                wanting.append((path.name, node.lineno, code, sorted(needed - given)))

    assert wanting == []


def test_kazakh_and_russian_words_are_written_in_their_own_letters() -> None:
    for language in (Language.KK, Language.RU):
        for key, sentences in entries(language).items():
            for sentence in sentences:
                assert not _LATIN_LOOKALIKE.search(sentence), (language, key)
                letters = re.sub(r"\{\w+\}|--?\w+|[A-Za-z]", "", sentence)
                assert not re.search("[а-яё]", letters) or _CYRILLIC.search(sentence), key
    kazakh = " ".join(sentence for sentences in entries(Language.KK).values() for sentence in sentences)
    russian = " ".join(sentence for sentences in entries(Language.RU).values() for sentence in sentences)
    assert _KAZAKH.search(kazakh)
    assert not _KAZAKH.search(russian)


def test_a_missing_parameter_shows_its_name_and_hides_nothing_else() -> None:
    assert translate("P101", Language.EN, before="Article 2.") == (
        "Numbers are missing between “Article 2.” and “{after}”"
    )


def test_an_unknown_key_is_a_bug_and_says_so() -> None:
    with pytest.raises(KeyError, match="Z999"):
        translate("Z999", Language.KK)
    with pytest.raises(KeyError, match=r"cli\.nothing"):
        plural("cli.nothing", Language.RU, count=2)
