"""What each connection brought to somebody's time."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.attendance.presences import Origin, Presence
from cpd_desktop.domain.attendance.reckoning import counted_in, uncounted
from cpd_desktop.domain.attendance.spans import Span, length, moment_of, united
from cpd_desktop.domain.attendance.stays import Attested, Sitting, stay

SITTING = Sitting(1, "Day 1", Span(1000, 8000), (Span(3000, 3600),))


def came(starts: int, ends: int) -> Attested:
    told = Presence(1, "Ada", joined=moment_of(starts), left=moment_of(ends), seconds=ends - starts)
    return Attested(told, Origin.ZOOM_MEETING)


STAYS = st.lists(
    st.tuples(st.integers(0, 9000), st.integers(0, 3000)).map(lambda at: came(at[0], sum(at))),
    max_size=8,
)


@given(STAYS)
def test_the_parts_that_count_add_up_to_what_was_attended(rows: list[Attested]) -> None:
    whole = stay(SITTING, rows)
    counted = counted_in(whole, rows)
    assert length(united(span for each in counted for span in each.spans)) == whole.seconds
    assert all(each.seconds == length(each.spans) for each in counted)


@given(STAYS)
def test_each_connection_is_told_of_once(rows: list[Attested]) -> None:
    whole = stay(SITTING, rows)
    told = [each.row for each in counted_in(whole, rows)]
    assert len(told) + len(uncounted([whole], rows)) == len(rows)


def test_a_connection_in_the_break_alone_is_told_of_and_counts_nothing() -> None:
    rows = [came(3100, 3500)]
    (counted,) = counted_in(stay(SITTING, rows), rows)
    assert (counted.spans, counted.seconds) == ((), 0)


def test_a_name_on_a_sheet_counts_for_the_whole_session() -> None:
    rows = [Attested(Presence(1, "Ada"), Origin.NAMES), came(1000, 1500)]
    timed, signed = counted_in(stay(SITTING, rows), rows)
    assert signed.span is None
    assert timed.seconds == 500
    assert timedelta(seconds=signed.seconds) == timedelta(seconds=6400)


def test_what_is_of_another_session_or_the_waiting_room_is_left_to_those() -> None:
    waiting = Presence(2, "Ada", joined=moment_of(1000), left=moment_of(2000), waiting=True)
    elsewhere = Attested(Presence(1, "Ada"), Origin.NAMES, session=2)
    rows = [elsewhere, Attested(waiting, Origin.ZOOM_MEETING)]
    assert counted_in(stay(SITTING, rows), rows) == ()
