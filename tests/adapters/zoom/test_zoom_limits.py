from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.adapters.zoom.day_counts import Allowance, DayCounts
from cpd_desktop.adapters.zoom.limits import (
    FREE,
    PAID,
    Backoff,
    Circuit,
    Label,
    Pace,
    rates_of,
    told_wait,
)
from cpd_desktop.domain.zoom_errors import Offline, TooOften
from cpd_desktop.domain.zoom_profile import Plan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.clock import FixedClock

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ALLOWED_FREE = dict(zip(Label, (4, 2, 1, 10), strict=True))
ALLOWED_PAID = dict(zip(Label, (30, 20, 10, 10), strict=True))
FULL = (
    "You have exceeded the daily rate limit (100). You may resume these requests at GMT 00:00:00."
)


@dataclass
class Ticks:
    """Seconds that pass when a test lets them."""

    at: float = 1000.0

    def __call__(self) -> float:
        return self.at


@given(
    st.sampled_from([(FREE, ALLOWED_FREE), (PAID, ALLOWED_PAID)]),
    st.sampled_from(Label),
    st.lists(st.floats(0, 2), min_size=1, max_size=80),
)
def test_no_second_has_more_calls_than_zoom_allows(
    plan: tuple[Mapping[Label, float], Mapping[Label, int]], label: Label, gaps: list[float]
) -> None:
    ticks = Ticks()
    rates, allowed = plan
    pace = Pace(rates, ticks)
    sent = []
    for gap in gaps:
        ticks.at += gap
        sent.append(ticks.at + pace.take(label))
    assert sent == sorted(sent)
    window = 60.0 if label is Label.RESOURCE_INTENSIVE else 1.0
    for first in sent:
        assert sum(first <= each < first + window for each in sent) <= allowed[label]


def test_calls_at_once_are_let_through_and_then_spread() -> None:
    pace = Pace(FREE, Ticks())
    assert [pace.take(Label.LIGHT) for _ in range(4)] == [0, 0, 0.5, 1]
    assert [pace.take(Label.HEAVY) for _ in range(3)] == [0, 2, 4]
    assert pace.take(Label.RESOURCE_INTENSIVE) == 0
    assert pace.take(Label.RESOURCE_INTENSIVE) == pytest.approx(12)


def test_a_long_rest_saves_up_no_more_than_a_second() -> None:
    ticks = Ticks()
    pace = Pace(FREE, ticks)
    pace.take(Label.LIGHT)
    ticks.at += 3600
    assert [pace.take(Label.LIGHT) for _ in range(3)] == [0, 0, 0.5]


def test_the_fewest_calls_are_made_until_the_plan_is_known() -> None:
    assert rates_of(Plan.UNTOLD) == rates_of(Plan.BASIC) == FREE
    assert rates_of(Plan.LICENSED) == PAID
    pace = Pace(FREE, Ticks())
    pace.change(PAID)
    assert [pace.take(Label.MEDIUM) for _ in range(10)] == pytest.approx([0] * 10)
    assert pace.take(Label.MEDIUM) == pytest.approx(0.1)


@given(st.integers(0, 50), st.floats(0, 1))
def test_waiting_grows_but_has_an_end_and_is_never_nothing(attempt: int, chance: float) -> None:
    wait = Backoff(first=1, longest=60).wait(attempt, chance)
    assert min(60, 2**attempt) / 2 <= wait <= min(60, 2**attempt)


@pytest.mark.parametrize(
    ("headers", "message", "seconds"),
    [
        ({"Retry-After": "17"}, "", 17),
        ({"Retry-After": "2026-11-22T00:00:00Z"}, "", 15 * 3600),
        ({"Retry-After": "Sat, 21 Nov 2026 09:00:30 GMT"}, "", 30),
        ({"X-RateLimit-Reset": str(int(NOW.timestamp()) + 2)}, "", 2),
        ({"X-RateLimit-Limit": "6000", "X-RateLimit-Remaining": "5893"}, FULL, 15 * 3600),
        ({"Retry-After": "2026-11-20T00:00:00Z"}, "", 0),
        ({}, "resume at GMT 09:30:00", 1800),
    ],
)
def test_every_way_in_which_zoom_asks_to_wait_is_understood(
    headers: dict[str, str], message: str, seconds: int
) -> None:
    assert told_wait(headers, message, NOW) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("headers", "message"),
    [({}, "Too many"), ({"Retry-After": "soon"}, ""), ({}, "resume at GMT 99:00:00"),
     ({"X-RateLimit-Reset": "nan"}, ""), ({"X-RateLimit-Reset": "1e99"}, "")],
)  # fmt: skip
def test_no_wait_is_made_up_where_zoom_names_none(headers: dict[str, str], message: str) -> None:
    assert told_wait(headers, message, NOW) is None


