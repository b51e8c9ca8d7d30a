"""A file of facts: YAML or JSON, by full names or in groups, every problem told at once with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from zhargy.errors import UnreadableInput, UsageError
from zhargy.norms.facts import FactsRefused, read_facts
from zhargy.norms.packs.fences import Fence, FenceKind
from zhargy.norms.packs.nodes import Given, read_yaml
from zhargy.norms.problems import Place, Problem
from zhargy.norms.vocabulary import Value, Vocabulary

LARGEST: Final = 256 * 1024
"""Bytes of the largest file of facts that is read."""


class FactsFileRefused(UsageError):
    """N301: a file of facts cannot be used; `problems` names each thing to mend, in the order of the file.

    Args:
        name: Name of the file.
        problems: What is wrong.
    """

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.place, problem.code)))
        super().__init__("N301", name=name, count=len(problems))


Check = Callable[[Mapping[str, Value], Mapping[str, Place]], Iterable[Problem]]
"""Looks at facts as a whole, with the places they were told at, and yields what is wrong."""


def no_check(_: Mapping[str, Value], __: Mapping[str, Place]) -> Iterable[Problem]:
    """Find nothing wrong."""
    return ()


def read_facts_file(data: bytes, *, name: str, vocabulary: Vocabulary, check: Check = no_check) -> Mapping[str, Value]:
    r"""Return the facts of a file.

    Names may be written in full (``act.day: 2026-03-01``) or in groups (``act:`` and below it ``day: 2026-03-01``).
    What is left empty is not known. JSON is read by the same rules.

    Args:
        data: The bytes of the file, UTF-8.
        name: Name of the file, for the places of problems.
        vocabulary: The facts there are.
        check: What else to look at once each fact is read.

    Raises:
        UnreadableInput: N304, larger than `LARGEST`; N305, no UTF-8 text.
        FactsFileRefused: N301, with problems N220 to N226, N251 to N253, N256, N278, N281, N284, N302, N303,
            N309.

    Example:
        >>> from zhargy.norms.vocabulary import Fact, FactType
        >>> known = Vocabulary.of(*(Fact(name=name, type=FactType.BOOL) for name in ("act.public", "act.group")))
        >>> read_facts_file(b"act:\n  public: true\n  group:\n", name="facts.yaml", vocabulary=known)
        {'act.public': True}
    """
    problems: list[Problem] = []
    given = read_yaml(Fence(kind=FenceKind.FACT, text=_text(data, name), file=name, line=1), problems=problems)
    if given is not None and not isinstance(given.value, Mapping):
        problems.append(Problem(code="N309", params={}, place=given.place))
        given = None
    found = {} if given is None else _told(given, vocabulary=vocabulary, problems=problems)
    facts = {} if given is None else _typed(found, vocabulary=vocabulary, check=check, problems=problems)
    if problems:
        raise FactsFileRefused(name, tuple(problems))
    return facts


def _told(given: Given, *, vocabulary: Vocabulary, problems: list[Problem]) -> Mapping[str, Given]:
    groups = frozenset(_groups(vocabulary))
    found: dict[str, Given] = {}
    for path, value in _leaves(given, (), vocabulary=vocabulary, groups=groups, problems=problems):
        if path in found:
            problems.append(Problem(code="N303", params={"name": path}, place=value.place))
        found[path] = value
    return found


def _typed(
    found: Mapping[str, Given], *, vocabulary: Vocabulary, check: Check, problems: list[Problem]
) -> Mapping[str, Value]:
    places = {path: value.place for path, value in found.items()}
    try:
        facts = read_facts({path: value.plain() for path, value in found.items()}, vocabulary, places=places)
    except FactsRefused as error:
        problems.extend(error.problems)
        return {}
    problems.extend(check(facts, places))
    return facts


def _text(data: bytes, name: str) -> str:
    """Return the text of a file; tabs between the parts of JSON, which YAML does not take, become blanks."""
    if len(data) > LARGEST:
        raise UnreadableInput("N304", name=name, limit=LARGEST)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput("N305", name=name) from error
    return text.replace("\t", " ") if text.lstrip().startswith("{") else text


def _groups(vocabulary: Vocabulary) -> Iterator[str]:
    for name in vocabulary.facts:
        steps = name.split(".")
        yield from (".".join(steps[:count]) for count in range(1, len(steps)))


def _leaves(
    given: Given,
    path: tuple[str, ...],
    *,
    vocabulary: Vocabulary,
    groups: frozenset[str],
    problems: list[Problem],
) -> Iterator[tuple[str, Given]]:
    """Yield each fact that is told with its value; note a value where a group of facts is expected."""
    name = ".".join(path)
    if isinstance(given.value, Mapping) and name not in vocabulary.facts:
        for key, inner in given.value.items():
            yield from _leaves(inner, (*path, key), vocabulary=vocabulary, groups=groups, problems=problems)
    elif path and (name in vocabulary.facts or name not in groups):
        yield name, given
    elif given.value is not None:
        names = ", ".join(fact for fact in vocabulary.facts if fact.startswith(f"{name}."))
        problems.append(Problem(code="N302", params={"name": name, "valid": names}, place=given.place))
