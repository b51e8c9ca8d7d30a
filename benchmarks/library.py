"""A real load: how fast does a library take texts, how large does it grow, and how fast does it answer?

Ten codes of the Russian Federation as the state's own portal exports them, one regulation of the European Union in
Formex, and a sample of Kazakh acts as plain text go into an empty library on SQLite by ``zhargy library add``, a
process of its own, each file in a transaction that is synced to the disk. The same command once more finds everything
there. Then each question is asked many times in a warm process, of texts that are opened anew each time; medians of
processor time are told. Last, the act that the others cite most often is added to a library that has all of them: it is
then that their references change.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median

import zstandard

from record import TEST_DATA, record
from zhargy.app import consulting, holdings
from zhargy.app.adding import add
from zhargy.app.ports import Workbench
from zhargy.bootstrap import open_workbench
from zhargy.model import Outcome

CORPUS = TEST_DATA / "ir-kz-acts" / "corpus.jsonl.zst"
CODES = sorted((TEST_DATA / "ru-codes").glob("*.html.zst"))
FORMEX = TEST_DATA / "ai-act" / "ai_act_2024_1689_en_formex4.zip"
LARGEST = "102073942.html.zst"  # the Criminal Procedure Code, 1 MB of text
MOST_CITED = "102041891.html.zst"  # the Criminal Code
SAMPLE = 500
SEED = 6
RUNS = 15
QUERIES = ("кодекс", "уголовного кодекса", "бюджет туралы", "мәслихат", "artificial intelligence")


def write_files(folder: Path) -> None:
    """Put all files of the load into `folder`."""
    for file in (*CODES, FORMEX):
        shutil.copyfile(file, folder / file.name)
    with CORPUS.open("rb") as packed:
        lines = zstandard.ZstdDecompressor().stream_reader(packed).read().decode().split("\n")
    rows = [json.loads(line) for line in lines if line]
    for at, row in enumerate(Random(SEED).sample(rows, SAMPLE)):  # noqa: S311
        (folder / f"{at:03}.txt").write_text(row["text"], encoding="utf-8")


def add_all(files: Path, library: Path) -> dict[str, object]:
    """Run ``zhargy library add`` on a folder."""
    command = [sys.executable, "-m", "zhargy", "library", "add", str(files)]
    environment = {**os.environ, "ZHARGY_LIBRARY": str(library)}
    start = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - start
    cpu = used.ru_utime + used.ru_stime
    count = sum(1 for _ in files.iterdir())
    return {
        "exit_code": running.returncode,
        "wall_clock_seconds": round(took, 1),
        "cpu_seconds": round(cpu, 1),
        "files_per_cpu_second": round(count / cpu, 1),
        "peak_resident_mb": round(used.ru_maxrss / 1e3),
    }


def seconds(ask: Callable[[], object]) -> float:
    """Return the median time of an answer, of the processor: SQLite answers in this process."""
    runs = []
    for _ in range(RUNS):
        start = time.process_time()
        ask()
        runs.append(time.process_time() - start)
    return round(median(runs), 4)


def answers(bench: Workbench) -> dict[str, float]:
    """Time what pages and commands ask."""
    largest = next(
        edition
        for holding in holdings.works(bench, limit=SAMPLE * 2)[0]
        for edition in holding.editions
        if edition.name.endswith(LARGEST)
    )
    asked: dict[str, Callable[[], object]] = {
        "list_fifty_works": lambda: holdings.works(bench),
        "list_the_last_fifty": lambda: holdings.works(bench, offset=SAMPLE - 50),
        **{f"search_{query}": lambda query=query: holdings.works(bench, query=query) for query in QUERIES},
        "statistics": lambda: holdings.statistics(bench),
        "work": lambda: holdings.work(bench, largest.id.work),
        "contents_of_the_largest": lambda: consulting.contents(bench, largest.id),
        "article_of_the_largest": lambda: consulting.provision(bench, largest.id, "art_5"),
        "whole_document_of_the_largest": lambda: consulting.document(bench, largest.id),
    }
    return {f"{name}_cpu_seconds": seconds(ask) for name, ask in asked.items()}


def between_codes(bench: Workbench) -> dict[str, dict[str, int]]:
    """Count what became of references that found another act, by the title of that act."""
    titles = {str(holding.id): holding.title for holding in holdings.works(bench, limit=SAMPLE * 2)[0]}
    found: dict[str, Counter[str]] = {}
    for holding in holdings.works(bench, limit=SAMPLE * 2)[0]:
        for edition in holding.editions:
            for reference in consulting.document(bench, edition.id).references:
                if reference.work:
                    found.setdefault(titles[reference.work][:60], Counter())[reference.outcome.value] += 1
    ordered = sorted(found.items(), key=lambda item: (-item[1].total(), item[0]))
    return {title: dict(sorted(outcomes.items())) for title, outcomes in ordered}


def one_after_the_others(folder: Path) -> dict[str, object]:
    """Add the code that is cited most to a library of all the others, timing it and the largest."""
    bench = open_workbench(folder)
    took = {}
    for file in sorted(CODES, key=lambda file: (file.name == MOST_CITED, file.name)):
        start = time.process_time()
        added = add(bench, file.read_bytes(), name=file.name).edition
        took[file.name] = round(time.process_time() - start, 2)
    changed = sum(len(batch) for batch in bench.store.citing(added.id.work))
    bench.store.close()
    return {
        "cpu_seconds_to_add_the_largest_code": took[LARGEST],
        "cpu_seconds_to_add_the_most_cited_code_last": took[MOST_CITED],
        "references_that_name_it": changed,
    }


def sizes(library: Path, files: Path) -> dict[str, float]:
    """Return sizes in MB."""
    database = sum(file.stat().st_size for file in library.glob("zhargy.db*"))
    originals = sum(file.stat().st_size for file in (library / "originals").rglob("*") if file.is_file())
    return {
        "files_mb": round(sum(file.stat().st_size for file in files.iterdir()) / 1e6, 2),
        "originals_mb": round(originals / 1e6, 2),
        "database_mb": round(database / 1e6, 2),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        files, library, other = (Path(temporary, name) for name in ("files", "library", "other"))
        files.mkdir()
        writing = multiprocessing.get_context("spawn").Process(target=write_files, args=(files,))
        writing.start()  # apart, for a process inherits the peak of memory of the one that starts it
        writing.join()
        figures: dict[str, object] = {"files": sum(1 for _ in files.iterdir()), "add": add_all(files, library)}
        figures["add_again"] = add_all(files, library)
        bench = open_workbench(library)
        told = holdings.statistics(bench)
        figures["size"] = sizes(library, files) | {"of_texts_mb": round(characters(bench) / 1e6, 2)}
        figures["library"] = {
            "works": told.works,
            "provisions": told.provisions,
            "repairs": told.repairs,
            "references": {outcome.value: told.references[outcome] for outcome in Outcome},
            "references_to_other_acts_of_the_library": between_codes(bench),
        }
        figures["answers"] = answers(bench)
        bench.store.close()
        figures["most_cited_last"] = one_after_the_others(other)
    record("library", figures, data=[CORPUS, FORMEX, *CODES])


def characters(bench: Workbench) -> int:
    """Return the length of all regular texts, in bytes of UTF-8."""
    return sum(
        len(bench.store.text(edition.id).encode("utf-8", "surrogatepass"))
        for holding in holdings.works(bench, limit=SAMPLE * 2)[0]
        for edition in holding.editions
    )


if __name__ == "__main__":
    main()
