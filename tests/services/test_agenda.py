from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.calendars import CalendarFiles
from cpd_desktop.domain.errors import NotAllowed, NotFound, Unavailable
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.invitations import EntryStatus
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.domain.settings import Calendar, Provider
from cpd_desktop.services.agenda import Agenda
from cpd_desktop.store.tables import event
from tests.drafts import STARTS, a_draft, a_session, somebody

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.services.events import Events
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def agenda(db: Database, clock: FixedClock, settings: Settings) -> Agenda:
    return Agenda(db, clock, CalendarFiles(), settings)


def stand(db: Database, event_id: int, status: EventStatus) -> None:
    with db.writing("test") as tx:
        tx.update(event, event_id, status=status)


def test_the_calendar_shows_what_touches_its_days_and_nothing_else(
    agenda: Agenda, events: Events
) -> None:
    night = a_session("Night", starts=STARTS - DAY + HOUR * 9)  # 23:00 to 01:00 UTC
    events.add(replace(a_draft("Course", night, a_session("Day 2")), place="Room 4"))
    events.add(a_draft("Later", a_session(starts=STARTS + DAY)))
    gone = events.add(a_draft("Trashed")).value
    events.trash([gone.id])
    midnight = STARTS.replace(hour=0)
    found = agenda.between(midnight, midnight + DAY)
    assert [each.title for each in found] == ["Course · Night", "Course · Day 2"]
    assert found[0].where == "Room 4"
    assert agenda.between(midnight - DAY * 9, midnight - DAY * 8) == []
    assert agenda.between(midnight + HOUR, midnight + HOUR * 14) == []


def test_a_session_keeps_its_identity_and_its_number_rises_when_it_moves(
    agenda: Agenda, events: Events
) -> None:
    made = events.add(a_draft()).value
    (before,) = agenda.entries_of_event(made.id)
    session = made.sessions[0]
    moved = replace(session, starts=STARTS + HOUR, ends=STARTS + HOUR * 2)
    events.change(made.id, replace(made.draft(), sessions=(moved,)))
    (after,) = agenda.entries_of_event(made.id)
    assert after.uid == before.uid == f"{session.uid}@cpd-desktop"
    assert after.sequence > before.sequence


def test_two_files_of_the_same_event_are_the_same(
    agenda: Agenda, events: Events, clock: FixedClock, tmp_path: Path
) -> None:
    made = events.add(a_draft()).value
    agenda.write_calendar(tmp_path / "a.ics", event_id=made.id)
    clock.move(hours=1)
    agenda.write_calendar(tmp_path / "b.ics", event_id=made.id)
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


def test_a_cancelled_event_takes_itself_out_of_calendars(
    agenda: Agenda, events: Events, db: Database, tmp_path: Path
) -> None:
    made = events.add(a_draft()).value
    (before,) = agenda.entries_of_event(made.id)
    stand(db, made.id, EventStatus.CANCELLED)
    (after,) = agenda.entries_of_event(made.id)
    assert (after.uid, after.status) == (before.uid, EntryStatus.CANCELLED)
    assert after.sequence > before.sequence
    agenda.write_calendar(tmp_path / "a.ics", event_id=made.id)
    text = (tmp_path / "a.ics").read_text()
    assert "STATUS:CANCELLED" in text
    assert "METHOD:PUBLISH" in text


def test_a_cancelled_place_is_a_cancellation_for_that_person_alone(
    agenda: Agenda,
    events: Events,
    registrations: Registrations,
    settings: Settings,
    tmp_path: Path,
) -> None:
    settings.put(Provider(provider="Anna", contact="anna@x.example"))
    made = events.add(a_draft()).value
    zoe = registrations.add(made.id, somebody("Zoë", "zoe@x.example")).value
    ben = registrations.add(made.id, somebody("Ben", "ben@x.example")).value
    registrations.change_status([zoe.id], RegistrationStatus.CANCELLED)
    for place, method in ((zoe, "METHOD:CANCEL"), (ben, "METHOD:PUBLISH")):
        file = tmp_path / "mine.ics"
        assert agenda.write_calendar(file, event_id=made.id, person_id=place.person_id) == 1
        assert method in file.read_text()


def test_a_person_gets_all_their_events_but_none_they_only_wait_for(
    agenda: Agenda, events: Events, registrations: Registrations
) -> None:
    first, second = (events.add(a_draft(title)).value for title in ("First", "Second"))
    full = events.add(replace(a_draft("Full"), capacity=1)).value
    registrations.add(full.id, somebody("Ben"))
    zoe = [registrations.add(each.id, somebody("Zoë", "z@x.example")).value.person_id
           for each in (first, second, full)]  # fmt: skip
    entries = agenda.entries_of_person(zoe[0])
    assert [each.title for each in entries] == ["First", "Second"]
    with pytest.raises(NotFound):
        agenda.entries_of_person(zoe[0], full.id)
    with pytest.raises(NotFound):
        agenda.entries_of_person(99)


def test_an_event_in_the_trash_or_unknown_gives_no_file(
    agenda: Agenda, events: Events, tmp_path: Path
) -> None:
    made = events.add(a_draft()).value
    events.trash([made.id])
    with pytest.raises(NotAllowed):
        agenda.write_calendar(tmp_path / "a.ics", event_id=made.id)
    with pytest.raises(NotFound):
        agenda.write_calendar(tmp_path / "a.ics", event_id=99)
    assert not (tmp_path / "a.ics").exists()


def test_the_feed_has_what_is_published_and_cancelled_but_no_drafts_and_nothing_old(
    agenda: Agenda, events: Events, db: Database, clock: FixedClock, tmp_path: Path
) -> None:
    for title, status in (
        ("Draft", EventStatus.DRAFT),
        ("Out", EventStatus.PUBLISHED),
        ("Off", EventStatus.CANCELLED),
    ):
        stand(db, events.add(a_draft(title)).value.id, status)
    old = a_draft("Old", a_session(starts=clock.now() - DAY * 400))
    stand(db, events.add(old).value.id, EventStatus.COMPLETED)
    assert agenda.write_feed(tmp_path / "feed.ics") == 2
    text = (tmp_path / "feed.ics").read_text()
    assert "SUMMARY:Out" in text
    assert text.count("STATUS:CANCELLED") == 1


def test_the_feed_is_written_only_where_and_when_the_settings_say(
    agenda: Agenda, events: Events, settings: Settings, db: Database, tmp_path: Path
) -> None:
    stand(db, events.add(a_draft()).value.id, EventStatus.PUBLISHED)
    assert agenda.keep_feed() is None
    settings.put(Calendar(feed=False, folder=str(tmp_path)))
    assert agenda.keep_feed() is None
    settings.put(Calendar(feed=True, folder=str(tmp_path)))
    assert agenda.keep_feed() == 1
    assert (tmp_path / "cpd-desktop.ics").read_text().startswith("BEGIN:VCALENDAR")
    for folder in ("", str(tmp_path / "gone")):
        settings.put(Calendar(feed=True, folder=folder))
        with pytest.raises(Unavailable):
            agenda.keep_feed()
    assert not (tmp_path / "gone").exists()
