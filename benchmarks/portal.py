"""How fast the portal shows a 300-page act: the Criminal Procedure Code of the Russian Federation, 1 MB of text.

The server of ``zhargy serve`` is started on a free port of this machine over a library made for the occasion. The first
answer after a start includes opening the document; later ones find it at hand. Times are those of a client on the same
machine, from the request to the last byte.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.error import URLError

from record import TEST_DATA, record

CODE = TEST_DATA / "ru-codes" / "102073942.html.zst"
ADDRESS = "/akn/ru/act/2001-12-18/174-fz/rus@"
PAGES = {
    "home": "/",
    "library": "/library/",
    "contents_and_first_page": ADDRESS,
    "page_in_the_middle": f"{ADDRESS}?page=18",
    "one_article": f"{ADDRESS}/~art_108",
    "preview_of_an_article": f"/preview{ADDRESS}/~art_108",
    "source_line": f"/source{ADDRESS}?at=500000",
    "article_as_json": f"{ADDRESS}/~art_108?format=json",
}
STARTS = 5
REPEATS = 20
_WAIT_SECONDS = 60


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "ZHARGY_LIBRARY": folder}
        adding = seconds(lambda: zhargy("library", "add", str(CODE), environment=environment))
        cold = [first_answer(environment) for _ in range(STARTS)]
        with portal(environment) as address:
            warm = {name: median(lambda path=path: fetch(address + path)) for name, path in PAGES.items()}
            sizes = {name: len(fetch(address + path)) for name, path in PAGES.items()}
    record(
        "portal",
        {
            "act": "Criminal Procedure Code of the Russian Federation",
            "added_by_command_seconds": round(adding, 2),
            "contents_after_start_seconds": {
                "median": round(statistics.median(cold), 3),
                "worst": round(max(cold), 3),
                "starts": STARTS,
            },
            "answers_median_seconds": {name: round(value, 4) for name, value in warm.items()},
            "answers_bytes": sizes,
            "repeats": REPEATS,
        },
        data=[CODE],
    )


def first_answer(environment: dict[str, str]) -> float:
    """Return the seconds until the table of contents is there, asked for as the first thing of a fresh server."""
    with portal(environment) as address:
        return seconds(lambda: fetch(address + ADDRESS))


@contextmanager
def portal(environment: dict[str, str]) -> Iterator[str]:
    """Serve the library on a free port until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "zhargy", "--quiet", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            wait_for(f"{address}/static/zhargy/icon.svg")
            yield address
        finally:
            server.terminate()


def wait_for(address: str) -> None:
    """Wait until the server answers; what is asked for opens no document."""
    end = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            fetch(address)
        except (URLError, ConnectionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return


def fetch(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=_WAIT_SECONDS) as answer:  # noqa: S310 - our own loopback address
        return bytes(answer.read())


def median(act: Callable[[], object]) -> float:
    act()
    return statistics.median(seconds(act) for _ in range(REPEATS))


def seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def zhargy(*arguments: str, environment: dict[str, str]) -> None:
    subprocess.run(
        [sys.executable, "-m", "zhargy", "--quiet", *arguments], env=environment, check=True, stdout=subprocess.DEVNULL
    )


if __name__ == "__main__":
    main()
