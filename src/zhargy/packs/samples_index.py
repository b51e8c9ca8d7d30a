"""The sample library: short fictional acts with the irregularities of real ones."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One file of the sample library.

    Args:
        name: File name.
        work: FRBR work URI.
        language: BCP 47 tag of the text.
        version: ISO date from which the wording applies.
        title: Title of the act.
        data: Bytes of the file.
    """

    name: str
    work: str
    language: str
    version: str
    title: str
    data: bytes


def samples() -> tuple[Sample, ...]:
    """Return the sample acts, editions of one act in order of their date.

    Example:
        >>> sorted({sample.language for sample in samples()})
        ['en', 'kk', 'ru']
    """
    folder = resources.files("zhargy.packs").joinpath("samples")
    rows = json.loads(folder.joinpath("index.json").read_text("utf-8"))
    return tuple(
        Sample(
            name=row["file"],
            work=row["work"],
            language=row["language"],
            version=row["version"],
            title=row["title"],
            data=folder.joinpath(row["file"]).read_bytes(),
        )
        for row in rows
    )
