"""Packs by their names, each read when it is first asked for and then kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zhargy.norms.packs.reading import read_pack
from zhargy.norms.packs.refusal import PackRefused
from zhargy.norms.packs.values import Pack
from zhargy.norms.problems import Problem


class Shelf:
    """Packs that may use each other.

    Args:
        files: The files of each pack by its name.
        has_examples: Whether the examples of the packs are read too.

    Example:
        >>> Shelf({}).find("sample") is None
        True
    """

    def __init__(self, files: Mapping[str, Mapping[str, str]], *, has_examples: bool = True) -> None:
        self._files = files
        self._has_examples = has_examples
        self._read: dict[str, Pack] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def find(self, name: str) -> Pack | None:
        """Return a pack, ``None`` where there is none of that name.

        Raises:
            PackRefused: N250; among its problems N273 where the pack uses itself by way of others.
        """
        return self._find(name, ())

    def _find(self, name: str, users: tuple[str, ...]) -> Pack | None:
        if name in users:
            circle = [*users[users.index(name) :], name]
            raise PackRefused(name, [Problem(code="N273", params={"cycle": " → ".join(circle)})])
        if name not in self._read and name in self._files:
            files = {f"{name}/{file}": text for file, text in self._files[name].items()}
            self._read[name] = read_pack(
                files,
                name=name,
                find=lambda used: self._find(used, (*users, name)),
                known=tuple(self._files),
                has_examples=self._has_examples,
            )
        return self._read.get(name)
