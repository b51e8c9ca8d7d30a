"""How much a pack holds: norms, facts, examples, exceptions, anchors, languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from zhargy.norms.packs import NormKind, Pack
from zhargy.norms.packs.relations import defeaters
from zhargy.norms.packs.values import ALIAS_SIGN
from zhargy.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How far one language is covered.

    Args:
        norms: Norms with a title in it.
        facts: Facts of the act itself with words in it.
        choices: Choices of these facts with words in it.
        cases: Examples with a title in it.
        anchors: Anchors in it.
    """

    norms: int
    facts: int
    choices: int
    cases: int
    anchors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackStatistics:
    """What a pack holds, without the packs it uses unless it says so.

    Args:
        kinds: Number of norms of each kind there is, in the order of the kinds.
        sanctions: Norms with a sanction.
        alternatives: Choices of these sanctions, those of branches among them.
        branches: Cases in which a sanction differs.
        own_facts: Facts told by the pack itself.
        used_facts: Facts of the packs it uses.
        supplied: Facts, own and used, that the program supplies.
        readings: Questions of law about its norms.
        choices: Choices of its own facts.
        cases: Examples.
        cases_of: In how many examples each norm is told.
        exceptions: Number of exceptions at each depth: 1 to a norm, 2 to such an exception, and so on.
        anchored: Norms with anchors.
        anchors: Anchors.
        languages: How far each language is covered.
    """

    kinds: Mapping[NormKind, int]
    sanctions: int
    alternatives: int
    branches: int
    own_facts: int
    used_facts: int
    supplied: int
    readings: int
    choices: int
    cases: int
    cases_of: Mapping[str, int]
    exceptions: Mapping[int, int]
    anchored: int
    anchors: int
    languages: Mapping[Language, Coverage]

    @property
    def norms(self) -> int:
        """Number of norms."""
        return sum(self.kinds.values())

    @property
    def fewest_cases(self) -> int:
        """Number of examples of the norm that has the fewest; 0 for a pack without norms."""
        return min(self.cases_of.values(), default=0)

    @property
    def median_cases(self) -> float:
        """Median number of examples of a norm; 0 for a pack without norms."""
        return float(median(self.cases_of.values())) if self.cases_of else 0.0


def statistics_of(pack: Pack) -> PackStatistics:
    """Return what a pack holds.

    Args:
        pack: A checked pack.
    """
    norms = tuple(pack.own_norms.values())
    kinds = Counter(norm.kind for norm in norms)
    sanctions = [norm.sanction for norm in norms if norm.sanction is not None]
    own = _own_facts(pack)
    told = Counter(norm for case in pack.cases for norm in case.expect)
    return PackStatistics(
        kinds={kind: kinds[kind] for kind in NormKind if kinds[kind]},
        sanctions=len(sanctions),
        alternatives=sum(len(part.alternatives) for sanction in sanctions for part in sanction.parts),
        branches=sum(len(sanction.branches) for sanction in sanctions),
        own_facts=len(own),
        used_facts=len(pack.vocabulary.facts) - len(own),
        supplied=sum(bool(fact.supplied) for fact in pack.vocabulary.facts.values()),
        readings=sum(any(norm in pack.own_norms for norm in fact.about) for fact in pack.readings),
        choices=sum(len(pack.vocabulary.facts[name].choices) for name in own),
        cases=len(pack.cases),
        cases_of={norm.id: told[norm.id] for norm in norms},
        exceptions=dict(sorted(Counter(_depths(pack)).items())),
        anchored=sum(bool(norm.anchors) for norm in norms),
        anchors=sum(len(norm.anchors) for norm in norms),
        languages={language: _coverage(pack, own, language) for language in Language},
    )


def _own_facts(pack: Pack) -> tuple[str, ...]:
    used = {name for other in pack.used.values() for name in other.vocabulary.facts}
    return tuple(name for name in pack.vocabulary.facts if name not in used)


def _coverage(pack: Pack, own: Sequence[str], language: Language) -> Coverage:
    norms = pack.own_norms.values()
    facts = [pack.vocabulary.facts[name] for name in own]
    return Coverage(
        norms=sum(language in norm.title for norm in norms),
        facts=sum(language in fact.wordings for fact in facts),
        choices=sum(language in fact.choice_words.get(choice, {}) for fact in facts for choice in fact.choices),
        cases=sum(language in case.title for case in pack.cases),
        anchors=sum(anchor.language is language for norm in norms for anchor in norm.anchors),
    )


def _depths(pack: Pack) -> Iterator[int]:
    """Yield the depth of each exception that reaches a norm of the pack itself."""
    exceptions = defeaters(pack.norms)
    targets: dict[str, list[str]] = {}
    for target, against in exceptions.items():
        for each in against:
            targets.setdefault(each, []).append(target)

    def depth(norm: str) -> int:
        return max((1 + depth(target) for target in targets.get(norm, ())), default=0)

    for each, those in targets.items():
        if any(ALIAS_SIGN not in norm for norm in (each, *those)):
            yield depth(each)
