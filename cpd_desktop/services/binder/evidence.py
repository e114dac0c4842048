"""Everything that an audit binder tells of, read in a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from cpd_desktop.domain.attendance.event_attendance import attendance_of
from cpd_desktop.domain.journal import Entry
from cpd_desktop.services.attendance.facts import read_facts
from cpd_desktop.services.certificates.rows import certificates_from, joined_certificates
from cpd_desktop.services.history import checked_chain
from cpd_desktop.services.learning_rows import read_assignments, read_modules, submission_of
from cpd_desktop.services.retention import read_retention
from cpd_desktop.store.tables import (
    answer,
    assignment,
    certificate,
    event_speaker,
    instance,
    interaction,
    journal,
    licence,
    material,
    material_version,
    meeting,
    module,
    party,
    person,
    presence,
    registration,
    report,
    session,
    session_speaker,
    source_file,
    speaker,
    submission,
    time_stamp,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Row, Select, Table

    from cpd_desktop.domain.assignments import Assignment, Submission
    from cpd_desktop.domain.attendance.event_attendance import EventAttendance
    from cpd_desktop.domain.attendance.likeness import Closeness
    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.content import Module
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.retention import Retention
    from cpd_desktop.domain.settings import Provider, ZoomAccount
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Trail:
    """The audit trail: what is about the event, how long it is, what is wrong with it if anything.

    The last entry says as of when the binder is: nothing was done after it.
    """

    entries: tuple[Entry, ...]
    length: int
    fault: Sentence | None
    last: Entry

    @property
    def at(self) -> datetime:
        """Return when the last thing was done."""
        return datetime.fromisoformat(self.last.at)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of an event, as the sections of its binder tell it."""

    found: EventAttendance
    provider: Provider
    retention: Retention
    places: Sequence[Row[Any]]
    answers: Mapping[int, Mapping[int, str]]
    licences: Mapping[int, Sequence[Row[Any]]]
    lists: Sequence[Row[Any]]
    reports: Sequence[Row[Any]]
    presences: Sequence[Row[Any]]
    interactions: Sequence[Row[Any]]
    speakers: Mapping[int, Row[Any]]
    materials: Sequence[Row[Any]]
    modules: Sequence[Module]
    assignments: Sequence[Assignment]
    submissions: Sequence[Submission]
    certificates: Sequence[Certificate]
    stamps: Mapping[int, Row[Any]]
    trail: Trail

    @property
    def event(self) -> Event:
        """Return the event."""
        return self.found.facts.event


@dataclass(frozen=True, slots=True)
class Asking:
    """What the evidence depends on besides the database."""

    account: ZoomAccount
    provider: Provider
    usual_years: int
    closeness: Closeness


def read_evidence(connection: Connection, event_id: int, asking: Asking, work: Work) -> Evidence:
    """Return all of it, seen at one moment; raises ``NotFound``."""
    trail = _trail(connection, event_id, work)
    facts = read_facts(connection, event_id, asking.account, trail.at)

    def all_of(statement: Select[Any]) -> Sequence[Row[Any]]:
        return connection.execute(statement).all()

    told = report.c.event_id == event_id
    return Evidence(
        attendance_of(facts, asking.closeness),
        asking.provider,
        read_retention(connection, facts.event, asking.usual_years),
        all_of(_places(event_id)),
        _answers(all_of(_of_places(answer, event_id))),
        _by_person(all_of(_of_people(event_id))),
        all_of(select(source_file).where(source_file.c.event_id == event_id)
               .order_by(source_file.c.id)),
        all_of(select(report).where(told).order_by(report.c.id)),
        all_of(select(presence).join(report, presence.c.report_id == report.c.id).where(told)
               .order_by(presence.c.id)),
        all_of(_interactions(event_id)),
        {row.id: row for row in all_of(_speakers(event_id))},
        all_of(_materials(event_id)),
        read_modules(connection, event_id),
        read_assignments(connection, event_id),
        [submission_of(row) for row in all_of(_submissions(event_id))],
        certificates_from(connection, joined_certificates()
                          .where(registration.c.event_id == event_id).order_by(certificate.c.id)),
        {row.certificate_id: row for row in all_of(_stamps(event_id))},
        trail,
    )  # fmt: skip


