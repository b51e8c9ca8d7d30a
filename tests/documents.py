"""Documents made up by hypothesis: every kind of element, words of three languages, odd characters, all findings."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from zhargy.model import (
    AnchorKind,
    Diagnostic,
    Document,
    Kind,
    Metadata,
    Outcome,
    Reference,
    Scope,
    Severity,
    Status,
    Target,
)
from zhargy.parsing.assembly import assemble
from zhargy.parsing.blocks import Draft, Lifted, Reading
from zhargy.text import Change, Language, MappedText, Piece, Position, Source, Span

_WORDS = (
    "1-бап. Шам жанады, сөнеді; 2) егер <түн> & таң «болса» – Статья 5. Фонарь горит; (a) a lamp shall glow: § 3. № 7"
)
_SOURCE = Source(text=f"{_WORDS}\n" * 40, name="made-up.txt")
_ODD = "<>&\"'\t \u00a0\u00ad\u2028\ufffe\x00\x07\x1b\x85é\U0001f600ӘҢ"
_CONTAINERS = [
    Kind.BOOK, Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.SUBCHAPTER, Kind.ARTICLE, Kind.PARAGRAPH,
    Kind.SUBPARAGRAPH, Kind.ITEM, Kind.SUBITEM, Kind.INDENT, Kind.PREAMBLE, Kind.RECITAL, Kind.ANNEX, Kind.TOPIC,
    Kind.LIST_ITEM, Kind.NOTE,
]  # fmt: skip
_LEAVES = [Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.NOTE, Kind.AMENDMENT_NOTE, Kind.TABLE, Kind.TITLE, Kind.SIGNATURE]

words = st.one_of(
    st.sampled_from(
        ["Шам жанады.", "Фонарь горит", "a lamp shall glow;", "2) егер", "  екі  бос  орын ", "–", "<түн> & таң"]
    ),
    st.text(st.one_of(st.sampled_from(_ODD), st.characters(exclude_categories=["Cs"])), min_size=1, max_size=20),
).map(lambda text: text.replace("\n", " ").replace("\r", " ").replace("\t", " "))
#: Numbers as printed; a regular number follows from them or not.
printed = st.one_of(
    st.sampled_from(["1.", "2)", "(a)", "3-бап.", "Статья 228.1.", "ANNEX I", "§ 4.", "—", "2-1)", "I бөлім."]), words
)
numbers = st.sampled_from(["", "", "1", "2", "2-1", "228-1", "VI", "a", "3.1", "ә"])


@st.composite
def mapped(draw: st.DrawFn, texts: st.SearchStrategy[str] = words) -> MappedText:
    """Return words with some place in the source."""
    text = draw(texts)
    start = draw(st.integers(0, len(_SOURCE.text)))
    return MappedText(text, _SOURCE, (Piece(0, start, start, linear=False),))


def _table(rows: list[list[str]]) -> str:
    return "\n".join("\t".join(cells) for cells in rows)


leaves = st.builds(
    lambda kind, text, cells, source_id: Draft(
        kind=kind,
        text=replace(text, text=_table(cells)) if kind is Kind.TABLE else text,
        source_id=source_id,
    ),
    st.sampled_from(_LEAVES),
    mapped(),
    st.lists(st.lists(words, min_size=1, max_size=3), min_size=1, max_size=3),
    st.sampled_from(["", "", "z12"]),
)


def _container(children: st.SearchStrategy[Draft]) -> st.SearchStrategy[Draft]:
    return st.builds(
        Draft,
        kind=st.sampled_from(_CONTAINERS),
        num=st.none() | mapped(printed),
        number=numbers,
        heading=st.none() | mapped(),
        status=st.sampled_from(Status),
        source_id=st.sampled_from(["", "z7"]),
        children=st.lists(children, max_size=4),
    )


drafts = st.lists(st.recursive(leaves, _container, max_leaves=12), max_size=6)

_spans = st.tuples(st.integers(0, len(_SOURCE.text)), st.integers(0, 30)).map(lambda pair: Span(pair[0], sum(pair)))
changes = st.builds(Change, code=st.sampled_from(["P001", "P005"]), source=_spans, before=words, after=words)
lifted = st.builds(Lifted, kind=st.sampled_from(AnchorKind), value=words, source=_spans)
positions = st.builds(
    Position,
    file=st.just("made-up.txt"),
    page=st.none() | st.integers(1, 9),
    line=st.integers(1, 9),
    column=st.integers(1, 9),
)
metadata = st.builds(
    Metadata,
    identifier=st.sampled_from(
        ["", "/akn/kz/act/code/2014-07-03/226-V", "/akn/eu/act/2024/2024-1689", "no identifier"]
    ),
    version=st.sampled_from(["", "2024-06-19"]),
    number=st.sampled_from(["", "226-V", "№ 5 «а» <b>"]),
    date=st.sampled_from(["", "2014-07-03"]),
    source=st.sampled_from(["", "https://example.org/?a=1&b=2"]),
    publisher_id=st.sampled_from(["", "K1400000226"]),
)
targets = st.builds(
    Target,
    scope=st.sampled_from(Scope),
    act=st.sampled_from(["", "Қылмыстық кодекс", "Закон «О <шамах>»"]),
    act_number=st.sampled_from(["", "226-V"]),
    articles=st.lists(st.sampled_from(["3", "228-1", "43"]), max_size=3).map(tuple),
    items=st.lists(st.sampled_from(["2", "b"]), max_size=2).map(tuple),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a document as the last step of reading makes it, references and diagnostics of all sorts in it."""
    reading = Reading(
        source=_SOURCE,
        drafts=(),
        lifted=tuple(draw(st.lists(lifted, max_size=2))),
        changes=tuple(draw(st.lists(changes, max_size=3))),
        title=draw(st.sampled_from(["", "Қиялдағы заң", "«Ш» & <т>"])),
        language=draw(st.sampled_from(Language)),
        metadata=draw(metadata),
    )
    document = assemble(reading, draw(drafts))
    eids = [node.eid for node in document.walk()] or ["art_1"]
    length = len(document.text)
    places = st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted).map(lambda pair: Span(*pair))
    reference = st.builds(
        Reference,
        span=places,
        target=targets,
        outcome=st.sampled_from(Outcome),
        work=st.sampled_from(["", "/akn/kz/act/2021-04-05/17-I"]),
        eids=st.lists(st.sampled_from(eids), max_size=2).map(tuple),
        eid=st.sampled_from(eids),
    )
    diagnostic = st.builds(
        Diagnostic,
        code=st.sampled_from(["P101", "P104", "P150"]),
        severity=st.sampled_from(Severity),
        params=st.dictionaries(st.sampled_from(["before", "number"]), words, max_size=2),
        span=st.none() | places,
        position=st.none() | positions,
        eid=st.sampled_from(["", *eids]),
    )
    return replace(
        document,
        references=tuple(draw(st.lists(reference, max_size=4))),
        diagnostics=tuple(draw(st.lists(diagnostic, max_size=3))),
    )
