"""``zhargy cite``, ``explain`` and ``serve``."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from urllib.error import URLError

import pytest

from cli.conftest import CommandLine
from cli.texts import GARDEN

Take = Callable[[subprocess.Popen[bytes]], subprocess.Popen[bytes]]


def test_every_reference_is_shown_with_its_reading_and_its_target(cli: CommandLine) -> None:
    path = cli.write("park.txt", GARDEN)

    said = cli("cite", path)

    assert said.code == 0
    assert f"{path}:5:4: [1-бап › 2] found: “Осы баптың бірінші бөлігі”" in said.out
    assert "art_1__para_1 [1-бап › 1]" in said.out
    assert "1 reference" in said.err


def test_references_in_json_have_words_place_and_outcome(cli: CommandLine) -> None:
    said = cli("cite", cli.write("park.txt", GARDEN), "--json")

    [reference] = json.loads(said.out)["references"]
    assert reference["words"].startswith("Осы баптың бірінші бөлігі")
    assert reference["outcome"] == "found"
    assert reference["eids"] == ["art_1__para_1"]
    assert (reference["position"]["line"], reference["position"]["column"]) == (5, 4)


def test_an_act_is_found_where_the_library_has_it(shelf: CommandLine, cli: CommandLine) -> None:
    text = (
        "1-бап. Бақ\n\nБақ «Қалалық саябақтар туралы» 2021 жылғы 5 сәуірдегі № 17-I Заңның 4-бабына сәйкес күтіледі.\n"
    )
    path = cli.write("park.txt", text)

    alone = json.loads(cli("cite", path, "--json").out)["references"]
    beside = json.loads(shelf("cite", path, "--json").out)["references"]

    assert {reference["outcome"] for reference in alone} == {"outside_library"}
    assert [reference["work"] for reference in beside] == ["/akn/kz/act/2021-04-05/17-I"]
    assert not cli.library.exists()


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "нөмірі екі рет берілген"), ("ru", "повторяется"), ("en", "stands twice")],
)
def test_a_code_is_explained_in_the_language_of_the_call(cli: CommandLine, language: str, words: str) -> None:
    said = cli("explain", "p102", "--lang", language)

    assert said.code == 0
    assert words in said.out
    assert "{" not in said.out


def test_a_code_may_be_typed_on_a_cyrillic_keyboard(cli: CommandLine) -> None:
    assert cli("explain", "Р101").out == cli("explain", "P101").out


def test_all_codes_are_named(cli: CommandLine) -> None:
    said = cli("explain", "--json")

    codes = [json.loads(line)["code"] for line in said.out.splitlines()]
    assert {"P001", "P101", "L101", "U101", "N101", "W101", "B001"} <= set(codes)
    assert codes == sorted(codes)


def test_a_taken_port_asks_to_try_later(cli: CommandLine) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        said = cli("serve", "--port", str(port))

    assert said.code == 5
    assert f"Port {port} is taken" in said.err


def test_an_address_of_another_machine_is_refused(cli: CommandLine) -> None:
    said = cli("serve", "--host", "203.0.113.1", "--allow-remote")  # RFC 5737: an address nobody has

    assert said.code == 2
    assert "W202" in said.err


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_the_portal_says_where_it_is_answers_there_and_ends_quietly(cli: CommandLine, running: Take) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = running(cli.process("serve", "--port", str(port), "--open"))

    page = _get(f"http://127.0.0.1:{port}/")
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)

    assert "<html" in page
    assert process.returncode == 0
    assert err.decode().splitlines() == [
        f"The portal is at http://127.0.0.1:{port} (stop it with Ctrl-C)",
        "The portal has stopped.",
    ]


def _get(address: str) -> str:
    end = time.monotonic() + 30
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as page:  # noqa: S310 - our own loopback address
                return str(page.read(), "utf-8")
        except (URLError, ConnectionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
