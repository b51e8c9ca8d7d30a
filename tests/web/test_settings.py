"""What the portal is told by its environment, and what its log may say."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from web.desk import GARDEN

KEY = "ZHARGY_SECRET_KEY"
_ASK = """
import json
from zhargy.web import settings
print(json.dumps([settings.ALLOWED_HOSTS, settings.UPLOAD_LIMIT, str(settings.SECRET_KEY), settings.DEBUG]))
"""


def asked(tmp_path: Path, **told: str) -> list[object]:
    environment = {**os.environ, "ZHARGY_LIBRARY": str(tmp_path), **told}
    done = subprocess.run([sys.executable, "-c", _ASK], env=environment, check=True, capture_output=True, text=True)
    answer: list[object] = json.loads(done.stdout)
    return answer


def test_the_environment_is_heard(tmp_path: Path) -> None:
    hosts, limit, key, debug = asked(
        tmp_path, ZHARGY_HOSTS="law.example,10.0.0.7", ZHARGY_UPLOAD_LIMIT_MB="7", **{KEY: "told"}
    )

    assert hosts == ["127.0.0.1", "localhost", "[::1]", "law.example", "10.0.0.7"]
    assert (limit, key, debug) == (7 * 2**20, "told", False)
    assert list(tmp_path.iterdir()) == []


def test_without_a_key_told_the_one_of_the_library_is_used(tmp_path: Path) -> None:
    _, _, key, _ = asked(tmp_path, **{KEY: ""})

    assert key == (tmp_path / "secret.key").read_text("ascii")


def test_the_log_holds_no_text_and_no_query(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    loud = logging.getLogger("django")
    loud.addHandler(caplog.handler)

    try:
        client.post("/", {"text": GARDEN, "version": "2021-02-31"})
        client.get("/library/", {"q": "құпия"})
        client.get("/akn/kz/act/1900-01-01/0", {"language": "құпия"})
    finally:
        loud.removeHandler(caplog.handler)

    assert "құпия" not in caplog.text
    assert "күтуш" not in caplog.text
