"""A comparison of laws as a page for the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from zhargy.cli.console import Console
from zhargy.cli.norms.compare.words import CompareWords, words_of
from zhargy.cli.qualify.page import Page
from zhargy.norms.consequences import Consequences, Gravity, Most, Move, Part, Population, Range, Telling
from zhargy.norms.evaluation import supply
from zhargy.norms.vocabulary import SuppliedByOffence, Value

_ROWS: Final = 8


def page_of(found: Consequences, console: Console) -> Page:
    """Return a page: what the cases are, who moves, how far, the norms that differ and the cases that tell most."""
    page, words = Page.of_terminal(), words_of(found, console.language)
    page.add(words.title(found), bold=True)
    page.add(words.compared("as_of", day=found.as_of.isoformat()))
    page.add(words.origin(found.population), bold=found.population.is_made_up)
    page.add(words.compared("unforeseen"))
    page.add(words.compared("ranges"))
    _add_population(found, page, words)
    _add_moves(found, page, words)
    _add_table(found, page, words)
    limit = len(found.tallies.months) + len(found.tallies.fines) if console.verbose else _ROWS
    for name, unit, table in (
        ("months", "months", found.tallies.months),
        ("fines", "mci", found.tallies.fines),
        ("multiples", "times", found.tallies.multiples),
    ):
        _add_most(name, unit, table, page, words, limit=limit)
    _add_articles(found, page, words)
    _add_differences(found, page, words)
    _add_tellings(found, page, words)
    return page


def _add_population(found: Consequences, page: Page, words: CompareWords) -> None:
    population: Population = found.population
    if population.undecided:
        page.add(words.compared("undecided", count=population.undecided))
    if found.effort.screened:
        effort = found.effort
        page.add(words.compared("effort.screened", screened=effort.screened, qualified=effort.qualified))


def _add_moves(found: Consequences, page: Page, words: CompareWords) -> None:
    _add_head("moves", page, words)
    for move in Move:
        cases = found.tallies.moves[move]
        page.add(words.compared("line", label=words.compared(f"move.{move}"), cases=words.range(cases)), level=1)


def _add_table(found: Consequences, page: Page, words: CompareWords) -> None:
    _add_head("categories", page, words)
    for (before, after), line in zip(found.tallies.gravities, words.rows(found.tallies.gravities), strict=True):
        order = list(Gravity)
        mark = " " if before is after else "▲" if order.index(after) > order.index(before) else "▼"
        page.add(line, level=1, mark="?" if Gravity.UNSETTLED in {before, after} and before is not after else mark)


def _add_most(
    name: str,
    unit: str,
    table: Mapping[tuple[Most | None, Most | None], Range],
    page: Page,
    words: CompareWords,
    *,
    limit: int,
) -> None:
    moved = sorted(
        ((pair, cases) for pair, cases in table.items() if pair[0] != pair[1]), key=lambda item: -item[1].most
    )
    if not moved:
        return
    _add_head(name, page, words)
    for (before, after), cases in moved[:limit]:
        ends = {"before": words.most(before, unit), "after": words.most(after, unit)}
        page.add(words.compared("row", **ends, cases=words.range(cases)), level=1)
    if len(moved) > limit:
        page.add(words.compared("rest", count=len(moved) - limit), level=1)


def _add_articles(found: Consequences, page: Page, words: CompareWords) -> None:
    _add_head("articles", page, words)
    for each in found.tallies.articles:
        line = words.compared(
            "article",
            article=words.place(each.article),
            pack=each.pack,
            before=words.range(each.before),
            after=words.range(each.after),
        )
        page.add(line, level=1)
        moves = [
            words.compared("line", label=words.compared(f"move.{move}"), cases=words.range(cases))
            for move, cases in each.moves.items()
            if cases.most
        ]
        page.add("; ".join(moves), level=2)


def _add_differences(found: Consequences, page: Page, words: CompareWords) -> None:
    _add_head("differences", page, words)
    if not found.differences:
        page.add(words.compared("no_differences"), level=1)
    for part in (Part.REMOVED, Part.ADDED):
        for pack in dict.fromkeys(each.pack for each in found.differences if each.part is part):
            norms = [each.norm for each in found.differences if (each.part, each.pack) == (part, pack)]
            page.add(f"{pack}: {words.compared(f'part.{part}', norms=words.norms(norms))}", level=1)
    for each in found.differences:
        if each.part is Part.CHANGED:
            page.add(words.compared("part.changed", norm=words.norm(each.norm), fields=", ".join(each.fields)), level=1)


def _add_tellings(found: Consequences, page: Page, words: CompareWords) -> None:
    if found.tellings:
        _add_head("tellings", page, words)
    for number, case in enumerate(found.tellings, start=1):
        _add_telling(number, case, found, page, words)


def _add_telling(number: int, case: Telling, found: Consequences, page: Page, words: CompareWords) -> None:
    page.add(words.change(case.change), mark=f"{number}.", bold=True)
    if title := case.title.get(words.language):
        page.add(f"{case.name} – {title}", level=1)
    known = "; ".join(words.known(name, case.facts) for name in case.told)
    page.add(words.compared("telling.facts", facts=known), level=1)
    index = _index(case, found)
    for side, world in (("before", case.before), ("after", case.after)):
        page.add(words.compared(f"telling.{side}", found=words.world(world, index=index)), level=1)
        for name, choice in world.choices:
            if name in words.vocabulary.facts:
                page.add(words.reading(name, choice), level=2, mark="▸")
    page.add(words.compared("telling.alike", count=case.alike), level=1)


def _index(case: Telling, found: Consequences) -> Value | None:
    """Return the worth of the index on the day of the deed, ``None`` where the packs tell none."""
    for pack in found.packs:
        own = {name: value for name, value in case.facts.items() if name in pack.vocabulary.facts}
        facts = supply(pack, own)
        for fact in pack.vocabulary.facts.values():
            if fact.supplied and fact.supplied not in set(SuppliedByOffence) and fact.name in facts:
                return facts[fact.name]
    return None


def _add_head(key: str, page: Page, words: CompareWords) -> None:
    page.blank()
    page.add(words.compared(key), bold=True)
