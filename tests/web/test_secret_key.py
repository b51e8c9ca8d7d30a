"""The key that signs forms: one for a library, its owner's alone."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from zhargy.web.secret_key import FILE, secret_key


def test_a_library_has_one_key_and_another_library_another(tmp_path: Path) -> None:
    first = secret_key(tmp_path / "a")

    assert secret_key(tmp_path / "a") == first
    assert secret_key(tmp_path / "b") != first
    assert len(first) >= 50


def test_only_the_owner_can_read_the_key(tmp_path: Path) -> None:
    secret_key(tmp_path)

    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_processes_that_start_together_agree_on_the_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(secret_key, [tmp_path] * 32))

    assert len(keys) == 1
