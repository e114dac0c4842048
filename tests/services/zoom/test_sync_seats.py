"""That everybody who is to come has a seat at Zoom, and nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.meetings import Approval, MeetingSettings
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.services.work import Work
from tests.drafts import somebody
from tests.fakes.zoom.faults import answering
from tests.services.zoom.looking import only

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.people import People
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.zoom.meetings import Meetings
    from cpd_desktop.services.zoom.sync import Sync
    from tests.clock import FixedClock
    from tests.fakes.zoom.record import Meeting
    from tests.fakes.zoom.server import FakeZoom


def test_when_lists_of_people_may_not_be_read_that_is_said(
    made: Meeting, sync: Sync, event: Event, registrations: Registrations, server: FakeZoom
) -> None:
    ann = registrations.add(event.id, somebody("Ann", "ann@clinic.example")).value
    sync.run(Work())
    registrations.change_status([ann.id], RegistrationStatus.CANCELLED)
    lacking = "Invalid access token, does not contain scopes:[meeting:read:list_registrants]."
    server.faults.next(
        "/v2/meetings", answering(400, {"code": 4711, "message": lacking}), method="GET"
    )
    (waiting,) = sync.run(Work()).waiting
    assert "meeting:read:list_registrants" in str(waiting.why)
    assert sync.run(Work()).cancelled == 0
    assert sync.run(Work(), insist=True).cancelled == 1


def test_people_get_seats_and_lose_them(
    made: Meeting, sync: Sync, meetings: Meetings, event: Event, registrations: Registrations
) -> None:
    ann = registrations.add(event.id, somebody("Novak, Ann", "ann@clinic.example")).value
    registrations.add(event.id, somebody("Bob"))
    assert only(meetings, event).to_push == 1
    report = sync.run(Work())
    assert report.registered == 1
    (there,) = made.registrants.values()
    assert (there.name, there.status) == ("Ann Novak", "approved")
    assert [str(each.why) for each in report.waiting] == [
        "Bob has no e-mail address, which Zoom needs."
    ]
    assert (only(meetings, event).seats, only(meetings, event).to_push) == (1, 0)
    registrations.change_status([ann.id], RegistrationStatus.CANCELLED)
    assert sync.run(Work()).cancelled == 1
    assert there.status == "denied"
    registrations.confirm([ann.id])
    assert sync.run(Work()).approved == 1
    assert (there.status, len(made.registrants)) == ("approved", 1)


def test_nobody_is_registered_where_registration_is_off(
    sync: Sync, meetings: Meetings, event: Event, registrations: Registrations
) -> None:
    registrations.add(event.id, somebody("Ann", "ann@clinic.example"))
    meetings.plan(event.id, settings=MeetingSettings(approval=Approval.NONE))
    report = sync.run(Work())
    assert (report.made, report.registered, report.waiting) == (1, 0, ())


def test_who_was_registered_too_often_today_waits_alone(
    made: Meeting, sync: Sync, event: Event, registrations: Registrations, clock: FixedClock,
    server: FakeZoom,
) -> None:  # fmt: skip
    for email in ("ann@clinic.example", "bob@clinic.example"):
        registrations.add(event.id, somebody("Ann", email))
    for _ in range(3):
        server.limits.count_registration("ann@clinic.example")
    report = sync.run(Work())
    assert report.registered == 1
    (waiting,) = report.waiting
    assert waiting.next_try is not None
    clock.at = waiting.next_try + timedelta(minutes=1)
    assert sync.run(Work()).registered == 1


def test_of_many_only_whom_zoom_refuses_waits(
    made: Meeting, sync: Sync, event: Event, registrations: Registrations, server: FakeZoom
) -> None:
    for name in ("Ann", "Bob"):
        registrations.add(event.id, somebody(name, f"{name.lower()}@clinic.example"))
    sync.run(Work())
    ann, bob = made.registrants.values()
    for _ in range(10):
        server.limits.count_status_change(ann.id)
    registrations.change_status(registrations.ids(event.id), RegistrationStatus.CANCELLED)
    report = sync.run(Work())
    assert (report.cancelled, ann.status, bob.status) == (1, "approved", "denied")
    (waiting,) = report.waiting
    assert (str(waiting.says), waiting.why is not None) == ("Cancel Ann at Zoom", True)


def test_whom_zoom_does_not_list_any_more_is_registered_anew_if_they_come(
    made: Meeting, sync: Sync, event: Event, registrations: Registrations
) -> None:
    ann = registrations.add(event.id, somebody("Ann", "ann@clinic.example")).value
    sync.run(Work())
    made.registrants.clear()
    registrations.change_status([ann.id], RegistrationStatus.CANCELLED)
    assert sync.run(Work()).waiting == ()
    registrations.confirm([ann.id])
    sync.run(Work())
    assert sync.run(Work()).registered == 1
    assert [each.name for each in made.registrants.values()] == ["Ann"]


def test_many_people_are_registered_as_fast_as_the_plan_allows(
    made: Meeting, sync: Sync, event: Event, registrations: Registrations, clock: FixedClock
) -> None:
    everybody = [somebody(f"Ann {n}", f"ann{n}@clinic.example") for n in range(31)]
    registrations.add_all(event.id, everybody)
    before = clock.now()
    assert sync.run(Work()).registered == 31
    assert clock.now() - before < timedelta(seconds=8)  # twice that, without the plan
    assert len(made.registrants) == 31


def test_two_people_with_one_address_are_not_given_one_seat(
    made: Meeting, sync: Sync, event: Event, registrations: Registrations, people: People
) -> None:
    registrations.add(event.id, somebody("Ann", "both@clinic.example"))
    bob = registrations.add(event.id, somebody("Bob", "both@clinic.example")).value
    report = sync.run(Work())
    assert report.registered == 1
    (waiting,) = report.waiting
    assert "that of Bob is taken by Ann" in str(waiting.why)
    assert waiting.next_try is None
    draft = replace(people.get(bob.person_id).draft(), email="bob@clinic.example", addresses=())
    people.change(bob.person_id, draft)
    assert sync.run(Work()).registered == 1
