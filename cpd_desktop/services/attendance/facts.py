"""Everything from which an event's attendance follows, read in a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select, tuple_

from cpd_desktop.domain.attendance.decisions import Decision, Verdict
from cpd_desktop.domain.attendance.event_attendance import CheckedIn, Facts, Place
from cpd_desktop.domain.attendance.findings import Known, Source
from cpd_desktop.domain.attendance.interactions import Interaction
from cpd_desktop.domain.attendance.marks import Mark, MarkKind
from cpd_desktop.domain.attendance.memory import Alias, memory_of
from cpd_desktop.domain.attendance.outcomes import Done
from cpd_desktop.domain.attendance.roster import Registrant, roster_of
from cpd_desktop.domain.attendance.setting_aside import CrewMember, crew_of
from cpd_desktop.domain.attendance.sightings import Seen, Sighting
from cpd_desktop.domain.content import SubmissionStatus
from cpd_desktop.domain.kept_meetings import settings_of
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from cpd_desktop.services.attendance.report_rows import PRESENCES, report_of
from cpd_desktop.services.event_rows import read_event
from cpd_desktop.store.tables import (
    alias,
    assignment,
    check_in,
    decision,
    event_speaker,
    instance,
    interaction,
    mark,
    meeting,
    person,
    person_address,
    person_spelling,
    presence,
    registration,
    report,
    seat,
    session,
    session_speaker,
    sighting,
    speaker,
    submission,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from sqlalchemy import Connection, Row, Select

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.settings import ZoomAccount
    from cpd_desktop.store.database import Transaction

    Reader = Connection | Transaction

_NOTHING_OWED = frozenset({Payment.PAID, Payment.WAIVED, Payment.NOTHING_DUE})


def read_facts(reader: Reader, event_id: int, account: ZoomAccount, now: datetime) -> Facts:
    """Return what is known of an event; ``account`` is who is signed in at Zoom.

    However many people and rows there are, the statements are as many. Raises ``NotFound``.
    """
    event = read_event(reader, event_id)
    places = tuple(_places(reader, event_id))
    known = Known(
        roster_of(each.registrant for each in places),
        crew_of(_crew(reader, event, account)),
        tuple(read_decisions(reader, event_id)),
        memory_of(_aliases(reader, event_id)),
        now,
    )
    rows: dict[int, list[Row[Any]]] = defaultdict(list)
    current = and_(report.c.event_id == event_id, report.c.replaced_by.is_(None))
    told = PRESENCES.join(report, report.c.id == presence.c.report_id).where(current)
    for row in reader.execute(told):
        rows[row[0]].append(row)
    reports = reader.execute(select(report).where(current).order_by(report.c.id)).all()
    sources = tuple(Source(report_of(row, rows[row.id]), row.session_id) for row in reports)
    signs = tuple(_interactions(reader, event_id))
    return Facts(event, places, known, tuple(row.id for row in reports), sources, signs)


def read_decisions(reader: Reader, event_id: int) -> Iterator[Decision]:
    """Yield what was decided about an event, also what was undone, in order."""
    mine = select(decision).where(decision.c.event_id == event_id).order_by(decision.c.id)
    for row in reader.execute(mine):
        yield Decision(
            id=row.id,
            verdict=Verdict(row.verdict),
            who=row.who,
            at=row.at,
            participant=row.participant,
            registrations=tuple(row.registrations),
            other=row.other,
            undoes=row.undoes,
            why=row.why,
        )


def _places(reader: Reader, event_id: int) -> Iterator[Place]:
    here = registration.c.event_id == event_id
    people = (
        select(
            *(registration.c[name] for name in ("id", "person_id", "number", "reference")),
            *(registration.c[name] for name in ("status", "payment")),
            *(person.c[name] for name in ("name", "email", "phone", "organisation")),
        )
        .join(person, person.c.id == registration.c.person_id)
        .where(here)
        .order_by(registration.c.id)
    )
    theirs = registration.c.person_id
    addresses = _several(
        reader,
        select(person_address.c.person_id, person_address.c.email)
        .join(registration, theirs == person_address.c.person_id)
        .where(here),
    )
    spellings = _several(
        reader,
        select(person_spelling.c.person_id, person_spelling.c.name)
        .join(registration, theirs == person_spelling.c.person_id)
        .where(here),
    )
    mine = registration.c.id
    links = _several(
        reader,
        select(seat.c.registration_id, seat.c.registrant)
        .join(registration, mine == seat.c.registration_id)
        .where(here),
    )
    check_ins = _several(
        reader,
        select(check_in.c.registration_id, check_in.c.session_id, check_in.c.at)
        .join(registration, mine == check_in.c.registration_id)
        .where(here)
        .order_by(check_in.c.at, check_in.c.id),
    )
    marks = _several(
        reader,
        select(mark.c.registration_id, mark)
        .join(registration, mine == mark.c.registration_id)
        .where(here),
    )
    sightings = _several(
        reader,
        select(sighting.c.registration_id, sighting)
        .join(registration, mine == sighting.c.registration_id)
        .where(here)
        .order_by(sighting.c.session_id),
    )
    handed_in = _handed_in(reader, event_id)
    for row in reader.execute(people):
        registrant = Registrant(
            id=row.id,
            person=row.person_id,
            name=row.name,
            email=row.email,
            addresses=tuple(each.email for each in addresses[row.person_id]),
            spellings=tuple(each.name for each in spellings[row.person_id]),
            links=tuple(each.registrant for each in links[row.id]),
            phone=row.phone,
            organisation=row.organisation,
            status=RegistrationStatus(row.status),
        )
        yield Place(
            registrant,
            row.reference or row.number,
            Done(assignment=row.id in handed_in, fee=Payment(row.payment) in _NOTHING_OWED),
            {MarkKind(each.kind): _mark(each) for each in marks[row.id]},
            tuple(CheckedIn(each.session_id, each.at) for each in check_ins[row.id]),
            tuple(_sighting(each) for each in sightings[row.id]),
        )


def _several(reader: Reader, statement: Select[Any]) -> dict[int, list[Row[Any]]]:
    """Return the rows by what their first column says."""
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in reader.execute(statement):
        found[row[0]].append(row)
    return found


def _mark(row: Row[Any]) -> Mark:
    return Mark(MarkKind(row.kind), row.number, row.who, row.at, row.why)


def _sighting(row: Row[Any]) -> Sighting:
    seen = Seen(row.came, row.left, bool(row.absent))
    return Sighting(row.session_id, seen, row.who, row.at, row.why)


def _handed_in(reader: Reader, event_id: int) -> frozenset[int]:
    """Return who passed every assignment that is required; nobody if none is."""
    required = and_(assignment.c.event_id == event_id, assignment.c.required == 1)
    wanted = reader.execute(select(func.count()).select_from(assignment).where(required)).scalar()
    passed = (
        select(submission.c.registration_id)
        .join(assignment, assignment.c.id == submission.c.assignment_id)
        .where(required, submission.c.status == SubmissionStatus.APPROVED)
        .group_by(submission.c.registration_id)
        .having(func.count(assignment.c.id.distinct()) == wanted)
    )
    return frozenset(reader.execute(passed).scalars())


def _crew(reader: Reader, event: Event, account: ZoomAccount) -> Iterator[CrewMember]:
    """Yield who runs the event: speakers, hosts, alternative hosts, whoever is signed in."""
    speaking = or_(
        speaker.c.id.in_(
            select(event_speaker.c.speaker_id).where(event_speaker.c.event_id == event.id)
        ),
        speaker.c.id.in_(
            select(session_speaker.c.speaker_id)
            .join(session, session.c.id == session_speaker.c.session_id)
            .where(session.c.event_id == event.id)
        ),
    )
    for row in reader.execute(select(speaker.c.name, speaker.c.email).where(speaking)):
        yield CrewMember(row.name, (row.email,))
    for each in event.sessions:
        yield _called(each.host)
    for row in reader.execute(select(meeting).where(meeting.c.event_id == event.id)):
        yield CrewMember("", (row.host,), (row.host,))
        for email in settings_of(row.settings).alternative_hosts:
            yield CrewMember("", (email,))
    if account.id:
        yield CrewMember(account.person, (account.email,), (account.id,))


def _called(host: str) -> CrewMember:
    return CrewMember("", (host,)) if "@" in host else CrewMember(host)


def _aliases(reader: Reader, event_id: int) -> Iterable[Alias]:
    """Return what was learnt of people here, and of others by the same names and addresses.

    The others show where a name or an address is not one person's alone.
    """
    here = (
        select(alias.c.text, alias.c.kind)
        .join(registration, registration.c.person_id == alias.c.person_id)
        .where(registration.c.event_id == event_id)
    )
    shared = select(alias.c.kind, alias.c.text, alias.c.person_id).where(
        tuple_(alias.c.text, alias.c.kind).in_(here)
    )
    return [Alias(*row) for row in reader.execute(shared)]


def _interactions(reader: Reader, event_id: int) -> Iterator[Interaction]:
    columns = (interaction.c[each] for each in ("kind", "name", "email", "question"))
    statement = (
        select(interaction.c.instance_id, *columns)
        .join(instance, instance.c.id == interaction.c.instance_id)
        .join(meeting, meeting.c.id == instance.c.meeting_id)
        .where(meeting.c.event_id == event_id)
    )
    for row in reader.execute(statement):
        yield Interaction(row.instance_id, row.kind, row.name, row.email, row.question)
