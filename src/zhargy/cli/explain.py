"""``zhargy explain``: what a code means and what to do about it."""

from __future__ import annotations

import re
from typing import Any, Final

import click

from zhargy.cli.command import command
from zhargy.cli.console import Console
from zhargy.errors import UsageError
from zhargy.messages import all_codes, meaning, render
from zhargy.text.scripts import to_latin

SCHEMA: Final = "zhargy.code/1"
#: Letters taken for digits.
_MISREAD: Final = str.maketrans("OILSB", "01158")
_PLACEHOLDER: Final = re.compile(r"\{\w+\}")


@command("explain", examples=("zhargy explain P101", "zhargy explain", "zhargy explain U104 --lang kk"))
@click.argument("code", required=False, metavar="CODE")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def explain(console: Console, *, code: str | None, as_json: bool) -> None:
    """Show the page of one code, or name all of them."""
    chosen = (_known(code),) if code else all_codes()
    for each in chosen:
        said = _said(each, console)
        if as_json:
            console.write_json(said, lines=code is None)
        elif code is None:
            console.write(f"{said['code']}  {said['message']}\n")
        else:
            console.write(f"{said['code']}  {said['message']}\n\n{said['meaning']}\n\n{said['hint']}\n")


def _said(code: str, console: Console) -> dict[str, Any]:
    said = render(code, {}, console.language)
    return {
        "schema": SCHEMA,
        "code": code,
        "language": console.language,
        "message": _PLACEHOLDER.sub("…", said.message),
        "meaning": meaning(code, console.language),
        "hint": _PLACEHOLDER.sub("…", said.hint),
    }


def _known(code: str) -> str:
    """Return a code as the catalogues write it; a Cyrillic «Р101» is the Latin one.

    Raises:
        UsageError: U118, there is no such code.
    """
    wanted, codes = to_latin(code.upper()), all_codes()
    if wanted in codes:
        return wanted
    digits = wanted[:1] + wanted[1:].translate(_MISREAD)
    raise UsageError("U118", value=code, near=digits if digits in codes else "")
