"""Precision and recall on hand-made labels, whole acts against themselves."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from zhargy.citations import link
from zhargy.model import Outcome

pytestmark = [pytest.mark.real_data, pytest.mark.slow]
FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def benchmark_script(test_data: Path) -> ModuleType:
    sys.path.insert(0, str(FOLDER))
    try:
        spec = importlib.util.spec_from_file_location("citations_benchmark", FOLDER / "citations.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(FOLDER))
    return module


def test_both_halves_of_the_labels_are_read_with_over_95_percent(benchmark_script: ModuleType) -> None:
    figures = benchmark_script.quality()

    for half in ("kk_ru_developed_on", "kk_ru_held_out"):
        assert figures[half]["labelled"] >= 100
        assert figures[half]["precision"] > 0.95
        assert figures[half]["recall"] > 0.95


def test_nearly_every_provision_a_code_cites_of_itself_is_found(benchmark_script: ModuleType) -> None:
    """Outside are the provisions that other acts hold: civil codes cite the other parts of themselves."""
    counts = Counter(one.outcome for one in link(benchmark_script.document("102073942.html.zst")).references)

    assert counts[Outcome.FOUND] > 1200
    assert counts[Outcome.NOT_FOUND] + counts[Outcome.AMBIGUOUS] < 0.02 * counts[Outcome.FOUND]
