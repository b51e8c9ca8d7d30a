"""Help leads with examples, speaks the language of the call, and every example it gives is a right call."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

import click
import pytest

from cli.conftest import CommandLine
from zhargy.cli.command import Command
from zhargy.cli.console import Console
from zhargy.cli.group import Group
from zhargy.cli.root import zhargy
from zhargy.text import Language


def contexts(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            assert command is not None
            yield from contexts(click.Context(command, info_name=name, parent=context, obj=context.obj))


ALL = list(contexts(click.Context(zhargy, info_name="zhargy", obj=Console(Language.EN))))
EXAMPLES = sorted(
    {example for context in ALL if isinstance(context.command, Command | Group) for example in context.command.examples}
)


@pytest.mark.parametrize("context", ALL, ids=lambda context: context.command_path)
@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("kk", ["Мысалдар:", "Шақырылуы:", "Параметрлер:"]),
        ("ru", ["Примеры:", "Вызов:", "Параметры:"]),
        ("en", ["Examples:", "Usage:", "Options:"]),
    ],
)
def test_help_leads_with_examples(cli: CommandLine, context: click.Context, language: str, headings: list[str]) -> None:
    said = cli(*context.command_path.split()[1:], "--help", "--lang", language)

    places = [said.out.index(heading) for heading in headings]
    assert (said.code, said.err) == (0, "")
    assert places == sorted(places)
    assert "{" not in said.out


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_a_right_call(example: str) -> None:
    call = next(part for part in example.split("|") if "zhargy" in part).split(">")[0]
    arguments = shlex.split(call)[1:]
    context = zhargy.make_context("zhargy", list(arguments), obj=Console(Language.EN))

    while isinstance(context.command, click.Group):
        rest = [*context._protected_args, *context.args]
        name, command, rest = context.command.resolve_command(context, rest)
        assert command is not None
        context = command.make_context(name, rest, parent=context)

    assert isinstance(context.command, Command)


def test_the_list_of_commands_loads_none_of_them(cli: CommandLine) -> None:
    said = cli("--help")

    for name in ("structure", "cite", "library", "serve", "explain"):
        assert f"\n  {name} " in said.out


def test_the_program_alone_shows_its_help_as_a_wrong_call(cli: CommandLine) -> None:
    said = cli()

    assert (said.code, said.out) == (2, "")
    assert "Commands:" in said.err
