from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.written_dates import (
    DateOrder,
    clock_in,
    date_in,
    moment_in,
    orders_that_fit,
)

DAY, MONTH = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST


@pytest.mark.parametrize(
    "text",
    ["2026-10-14", "20261014", "2026/10/14", "2026.10.14", "14.10.2026", "14.10.26", "14. 10. 2026",
     "14 October 2026", "Oct 14, 2026", "October 14th, 2026", "Wednesday, 14 October 2026",
     "14-Oct-26", "14. Oktober 2026", "14 octobre 2026", "mar. 14 oct. 2026",
     "14 de octubre de 2026", "14 de outubro de 2026", "14 ottobre 2026", "14 oktober 2026",
     "14 października 2026", "14 Ekim 2026", "2026年10月14日", "\uff12\uff10\uff12\uff16-10-14"],
)  # fmt: skip
@pytest.mark.parametrize("order", DateOrder)
def test_a_date_that_can_mean_one_day_is_read_as_it(text: str, order: DateOrder) -> None:
    assert date_in(text, order) == date(2026, 10, 14)


@pytest.mark.parametrize("text", ["5/6/2026", "05/06/26", "5-6-2026"])
def test_figures_are_read_in_the_order_that_was_chosen(text: str) -> None:
    assert date_in(text, DAY) == date(2026, 6, 5)
    assert date_in(text, MONTH) == date(2026, 5, 6)


@pytest.mark.parametrize(
    "text",
    ["2025-03-22T19:13:27", "2025-03-22 19:13:27", "3/22/2025 07:13:27 PM",
     "03/22/25, 7:13:27 p.m.", "Mar 22, 2025 19:13:27",
     "22 mars 2025 19:13:27", "2025年3月22日 19時13分27秒",
     "2025/3/22 午後7:13:27", "2025/3/22 下午7:13:27", "22.03.2025 19:13:27"],
)  # fmt: skip
def test_a_time_beside_the_date_is_read(text: str) -> None:
    assert moment_in(text, MONTH) == datetime(2025, 3, 22, 19, 13, 27)  # noqa: DTZ001 - none written


def test_midnight_and_noon_are_not_mixed_up() -> None:
    assert moment_in("3/22/2025 12:05 AM", MONTH) == datetime(2025, 3, 22, 0, 5)  # noqa: DTZ001 - none written
    assert moment_in("3/22/2025 12:05 PM", MONTH) == datetime(2025, 3, 22, 12, 5)  # noqa: DTZ001 - none written


@pytest.mark.parametrize(
    ("text", "clock"),
    [("18:05", time(18, 5)), ("6:05:09 PM", time(18, 5, 9)), ("12:00 a.m.", time(0)),
     ("午後7時13分", time(19, 13)), ("25:00", None), ("14/10/2026 18:05", None), ("soon", None),
     ("", None), ("1" * 500, None)],
)  # fmt: skip
def test_a_time_of_day_alone_is_read_as_one(text: str, clock: time | None) -> None:
    assert clock_in(text) == clock


def test_a_written_offset_is_kept() -> None:
    assert moment_in("2026-10-14T14:00Z", DAY) == datetime(2026, 10, 14, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "31/02/2026", "14/14/2026", "May 2026", "14", "Oct 14", "1/2/3/2026", "0/1/2026",
     "14/10/2026 25:00", "14/10/2026 13:00 PM", "3 May 2026 or 4 May 2026", "9" * 10_000,
     "14 October 20261", "🙂"],
)  # fmt: skip
@pytest.mark.parametrize("order", DateOrder)
def test_what_is_no_date_is_not_guessed(text: str, order: DateOrder) -> None:
    assert moment_in(text, order) is None


@pytest.mark.parametrize(("samples", "orders"), [
    (["1/2/2026", "3/4/2026"], {DAY, MONTH}),
    (["1/2/2026", "13/2/2026"], {DAY}),
    (["1/2/2026", "2/13/2026"], {MONTH}),
    (["13/2/2026", "2/13/2026"], set()),
    (["1/2/2026", "soon"], set()),
])  # fmt: skip
def test_a_person_is_asked_only_if_both_orders_fit(
    samples: list[str], orders: set[DateOrder]
) -> None:
    assert orders_that_fit(samples) == orders


@pytest.mark.parametrize("samples", [["2026-10-14", " "], ["1/1/2026", "5/5/2026"], []])
def test_nobody_is_asked_where_the_order_changes_nothing(samples: list[str]) -> None:
    assert len(orders_that_fit(samples)) == 1


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.sampled_from(list(DateOrder)))
def test_every_day_is_read_back_in_the_order_it_was_written(day: date, order: DateOrder) -> None:
    figures = [day.day, day.month] if order is DAY else [day.month, day.day]
    assert date_in("/".join(map(str, [*figures, day.year])), order) == day
    assert date_in("-".join(f"{n:02}" for n in [*figures, day.year % 100]), order) == day


@given(st.text(max_size=40), st.sampled_from(list(DateOrder)))
def test_any_text_is_a_date_or_none(text: str, order: DateOrder) -> None:
    read = moment_in(text, order)
    assert read is None or isinstance(read, datetime)
