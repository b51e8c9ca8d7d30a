"""The facts of a vocabulary as a form: in groups, each with what is known of it and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext_lazy

from zhargy.messages import render
from zhargy.messages.law import LawWords
from zhargy.norms.expression import is_ruled_out
from zhargy.norms.problems import Problem
from zhargy.norms.vocabulary import Fact, FactType, Value, Vocabulary
from zhargy.norms.wording import condition_words
from zhargy.text.amounts import Money
from zhargy.web.presentation.norms.addresses import NONE
from zhargy.web.presentation.problems import Problem as Told

_HEADINGS: Final = {
    "act": gettext_lazy("The deed"),
    "aggravation": gettext_lazy("Aggravating circumstances"),
    "ai": gettext_lazy("Artificial intelligence"),
    "aim": gettext_lazy("Aims"),
    "content": gettext_lazy("What was made or spread"),
    "damage": gettext_lazy("Damage"),
    "danger": gettext_lazy("Danger"),
    "demand": gettext_lazy("What was demanded"),
    "fraud": gettext_lazy("Deceit"),
    "harm": gettext_lazy("Harm"),
    "honour": gettext_lazy("Honour and dignity"),
    "influence": gettext_lazy("Influence on an official"),
    "material": gettext_lazy("Materials"),
    "mitigation": gettext_lazy("Mitigating circumstances"),
    "offender": gettext_lazy("Who did it"),
    "permit": gettext_lazy("Permit"),
    "power": gettext_lazy("State power"),
    "privacy": gettext_lazy("Private life"),
    "procurement": gettext_lazy("Public procurement"),
    "property": gettext_lazy("Property"),
    "reading": gettext_lazy("Questions of law: how open words are read"),
    "sentence": gettext_lazy("The sentence"),
    "system": gettext_lazy("Computer systems"),
    "target": gettext_lazy("Against whom"),
    "threat": gettext_lazy("Threats"),
    "tree": gettext_lazy("The tree"),
    "victim": gettext_lazy("The victim"),
    "violence": gettext_lazy("Violence"),
    "wood": gettext_lazy("The wood"),
}
#: What to do on these pages where a value is of another type, or too long.
_MISREAD: Final = frozenset({"N221", "N226"})
_HINTS: Final = {
    FactType.BOOL: gettext_lazy("Choose one of the answers."),
    FactType.ENUM: gettext_lazy("Choose one of the answers."),
    FactType.SET: gettext_lazy("Choose one of the answers."),
    FactType.NUMBER: gettext_lazy("Write a number in digits, such as 250 or 12.5."),
    FactType.MONEY: gettext_lazy("Write a sum in digits, such as 100000."),
    FactType.DATE: gettext_lazy("Write a day, such as 2026-01-31."),
}
#: Types that a form has fields for; lists of things come in files.
_SHOWN: Final = frozenset(FactType) - {FactType.THING, FactType.LIST}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice of a field.

    Args:
        value: What an address tells of it.
        label: Its words.
        chosen: Whether it is chosen.
    """

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A fact as a field of a form.

    Args:
        name: Name of the fact.
        id: Id of the field on the page.
        kind: Type of the fact.
        label: Its short name.
        question: The question that asks for it.
        help: More about it; may be empty.
        unit: What a number counts.
        text: What stands in a field of text.
        options: The choices, for facts that have any.
        is_known: Whether something is known of it.
        is_enabled: Whether it has a meaning beside the other facts.
        only_if: When it has a meaning, in words; empty where always.
        problems: What is wrong with what was told.
    """

    name: str
    id: str
    kind: str
    label: str
    question: str
    help: str
    unit: str
    text: str
    options: tuple[Option, ...]
    is_known: bool
    is_enabled: bool = True
    only_if: str = ""
    problems: tuple[Told, ...] = ()

    @property
    def described(self) -> str:
        """Id of what tells that it is wrong; empty where nothing does."""
        return f"p-{self.name}" if self.problems else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Facts that belong together.

    Args:
        name: First part of their names.
        heading: What they are about.
        fields: The facts.
        is_open: Whether they are shown at once.
    """

    name: str
    heading: str
    fields: tuple[Field, ...] = field(default=())
    is_open: bool = False

    @property
    def known(self) -> int:
        """How many of them are known."""
        return sum(each.is_known for each in self.fields)


