"""Two laws side by side, as a page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhargy.messages.law import LawWords, penalty_words, range_words, remarks_on
from zhargy.norms.qualification import Contrast, Pairing
from zhargy.norms.sanctions import Judgement, Line, Reason, ResolvedAlternative, ResolvedPenalty, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One kind of penalty under two laws.

    Args:
        kind: The kind.
        left: What the first law threatens.
        right: What the second threatens.
        verdict: How they stand to each other.
    """

    kind: str
    left: str
    right: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """An offence of one law beside one of another.

    Args:
        left: The first.
        right: The second.
        ceiling: Which of the harshest choices is harsher.
        rows: The kinds of penalty.
    """

    left: str
    right: str
    ceiling: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContrastView:
    """Two laws side by side under one reading of each.

    Args:
        readings: How open words are read.
        remarks: What both have, and what only one has.
        pairs: What only one finds beside what the other finds.
    """

    readings: tuple[str, ...]
    remarks: tuple[str, ...]
    pairs: tuple[PairView, ...]


def contrast_views(found: Sequence[Contrast], words: LawWords, *, letters: tuple[str, str]) -> tuple[ContrastView, ...]:
    """Return two laws side by side, readings that come to the same once.

    Args:
        found: The laws side by side, for each reading of either.
        words: Words of both laws.
        letters: What the laws are called on the page.
    """
    views: dict[tuple[tuple[str, ...], tuple[PairView, ...]], list[str]] = {}
    for contrast in found:
        told = (tuple(_remarks(contrast, words, letters)), tuple(dict.fromkeys(_pairs(contrast, words, letters))))
        choices = {**contrast.left_choices, **contrast.right_choices}
        views.setdefault(told, []).append("; ".join(words.reading(*each) for each in choices.items()))
    is_one = len(views) == 1
    return tuple(
        ContrastView(readings=() if is_one else tuple(filter(None, readings)), remarks=remarks, pairs=pairs)
        for (remarks, pairs), readings in views.items()
    )


def _remarks(contrast: Contrast, words: LawWords, letters: tuple[str, str]) -> list[str]:
    if not contrast.only_left and not contrast.only_right:
        return [words.say("same")]
    shared = [words.say("shared", norms=words.norms(contrast.shared))] if contrast.shared else []
    only = zip(letters, (contrast.only_left, contrast.only_right), strict=True)
    return shared + [words.say("only", letter=letter, norms=words.titled(norms)) for letter, norms in only if norms]


def _pairs(contrast: Contrast, words: LawWords, letters: tuple[str, str]) -> list[PairView]:
    return [_pair(each, words, letters) for each in contrast.pairings]


def _pair(pairing: Pairing, words: LawWords, letters: tuple[str, str]) -> PairView:
    return PairView(
        left=words.norm(pairing.left),
        right=words.norm(pairing.right),
        ceiling=words.say("pair.ceiling", verdict=_verdict(pairing.comparison.ceiling, letters, words)),
        rows=tuple(_row(line, words, letters) for line in pairing.comparison.lines),
    )


def _row(line: Line, words: LawWords, letters: tuple[str, str]) -> RowView:
    return RowView(
        kind=words.say(f"kind.{line.kind}"),
        left="" if line.left is None else _alternative(line.left, words),
        right="" if line.right is None else _alternative(line.right, words),
        verdict=_line_verdict(line, letters, words),
    )


def _alternative(alternative: ResolvedAlternative, words: LawWords) -> str:
    first, *others = alternative.penalties
    penalties = [_measured(first, words), *(penalty_words(penalty, words) for penalty in others)]
    beside = [
        words.say("with" if each.is_mandatory else "with_or_without", penalty=penalty_words(each.penalty, words))
        for each in alternative.accessories
    ]
    return ", ".join([f" {words.say('and')} ".join(penalties), *beside])


def _measured(penalty: ResolvedPenalty, words: LawWords) -> str:
    """Return a penalty without its kind, after which its row is named; of one without a range the kind."""
    range_ = range_words(penalty, words)
    remarks = ", ".join(remarks_on(penalty, words))
    return (
        " ".join(filter(None, [range_, f"({remarks})" if remarks else ""])) if range_ else penalty_words(penalty, words)
    )


def _line_verdict(line: Line, letters: tuple[str, str], words: LawWords) -> str:
    if line.judgement.verdict is not Verdict.EQUAL and line.judgement.reason is Reason.ONLY_ONE_HAS_IT:
        key = "verdict.only_left" if line.right is None else "verdict.only_right"
        return words.say(key, left=letters[0], right=letters[1])
    return _verdict(line.judgement, letters, words)


def _verdict(judgement: Judgement, letters: tuple[str, str], words: LawWords) -> str:
    reason = words.say(f"reason.{judgement.reason}")
    if judgement.rule:
        reason = f"{reason}, {words.place(judgement.rule)}"
    return words.say(f"verdict.{judgement.verdict}", left=letters[0], right=letters[1], reason=reason)
