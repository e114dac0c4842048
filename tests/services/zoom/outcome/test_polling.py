"""What the running app does by itself: it hears what runs, works off, and fetches who came."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.services.lifecycle import Lifecycle
from cpd_desktop.services.zoom.inbox import Inbox
from cpd_desktop.services.zoom.poll import Poll
from cpd_desktop.store.tables import event
from tests.fakes.zoom import faults
from tests.fakes.zoom.holding import Person

if TYPE_CHECKING:
    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from cpd_desktop.services.attendance.reports import Reports
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.zoom.outcome import Outcome
    from cpd_desktop.store.database import Database
    from tests.adapters.zoom.calls.waiting import Waiting
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom
    from tests.services.zoom.outcome.planning import Planner

MARIA, TOM = Person("Maria"), Person("Tom")


@pytest.fixture
def poll(db: Database, clock: FixedClock, calls: ZoomCalls, outcome: Outcome) -> Poll:
    def nobody(_meeting: int, _work: object) -> None: ...

    inbox = Inbox(db, clock, Lifecycle(db, clock), nobody, outcome.fetch_recording)
    return Poll(db, clock, calls, outcome, inbox, live=True)


def test_left_running_it_fetches_by_itself_and_then_asks_no_more(
    planned: Planner, poll: Poll, reports: Reports, clock: FixedClock, server: FakeZoom
) -> None:
    poll = replace(poll, live=False)
    ours = planned()
    ours.hold(MARIA, TOM, report_takes=timedelta(minutes=12))
    clock.move(hours=2)
    fetched = 0
    for _minute in range(65):
        clock.move(minutes=1)
        fetched += len(poll.poll(ours.work).fetched)
    assert fetched == 4  # after 2, 5, 15 and 30 minutes
    (kept,) = reports.current(ours.event_id)
    assert kept.ready
    asked = len(server.asked)
    clock.move(hours=2)
    poll.poll(ours.work)
    assert len(server.asked) == asked


def test_a_running_meeting_starts_the_event_and_its_end_completes_it(
    planned: Planner, poll: Poll, events: Events, clock: FixedClock, db: Database
) -> None:
    ours = planned()
    with db.writing("test") as tx:
        tx.update(event, ours.event_id, status=EventStatus.PUBLISHED)
    poll.poll(ours.work)
    clock.move(hours=1, minutes=1)
    ours.server.start_meeting(ours.at.number, [MARIA, TOM])
    for _ in range(2):
        poll.poll(ours.work)
        assert events.get(ours.event_id).status is EventStatus.RUNNING
    assert poll.inbox.live(ours.event_id).running
    clock.move(hours=1)
    ours.server.end_meeting(ours.at.number)
    told = poll.poll(ours.work)
    assert events.get(ours.event_id).status is EventStatus.COMPLETED
    assert told.changes.touches("event", ours.event_id)
    assert not poll.inbox.live(ours.event_id).running
    assert len(poll.inbox.listed()) == 2


def test_switched_off_it_does_not_look_at_running_meetings(
    planned: Planner, poll: Poll, clock: FixedClock, server: FakeZoom
) -> None:
    ours = planned()
    clock.move(hours=1)
    asked = len(server.asked)
    replace(poll, live=False).poll(ours.work)
    assert len(server.asked) == asked


def test_without_a_connection_it_stops_says_so_and_goes_on_when_there_is_one(
    planned: Planner, poll: Poll, clock: FixedClock, server: FakeZoom, waiting: Waiting
) -> None:
    ours, other = planned(), planned()
    for each in (ours, other):
        each.hold(MARIA, TOM)
    clock.move(hours=2, minutes=5)
    server.faults.next("/v2", faults.DROP, times=99)
    told = replace(poll, live=False).poll(ours.work)
    assert str(told.stopped) == "Zoom cannot be reached."
    assert [due.session_id for due, _ in told.failed] == ours.sessions
    (first, second) = poll.outcome.due(clock.now())
    assert {str(first.says), str(second.says)} == {"None", "Zoom cannot be reached."}
    assert (first.tries, second.tries) == (0, 0)
    server.faults.waiting.clear()
    waiting.pause(600)
    assert len(poll.poll(ours.work).fetched) == 2


def test_a_limit_at_zoom_is_waited_out(
    planned: Planner, poll: Poll, clock: FixedClock, server: FakeZoom
) -> None:
    ours = planned()
    ours.hold(MARIA, TOM)
    clock.move(hours=2, minutes=5)
    until = clock.now() + timedelta(hours=9)
    headers = {"Retry-After": until.strftime("%Y-%m-%dT%H:%M:%SZ")}
    server.faults.next("/v2", faults.too_many(headers))
    assert replace(poll, live=False).poll(ours.work).failed
    (due,) = poll.outcome.due(clock.now())
    assert due.next_at
    assert abs(due.next_at - until) < timedelta(minutes=1)


def test_what_cannot_be_watched_is_told_and_the_rest_goes_on(
    planned: Planner, poll: Poll, clock: FixedClock, server: FakeZoom
) -> None:
    ours = planned()
    ours.hold(MARIA, TOM)
    clock.move(hours=2, minutes=5)
    refusal = {"code": 200, "message": "No permission."}
    server.faults.next("/v2/meetings/", faults.answering(400, refusal))
    told = poll.poll(ours.work)
    assert told.not_watched
    assert told.stopped is None
    assert len(told.fetched) == 1


def test_what_the_app_may_not_read_waits_for_a_person(
    planned: Planner, poll: Poll, clock: FixedClock, server: FakeZoom
) -> None:
    ours = planned()
    ours.hold(MARIA, TOM)
    clock.move(hours=2, minutes=5)
    words = "Invalid access token, does not contain scopes:[meeting:read:list_past_instances]."
    server.faults.next("/v2", faults.answering(400, {"code": 4711, "message": words}))
    replace(poll, live=False).poll(ours.work)
    (due,) = poll.outcome.due(clock.now())
    assert due.next_at is None
    assert "list_past_instances" in str(due.says)
    clock.move(days=2)
    assert not poll.poll(ours.work).fetched
    poll.outcome.fetch(ours.meeting_id, ours.work)
    (due,) = poll.outcome.due(clock.now())
    assert due.next_at


def test_one_meeting_that_cannot_be_read_does_not_hold_up_the_others(
    planned: Planner, poll: Poll, calls: ZoomCalls, clock: FixedClock
) -> None:
    lost, ours = planned(days=2), planned()
    ours.hold(MARIA, TOM)
    calls.delete(lost.at)
    clock.move(hours=2, minutes=5)
    told = poll.poll(ours.work)
    assert [due.meeting_id for due, _ in told.failed] == [lost.meeting_id]
    assert [each.meeting_id for each in told.fetched] == [ours.meeting_id]
    assert told.stopped is None


def test_errors_are_words_not_crashes(
    planned: Planner, poll: Poll, clock: FixedClock, server: FakeZoom
) -> None:
    ours = planned()
    ours.hold(MARIA, TOM)
    clock.move(hours=2, minutes=5)
    server.faults.next("/v2", faults.GARBAGE, times=99)
    told = poll.poll(ours.work)
    assert told.failed or told.stopped
    with pytest.raises(CpdError):
        poll.outcome.fetch(ours.meeting_id, ours.work)
