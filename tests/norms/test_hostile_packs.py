"""Packs that were made to do harm: each is refused in a moment, with a code."""

from __future__ import annotations

import itertools
import time

import pytest

from zhargy.norms.packs import PackRefused, read_pack

HEAD = """```yaml pack
id: trial
title: {kk: Сынақ, ru: Проба, en: Trial}
act: /akn/kz/act/2025-02-10/9-II
editions: [2025-07-01]
sources: [made up]
encoder: nobody
```
```yaml fact
name: guilty
type: bool
kk: {label: Факт, question: "Қандай?"}
ru: {label: Факт, question: "Каков он?"}
en: {label: Fact, question: "What is it?"}
```
"""


BOUNDLESS = f"sanction: {{alternatives: [{{kind: fine, unit: mci, to: {'9' * 5000}}}]}}\n"


def norm(number: int, when: str, *, more: str = "") -> str:
    return (
        f"```yaml norm\nid: art_{number}\nkind: offence\ntitle: {{kk: Норма, ru: Норма, en: Norm}}\n"
        f"when: {when}\nanchors: {{}}\n{more}```\n"
    )


def codes(text: str) -> set[str]:
    with pytest.raises(PackRefused) as error:
        read_pack({"act.md": text})
    return {problem.code for problem in error.value.problems}


def laughs() -> str:
    """Return a billion laughs: each line doubles the one before."""
    names = [f"a{at}" for at in range(30)]
    lines = [f"{name}: &{name} [*{before}, *{before}]" for before, name in itertools.pairwise(names)]
    return "```yaml norm\na0: &a0 [ha, ha]\n" + "\n".join(lines) + "\n```\n"


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (laughs(), "N253"),
        ("```yaml norm\nid: " + "[" * 500 + "]" * 500 + "\n```\n", "N284"),
        (norm(1, "(" * 5000 + "guilty" + ")" * 5000), "N208"),
        (norm(1, "not " * 5000 + "guilty"), "N208"),
        (norm(1, '"guilty\\e[31m"'), "N253"),
        (norm(1, "met(art_2)") + norm(2, "met(art_1)"), "N260"),
        (
            norm(1, "guilty", more=f"sanction: {{alternatives: [{{kind: fine, unit: mci, to: {'9' * 5000}}}]}}\n"),
            "N244",
        ),
        (norm(1, f"{'9' * 5000} > 1"), "N207"),
    ],
)
def test_a_pack_that_would_fill_the_memory_or_the_stack_is_refused(block: str, code: str) -> None:
    assert code in codes(HEAD + block)


def test_reading_takes_time_in_proportion_to_the_norms() -> None:
    def seconds(count: int) -> float:
        text = HEAD + norm(0, "guilty") + "".join(norm(at, f"met(art_{at - 1})") for at in range(1, count))
        began = time.process_time()
        assert len(read_pack({"act.md": text}).norms) == count
        return time.process_time() - began

    assert seconds(800) < 8 * seconds(200)
