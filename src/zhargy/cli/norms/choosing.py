"""Which pack a command means: one that ships with the program, a folder or a file; what is wrong with it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from zhargy.app.norms import own_pack, pack, pack_files, pack_names
from zhargy.cli.console import Console
from zhargy.cli.files import read_input
from zhargy.errors import UnreadableInput
from zhargy.messages import keys, render
from zhargy.norms.packs import Pack, PackRefused
from zhargy.norms.problems import Problem

#: Bytes of the largest file of a pack that is read: ten times the largest that ships with the program.
_LARGEST: Final = 4 * 1024 * 1024

#: Parameters that may be empty.
_OPEN: Final = frozenset({"least", "most", "expected"})


def chosen_pack(name: str, console: Console, *, has_examples: bool = True) -> Pack:
    """Return the pack of that name, or the one in that folder or file; tell every problem of one that is refused.

    Args:
        name: The name, folder or file.
        console: The console.
        has_examples: Whether the examples of a pack that ships with the program are read too.

    Raises:
        NotFound: N263, N101.
        UnreadableInput: N250, N265, N285, N102, N103.
    """
    try:
        if name in pack_names() or not Path(name).exists():
            return pack(name, has_examples=has_examples)
        return own_pack(dict(_files(name)), name=name)
    except PackRefused as error:
        for problem in error.problems:
            console.insist(told(problem, console))
        raise


def files_of(name: str) -> Mapping[str, str]:
    """Return the files of the pack that `chosen_pack` takes for a name.

    Raises:
        UnreadableInput: N265, N285, N102, N103.
    """
    if name in pack_names():
        return pack_files(name)
    return dict(_files(name))


def _files(name: str) -> Iterator[tuple[str, str]]:
    path = Path(name)
    inside = (*path.glob("*.md"), *path.glob("*.csv")) if path.is_dir() else (path,)
    for file in sorted(file for file in inside if file == path or file.is_file()):
        data = read_input(str(file), most=_LARGEST + 1)
        if len(data) > _LARGEST:
            raise UnreadableInput("N285", name=str(file), limit=_LARGEST)
        try:
            yield str(file), data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UnreadableInput("N265", name=str(file)) from error


def told(problem: Problem, console: Console) -> str:
    """Return a problem in words: its place, its code, what is wrong, what to do."""
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
