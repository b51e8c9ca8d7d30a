"""What citations of other acts resolve to: it hangs on the library and on nothing in the text around them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from zhargy.citations.acts import Acts
from zhargy.citations.identity import full_name
from zhargy.citations.places import Places
from zhargy.citations.resolution import Resolution, levels_of, resolve
from zhargy.model import Outcome, Reference, Scope, Target
from zhargy.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherActs:
    """The acts of a library for texts of one language; it is asked once for each act and each way of naming one.

    Answers are kept, so an object lives no longer than the library stays as it is.

    Args:
        acts: What the library has.
        language: Language of the texts that cite.

    Example:
        >>> from zhargy.citations import NoActs
        >>> OtherActs(acts=NoActs(), language=Language.EN).resolve(Target(act="Lamp Act"))[1].outcome.value
        'outside_library'
    """

    acts: Acts
    language: Language
    _resolved: dict[Target, tuple[str, Resolution]] = field(default_factory=dict, repr=False)
    _works: dict[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict, repr=False)
    _places: dict[str, Places] = field(default_factory=dict, repr=False)

    def resolve(self, target: Target) -> tuple[str, Resolution]:
        """Return the work that `target` names, empty unless it is one, and the provisions it means there.

        A civil code in four parts is four acts of one name, numbered through: where just one of several acts has the
        provision, that one is meant. Else a citation that several answer is ambiguous.
        """
        if target not in self._resolved:
            self._resolved[target] = self._resolve(target)
        return self._resolved[target]

    def relink(self, reference: Reference) -> Reference:
        """Return a reference resolved anew; one to the text's own provisions stays, whatever the library has."""
        if not leads_elsewhere(reference):
            return reference
        work, resolution = self.resolve(reference.target)
        return replace(reference, outcome=resolution.outcome, work=work, eids=resolution.eids)

    def _resolve(self, target: Target) -> tuple[str, Resolution]:
        works = self._named(target)
        if not works:
            return "", Resolution(outcome=Outcome.OUTSIDE_LIBRARY)
        tried = [(work, self._inside(work, target)) for work in works]
        if len(works) > 1 and target.act and levels_of(target):
            tried = [one for one in tried if one[1].outcome is Outcome.FOUND]
        return tried[0] if len(tried) == 1 else ("", Resolution(outcome=Outcome.AMBIGUOUS))

    def _inside(self, work: str, target: Target) -> Resolution:
        if not levels_of(target):
            return Resolution(outcome=Outcome.FOUND)
        if work not in self._places:
            self._places[work] = Places.of_eids(self.acts.eids(work, self.language))
        return resolve(replace(target, scope=Scope.THIS_ACT), self._places[work], language=self.language)

    def _named(self, target: Target) -> tuple[str, ...]:
        name, number, date = asked = full_name(target.act), target.act_number, target.act_date
        if not any(asked):
            return ()
        if asked not in self._works:
            hits = self.acts.find(name=name, number=number, date=date, language=self.language)
            self._works[asked] = tuple(hit.work for hit in hits)
        return self._works[asked]


def leads_elsewhere(reference: Reference) -> bool:
    """Whether a reference names another act than the one it stands in.

    An act that cites itself by name or number has no work in the reference, like one that the library lacks; but then
    its provisions are looked up here, and a look-up here ends with an outcome of its own or with candidates.
    """
    if reference.target.scope is not Scope.OTHER_ACT:
        return False
    is_unknown = reference.outcome in {Outcome.OUTSIDE_LIBRARY, Outcome.AMBIGUOUS} and not reference.eids
    return bool(reference.work) or is_unknown
