from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.events import Event, EventStatus
from cpd_desktop.domain.kept_meetings import Bound
from cpd_desktop.domain.meeting_plan import (
    FAR_APART,
    NO_SESSION,
    ONE_DATE,
    OTHER_HOURS,
    UNEVEN,
    MeetingPlan,
    last_end,
    series_of_sessions,
    wanted,
)
from cpd_desktop.domain.meeting_series import Every, Series
from cpd_desktop.domain.meetings import Kind, MeetingDraft, MeetingSettings, Rhythm
from cpd_desktop.domain.sessions import Session
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import moment

ZONE = "Europe/London"
START = datetime(2026, 12, 1, 14, tzinfo=UTC)


def a_session(
    key: int = 1, starts: datetime = START, minutes: float = 90, title: str = "Wound care"
) -> Session:
    return Session(title, starts, starts + timedelta(minutes=minutes), id=key)


def an_event(*sessions: Session, **more: object) -> Event:
    made = Event(
        title="Wound care", zone=ZONE, id=1, status=EventStatus.PUBLISHED,
        sessions=sessions or (a_session(),),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type] # fields by name


def a_plan(rhythm: Rhythm = Rhythm.ONCE, session: int | None = 1) -> MeetingPlan:
    return MeetingPlan(Kind.MEETING, rhythm, session)


def draft(event: Event, plan: MeetingPlan) -> MeetingDraft:
    found = wanted(event, plan)
    assert isinstance(found, MeetingDraft)
    found.require_valid()
    return found


def daily(days: int, count: int) -> list[Session]:
    """Return sessions at 14:00 on the wall in London, so many days apart."""
    first = datetime(2026, 10, 1, 14)  # noqa: DTZ001 - a time on the wall
    starts = [moment(first + timedelta(days=days * number), ZONE) for number in range(count)]
    return [a_session(number, each) for number, each in enumerate(starts, 1)]


def test_a_meeting_is_called_and_described_as_its_event_and_session() -> None:
    event = an_event(a_session(), a_session(2, title="Dressings"), summary="All about wounds")
    assert draft(event, a_plan()).topic == "Wound care"
    second = draft(event, a_plan(session=2))
    assert (second.topic, second.agenda) == ("Wound care: Dressings", "All about wounds")
    assert draft(replace(event, summary="", description="Long"), a_plan()).agenda == "Long"
    assert draft(an_event(a_session(title="Live"), title="Airway"), a_plan()).topic == "Airway"


def test_what_is_too_long_for_zoom_is_cut() -> None:
    event = an_event(
        a_session(title="x" * 150), a_session(2), title="y" * 150, description="z" * 3000
    )
    found = draft(event, a_plan())
    assert (len(found.topic), len(found.agenda)) == (200, 2000)
    assert found.topic.endswith("…")


def test_minutes_are_rounded_up_so_that_nobody_is_cut_off() -> None:
    assert draft(an_event(a_session(minutes=90.5)), a_plan()).minutes == 91
    assert draft(an_event(a_session(minutes=90)), a_plan()).minutes == 90


def test_own_words_hold_against_those_of_the_event() -> None:
    plan = replace(a_plan(), own={"topic": "Ours", "agenda": ""}, settings=MeetingSettings())
    found = draft(an_event(summary="Text"), plan)
    assert (found.topic, found.agenda) == ("Ours", "")


def test_one_link_for_all_sessions_has_no_time() -> None:
    found = draft(an_event(*daily(3, 4)), a_plan(Rhythm.NO_FIXED_TIME, None))
    assert (found.starts, found.series, found.rhythm) == (None, None, Rhythm.NO_FIXED_TIME)


@pytest.mark.parametrize("plan", [a_plan(session=9), a_plan(session=None)])
def test_a_meeting_whose_session_is_gone_says_so(plan: MeetingPlan) -> None:
    assert wanted(an_event(), plan) == NO_SESSION


@pytest.mark.parametrize(
    ("days", "series"),
    [
        (7, Series(Every.WEEK, 1, (3,), times=6)),
        (14, Series(Every.WEEK, 2, (3,), times=6)),
        (1, Series(Every.DAY, 1, times=6)),
        (10, Series(Every.DAY, 10, times=6)),
    ],
)
def test_evenly_spaced_sessions_are_a_series_also_across_a_change_of_the_clocks(
    days: int, series: Series
) -> None:
    event = an_event(*daily(days, 6))
    found = draft(event, a_plan(Rhythm.SERIES, None))
    assert (found.series, found.starts, found.minutes) == (series, event.starts, 90)


@given(st.integers(1, 30), st.integers(2, 30))
def test_a_series_has_one_date_for_each_session(days: int, count: int) -> None:
    found = series_of_sessions(daily(days, count), ZONE)
    assert not isinstance(found, Sentence)
    starts, _, series = found
    assert series.problem() is None
    assert series.times == count
    assert starts == daily(days, count)[0].starts


def test_why_sessions_are_no_series_is_said() -> None:
    one, two, three = daily(7, 3)
    longer = replace(two, ends=two.ends + timedelta(minutes=10))
    later = a_session(2, two.starts + timedelta(hours=1))
    far = a_session(2, one.starts + timedelta(days=365, hours=1))
    same_time = datetime(2027, 10, 2, 14)  # noqa: DTZ001 - a time on the wall
    for sessions, says in (
        ([one], ONE_DATE),
        ([one, two, a_session(3, three.starts + timedelta(days=1))], UNEVEN),
        ([one, one], UNEVEN),
        ([one, longer], OTHER_HOURS),
        ([one, later], OTHER_HOURS),
        ([one, far], OTHER_HOURS),
        ([one, a_session(2, moment(same_time, ZONE))], FAR_APART),
    ):
        assert series_of_sessions(sessions, ZONE) == says
    many = series_of_sessions(daily(1, 61), ZONE)
    assert isinstance(many, Sentence)
    assert "60" in str(many)


def test_a_series_stays_as_zoom_words_it_while_its_dates_are_those_of_the_sessions() -> None:
    event = an_event(*daily(7, 3), title="Course")
    until = Series(Every.WEEK, 1, (3,), until=event.ends)
    seen = replace(draft(event, a_plan(Rhythm.SERIES, None)), series=until, starts=event.starts)
    dates = tuple(Bound(str(each.id), each.starts, 90, each.id) for each in event.sessions)
    plan = replace(a_plan(Rhythm.SERIES, None), seen=seen, dates=dates)
    assert draft(event, plan).series == until
    assert draft(an_event(*daily(7, 4)), plan).series == Series(Every.WEEK, 1, (3,), times=4)


def test_a_meeting_is_over_with_its_session_or_with_the_last() -> None:
    event = an_event(*daily(7, 3))
    assert last_end(event, a_plan()) == event.sessions[0].ends
    assert last_end(event, a_plan(Rhythm.SERIES, None)) == event.ends
    assert last_end(event, a_plan(session=9)) == event.ends
