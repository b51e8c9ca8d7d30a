"""What verification finds, in the words of the reader: what is amiss, what follows, and a case that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from zhargy.messages.catalogue import keys, translate
from zhargy.messages.codes import Said, render
from zhargy.messages.law import LawWords, penalty_words, quantity_words
from zhargy.norms.expression import parse
from zhargy.norms.packs import Pack
from zhargy.norms.verification import Passed, VerificationFinding
from zhargy.norms.vocabulary import Vocabulary
from zhargy.norms.wording import condition_words
from zhargy.text import Language

#: Parameters that are element ids of provisions.
_PLACES: Final = ("norm", "other", "basic", "of", "exception", "article", "rule")
#: Parameters that are conditions of the norm language.
_CONDITIONS: Final = ("condition", "missing")


class FindingWords:
    """Findings in the language of one reader.

    Args:
        language: The language.
        packs: The packs verified, the first of them the one that is to be mended.
    """

    def __init__(self, language: Language, *, packs: Sequence[Pack]) -> None:
        self._language = language
        facts = {name: fact for pack in reversed(packs) for name, fact in pack.vocabulary.facts.items()}
        self._words = LawWords(language=language, packs=packs, vocabulary=Vocabulary(facts=facts))

    def said(self, finding: VerificationFinding) -> Said:
        """Return what was found and what to do about it."""
        return render(finding.code, self._params(finding), self._language)

    def consequence(self, finding: VerificationFinding) -> str:
        """Return what follows from it, in one sentence."""
        return translate(f"cli.verify.consequence.{finding.code}", self._language)

    def story(self, finding: VerificationFinding) -> str:
        """Return the case that shows it; empty where there is none. What a table supplies is left out."""
        if finding.witness is None:
            return ""
        facts, vocabulary = finding.witness.facts, self._words.vocabulary
        told = [name for name in vocabulary.facts if name in facts and not vocabulary.facts[name].supplied]
        known = "; ".join(self._words.known(name, facts) for name in told)
        return self._say("case", day=finding.witness.as_of.isoformat(), facts=known)

    def _params(self, finding: VerificationFinding) -> Mapping[str, str]:
        params = dict(finding.params)
        params.update({name: self._words.place(params[name]) for name in _PLACES if params.get(name)})
        params.update({name: self._condition(params[name]) for name in _CONDITIONS if params.get(name)})
        params.update({name: penalty_words(each, self._words) for name, each in finding.penalties.items()})
        params.update(self._named(finding))
        for passed in finding.passed:
            params["stated"] = quantity_words(passed.excess.stated, self._words)
            params["limit"] = quantity_words(passed.excess.limit, self._words)
        if "measures" in params:
            params["measures"] = "; ".join(map(self._passed, finding.passed))
        return params

    def _named(self, finding: VerificationFinding) -> Mapping[str, str]:
        """Return the words of what a finding names: kinds, categories, choices, readings, lists of norms."""
        given, found = finding.params, {}
        for name in ("kind", "category"):
            if f"law.{name}.{given.get(name)}" in keys():
                found[name] = self._words.say(f"{name}.{given[name]}")
        if "fact" in given:
            found["choice"] = self._words.choice(given["fact"], given["choice"])
        if "reading" in given:
            found["reading"] = self._words.question(given["reading"])
            choices = given["choices"].split(", ")
            found["choices"] = ", ".join(self._words.choice(given["reading"], choice) for choice in choices)
        if "parts" in given:
            found["parts"] = self._places(side.norm for side in finding.norms)
        for name in ("targets", "by"):
            if given.get(name):
                found[name] = self._places(given[name].split(", "))
        return found

    def _passed(self, passed: Passed) -> str:
        return self._say(
            "passed",
            kind=self._words.say(f"kind.{passed.kind}"),
            stated=quantity_words(passed.excess.stated, self._words),
            limit=quantity_words(passed.excess.limit, self._words),
            rule=self._words.place(passed.excess.rule),
        )

    def _places(self, norms: Iterable[str]) -> str:
        return ", ".join(map(self._words.place, norms))

    def _condition(self, text: str) -> str:
        return str(condition_words(parse(text), self._words))

    def _say(self, key: str, **params: str) -> str:
        return translate(f"cli.verify.{key}", self._language, **params)
