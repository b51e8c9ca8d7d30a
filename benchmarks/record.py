"""Print a benchmark's figures and keep them beside the code, with everything needed to repeat them."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).parent / "results"
TEST_DATA = Path(os.environ.get("ZHARGY_TEST_DATA", Path(__file__).parents[2] / "shared" / "data"))


def record(name: str, figures: Mapping[str, object], *, data: Iterable[Path] = ()) -> None:
    """Print `figures` and write them to ``results/<name>.json``.

    Args:
        name: File name of the result, without suffix.
        figures: What was measured; JSON values, units in the keys (``seconds``, ``mb_per_s``).
        data: Files the figures were measured on; their hashes are kept.
    """
    document = {
        "name": name,
        "command": " ".join(["python", f"benchmarks/{Path(sys.argv[0]).name}", *sys.argv[1:]]),
        "date": datetime.now(UTC).date().isoformat(),
        "commit": _commit(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "data_sha256": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(data)},
        "figures": figures,
    }
    text = json.dumps(document, ensure_ascii=False, indent=2)
    print(text)
    (RESULTS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def _commit() -> str:
    done = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "none"
