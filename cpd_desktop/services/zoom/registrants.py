"""People who registered at Zoom, brought into the event; and what is decided about them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.errors import CpdError, Invalid, NotFound
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.meetings import Approval
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.registrants import Standing, Verdict
from cpd_desktop.domain.registrations import Entered, Newcomer, Source
from cpd_desktop.domain.registrations import RegistrationStatus as S
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.event_rows import fields_of
from cpd_desktop.services.identities import Identities
from cpd_desktop.services.zoom.meeting_rows import meetings_of
from cpd_desktop.services.zoom.seats import STAYS_AWAY, seats_of
from cpd_desktop.store.tables import registration, seat

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.domain.custom_fields import CustomField
    from cpd_desktop.domain.registrants import Registrant
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.roster import Outcome
    from cpd_desktop.services.work import Work
    from cpd_desktop.services.zoom.meeting_rows import KeptMeeting
    from cpd_desktop.services.zoom.ports import Zoom
    from cpd_desktop.services.zoom.seats import Seated
    from cpd_desktop.store.database import Database, Transaction

NO_EMAIL = Sentence("meeting", "Zoom tells no e-mail address.")
TWICE = Sentence("meeting", "Registered at Zoom more than once; the first registration counts.")
NOT_AN_ANSWER = Sentence("meeting", "The answer to “{label}” was left out: {problem}")
CANCELLED_HERE = Sentence(
    "meeting", "Cancelled here, and registered at Zoom. Confirm them here, or cancel them there."
)
NOBODY = Sentence("meeting", "None of them is registered at Zoom.")

VERDICTS = {Verdict.APPROVE: S.CONFIRMED, Verdict.DENY: S.CANCELLED, Verdict.CANCEL: S.CANCELLED}


@dataclass(frozen=True, slots=True)
class Skipped:
    """Somebody on Zoom's list who was not brought in whole, and why."""

    name: str
    email: str
    says: Sentence


@dataclass(frozen=True, slots=True)
class PullReport:
    """What Zoom's lists brought: ``read`` people, of whom ``known`` have their seats here already.

    ``cancelled_there`` come according to us, and not according to Zoom: somebody decides.
    """

    read: int = 0
    known: int = 0
    added: int = 0
    waitlisted: int = 0
    updated: int = 0
    unchanged: int = 0
    cancelled_there: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class Registrants:
    """Brings in who registered at Zoom, through the one way in that everybody takes."""

    db: Database
    zoom: Zoom
    registrations: Registrations

    def pull(self, event_id: int, work: Work) -> Done[PullReport]:
        """Register everybody on Zoom's lists, with their answers to questions of the same words.

        Raises what Zoom refuses, ``NotFound`` for the event and ``Cancelled``; then nothing is
        changed.
        """
        with self.db.reading() as connection:
            there = [each for each in meetings_of(connection, event_id) if _registers(each)]
        zoom, lists = self.zoom.during(work), []
        for kept in work.each(there):
            assert kept.at is not None  # noqa: S101 - it is there
            told = [each for one in Standing for each in zoom.registrants(kept.at, one)]
            lists.append((kept, told))
        with self.db.writing("registration.pull", about=("event", event_id)) as tx:
            pulled = [_Pull(self.registrations, tx, kept).bring_in(told) for kept, told in lists]
        return tx.done(_together(pulled))

    def decide(self, registration_ids: Iterable[int], verdict: Verdict) -> Changes:
        """Approve or deny people; the next run tells Zoom. All of them or none.

        Raises as ``Registrations.change_status``, and ``NotFound`` if none of them has a seat.
        """
        keys = list(registration_ids)
        seated = select(seat.c.id).where(seat.c.registration_id.in_(keys)).limit(1)
        status = VERDICTS[verdict]
        with self.db.reading() as connection:
            if connection.execute(seated).first() is None:
                raise NotFound(NOBODY)
            so_far = select(registration.c.id).where(
                registration.c.id.in_(keys), registration.c.status != status
            )
            others = [*connection.execute(so_far).scalars()]
        if status is S.CONFIRMED:
            return self.registrations.confirm(others).changes
        return self.registrations.change_status(others, status)


