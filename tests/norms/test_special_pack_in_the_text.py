"""The pack of the Special Part beside the text of the law: anchors, numbers, days of the wordings."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from zhargy.app.norms import pack
from zhargy.app.structuring import structure_bytes
from zhargy.model import Node
from zhargy.norms.packs import Norm, Pack
from zhargy.norms.sanctions import Measure, Open, Sanction, penalties_of
from zhargy.text import Language
from zhargy.text.amounts import Amount, MciAmount, Multiple, Period, find_amounts

_DAYS = {"он күн": 10, "алпыс күн": 60}
_CODE_IN_FORCE = dt.date(2015, 1, 1)
Ends = tuple[Decimal | None, Decimal | None]


@pytest.fixture(scope="module")
def special() -> Pack:
    return pack("kz-criminal-special")


def own(special: Pack) -> Iterator[Norm]:
    yield from (special.norms[norm] for norm in special.own_norms)


@pytest.fixture(scope="module")
def provisions(test_data: Path) -> Mapping[Language, Mapping[str, str]]:
    folder = test_data / "kz-legislation" / "criminal-code-226-V"
    return {
        language: read(folder / language / f"special-part-selected.{language}.md")
        for language in (Language.KK, Language.RU)
    }


def read(file: Path) -> Mapping[str, str]:
    document = structure_bytes(file.read_bytes(), name=file.name)

    def below(node: Node) -> Iterator[Node]:
        yield node
        for child in node.children:
            yield from below(child)

    nodes = [node for child in document.children for node in below(child)]
    return {node.eid: " ".join(document.text[node.span.start : node.span.end].split()) for node in nodes}


@pytest.mark.real_data
def test_every_norm_stands_at_its_element_id_in_the_text(
    special: Pack, provisions: Mapping[Language, Mapping[str, str]]
) -> None:
    missing = [
        (norm.id, anchor.language, anchor.words)
        for norm in own(special)
        for anchor in norm.anchors
        if anchor.words not in provisions[anchor.language].get(norm.id, "")
    ]

    assert missing == []
    assert all(any(anchor.language is Language.KK for anchor in norm.anchors) for norm in own(special))


@pytest.mark.real_data
def test_russian_anchors_stand_where_the_russian_text_agrees(
    special: Pack, provisions: Mapping[Language, Mapping[str, str]]
) -> None:
    """Article 209 is older in Russian; the note says so, and the articles the Russian file lacks have no anchors."""
    anchored = {norm.id.split("__")[0] for norm in own(special) if any(a.language is Language.RU for a in norm.anchors)}

    assert anchored == {"art_147", "art_190", "art_194", "art_375"}
    assert set(provisions[Language.RU]) >= anchored


def test_the_anchors_of_a_sanction_tell_its_numbers_and_no_other(special: Pack) -> None:
    """Read by the reader of amounts, which knows nothing of the pack: a number changed here or there is noticed."""
    for norm in own(special):
        if norm.sanction is not None:
            phrases = [anchor.words for anchor in norm.anchors if anchor.language is Language.KK]
            told = Counter(ends for words in phrases for ends in told_in(words))
            assert told == Counter(claimed(norm.sanction)), norm.id


def claimed(sanction: Sanction) -> Iterator[Ends]:
    for part in sanction.parts:
        for penalty in penalties_of(part):
            ends = (number(penalty.measure, "lower"), number(penalty.measure, "upper"))
            if ends != (None, None):
                yield ends


def number(measure: Measure, end: str) -> Decimal | None:
    bound: Decimal | Open = getattr(measure, end)
    return bound if isinstance(bound, Decimal) else None


def told_in(words: str) -> Iterator[Ends]:
    for found in find_amounts(words, Language.KK):
        yield plain(found.range.lower), plain(found.range.upper)


def plain(end: Amount | None) -> Decimal | None:
    match end:
        case MciAmount(count=value) | Period(value=value) | Multiple(times=value):
            return Decimal(value)
        case _:
            return None


@pytest.mark.real_data
def test_each_article_is_law_from_the_first_day_its_last_amendment_allows(special: Pack, test_data: Path) -> None:
    """Signed on a day, in force after so many days have passed since publication: that day and one more at the least.

    Articles that tell of no amendment are law from the first day of the Code. Article 375 was amended in part 2 alone,
    where the words for the media changed: the older Russian text has the same parts, sanctions and note.
    """
    file = test_data / "kz-legislation" / "criminal-code-226-V" / "kk" / "special-part-selected.kk.md"
    amended = dict(amendments(file.read_text(encoding="utf-8")))

    for norm in own(special):
        article = norm.id.split("__")[0].removeprefix("art_")
        first = _CODE_IN_FORCE if article == "375" else amended.get(article, _CODE_IN_FORCE)
        assert (norm.valid.start, norm.valid.end) == (first, None), norm.id


def amendments(text: str) -> Iterator[tuple[str, dt.date]]:
    for note in re.findall(r"^> \*Ескерту\. (.*)\*$", text, flags=re.MULTILINE):
        article = re.match(r"(\d+)-бап", note)
        laws = re.findall(r"(\d\d)\.(\d\d)\.(\d{4}) № \S+ \((?:алғашқы)[^)]*күнтізбелік (\S+ күн)", note)
        assert article is not None
        day, month, year, wait = laws[-1]
        yield article[1], dt.date(int(year), int(month), int(day)) + dt.timedelta(days=_DAYS[wait] + 1)
