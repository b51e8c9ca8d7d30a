"""Conditions once the open questions of law are settled: each way to read the words gives conditions of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from zhargy.norms.expression import Expression, fact_names
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Choice,
    Comparison,
    Constant,
    FactName,
    Known,
    Not,
    Or,
    Sign,
    Within,
)
from zhargy.norms.packs import Pack

SIGN = "--"
"""Stands in keys between the id of a norm and the choices it is read by; no element id has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """One way to read a norm.

    Args:
        key: Its key: the id of the norm, with the choices behind it where there are several ways.
        choices: The choice of each question of law it hangs on.
    """

    key: str
    choices: Mapping[str, str]

    def agrees(self, other: Rendering) -> bool:
        """Whether both can be right at once."""
        return all(other.choices.get(name, choice) == choice for name, choice in self.choices.items())


def renderings(key: str, conditions: Iterable[Expression], pack: Pack) -> tuple[Rendering, ...]:
    """Return the ways to read what hangs on some conditions, in the order of the questions and their choices.

    Args:
        key: Key of what is read.
        conditions: Its own conditions.
        pack: The pack.
    """
    named = {name for condition in conditions for name in fact_names(condition)}
    open_ = [fact for fact in pack.readings if fact.name in named]
    return tuple(
        Rendering(key=SIGN.join([key, *chosen]), choices=dict(zip((fact.name for fact in open_), chosen, strict=True)))
        for chosen in product(*(fact.choices for fact in open_))
    )


def assuming(condition: Expression, choices: Mapping[str, str]) -> Expression:
    """Return a condition with questions of law settled, and what follows from that worked in.

    Example:
        >>> from zhargy.norms.expression import parse, unparse
        >>> either = parse('(face and voice) or (reading.likeness = "either" and (face or voice))')
        >>> [unparse(assuming(either, {"reading.likeness": choice})) for choice in ("both", "either")]
        ['face and voice', '(face and voice) or (face or voice)']
    """
    match condition:
        case Not(operand=operand):
            inner = assuming(operand, choices)
            return Constant(value=not inner.value) if isinstance(inner, Constant) else Not(operand=inner)
        case And(parts=parts) | AllOf(parts=parts):
            return _joined(And, parts, choices, neutral=True)
        case Or(parts=parts) | AnyOf(parts=parts):
            return _joined(Or, parts, choices, neutral=False)
        case AtLeast(count=count, parts=parts):
            return _at_least(count, parts, choices)
        case _:
            truth = _settled(condition, choices)
            return condition if truth is None else Constant(value=truth)


def _joined(
    form: type[And | Or], parts: tuple[Expression, ...], choices: Mapping[str, str], *, neutral: bool
) -> Expression:
    """Return what is left of parts joined by «and» (neutral: true) or «or» (neutral: false)."""
    inner = [assuming(part, choices) for part in parts]
    if Constant(value=not neutral) in inner:
        return Constant(value=not neutral)
    left = tuple(_once(part for part in inner if not isinstance(part, Constant)))
    if len(left) > 1:
        return form(parts=left)
    return left[0] if left else Constant(value=neutral)


def _at_least(count: int, parts: tuple[Expression, ...], choices: Mapping[str, str]) -> Expression:
    inner = [assuming(part, choices) for part in parts]
    left = tuple(part for part in inner if not isinstance(part, Constant))
    needed = count - sum(part == Constant(value=True) for part in inner)
    if needed <= 0:
        return Constant(value=True)
    return AtLeast(count=needed, parts=left) if needed <= len(left) else Constant(value=False)


def _settled(condition: Expression, choices: Mapping[str, str]) -> bool | None:
    match condition:
        case Comparison(left=FactName(name=name), sign=sign, right=Choice(value=choice)) if name in choices:
            return (choices[name] == choice) is (sign is Sign.EQUAL)
        case Comparison(left=Choice(value=choice), sign=sign, right=FactName(name=name)) if name in choices:
            return (choices[name] == choice) is (sign is Sign.EQUAL)
        case Within(operand=FactName(name=name), options=options) if name in choices:
            return Choice(value=choices[name]) in options
        case Known(fact=name) if name in choices:
            return True
        case _:
            return None


def _once(parts: Iterable[Expression]) -> Iterator[Expression]:
    seen: list[Expression] = []
    for part in parts:
        if part not in seen:
            seen.append(part)
            yield part
