"""Write the reference pages of commands and codes: ``python tools/reference_pages.py``.

The words come from the English catalogue, options and arguments from the commands themselves, and what an example told
from running it. A test compares the pages with what this writes.
"""

# ruff: noqa: INP001 (a program, not a module)

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import click
from code_examples import Example, examples, prepare, run_example

from zhargy.cli.console import Console
from zhargy.cli.root import zhargy
from zhargy.messages import all_codes, meaning, render
from zhargy.text import Language

REFERENCE: Final = Path(__file__).parents[1] / "docs" / "reference"
_MADE: Final = "<!-- Made by tools/reference_pages.py: change the catalogues, commands or examples instead. -->\n"
_WIDTH: Final = 88

#: Families of codes by their first letters: name of the page, title, what belongs there.
FAMILIES: Final = {
    "P0": (
        "repairs",
        "Repairs",
        "What was mended while reading. The text says the same as before; every repair can be undone.",
    ),
    "P1": ("diagnostics", "Diagnostics", "What a person should know about a text. The text itself was not touched."),
    "P9": ("unreadable", "Unreadable input", "Files that hold no text of an act. Exit code 3."),
    "L": ("library", "Library", "What the library does not hold or cannot do now."),
    "U": ("usage", "Calls", "Calls that are wrong in themselves. Exit code 2."),
    "N2": (
        "norms",
        "Norms",
        "What keeps a norm pack, a condition or a set of facts from being used. All is told at once.",
    ),
    "N3": (
        "norm-uses",
        "Uses of norms",
        "What keeps facts from being qualified, and an interview from going on. All is told at once.",
    ),
    "N4": (
        "norm-checks",
        "Checks of norms",
        "What is amiss in a norm pack that can be used: what proofs, anchors and batches of cases find.",
    ),
    "N": ("files", "Files", "Files that cannot be read or written."),
    "W": ("web", "Portal", "What the portal refuses, and what keeps it from starting."),
    "B": ("program", "The program itself", "Our own mistakes. Exit code 70."),
}


def pages(told: Mapping[str, Example]) -> Iterator[tuple[Path, str]]:
    """Yield every generated page with its text.

    Args:
        told: What the example of each code told.
    """
    yield REFERENCE / "cli.md", commands_page()
    yield REFERENCE / "codes.md", codes_page()
    for name, title, words in FAMILIES.values():
        codes = [code for code in all_codes() if family(code) == name]
        sections = [_code(code, told[code]) for code in codes if code in told]
        yield REFERENCE / "codes" / f"{name}.md", "\n".join([_MADE, f"# {title}\n", f"{words}\n", *sections])


def family(code: str) -> str:
    """Return the name of the page a code stands on."""
    return FAMILIES[code[:2] if code[:2] in FAMILIES else code[0]][0]


def commands_page() -> str:
    """Return the page of all commands: their help, as a terminal shows it."""
    root = click.Context(zhargy, info_name="zhargy", obj=Console(Language.EN))
    sections = [_command(context) for context in _contexts(root)]
    lead = (
        "What each command says with `--help`. JSON is described in [json.md](json.md), codes in [codes.md](codes.md), "
        "variables in [settings.md](settings.md).\n"
    )
    return "\n".join([_MADE, "# Commands\n", lead, *sections])


def codes_page() -> str:
    """Return the page that lists every code."""
    rows = []
    for code in all_codes():
        message = _open(render(code, {}, Language.EN).message)
        rows.append(f"| [{code}](codes/{family(code)}.md#{code.lower()}) | {message} |")
    lead = (
        "Every refusal, diagnostic and repair has a stable code. `zhargy explain CODE` says the same in Kazakh, "
        "Russian or English.\n"
    )
    return "\n".join([_MADE, "# Codes\n", lead, "| code | message |", "|---|---|", *rows, ""])


def run_all() -> dict[str, Example]:
    """Run every example."""
    with tempfile.TemporaryDirectory() as name:
        prepared = Path(name, "prepared")
        prepared.mkdir()
        prepare(prepared)
        return {code: run_example(code, prepared=prepared) for code in examples()}


def _contexts(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            assert command is not None, name
            yield from _contexts(click.Context(command, info_name=name, parent=context, obj=context.obj))


def _command(context: click.Context) -> str:
    formatter = click.HelpFormatter(width=_WIDTH)
    context.command.format_help(context, formatter)
    return f"## {context.command_path}\n\n```text\n{formatter.getvalue().rstrip()}\n```\n"


def _code(code: str, example: Example) -> str:
    said = render(code, {}, Language.EN)
    parts = [f"## {code}\n", f"**{_open(said.message)}**\n", f"{meaning(code, Language.EN)}\n"]
    parts.append(f"What to do: {_open(said.hint)}\n")
    if example.input:
        parts.append(_fenced(example.input, example.language))
    calls = "".join(f"$ {call}\n" for call in example.calls)
    parts.append(_fenced(calls + example.told, "console"))
    return "\n".join(parts)


def _fenced(text: str, language: str) -> str:
    ticks = "````" if "```" in text else "```"
    return f"{ticks}{language}\n{text.rstrip()}\n{ticks}\n"


def _open(template: str) -> str:
    """Return a message with its placeholders as a reader of the page understands them."""
    return template.replace("{", "*").replace("}", "*")


if __name__ == "__main__":
    for path, text in pages(run_all()):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
