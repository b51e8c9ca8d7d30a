"""Are words that have grown together parted, and only they?

- The source article: all its glued strings, labelled by hand (``gluing_labels.tsv``).
- Acts kept apart from the lexicon (two of ten by the hash of their id, two Russian codes; `tools/build_lexicon.py`):
  how many tokens were parted at all, which is the most that can be wrong, and of a random sample of the different
  strings how many were rightly parted (``gluing_verdicts.tsv``, judged by eye).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

from record import TEST_DATA, record
from zhargy.parsing import read, structure
from zhargy.parsing.plain import read_text
from zhargy.text import Source, Span
from zhargy.text.gluing import SPACE_CODE, WORDS_CODE

HERE = Path(__file__).parent
LABELS = HERE / "gluing_labels.tsv"
VERDICTS = HERE / "gluing_verdicts.tsv"
ARTICLE = TEST_DATA / "source-article" / "article.kk.txt"
_WORD = re.compile(r"[^\W\d_]+")


def rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("//"):
            yield line.split("\t")


def lexicon_tool() -> ModuleType:
    """Return the program that built the lexicon, which knows what it kept apart."""
    sys.path.append(str(HERE.parent / "tools"))
    return import_module("build_lexicon")


def on_article() -> dict[str, object]:
    document = structure(read(ARTICLE.read_bytes(), name=ARTICLE.name))
    raw, mapped = document.mapped.source.text, document.mapped
    wrong, strings, joints, made = [], 0, 0, 0
    for glued, apart in rows(LABELS):
        for found in re.finditer(rf"(?<!\w){re.escape(glued)}(?!\w)", raw):
            span = Span(mapped.from_source(found.start()), mapped.from_source(found.end()))
            now = span.of(mapped.text).rstrip()
            strings += 1
            joints += apart.count(" ")
            made += len(places(now) & places(apart))
            if now != apart:
                wrong.append(f"{glued}: {now}")
    return {
        "strings": strings,
        "strings_right": round((strings - len(wrong)) / strings, 4),
        "missing_spaces": joints,
        "missing_spaces_put": round(made / joints, 4),
        "wrong": wrong,
    }


def places(words: str) -> set[int]:
    """Return after how many letters the spaces stand."""
    return {len(words[: found.start()].replace(" ", "")) for found in re.finditer(" ", words)}


def on_texts(texts: Iterable[tuple[str, str]]) -> dict[str, object]:
    documents = tokens = 0
    parted: Counter[tuple[str, str]] = Counter()
    spaced = 0
    for name, text in texts:
        documents += 1
        tokens += len(_WORD.findall(text))
        for change in read_text(Source(text=text, name=name)).changes:
            if change.code == WORDS_CODE:
                parted[change.before.lower(), change.after.lower()] += 1
            spaced += change.code == SPACE_CODE
    words = parted.total()
    return {
        "documents": documents,
        "tokens": tokens,
        "words_parted": words,
        "words_parted_share_of_tokens": round(words / tokens, 6),
        "spaces_put_at_marks_numbers_and_capitals": spaced,
        "most_that_can_be_wrong_share_of_tokens": round((words + spaced) / tokens, 6),
        **judged(parted),
    }


def judged(parted: Counter[tuple[str, str]]) -> dict[str, object]:
    verdicts = {(before, after): verdict == "1" for before, after, verdict in rows(VERDICTS)}
    known = {parting: times for parting, times in parted.items() if parting in verdicts}
    if not known:
        return {}
    right = sum(verdicts[parting] for parting in known)
    times = sum(known.values())
    return {
        "different_strings": len(parted),
        "judged": len(known),
        "judged_right": round(right / len(known), 4),
        "judged_right_by_occurrence": round(sum(n for parting, n in known.items() if verdicts[parting]) / times, 4),
    }


def main() -> None:
    tool = lexicon_tool()
    held_out = {
        "kazakh_acts": tool.kazakh_texts(TEST_DATA),
        "russian_codes": tool.russian_texts(TEST_DATA),
    }
    figures: dict[str, object] = {"source_article": on_article()}
    for name, texts in held_out.items():
        figures[name] = on_texts((name, text) for name, text in texts if tool.is_held_out(name) and text.strip())
    lexicon = HERE.parent / "src" / "zhargy" / "packs" / "lexicon"
    record("gluing", figures, data=[ARTICLE, LABELS, VERDICTS, lexicon / "kk_words.tsv", lexicon / "ru_words.tsv"])


if __name__ == "__main__":
    main()
