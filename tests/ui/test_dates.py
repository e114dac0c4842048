from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from cpd_desktop.ui.dates import clock_time, day, day_and_time, span

if TYPE_CHECKING:
    from collections.abc import Iterator

STARTS = datetime(2026, 12, 1, 23, 30, tzinfo=UTC)
ENDS = datetime(2026, 12, 2, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def test_a_time_is_told_in_the_zone_of_the_event_and_names_it() -> None:
    assert span(STARTS, ENDS, "Europe/London") == (
        "Tue 1 Dec 2026 · 23:30–Wed 2 Dec 2026, 01:00 Europe/London"  # noqa: RUF001
    )
    assert span(STARTS, ENDS, "America/New_York") == (
        "Tue 1 Dec 2026 · 18:30–20:00 America/New_York"  # noqa: RUF001
    )


def test_the_day_is_the_day_there() -> None:
    assert day(STARTS, "Asia/Tokyo") == "Wed 2 Dec 2026"
    assert day_and_time(STARTS, "Asia/Tokyo") == "Wed 2 Dec 2026, 08:30"


def test_the_clock_is_the_one_people_read() -> None:
    QLocale.setDefault(QLocale("en_US"))
    assert clock_time(STARTS, "UTC").replace("\u202f", " ") == "11:30 PM"
