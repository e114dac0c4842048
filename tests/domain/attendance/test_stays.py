from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.attendance.presences import Origin, Presence
from cpd_desktop.domain.attendance.spans import (
    Span,
    length,
    longest_gap,
    moment_of,
    second_of,
    shared,
    united,
    without,
)
from cpd_desktop.domain.attendance.stays import Attested, Sitting, Stay, sitting_of, stay
from cpd_desktop.domain.sessions import Break, Session
from cpd_desktop.domain.zones import parsed

NINE = second_of(datetime(2026, 10, 14, 9, tzinfo=UTC))
SITTING = Sitting(1, "Wound care", Span(NINE, NINE + 3600))

spans = st.lists(
    st.builds(
        lambda at, long: Span(NINE + at, NINE + at + long),
        st.integers(-4000, 8000),
        st.integers(0, 5000),
    ),
    max_size=12,
)


def row(starts: int, ends: int | None, **more: Any) -> Attested:
    session, ended = more.pop("session", None), more.pop("ended", None)
    left = None if ends is None else moment_of(ends)
    presence = Presence(1, "Ada", joined=moment_of(starts), left=left, **more)
    return Attested(presence, Origin.ZOOM_MEETING, session=session, ended=ended)


def rows_of(stretches: list[Span]) -> list[Attested]:
    return [row(*each) for each in stretches]


def one_by_one(stretches: list[Span]) -> set[int]:
    return {second for each in stretches for second in range(*each)}


def told(minutes: int, origin: Origin = Origin.ZOOM_MEETING) -> Attested:
    return Attested(Presence(1, "Ada", seconds=60 * minutes), origin)


def minutes(*rows: Attested, sitting: Sitting = SITTING, **more: Any) -> int:
    return stay(sitting, rows, **more).seconds // 60


@given(spans)
def test_overlapping_devices_count_once_to_the_second(stretches: list[Span]) -> None:
    in_session = one_by_one(stretches) & set(range(NINE, NINE + 3600))
    assert stay(SITTING, rows_of(stretches)).seconds == len(in_session)


@given(spans, spans)
def test_breaks_are_cut_out_to_the_second(stretches: list[Span], taken: list[Span]) -> None:
    left = without(united(stretches), taken)
    assert length(left) == len(one_by_one(stretches) - one_by_one(taken))
    assert left == united(left)


@given(spans, spans)
def test_what_two_share_is_in_both(ones: list[Span], others: list[Span]) -> None:
    assert length(shared(united(ones), united(others))) == len(
        one_by_one(ones) & one_by_one(others)
    )


@given(spans, spans, st.integers(0, 900), st.integers(0, 300))
def test_more_presence_never_lowers_minutes_nor_exceeds_the_window(
    some: list[Span], more: list[Span], early: int, bridging: int
) -> None:
    breaks = (Span(NINE + 1200, NINE + 1500),)
    sitting = Sitting(1, "Wound care", SITTING.span, breaks)
    fewer = stay(sitting, rows_of(some), early, bridging)
    every = stay(sitting, rows_of(some + more), early, bridging)
    assert fewer.seconds <= every.seconds <= every.most == 3300 + early
    assert every.gap() <= fewer.gap()


@given(spans, st.randoms(use_true_random=False))
def test_order_and_repetition_of_rows_change_nothing(stretches: list[Span], random: Any) -> None:
    again = stretches + stretches
    random.shuffle(again)
    once, twice = stay(SITTING, rows_of(stretches)), stay(SITTING, rows_of(again))
    assert (once.spans, once.gap()) == (twice.spans, twice.gap())


def test_ten_stays_of_almost_six_minutes_are_not_cut_short_each() -> None:
    long = Sitting(1, "Day", Span(NINE, NINE + 36_000))
    stretches = [Span(NINE + 600 * n, NINE + 600 * n + 359) for n in range(10)]
    assert stay(long, rows_of(stretches)).seconds == 3590


def test_a_tech_check_before_the_start_counts_only_within_the_grace() -> None:
    early = row(NINE - 2400, NINE - 300)
    assert minutes(early) == 0
    assert minutes(early, early_join=600) == 5


def test_the_waiting_room_never_counts() -> None:
    assert minutes(row(NINE, NINE + 900, waiting=True), row(NINE + 900, NINE + 3600)) == 45


def test_an_end_that_was_lost_is_the_meetings_and_marked_as_an_estimate() -> None:
    found = stay(SITTING, [row(NINE, None, ended=NINE + 1800)])
    assert (found.seconds, found.estimated) == (1800, True)
    assert stay(SITTING, [row(NINE, None, seconds=600, ended=NINE + 1800)]).seconds == 600
    assert stay(SITTING, [row(NINE, None, seconds=9000, ended=NINE + 1800)]).seconds == 1800
    assert stay(SITTING, [row(NINE, None)]).seconds == 0


def test_totals_without_moments_are_known_as_such_and_never_summed() -> None:
    found = stay(SITTING, [told(30), told(40)])
    assert (found.seconds, found.moments_known, found.came) == (2400, False, None)
    assert minutes(told(90)) == 60
    assert stay(SITTING, [told(30), row(NINE, NINE + 2400)]).moments_known


def test_a_signature_stands_for_the_whole_session() -> None:
    found = stay(SITTING, [told(0, Origin.SIGN_IN_SHEET)])
    assert (found.seconds, found.signed) == (3600, True)
    assert minutes(told(0)) == 0
    assert minutes(told(20, Origin.NAMES)) == 20


def test_a_report_of_one_session_counts_in_no_other() -> None:
    assert minutes(row(NINE, NINE + 3600, session=2)) == 0
    assert minutes(row(NINE, NINE + 3600, session=1)) == 60


def test_gaps_of_seconds_are_bridged_only_where_that_is_wanted() -> None:
    dropped = rows_of([Span(NINE, NINE + 1000), Span(NINE + 1030, NINE + 3600)])
    assert stay(SITTING, dropped).seconds == 3570
    assert stay(SITTING, dropped, bridging=30).seconds == 3600


def test_the_longest_gap_leaves_the_break_out() -> None:
    window = SITTING.window()
    assert longest_gap((), window) == 3600
    assert longest_gap((), ()) == 0
    assert longest_gap((Span(NINE + 600, NINE + 1200),), window) == 2400
    paused = Sitting(1, "Wound care", SITTING.span, (Span(NINE + 1200, NINE + 1800),))
    absent = stay(paused, rows_of([Span(NINE, NINE + 1000), Span(NINE + 2000, NINE + 3600)]))
    assert absent.gap() == 400
    assert stay(paused, rows_of([SITTING.span]), breaks_count=True).seconds == 3600


def test_a_night_when_clocks_change_has_its_true_length() -> None:
    def night(month: int, day: int) -> Stay:
        starts = parsed(f"2026-{month:02}-{day}T00:00", "Europe/Berlin")
        ends = parsed(f"2026-{month:02}-{day}T06:00", "Europe/Berlin")
        pause = Break(starts + timedelta(hours=1), starts + timedelta(minutes=75))
        session = Session(id=1, title="Night", starts=starts, ends=ends, breaks=(pause,))
        return stay(sitting_of(session), [row(second_of(starts), second_of(ends))])

    assert night(3, 29).seconds == 5 * 3600 - 900
    assert night(10, 25).seconds == 7 * 3600 - 900
    assert (night(3, 29).came, night(10, 24).connections) == (
        second_of(datetime(2026, 3, 28, 23, tzinfo=UTC)),
        1,
    )
