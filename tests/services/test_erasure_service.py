from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from cpd_desktop.domain.errors import Invalid, NotAllowed, NotFound
from cpd_desktop.domain.people import Consent, Licence, PersonDraft
from cpd_desktop.domain.registrations import Newcomer, RegistrationStatus
from cpd_desktop.services.backups import Backups
from cpd_desktop.services.erasure import Erasure
from cpd_desktop.services.history import History
from cpd_desktop.services.merging import Merging
from cpd_desktop.services.work import Work
from cpd_desktop.store.tables import (
    assignment,
    draft,
    instance,
    interaction,
    meeting,
    presence,
    report,
    speaker,
    submission,
)
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.people import People
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

PLANTED = PersonDraft(
    "Quintessa Zyxwvut",
    "quintessa@planted.example",
    organisation="Plantedorg",
    job_title="Plantedjob",
    phone="+44 9988776655",
    notes="Plantednotes",
    tags=("Plantedtag",),
    addresses=("second@planted.example",),
    spellings=("Quinn Zyxwvut",),
    licences=(Licence("Plantedbody", "LIC-777888"),),
    consent=Consent.GIVEN,
)
TRACES = (
    "quintessa", "zyxwvut", "planted", "9988776655", "777888", "older-name", "workofhers",
    "refofhers", "noteofhers",
)  # fmt: skip


@pytest.fixture
def erasure(db: Database, clock: FixedClock, folder: DataFolder) -> Erasure:
    return Erasure(db, clock, Backups(folder, clock))


@pytest.fixture
def merging(db: Database) -> Merging:
    return Merging(db)


def traces(folder: DataFolder) -> set[str]:
    """Return what of the planted words is anywhere in the folder, as bytes or in a column."""
    found: set[str] = set()
    for path in folder.path.rglob("*"):
        if path.is_file():
            content = path.read_bytes().lower()
            found |= {trace for trace in TRACES if trace.encode() in content}
    with closing(sqlite3.connect(folder.database)) as raw:
        text = "\n".join(raw.iterdump()).lower()
    return found | {trace for trace in TRACES if trace in text}


def hand_in(db: Database, registration_id: int, event_id: int, sha256: str | None = None) -> None:
    with db.writing("test") as tx:
        task = tx.insert(assignment, event_id=event_id, title="Essay")
        tx.insert(
            submission,
            assignment_id=task,
            registration_id=registration_id,
            attempt=1,
            status="submitted",
            body="Workofhers",
            file_name="workofhers.pdf",
            sha256=sha256,
        )


@pytest.fixture
def hers(people: People, events: Events, registrations: Registrations, db: Database) -> int:
    """Make somebody who has left traces everywhere."""
    event = events.add(a_draft()).value.id
    before = people.add(replace(PLANTED, name="Older-name Zyxwvut")).value
    people.change(before.id, PLANTED)
    place = registrations.add(event, Newcomer(person=PLANTED, reference="Refofhers")).value
    registrations.change(
        place.id, Newcomer(person=PLANTED, reference="Refofhers", note="Noteofhers")
    )
    hand_in(db, place.id, event)
    with db.writing("test") as tx:
        tx.insert(
            draft, editor="person 1", content={"name": PLANTED.name}, at=registrations.clock.now()
        )
    return before.id


def test_nothing_of_an_erased_person_is_left_in_any_file_of_the_folder(
    erasure: Erasure, people: People, folder: DataFolder, history: History, hers: int
) -> None:
    assert traces(folder) == set(TRACES)
    done = erasure.erase(hers, "Asked by letter")
    assert traces(folder) == set()
    assert done.changes.touches("person", hers)
    left = people.get(hers)
    assert (left.name, left.notes, left.do_not_mail) == (
        f"Erased person {hers}",
        "Asked by letter",
        True,
    )
    assert left.erased_at == erasure.clock.now()
    assert history.verify(Work()) == history.latest()


def test_an_erased_person_is_not_found_by_their_name(
    erasure: Erasure, people: People, db: Database, hers: int
) -> None:
    erasure.erase(hers)
    assert list(people.ids("zyxwvut")) == []
    assert list(people.ids("erased")) == [hers]
    with people.db.reading() as connection:
        statement = "SELECT rowid FROM person_search WHERE sought MATCH ?"
        assert connection.exec_driver_sql(statement, ("quintessa",)).all() == []
        assert connection.exec_driver_sql(statement, ("erased",)).all() == [(hers,)]


