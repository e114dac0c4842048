"""Databases that older versions wrote, brought to today's format."""

from __future__ import annotations

import shutil
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from cpd_desktop.adapters.closeness import MeasuredCloseness
from cpd_desktop.adapters.trust.judge import CertificateJudge
from cpd_desktop.app.core import assembled
from cpd_desktop.app.resources import resources
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.registrations import Newcomer, Payment, RegistrationStatus
from cpd_desktop.services.attendance.attendance import Attendance
from cpd_desktop.services.attendance.reports import Reports
from cpd_desktop.services.certificates.register import CertificateRegister
from cpd_desktop.services.events import Events
from cpd_desktop.services.history import History
from cpd_desktop.services.lifecycle import Lifecycle
from cpd_desktop.services.messages.outbox import Outbox
from cpd_desktop.services.registrations import Registrations
from cpd_desktop.services.search import Search
from cpd_desktop.services.settings import Settings
from cpd_desktop.services.work import Work
from cpd_desktop.services.zoom.meetings import Meetings
from cpd_desktop.store.database import Database
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.store.schema import bring_up
from cpd_desktop.store.tables import registration
from tests.clock import FixedClock
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST = Path(__file__).parent / "formats" / "format-1.db"
SECOND = FIRST.with_name("format-2.db")
THIRD = FIRST.with_name("format-3.db")
FOURTH = FIRST.with_name("format-4.db")
FIFTH = FIRST.with_name("format-5.db")
SIXTH = FIRST.with_name("format-6.db")


@contextmanager
def brought_up_from(older: Path, place: Path) -> Iterator[Database]:
    """Open a database of an older format after its update, before which it was backed up."""
    folder, backups = DataFolder(place), []
    shutil.copy(older, folder.database)
    bring_up(folder, lambda: backups.append(folder.database.read_bytes()))
    assert backups == [older.read_bytes()]
    with closing(Database(folder.database, now=FixedClock().now, who="anna (test)")) as db:
        yield db


@pytest.fixture
def files(tmp_path: Path) -> ContentStore:
    return ContentStore(DataFolder(tmp_path).files)


@pytest.fixture
def brought_up(tmp_path: Path) -> Iterator[Database]:
    """The first format after the update: five events, 128 places in two years, one in the trash."""
    with brought_up_from(FIRST, tmp_path) as db:
        yield db


def test_nothing_of_an_older_database_is_lost(brought_up: Database) -> None:
    events = Events(brought_up, FixedClock())
    kept = events.summaries([*events.ids(), *events.ids(trashed=True)]).values()
    assert sorted((each.title, each.sessions, each.registered) for each in kept) == [
        ("Airway management, part 2", 2, 36),
        ("Führungstag \N{EN DASH} Leadership day", 1, 15),
        ("Infection control refresher", 1, 27),
        ("Supervision in practice", 1, 2),
        ("Wound care update for community nurses", 1, 48),
    ]
    assert len(events.ids(trashed=True)) == 1
    assert History(brought_up).verify(Work()) == 16


def test_everybody_got_a_number_of_their_year_without_gaps(brought_up: Database) -> None:
    with brought_up.reading() as connection:
        numbers = set(connection.execute(select(registration.c.number)).scalars())
        first = connection.execute(select(func.min(registration.c.number))).scalar_one()
    wanted = {f"REG-2026-{each:04}" for each in range(1, 127)}
    assert numbers == wanted | {"REG-2027-0001", "REG-2027-0002"}
    assert first == "REG-2026-0001"


def test_whoever_comes_next_gets_the_next_number(brought_up: Database) -> None:
    clock = FixedClock()
    events, registrations = Events(brought_up, clock), Registrations(brought_up, clock)
    event = next(iter(events.ids("supervision")))
    Lifecycle(brought_up, clock).move(event, Move.PUBLISH)
    done = registrations.add(
        event, Newcomer(person=PersonDraft("Anna Later", "later@clinic.example"))
    )
    assert done.value.number == "REG-2026-0127"
    assert done.value.status is RegistrationStatus.CONFIRMED


def test_what_was_there_is_found_by_the_new_search(brought_up: Database) -> None:
    search = Search(brought_up)
    assert [each.title for each in search.find("fuhrung")] == [
        "Führungstag \N{EN DASH} Leadership day"
    ]
    assert [each.title for each in search.find("olaf")] == ["Ólafur Þórsson"]


