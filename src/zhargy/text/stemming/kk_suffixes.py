"""Inflection of Kazakh as a table: which suffix leads from which state of a word to which.

States are read from the root outwards; a word may end in any of them.

- `N` a noun root, `NV` a participle or verbal noun, `NK` a form in -ғы or -нікі; all three take nominal endings
- `NP` after the plural, `P1` after a possessive of the first or second person, `P3` of the third
- `L` after the locative, `C` after another case, `E` nothing more can follow
- `V` a verb stem, `VN` negated, `T` past, `AO` present, `CP` the converb in -п, `CD` conditional

Derivation that makes another word (-лық, -шы, -сыз, causative, reciprocal) is not here: «заңсыз» is not «заң». The
passive is, because law says the same thing in both voices. Endings of `NEEDS_KNOWN_VERB` look like derivation
(«қылмыстық» is no past tense) and are taken off only where the rest is a known verb.

Source: endings as taught in school grammar of Kazakh (nominal and verbal paradigms); costs are learned, see
``packs/lexicon/README.md``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from zhargy.text.stemming.kk_sounds import CONSONANTS, LETTERS, VOWELS, spellings

NEEDS_KNOWN_VERB: Final = frozenset({"passive", "past.1pl", "worth"})

_NOMINAL: Final = "N NV NK"
_PURE_VOWELS: Final = VOWELS - frozenset("ую")


class Rule(NamedTuple):
    """A suffix: `tag` names it, `sources` are the states it may follow, `target` the state it leads to."""

    tag: str
    template: str
    sources: str
    target: str
    after: frozenset[str] = LETTERS


class Ending(NamedTuple):
    """One spelling of a rule, ready to be cut: `restore` is put back on what remains."""

    text: str
    tag: str
    sources: tuple[str, ...]
    after: frozenset[str]
    front: bool | None
    restore: str
    softens: bool


def _possessive() -> Iterator[Rule]:
    for tag, ending in (("1sg", "м"), ("2sg", "ң"), ("2sg.pol", "ңIз"), ("1pl", "мIз")):
        yield Rule(f"poss.{tag}", ending, _NOMINAL, "P1", VOWELS)
        yield Rule(f"poss.{tag}", f"I{ending}", f"{_NOMINAL} NP", "P1", CONSONANTS)
    yield Rule("poss.3", "сI", _NOMINAL, "P3", VOWELS)
    yield Rule("poss.3", "I", f"{_NOMINAL} NP", "P3", CONSONANTS)


def _case() -> Iterator[Rule]:
    plain, owned = f"{_NOMINAL} NP", f"{_NOMINAL} NP P1"
    yield Rule("plural", "LAр", _NOMINAL, "NP")
    yield Rule("gen", "KIң", f"{owned} P3", "C")
    yield Rule("dat", "GA", plain, "C")
    yield Rule("dat", "GA", "P1", "C", frozenset("з"))
    yield Rule("dat", "A", "P1", "C", frozenset("мң"))
    yield Rule("dat", "нA", "P3", "C")
    yield Rule("acc", "NI", owned, "C")
    yield Rule("acc", "н", "P3", "C")
    yield Rule("loc", "DA", owned, "L")
    yield Rule("loc", "ндA", "P3", "L")
    yield Rule("abl", "TAн", owned, "C")
    yield Rule("abl", "нAн", "P3", "C")
    yield Rule("ins", "Bен", f"{owned} P3", "C")
    yield Rule("ins", "Bенен", f"{owned} P3", "C")
    yield Rule("attr", "GI", "L", "NK")
    yield Rule("gen.attr", "Kікі", f"{owned} P3", "NK")


def _other_nominal() -> Iterator[Rule]:
    yield Rule("like", "DAй", f"{_NOMINAL} NP P1", "E")
    yield Rule("like", "ндAй", "P3", "E")
    yield Rule("like", "DAйIн", "NV", "E")
    yield Rule("equative", "шA", "NV P1 P3", "E")
    yield Rule("equative", "ншA", "P3", "E")
    yield Rule("comparative", "рAQ", "N", "E", VOWELS)
    yield Rule("comparative", "IрAQ", "N", "E", CONSONANTS)
    yield Rule("abstract", "DIQ", "NV", "NK", frozenset("нсй"))
    for ending in ("MIн", "MIз"):
        yield Rule("copula", ending, "N NP P1 P3 L C", "E")
    for ending in ("MIн", "MIз", "сIң", "сIз", "сIңдAр", "сIздAр", "DIр"):
        yield Rule("person", ending, "NV", "E")


def _verb_stem() -> Iterator[Rule]:
    yield Rule("passive", "л", "V", "V", frozenset("аеяыі"))
    yield Rule("passive", "Iл", "V", "V", CONSONANTS)
    yield Rule("passive", "н", "V", "V", frozenset("аея"))
    yield Rule("passive", "Iн", "V", "V", frozenset("л"))
    yield Rule("negation", "MA", "V", "VN")


def _participle() -> Iterator[Rule]:
    yield Rule("past.participle", "GAн", "V VN", "NV")
    yield Rule("habitual", "AтIн", "V", "NV", CONSONANTS)
    yield Rule("habitual", "йтIн", "V VN", "NV", VOWELS)
    yield Rule("future", "Aр", "V", "NV", CONSONANTS)
    yield Rule("future", "р", "V", "NV", _PURE_VOWELS)
    yield Rule("future.neg", "MAс", "V", "NV")
    yield Rule("intention", "MAQ", "V", "NV")
    yield Rule("intention", "MAQшI", "V", "NV")
    yield Rule("worth", "AрлIQ", "V", "NV", CONSONANTS)
    yield Rule("infinitive", "у", "V VN", "NV", CONSONANTS | frozenset("аея"))


def _finite() -> Iterator[Rule]:
    yield Rule("past", "DI", "V VN", "T")
    yield Rule("past.1pl", "DIQ", "V VN", "E")
    yield Rule("present", "A", "V", "AO", CONSONANTS)
    yield Rule("present", "й", "V VN", "AO", _PURE_VOWELS)
    yield Rule("converb", "Iп", "V", "CP", CONSONANTS)
    yield Rule("converb", "п", "V VN", "CP", _PURE_VOWELS)
    yield Rule("conditional", "сA", "V VN", "CD")
    yield Rule("person", "Q", "CD", "E")
    for ending in ("м", "ң", "ңIз", "ңдAр", "ңIздAр"):
        yield Rule("person", ending, "T CD", "E")
    for ending in ("мIн", "м", "сIң", "сIз", "дI", "мIз", "сIңдAр", "сIздAр"):
        yield Rule("person", ending, "AO", "E")
    for ending in ("тI", "тIр", "пIн", "сIң", "сIз", "пIз", "тIм"):
        yield Rule("hearsay", ending, "CP", "E")


def _mood_and_converb() -> Iterator[Rule]:
    yield Rule("optative", "сIн", "V VN", "E")
    yield Rule("optative", "GAй", "V VN", "E")
    for ending in ("ң", "ңIз", "ңдAр", "ңIздAр"):
        yield Rule("imperative", ending, "V VN", "E", _PURE_VOWELS)
        yield Rule("imperative", f"I{ending}", "V", "E", CONSONANTS)
    for ending in ("йIн", "йIQ"):
        yield Rule("imperative", ending, "V VN", "E", _PURE_VOWELS)
        yield Rule("imperative", f"A{ending}", "V", "E", CONSONANTS)
    for ending in ("GIм", "GIң", "GIсI", "GIмIз", "GIңIз"):
        yield Rule("wish", ending, "V VN", "E")
    for ending in ("GAлI", "GAншA", "MAйIншA", "MAлI"):
        yield Rule("converb.time", ending, "V", "E")


def rules() -> Iterator[Rule]:
    """Yield every suffix of the table."""
    yield from _possessive()
    yield from _case()
    yield from _other_nominal()
    yield from _verb_stem()
    yield from _participle()
    yield from _finite()
    yield from _mood_and_converb()


def endings() -> dict[str, dict[str, list[Ending]]]:
    """Return the table by the state a word ends in, then by spelling; fused spellings (яды, ю, иды) included.

    Example:
        >>> sorted({ending.tag for ending in endings()["L"]["нда"]})
        ['loc']
    """
    table: dict[str, dict[str, list[Ending]]] = defaultdict(lambda: defaultdict(list))
    for rule in rules():
        for surface in spellings(rule.template, after=rule.after):
            plain = Ending(
                surface.text, rule.tag, tuple(rule.sources.split()), surface.after, surface.front, "", softens=False
            )
            for ending in (plain._replace(softens=surface.text[0] in "аеыіу"), *_fused(plain)):
                table[rule.target][ending.text].append(ending)
    return {state: dict(by_text) for state, by_text in table.items()}


def _fused(plain: Ending) -> Iterator[Ending]:
    first, rest = plain.text[0], plain.text[1:]
    if first == "а":
        yield plain._replace(text=f"я{rest}", restore="й", after=VOWELS)
    elif first == "у":
        yield plain._replace(text=f"ю{rest}", restore="й", after=VOWELS)
        if "V" in plain.sources:
            yield plain._replace(restore="ы", after=CONSONANTS, sources=("V",))
            yield plain._replace(restore="і", after=CONSONANTS, sources=("V",))
    elif first == "й" and "V" in plain.sources:
        for restore, front in (("ы", False), ("і", True)):
            if plain.front in (None, front):
                yield plain._replace(text=f"и{rest}", restore=restore, after=CONSONANTS, sources=("V",))