def test_a_clock_that_is_a_day_off_does_not_change_the_wait() -> None:
    headers = {"Date": "Sat, 21 Nov 2026 23:59:00 GMT", "Retry-After": "2026-11-22T00:00:00Z"}
    assert told_wait(headers, "", NOW - timedelta(days=1)) == timedelta(minutes=1)


def test_a_zoom_that_does_not_answer_is_left_alone_and_tried_now_and_then() -> None:
    ticks = Ticks()
    circuit = Circuit(ticks, failures=3, rest=30)
    for _ in range(3):
        circuit.enter()
        circuit.failed()
    assert circuit.offline
    with pytest.raises(Offline, match="working offline"):
        circuit.enter()
    ticks.at += 30
    circuit.enter()  # the probe
    with pytest.raises(Offline):
        circuit.enter()  # everybody else waits for it
    circuit.failed()
    ticks.at += 29
    with pytest.raises(Offline):
        circuit.enter()
    ticks.at += 1
    circuit.enter()
    circuit.answered()
    circuit.enter()
    circuit.enter()


def test_failures_that_are_not_in_a_row_do_not_make_us_give_up() -> None:
    circuit = Circuit(Ticks(), failures=2)
    for _ in range(5):
        circuit.failed()
        circuit.answered()
    circuit.enter()


@pytest.fixture
def counts(tmp_path: Path, clock: FixedClock) -> DayCounts:
    return DayCounts(tmp_path / "zoom-today.txt", clock.now)


def test_the_hundredth_meeting_of_a_day_is_made_and_the_next_one_tomorrow(
    counts: DayCounts, clock: FixedClock, tmp_path: Path
) -> None:
    write = Allowance.to_write("anna")
    for _ in range(100):
        counts.require(write)
        counts.add(write)
    with pytest.raises(TooOften, match="100 meetings a day") as refused:
        counts.require(write)
    assert refused.value.until == datetime(2026, 11, 22, tzinfo=UTC)
    assert "00:00 UTC" in str(refused.value.says)
    counts.require(Allowance.to_write("somebody else"))
    clock.move(hours=15)
    counts.require(write)
    counts.add(write)
    assert (
        len((tmp_path / "zoom-today.txt").read_text("utf-8").split("\n")) == 2
    )  # of yesterday none


def test_a_person_is_registered_three_times_a_day_however_the_address_is_written(
    counts: DayCounts,
) -> None:
    for spelling in ("Ann@clinic.example", "ann@clinic.example", " ann@CLINIC.example"):
        counts.add(Allowance.to_register(spelling))
    with pytest.raises(TooOften, match="3 times a day"):
        counts.require(Allowance.to_register("ann@clinic.example"))
    counts.require(Allowance.to_register("tom@clinic.example"))


def test_window_and_command_count_together(tmp_path: Path, clock: FixedClock) -> None:
    window, command = (DayCounts(tmp_path / "counts.txt", clock.now) for _ in range(2))
    use = Allowance.to_register("ann@clinic.example")
    for each in (window, command, window):
        each.add(use)
    with pytest.raises(TooOften):
        command.require(use)


def test_no_address_is_written_down_for_counting(tmp_path: Path, clock: FixedClock) -> None:
    DayCounts(tmp_path / "counts.txt", clock.now).add(Allowance.to_register("ann@clinic.example"))
    assert b"ann" not in (tmp_path / "counts.txt").read_bytes()


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"2026-11-21", b"\n2026-11-21 decide", b"\x00" * 5000]
)
def test_a_damaged_count_is_in_nobodys_way(
    content: bytes, tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "counts.txt").write_bytes(content)
    counts = DayCounts(tmp_path / "counts.txt", clock.now)
    use = Allowance.to_decide("abc")
    counts.require(use)
    for _ in range(10):
        counts.add(use)
    with pytest.raises(TooOften):
        counts.require(use)
