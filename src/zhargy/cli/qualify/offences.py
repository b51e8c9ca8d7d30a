"""An offence that applies, as a page shows it: its place, its category, what it threatens on these facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from zhargy.cli.qualify.page import Page
from zhargy.cli.qualify.proof import add_proof
from zhargy.cli.qualify.words import Words
from zhargy.messages.law import ceiling_words, quantity_words, range_words, remarks_on, worth_words
from zhargy.norms.qualification import Bar, Choice, LaidPenalty, Multiplied, Offence, Qualification, Threat
from zhargy.norms.sanctions import CategoryFinding, Excess, PenaltyKind
from zhargy.norms.truth import Truth

_BARRED: Final = "✗"
_CHOICE: Final = "•"
_WARNING: Final = "!"
_FEW: Final = 4


def add_offence(offence: Offence, law: Qualification, *, page: Page, words: Words, level: int) -> None:
    """Add an offence to a page.

    Args:
        offence: The offence.
        law: The answer it belongs to.
        page: The page.
        words: Words of the law.
        level: How far in it stands.
    """
    page.blank()
    page.add(words.norm(offence.id), level=level, bold=True)
    inner = level + 1
    if offence.graver:
        page.add(words.say("graver", norms=words.norms(offence.graver)), level=inner, mark=_WARNING, fg="yellow")
    if offence.exceptions:
        page.add(
            words.say("exceptions", norms=words.titled(offence.exceptions)), level=inner, mark=_WARNING, fg="yellow"
        )
    if offence.items:
        page.add(words.say("items", items="; ".join(map(words.item, offence.items))), level=inner)
    if offence.open_items:
        page.add(words.say("open_items", items="; ".join(map(words.item, offence.open_items))), level=inner)
    for threat in offence.threats:
        _add_threat(threat, offence, law, page=page, words=words, level=inner)
    if words.is_verbose:
        for note in offence.norm.notes:
            page.add(words.say("note", note=note[words.language]), level=inner)
        page.add(words.say("why"), level=inner)
        add_proof(offence.explanation, page=page, words=words, level=inner + 1)


def _add_threat(threat: Threat, offence: Offence, law: Qualification, *, page: Page, words: Words, level: int) -> None:
    inner = level
    if len(offence.threats) > 1:
        page.add(case_words(threat, words), level=level, underline=True)
        inner = level + 1
    page.add(words.say("category", category=_category(threat.case.category, words)), level=inner)
    shared = _shared(threat.choices)
    page.add(words.say("one_of" if len(threat.choices) > 1 else "threatens"), level=inner)
    for choice in threat.choices:
        _add_choice(choice, law, shared=shared, page=page, words=words, level=inner + 1)
    for laid in shared.penalties:
        _add_penalty(laid, law, mark=words.say("and"), page=page, words=words, level=inner + 1)
    for laid in shared.accessories:
        _add_penalty(laid, law, mark="+", page=page, words=words, level=inner + 1, is_accessory=True)
    if threat.choices and all(_is_barred(choice) for choice in threat.choices):
        page.add(words.say("all_barred"), level=inner, mark=_WARNING, fg="red")
    for line in _circumstances(threat, words):
        page.add(line, level=inner)


def case_words(threat: Threat, words: Words) -> str:
    """Return which case of a sanction a threat is: what is multiplied, what it hangs on."""
    parts = []
    if threat.multiplied is not None:
        norm = words.place(threat.multiplied.norm)
        parts.append(words.say("multiplied", norm=norm, times=_times(threat.multiplied)))
    if threat.missing:
        parts.append(words.say("hangs_on", facts=words.facts(threat.missing)))
    if words.is_verbose and threat.when:
        parts.append(threat.when)
    return "; ".join(parts) or words.say("case" if threat.when else "case.base", when=threat.when)


def _times(multiplied: Multiplied) -> str:
    return "–".join(dict.fromkeys(f"{end.normalize():f}" for end in (multiplied.lower, multiplied.upper)))


def _category(found: CategoryFinding, words: Words) -> str:
    category = words.say(f"category.{found.category or 'unsettled'}")
    ground = words.say(f"ground.{found.ground}")
    rule = f"{words.place(found.rule)}, " if found.rule else ""
    return f"{category} ({rule}{ground})"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shared:
    """What stands beside every choice alike, and is shown once below them."""

    penalties: tuple[LaidPenalty, ...]
    accessories: tuple[LaidPenalty, ...]


def _shared(choices: Sequence[Choice]) -> _Shared:
    first = choices[0]
    penalties = first.penalties[1:] if len(choices) > 1 else ()
    return _Shared(
        penalties=tuple(each for each in penalties if all(each in other.penalties[1:] for other in choices)),
        accessories=tuple(each for each in first.accessories if all(each in other.accessories for other in choices)),
    )


def _is_barred(choice: Choice) -> bool:
    return any(laid.is_barred for laid in choice.penalties)


def _add_choice(choice: Choice, law: Qualification, *, shared: _Shared, page: Page, words: Words, level: int) -> None:
    for at, laid in enumerate(choice.penalties):
        if at > 0 and laid in shared.penalties:
            continue
        mark = _BARRED if laid.is_barred else _CHOICE if at == 0 else words.say("and")
        _add_penalty(laid, law, mark=mark, page=page, words=words, level=level + (at > 0))
    for laid in choice.accessories:
        if laid not in shared.accessories:
            _add_penalty(laid, law, mark="+", page=page, words=words, level=level + 1, is_accessory=True)


def _add_penalty(
    laid: LaidPenalty,
    law: Qualification,
    *,
    mark: str,
    page: Page,
    words: Words,
    level: int,
    is_accessory: bool = False,
) -> None:
    said = " ".join(filter(None, [words.say(f"kind.{laid.penalty.kind}"), range_words(laid.penalty, words)]))
    if laid.worth is not None:
        said += f" {words.say('worth', range=worth_words(laid.worth, laid.penalty, words))}"
    remarks = ", ".join(remarks_on(laid.penalty, words))
    said += f" ({remarks})" if remarks else ""
    if is_accessory:
        said = words.say("with" if laid.is_mandatory else "with_or_without", penalty=said)
    style = {"dim": True, "strikethrough": True} if laid.is_barred else {}
    page.add(said, level=level, mark=mark, **style)
    for line in _below(laid, law, words):
        page.add(line, level=level + 1, mark=_WARNING, fg="yellow")


def _below(laid: LaidPenalty, law: Qualification, words: Words) -> Iterator[str]:
    for bar in laid.bars:
        key = "barred" if bar.truth is Truth.TRUE else "maybe_barred"
        yield words.say(key, rule=_because(bar, law, words))
    for bar in laid.life_bars:
        key = "life_barred" if bar.truth is Truth.TRUE else "life_maybe_barred"
        yield words.say(key, rule=_because(bar, law, words))
    if laid.ceiling is not None and not laid.is_barred:
        part = words.say("part", part=laid.ceiling.cap.part)
        said = words.say(
            "ceiling", most=ceiling_words(laid.ceiling, words), part=part, rule=words.place(laid.ceiling.cap.norm)
        )
        yield f"{said}; {words.say('below_least')}" if laid.ceiling.is_below_least else said
    yield from (_excess(excess, words) for excess in laid.penalty.excesses)


def _because(bar: Bar, law: Qualification, words: Words) -> str:
    facts = "; ".join(words.known(name, law.facts) for name in bar.facts)
    return words.say("because", rule=words.place(bar.norm), facts=facts) if facts else words.place(bar.norm)


def _excess(excess: Excess, words: Words) -> str:
    is_above = excess.stated.finest.value > excess.limit.finest.value
    return words.say(
        "excess.above" if is_above else "excess.below",
        stated=quantity_words(excess.stated, words),
        limit=quantity_words(excess.limit, words),
        rule=words.place(excess.rule),
    )


def _circumstances(threat: Threat, words: Words) -> Iterator[str]:
    found = threat.circumstances
    for key, norms in (("mitigating", found.mitigating), ("aggravating", found.aggravating), ("rules", found.rules)):
        if norms:
            yield words.say(key, norms=words.titled(norms))
    for cap in found.withheld:
        yield words.say("withheld", rule=words.place(cap.norm), facts=words.facts(cap.facts))
    kinds = {laid.penalty.kind for choice in threat.choices for laid in choice.penalties}
    for cap in found.caps:
        if cap.truth is Truth.UNKNOWN and kinds - {PenaltyKind.LIFE}:
            yield words.say("maybe_capped", part=cap.part, rule=words.place(cap.norm), facts=_some(cap.facts, words))


def _some(facts: Sequence[str], words: Words) -> str:
    """Return the labels of a few facts, of all of them with ``--verbose``."""
    shown = facts if words.is_verbose else facts[:_FEW]
    return f"{words.facts(shown)}{'; …' if len(shown) < len(facts) else ''}"
