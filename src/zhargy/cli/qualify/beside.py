"""Two laws side by side, as a page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from zhargy.cli.qualify.offences import case_words
from zhargy.cli.qualify.page import Page
from zhargy.cli.qualify.words import Words
from zhargy.messages.law import penalty_words
from zhargy.norms.qualification import Contrast, Pairing
from zhargy.norms.sanctions import Judgement, Line, Reason, ResolvedAlternative, Verdict
from zhargy.norms.truth import Truth

#: What decides by the main penalties; then those beside them are left out.
_OF_MAIN: Final = frozenset(
    {
        Reason.UPPER,
        Reason.LOWER,
        Reason.CROSSED,
        Reason.KIND,
        Reason.LIFE,
        Reason.ONLY_ONE_HAS_IT,
        Reason.UNLIKE_UNITS,
        Reason.OPEN_END,
    }
)


def add_beside(found: Sequence[Contrast], *, letters: tuple[str, str], page: Page, words: Words) -> None:
    """Add how two laws stand to each other.

    Args:
        found: The laws side by side, for each reading of either.
        letters: What the laws are called on the page.
        page: The page.
        words: Words of both laws.
    """
    page.blank()
    page.rule()
    page.add(words.say("beside"), bold=True)
    common = [each for each in _pairings(found[0]) if all(each in _pairings(other) for other in found)]
    if all(_unread(contrast) == _unread(found[0]) for contrast in found):
        _add_contrast(found[0], letters=letters, page=page, words=words, pairings=common, level=0)
        return
    for pairing in common:
        _add_pairing(pairing, letters=letters, page=page, words=words, level=0)
    for contrast in found:
        page.blank()
        for name, choice in {**contrast.left_choices, **contrast.right_choices}.items():
            page.add(words.reading(name, choice), mark="▸", fg="cyan")
        own = [each for each in _pairings(contrast) if each not in common]
        _add_contrast(contrast, letters=letters, page=page, words=words, pairings=own, level=1)


def _pairings(contrast: Contrast) -> list[Pairing]:
    """Return the pairings, of those that come to the same the first."""
    found: list[Pairing] = []
    for each in contrast.pairings:
        if all((each.left, each.right, each.comparison) != (old.left, old.right, old.comparison) for old in found):
            found.append(each)
    return found


def _unread(contrast: Contrast) -> Contrast:
    return replace(contrast, left_choices={}, right_choices={})


def _add_contrast(
    contrast: Contrast,
    *,
    letters: tuple[str, str],
    page: Page,
    words: Words,
    pairings: Sequence[Pairing],
    level: int,
) -> None:
    page.blank()
    if not contrast.only_left and not contrast.only_right:
        page.add(words.say("same"), level=level)
        return
    if contrast.shared:
        page.add(words.say("shared", norms=words.norms(contrast.shared)), level=level)
    for letter, norms in zip(letters, (contrast.only_left, contrast.only_right), strict=True):
        if norms:
            page.add(words.say("only", letter=letter, norms=words.titled(norms)), level=level)
    for pairing in pairings:
        _add_pairing(pairing, letters=letters, page=page, words=words, level=level)


def _add_pairing(pairing: Pairing, *, letters: tuple[str, str], page: Page, words: Words, level: int) -> None:
    page.blank()
    left, right = letters
    said = words.say(
        "pair",
        left_letter=left,
        left=words.norms([pairing.left]),
        right_letter=right,
        right=words.norms([pairing.right]),
    )
    page.add(said, level=level, bold=True)
    for letter, threat in zip(letters, (pairing.left_threat, pairing.right_threat), strict=True):
        if threat.truth is Truth.UNKNOWN:
            page.add(words.say("pair.detail", letter=letter, range=case_words(threat, words)), level=level + 1)
    ceiling = _verdict(pairing.comparison.ceiling, letters, words)
    page.add(words.say("pair.ceiling", verdict=ceiling), level=level + 1)
    for line in pairing.comparison.lines:
        _add_line(line, letters=letters, page=page, words=words, level=level + 1)


def _add_line(line: Line, *, letters: tuple[str, str], page: Page, words: Words, level: int) -> None:
    kind = words.say(f"kind.{line.kind}")
    page.add(words.say("pair.line", kind=kind, verdict=_line_verdict(line, letters, words)), level=level, mark="•")
    if line.judgement.verdict is Verdict.EQUAL:
        return
    for letter, alternative in zip(letters, (line.left, line.right), strict=True):
        if alternative is not None:
            range_ = _alternative(alternative, words, has_accessories=line.judgement.reason not in _OF_MAIN)
            page.add(words.say("pair.detail", letter=letter, range=range_), level=level + 1)


def _alternative(alternative: ResolvedAlternative, words: Words, *, has_accessories: bool) -> str:
    penalties = [penalty_words(penalty, words) for penalty in alternative.penalties]
    beside = alternative.accessories if has_accessories else ()
    accessories = [
        words.say(
            "with" if accessory.is_mandatory else "with_or_without", penalty=penalty_words(accessory.penalty, words)
        )
        for accessory in beside
    ]
    return ", ".join([f" {words.say('and')} ".join(penalties), *accessories])


def _line_verdict(line: Line, letters: tuple[str, str], words: Words) -> str:
    if line.judgement.reason is Reason.ONLY_ONE_HAS_IT:
        key = "verdict.only_left" if line.right is None else "verdict.only_right"
        return words.say(key, left=letters[0], right=letters[1])
    return _verdict(line.judgement, letters, words)


def _verdict(judgement: Judgement, letters: tuple[str, str], words: Words) -> str:
    reason = words.say(f"reason.{judgement.reason}")
    if judgement.rule:
        reason = f"{reason}, {words.place(judgement.rule)}"
    return words.say(f"verdict.{judgement.verdict}", left=letters[0], right=letters[1], reason=reason)
