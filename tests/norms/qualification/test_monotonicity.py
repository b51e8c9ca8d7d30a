"""A mitigating fact raises no ceiling, an aggravating one lowers none, except where the law itself does so.

`benchmarks/norm_monotonicity.py` tries every such fact in 100,000 cases of each pack; here are fewer cases, and what it
found is laid beside the exceptions that are explained there.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"
RESULT = BENCHMARKS / "results" / "norm_monotonicity.json"
LAWS = ("kz-criminal-special", "kz-ai-offences", "sample")


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    sys.path.insert(0, str(BENCHMARKS))
    spec = importlib.util.spec_from_file_location("norm_monotonicity", BENCHMARKS / "norm_monotonicity.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["norm_monotonicity"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
@pytest.mark.parametrize("name", LAWS)
def test_what_is_added_moves_ceilings_one_way_but_for_the_exceptions_told(name: str, benchmark: ModuleType) -> None:
    found = benchmark.on(name, 600)

    assert found["mitigating_that_raise_a_ceiling"] == []
    rows = found["aggravating_that_lower_a_ceiling"]
    assert [row for row in rows if not row["explanation"]] == []
    assert found["answers_that_moved"]["aggravating"] > 0


@pytest.mark.parametrize("name", LAWS)
def test_the_measured_exceptions_are_all_explained(name: str) -> None:
    measured: dict[str, Any] = json.loads(RESULT.read_text(encoding="utf-8"))["figures"]["packs"][name]

    assert measured["cases"] == 100_000
    assert measured["mitigating_that_raise_a_ceiling"] == []
    assert [row for row in measured["aggravating_that_lower_a_ceiling"] if not row["explanation"]] == []
    assert measured["answers_that_moved"]["mitigating"] > 100