def _places(event_id: int) -> Select[Any]:
    columns = ("name", "email", "organisation", "job_title", "phone", "consent", "consent_on")
    return (
        select(registration, *(person.c[name] for name in columns))
        .join(person, person.c.id == registration.c.person_id)
        .where(registration.c.event_id == event_id)
        .order_by(registration.c.id)
    )


def _of_places(table: Any, event_id: int) -> Select[Any]:
    return (
        select(table)
        .join(registration, registration.c.id == table.c.registration_id)
        .where(registration.c.event_id == event_id)
        .order_by(table.c.id)
    )


def _of_people(event_id: int) -> Select[Any]:
    return (
        select(licence)
        .join(registration, registration.c.person_id == licence.c.person_id)
        .where(registration.c.event_id == event_id)
        .order_by(licence.c.id)
    )


def _answers(rows: Iterable[Row[Any]]) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for row in rows:
        found[row.registration_id][row.custom_field_id] = row.value
    return found


def _by_person(rows: Iterable[Row[Any]]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(row)
    return found


def _interactions(event_id: int) -> Select[Any]:
    return (
        select(interaction, instance.c.uuid)
        .join(instance, instance.c.id == interaction.c.instance_id)
        .join(meeting, meeting.c.id == instance.c.meeting_id)
        .where(meeting.c.event_id == event_id)
        .order_by(interaction.c.id)
    )


def _speakers(event_id: int) -> Select[Any]:
    here = select(event_speaker.c.speaker_id).where(event_speaker.c.event_id == event_id)
    there = (
        select(session_speaker.c.speaker_id)
        .join(session, session.c.id == session_speaker.c.session_id)
        .where(session.c.event_id == event_id)
    )
    speaking = or_(speaker.c.id.in_(here), speaker.c.id.in_(there))
    return select(speaker).where(speaking).order_by(speaker.c.id)


def _materials(event_id: int) -> Select[Any]:
    return (
        select(material.c.title, material_version)
        .join(material_version, material_version.c.material_id == material.c.id)
        .where(material.c.event_id == event_id)
        .order_by(material.c.position, material.c.id, material_version.c.number)
    )


def _submissions(event_id: int) -> Select[Any]:
    return (
        select(submission)
        .join(assignment, assignment.c.id == submission.c.assignment_id)
        .where(assignment.c.event_id == event_id)
        .order_by(submission.c.assignment_id, submission.c.registration_id, submission.c.attempt)
    )


def _stamps(event_id: int) -> Select[Any]:
    return (
        select(time_stamp)
        .join(certificate, certificate.c.id == time_stamp.c.certificate_id)
        .join(registration, registration.c.id == certificate.c.registration_id)
        .where(registration.c.event_id == event_id)
    )


def _trail(connection: Connection, event_id: int, work: Work) -> Trail:
    length, fault = checked_chain(connection, work)
    columns = [column for column in journal.c if column.name not in {"details", "salt"}]
    about = or_(
        (journal.c.kind == "event") & (journal.c.subject == event_id),
        *(
            (journal.c.kind == table.name) & journal.c.subject.in_(mine)
            for table, mine in _parts_of(event_id)
        ),
    )
    undone = journal.c.undoes.in_(select(journal.c.id).where(about))
    mine = select(*columns).where(or_(about, undone)).order_by(journal.c.id)
    entries = tuple(Entry(**row) for row in connection.execute(mine).mappings())
    latest = select(*columns).order_by(journal.c.id.desc()).limit(1)
    last = connection.execute(latest).mappings().one()
    return Trail(entries, length, fault, Entry(**last))


def _parts_of(event_id: int) -> Iterator[tuple[Table, Select[Any]]]:
    """Yield the rows of an event that deeds are about, as the statements that find them."""
    for table in (registration, module, assignment, party):
        yield table, select(table.c.id).where(table.c.event_id == event_id)
    work = select(submission.c.id).join(assignment, assignment.c.id == submission.c.assignment_id)
    yield submission, work.where(assignment.c.event_id == event_id)
    issued = select(certificate.c.id).join(registration)
    yield certificate, issued.where(registration.c.event_id == event_id)