class _Pull:
    """One meeting's lists on their way in."""

    def __init__(self, registrations: Registrations, tx: Transaction, kept: KeptMeeting) -> None:
        self._tx = tx
        self._kept = kept
        self._roster = registrations.roster(tx, kept.event_id)
        self._fields = fields_of(tx, kept.event_id)
        people = seats_of(tx, kept)
        self._seated = {each.registrant: each for each in people if each.seat_id is not None}
        self._holders = {each.registration_id for each in self._seated.values()}
        self._skipped: list[Skipped] = []
        self._counts: Counter[Entered] = Counter()

    def bring_in(self, told: Sequence[Registrant]) -> PullReport:
        """Register those who are new, and say what became of all."""
        known = [(each, self._seated[each.id]) for each in told if each.id in self._seated]
        listed = {each.id for each in told}
        for each, place in known:
            if each.standing is Standing.APPROVED:
                self._tx.update(
                    seat, place.seat_id or 0, standing=each.standing, join_link=each.join_link
                )
        gone = [place for each, place in known if each.standing is Standing.DENIED]
        gone += [place for key, place in self._seated.items() if key not in listed]
        self._enter([each for each in told if self._is_new(each)])
        counts = self._counts
        return PullReport(
            len(told),
            len(known),
            counts[Entered.ADDED],
            counts[Entered.WAITLISTED],
            counts[Entered.UPDATED],
            counts[Entered.UNCHANGED],
            tuple(place.name for place in gone if _comes_here(place)),
            tuple(self._skipped),
        )

    def _is_new(self, each: Registrant) -> bool:
        if each.id in self._seated or each.standing is Standing.DENIED:
            return False
        if not each.email:
            self._skip(each, NO_EMAIL)
        return bool(each.email)

    def _enter(self, new: Sequence[Registrant]) -> None:
        told = [(each, self._newcomer(each)) for each in new]
        found = Identities(self._tx, self._kept.event_id).of([newcomer for _, newcomer in told])
        coming: list[tuple[Registrant, Newcomer]] = []
        for (each, newcomer), identity in zip(told, found, strict=True):
            place = None if isinstance(identity, CpdError) else identity.place
            if place is not None and place.status is S.CANCELLED:
                self._skip(each, CANCELLED_HERE)
            elif place is not None and place.status is not S.PENDING:
                coming.append((each, newcomer._replace(status=None)))  # what we decided stays so
            else:
                coming.append((each, newcomer))
        outcomes = self._roster.enter([newcomer for _, newcomer in coming])
        for (each, _), outcome in zip(coming, outcomes, strict=True):
            self._seat(each, outcome)

    def _seat(self, each: Registrant, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._skip(each, outcome.error.says)
        elif outcome.registration_id in self._holders:
            self._skip(each, TWICE)
        else:
            self._holders.add(outcome.registration_id)
            self._sit_down(each, outcome.registration_id)
            if outcome.entered is not None:
                self._counts[outcome.entered] += 1

    def _sit_down(self, each: Registrant, registration_id: int) -> None:
        self._tx.insert(
            seat,
            meeting_id=self._kept.id,
            registration_id=registration_id,
            registrant=each.id,
            join_link=each.join_link,
            standing=each.standing,
        )

    def _newcomer(self, each: Registrant) -> Newcomer:
        name = f"{each.first_name} {each.last_name}".strip() or each.email
        return Newcomer(
            person=PersonDraft(
                name, each.email, each.organisation, each.job_title, each.phone
            ).tidied(),
            status=S.CONFIRMED if each.standing is Standing.APPROVED else S.PENDING,
            answers=self._answers(each),
            source=Source.ZOOM,
            registered_at=each.registered_at,
        )

    def _answers(self, each: Registrant) -> dict[int, str]:
        given = {folded(title): text for title, text in each.answers if text.strip()}
        found: dict[int, str] = {}
        for field in self._fields:
            text = given.get(folded(field.label), "")
            if text and field.id is not None and self._fits(each, field, text):
                found[field.id] = text
        return found

    def _fits(self, each: Registrant, field: CustomField, text: str) -> bool:
        try:
            field.answer(text)
        except Invalid as error:
            self._skip(each, NOT_AN_ANSWER.filled(label=field.label, problem=error.says))
            return False
        return True

    def _skip(self, each: Registrant, says: Sentence) -> None:
        name = f"{each.first_name} {each.last_name}".strip()
        self._skipped.append(Skipped(name, each.email, says))


def _registers(kept: KeptMeeting) -> bool:
    seen = kept.plan.seen
    return kept.is_there and seen is not None and seen.settings.approval is not Approval.NONE


def _comes_here(place: Seated) -> bool:
    return place.status not in STAYS_AWAY and place.standing is not Standing.DENIED


def _together(pulled: Iterable[PullReport]) -> PullReport:
    found = PullReport()
    for each in pulled:
        summed = {name: getattr(found, name) + getattr(each, name) for name in PullReport.__slots__}
        found = PullReport(**summed)
    return found