def test_an_erased_persons_places_stay_with_number_and_status(
    erasure: Erasure, people: People, hers: int
) -> None:
    (before,) = people.history(hers)
    erasure.erase(hers)
    (after,) = people.history(hers)
    assert after == replace(before, reference="REG-2026-0001")
    assert before.reference == "Refofhers"


def test_erasing_leaves_everybody_else_as_they_were(
    erasure: Erasure,
    people: People,
    events: Events,
    registrations: Registrations,
    hers: int,
) -> None:
    event = events.add(a_draft("Other")).value.id
    other = registrations.add(event, somebody("Ada Byron", "ada@x.example", note="Hers")).value
    kept = people.get(other.person_id)
    added = people.add(PersonDraft("Bo Li", "bo@x.example"))
    erasure.erase(hers)
    assert people.get(other.person_id) == kept
    assert registrations.get(other.id) == other
    History(people.db).undo(added.changes.entry or 0)
    assert list(people.ids("bo li")) == []


def test_those_added_in_the_same_step_stay_but_the_step_cannot_be_undone(
    erasure: Erasure,
    people: People,
    events: Events,
    registrations: Registrations,
    folder: DataFolder,
) -> None:
    event = events.add(a_draft()).value.id
    crowd = [
        Newcomer(person=PLANTED),
        *(somebody(f"P {n}", f"p{n}@x.example") for n in range(1500)),
    ]
    added = registrations.add_all(event, crowd)
    (key,) = people.ids("quintessa")
    erasure.erase(key)
    assert traces(folder) == set()
    assert len(registrations.on(event)) == 1501
    with pytest.raises(NotAllowed, match="erased"):
        History(people.db).undo(added.changes.entry or 0)
    assert History(people.db).verify(Work()) == History(people.db).latest()


def test_what_was_merged_into_an_erased_person_is_erased_too(
    erasure: Erasure, merging: Merging, people: People, folder: DataFolder
) -> None:
    keep = people.add(PersonDraft("Q Z", "qz@x.example")).value.id
    middle = people.add(PersonDraft("Quinn", "quinn@x.example")).value.id
    first = people.add(PLANTED).value.id
    merging.merge(middle, first)
    merging.merge(keep, middle)
    people.change(keep, PersonDraft("Q Z"))
    erasure.erase(keep)
    assert traces(folder) == set()


def test_erasing_cannot_be_undone(
    erasure: Erasure, people: People, history: History, folder: DataFolder
) -> None:
    done = erasure.erase(people.add(PLANTED).value.id)
    with pytest.raises(NotAllowed, match="erased"):
        history.undo(done.changes.entry or 0)
    assert traces(folder) == set()


def test_a_file_handed_in_goes_unless_somebody_else_handed_in_the_same(
    erasure: Erasure,
    people: People,
    events: Events,
    registrations: Registrations,
    db: Database,
) -> None:
    from cpd_desktop.store.files import ContentStore

    store = ContentStore(erasure.backups.folder.files)
    own, shared = store.keep(b"Planted essay"), store.keep(b"A form")
    event = events.add(a_draft()).value.id
    hers = registrations.add(event, Newcomer(person=PLANTED)).value
    other = registrations.add(event, somebody("Ada", "ada@x.example")).value
    hand_in(people.db, hers.id, event, own)
    hand_in(people.db, hers.id, event, shared)
    hand_in(people.db, other.id, event, shared)
    erasure.erase(hers.person_id)
    assert list(store.names()) == [shared]


def test_the_preview_says_what_goes_what_stays_and_what_is_left_to_see_to(
    erasure: Erasure, people: People, db: Database, hers: int
) -> None:
    with people.db.writing("test") as tx:
        tx.insert(speaker, name="Q Z", email="second@planted.example", sought="q z")
    erasure.backups.create(reason="daily")
    before = people.get(hers)
    report = erasure.erasure_preview(hers)
    goes, stays, see_to = (
        " ".join(map(str, part)) for part in (report.goes, report.stays, report.see_to)
    )
    assert f"“Erased person {hers}”" in goes
    assert "1 piece of work" in goes
    assert "6 steps" in goes
    assert "What stays is 1 place" in stays
    assert "1 place on sessions to come" in see_to
    assert "1 backup in the data folder" in see_to
    assert "The speaker Q Z" in see_to
    assert people.get(hers) == before


