"""The first page says of which meetings nobody fetched who came, before Zoom forgets it."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.attendance.presences import Origin, Presence, Report
from cpd_desktop.services.attendance.reports import Reports
from cpd_desktop.store import glance
from cpd_desktop.store.connection import connect
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.tables import event, instance, meeting
from tests.drafts import STARTS, a_draft, a_session

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.services.events import Events
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

    Says = Callable[[timedelta], list[str]]

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ENDS = STARTS + 2 * HOUR
NOT_YET = "Who came is not fetched from Zoom yet."


@pytest.fixture
def says(folder: DataFolder) -> Says:
    """Return what the first page says about reports so long after the first session."""

    def after(span: timedelta) -> list[str]:
        with closing(connect(folder.database, read_only=True)) as connection:
            needs = glance.today(connection, ENDS + span).needs
        return [str(need.says) for need in needs if need.part == "meet"]

    return after


@pytest.fixture
def event_id(events: Events) -> int:
    return events.add(a_draft("Wounds", a_session(), a_session(starts=STARTS + 7 * DAY))).value.id


@pytest.fixture
def reports(db: Database, folder: DataFolder, clock: FixedClock) -> Reports:
    return Reports(db, ContentStore(folder.files), clock)


def add_meeting(db: Database, event_id: int, **more: object) -> int:
    with db.writing("test") as tx:
        values = {"kind": "meeting", "rhythm": "once", "number": 81234567890} | more
        return tx.insert(meeting, event_id=event_id, **values)


def held(starts: datetime, *, ready: bool = True) -> Report:
    there = Presence(1, "Maria", joined=starts, left=starts + HOUR, seconds=3600)
    return Report(Origin.ZOOM_ANSWER, (there,), 1, instances=(str(starts),), ready=ready)


def test_what_is_not_fetched_is_told_the_next_day_and_warned_of_before_it_is_forgotten(
    says: Says, db: Database, event_id: int
) -> None:
    add_meeting(db, event_id, session_id=1)
    assert says(23 * HOUR) == []
    assert says(DAY) == [NOT_YET]
    assert says(22 * DAY) == [NOT_YET]
    assert says(24 * DAY) == [
        "Who came is not fetched yet. Zoom's website forgets it on 2026-12-31."
    ]
    assert says(31 * DAY) == [NOT_YET]
    assert says(360 * DAY) == ["Who came is not fetched yet. Zoom forgets it on 2027-12-01."]
    assert says(366 * DAY) == []


def test_once_it_is_there_nothing_is_said(
    says: Says, db: Database, event_id: int, reports: Reports
) -> None:
    add_meeting(db, event_id, session_id=1)
    reports.keep(event_id, held(STARTS, ready=False), b"0", "0", session_id=1)
    assert says(DAY) == [NOT_YET]
    reports.keep(event_id, held(STARTS), b"1", "1", session_id=1)
    assert says(DAY) == []


def test_a_meeting_for_all_sessions_is_told_until_each_has_its_report(
    says: Says, db: Database, event_id: int, reports: Reports
) -> None:
    add_meeting(db, event_id)
    reports.keep(event_id, held(STARTS), b"1", "1")
    assert says(2 * DAY) == []
    assert says(9 * DAY) == [NOT_YET]
    reports.keep(event_id, held(STARTS + 7 * DAY), b"2", "2")
    assert says(9 * DAY) == []


def test_a_meeting_of_which_zoom_tells_nothing_is_not_asked_for(
    says: Says, db: Database, event_id: int
) -> None:
    key = add_meeting(db, event_id, session_id=1)
    with db.writing("test") as tx:
        tx.insert(instance, meeting_id=key, uuid="u==", starts_at=STARTS, settled=1)
    assert says(DAY) == []


def test_what_is_not_at_zoom_or_did_not_take_place_is_not_asked_for(
    says: Says, db: Database, event_id: int
) -> None:
    add_meeting(db, event_id, session_id=1, number=None)
    assert says(DAY) == []
    add_meeting(db, event_id, session_id=2)
    assert says(9 * DAY) == [NOT_YET]
    with db.writing("test") as tx:
        tx.update(event, event_id, status="cancelled")
    assert says(9 * DAY) == []
