"""Use cases of norms as code: the packs there are, one of them, its examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from zhargy.errors import NotFound
from zhargy.norms.evaluation import CaseResult, run_cases
from zhargy.norms.packs import Pack, read_pack
from zhargy.packs import norm_packs


def pack_names() -> tuple[str, ...]:
    """Return the names of the packs that ship with the program."""
    return tuple(norm_packs())


def packs() -> Iterator[Pack]:
    """Yield the packs that ship with the program, in the order of their names."""
    for name, files in norm_packs().items():
        yield read_pack(files, name=name)


def pack(name: str) -> Pack:
    """Return a pack that ships with the program.

    Raises:
        NotFound: N263, there is none of that name.
    """
    files = norm_packs().get(name)
    if files is None:
        valid = pack_names()
        near = next(iter(get_close_matches(name, valid, n=1)), "")
        raise NotFound("N263", name=name, valid=", ".join(valid), near=near)
    return read_pack(files, name=name)


def own_pack(files: Mapping[str, str], *, name: str) -> Pack:
    """Return a pack a person has written.

    Args:
        files: Markdown by file name.
        name: What to call it in a refusal.

    Raises:
        PackRefused: N250, with everything that is wrong.
    """
    return read_pack(files, name=name)


def tried(chosen: Pack) -> Iterator[CaseResult]:
    """Yield what comes of each example of a pack."""
    yield from run_cases(chosen)
