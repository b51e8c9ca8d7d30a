"""What an offence threatens on the facts, as lists of a page: the sentences are those of `zhargy.messages.law`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhargy.messages.law import LawWords, ceiling_words, quantity_words, range_words, remarks_on, worth_words
from zhargy.norms.qualification import Bar, Choice, LaidPenalty, Multiplied, Offence, Qualification, Threat
from zhargy.norms.sanctions import CategoryFinding, Excess, PenaltyKind
from zhargy.norms.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltyLine:
    """One penalty on the facts.

    Args:
        text: The penalty with its range, and its worth in money.
        is_barred: Whether it cannot be imposed on this person.
        remarks: What lowers it, bars it or goes beyond a limit.
    """

    text: str
    is_barred: bool = False
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """One choice of a sanction: its penalties all apply.

    Args:
        penalties: The penalties.
        beside: What is imposed beside them, or may be.
    """

    penalties: tuple[PenaltyLine, ...]
    beside: tuple[PenaltyLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreatView:
    """What an offence threatens in one case of its sanction.

    Args:
        case: Which case; empty where there is only one.
        category: Category of the offence, with its ground.
        lead: «One of» or «threatens».
        choices: The choices.
        beside: What stands beside every choice alike.
        warning: That no choice can be imposed; empty where one can.
        circumstances: What else bears on the penalty.
    """

    case: str
    category: str
    lead: str
    choices: tuple[ChoiceView, ...]
    beside: tuple[PenaltyLine, ...]
    warning: str
    circumstances: tuple[str, ...]


def threat_views(offence: Offence, law: Qualification, words: LawWords) -> tuple[ThreatView, ...]:
    """Return what an offence threatens.

    Args:
        offence: The offence.
        law: The answer it belongs to.
        words: Words of the law.
    """
    return tuple(_threat(threat, offence, law, words) for threat in offence.threats)


def case_words(threat: Threat, words: LawWords) -> str:
    """Return which case of a sanction a threat is: what is multiplied, what it hangs on."""
    parts = []
    if threat.multiplied is not None:
        norm = words.place(threat.multiplied.norm)
        parts.append(words.say("multiplied", norm=norm, times=_times(threat.multiplied)))
    if threat.missing:
        parts.append(words.say("hangs_on", facts=words.facts(threat.missing)))
    return "; ".join(parts) or words.say("case" if threat.when else "case.base", when=threat.when)


def _threat(threat: Threat, offence: Offence, law: Qualification, words: LawWords) -> ThreatView:
    shared = _shared(threat.choices)
    is_all_barred = threat.choices and all(
        any(each.is_barred for each in choice.penalties) for choice in threat.choices
    )
    return ThreatView(
        case=case_words(threat, words) if len(offence.threats) > 1 else "",
        category=words.say("category", category=_category(threat.case.category, words)),
        lead=words.say("one_of" if len(threat.choices) > 1 else "threatens"),
        choices=tuple(_choice(choice, law, words, shared=shared) for choice in threat.choices),
        beside=tuple(_beside(each, law, words) for each in shared),
        warning=words.say("all_barred") if is_all_barred else "",
        circumstances=tuple(_circumstances(threat, words)),
    )


def _shared(choices: Sequence[Choice]) -> tuple[LaidPenalty, ...]:
    """Return what stands beside every choice alike, and is shown once below them."""
    first = choices[0].accessories if choices else ()
    return tuple(each for each in first if all(each in other.accessories for other in choices))


def _choice(choice: Choice, law: Qualification, words: LawWords, *, shared: Sequence[LaidPenalty]) -> ChoiceView:
    return ChoiceView(
        penalties=tuple(_penalty(each, law, words) for each in choice.penalties),
        beside=tuple(_beside(each, law, words) for each in choice.accessories if each not in shared),
    )


def _penalty(laid: LaidPenalty, law: Qualification, words: LawWords) -> PenaltyLine:
    return PenaltyLine(text=_said(laid, words), is_barred=laid.is_barred, remarks=tuple(_remarks(laid, law, words)))


def _beside(laid: LaidPenalty, law: Qualification, words: LawWords) -> PenaltyLine:
    text = words.say("with" if laid.is_mandatory else "with_or_without", penalty=_said(laid, words))
    return PenaltyLine(text=text, is_barred=laid.is_barred, remarks=tuple(_remarks(laid, law, words)))


def _said(laid: LaidPenalty, words: LawWords) -> str:
    parts = [words.say(f"kind.{laid.penalty.kind}"), range_words(laid.penalty, words)]
    if laid.worth is not None:
        parts.append(words.say("worth", range=worth_words(laid.worth, laid.penalty, words)))
    remarks = ", ".join(remarks_on(laid.penalty, words))
    return " ".join(filter(None, [*parts, f"({remarks})" if remarks else ""]))


def _remarks(laid: LaidPenalty, law: Qualification, words: LawWords) -> Iterator[str]:
    for bars, prefix in ((laid.bars, ""), (laid.life_bars, "life_")):
        for bar in bars:
            maybe = "" if bar.truth is Truth.TRUE else "maybe_"
            yield words.say(f"{prefix}{maybe}barred", rule=_because(bar, law, words))
    if laid.ceiling is not None and not laid.is_barred:
        cap = laid.ceiling.cap
        part = words.say("part", part=cap.part)
        said = words.say("ceiling", most=ceiling_words(laid.ceiling, words), part=part, rule=words.place(cap.norm))
        yield f"{said}; {words.say('below_least')}" if laid.ceiling.is_below_least else said
    yield from (_excess(excess, words) for excess in laid.penalty.excesses)


def _because(bar: Bar, law: Qualification, words: LawWords) -> str:
    facts = "; ".join(words.known(name, law.facts) for name in bar.facts)
    return words.say("because", rule=words.place(bar.norm), facts=facts) if facts else words.place(bar.norm)


def _excess(excess: Excess, words: LawWords) -> str:
    is_above = excess.stated.finest.value > excess.limit.finest.value
    return words.say(
        "excess.above" if is_above else "excess.below",
        stated=quantity_words(excess.stated, words),
        limit=quantity_words(excess.limit, words),
        rule=words.place(excess.rule),
    )


def _times(multiplied: Multiplied) -> str:
    return "–".join(dict.fromkeys(f"{end.normalize():f}" for end in (multiplied.lower, multiplied.upper)))


def _category(found: CategoryFinding, words: LawWords) -> str:
    category = words.say(f"category.{found.category or 'unsettled'}")
    ground = words.say(f"ground.{found.ground}")
    rule = f"{words.place(found.rule)}, " if found.rule else ""
    return f"{category} ({rule}{ground})"


def _circumstances(threat: Threat, words: LawWords) -> Iterator[str]:
    found = threat.circumstances
    for key, norms in (("mitigating", found.mitigating), ("aggravating", found.aggravating), ("rules", found.rules)):
        if norms:
            yield words.say(key, norms=words.titled(norms))
    kinds = {laid.penalty.kind for choice in threat.choices for laid in choice.penalties}
    for cap in found.caps:
        if cap.truth is Truth.UNKNOWN and kinds - {PenaltyKind.LIFE}:
            yield words.say("maybe_capped", part=cap.part, rule=words.place(cap.norm), facts=words.facts(cap.facts))
