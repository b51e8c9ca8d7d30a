"""A thousand broken files of every format: each gives a tree or a clear refusal, nothing else.

Run: ``python benchmarks/mutations.py [COUNT]``.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from record import record
from zhargy.errors import UnreadableInput
from zhargy.model import Severity
from zhargy.parsing import read, structure, write

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from mutated import mutations

SEED = 2026


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    outcomes: Counter[str] = Counter()
    by_way: dict[str, Counter[str]] = {}
    slowest = 0.0
    for reader, way, data in mutations(count, seed=SEED):
        began = time.perf_counter()
        found = outcome(data, reader)
        slowest = max(slowest, time.perf_counter() - began)
        outcomes[found] += 1
        by_way.setdefault(f"{way}", Counter())[found] += 1
    figures = {
        "files": count,
        "seed": SEED,
        "exceptions_other_than_a_refusal": sum(n for key, n in outcomes.items() if key.startswith("exception")),
        "outcomes": dict(sorted(outcomes.items())),
        "by_mutation": {way: dict(sorted(found.items())) for way, found in sorted(by_way.items())},
        "slowest_seconds": round(slowest, 2),
    }
    record("mutations", figures)


def outcome(data: bytes, reader: str) -> str:
    try:
        document = structure(read(data, name="broken", reader=reader))
        write(document, "akn")
    except UnreadableInput as refusal:
        return f"refused {refusal.code}"
    except Exception as error:  # noqa: BLE001 - the figure this benchmark is about
        return f"exception {type(error).__name__}"
    worst = {found.severity for found in document.diagnostics}
    return "tree with errors told" if Severity.ERROR in worst else "tree"


if __name__ == "__main__":
    main()
