"""Expressions made at random: any that can be written, and those that mean something over one vocabulary."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from zhargy.norms.expression.amounts import Conditional, Extreme, Percent, Quotient, Steps, Way, Whole
from zhargy.norms.expression.things import AmountOf, Bound, Count, Every, Field, Given, Some, Total
from zhargy.norms.expression.tree import (
    AllOf,
    And,
    AnyOf,
    AtLeast,
    Between,
    Cash,
    Choice,
    Comparison,
    Constant,
    Day,
    Expression,
    FactName,
    Includes,
    Known,
    Literal,
    Met,
    Not,
    Number,
    Or,
    Product,
    Sign,
    Span,
    Step,
    Sum,
    Within,
)
from zhargy.norms.truth import Truth
from zhargy.norms.vocabulary import Fact, FactType, Value, Vocabulary
from zhargy.text.amounts import Currency, Money

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For machines that do other work at the same time."""

ROLES = ("citizen", "official", "soldier")
HARMS = ("health", "honour", "property")
VOCABULARY = Vocabulary.of(
    *(Fact(name=name, type=FactType.BOOL) for name in ("is_repeated", "is_group", "consent")),
    Fact(name="victim.age", type=FactType.NUMBER, unit="years", least=Decimal(0), most=Decimal(130)),
    Fact(name="copies", type=FactType.NUMBER),
    Fact(name="damage", type=FactType.MONEY, unit="KZT", least=Decimal(0)),
    Fact(name="birth", type=FactType.DATE),
    Fact(name="offence.day", type=FactType.DATE),
    Fact(name="role", type=FactType.ENUM, choices=ROLES),
    Fact(name="harms", type=FactType.SET, choices=HARMS),
)
NORMS = frozenset({"art_4", "art_5__para_2"})

_numbers = st.decimals(min_value=-1000, max_value=1000, places=2)
_days = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 12, 31))
_names = st.sampled_from([*VOCABULARY.facts, "unheard_of", "a.b.c"])


THINGS = frozenset({"one", "other"})
"""Names of things known around every expression made here."""

_ids = st.sampled_from(["art_4", "art_228-1__para_2", "and"])
_thing_names = st.sampled_from(sorted(THINGS))
_lists = st.sampled_from(["children", "payments.made", "a"])


def literals() -> st.SearchStrategy[Literal]:
    return st.one_of(
        st.builds(Number, value=_numbers, unit=st.sampled_from(["", "years", "hours", "a.b"])),
        st.builds(Percent, value=_numbers),
        st.builds(Cash, value=_numbers, currency=st.sampled_from(Currency)),
        st.builds(
            Choice, value=st.text(st.characters(exclude_characters='"\n', exclude_categories=["Cs"]), max_size=5)
        ),
        st.builds(Day, value=st.dates()),
    )


def trees() -> st.SearchStrategy[Expression]:
    """Any tree the grammar can write, whether it means something or not."""
    leaves: st.SearchStrategy[Expression] = st.one_of(
        literals(),
        st.builds(Constant, value=st.booleans()),
        st.builds(FactName, name=_names),
        st.builds(Met, norm=_ids),
        st.builds(AmountOf, norm=_ids),
        st.builds(Bound, name=_thing_names),
        st.builds(Field, name=_thing_names, path=st.sampled_from([("birth",), ("wife", "birth")])),
        st.builds(Known, fact=_names),
    )
    return st.recursive(leaves, _above, max_leaves=12)


def _above(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    listed = st.lists(inner, min_size=1, max_size=3).map(tuple)
    steps = st.lists(st.builds(Step, operand=inner, is_negative=st.booleans()), min_size=1, max_size=2).map(tuple)
    return st.one_of(
        st.builds(Not, operand=inner),
        st.builds(And, parts=several),
        st.builds(Or, parts=several),
        st.builds(AllOf, parts=listed),
        st.builds(AnyOf, parts=listed),
        st.builds(AtLeast, count=st.integers(0, 4), parts=listed),
        st.builds(Comparison, left=inner, sign=st.sampled_from(Sign), right=inner),
        st.builds(Within, operand=inner, options=st.lists(literals(), min_size=1, max_size=3).map(tuple)),
        st.builds(Includes, collection=inner, member=inner),
        st.builds(Sum, first=inner, steps=steps),
        st.builds(Product, factors=several),
        st.builds(Between, span=st.sampled_from(Span), start=inner, end=inner),
        *_amounts(inner),
        *_gatherings(inner),
    )


def _amounts(inner: st.SearchStrategy[Expression]) -> tuple[st.SearchStrategy[Expression], ...]:
    return (
        st.builds(Quotient, dividend=inner, divisor=inner),
        st.builds(Extreme, way=st.sampled_from(Way), parts=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Conditional, condition=inner, then=inner, otherwise=inner),
        st.builds(Steps, way=st.sampled_from(Whole), step=inner, operand=inner),
    )


def _gatherings(inner: st.SearchStrategy[Expression]) -> tuple[st.SearchStrategy[Expression], ...]:
    given = st.lists(st.builds(Given, name=_names, value=inner), max_size=2).map(tuple)
    return (
        st.builds(Some, name=_thing_names, things=_lists, condition=inner),
        st.builds(Every, name=_thing_names, things=_lists, condition=inner),
        st.builds(Count, name=_thing_names, things=_lists, condition=inner),
        st.builds(Total, name=_thing_names, things=_lists, condition=inner, value=inner),
        st.builds(Met, norm=_ids, given=given),
        st.builds(AmountOf, norm=_ids, given=given),
    )


def conditions(*, with_amounts: bool = False) -> st.SearchStrategy[Expression]:
    """Conditions that mean something over `VOCABULARY` and `NORMS`, with shares, brackets and steps if wanted."""
    return st.recursive(_tests(with_amounts=with_amounts), _joined, max_leaves=8)


def _joined(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Not, operand=inner),
        st.builds(And, parts=several),
        st.builds(Or, parts=several),
        st.builds(AllOf, parts=several),
        st.builds(AnyOf, parts=several),
        st.builds(AtLeast, count=st.integers(1, 2), parts=several),
    )


