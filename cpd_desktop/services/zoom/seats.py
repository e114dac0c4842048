"""Who should have a place at Zoom, who has one, and what lies between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.meetings import Approval
from cpd_desktop.domain.people import looks_like_email
from cpd_desktop.domain.registrants import Standing
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.zoom.errands import digest_of
from cpd_desktop.store.tables import person, registration, seat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from cpd_desktop.services.zoom.meeting_rows import KeptMeeting
    from cpd_desktop.store.database import Transaction

NO_ADDRESS = Sentence("meeting", "{name} has no e-mail address, which Zoom needs.")

S = RegistrationStatus
# Who waits here and is let in at Zoom keeps their link until somebody decides.
COMES = frozenset({S.CONFIRMED, S.NO_SHOW})
STAYS_AWAY = frozenset({S.CANCELLED})


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody with a place on the event, and their seat at one of its meetings, if any."""

    registration_id: int
    name: str
    email: str
    organisation: str
    job_title: str
    phone: str
    status: RegistrationStatus
    seat_id: int | None
    registrant: str
    standing: Standing | None
    join_link: str

    @property
    def digest(self) -> str:
        """Return the mark of what Zoom is told about them."""
        return digest_of(self.name, self.email, self.status)

    def about(self, kept: KeptMeeting) -> str:
        """Return what their errand is called."""
        return f"seat:{kept.id}:{self.registration_id}"


@dataclass(frozen=True, slots=True)
class SeatWork:
    """What is to be done about the seats of a meeting."""

    register: tuple[Seated, ...] = ()
    approve: tuple[Seated, ...] = ()
    cancel: tuple[Seated, ...] = ()
    linkless: tuple[Seated, ...] = ()
    skipped: tuple[Seated, ...] = ()
    taken: int = 0

    @property
    def count(self) -> int:
        """Return how many people Zoom is to be told about."""
        return len(self.register) + len(self.approve) + len(self.cancel)


def seats_of(reader: Connection | Transaction, kept: KeptMeeting) -> list[Seated]:
    """Return everybody registered for the event, with their seats at the meeting."""
    theirs = (seat.c.registration_id == registration.c.id) & (seat.c.meeting_id == kept.id)
    columns = (
        registration.c.id, person.c.name, person.c.email, person.c.organisation,
        person.c.job_title, person.c.phone, registration.c.status,
        seat.c.id.label("seat"), seat.c.registrant, seat.c.standing, seat.c.join_link,
    )  # fmt: skip
    statement = (
        select(*columns)
        .join(person, person.c.id == registration.c.person_id)
        .outerjoin(seat, theirs)
        .where(registration.c.event_id == kept.event_id)
        .order_by(registration.c.id)
    )
    return [_seated(row) for row in reader.execute(statement).all()]


def seat_work(kept: KeptMeeting, people: Iterable[Seated]) -> SeatWork:
    """Return what is to be done, if people are to register at Zoom."""
    there = kept.plan.seen.settings if kept.at and kept.plan.seen else kept.plan.settings
    if Approval.NONE in (there.approval, kept.plan.settings.approval):
        return SeatWork()
    everybody = tuple(people)
    unseated = [each for each in everybody if each.seat_id is None and each.status is S.CONFIRMED]
    sitting = [each for each in everybody if each.seat_id is not None]
    here = Standing.APPROVED
    return SeatWork(
        register=tuple(each for each in unseated if looks_like_email(each.email)),
        approve=tuple(
            each for each in sitting if each.status in COMES and each.standing is not here
        ),
        cancel=tuple(
            each
            for each in sitting
            if each.status in STAYS_AWAY and each.standing is not Standing.DENIED
        ),
        linkless=tuple(
            each for each in sitting if each.standing is here and each.email and not each.join_link
        ),
        skipped=tuple(each for each in unseated if not looks_like_email(each.email)),
        taken=sum(each.standing is here for each in sitting),
    )


def _seated(row: Any) -> Seated:
    return Seated(
        row.id,
        row.name,
        row.email,
        row.organisation,
        row.job_title,
        row.phone,
        S(row.status),
        row.seat,
        row.registrant or "",
        None if row.standing is None else Standing(row.standing),
        row.join_link or "",
    )
