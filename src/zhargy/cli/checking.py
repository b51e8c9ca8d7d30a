"""Wrong calls, told by codes of ours and not in the words of the library that reads the arguments."""

from __future__ import annotations

import click

from zhargy.errors import UsageError


class Checked(click.Command):
    """A command whose arguments are refused with our codes."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments.

        Raises:
            UsageError: U110, no such option; U111, an argument is missing; U112, an option needs a value; U115, it
                takes none.
        """
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            near = error.possibilities[0] if error.possibilities else ""
            raise UsageError("U110", value=error.option_name, near=near) from error
        except click.MissingParameter as error:
            missing = error.param.make_metavar(ctx).strip("[].…") if error.param is not None else ""
            raise UsageError("U111", value=missing) from error
        except click.BadOptionUsage as error:
            code = "U115" if self._is_switch(error.option_name) else "U112"
            raise UsageError(code, value=error.option_name) from error

    def _is_switch(self, name: str) -> bool:
        options = (param for param in self.params if isinstance(param, click.Option))
        return any(option.is_flag and name in option.opts for option in options)
