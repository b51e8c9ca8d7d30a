"""Which pack a command means: one that ships with the program, a folder or a file; what is wrong with it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from zhargy.app.norms import own_pack, pack, pack_names
from zhargy.cli.console import Console
from zhargy.cli.files import read_input
from zhargy.errors import UnreadableInput
from zhargy.messages import keys, render
from zhargy.norms.packs import Pack, PackRefused
from zhargy.norms.problems import Problem

#: Parameters that may be empty.
_OPEN: Final = frozenset({"least", "most", "expected"})


def chosen_pack(name: str, console: Console) -> Pack:
    """Return the pack of that name, or the one in that folder or file; tell every problem of one that is refused.

    Raises:
        NotFound: N263, N101.
        UnreadableInput: N250, N265, N102, N103.
    """
    try:
        if name in pack_names() or not Path(name).exists():
            return pack(name)
        return own_pack(dict(_files(name)), name=name)
    except PackRefused as error:
        for problem in error.problems:
            console.insist(_told(problem, console))
        raise


def _files(name: str) -> Iterator[tuple[str, str]]:
    path = Path(name)
    for file in sorted(path.glob("*.md")) if path.is_dir() else [path]:
        try:
            yield str(file), read_input(str(file)).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UnreadableInput("N265", name=str(file)) from error


def _told(problem: Problem, console: Console) -> str:
    said = render(problem.code, _worded(problem.params, console), console.language)
    return f"{problem.place}: {problem.code} {said.message}\n  {said.hint}"


def _worded(params: Mapping[str, str], console: Console) -> Mapping[str, str]:
    """Put parameters into words: the kind of value wanted in the language of the reader, an open end as a sign."""
    shown = {name: value or "…" if name in _OPEN else value for name, value in params.items()}
    key = f"cli.norms.wanted.{params.get('wanted', '')}"
    if key in keys():
        shown["wanted"] = console.words(key)
    if "path" in params:
        shown["path"] = ".".join(part for part in ("sanction", params["path"]) if part)
    return shown
