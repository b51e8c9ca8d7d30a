"""Markdown files into a checked pack, or one refusal with everything that is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from zhargy.model.frbr import IdentifierError, WorkId
from zhargy.norms.packs.checking import check_norms
from zhargy.norms.packs.fences import FenceKind, find_fences
from zhargy.norms.packs.fields import Fields
from zhargy.norms.packs.nodes import Given, read_yaml
from zhargy.norms.packs.reading_cases import read_cases
from zhargy.norms.packs.reading_facts import read_vocabulary
from zhargy.norms.packs.reading_norms import read_norms
from zhargy.norms.packs.refusal import PackRefused
from zhargy.norms.packs.values import Case, Norm, Pack
from zhargy.norms.problems import Place, Problem
from zhargy.norms.vocabulary import Vocabulary

_NEEDED: Final = ("id", "title", "act", "editions", "sources", "encoder")


def read_pack(files: Mapping[str, str], *, name: str = "") -> Pack:
    """Read the files of a pack.

    Args:
        files: Markdown by file name; they are read in the order of the names, and no result hangs on it.
        name: What the pack is called in a refusal; the first file when empty.

    Raises:
        PackRefused: N250; its problems have codes N201 to N264, each with file, line, column and norm.
    """
    problems: list[Problem] = []
    blocks = _blocks(files, problems)
    vocabulary = read_vocabulary(blocks[FenceKind.FACT], problems=problems)
    norms = read_norms(blocks[FenceKind.NORM], problems=problems)
    cases = tuple(read_cases(blocks[FenceKind.CASE], vocabulary=vocabulary, norms=norms, problems=problems))
    problems.extend(check_norms(norms, vocabulary))
    head = _head(blocks[FenceKind.PACK], files, problems)
    pack = None if head is None else _pack(head, vocabulary=vocabulary, norms=norms, cases=cases)
    if pack is None or problems:
        raise PackRefused(name or min(files, default=""), problems)
    return pack


def _pack(head: Fields, *, vocabulary: Vocabulary, norms: Mapping[str, Norm], cases: tuple[Case, ...]) -> Pack | None:
    act, title, editions, sources = _work(head), head.words("title"), head.days("editions"), head.texts("sources")
    if act is None:
        return None
    return Pack(
        id=head.text("id"),
        title=title,
        act=act,
        editions=editions,
        vocabulary=vocabulary,
        norms=norms,
        cases=cases,
        sources=sources,
        encoder=head.text("encoder"),
        reviewer=head.text("reviewer"),
    )


def _work(head: Fields) -> WorkId | None:
    try:
        return WorkId.parse(head.text("act"))
    except IdentifierError:
        head.refuse("act", "work")
        return None


def _blocks(files: Mapping[str, str], problems: list[Problem]) -> Mapping[FenceKind, list[Given]]:
    found: dict[FenceKind, list[Given]] = {kind: [] for kind in FenceKind}
    for file in sorted(files):
        for fence in find_fences(files[file], file=file, problems=problems):
            given = read_yaml(fence, problems=problems)
            if given is not None:
                found[fence.kind].append(given)
    return found


def _head(blocks: Sequence[Given], files: Mapping[str, str], problems: list[Problem]) -> Fields | None:
    """Return the fields of the one block that says what pack it is."""
    if len(blocks) != 1:
        place = blocks[1].place if blocks else Place(file=min(files, default=""))
        problems.append(Problem(code="N262", params={"count": str(len(blocks))}, place=place))
        return None
    return Fields(blocks[0], keys=(*_NEEDED, "reviewer"), needed=_NEEDED, problems=problems)
