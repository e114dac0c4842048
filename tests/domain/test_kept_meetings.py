from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.kept_meetings import (
    Bound,
    bound,
    dates_of,
    draft_of,
    kept_dates,
    kept_draft,
    kept_settings,
    settings_of,
)
from cpd_desktop.domain.meeting_series import Every, Series
from cpd_desktop.domain.meetings import (
    Approval,
    Kind,
    MeetingDraft,
    MeetingSettings,
    Occurrence,
    Recorded,
)
from cpd_desktop.domain.sessions import Session

START = datetime(2026, 12, 1, 14, tzinfo=UTC)
moments = st.integers(0, 10**6).map(lambda minutes: START + timedelta(minutes=minutes))
settings = st.builds(
    MeetingSettings,
    approval=st.sampled_from(Approval),
    waiting_room=st.booleans(),
    passcode=st.text(max_size=10),
    alternative_hosts=st.lists(st.text(), max_size=3).map(tuple),
    recorded=st.sampled_from(Recorded),
)
series = st.builds(
    Series,
    every=st.sampled_from(Every),
    days=st.lists(st.integers(0, 6), max_size=7).map(tuple),
    times=st.none() | st.integers(1, 60),
    until=st.none() | moments,
)
drafts = st.builds(
    MeetingDraft,
    kind=st.sampled_from(Kind),
    topic=st.text(),
    zone=st.just("Europe/London"),
    starts=st.none() | moments,
    minutes=st.integers(1, 1440),
    agenda=st.text(),
    series=st.none() | series,
    settings=settings,
)


@given(drafts)
def test_a_meeting_that_was_written_down_is_read_as_it_was(draft: MeetingDraft) -> None:
    assert draft_of(json.loads(json.dumps(kept_draft(draft)))) == draft
    assert settings_of(json.loads(json.dumps(kept_settings(draft.settings)))) == draft.settings


def test_settings_that_are_not_written_down_are_as_usual() -> None:
    assert settings_of({}) == MeetingSettings()


def a_session(key: int, starts: datetime) -> Session:
    return Session("Day", starts, starts + timedelta(hours=1), id=key)


def test_each_date_belongs_to_the_session_that_starts_nearest_and_to_no_other() -> None:
    week = timedelta(days=7)
    sessions = [a_session(7, START), a_session(8, START + week)]
    dates = (
        Occurrence("a", START + timedelta(hours=2), 60),
        Occurrence("b", START + week, 60),
        Occurrence("c", START + week * 2, 60),
        Occurrence("d", START + week * 3, 60, deleted=True),
        Occurrence("e", None, 60),
    )
    found = bound(dates, sessions)
    assert [(each.id, each.session_id) for each in found] == [("a", 7), ("b", 8), ("c", None)]
    assert dates_of(json.loads(json.dumps(kept_dates(found)))) == found
    assert bound((), sessions) == ()
    assert found[0] == Bound("a", START + timedelta(hours=2), 60, 7)