def groups(
    vocabulary: Vocabulary,
    facts: Mapping[str, Value],
    *,
    told: Mapping[str, object],
    problems: Sequence[Problem],
    words: LawWords,
    opened: str = "",
) -> tuple[Group, ...]:
    """Return the facts that people may tell, in groups by the first part of their names.

    Args:
        vocabulary: The facts there are.
        facts: What is known.
        told: What was told, the facts that cannot be used among it.
        problems: What is wrong with those.
        words: Words of the law.
        opened: Name of a group to show at once, besides those that hold something.
    """
    found: dict[str, list[Field]] = {}
    for fact in vocabulary.facts.values():
        if not fact.supplied and fact.type in _SHOWN:
            group = found.setdefault(fact.name.partition(".")[0], [])
            group.append(fact_field(fact, facts, told=told, problems=problems, words=words))
    first = next(iter(found), "")
    return tuple(
        Group(
            name=name,
            heading=_heading(name, fields),
            fields=tuple(fields),
            is_open=name in {first, opened} or any(each.is_known or each.problems for each in fields),
        )
        for name, fields in sorted(found.items(), key=lambda item: item[0] == "reading")
    )


def fact_field(
    fact: Fact,
    facts: Mapping[str, Value],
    *,
    told: Mapping[str, object],
    problems: Sequence[Problem] = (),
    words: LawWords,
) -> Field:
    """Return a fact as a field.

    Args:
        fact: The fact.
        facts: What is known.
        told: What was told, facts that cannot be used among it.
        problems: What is wrong with those.
        words: Words of the law.
    """
    wording = fact.wordings.get(words.language)
    value = facts.get(fact.name)
    is_enabled = not is_ruled_out(fact, facts)
    return Field(
        name=fact.name,
        id=f"f-{fact.name}",
        kind=fact.type,
        label=wording.label if wording else fact.name,
        question=wording.question if wording else fact.name,
        help=wording.help if wording else "",
        unit=fact.unit or ("KZT" if fact.type is FactType.MONEY else ""),
        text=_text(value, told.get(fact.name)),
        options=tuple(_options(fact, value, words)),
        is_known=value is not None,
        is_enabled=is_enabled,
        only_if=str(condition_words(fact.asked_if, words)) if fact.asked_if is not None and not is_enabled else "",
        problems=tuple(told_problem(each, fact, words) for each in problems if each.params.get("name") == fact.name),
    )


def stray_problems(problems: Sequence[Problem], words: LawWords) -> tuple[Told, ...]:
    """Return what is wrong and belongs to no field of the form: names that are no facts."""
    vocabulary = words.vocabulary
    shown = {fact.name for fact in vocabulary.facts.values() if not fact.supplied and fact.type in _SHOWN}
    return tuple(told_problem(each, None, words) for each in problems if each.params.get("name") not in shown)


def _heading(name: str, fields: Sequence[Field]) -> str:
    """Return what a group is called; one that a pack of its own brings is called after its first fact."""
    return str(_HEADINGS[name]) if name in _HEADINGS else fields[0].label


def _options(fact: Fact, value: Value | None, words: LawWords) -> Iterator[Option]:
    match fact.type:
        case FactType.BOOL:
            yield Option(value="true", label=words.say("true"), chosen=value is True)
            yield Option(value="false", label=words.say("false"), chosen=value is False)
        case FactType.ENUM | FactType.SET:
            chosen = value if isinstance(value, frozenset) else {value}
            for choice in fact.choices:
                yield Option(value=choice, label=fact.label_of(choice, words.language), chosen=choice in chosen)
            if fact.type is FactType.SET:
                yield Option(value=NONE, label="", chosen=value == frozenset())
        case _:
            return


def _text(value: Value | None, told: object) -> str:
    """Return what stands in a field of text; what cannot be used stays there to be mended."""
    match value:
        case Money(minor=minor):
            number = Decimal(minor).scaleb(-2)
            return f"{number:f}".rstrip("0").rstrip(".") if minor % 100 else str(minor // 100)
        case bool() | str() | frozenset():
            return ""
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case _:
            return told if isinstance(told, str) else ""


def told_problem(problem: Problem, fact: Fact | None, words: LawWords) -> Told:
    """Return a problem as the person reads it who must mend it: the fact by its label, conditions in words.

    Args:
        problem: What is wrong.
        fact: The fact it is told of; ``None`` for a name that is no fact.
        words: Words of the law.
    """
    params = dict(problem.params)
    if fact is None:
        said = render(problem.code, params, words.language)
        return Told(code=problem.code, message=said.message, hint=said.hint)
    params["name"] = words.facts([fact.name])
    condition = {"N225": fact.asked_if, "N281": fact.requires}.get(problem.code)
    if condition is not None:
        params["condition"] = str(condition_words(condition, words))
    said = render(problem.code, params, words.language)
    hint = str(_HINTS[fact.type]) if problem.code in _MISREAD else said.hint
    return Told(code=problem.code, message=said.message, hint=hint)
