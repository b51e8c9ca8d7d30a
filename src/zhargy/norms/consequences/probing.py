"""The questions whose answers tell all that a case weighs under one pack, put as norms of their own.

Two cases whose answers are the same, under every way to read open words, weigh the same: the offences that stand and
those they give way to, the exceptions, the branch of each sanction, the mind, and every bar and cap for each offence
that it can be asked of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from zhargy.norms.consequences.families import multiplied, offences_of
from zhargy.norms.evaluation import Plan
from zhargy.norms.expression import parse
from zhargy.norms.packs import Norm, NormKind, Pack
from zhargy.norms.packs.relations import branch_conditions, defeaters, displacers, mentioned
from zhargy.norms.sanctions import Category, GeneralPart, Guilt, resolve
from zhargy.norms.vocabulary import Fact, FactType, SuppliedByOffence, Value

NO_RULES: Final = GeneralPart(limits=(), steps=())
"""The rules of a law that has no General Part."""

_STANDS: Final = "stands:"
_BRANCH: Final = "branch:"
_MIND: Final = "mind:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A way to settle open facts.

    Args:
        values: The open facts with their values.
        offences: Ids of the questions whether an offence stands that this can be found of: it matters only where one
            of them does.
    """

    values: Mapping[str, Value]
    offences: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Norms that hang on the same open facts, with every way to settle these.

    Args:
        norms: Ids of the norms.
        settled: The ways.
    """

    norms: tuple[str, ...]
    settled: tuple[Settled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """The questions to a pack.

    Args:
        pack: The pack with the norms that put them.
        stands: Ids of those that ask whether an offence stands.
        groups: All of them.
    """

    pack: Pack
    stands: frozenset[str]
    groups: tuple[Question, ...]


def questions_to(pack: Pack) -> Questions:
    """Return the questions to a pack.

    Args:
        pack: A checked pack.
    """
    standing = tuple(_standing(pack))
    asking = {norm.id: norm for norm in (*standing, *_branches(pack, {norm.id for norm in standing}), *_minds(pack))}
    wider = replace(pack, norms={**pack.norms, **asking})
    asked = (*asking, *_exceptions(pack, (norm.id.removeprefix(_STANDS) for norm in standing)), *_bearing(pack))
    return Questions(
        pack=wider,
        stands=frozenset(norm.id for norm in standing),
        groups=tuple(_grouped(wider, dict.fromkeys(asked))),
    )


def is_open(fact: Fact) -> bool:
    """Whether a fact is no matter of the case: a question of law, or what is found of each offence in turn."""
    return fact.is_reading or fact.supplied in set(SuppliedByOffence)


def _standing(pack: Pack) -> Iterator[Norm]:
    """Yield for each offence, and for each norm it is a form of or gives way to, whether its elements are there."""
    found: dict[str, None] = {}
    special = displacers(pack.norms)
    waiting = list(offences_of(pack))
    while waiting:
        norm = pack.norms[waiting.pop()]
        if norm.id not in found:
            found[norm.id] = None
            waiting += [*filter(None, [norm.basic]), *special[norm.id]]
    for norm in (each for each in pack.norms.values() if each.id in found):
        yield replace(
            norm,
            id=f"{_STANDS}{norm.id}",
            kind=NormKind.DEFINITION,
            basic=f"{_STANDS}{norm.basic}" if norm.basic else "",
            defeats=(),
            exceptions=(),
            prevails_over=(),
            sanction=None,
            bars=(),
            caps=None,
        )


def _branches(pack: Pack, standing: set[str]) -> Iterator[Norm]:
    """Yield for each branch of a sanction whether its condition holds, asked only where the offence stands.

    A sanction that another one multiplies is asked of for itself.
    """
    asked_anyway = {other for norm in pack.norms.values() for other in multiplied(norm, pack=pack)}
    for norm in pack.norms.values():
        if norm.sanction is None or f"{_STANDS}{norm.id}" not in standing:
            continue
        for place, condition in enumerate(branch_conditions(norm.sanction)):
            yield Norm(
                id=f"{_BRANCH}{place}:{norm.id}",
                kind=NormKind.DEFINITION,
                title=norm.title,
                when=condition,
                basic="" if norm.id in asked_anyway else f"{_STANDS}{norm.id}",
                valid=norm.valid,
                place=norm.place,
            )


def _minds(pack: Pack) -> Iterator[Norm]:
    """Yield for each fact that tells the mind whether it was negligence."""
    some = next(iter(pack.norms.values()), None)
    for fact in pack.vocabulary.facts.values():
        if some is not None and fact.type is FactType.ENUM and frozenset(fact.choices) == frozenset(Guilt):
            yield Norm(
                id=f"{_MIND}{fact.name}",
                kind=NormKind.DEFINITION,
                title=some.title,
                when=parse(f'{fact.name} = "{Guilt.NEGLIGENCE}"'),
                place=some.place,
            )


def _exceptions(pack: Pack, standing: Iterable[str]) -> Iterator[str]:
    """Yield the exceptions to norms that are asked whether they stand."""
    found = defeaters(pack.norms)
    for norm in standing:
        yield from found[norm]


def _bearing(pack: Pack) -> Iterator[str]:
    yield from (norm.id for norm in pack.norms.values() if norm.bars or norm.caps is not None)


def _grouped(pack: Pack, asked: Iterable[str]) -> Iterator[Question]:
    """Yield the norms that hang on the same open facts together."""
    plan = Plan(pack)
    resting = {fact.name: plan.resting_on(fact.name) for fact in pack.vocabulary.facts.values() if is_open(fact)}
    groups: dict[tuple[str, ...], list[str]] = {}
    for norm in asked:
        groups.setdefault(tuple(name for name, norms in resting.items() if norm in norms), []).append(norm)
    found = {f"{_STANDS}{norm}": _found_of(pack.norms[norm], pack) for norm in offences_of(pack)}
    for names, norms in groups.items():
        values = [_values(pack.vocabulary.facts[name], found.values()) for name in names]
        ways = (dict(zip(names, chosen, strict=True)) for chosen in product(*values))
        yield Question(norms=tuple(norms), settled=tuple(_settled(way, found, pack) for way in ways))


_Found = Mapping[SuppliedByOffence, Sequence[Value]]
"""What can be found of an offence: its categories, its tags, whether it is an aggravated form."""


def _settled(way: Mapping[str, Value], found: Mapping[str, _Found], pack: Pack) -> Settled:
    told = [
        (fact.supplied, value) for name, value in way.items() if not (fact := pack.vocabulary.facts[name]).is_reading
    ]
    fitting = (
        norm for norm, each in found.items() if all(value in each[SuppliedByOffence(what)] for what, value in told)
    )
    return Settled(values=way, offences=frozenset(fitting))


def _values(fact: Fact, found: Iterable[_Found]) -> Sequence[Value]:
    """Return the values an open fact can have: the choices of a reading, or what can be found of the offences."""
    if fact.is_reading:
        return fact.choices
    return tuple(dict.fromkeys(value for each in found for value in each[SuppliedByOffence(fact.supplied)]))


def _found_of(norm: Norm, pack: Pack) -> _Found:
    return {
        SuppliedByOffence.CATEGORY: tuple(dict.fromkeys(_categories(norm, pack))),
        SuppliedByOffence.TAGS: tuple(_tags(norm, pack)),
        SuppliedByOffence.AGGRAVATED_FORM: (bool(norm.basic),),
    }


def _categories(norm: Norm, pack: Pack) -> Iterator[str]:
    """Yield the categories that an offence can be of; all where its sanction multiplies another one."""
    if any(multiplied(norm, pack=pack)):
        yield from (category.value for category in Category)
    for guilt in Guilt if norm.sanction is not None else ():
        assert norm.sanction is not None
        for case in resolve(norm.sanction, general=pack.general or NO_RULES, guilt=guilt):
            if case.category.category is not None:
                yield case.category.category.value


def _tags(norm: Norm, pack: Pack) -> Iterator[frozenset[str]]:
    """Yield the sets of tags an offence can have: its own, with those of its items in any combination."""
    found = {frozenset(norm.tags)}
    for item in mentioned(norm):
        if item.startswith(f"{norm.id}__"):
            found |= {tags | frozenset(pack.norms[item].tags) for tags in found}
    yield from sorted(found, key=sorted)
