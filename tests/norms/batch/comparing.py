"""What every test of the batch asks: does it say of each case what the evaluation of single cases says?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hypothesis import strategies as st

from norms.trees import all_facts
from zhargy.norms.batch import cases_of, compile_pack
from zhargy.norms.batch.columns import Columns
from zhargy.norms.evaluation import Plan
from zhargy.norms.packs import Pack
from zhargy.norms.vocabulary import Value

Difference = tuple[int, str, str]


def differences(pack: Pack, columns: Columns, *, as_of: date | str) -> Iterator[Difference]:
    """Yield case, norm and layer wherever batch and single evaluation differ."""
    plan, outcome = Plan(pack), compile_pack(pack).run(columns, as_of=as_of)
    for at, facts in enumerate(cases_of(columns, pack.vocabulary)):
        day = facts[as_of] if isinstance(as_of, str) else as_of
        assert isinstance(day, date)
        for norm, found in plan.evaluate(facts, as_of=day).norms.items():
            for layer, single, many in (("met", found.met, outcome.met), ("result", found.result, outcome.result)):
                if many[norm].at(at) is not single:
                    yield at, norm, layer


def truths(pack: Pack, columns: Columns, norm: str, *, as_of: date) -> Sequence[str]:
    """Whether a norm applies in each case, as words."""
    outcome = compile_pack(pack).run(columns, as_of=as_of)
    return [outcome.result[norm].at(at).value for at in range(columns.size)]


@st.composite
def cases(draw: st.DrawFn) -> Mapping[str, Value]:
    """Facts of the vocabulary of `norms.trees`, all of them or some."""
    facts = draw(all_facts())
    missing = draw(st.sets(st.sampled_from(sorted(facts))) | st.just(set[str]()))
    return {name: value for name, value in facts.items() if name not in missing}
