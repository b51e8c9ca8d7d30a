"""The root of every error Zhargy raises on purpose.

```
ZhargyError                 this call cannot go on; `code` is stable and documented
├── UnreadableInput         the input is not what the call takes (exit 3)
├── NotFound                something named does not exist (exit 4)
├── UsageError              the call itself is wrong (exit 2)
└── TryLater                a passing state of the world, the same call may work later (exit 5)
```

A message is not stored here: `code` and `params` are turned into words by the interface, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar


class ZhargyError(Exception):
    """A refusal with a stable code.

    Args:
        code: Key of the error page and of the message, such as ``P901``.
        params: Values for the placeholders of the message.

    Example:
        >>> str(UnreadableInput("P901", name="scan.jpg"))
        'P901 (name=scan.jpg)'
    """

    exit_code: ClassVar[int] = 70

    def __init__(self, code: str, **params: object) -> None:
        self.code = code
        self.params: Mapping[str, object] = params
        inner = ", ".join(f"{key}={value}" for key, value in params.items())
        super().__init__(f"{code} ({inner})" if inner else code)


class UsageError(ZhargyError):
    """The call itself is wrong: an unknown option value, an impossible date."""

    exit_code = 2


class UnreadableInput(ZhargyError):
    """The input is empty, not text, or not of a kind that any reader takes."""

    exit_code = 3


class NotFound(ZhargyError):
    """A work, provision, file or repair that was named does not exist."""

    exit_code = 4


class TryLater(ZhargyError):
    """Another process holds what this call needs; nothing was changed."""

    exit_code = 5
