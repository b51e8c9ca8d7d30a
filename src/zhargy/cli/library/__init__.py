"""``zhargy library``: the acts kept on this machine."""

from __future__ import annotations

from typing import Final

from zhargy.cli.group import Group

COMMANDS: Final = {
    "add": "zhargy.cli.library.add:add",
    "list": "zhargy.cli.library.listing:list_",
    "show": "zhargy.cli.library.show:show",
    "export": "zhargy.cli.library.export:export",
    "stats": "zhargy.cli.library.stats:stats",
    "undo": "zhargy.cli.library.mend:undo",
    "redo": "zhargy.cli.library.mend:redo",
}

library: Final = Group(
    key="library",
    examples=(
        "zhargy library add --sample",
        "zhargy library add acts/ decree.pdf --source https://adilet.zan.kz",
        "zhargy library list parks",
        "zhargy library show /akn/kz/act/2021-04-05/17-I --as-of 2022-01-01",
    ),
    modules=COMMANDS,
)
