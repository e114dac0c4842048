"""That everybody who registered at Zoom is on the event, once, and nobody goes missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.custom_fields import CustomField, FieldKind
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.meetings import Approval, Kind, MeetingNumber, MeetingSettings
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.registrants import Applicant, Verdict
from cpd_desktop.domain.registrations import RegistrationStatus, Source
from cpd_desktop.services.work import Work
from cpd_desktop.services.zoom.registrants import PullReport, Registrants
from tests.drafts import somebody

if TYPE_CHECKING:
    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.people import People
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.zoom.meetings import Meetings
    from cpd_desktop.services.zoom.sync import Sync
    from cpd_desktop.store.database import Database
    from tests.fakes.zoom.record import Meeting
    from tests.fakes.zoom.server import FakeZoom

S = RegistrationStatus


@pytest.fixture
def pulling(db: Database, zoom: ZoomCalls, registrations: Registrations) -> Registrants:
    return Registrants(db, zoom, registrations)


@pytest.fixture
def at(meetings: Meetings, sync: Sync, event: Event) -> MeetingNumber:
    return made(meetings, sync, event, MeetingSettings())


@pytest.fixture
def closed(meetings: Meetings, sync: Sync, event: Event) -> MeetingNumber:
    """Return a meeting that people get into only once they are approved."""
    return made(meetings, sync, event, MeetingSettings(approval=Approval.MANUAL))


def made(meetings: Meetings, sync: Sync, event: Event, settings: MeetingSettings) -> MeetingNumber:
    meetings.plan(event.id, settings=settings)
    sync.run(Work())
    (card,) = meetings.of(event.id)
    assert card.at is not None
    return card.at


def there(server: FakeZoom, at: MeetingNumber) -> Meeting:
    return server.site.book.meetings[at.number]


def roster(registrations: Registrations, event: Event) -> list[Registration]:
    return [registrations.get(key) for key in registrations.ids(event.id)]


def test_who_registered_at_zoom_is_on_the_event_once(
    pulling: Registrants, at: MeetingNumber, event: Event, zoom: ZoomCalls,
    registrations: Registrations, sync: Sync,
) -> None:  # fmt: skip
    zoom.register(at, Applicant("ann@clinic.example", "Ann", "Novak", "Clinic", "Nurse", "+44 1"))
    pulled = pulling.pull(event.id, Work())
    assert pulled.value == PullReport(read=1, added=1)
    (found,) = roster(registrations, event)
    assert (found.name, found.email, found.organisation) == (
        "Ann Novak", "ann@clinic.example", "Clinic",
    )  # fmt: skip
    assert (found.status, found.source) == (S.CONFIRMED, Source.ZOOM)
    assert pulling.pull(event.id, Work()).value == PullReport(read=1, known=1)
    assert sync.run(Work()).registered == 0


def test_somebody_known_by_the_same_name_and_address_is_not_doubled(
    pulling: Registrants, at: MeetingNumber, event: Event, zoom: ZoomCalls,
    registrations: Registrations, sync: Sync,
) -> None:  # fmt: skip
    registrations.add(event.id, somebody("Ann Novak", "ann@clinic.example"))
    zoom.register(at, Applicant("ann@clinic.example", "Ann", "Novak", "Clinic"))
    assert pulling.pull(event.id, Work()).value.updated == 1
    (found,) = roster(registrations, event)
    assert found.organisation == "Clinic"
    assert sync.run(Work()).registered == 0


def test_whom_we_registered_there_is_called_as_we_know_them(
    pulling: Registrants, at: MeetingNumber, event: Event, registrations: Registrations,
    sync: Sync,
) -> None:  # fmt: skip
    registrations.add(event.id, somebody("Novak, Ann", "ann@clinic.example"))
    sync.run(Work())
    assert pulling.pull(event.id, Work()).value == PullReport(read=1, known=1)
    assert [each.name for each in roster(registrations, event)] == ["Novak, Ann"]


def test_answers_go_to_the_question_of_the_same_words(
    pulling: Registrants, at: MeetingNumber, event: Event, zoom: ZoomCalls, events: Events,
    server: FakeZoom, registrations: Registrations,
) -> None:  # fmt: skip
    fields = (
        CustomField(FieldKind.TEXT, "Ward", required=True),
        CustomField(FieldKind.CHOICE, "Meal", options=("Fish", "None")),
        CustomField(FieldKind.TEXT, "Never asked at Zoom", required=True),
    )
    events.change(event.id, replace(events.get(event.id).draft(), fields=fields))
    there(server, at).asked_for["custom_questions"] = [
        {"title": title, "type": "short", "required": False}
        for title in ("WARD", "Meal", "Something else")
    ]
    told = (("WARD", "A2"), ("Meal", "Soup"), ("Something else", "x"))
    zoom.register(at, Applicant("ann@clinic.example", "Ann", "Novak", answers=told))
    report = pulling.pull(event.id, Work()).value
    assert report.added == 1
    (skipped,) = report.skipped
    assert "“Meal” was left out" in str(skipped.says)
    (found,) = roster(registrations, event)
    assert list(found.answers.values()) == ["A2"]


def test_answers_given_here_reach_the_form_at_zoom(
    at: MeetingNumber, event: Event, events: Events, server: FakeZoom, sync: Sync,
    registrations: Registrations,
) -> None:  # fmt: skip
    fields = (CustomField(FieldKind.TEXT, "Ward"), CustomField(FieldKind.TEXT, "Only here"))
    draft = replace(events.get(event.id).draft(), fields=fields)
    ward, only_here = (each.id for each in events.change(event.id, draft).value.fields)
    there(server, at).asked_for["custom_questions"] = [
        {"title": "Ward", "type": "short", "required": True}
    ]
    answers = {ward or 0: "A2", only_here or 0: "x"}
    registrations.add(event.id, somebody("Ann", "ann@clinic.example", answers=answers))
    assert sync.run(Work()).registered == 1
    (found,) = there(server, at).registrants.values()
    assert found.answers["custom_questions"] == [{"title": "Ward", "value": "A2"}]


def test_whoever_waits_at_zoom_waits_here_and_is_approved_or_denied(
    pulling: Registrants, closed: MeetingNumber, event: Event, zoom: ZoomCalls, sync: Sync,
    registrations: Registrations, server: FakeZoom, meetings: Meetings,
) -> None:  # fmt: skip
    for name in ("Ann", "Bob"):
        zoom.register(closed, Applicant(f"{name.lower()}@clinic.example", name))
    assert pulling.pull(event.id, Work()).value.added == 2
    ann, bob = sorted(roster(registrations, event), key=lambda each: each.name)
    assert {ann.status, bob.status} == {S.PENDING}
    assert sync.run(Work()).waiting == ()
    pulling.decide([ann.id], Verdict.APPROVE)
    pulling.decide([bob.id], Verdict.DENY)
    report = sync.run(Work())
    assert (report.approved, report.cancelled) == (1, 1)
    standings = {each.name: each.status for each in there(server, closed).registrants.values()}
    assert standings == {"Ann": "approved", "Bob": "denied"}
    assert meetings.of(event.id)[0].seats == 1
    with pytest.raises(NotFound):
        pulling.decide([999], Verdict.DENY)


def test_who_was_confirmed_here_stays_so_though_zoom_still_waits(
    pulling: Registrants, closed: MeetingNumber, event: Event, zoom: ZoomCalls,
    registrations: Registrations, sync: Sync,
) -> None:  # fmt: skip
    ann = registrations.add(event.id, somebody("Ann", "ann@clinic.example")).value
    zoom.register(closed, Applicant("ann@clinic.example", "Ann"))
    pulling.pull(event.id, Work())
    assert registrations.get(ann.id).status is S.CONFIRMED
    assert sync.run(Work()).approved == 1


def test_who_was_cancelled_at_zoom_is_told_and_not_dropped(
    pulling: Registrants, at: MeetingNumber, event: Event, registrations: Registrations,
    sync: Sync, server: FakeZoom,
) -> None:  # fmt: skip
    for name in ("Ann", "Bob"):
        registrations.add(event.id, somebody(name, f"{name.lower()}@clinic.example"))
    sync.run(Work())
    ann, bob = there(server, at).registrants.values()
    ann.status = "denied"
    del there(server, at).registrants[bob.id]
    assert set(pulling.pull(event.id, Work()).value.cancelled_there) == {"Ann", "Bob"}
    assert {each.status for each in roster(registrations, event)} == {S.CONFIRMED}
    assert sync.run(Work()).approved == 0
    registrations.change_status([roster(registrations, event)[0].id], S.CANCELLED)
    assert len(pulling.pull(event.id, Work()).value.cancelled_there) == 1


def test_who_was_cancelled_here_is_not_brought_back_by_zooms_list(
    pulling: Registrants, at: MeetingNumber, event: Event, registrations: Registrations,
    sync: Sync, zoom: ZoomCalls,
) -> None:  # fmt: skip
    ann = registrations.add(event.id, somebody("Ann", "ann@clinic.example")).value
    registrations.change_status([ann.id], S.CANCELLED)
    zoom.register(at, Applicant("ann@clinic.example", "Ann"))
    (skipped,) = pulling.pull(event.id, Work()).value.skipped
    assert "Cancelled here" in str(skipped.says)
    assert registrations.get(ann.id).status is S.CANCELLED
    registrations.confirm([ann.id])
    assert sync.run(Work()).registered == 1
    assert pulling.pull(event.id, Work()).value == PullReport(read=1, known=1)


def test_whoever_finds_no_place_is_told_with_the_reason(
    pulling: Registrants, at: MeetingNumber, event: Event, zoom: ZoomCalls, events: Events,
    registrations: Registrations, server: FakeZoom, sync: Sync,
) -> None:  # fmt: skip
    draft = replace(events.get(event.id).draft(), capacity=1, waitlist=False)
    events.change(event.id, draft)
    registrations.add(event.id, somebody("Ann", "ann@clinic.example"))
    zoom.register(at, Applicant("bob@clinic.example", "Bob"))
    report = pulling.pull(event.id, Work()).value
    assert [(each.name, str(each.says)) for each in report.skipped] == [
        ("Bob", "The event is full: 1 of 1 places are taken.")
    ]
    events.change(event.id, replace(draft, waitlist=True))
    assert pulling.pull(event.id, Work()).value.waitlisted == 1
    assert sync.run(Work()).cancelled == 0  # a place in line is no reason to take a link away


def test_who_has_no_address_or_registered_twice_is_told(
    pulling: Registrants, at: MeetingNumber, event: Event, zoom: ZoomCalls, server: FakeZoom,
    people: People, registrations: Registrations,
) -> None:  # fmt: skip
    people.add(PersonDraft("Ann", "ann@clinic.example", addresses=("ann@home.example",)))
    for email, name in (("clinic", "Ann"), ("home", "Ann"), ("work", "Bob")):
        zoom.register(at, Applicant(f"ann@{email}.example", name))
    bob = [each for each in there(server, at).registrants.values() if each.name == "Bob"]
    bob[0].answers["email"] = ""
    report = pulling.pull(event.id, Work()).value
    assert (report.read, report.added) == (3, 1)
    assert {(each.name, str(each.says)) for each in report.skipped} == {
        ("Ann", "Registered at Zoom more than once; the first registration counts."),
        ("Bob", "Zoom tells no e-mail address."),
    }
    assert [each.name for each in roster(registrations, event)] == ["Ann"]


def test_undoing_a_pull_takes_the_seats_back_too(
    pulling: Registrants, at: MeetingNumber, event: Event, zoom: ZoomCalls, history: History,
    registrations: Registrations, meetings: Meetings,
) -> None:  # fmt: skip
    zoom.register(at, Applicant("ann@clinic.example", "Ann"))
    pulled = pulling.pull(event.id, Work())
    assert meetings.of(event.id)[0].seats == 1
    assert pulled.changes.entry
    history.undo(pulled.changes.entry)
    assert roster(registrations, event) == []
    assert meetings.of(event.id)[0].seats == 0


def test_nothing_is_pulled_where_registration_is_off(
    pulling: Registrants, meetings: Meetings, sync: Sync, event: Event, server: FakeZoom
) -> None:
    made(meetings, sync, event, MeetingSettings(approval=Approval.NONE))
    asked = len(server.asked)
    assert pulling.pull(event.id, Work()).value == PullReport()
    assert len(server.asked) == asked


def test_webinars_too(
    pulling: Registrants, meetings: Meetings, sync: Sync, event: Event, zoom: ZoomCalls
) -> None:
    meetings.plan(event.id, kind=Kind.WEBINAR)
    sync.run(Work())
    at = meetings.of(event.id)[0].at
    assert at is not None
    zoom.register(at, Applicant("ann@clinic.example", "Ann"))
    assert pulling.pull(event.id, Work()).value.added == 1