def _tests(*, with_amounts: bool) -> st.SearchStrategy[Expression]:
    numbers, money, days = _quantities(with_amounts=with_amounts), _money(with_amounts=with_amounts), _dates()
    role: st.SearchStrategy[Expression] = st.just(FactName(name="role"))
    a_role = st.builds(Choice, value=st.sampled_from(ROLES))
    same = st.sampled_from([Sign.EQUAL, Sign.UNEQUAL])
    return st.one_of(
        st.builds(Constant, value=st.booleans()),
        st.builds(FactName, name=st.sampled_from(["is_repeated", "is_group", "consent"])),
        st.builds(Met, norm=st.sampled_from(sorted(NORMS))),
        st.builds(Known, fact=st.sampled_from(sorted(VOCABULARY.facts))),
        *(st.builds(Comparison, left=side, sign=st.sampled_from(Sign), right=side) for side in (numbers, money, days)),
        st.builds(Comparison, left=role, sign=same, right=a_role),
        st.builds(Within, operand=role, options=st.lists(a_role, min_size=1, max_size=2).map(tuple)),
        st.builds(
            Includes,
            collection=st.just(FactName(name="harms")),
            member=st.builds(Choice, value=st.sampled_from(HARMS)),
        ),
    )


def _quantities(*, with_amounts: bool) -> st.SearchStrategy[Expression]:
    """Numbers of years and numbers of nothing; only the first are measured."""
    plain = st.builds(Number, value=_numbers)
    years: st.SearchStrategy[Expression] = st.one_of(
        plain,
        st.just(FactName(name="victim.age")),
        st.just(FactName(name="copies")),
        st.builds(Between, span=st.just(Span.YEARS), start=_dates(), end=_dates()),
        st.builds(Product, factors=st.tuples(plain, st.just(FactName(name="victim.age")))),
        *(_reckoned(plain) if with_amounts else ()),
    )
    steps = st.lists(st.builds(Step, operand=years, is_negative=st.booleans()), min_size=1, max_size=2).map(tuple)
    return st.one_of(years, st.builds(Sum, first=years, steps=steps))


def _reckoned(plain: st.SearchStrategy[Expression]) -> tuple[st.SearchStrategy[Expression], ...]:
    copies: st.SearchStrategy[Expression] = st.just(FactName(name="copies"))
    age: st.SearchStrategy[Expression] = st.just(FactName(name="victim.age"))
    group: st.SearchStrategy[Expression] = st.just(FactName(name="is_group"))
    return (
        st.builds(Quotient, dividend=copies, divisor=_divisors()),
        st.builds(Steps, way=st.sampled_from(Whole), step=_divisors(), operand=age),
        st.builds(Conditional, condition=group, then=plain, otherwise=copies),
    )


def _divisors() -> st.SearchStrategy[Expression]:
    return st.builds(Number, value=st.sampled_from([Decimal(2), Decimal(5), Decimal("0.4"), Decimal(100)]))


def _money(*, with_amounts: bool) -> st.SearchStrategy[Expression]:
    damage: st.SearchStrategy[Expression] = st.just(FactName(name="damage"))
    return st.one_of(
        damage,
        st.builds(Cash, value=_numbers, currency=st.just(Currency.KZT)),
        st.builds(Product, factors=st.tuples(damage, st.builds(Number, value=_numbers))),
        *(_shares(damage) if with_amounts else ()),
    )


def _shares(damage: st.SearchStrategy[Expression]) -> tuple[st.SearchStrategy[Expression], ...]:
    cash = st.builds(Cash, value=_numbers, currency=st.just(Currency.KZT))
    return (
        st.builds(Product, factors=st.tuples(damage, st.builds(Percent, value=_numbers))),
        st.builds(Extreme, way=st.sampled_from(Way), parts=st.tuples(damage, cash)),
    )


def _dates() -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.builds(Day, value=_days),
        st.sampled_from([FactName(name="birth"), FactName(name="offence.day")]),
    )


def _values(fact: Fact) -> st.SearchStrategy[Value]:
    match fact.type:
        case FactType.BOOL:
            return st.booleans()
        case FactType.NUMBER:
            return st.decimals(min_value=0, max_value=130, places=1)
        case FactType.MONEY:
            return st.builds(Money, minor=st.integers(0, 10**7), currency=st.just(Currency.KZT))
        case FactType.DATE:
            return _days
        case FactType.ENUM:
            return st.sampled_from(fact.choices)
        case FactType.SET:
            return st.frozensets(st.sampled_from(fact.choices))
        case FactType.THING | FactType.LIST:
            raise ValueError(f"{fact.name} is about things; the vocabulary here has none")


def all_facts() -> st.SearchStrategy[dict[str, Value]]:
    """A value for every fact of the vocabulary."""
    return st.fixed_dictionaries({name: _values(fact) for name, fact in VOCABULARY.facts.items()})


def all_norms() -> st.SearchStrategy[dict[str, Truth]]:
    """A decided truth for every norm."""
    return st.fixed_dictionaries(dict.fromkeys(sorted(NORMS), st.sampled_from([Truth.TRUE, Truth.FALSE])))
