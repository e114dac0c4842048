"""Which events are due for deletion, and which are held."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Invalid, NotAllowed, NotFound
from cpd_desktop.domain.settings import Records
from cpd_desktop.services.retention import Keeping
from tests.attended import statements
from tests.drafts import STARTS, a_draft, a_session, somebody

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock

OVER = date(2033, 12, 1)  # seven years after the usual event


@pytest.fixture
def keeping(db: Database, clock: FixedClock) -> Keeping:
    return Keeping(db, clock)


@pytest.fixture
def event(events: Events, registrations: Registrations) -> int:
    made = events.add(a_draft()).value.id
    registrations.add(made, somebody("Ada Byron", "ada@x.example"))
    return made


@pytest.fixture
def years_later(clock: FixedClock, event: int) -> None:
    clock.at = STARTS.replace(year=2033) + timedelta(days=1)


def test_nothing_is_due_on_the_last_day_that_it_is_kept(
    keeping: Keeping, clock: FixedClock, event: int
) -> None:
    clock.at = STARTS.replace(year=2033, hour=23)
    assert keeping.of(event).until == OVER
    assert keeping.due() == []


@pytest.mark.usefixtures("years_later")
def test_an_event_that_is_due_says_what_would_go_and_what_stays(
    keeping: Keeping, event: int
) -> None:
    (due,) = keeping.due()
    assert (due.id, due.title, due.ended) == (event, "Wound care", date(2026, 12, 1))
    assert [str(each) for each in due.goes] == [
        "1 registration with answers, check-ins, marks and results.",
        "Sessions, credit, rules, modules and assignments.",
    ]
    assert any("People stay" in str(each) for each in due.stays)


@pytest.mark.usefixtures("years_later")
def test_the_years_of_the_settings_count(keeping: Keeping, settings: Settings) -> None:
    settings.put(Records(years=8))
    assert keeping.due() == []


@pytest.mark.usefixtures("years_later")
def test_a_hold_keeps_an_event_until_it_is_lifted(keeping: Keeping, event: int) -> None:
    keeping.hold(event, "  A complaint ")
    assert keeping.due() == []
    assert str(keeping.of(event).hold_says()) == "On hold until somebody lifts it: A complaint"
    keeping.lift(event)
    assert [each.id for each in keeping.due()] == [event]


def test_a_hold_can_be_undone_and_says_who_set_it(
    keeping: Keeping, event: int, history: History
) -> None:
    changes = keeping.hold(event, "A complaint")
    entry = history.entries(about=("event", event))[0]
    assert (entry.deed, entry.who) == ("event.hold", "anna (test)")
    assert changes.entry is not None
    history.undo(changes.entry)
    assert keeping.of(event).hold is None


def test_an_event_on_hold_cannot_be_deleted(keeping: Keeping, events: Events, event: int) -> None:
    keeping.hold(event, "A complaint")
    with pytest.raises(NotAllowed, match=r"“Wound care” is on hold: “A complaint”\. Lift the hold"):
        events.trash([event])
    assert events.get(event).trashed_at is None
    keeping.lift(event)
    events.trash([event])
    assert events.get(event).trashed_at is not None


def test_what_lies_in_the_trash_stays_there_while_it_is_held(
    keeping: Keeping, events: Events, event: int, clock: FixedClock
) -> None:
    events.trash([event])
    keeping.hold(event, "A complaint", clock.at.date() + timedelta(days=60))
    clock.move(days=40)
    events.empty_trash()
    assert events.get(event).title == "Wound care"
    events.empty_trash([event])
    assert events.get(event).title == "Wound care"
    clock.move(days=40)
    events.empty_trash()
    with pytest.raises(NotFound):
        events.get(event)


def test_a_hold_that_ran_out_keeps_nobody_from_deleting(
    keeping: Keeping, events: Events, event: int, clock: FixedClock
) -> None:
    keeping.hold(event, "A complaint", clock.at.date())
    with pytest.raises(NotAllowed):
        events.trash([event])
    clock.move(days=1)
    events.trash([event])


def test_a_hold_without_a_reason_or_an_event_is_refused(keeping: Keeping, event: int) -> None:
    with pytest.raises(Invalid):
        keeping.hold(event, " ")
    with pytest.raises(NotFound):
        keeping.hold(99, "A complaint")
    with pytest.raises(NotFound):
        keeping.of(99)


@pytest.mark.usefixtures("years_later")
def test_what_is_in_the_trash_already_is_not_listed(
    keeping: Keeping, events: Events, event: int
) -> None:
    events.trash([event])
    assert keeping.due() == []


@pytest.mark.usefixtures("years_later")
def test_a_copy_of_an_event_is_not_on_hold(keeping: Keeping, events: Events, event: int) -> None:
    keeping.hold(event, "A complaint")
    copy = events.add(events.get(event).draft()).value.id
    assert keeping.of(copy).hold is None


@pytest.mark.usefixtures("years_later")
def test_many_events_take_as_many_statements_as_one(
    keeping: Keeping, events: Events, db: Database
) -> None:
    with statements(db) as few:
        keeping.due()
    for number in range(20):
        events.add(a_draft(f"Event {number}", a_session()))
    with statements(db) as many:
        assert len(keeping.due()) == 21
    assert len(many) == len(few)
