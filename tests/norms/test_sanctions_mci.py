"""Amounts in tenge on a day; figures of `kz-legislation/mci-by-year.csv`, products by hand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from kazakh_sanctions import GENERAL, HERE, PROPOSED
from zhargy.errors import NotFound, UnreadableInput
from zhargy.norms.sanctions import (
    MciTable,
    Quantity,
    Unit,
    in_tenge,
    read_mci_table,
    read_sanction,
    resolve,
    tenge,
)

HEAD = "valid_from,valid_to,mci_kzt,basis,confidence\n"
ROWS = HEAD + "2025-01-01,2025-12-31,3932,budget,seen (news)\n2026-01-01,2026-12-31,4325,budget,seen (news)\n"


@pytest.fixture(scope="module")
def table(test_data: Path) -> MciTable:
    return read_mci_table((test_data / "kz-legislation" / "mci-by-year.csv").read_text(encoding="utf-8"))


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("day", "worth", "is_certain"),
    [
        (dt.date(2020, 3, 31), 2651, False),
        (dt.date(2020, 4, 1), 2778, False),
        (dt.date(2022, 6, 1), 3063, False),  # seen in a draft only
        (dt.date(2025, 12, 31), 3932, True),
        (dt.date(2026, 1, 1), 4325, True),
    ],
)
def test_the_index_is_that_of_the_day_and_says_how_sure_it_is(
    day: dt.date, worth: int, is_certain: object, table: MciTable
) -> None:
    value = table.at(day)

    assert (value.tenge, value.is_certain) == (Decimal(worth), is_certain)


@pytest.mark.real_data
def test_a_day_outside_the_table_is_refused(table: MciTable) -> None:
    with pytest.raises(NotFound, match=r"N271 \(day=2027-01-01"):
        table.at(dt.date(2027, 1, 1))


def test_a_fine_in_indices_becomes_tenge_with_its_derived_end() -> None:
    case = resolve(read_sanction(PROPOSED["5.1"], place=HERE), general=GENERAL)[0]

    found = in_tenge(case.alternatives[0].penalties[0], at=read_mci_table(ROWS).at(dt.date(2026, 5, 1)))

    assert found is not None
    assert found.lower is not None
    assert found.upper is not None
    assert (found.lower.minor, found.upper.minor) == (86_500_000, 432_500_000)  # 200 x 4325 and 1000 x 4325 tenge


def test_a_term_has_no_worth_in_tenge() -> None:
    case = resolve(read_sanction(PROPOSED["2.2"], place=HERE), general=GENERAL)[0]

    assert in_tenge(case.alternatives[0].penalties[0], at=read_mci_table(ROWS).at(dt.date(2026, 5, 1))) is None


def test_half_an_index_is_exact_to_the_tiyn() -> None:
    value = read_mci_table(ROWS).at(dt.date(2026, 5, 1))

    assert tenge(Quantity(value=Decimal("0.5"), unit=Unit.MCI), at=value).minor == 216_250  # 2162.50 tenge


@pytest.mark.parametrize(
    "quantity", [Quantity(value=Decimal(3), unit=Unit.YEARS), Quantity(value=Decimal("0.00001"), unit=Unit.MCI)]
)
def test_what_is_no_exact_sum_is_refused(quantity: Quantity) -> None:
    value = read_mci_table(ROWS).at(dt.date(2026, 5, 1))

    with pytest.raises(ValueError, match="no exact worth"):
        tenge(quantity, at=value)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "1"),
        ("a,b\n1,2\n", "1"),
        (HEAD + "2025-01-01,2025-12-31,many,budget,seen\n", "2"),
        (HEAD + "2025-01-01,2025-12-31,-3,budget,seen\n", "2"),
        (HEAD + "2025-01-01,2025-12-31,0,budget,seen\n", "2"),
        (HEAD + "2025-01-01,2025-13-31,3932,budget,seen\n", "2"),
        (ROWS + "2026-06-01,2026-12-31,4400,budget,seen\n", "4"),
        (HEAD + "2025-01-01\n", "2"),
    ],
)
def test_a_line_that_is_no_row_is_named(text: str, line: str) -> None:
    with pytest.raises(UnreadableInput, match=rf"N270 \(line={line}\)"):
        read_mci_table(text)
