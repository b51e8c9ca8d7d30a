"""``zhargy serve``: the portal, on this machine alone unless told otherwise."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
import sys
import threading
import time
import webbrowser
from typing import Final

import click

from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.cli.opening import new_library_of
from zhargy.cli.types import Whole
from zhargy.errors import TryLater, UsageError

_WAIT_SECONDS: Final = 20.0
_PORT: Final = 8000


@command(
    "serve",
    examples=("zhargy serve --open", "zhargy serve --port 8080", "zhargy --library ~/laws serve"),
    uses_library=True,
)
@click.option("--host", default="127.0.0.1", metavar="ADDRESS")
@click.option("--port", type=Whole(low=1, high=65535), default=_PORT, metavar="PORT")
@click.option("--open", "open_", is_flag=True)
@click.option("--allow-remote", is_flag=True)
@click.pass_obj
def serve(console: Console, *, host: str, port: int, open_: bool, allow_remote: bool) -> None:
    """Show the portal until Ctrl-C."""
    if not allow_remote and not is_loopback(host):
        raise UsageError("U119", host=host)
    check_free(host, port)
    # before the library is opened: Django reads its settings once, and the server goes on with what was read
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhargy.web.settings")
    with new_library_of(console):
        pass  # a library that cannot be opened is told here, not in the log of the server
    if console.library is not None:
        os.environ["ZHARGY_LIBRARY"] = str(console.library.resolve())
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    console.tell(console.words("cli.serve.address", address=address))
    if open_ and _has_screen():
        threading.Thread(target=_open_when_ready, args=(address, host, port), daemon=True).start()
    _run(host, port, verbose=console.verbose)
    console.tell(console.words("cli.serve.stopped"))


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine alone.

    Example:
        >>> is_loopback("localhost"), is_loopback("::1"), is_loopback("0.0.0.0"), is_loopback("example.org")
        (True, True, False, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_free(host: str, port: int) -> None:
    """See whether the portal can answer at an address.

    Raises:
        TryLater: W201, another program answers there.
        UsageError: W202, the address or the port cannot be had.
    """
    try:
        family, _, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(where)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise TryLater("W201", port=port, other=port + 1 if port < 65535 else _PORT) from error
        raise UsageError("W202", host=host, port=port, errno=error.errno or 0, reason=error.strerror) from error


def _run(host: str, port: int, *, verbose: bool) -> None:
    from granian.constants import Interfaces  # noqa: PLC0415 - the server is loaded only where it serves
    from granian.log import LogLevels  # noqa: PLC0415
    from granian.server import Server  # noqa: PLC0415

    server = Server(
        "zhargy.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        log_level=LogLevels.info if verbose else LogLevels.warning,
        log_access=verbose,
    )
    try:
        server.serve()
    except SystemExit as left:
        if left.code:
            raise RuntimeError("the server gave up") from left


def _has_screen() -> bool:
    """Whether a browser has somewhere to open; one inside the terminal would hide the server."""
    if sys.platform in {"darwin", "win32"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_when_ready(address: str, host: str, port: int) -> None:
    end = time.monotonic() + _WAIT_SECONDS
    while time.monotonic() < end:
        try:
            with socket.create_connection((host, port), timeout=1):
                break
        except OSError:
            time.sleep(0.1)
    webbrowser.open(address)