def test_the_last_deed_of_the_older_version_can_still_be_undone(brought_up: Database) -> None:
    history, events = History(brought_up), Events(brought_up, FixedClock())
    history.undo(history.latest())
    assert len(events.ids()) == 5
    assert history.verify(Work()) == 17


def test_planned_and_registered_data_of_the_second_format_is_brought_up(tmp_path: Path) -> None:
    with brought_up_from(SECOND, tmp_path) as db:
        events = Events(db, FixedClock())
        assert len(events.ids()) == 7
        supervision = events.get(events.ids("fuhrung", sort="starts")[0])
        assert (supervision.capacity, supervision.waitlist, supervision.tags) == (
            2,
            True,
            ("team",),
        )
        assert Registrations(db, FixedClock()).counts(supervision.id) == {
            RegistrationStatus.CONFIRMED: 2,
            RegistrationStatus.WAITLISTED: 2,
        }
        assert History(db).verify(Work()) == 19
        assert Search(db).find("fuhrung")


def test_reports_and_meetings_of_the_third_format_are_brought_up(
    tmp_path: Path, files: ContentStore
) -> None:
    clock = FixedClock()
    with brought_up_from(THIRD, tmp_path) as db:
        events = Events(db, clock)
        event = events.get(events.ids("infection")[0])
        assert [(str(each), each.rule) for each in event.credits] == [("1.5 CPE credits", None)]
        reports = Reports(db, files, clock)
        older, newer = reports.on(event.id)
        assert (older.replaced_by, older.rows, newer.rows) == (newer.id, 20, 27)
        assert len(reports.presences(newer.id).presences) == 27
        (meeting,) = Meetings(db, clock).of(events.ids("wound")[0])
        assert meeting.settings.alternative_hosts == ("ben@clinic.example",)
        assert History(db).verify(Work()) == 14


def test_decisions_about_attendance_of_the_fourth_format_still_decide(
    tmp_path: Path, files: ContentStore
) -> None:
    clock = FixedClock()
    with brought_up_from(FOURTH, tmp_path) as db:
        events = Events(db, clock)
        event = events.get(events.ids("infection")[0])
        (line,) = event.credits
        assert (line.category, line.statement, line.approved_from) == ("", "", None)
        found = Attendance(db, clock, MeasuredCloseness()).of(event.id)
        results = [str(each.result) for each in found.people]
        assert {each: results.count(each) for each in set(results)} == {
            "attended": 21, "review": 3, "partial": 1, "override": 1, "absent": 1,
        }  # fmt: skip
        trust = CertificateJudge(resources() / "verify")
        assert list(CertificateRegister(db, files, trust).ids()) == []
        assert History(db).verify(Work()) == 14


def test_certificates_of_the_fifth_format_can_be_mailed(
    tmp_path: Path, files: ContentStore
) -> None:
    clock = FixedClock()
    with brought_up_from(FIFTH, tmp_path) as db:
        trust = CertificateJudge(resources() / "verify")
        register = CertificateRegister(db, files, trust)
        event = Events(db, clock).get(Events(db, clock).ids("infection")[0])
        assert [(each.number, str(each.status)) for each in register.of_event(event.id)] == [
            ("CPD-2026-000001", "revoked"),
            ("CPD-2026-000002", "issued"),
            ("CPD-2026-000003", "issued"),
        ]
        outbox = Outbox(db, clock, files, Settings(db))
        assert list(outbox.ids()) == []
        assert History(db).verify(Work()) == 23


def test_places_and_messages_of_the_sixth_format_can_be_billed(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    shutil.copy(SIXTH, folder.database)
    bring_up(folder, lambda: None)
    clock = FixedClock()
    with closing(assembled(folder, "test", MemoryKeychains(), clock)) as core:
        assert core.history.verify(Work()) == 23
        assert [str(each.state) for each in map(core.outbox.get, core.outbox.ids())] == ["queued"]
        (event,) = core.events.ids("supervision")
        ada, ben = core.ledger.owing(event)
        assert (ada.order, ada.name, str(ada.open)) == ("", "Ada Paid", "75.00 GBP")
        assert (ada.registration, ben.registration) != (None, None)
        core.registrations.note_payment([ada.registration or 0], Payment.PAID)
        assert [each.name for each in core.ledger.owing(event)] == ["Ben Owes"]
        (row,) = core.ledger.revenue()
        assert (row.sums.charged, row.sums.paid) == (7500, 7500)
