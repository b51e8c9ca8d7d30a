"""The same norms in another engine: ``python batch_rival.py ENGINE FOLDER``, with a Python that has the engine.

The folder holds ``norms.json`` (for each norm the names of what it tells, and a formula over columns, those it rests on
first) and ``columns.npz``. Told on standard output: the seconds of each run, the time before the first, and in how many
cases each norm holds. Nothing of Zhargy is imported.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

os.environ["POLARS_MAX_THREADS"] = os.environ["NUMBA_NUM_THREADS"] = "1"

RUNS = 5
MONTH = "2026-11"
Counts = Mapping[str, int]


def openfisca(norms: list[list[str]], wanted: list[str], columns: Mapping[str, Any]) -> Callable[[], Counts]:
    """Each fact and each norm is a variable of a person; each run is a new simulation with the same inputs."""
    from openfisca_core import periods  # noqa: PLC0415
    from openfisca_core.entities import build_entity  # noqa: PLC0415
    from openfisca_core.simulations import SimulationBuilder  # noqa: PLC0415
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem  # noqa: PLC0415
    from openfisca_core.variables import Variable  # noqa: PLC0415

    person = build_entity(key="person", plural="persons", label="A person", is_person=True)
    system = TaxBenefitSystem([person])
    monthly = {"entity": person, "definition_period": periods.DateUnit.MONTH}
    for name, values in columns.items():
        kind = bool if values.dtype == bool else int
        system.add_variable(type(name, (Variable,), {"value_type": kind, "label": name, **monthly}))
    for name, text in norms:
        made: dict[str, Any] = {}
        body = re.sub(r"\b[a-z][a-z0-9_]*\b", lambda word: f"person({word[0]!r}, period)", text)
        exec(f"def formula(person, period):\n    return {body}", made)  # noqa: S102 - our own text
        system.add_variable(
            type(name, (Variable,), {"value_type": bool, "label": name, "formula": made["formula"], **monthly})
        )
    size = len(next(iter(columns.values())))

    def simulation() -> Any:
        built = SimulationBuilder().build_default_simulation(system, count=size)
        for name, values in columns.items():
            built.set_input(name, MONTH, values)
        return built

    ready = [simulation() for _ in range(RUNS)]

    def run() -> Counts:
        built = ready.pop()
        return {name: int(built.calculate(name, MONTH).sum()) for name in wanted}

    return run


def numba(norms: list[list[str]], wanted: list[str], columns: Mapping[str, Any]) -> Callable[[], Counts]:
    """One loop over the cases, fused and compiled; truths are bytes."""
    import numpy as np  # noqa: PLC0415
    from numba import njit  # noqa: PLC0415

    used = {word for _, text in norms for word in re.findall(r"\b[a-z][a-z0-9_]*\b", text)} & set(columns)
    names = sorted(used)
    lines = [f"def kernel({', '.join(f'c_{name}' for name in names)}):"]
    lines += [f"    n_{name} = 0" for name in wanted]
    lines += [f"    for at in range(len(c_{names[0]})):"]
    lines += [f"        {name} = c_{name}[at]" for name in names]
    lines += [f"        {name} = ({text.replace('~', '1 ^ ')})" for name, text in norms]
    lines += [f"        n_{name} += {name}" for name in wanted]
    lines += [f"    return ({', '.join(f'n_{name}' for name in wanted)},)"]
    made: dict[str, Any] = {}
    exec("\n".join(lines), made)  # noqa: S102 - our own text
    kernel = njit(made["kernel"])
    arrays = [columns[name].view(np.uint8) if columns[name].dtype == bool else columns[name] for name in names]
    return lambda: dict(zip(wanted, map(int, kernel(*arrays)), strict=True))


def polars(norms: list[list[str]], wanted: list[str], columns: Mapping[str, Any]) -> Callable[[], Counts]:
    """One lazy query; the engine shares what is said twice."""
    import polars as pl  # noqa: PLC0415

    frame = pl.DataFrame(dict(columns))
    told: dict[str, Any] = {name: pl.col(name) for name in columns}
    for name, text in norms:
        told[name] = eval(text, {}, told)  # noqa: S307 - our own text
    query = frame.lazy().select([told[name].sum().alias(name) for name in wanted])
    return lambda: {name: int(values[0]) for name, values in query.collect().to_dict(as_series=False).items()}


ENGINES = {"openfisca": (openfisca, "openfisca-core"), "numba": (numba, "numba"), "polars": (polars, "polars")}


def main() -> None:
    import numpy as np  # noqa: PLC0415

    engine, package = ENGINES[sys.argv[1]]
    folder = Path(sys.argv[2])
    given = json.loads((folder / "norms.json").read_text("utf-8"))
    columns = dict(np.load(folder / "columns.npz"))
    start = time.process_time()
    run = engine(given["norms"], given["wanted"], columns)
    made_ready = time.process_time() - start
    seconds = []
    counts: Counts = {}
    for _ in range(RUNS):
        start = time.process_time()
        counts = run()
        seconds.append(time.process_time() - start)
    print(json.dumps({"version": version(package), "made_ready": made_ready, "seconds": seconds, "counts": counts}))


if __name__ == "__main__":
    main()
