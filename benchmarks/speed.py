"""How fast is plain text made a tree (read and structure, without references), and how much memory does it take?

One process; CPU seconds, so that other work on the machine does not count; medians of several runs. The first pass
over a corpus meets every word for the first time; later passes find the words of the corpus in the caches. Russian
codes come as HTML and are written as plain text by the program itself before the clock starts.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Sequence
from random import Random
from statistics import median

import zstandard

from record import TEST_DATA, record
from zhargy.parsing import read, structure, write

CORPUS = TEST_DATA / "ir-kz-acts" / "corpus.jsonl.zst"
CODES = sorted((TEST_DATA / "ru-codes").glob("*.html.zst"))
ARTICLE = TEST_DATA / "source-article" / "article.kk.txt"
RUNS = 5
SAMPLE = 1000
SEED = 6
START = """
import sys, time
from zhargy.parsing import read, structure
data = open(sys.argv[1], "rb").read()
start = time.perf_counter()
structure(read(data, name="article.kk.txt"))
first = time.perf_counter()
structure(read(data, name="article.kk.txt"))
print(first - start, time.perf_counter() - first)
"""


def acts() -> list[bytes]:
    with CORPUS.open("rb") as packed:
        lines = zstandard.ZstdDecompressor().stream_reader(packed).read().decode().split("\n")
    texts = [json.loads(line)["text"] for line in lines if line]
    return [text.encode() for text in texts if text.strip()]


def seconds(texts: Sequence[bytes]) -> float:
    start = time.process_time()
    for text in texts:
        structure(read(text, name="a.txt", reader="text"))
    return time.process_time() - start


def megabytes(texts: Sequence[bytes]) -> float:
    return sum(map(len, texts)) / 1e6


def rate(texts: Sequence[bytes]) -> dict[str, float]:
    """Return the first and the median speed over some texts."""
    size = megabytes(texts)
    runs = [size / seconds(texts) for _ in range(RUNS)]
    return {
        "mb": round(size, 2),
        "first_run_mb_per_s": round(runs[0], 2),
        "median_mb_per_s": round(median(runs), 2),
        "slowest_mb_per_s": round(min(runs), 2),
    }


def peak_mb(texts: Sequence[bytes]) -> float:
    """Return the most memory that Python objects took at once while the texts were read one after another, in MB."""
    tracemalloc.start()
    seconds(texts)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return round(peak / 1e6, 1)


def memory(texts: Sequence[bytes]) -> dict[str, float]:
    """Compare one document with many: the largest alone, then in the midst of hundreds."""
    largest = max(texts, key=len)
    seconds(texts)
    return {
        "largest_document_kb": round(len(largest) / 1e3, 1),
        "peak_mb_of_that_document": peak_mb([largest]),
        "documents": len(texts),
        "documents_mb": round(megabytes(texts), 2),
        "peak_mb_of_all_one_after_another": peak_mb(texts),
    }


def article() -> dict[str, float]:
    """Time the source article in fresh processes: with the lexicons still to load, and after that."""
    rows = []
    for _ in range(RUNS):
        done = subprocess.run(
            [sys.executable, "-c", START, str(ARTICLE)], capture_output=True, text=True, check=True
        ).stdout
        rows.append([float(value) for value in done.split()])
    return {
        "seconds_after_start_lexicons_included": round(median(row[0] for row in rows), 3),
        "seconds_once_loaded": round(median(row[1] for row in rows), 3),
    }


def main() -> None:
    figures: dict[str, object] = {"source_article_wall_clock": article()}
    codes = [write(structure(read(path.read_bytes(), name=path.name)), "text") for path in CODES]
    figures["largest_russian_code"] = rate([max(codes, key=len)])
    figures["ten_russian_codes"] = rate(codes)
    texts = acts()
    whole = seconds(texts)
    figures["all_kazakh_acts_first_pass"] = {
        "mb": round(megabytes(texts), 2),
        "mb_per_s": round(megabytes(texts) / whole, 2),
        "cpu_seconds": round(whole, 1),
    }
    sample = Random(SEED).sample(texts, SAMPLE)  # noqa: S311
    figures["sample_of_kazakh_acts"] = rate(sample)
    figures["peak_resident_mb_of_the_whole_run"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3)
    figures["memory"] = memory(sample[:400])
    record("speed", figures, data=[CORPUS, ARTICLE, *CODES])


if __name__ == "__main__":
    main()
