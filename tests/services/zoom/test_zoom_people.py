"""What becomes of seats at Zoom when people are erased or merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.services.backups import Backups
from cpd_desktop.services.erasure import Erasure
from cpd_desktop.services.merging import Merging
from cpd_desktop.services.work import Work
from cpd_desktop.store.tables import errand, seat
from tests.drafts import somebody

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.people import People
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.zoom.meetings import Meetings
    from cpd_desktop.services.zoom.sync import Sync
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom


def test_an_erased_persons_link_goes_and_what_zoom_keeps_is_said(
    sync: Sync, meetings: Meetings, event: Event, registrations: Registrations, db: Database,
    clock: FixedClock, folder: DataFolder,
) -> None:  # fmt: skip
    ann = registrations.add(event.id, somebody("Ann Novak", "ann@clinic.example")).value
    registrations.add(event.id, somebody("Bob", "ann@clinic.example"))
    meetings.plan(event.id)
    assert "taken by Ann Novak" in str(sync.run(Work()).waiting[0].why)
    report = Erasure(db, clock, Backups(folder, clock)).erase(ann.person_id).value
    assert any("Zoom keeps 1 registration of" in str(each) for each in report.see_to)
    with db.reading() as connection:
        assert connection.execute(select(seat.c.join_link)).scalars().all() == [""]
        assert connection.execute(select(errand.c.id)).all() == []
    sync.run(Work())
    with db.reading() as connection:
        assert connection.execute(select(seat.c.join_link)).scalars().all() == [""]


def test_a_merged_person_keeps_the_seat_that_one_of_the_two_had(
    sync: Sync, meetings: Meetings, event: Event, registrations: Registrations, people: People,
    db: Database, server: FakeZoom,
) -> None:  # fmt: skip
    keep = registrations.add(event.id, somebody("Ann")).value
    other = registrations.add(event.id, somebody("Ann", "ann@clinic.example")).value
    meetings.plan(event.id)
    sync.run(Work())
    Merging(db).merge(keep.person_id, other.person_id)
    assert people.get(keep.person_id).email == "ann@clinic.example"
    assert meetings.of(event.id)[0].seats == 1
    assert sync.run(Work()).registered == 0
    (there,) = server.site.book.meetings.values()
    assert len(there.registrants) == 1
