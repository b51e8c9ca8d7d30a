"""A portal over its own library, and a browser to look at it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from zhargy.app import adding
from zhargy.web import gateway

# Django reads its settings once in a process: whatever else is tested here, they are the portal's.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhargy.web.settings")

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_START_SECONDS = 30


def zhargy(*arguments: str, library: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line on `library` and expect it to succeed."""
    environment = {**os.environ, "ZHARGY_LIBRARY": str(library)}
    command = [sys.executable, "-m", "zhargy", *arguments]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The portal of this process over its own library with the sample acts; no server, no browser."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZHARGY_LIBRARY", str(tmp_path_factory.mktemp("desk")))
        patch.setenv("ZHARGY_DATABASE_URL", "")
        gateway.bench.cache_clear()
        bench = gateway.bench()
        list(adding.add_samples(bench))
        yield
        bench.store.close()
        gateway.bench.cache_clear()


@pytest.fixture
def client(desk: None) -> Client:
    """A browser without scripts that reads English."""
    return Client(headers={"accept-language": "en"}, SERVER_NAME="127.0.0.1")


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running portal with the sample library."""
    library = tmp_path_factory.mktemp("library")
    zhargy("library", "add", "--sample", library=library)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "ZHARGY_LIBRARY": str(library)}
    command = [sys.executable, "-m", "zhargy", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(address)
            yield address
        finally:
            server.terminate()


def _wait_for(address: str) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own loopback address
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise TimeoutError(f"the portal did not answer at {address} within {_START_SECONDS} s")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium of the distribution; tests that need it are skipped, and counted, where it is absent.

    It is closed after each module: while its event loop runs, Django refuses this thread every look into a database.
    """
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("Chromium is not installed (Debian package: chromium)")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser, portal: str) -> Iterator[BrowserContext]:
    """A fresh browser profile that fails on any request that would leave the machine."""
    made = browser.new_context()
    strangers: list[str] = []
    made.on(
        "request", lambda request: None if request.url.startswith((portal, "data:")) else strangers.append(request.url)
    )
    yield made
    made.close()
    assert strangers == [], "the pages asked for something from elsewhere"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page at desktop width."""
    return context.new_page()
