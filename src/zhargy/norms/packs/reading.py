"""The files of a pack into a checked pack, or one refusal with everything that is wrong."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from zhargy.norms.packs.checking import check_norms
from zhargy.norms.packs.fences import FenceKind, find_fences
from zhargy.norms.packs.heading import pack_of, read_general, read_head
from zhargy.norms.packs.nodes import Given, read_yaml
from zhargy.norms.packs.reading_cases import read_cases, read_usual
from zhargy.norms.packs.reading_facts import read_vocabulary
from zhargy.norms.packs.reading_norms import read_norms
from zhargy.norms.packs.reading_tables import SUFFIX, read_tables
from zhargy.norms.packs.refusal import PackRefused
from zhargy.norms.packs.using import Finder, Shared, read_uses
from zhargy.norms.packs.values import Pack
from zhargy.norms.problems import Problem

_Blocks = Mapping[FenceKind, list[Given]]
_EXAMPLES: Final = frozenset({FenceKind.USUAL, FenceKind.CASE})


def no_packs(_: str) -> None:
    """Find no pack: for packs that use none."""


def read_pack(
    files: Mapping[str, str],
    *,
    name: str = "",
    find: Finder = no_packs,
    known: Collection[str] = (),
    has_examples: bool = True,
) -> Pack:
    """Read the files of a pack.

    Args:
        files: Markdown and tables (``*.csv``) by file name; they are read in the order of the names, and no result
            hangs on it.
        name: What the pack is called in a refusal; the first file when empty.
        find: Gives the packs it uses by their names.
        known: The names there are, for the near miss.
        has_examples: Whether the examples are read too; without them a pack is ready in half the time.

    Raises:
        PackRefused: N250; its problems have codes N201 to N285, each with file, line, column and norm.
    """
    problems: list[Problem] = []
    blocks = _blocks(files, problems, left_out=frozenset() if has_examples else _EXAMPLES)
    pack = _read(blocks, files, find=find, known=known, problems=problems)
    if pack is None or problems:
        raise PackRefused(name or min(files, default=""), problems)
    return pack


def _read(
    blocks: _Blocks, files: Mapping[str, str], *, find: Finder, known: Collection[str], problems: list[Problem]
) -> Pack | None:
    head = read_head(blocks[FenceKind.PACK], files, problems)
    shared = read_uses(head, find=find, known=known, problems=problems) if head is not None else Shared()
    tables = {**shared.tables, **read_tables(files, problems=problems)}
    own = read_norms(blocks[FenceKind.NORM], problems=problems)
    if head is None or not shared.is_whole:  # names of a pack that could not be had would all be told as unknown
        return None
    norms = {**own, **shared.norms}
    vocabulary = read_vocabulary(
        blocks[FenceKind.FACT],
        blocks[FenceKind.READING],
        shared=shared.vocabulary,
        norms=norms,
        tables=tables,
        problems=problems,
    )
    general = read_general(blocks[FenceKind.GENERAL_PART], shared.generals, head, problems)
    usual = read_usual(blocks[FenceKind.USUAL], vocabulary=vocabulary, problems=problems)
    cases = tuple(
        read_cases(blocks[FenceKind.CASE], usual=usual, vocabulary=vocabulary, norms=norms, problems=problems)
    )
    problems.extend(check_norms(own, vocabulary, used=shared.norms))
    pack = pack_of(head, vocabulary=vocabulary, norms=norms, cases=cases, problems=problems)
    return None if pack is None else replace(pack, used=shared.packs, tables=tables, general=general)


def _blocks(files: Mapping[str, str], problems: list[Problem], *, left_out: frozenset[FenceKind]) -> _Blocks:
    found: dict[FenceKind, list[Given]] = {kind: [] for kind in FenceKind}
    for file in sorted(name for name in files if not name.endswith(SUFFIX)):
        for fence in find_fences(files[file], file=file, problems=problems):
            given = None if fence.kind in left_out else read_yaml(fence, problems=problems)
            if given is not None:
                found[fence.kind].append(given)
    return found
