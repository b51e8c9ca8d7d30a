"""A bank of cases: JSON lines, the first of which says where the cases come from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from zhargy.errors import UnreadableInput, UsageError
from zhargy.norms.consequences.comparing import Known
from zhargy.norms.qualification import read_facts_file
from zhargy.norms.vocabulary import Vocabulary
from zhargy.text import Language

_HEAD: Final = "bank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """Cases with their source.

    Args:
        source: Where they come from, in the words of the bank.
        sha256: Hash of the file.
        cases: The cases.
    """

    source: str
    sha256: str
    cases: tuple[Known, ...]


def read_bank(data: bytes, *, name: str, vocabulary: Vocabulary) -> Bank:
    r"""Return the cases of a bank.

    The first line is ``{"bank": {"source": "…"}}``; each further one ``{"facts": {…}}``, with a ``name`` and a
    ``title`` in each language if it has them. Facts are written as in a file of facts.

    Args:
        data: The bytes of the file.
        name: Name of the file.
        vocabulary: The facts there are.

    Raises:
        UnreadableInput: N471, a line is no case; N472, the bank does not say where its cases come from.
        UsageError: N473, it has none.
        FactsFileRefused: N301, the facts of a line cannot be used.

    Example:
        >>> from zhargy.norms.vocabulary import Fact, FactType
        >>> known = Vocabulary.of(Fact(name="act.public", type=FactType.BOOL))
        >>> lines = b'{"bank": {"source": "made up"}}\n{"facts": {"act.public": true}}\n'
        >>> read_bank(lines, name="bank.jsonl", vocabulary=known).cases[0].facts
        {'act.public': True}
    """
    lines = list(_lines(data, name))
    source = _source(lines[0][1]) if lines else ""
    if not source:
        raise UnreadableInput("N472", name=name)
    cases = tuple(_case(told, f"{name}:{number}", vocabulary) for number, told in lines[1:])
    if not cases:
        raise UsageError("N473", name=name)
    return Bank(source=source, sha256=hashlib.sha256(data).hexdigest(), cases=cases)


def _lines(data: bytes, name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            try:
                told = json.loads(line.decode("utf-8-sig"))
            except ValueError as error:
                raise UnreadableInput("N471", name=name, line=number) from error
            if not isinstance(told, dict):
                raise UnreadableInput("N471", name=name, line=number)
            yield number, told


def _source(head: Mapping[str, Any]) -> str:
    told = head.get(_HEAD)
    source = told.get("source") if isinstance(told, dict) else None
    return source.strip() if isinstance(source, str) else ""


def _case(told: Mapping[str, Any], name: str, vocabulary: Vocabulary) -> Known:
    facts = told.get("facts")
    if not isinstance(facts, dict):
        file, _, line = name.rpartition(":")
        raise UnreadableInput("N471", name=file, line=int(line))
    titles = told.get("title")
    return Known(
        facts=read_facts_file(json.dumps(facts, ensure_ascii=False).encode(), name=name, vocabulary=vocabulary),
        name=str(told.get("name") or ""),
        title={
            language: str(titles[language]) for language in Language if isinstance(titles, dict) and language in titles
        },
    )
