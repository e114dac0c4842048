"""Rows of banks' lists, as banks write them and as nobody should."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.billing.bank_lines import (
    BankLines,
    Candidates,
    Certainty,
    OpenOrder,
    columns_of,
    read_lines,
    read_minor,
)
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.money import LIMIT, Money

HEADERS = ["Buchungstag", "Auftraggeber", "Verwendungszweck", "Betrag", "Währung"]
ORDER = OpenOrder(1, "ORD-2026-0001", ("REG-2026-0007",), ("Ada Novak",), Money(7500, "EUR"))
OTHER = OpenOrder(2, "ORD-2026-0002", ("WARD-77",), ("Ben Ode",), Money(7500, "EUR"))
THIRD = OpenOrder(3, "ORD-2026-0003", (), ("Cid",), Money(900, "EUR"))


def lines(*rows: list[str], headers: list[str] = HEADERS, usual: str = "") -> BankLines:
    numbered = [(number, row) for number, row in enumerate(rows, 2)]
    return read_lines(numbered, columns_of(headers), usual, "bank")


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("1.234,56", "EUR", 123456), ("1,234.56", "USD", 123456), ("75,00", "EUR", 7500),
        ("75", "EUR", 7500), ("75.5", "EUR", 7550), ("1.234", "EUR", 123400),
        ("1,234", "JPY", 1234), ("1.234", "KWD", 1234), ("1'234.50", "CHF", 123450),
        ("-12,00", "EUR", -1200), ("12,00-", "EUR", -1200), ("(12.00)", "GBP", -1200),
        ("€ 12,00", "EUR", 1200), ("12,00 EUR", "EUR", 1200), ("+5,00", "EUR", 500),
        ("1.234.567,89", "EUR", 123456789), ("12,000", "KWD", 12000),
    ],
)  # fmt: skip
def test_amounts_are_read_as_banks_write_them(text: str, currency: str, minor: int) -> None:
    assert read_minor(text, currency) == minor


@pytest.mark.parametrize(
    "text", ["", "=1+1", "abc", "1e9", "12,345.678,9", "9" * 40, "१२", "1.2.3,4567"]
)
def test_nonsense_is_no_amount(text: str) -> None:
    assert read_minor(text, "EUR") is None


@given(st.text(max_size=30), st.sampled_from(["EUR", "JPY", "KWD"]))
def test_whatever_stands_in_a_cell_nothing_too_large_comes_of_it(text: str, currency: str) -> None:
    found = read_minor(text, currency)
    assert found is None or abs(found) < LIMIT


@given(st.integers(0, LIMIT - 1), st.sampled_from(["EUR", "USD", "JPY"]))
def test_an_amount_with_decimals_is_read_back(minor: int, currency: str) -> None:
    assert read_minor(str(Money(minor, currency)), currency) == minor


def test_what_came_in_is_told_from_what_went_out_and_what_is_nonsense() -> None:
    found = lines(
        ["12.11.2026", "Ada", "ORD-2026-0001", "75,00", "EUR"],
        ["13.11.2026", "Rent", "", "-900,00", "EUR"],
        ["soon", "Ben", "", "5,00", "EUR"],
        ["13.11.2026", "Cid", "", "five", "EUR"],
        ["13.11.2026", "Dee", "", "5,00", ""],
        ["13.11.2026", "Balance", "", "", "EUR"],
    )
    assert found.read == 6
    assert [(each.row, each.amount) for each in found.lines] == [(2, Money(7500, "EUR"))]
    assert found.others == 2
    assert len(found.problems) == 3


def test_days_are_read_in_one_order_for_the_whole_list() -> None:
    headers = ["Date", "Amount"]
    found = lines(["05/06/2026", "1"], ["05/25/2026", "1"], headers=headers, usual="USD")
    assert [each.day.isoformat() for each in found.lines] == ["2026-05-06", "2026-05-25"]


def test_paypal_names_its_payments_and_unfinished_ones_do_not_count() -> None:
    headers = ["Date", "Name", "Status", "Currency", "Gross", "Transaction ID", "Subject"]
    found = lines(
        ["2026-11-12", "Ada", "Completed", "EUR", "75.00", "8XY", "ORD-2026-0001"],
        ["2026-11-12", "Ada", "Pending", "EUR", "75.00", "8XZ", "ORD-2026-0001"],
        headers=headers,
    )
    assert [each.external for each in found.lines] == ["8XY"]
    assert found.others == 1


def test_a_list_without_days_or_amounts_is_refused_with_its_columns() -> None:
    with pytest.raises(Invalid, match="the amount: Date, Name"):
        columns_of(["Date", "Name"])


def test_equal_rows_of_one_list_are_two_payments_and_the_list_again_is_none() -> None:
    row = ["12.11.2026", "Ada", "", "75,00", "EUR"]
    first, second = lines(row, row).lines
    again = lines(row, row).lines
    assert first.fingerprint != second.fingerprint
    assert [each.fingerprint for each in again] == [first.fingerprint, second.fingerprint]


@pytest.mark.parametrize(
    ("text", "name", "amount", "order", "certainty"),
    [
        ("Invoice ord 2026 0001", "X", "75,00", 1, Certainty.SURE),
        ("reg-2026-0007 thanks", "X", "75,00", 1, Certainty.SURE),
        ("for ward 77", "X", "75,00", 2, Certainty.SURE),
        ("ORD-2026-0001", "X", "50,00", 1, Certainty.LIKELY),
        ("", "Novak, Ada", "75,00", 1, Certainty.LIKELY),
        ("", "X", "9,00", 3, Certainty.POSSIBLE),
        ("", "X", "75,00", None, Certainty.NONE),
        ("ORD-2026-0001 and ORD-2026-0002", "X", "75,00", None, Certainty.NONE),
        ("", "X", "1,00", None, Certainty.NONE),
    ],
)
def test_a_row_is_proposed_for_the_order_it_names_and_never_between_two(
    text: str, name: str, amount: str, order: int | None, certainty: Certainty
) -> None:
    (line,) = lines(["12.11.2026", name, text, amount, "EUR"]).lines
    found = Candidates([ORDER, OTHER, THIRD]).proposal(line)
    assert (found.order.id if found.order else None, found.certainty) == (order, certainty)
    assert bool(found.reasons) is (order is not None)
