from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Invalid, NotAllowed
from cpd_desktop.domain.events import EventFormat, EventStatus
from cpd_desktop.domain.lifecycle import MOVES, Move
from cpd_desktop.domain.registrations import Payment
from cpd_desktop.domain.sessions import Break
from cpd_desktop.domain.zones import moment, wall_time
from cpd_desktop.services.lifecycle import Lifecycle
from cpd_desktop.store.tables import event as event_table
from tests.drafts import STARTS, a_draft, a_session, somebody

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock


@pytest.fixture
def lifecycle(db: Database, clock: FixedClock) -> Lifecycle:
    return Lifecycle(db, clock)


def test_an_event_goes_through_its_whole_life(
    lifecycle: Lifecycle, events: Events, clock: FixedClock, history: History
) -> None:
    event = events.add(a_draft()).value.id
    lifecycle.move(event, Move.PUBLISH)
    clock.at = STARTS
    lifecycle.move(event, Move.START)
    clock.at = STARTS + timedelta(hours=2)
    lifecycle.move(event, Move.COMPLETE)
    assert lifecycle.move(event, Move.ARCHIVE).value.status is EventStatus.ARCHIVED
    assert lifecycle.move(event, Move.REOPEN).value.status is EventStatus.COMPLETED
    deeds = [each.deed for each in history.entries(about=("event", event))]
    assert deeds[::-1] == [
        "event.add",
        *(f"event.{move}" for move in ("publish", "start", "complete", "archive", "reopen")),
    ]


def test_an_event_that_nobody_started_is_completed_once_it_is_over(
    lifecycle: Lifecycle, events: Events, clock: FixedClock
) -> None:
    event = events.add(a_draft()).value.id
    lifecycle.move(event, Move.PUBLISH)
    clock.at = STARTS + timedelta(hours=1)
    with pytest.raises(NotAllowed):
        lifecycle.move(event, Move.COMPLETE)
    clock.at = STARTS + timedelta(hours=2)
    assert lifecycle.move(event, Move.COMPLETE).value.status is EventStatus.COMPLETED


@pytest.mark.parametrize("step", list(product(EventStatus, Move)), ids="-".join)
def test_no_move_is_made_from_a_state_that_does_not_allow_it(
    lifecycle: Lifecycle,
    events: Events,
    db: Database,
    clock: FixedClock,
    step: tuple[EventStatus, Move],
) -> None:
    status, move = step
    clock.at = STARTS + timedelta(hours=3)
    event = events.add(a_draft()).value.id
    with db.writing("test") as tx:
        tx.update(event_table, event, status=status)
    if status in MOVES[move][0]:
        assert lifecycle.move(event, move).value.status is MOVES[move][1]
    else:
        with pytest.raises(NotAllowed, match=str(status)):
            lifecycle.move(event, move)
        assert events.get(event).status is status


def test_what_stands_in_the_way_is_said_in_sentences(
    lifecycle: Lifecycle, events: Events, clock: FixedClock
) -> None:
    draft = replace(a_draft(), format=EventFormat.IN_PERSON)
    event = events.add(draft).value.id
    assert [str(each) for each in lifecycle.hindrances(event, Move.PUBLISH)] == [
        "It is held in person, and neither it nor a session has a place."
    ]
    events.change(event, replace(events.get(event).draft(), place="Town hall"))
    lifecycle.move(event, Move.PUBLISH)
    with pytest.raises(NotAllowed, match="more than a day from now"):
        lifecycle.move(event, Move.START)
    clock.at = STARTS
    lifecycle.move(event, Move.START)
    with pytest.raises(NotAllowed, match="not ended yet"):
        lifecycle.move(event, Move.COMPLETE)


def test_nothing_in_the_trash_is_moved_on(lifecycle: Lifecycle, events: Events) -> None:
    event = events.add(a_draft()).value.id
    events.trash([event])
    with pytest.raises(NotAllowed, match="lies in the trash"):
        lifecycle.move(event, Move.PUBLISH)


def test_what_follows_from_cancelling_is_listed_first(
    lifecycle: Lifecycle, events: Events, registrations: Registrations
) -> None:
    event = events.add(replace(a_draft(), capacity=2)).value.id
    keys = [registrations.add(event, somebody(name)).value.id for name in ("Anna", "Ben", "Cem")]
    registrations.note_payment(keys[:1], Payment.PAID)
    assert [str(each) for each in lifecycle.consequences(event)] == [
        "2 registered persons must be told.",
        "1 waiting person must be told.",
        "1 paid place must be refunded or carried over.",
        "Calendar files of 1 session are out of date; send new ones.",
        "Nobody's place and no answer is lost.",
    ]


def test_cancelling_keeps_the_reason_and_tells_calendars(
    lifecycle: Lifecycle, events: Events, history: History
) -> None:
    event = events.add(a_draft()).value.id
    done = lifecycle.move(event, Move.CANCEL, " Speaker is ill ")
    assert (done.value.status, done.value.status_why) == (EventStatus.CANCELLED, "Speaker is ill")
    assert [each.sequence for each in done.value.sessions] == [1]
    assert done.changes.entry is not None
    history.undo(done.changes.entry)
    back = events.get(event)
    assert (back.status, back.status_why, back.sessions[0].sequence) == (EventStatus.DRAFT, "", 0)


def test_a_postponed_event_keeps_its_times_of_day_over_a_change_of_the_clocks(
    lifecycle: Lifecycle, events: Events
) -> None:
    gap = Break(STARTS + timedelta(minutes=30), STARTS + timedelta(minutes=45))
    first = replace(a_session("One"), breaks=(gap,))
    second = a_session("Two", starts=STARTS + timedelta(days=1, hours=1))
    event = events.add(a_draft("Two days", first, second)).value.id
    summer = moment(wall_time(STARTS, "Europe/London").replace(month=7), "Europe/London")
    moved = lifecycle.postpone(event, summer, "Room is gone").value
    assert [each.starts for each in moved.sessions] == [
        summer,
        summer + timedelta(days=1, hours=1),
    ]
    assert moved.sessions[0].breaks[0].starts == summer + timedelta(minutes=30)
    assert [each.sequence for each in moved.sessions] == [1, 1]
    assert wall_time(moved.starts, "Europe/London").hour == wall_time(STARTS, "Europe/London").hour


def test_a_time_that_the_clocks_skip_postpones_nothing(
    lifecycle: Lifecycle, events: Events
) -> None:
    second = a_session("Two", starts=STARTS.replace(day=2, hour=1))
    event = events.add(a_draft("T", a_session(), second)).value.id
    before = events.get(event)
    with pytest.raises(Invalid, match="clocks go forward"):
        lifecycle.postpone(event, STARTS.replace(year=2027, month=3, day=27, tzinfo=UTC))
    assert events.get(event) == before


def test_what_is_over_is_not_postponed(
    lifecycle: Lifecycle, events: Events, clock: FixedClock
) -> None:
    event = events.add(a_draft()).value.id
    lifecycle.move(event, Move.PUBLISH)
    clock.at = STARTS
    lifecycle.move(event, Move.START)
    with pytest.raises(NotAllowed):
        lifecycle.postpone(event, STARTS + timedelta(days=7))
