"""Small packs for tests, put together from blocks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from zhargy.norms.packs import Pack, read_pack
from zhargy.norms.vocabulary import Value

DAY = date(2025, 8, 1)
HEAD = """```yaml pack
id: trial
title: {kk: Сынақ, ru: Проба, en: Trial}
act: /akn/kz/act/2025-02-10/9-II
editions: [2025-07-01]
sources: [made up]
encoder: nobody
```
"""


def fact(name: str, kind: str = "bool", *more: str) -> str:
    """A block of one fact."""
    words = '{label: Label, question: "Which?"}'
    return _block("fact", f"name: {name}", f"type: {kind}", *(f"{tag}: {words}" for tag in ("kk", "ru", "en")), *more)


def norm(id: str, when: str, *more: str, kind: str = "offence") -> str:  # noqa: A002
    """A block of one norm."""
    title = "title: {kk: Норма, ru: Норма, en: Norm}"
    return _block("norm", f"id: {id}", f"kind: {kind}", title, f"when: {when}", "anchors: {}", *more)


def case(facts: str, expect: str, *more: str) -> str:
    """A block of one example."""
    title = "title: {kk: Бірі, ru: Один, en: One}"
    return _block("case", "name: one", title, "day: 2025-08-01", f"facts: {facts}", f"expect: {expect}", *more)


def reading(name: str, norms: str, choices: Sequence[str], *more: str) -> str:
    """A block of one question of law."""
    words = '{label: Label, question: "Which?"}'
    told = [f"{{id: {choice}, kk: Бірі, ru: Один, en: One}}" for choice in choices]
    tags = (f"{tag}: {words}" for tag in ("kk", "ru", "en"))
    return _block("reading", f"name: {name}", f"norms: {norms}", f"choices: [{', '.join(told)}]", *tags, *more)


def head(*more: str, id: str = "trial") -> str:  # noqa: A002
    """A head with more fields."""
    return HEAD.replace("id: trial", f"id: {id}").replace("encoder: nobody", "\n".join(["encoder: nobody", *more]))


def pack_of(*blocks: str, top: str = HEAD, **files: str) -> Pack:
    """The pack of these blocks, read in their order; tables by their names."""
    tables = {f"{name}.csv": text for name, text in files.items()}
    return read_pack({"trial.md": "\n".join([top, *blocks]), **tables})


def truths(names: Sequence[str]) -> list[str]:
    """Blocks of facts that are true or false."""
    return [fact(name) for name in names]


def yes(*names: str) -> dict[str, Value]:
    """Facts that are true."""
    return dict.fromkeys(names, True)


def _block(kind: str, *lines: str) -> str:
    return "\n".join([f"```yaml {kind}", *lines, "```", ""])
