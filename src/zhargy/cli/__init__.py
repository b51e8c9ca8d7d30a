"""The command line: data to standard output, everything else to standard error.

Exit codes: 0 done; 1 findings; 2 usage; 3 unreadable input; 4 not found; 5 try later; 70 our bug; 130 interrupted.
"""

from __future__ import annotations


def main() -> None:
    """Run the command line with the arguments of this process."""
    try:
        from zhargy.cli.root import zhargy  # noqa: PLC0415 - an interruption while loading is an interruption too

        zhargy.main(prog_name="zhargy")
    except KeyboardInterrupt:
        raise SystemExit(130) from None
