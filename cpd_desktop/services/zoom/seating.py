"""People registered, approved and cancelled at Zoom, as they are here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from cpd_desktop.domain.errors import Conflict, CpdError
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.people import normal_email
from cpd_desktop.domain.registrants import Applicant, Standing, Verdict
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zoom_errors import GoneAtZoom, Unclear
from cpd_desktop.domain.zoom_names import first_and_last
from cpd_desktop.services.zoom.errands import errands, note_asked
from cpd_desktop.services.zoom.run import stops_all
from cpd_desktop.services.zoom.seats import seat_work, seats_of
from cpd_desktop.store.tables import answer, custom_field, person, registration, seat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpd_desktop.domain.meetings import MeetingNumber
    from cpd_desktop.domain.registrants import FormQuestion, Registrant
    from cpd_desktop.services.zoom.meeting_rows import KeptMeeting
    from cpd_desktop.services.zoom.run import Run
    from cpd_desktop.services.zoom.seats import Seated, SeatWork

MOST_AT_ONCE = 30

SHARED = Sentence(
    "meeting",
    "Zoom gives one join link for each e-mail address, and that of {name} is taken by {other}.",
)


@dataclass(frozen=True, slots=True)
class Seating:
    """Brings the seats of one meeting up to date."""

    run: Run
    kept: KeptMeeting
    at: MeetingNumber

    def seat_everybody(self) -> None:
        """Cancel first, which makes room; then register, approve, and fetch the join links."""
        with self.run.db.reading() as connection:
            unheard = self.kept.about_asked in errands(connection)
        if unheard:
            self._find_unheard()
        self._decide(self._work().cancel, Verdict.CANCEL)
        self._register(self._work().register)
        self._decide(self._work().approve, Verdict.APPROVE)
        self._fetch_links(self._work().linkless)

    def _work(self) -> SeatWork:
        with self.run.db.reading() as connection:
            return seat_work(self.kept, seats_of(connection, self.kept))

    def _register(self, people: Sequence[Seated]) -> None:
        due = [each for each in people if self._is_due(each)]
        if not due:
            return
        if len(due) > MOST_AT_ONCE:
            self.run.zoom.profile()  # calls come as fast as the plan allows once it is known
        form = self._form()
        note_asked(self.run.db, self.kept.about_asked, self.run.now)
        put_off = [
            self.run.attempt(
                each.about(self.kept),
                each.digest,
                partial(self._seat, each, form),
                lets_through=(GoneAtZoom,),
            )
            for each in self.run.work.each(due, note=str(self.at.number))
        ]
        if not any(isinstance(error, Unclear) for error in put_off):
            self.run.drop(self.kept.about_asked)

    def _find_unheard(self) -> None:
        """Find the seats of people whom Zoom registered without our having heard of it.

        Who is still to come would only be registered once more; who cancelled since would not.
        """
        with self.run.db.reading() as connection:
            people = seats_of(connection, self.kept)
        seated = {each.registrant for each in people if each.seat_id is not None}
        asked = {
            (each.email, *first_and_last(each.name)): each
            for each in people
            if each.seat_id is None and each.email
        }
        for told in self._listed().values():
            whose = asked.get((normal_email(told.email), told.first_name, told.last_name))
            if whose is not None and told.id not in seated:
                self._sit_down(whose, told.id, told.join_link, told.standing)
        self.run.drop(self.kept.about_asked)

    def _seat(self, each: Seated, form: Sequence[FormQuestion]) -> None:
        given = self.run.zoom.register(self.at, self._applicant(each, form))
        standing = Standing.APPROVED if given.join_link else Standing.PENDING
        self._sit_down(each, given.registrant, given.join_link, standing)
        self.run.counts["registered"] += 1

    def _sit_down(self, each: Seated, registrant: str, link: str, standing: Standing) -> None:
        values = {
            "meeting_id": self.kept.id,
            "registration_id": each.registration_id,
            "registrant": registrant,
            "join_link": link,
            "standing": standing,
        }
        with self.run.db.writing("zoom.seat") as tx:
            holder = tx.execute(
                select(person.c.name)
                .join(registration, registration.c.person_id == person.c.id)
                .join(seat, seat.c.registration_id == registration.c.id)
                .where(seat.c.meeting_id == self.kept.id, seat.c.registrant == registrant)
            ).first()
            if holder is not None:
                raise Conflict(SHARED.filled(name=each.name, other=holder.name))
            tx.execute(insert(seat).values(**values))
        self.run.touched("registration", each.registration_id)

    def _applicant(self, each: Seated, form: Sequence[FormQuestion]) -> Applicant:
        first, last = first_and_last(each.name)
        given = self._answers(each) if form else {}
        told = tuple(
            (question.title, given[folded(question.title)])
            for question in form
            if given.get(folded(question.title))
        )
        return Applicant(
            each.email, first, last, each.organisation, each.job_title, each.phone, told
        )

    def _form(self) -> list[FormQuestion]:
        """Return the trainer's own questions at Zoom, if the event asks something too."""
        asks = select(custom_field.c.id).where(custom_field.c.event_id == self.kept.event_id)
        with self.run.db.reading() as connection:
            if connection.execute(asks).first() is None:
                return []
        return [each for each in self.run.zoom.form(self.at) if each.own]

    def _answers(self, each: Seated) -> Mapping[str, str]:
        statement = (
            select(custom_field.c.label, answer.c.value)
            .join(custom_field, custom_field.c.id == answer.c.custom_field_id)
            .where(answer.c.registration_id == each.registration_id)
        )
        with self.run.db.reading() as connection:
            return {folded(row.label): row.value for row in connection.execute(statement)}

    def _decide(self, people: Sequence[Seated], verdict: Verdict) -> None:
        due = [each for each in people if self._is_due(each)]
        if not due:
            return
        listed = self._listed()
        aim = Standing.APPROVED if verdict is Verdict.APPROVE else Standing.DENIED
        for each in due:
            if each.registrant not in listed:
                self._not_listed(each, verdict)
        known = [each for each in due if each.registrant in listed]
        open_ones = [each for each in known if listed[each.registrant].standing is not aim]
        self._note([each for each in known if each not in open_ones], aim)
        for first in range(0, len(open_ones), MOST_AT_ONCE):
            some = open_ones[first : first + MOST_AT_ONCE]
            try:
                self._tell(some, listed, verdict, aim)
            except CpdError as error:
                if stops_all(error):
                    raise
                self._one_by_one(some, listed, verdict, aim)

    def _one_by_one(
        self,
        people: Sequence[Seated],
        listed: Mapping[str, Registrant],
        verdict: Verdict,
        aim: Standing,
    ) -> None:
        """Tell of each alone, so that only those whom Zoom refuses are put off."""
        for each in people:
            self.run.attempt(
                each.about(self.kept),
                each.digest,
                partial(self._tell, [each], listed, verdict, aim),
                lets_through=(GoneAtZoom,),
            )

    def _tell(
        self,
        people: Sequence[Seated],
        listed: Mapping[str, Registrant],
        verdict: Verdict,
        aim: Standing,
    ) -> None:
        whom = [(each.registrant, listed[each.registrant].email) for each in people]
        self.run.zoom.decide(self.at, verdict, whom)
        self._note(people, aim)
        counted = "approved" if verdict is Verdict.APPROVE else "cancelled"
        self.run.counts[counted] += len(people)

    def _not_listed(self, each: Seated, verdict: Verdict) -> None:
        """Note that Zoom does not know a registrant any more: who comes is registered anew."""
        if verdict is Verdict.CANCEL:
            self._note([each], Standing.DENIED)
            return
        with self.run.db.writing("zoom.seat") as tx:
            tx.execute(seat.delete().where(seat.c.id == each.seat_id))

    def _note(self, people: Sequence[Seated], standing: Standing) -> None:
        if not people:
            return
        with self.run.db.writing("zoom.seat") as tx:
            chosen = seat.c.id.in_([each.seat_id for each in people])
            tx.execute(update(seat).where(chosen).values(standing=standing))
        for each in people:
            self.run.drop(each.about(self.kept))
        self.run.touched("registration", *(each.registration_id for each in people))

    def _fetch_links(self, people: Sequence[Seated]) -> None:
        if not people:
            return
        approved = self.run.zoom.registrants(self.at, Standing.APPROVED)
        links = {each.id: each.join_link for each in approved if each.join_link}
        with self.run.db.writing("zoom.seat") as tx:
            for each in people:
                if link := links.get(each.registrant):
                    tx.execute(update(seat).where(seat.c.id == each.seat_id).values(join_link=link))
        self.run.touched("registration", *(each.registration_id for each in people))

    def _listed(self) -> dict[str, Registrant]:
        return {
            each.id: each
            for standing in Standing
            for each in self.run.zoom.registrants(self.at, standing)
        }

    def _is_due(self, each: Seated) -> bool:
        return self.run.is_due(each.about(self.kept), each.digest)
