"""What a printed pack says, before it has the form of a page: sections, fields, lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from zhargy.model.in_force import PeriodInForce
from zhargy.norms.packs import Anchor, Case, Norm, Pack
from zhargy.norms.vocabulary import Fact, Value
from zhargy.norms.wording import Clause, Words, condition_words, label, named, quoted, sanction_words
from zhargy.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that is said of a norm.

    Args:
        label: What is said.
        lines: The words.
        language: Language of the words where it is not that of the page.
    """

    label: str
    lines: tuple[Clause, ...]
    language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A norm, a question of law or an example.

    Args:
        id: Its address on the page.
        title: Its title.
        remark: Its kind, or its day.
        fields: What is said of it.
    """

    id: str
    title: str
    remark: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Entries of one sort under a heading."""

    id: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A pack in words.

    Args:
        language: Language of the page.
        title: Title of the act.
        head: Lines below it.
        parts: Norms, questions of law, examples; empty ones are left out.
    """

    language: Language
    title: str
    head: tuple[str, ...]
    parts: tuple[Part, ...]


def sheet_of(pack: Pack, words: Words) -> Sheet:
    """Return what a page of a pack says.

    Args:
        pack: A checked pack.
        words: Words of the reader's language.
    """
    norms = tuple(_norm(norm, pack, words) for norm in pack.own_norms.values())
    about = tuple(fact for fact in pack.readings if any(norm in pack.own_norms for norm in fact.about))
    parts = (
        Part(id="norms", title=words.say("sheet.norms"), entries=norms),
        Part(id="readings", title=words.say("sheet.readings"), entries=tuple(_reading(fact, words) for fact in about)),
        Part(
            id="examples", title=words.say("sheet.examples"), entries=tuple(_case(case, words) for case in pack.cases)
        ),
    )
    return Sheet(
        language=words.language,
        title=pack.title[words.language],
        head=tuple(_head(pack, words)),
        parts=tuple(part for part in parts if part.entries),
    )


def _head(pack: Pack, words: Words) -> Iterator[str]:
    yield str(pack.act)
    yield words.say(f"status.{pack.status}")
    yield words.say("pack.editions", days=", ".join(day.isoformat() for day in pack.editions))
    yield words.say("pack.encoder", name=pack.encoder)
    yield words.say("pack.reviewer", name=pack.reviewer) if pack.reviewer else words.say("pack.unreviewed")
    yield words.say("sheet.made")


def _norm(norm: Norm, pack: Pack, words: Words) -> Entry:
    return Entry(
        id=norm.id,
        title=f"{words.place(norm.id)}. {norm.title[words.language]}",
        remark=words.say(f"norm.{norm.kind}"),
        fields=tuple(field for field in _fields(norm, pack, words) if field.lines),
    )


def _fields(norm: Norm, pack: Pack, words: Words) -> Iterator[Field]:
    subject = (condition_words(norm.subject, words),) if norm.subject is not None else ()
    yield _field("subject", subject, words)
    yield _field("basic", _named([norm.basic] if norm.basic else [], words), words)
    yield _field("when", (condition_words(norm.when, words),), words)
    yield _field("exceptions", _named(_exceptions(norm, pack), words), words)
    yield _field("defeats", _named(norm.defeats, words), words)
    yield _field("prevails_over", _named(norm.prevails_over, words), words)
    yield _field("sanction", sanction_words(norm.sanction, words) if norm.sanction is not None else (), words)
    yield _field("notes", _lines([note[words.language] for note in norm.notes]), words)
    yield _field("bars", _lines([words.say(f"kind.{kind}") for kind in norm.bars]), words)
    part = [words.say("sheet.caps", part=norm.caps)] if norm.caps is not None else []
    yield _field("caps", _lines(part), words)
    yield _field("valid", _lines([_valid(norm.valid, words)] if norm.valid != PeriodInForce() else []), words)
    for language in Language:
        yield _field("anchors", _lines(_anchors(norm.anchors, language, words)), words, language=language)
    yield _field("examples", _lines(_examples(norm, pack, words)), words)


def _field(name: str, lines: tuple[Clause, ...], words: Words, *, language: Language | None = None) -> Field:
    other = language if language is not words.language else None
    return Field(label=words.say(f"field.{name}"), lines=lines, language=other)


def _lines(texts: Sequence[str]) -> tuple[Clause, ...]:
    return tuple(map(Clause, texts))


def _named(norms: Sequence[str], words: Words) -> tuple[Clause, ...]:
    return tuple(Clause(named(norm, words)) for norm in norms)


def _exceptions(norm: Norm, pack: Pack) -> list[str]:
    """Return the exceptions to a norm, from whichever side they were told."""
    told = (other.id for other in pack.norms.values() if norm.id in other.defeats)
    return list(dict.fromkeys([*norm.exceptions, *told]))


def _valid(valid: PeriodInForce, words: Words) -> str:
    start = valid.start.isoformat() if valid.start is not None else ""
    last = (valid.end - timedelta(days=1)).isoformat() if valid.end is not None else ""
    if start and last:
        return words.say("sheet.valid.both", start=start, last=last)
    return words.say("sheet.valid.from", start=start) if start else words.say("sheet.valid.to", last=last)


def _anchors(anchors: Sequence[Anchor], language: Language, words: Words) -> list[str]:
    return [quoted(anchor.words, words) for anchor in anchors if anchor.language is language]


def _examples(norm: Norm, pack: Pack, words: Words) -> list[str]:
    return [
        f"{case.title[words.language]} – {words.say(f'standing.{case.expect[norm.id]}')}"
        for case in pack.cases
        if norm.id in case.expect
    ]


def _reading(fact: Fact, words: Words) -> Entry:
    told = fact.wordings[words.language]
    choices = _lines([fact.label_of(choice, words.language) for choice in fact.choices])
    return Entry(
        id=fact.name,
        title=told.question,
        remark=told.label,
        fields=(_field("choices", choices, words), _field("about", _named(fact.about, words), words)),
    )


def _case(case: Case, words: Words) -> Entry:
    usual = {name: value for name, value in case.facts.items() if name not in case.told}
    expect = _lines([f"{named(norm, words)} – {words.say(f'standing.{told}')}" for norm, told in case.expect.items()])
    return Entry(
        id=f"case-{case.name}",
        title=case.title[words.language],
        remark=words.say("sheet.as_of", day=case.day.isoformat()),
        fields=(
            _field("facts", _facts(case.told, words), words),
            _field("usual", _facts(usual, words), words),
            _field("expect", expect, words),
        ),
    )


def _facts(facts: Mapping[str, Value | None], words: Words) -> tuple[Clause, ...]:
    unknown = words.say("standing.unknown")
    return _lines(
        [
            f"{label(name, words)}: {unknown if value is None else words.value(name, value)}"
            for name, value in facts.items()
        ]
    )
