"""``zhargy norms``: acts as norms that can be tried on facts."""

from __future__ import annotations

from typing import Final

from zhargy.cli.group import Group

COMMANDS: Final = {
    "list": "zhargy.cli.norms.listing:list_",
    "show": "zhargy.cli.norms.show:show",
    "test": "zhargy.cli.norms.trying:test",
}

norms: Final = Group(
    key="norms",
    examples=(
        "zhargy norms list",
        "zhargy norms show sample",
        "zhargy norms test sample",
        "zhargy norms test my-pack/",
    ),
    modules=COMMANDS,
)
