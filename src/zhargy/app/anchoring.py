"""Use cases of anchors: a pack laid beside the words of its act, wherever these come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from zhargy.app.consulting import document
from zhargy.app.holdings import work
from zhargy.app.ports import Workbench
from zhargy.app.structuring import read_document
from zhargy.errors import NotFound, UsageError
from zhargy.model import Document
from zhargy.norms.anchors import Coverage, cover
from zhargy.norms.packs import Pack, PackStatus
from zhargy.text import Language

_FENCE: Final = re.compile(r"^(`{3,})yaml.*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_MARKDOWN: Final = ".md"


def covered(pack: Pack, texts: Mapping[Language, Document]) -> Coverage:
    """Return how the norms of a pack stand to the words of its act.

    Args:
        pack: A checked pack.
        texts: The act in its languages.

    Raises:
        NotFound: N440, there is no text at all.
    """
    if not texts:
        raise NotFound("N440", pack=pack.id, act=str(pack.act))
    return cover(pack, texts)


def given_texts(files: Iterable[tuple[str, bytes]]) -> Mapping[Language, Document]:
    """Return the texts of an act from files, by their languages.

    Args:
        files: Names and bytes.

    Raises:
        UsageError: N441, two are in one language.
        UnreadableInput: P901 to P904, a file that has no text or is damaged.
    """
    found: dict[Language, Document] = {}
    names: dict[Language, str] = {}
    for name, data in files:
        read = read_document(data, name=name)
        if read.language in found:
            raise UsageError("N441", name=name, other=names[read.language], language=read.language.value)
        found[read.language], names[read.language] = read, name
    return found


def kept_texts(bench: Workbench, pack: Pack) -> Mapping[Language, Document]:
    """Return the newest texts of the act of a pack that the library keeps, by language; none where it has none.

    Args:
        bench: The library.
        pack: A checked pack.
    """
    try:
        editions = work(bench, pack.act).editions
    except NotFound:
        return {}
    newest = {edition.id.language: edition.id for edition in editions}
    return {language: document(bench, id_) for language, id_ in newest.items()}


def own_text(pack: Pack, files: Mapping[str, str]) -> Mapping[Language, Document]:
    """Return the text that a made-up act has in its pack itself, around the blocks; none where the act is a real one.

    Args:
        pack: The pack.
        files: The files it was read from.
    """
    if pack.status is not PackStatus.FICTIONAL:
        return {}
    for name, text in files.items():
        if not name.endswith(".csv"):
            words = _FENCE.sub("", text)
            read = read_document(words.encode(), name=f"{name}{_MARKDOWN}") if words.strip() else None
            if read is not None and any(read.find(norm) is not None for norm in pack.own_norms):
                return {read.language: read}
    return {}
