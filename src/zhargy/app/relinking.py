"""Keeping references true while the library grows: an act that comes in is found by those that named it before."""

from __future__ import annotations

from dataclasses import replace

from zhargy.app.linking import other_acts
from zhargy.app.ports import Workbench
from zhargy.citations import OtherActs
from zhargy.model.frbr import WorkId
from zhargy.text import Language


def relink_citing(bench: Workbench, work: WorkId) -> None:
    """Resolve anew every reference that names `work`, in whatever edition it stands; call it as the only writer.

    References are resolved when an act comes in and not when it is read, so that reading stays quick and the statistics
    of outcomes are those of the pages. Which provisions a reference to another act means hangs on its own words and on
    that act alone, so that no citing text is opened for it, and no reference to anything else changes.
    """
    views: dict[tuple[str, Language], OtherActs] = {}
    for mentions in bench.store.citing(work):
        again = []
        for mention in mentions:
            view = mention.expression.work.country, mention.expression.language
            if view not in views:
                views[view] = other_acts(bench.store, country=view[0], language=view[1])
            again.append(replace(mention, reference=views[view].relink(mention.reference)))
        bench.store.relink([new for new, old in zip(again, mentions, strict=True) if new != old])
