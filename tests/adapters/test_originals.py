"""Original files in a folder."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhargy.adapters.originals import FolderOriginals
from zhargy.errors import UnreadableInput


def test_a_file_comes_back_by_the_hash_of_its_bytes(tmp_path: Path) -> None:
    originals = FolderOriginals(tmp_path)

    sha256 = originals.put("Заң".encode())

    assert sha256 == hashlib.sha256("Заң".encode()).hexdigest()
    assert originals.get(sha256) == "Заң".encode()


@given(data=st.binary(max_size=5_000))
def test_any_bytes_come_back(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    originals = FolderOriginals(tmp_path_factory.mktemp("originals"))

    assert originals.get(originals.put(data)) == data


def test_a_file_is_marked_until_it_is_settled(tmp_path: Path) -> None:
    originals = FolderOriginals(tmp_path)

    sha256 = originals.put(b"law")

    assert originals.unsettled() == (sha256,)
    originals.settle(sha256)
    assert originals.unsettled() == ()
    assert originals.get(sha256) == b"law"


def test_a_dropped_file_leaves_nothing(tmp_path: Path) -> None:
    originals = FolderOriginals(tmp_path)
    sha256 = originals.put(b"law")

    originals.drop(sha256)

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    with pytest.raises(UnreadableInput, match="L107"):
        originals.get(sha256)


def test_what_a_killed_run_wrote_aside_is_told_and_dropped(tmp_path: Path) -> None:
    originals = FolderOriginals(tmp_path)
    kept = originals.put(b"law")
    originals.settle(kept)
    half = hashlib.sha256(b"another law").hexdigest()
    (tmp_path / "adding" / f"{half}.part").write_bytes(b"anot")

    found = originals.unsettled()

    assert found == (half,)
    originals.drop(half)
    assert originals.unsettled() == ()
    assert originals.get(kept) == b"law"


def test_a_file_that_is_there_is_kept_as_it_is(tmp_path: Path) -> None:
    originals = FolderOriginals(tmp_path)
    sha256 = originals.put(b"law")
    originals.settle(sha256)
    before = originals.path(sha256).stat()

    originals.put(b"law")

    assert originals.path(sha256).stat().st_mtime_ns == before.st_mtime_ns
    assert originals.unsettled() == ()
