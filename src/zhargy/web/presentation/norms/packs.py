"""Packs, and one pack with its norms by article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from zhargy.messages import translate
from zhargy.messages.law import LawWords
from zhargy.norms.packs import Case, Norm, Pack, Standing
from zhargy.norms.packs.relations import defeaters, displacers
from zhargy.norms.wording import Clause, condition_words, sanction_words
from zhargy.text import Language
from zhargy.web.presentation.norms.addresses import norm_address, pack_address
from zhargy.web.presentation.norms.turning import Link
from zhargy.web.presentation.words import day, validity


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLine:
    """A pack in a list.

    Args:
        id: Its name.
        address: Its page.
        title: Its title.
        status: Whether its act is law, in words.
        act: Identifier of the act.
        norms: How many norms it has.
        facts: How many facts people can be asked for.
        cases: How many examples it has.
    """

    id: str
    address: str
    title: str
    status: str
    act: str
    norms: int
    facts: int
    cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NormView:
    """A norm in words.

    Args:
        id: Its element id.
        text: Its place and title.
        kind: What it does.
        library: Where its text can be read; empty where the library has it not.
        conditions: When it holds.
        sanction: What it threatens.
        relations: How it stands to other norms.
        valid: Days on which it is law, in words; empty where always.
        notes: Remarks of the encoder.
        examples: Examples in which it applies.
    """

    id: str
    text: str
    kind: str
    library: str
    conditions: tuple[Clause, ...]
    sanction: tuple[Clause, ...]
    relations: tuple[tuple[str, tuple[Link, ...]], ...]
    valid: str
    notes: tuple[str, ...]
    examples: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """The norms of one article.

    Args:
        id: Element id of the article.
        heading: Its number, and what its heading names where the pack tells it.
        norms: The norms.
    """

    id: str
    heading: str
    norms: tuple[NormView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackView:
    """One pack.

    Args:
        line: What lists show of it.
        editions: Days of the wordings encoded, in words.
        sources: Where the text is taken from.
        encoder: Who encoded it.
        reviewer: Who compared it with the text; empty where nobody has.
        used: The packs it uses.
        articles: Its norms by article.
        others: Examples in which no norm of the pack applies.
    """

    line: PackLine
    editions: tuple[str, ...]
    sources: tuple[str, ...]
    encoder: str
    reviewer: str
    used: tuple[Link, ...]
    articles: tuple[ArticleView, ...]
    others: tuple[Link, ...]


def pack_line(pack: Pack, language: Language) -> PackLine:
    """Return a pack as lists show it."""
    return PackLine(
        id=pack.id,
        address=pack_address(pack.id),
        title=pack.title[language],
        status=translate(f"law.status.{pack.status}", language),
        act=str(pack.act),
        norms=len(pack.own_norms),
        facts=sum(fact.is_asked for fact in pack.vocabulary.facts.values()),
        cases=len(pack.cases),
    )


def pack_view(pack: Pack, words: LawWords, *, library: Callable[[str], str]) -> PackView:
    """Return a pack as its page shows it.

    Args:
        pack: The pack, its examples read.
        words: Words of the pack.
        library: From the id of a norm to where its text can be read; empty where nowhere.
    """
    norms = list(_Norms(pack, words, library).views())
    articles = groupby(norms, key=lambda norm: norm.id.partition("__")[0])
    return PackView(
        line=pack_line(pack, words.language),
        editions=tuple(map(day, pack.editions)),
        sources=pack.sources,
        encoder=pack.encoder,
        reviewer=pack.reviewer,
        used=tuple(
            Link(address=pack_address(used.id), label=used.title[words.language]) for used in pack.used.values()
        ),
        articles=tuple(
            ArticleView(id=article, heading=_heading(article, pack, words), norms=tuple(group))
            for article, group in articles
        ),
        others=tuple(_examples((case for case in pack.cases if not _applying(case)), pack, words.language)),
    )


def case_of(pack: Pack, name: str) -> Case | None:
    """Return an example by its name."""
    return next((case for case in pack.cases if case.name == name), None)


@dataclass(frozen=True, slots=True)
class _Norms:
    """The norms of a pack with what is told of each."""

    pack: Pack
    words: LawWords
    library: Callable[[str], str]

    def views(self) -> Iterator[NormView]:
        exceptions, special = defeaters(self.pack.norms), displacers(self.pack.norms)
        for norm in self.pack.own_norms.values():
            relations = (
                (self.words.say("field.basic"), [norm.basic] if norm.basic else []),
                (self.words.say("field.exceptions"), exceptions[norm.id]),
                (self.words.say("field.defeats"), norm.defeats),
                (_("gives way to"), special[norm.id]),
                (self.words.say("field.prevails_over"), norm.prevails_over),
            )
            yield NormView(
                id=norm.id,
                text=self.words.norm(norm.id),
                kind=self.words.say(f"norm.{norm.kind}"),
                library=self.library(norm.id),
                conditions=tuple(self._conditions(norm)),
                sanction=() if norm.sanction is None else sanction_words(norm.sanction, self.words),
                relations=tuple((name, self._links(norms)) for name, norms in relations if norms),
                valid=validity(norm.valid),
                notes=tuple(note[self.words.language] for note in norm.notes),
                examples=tuple(_examples(self._applied(norm), self.pack, self.words.language)),
            )

    def _conditions(self, norm: Norm) -> Iterator[Clause]:
        if norm.subject is not None:
            yield Clause(_("Who can be its addressee:"), (condition_words(norm.subject, self.words),))
        yield condition_words(norm.when, self.words)

    def _applied(self, norm: Norm) -> Iterator[Case]:
        yield from (case for case in self.pack.cases if case.expect.get(norm.id) is Standing.APPLIES)

    def _links(self, norms: Iterable[str]) -> tuple[Link, ...]:
        return tuple(Link(address=norm_address(self.pack, each), label=self.words.norm(each)) for each in norms)


def _applying(case: Case) -> bool:
    return Standing.APPLIES in case.expect.values()


def _examples(cases: Iterable[Case], pack: Pack, language: Language) -> Iterator[Link]:
    for case in cases:
        yield Link(address=reverse("pack-case", args=[pack.id, case.name]), label=case.title[language])


def _heading(article: str, pack: Pack, words: LawWords) -> str:
    """Return the number of an article, with what the pack says of its heading."""
    told = (norm.heading for norm in pack.own_norms.values() if norm.id.partition("__")[0] == article)
    heading = next((each[words.language] for each in told if each), "")
    place = words.place(article)
    return f"{place}. {heading}" if heading else place
