"""What every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

#: A busy machine is no failure; a run that decides whether a change may land tries the same examples every time.
settings.register_profile("here", deadline=None)
settings.register_profile("landing", deadline=None, derandomize=True)
settings.load_profile("landing" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def test_data() -> Path:
    """The folder of real texts; tests that need it are skipped, and counted, where it is absent."""
    folder = Path(os.environ.get("ZHARGY_TEST_DATA", Path(__file__).parents[2] / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"real texts are not at {folder}; set ZHARGY_TEST_DATA")
    return folder
