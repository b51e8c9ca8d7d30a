"""What the guide to the portal says is so."""

from __future__ import annotations

import re
from pathlib import Path

from django.test import Client

from web.desk import PARKS, PARKS_KK
from zhargy.web import settings

GUIDE = (Path(__file__).parents[2] / "docs" / "how-to" / "use-the-portal.md").read_text("utf-8")


def fields_told(schema: str) -> set[str]:
    """Return the fields that the guide names for a schema: its own line and the line on editions."""
    line = re.search(rf"\| `{re.escape(schema)}` \| (.*?) \|", GUIDE)
    editions = re.search(r"Fields of an edition:(.*?)\n\n", GUIDE, re.DOTALL)
    assert line is not None
    assert editions is not None
    return set(re.findall(r"`([\w]+)`", line[1] + editions[1]))


def test_the_guide_names_every_field_of_every_schema(client: Client) -> None:
    addresses = ["/library/", PARKS, PARKS_KK, f"{PARKS_KK}/~art_4", f"{PARKS_KK}/repairs"]

    for address in addresses:
        body = client.get(address, headers={"accept": "application/json"}).json()
        editions = [edition for work in body.get("works", [body]) for edition in work.get("editions", [])]
        told = set(body) - {"schema"} | {name for edition in editions for name in edition}
        assert told <= fields_told(body["schema"]), body["schema"]


def test_the_guide_names_every_variable_and_no_other() -> None:
    heard = set(re.findall(r"ZHARGY_[A-Z_]+", Path(settings.__file__).read_text("utf-8")))

    assert set(re.findall(r"\| `(ZHARGY_[A-Z_]+)` \|", GUIDE)) == heard


def test_every_address_of_the_guide_answers(client: Client) -> None:
    for told in re.findall(r"^\| `([^`]+)`", GUIDE, re.MULTILINE):
        if told.startswith(("/", "…")):
            address = told.replace("…/17-I", PARKS).replace("…/kaz@2021-07-01", PARKS_KK)
            assert client.get(address).status_code in {200, 302}, told
