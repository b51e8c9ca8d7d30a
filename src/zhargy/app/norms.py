"""Use cases of norms as code: the packs there are, one of them, its examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from zhargy.errors import NotFound
from zhargy.norms.evaluation import CaseResult, run_cases
from zhargy.norms.packs import Pack, Shelf, read_pack
from zhargy.packs import norm_packs


@cache
def _shelf(*, has_examples: bool = True) -> Shelf:
    return Shelf(norm_packs(), has_examples=has_examples)


def pack_names() -> tuple[str, ...]:
    """Return the names of the packs that ship with the program."""
    return tuple(_shelf())


def pack_files(name: str) -> Mapping[str, str]:
    """Return the files of a pack that ships with the program, texts by file name."""
    return norm_packs()[name]


def packs() -> Iterator[Pack]:
    """Yield the packs that ship with the program, in the order of their names."""
    for name in pack_names():
        yield pack(name)


def pack(name: str, *, has_examples: bool = True) -> Pack:
    """Return a pack that ships with the program, with the packs it uses.

    Args:
        name: Its name.
        has_examples: Whether its examples are read too; without them it is ready in half the time.

    Raises:
        NotFound: N263, there is none of that name.
    """
    found = _shelf(has_examples=has_examples).find(name)
    if found is None:
        valid = pack_names()
        near = next(iter(get_close_matches(name, valid, n=1)), "")
        raise NotFound("N263", name=name, valid=", ".join(valid), near=near)
    return found


def own_pack(files: Mapping[str, str], *, name: str) -> Pack:
    """Return a pack a person has written; it may use the packs that ship with the program.

    Args:
        files: Markdown and tables by file name.
        name: What to call it in a refusal.

    Raises:
        PackRefused: N250, with everything that is wrong.
    """
    return read_pack(files, name=name, find=_shelf().find, known=pack_names())


def tried(chosen: Pack) -> Iterator[CaseResult]:
    """Yield what comes of each example of a pack."""
    yield from run_cases(chosen)
