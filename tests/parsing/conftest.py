"""Real texts that several tests of the readers share."""

from __future__ import annotations

from pathlib import Path

import pytest

from raw_codes import unpacked


@pytest.fixture(scope="session")
def ru_codes(test_data: Path) -> dict[str, bytes]:
    """The ten Russian codes by their number in the state system, unpacked."""
    files = sorted((test_data / "ru-codes").glob("*.html.zst"))
    return {path.name.removesuffix(".html.zst"): unpacked(path) for path in files}
