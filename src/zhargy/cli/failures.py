"""How a call ends when it does not end well: words to standard error, an exit code to the caller."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any, Final

import click

from zhargy.cli.console import Console
from zhargy.errors import ZhargyError
from zhargy.messages import render
from zhargy.text import Language

INTERRUPTED: Final = 130


def ends(call: Callable[[], Any], console: Console) -> int:
    """Run `call` and return the exit code it deserves."""
    try:
        return int(call() or 0)
    except (click.exceptions.Abort, KeyboardInterrupt):
        console.insist(console.words("cli.interrupted"))
        return INTERRUPTED
    except ZhargyError as error:
        return refuse(error, console)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a bug says that it is one
        if console.verbose:
            console.insist("".join(traceback.format_exception(error)))
        return refuse(ZhargyError("B001"), console)


def refuse(error: ZhargyError, console: Console) -> int:
    """Tell a refusal: what is wrong, its code, what to do."""
    console.insist(refusal(error, console.language))
    return error.exit_code


def refusal(error: ZhargyError, language: Language) -> str:
    """Return the words of a refusal."""
    said = render(error.code, error.params, language)
    mark = click.style(f"zhargy: {error.code}:", fg="red", bold=True)
    return f"{mark} {said.message}\n  {said.hint}"
