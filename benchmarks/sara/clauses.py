"""The syntax of the event facts: clauses of Prolog with texts, numbers, lists, variables and a few operators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Variable:
    """A name that stands for anything; ``_`` is another one each time."""

    name: str


@dataclass(frozen=True, slots=True)
class Compound:
    """A name with its arguments; atoms and strings are plain texts, for the facts use both for the same things."""

    name: str
    arguments: tuple[Term, ...]


Term = str | int | float | Variable | Compound

_TOKEN: Final = re.compile(
    r"""\s+ | %[^\n]*
    | (?P<number>[0-9]+(?:\.[0-9]+)?)
    | (?P<variable>[A-Z_][A-Za-z0-9_]*)
    | (?P<atom>[a-z][A-Za-z0-9_]*)
    | (?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    | (?P<sign>:-|->|\\\+|\\==|==|=<|>=|=:=|\\=|[-+*/=<>;,|()\[\]!])
    | (?P<end>\.(?=\s|$|%))""",
    re.VERBOSE,
)
_BINDING: Final = {
    ":-": 1200,
    ";": 1100,
    "->": 1050,
    ",": 1000,
    **dict.fromkeys(("=", "==", "\\==", "\\=", "<", ">", "=<", ">=", "=:=", "is"), 700),
    **dict.fromkeys(("+", "-"), 500),
    **dict.fromkeys(("*", "/"), 400),
}
_ARGUMENT: Final = 999


def read_clauses(text: str) -> Iterator[Term]:
    """Yield the clauses of a program; the last one may lack its full stop.

    Args:
        text: The program, or a query.
    """
    tokens = _Tokens(text)
    while tokens.kind:
        yield _term(tokens, 1200)
        tokens.skip("end")


class _Tokens:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._fresh = 0
        self.take()

    def take(self) -> None:
        """Go on to the next token; at the end its kind is empty."""
        self.kind, self.text = "", ""
        while self._at < len(self._text):
            match = _TOKEN.match(self._text, self._at)
            if match is None:
                raise ValueError(f"no token of a clause: {self._text[self._at : self._at + 20]!r}")
            self._at = match.end()
            if match.lastgroup:
                self.kind, self.text = match.lastgroup, match[0]
                return

    def skip(self, kind: str) -> None:
        """Pass over a token of this kind if one is at hand."""
        if self.kind == kind:
            self.take()

    def expect(self, sign: str) -> None:
        """Pass over a sign."""
        if self.text != sign:
            raise ValueError(f"{sign!r} is missing before {self.text!r}")
        self.take()

    def fresh(self) -> Variable:
        """Return a variable of its own."""
        self._fresh += 1
        return Variable(f"_{self._fresh}")


def _term(tokens: _Tokens, limit: int) -> Term:
    left = _prefixed(tokens, limit)
    while tokens.text in _BINDING and tokens.kind != "text" and _BINDING[tokens.text] <= limit:
        sign = tokens.text
        tokens.take()
        left = Compound(sign, (left, _term(tokens, _BINDING[sign] - (0 if sign in ";,->" else 1))))
    return left


def _prefixed(tokens: _Tokens, limit: int) -> Term:
    if tokens.text in {":-", "\\+"} and tokens.kind == "sign":
        sign = tokens.text
        tokens.take()
        return Compound(sign, (_term(tokens, min(limit, _BINDING.get(sign, 900))),))
    return _plain(tokens)


def _plain(tokens: _Tokens) -> Term:
    kind, text = tokens.kind, tokens.text
    tokens.take()
    match kind:
        case "number":
            return float(text) if "." in text else int(text)
        case "variable":
            return tokens.fresh() if text == "_" else Variable(text)
        case "text":
            return re.sub(r"\\(.)", r"\1", text[1:-1])
        case "atom":
            return _named(text, tokens)
        case _ if text == "(":
            inner = _term(tokens, 1200)
            tokens.expect(")")
            return inner
        case _ if text == "[":
            return _list(tokens)
        case _ if text == "!":
            return text
        case _:
            raise ValueError(f"no term begins with {text!r}")


def _named(name: str, tokens: _Tokens) -> Term:
    if name == "discontiguous":
        return Compound(name, (_term(tokens, _ARGUMENT),))
    if tokens.text != "(" or tokens.kind != "sign":
        return name
    tokens.take()
    arguments = [_term(tokens, _ARGUMENT)]
    while tokens.text == ",":
        tokens.take()
        arguments.append(_term(tokens, _ARGUMENT))
    tokens.expect(")")
    return Compound(name, tuple(arguments))


def _list(tokens: _Tokens) -> Term:
    items = []
    while tokens.text != "]":
        items.append(_term(tokens, _ARGUMENT))
        if tokens.text == ",":
            tokens.take()
    tokens.take()
    return Compound("[]", tuple(items))