def test_somebody_who_never_took_part_leaves_only_a_number(
    erasure: Erasure, people: People
) -> None:
    report = erasure.erasure_preview(people.add(PersonDraft("Ada Byron")).value.id)
    assert str(report.stays[0]).startswith("Only the number")


def test_traces_left_because_another_program_reads_are_told_and_cleared_later(
    erasure: Erasure, people: People, folder: DataFolder
) -> None:
    key = people.add(PLANTED).value.id
    with closing(sqlite3.connect(folder.database)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM person").fetchall()
        report = erasure.erase(key).value
        assert "Traces may be left" in str(report.see_to[0])
    report = erasure.erase(key, "again").value
    assert "Traces" not in " ".join(map(str, report.see_to))
    assert traces(folder) == set()
    assert people.get(key).notes == ""


def test_what_lies_between_the_rows_goes_too(
    erasure: Erasure, people: People, folder: DataFolder
) -> None:
    key = people.add(PersonDraft("Ada Byron")).value.id
    with closing(sqlite3.connect(folder.database)) as raw:
        raw.execute("PRAGMA secure_delete = OFF")  # as it is on many systems
        raw.execute("CREATE TABLE room (words TEXT)")
        raw.executemany("INSERT INTO room VALUES (?)", [("Plantednotes " * 9,)] * 2000)
        raw.execute("DROP TABLE room")
        raw.commit()
    assert traces(folder) == {"planted"}
    erasure.erase(key)
    assert traces(folder) == set()


def test_a_reason_that_is_too_long_erases_nothing(erasure: Erasure, people: People) -> None:
    key = people.add(PLANTED).value.id
    with pytest.raises(Invalid):
        erasure.erase(key, "x" * 10_001)
    assert people.get(key).name == PLANTED.name


def test_nobody_is_erased_by_a_wrong_number(erasure: Erasure) -> None:
    with pytest.raises(NotFound):
        erasure.erase(9)


def test_another_window_hears_of_an_erasure(
    erasure: Erasure, people: People, history: History
) -> None:
    key = people.add(PLANTED).value.id
    seen = history.latest()
    erasure.erase(key)
    assert history.changes_since(seen).touches("person", key)


def test_somebody_with_a_place_is_not_removed(
    people: People, events: Events, registrations: Registrations
) -> None:
    place = registrations.add(events.add(a_draft()).value.id, somebody("Ada", "a@x.example")).value
    registrations.change_status([place.id], RegistrationStatus.CANCELLED)
    with pytest.raises(NotAllowed, match="1 place on events"):
        people.remove([place.person_id])


def test_a_removed_person_comes_back_whole(people: People, history: History) -> None:
    made = people.add(PLANTED).value
    history.undo(people.remove([made.id]).entry or 0)
    assert people.get(made.id) == made


def test_reports_that_name_them_stay_and_what_they_said_goes(
    erasure: Erasure, events: Events, people: People, db: Database
) -> None:
    key = people.add(PLANTED).value.id
    event = events.add(a_draft()).value.id
    with db.writing("report.add") as tx:
        told = tx.insert(
            report, event_id=event, origin="zoom-answer", sha256="0" * 64, file_name="zoom.jsonl",
            added_at=erasure.clock.now(), rows=1, details={},
        )  # fmt: skip
        tx.insert(presence, report_id=told, row=1, name="Q", email="Second@planted.example")
        of = tx.insert(meeting, event_id=event, kind="meeting", rhythm="no fixed time")
        held = tx.insert(instance, meeting_id=of, uuid="abc")
        for name in ("Quinn Zyxwvut", "Somebody else"):
            tx.insert(interaction, instance_id=held, kind="question", name=name, question="Why?")
    found = erasure.erase(key).value
    assert any("1 report of who was at a meeting" in str(each) for each in found.stays)
    assert any("1 answer" in str(each) for each in found.goes)
    with db.reading() as connection:
        said = connection.execute(select(interaction.c.name, interaction.c.question)).all()
        kept = connection.execute(select(presence.c.email)).scalars().all()
    assert sorted(map(tuple, said)) == [("", ""), ("Somebody else", "Why?")]
    assert kept == ["Second@planted.example"]
