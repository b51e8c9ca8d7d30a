"""What comes of the facts under one law, as a page shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from zhargy.cli.qualify.offences import add_offence
from zhargy.cli.qualify.page import Page
from zhargy.cli.qualify.words import Words
from zhargy.messages import plural
from zhargy.norms.qualification import Answer, ConcurrenceKind, Displaced, Offence, Qualification
from zhargy.norms.sanctions import Derived, End, Stated, Unit
from zhargy.text.numerals import write_digits

_FEW: Final = 5
_POINT: Final = "–"


@dataclass(slots=True)
class Shown:
    """What the page has shown already, by the letter of the law it was shown under."""

    offences: list[tuple[str, Offence]] = field(default_factory=list)

    def letter(self, offence: Offence) -> str:
        """Return the law an offence was shown under in the same way; empty where it was not."""
        return next((letter for letter, other in self.offences if other == offence), "")


def add_law(law: Qualification, *, letter: str, page: Page, words: Words, shown: Shown) -> None:
    """Add what comes of the facts under a law.

    Args:
        law: The answer.
        letter: What the law is called on the page.
        page: The page.
        words: Words of the law.
        shown: What the page has shown already.
    """
    page.blank()
    page.rule()
    title = " + ".join(pack.title[words.language] for pack in law.packs)
    page.add(words.say("law", letter=letter, title=title), bold=True)
    page.add(words.say("as_of", day=law.as_of.isoformat(), name=law.name), dim=True)
    for caveat in law.caveats:
        page.add(words.say(f"caveat.{caveat}"), mark="!", fg="yellow")
    if law.not_held:
        page.add(words.norms(words.articles(law.not_held)), level=1)
    common = [offence for offence in law.answers[0].offences if all(offence in other.offences for other in law.answers)]
    _add_offences(common, law, letter=letter, page=page, words=words, shown=shown, level=0)
    if len(law.answers) == 1:
        _add_rest(law.answers[0], page=page, words=words, level=0)
    else:
        page.blank()
        page.add(words.count("readings", len(law.answers)))
        for answer in law.answers:
            _add_reading(answer, law, common=common, letter=letter, page=page, words=words, shown=shown)
        if _is_alike(law.answers):
            _add_rest(law.answers[0], page=page, words=words, level=0)
    _add_legend(law, page=page, words=words)


def _add_reading(
    answer: Answer,
    law: Qualification,
    *,
    common: Sequence[Offence],
    letter: str,
    page: Page,
    words: Words,
    shown: Shown,
) -> None:
    page.blank()
    for name, choice in answer.choices.items():
        page.add(words.reading(name, choice), mark="▸", fg="cyan")
    own = [offence for offence in answer.offences if offence not in common]
    _add_offences(own, law, letter=letter, page=page, words=words, shown=shown, level=1)
    if not _is_alike(law.answers):
        _add_rest(answer, page=page, words=words, level=1)


def _is_alike(answers: Sequence[Answer]) -> bool:
    """Whether the readings lead to the same offences, and differ only in what those threaten."""
    first = answers[0]
    return all(
        (each.concurrence, each.displaced, each.excluded) == (first.concurrence, first.displaced, first.excluded)
        for each in answers
    )


def _add_offences(
    offences: Sequence[Offence],
    law: Qualification,
    *,
    letter: str,
    page: Page,
    words: Words,
    shown: Shown,
    level: int,
) -> None:
    for offence in offences:
        before = shown.letter(offence)
        if before and before != letter:
            page.blank()
            page.add(words.norm(offence.id), level=level, bold=True)
            page.add(words.say("as_under", letter=before), level=level + 1)
        else:
            add_offence(offence, law, page=page, words=words, level=level)
        shown.offences.append((letter, offence))


def _add_rest(answer: Answer, *, page: Page, words: Words, level: int) -> None:
    """Add how many offences there are, and what gives way or is taken away."""
    if answer.concurrence.kind is ConcurrenceKind.NONE:
        page.blank()
        page.add(words.say("none"), level=level, bold=True)
    if answer.concurrence.kind is ConcurrenceKind.IDEAL:
        page.blank()
        said = words.count("together", len(answer.offences), norms=words.norms(answer.concurrence.offences))
        page.add(said, level=level, mark="∧")
    displaced = [_displaced(each, words) for each in answer.displaced]
    add_list("displaced", displaced, page=page, words=words, level=level)
    excluded = [
        words.say("excluded.by", norm=words.norm(each.norm.id), by=words.titled(each.by)) for each in answer.excluded
    ]
    add_list("excluded", excluded, page=page, words=words, level=level)


def _displaced(found: Displaced, words: Words) -> str:
    key = f"displaced.{found.ground}{'_rule' if found.rule else ''}"
    rule = words.place(found.rule) if found.rule else ""
    return words.say(key, norm=words.norm(found.norm.id), by=words.norms(found.by), rule=rule)


def add_list(heading: str, lines: Sequence[str], *, page: Page, words: Words, level: int = 0) -> None:
    """Add a list with its heading, a few lines of it unless everything was asked for; nothing where it is empty."""
    if not lines:
        return
    page.blank()
    page.add(words.say(heading), level=level)
    for line in _few(lines, words):
        page.add(line, level=level + 1, mark=_POINT)


def _few(lines: Sequence[str], words: Words) -> Iterator[str]:
    """Yield a few lines and how many more there are; all of them with ``--verbose``."""
    shown = lines if words.is_verbose or len(lines) <= _FEW + 1 else lines[:_FEW]
    yield from shown
    if len(lines) > len(shown):
        yield plural("cli.qualify.more", words.language, count=len(lines) - len(shown))


def _add_legend(law: Qualification, *, page: Page, words: Words) -> None:
    """Explain the signs that the page used: supplied ends, and the index the sums were reckoned with."""
    penalties = [
        laid
        for answer in law.answers
        for offence in answer.offences
        for threat in offence.threats
        for choice in threat.choices
        for laid in (*choice.penalties, *choice.accessories)
    ]
    ends = [end for laid in penalties for end in (laid.penalty.lower, laid.penalty.upper)]
    rules = dict.fromkeys(end.rule for end in ends if isinstance(end, Derived))
    indices = dict.fromkeys(laid.worth.index for laid in penalties if laid.worth is not None and laid.worth.index)
    is_unreckoned = not indices and any(_is_in_indices(end) for end in ends)
    if rules or indices or is_unreckoned:
        page.blank()
    if is_unreckoned:
        page.add(words.say("no_index"), mark="!", fg="yellow")
    if rules:
        page.add(words.say("derived", rules=", ".join(map(words.place, rules))), dim=True)
    for index in indices:
        tenge = write_digits(index.tenge, words.language)
        if index.is_certain or index.valid.start is None:
            page.add(words.say("index", tenge=tenge), dim=True)
        else:
            said = words.say("uncertain", tenge=tenge, year=index.valid.start.year, confidence=index.confidence)
            page.add(said, mark="!", fg="yellow")


def _is_in_indices(end: End) -> bool:
    return isinstance(end, Stated) and end.quantity.unit is Unit.MCI
