"""``zhargy norms``: acts as norms that can be tried on facts."""

from __future__ import annotations

from typing import Final

from zhargy.cli.group import Group

COMMANDS: Final = {
    "compare": "zhargy.cli.norms.compare.command:compare",
    "coverage": "zhargy.cli.norms.coverage:coverage",
    "export": "zhargy.cli.norms.export:export",
    "list": "zhargy.cli.norms.listing:list_",
    "show": "zhargy.cli.norms.show:show",
    "stats": "zhargy.cli.norms.stats:stats",
    "test": "zhargy.cli.norms.trying:test",
    "verify": "zhargy.cli.norms.verify:verify",
}

norms: Final = Group(
    key="norms",
    examples=(
        "zhargy norms list",
        "zhargy norms show sample",
        "zhargy norms test sample",
        "zhargy norms test my-pack/",
        "zhargy norms coverage sample",
        "zhargy norms verify sample",
        "zhargy norms export sample --format html -o sample.html",
        "zhargy norms stats sample",
    ),
    modules=COMMANDS,
)
