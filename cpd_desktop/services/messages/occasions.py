"""What mails about an event can say, and to whom each kind of them goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from cpd_desktop.domain.attendance.outcomes import Result
from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.domain.certificates.written_days import written_day
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.texts import fields_of
from cpd_desktop.domain.registrations import HOLDS_A_PLACE, Payment, RegistrationStatus
from cpd_desktop.domain.settings import Provider
from cpd_desktop.domain.zones import wall_time
from cpd_desktop.store.tables import event as events
from cpd_desktop.store.tables import meeting, seat

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import datetime

    from cpd_desktop.domain.attendance.event_attendance import PersonAttendance
    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.domain.sessions import Session
    from cpd_desktop.services.attendance.attendance import Attendance
    from cpd_desktop.services.billing.bills import Bill
    from cpd_desktop.services.certificates.register import CertificateRegister
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.settings import Settings

P = Purpose
_PAYMENT: Final = {
    P.PAYMENT: Payment.DUE,
    P.RECEIPT: Payment.PAID,
    P.REFUND: Payment.REFUNDED,
}
_AFTER: Final = frozenset({P.THANKS, P.EVALUATION, P.MISSED})
_COUNTS: Final = {
    P.CERTIFICATE: frozenset({Status.ISSUED}),
    P.CERTIFICATE_REPLACED: frozenset({Status.ISSUED}),
    P.CERTIFICATE_REVOKED: frozenset({Status.REVOKED}),
}


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who is written to, about what, and what the fields of their mail hold.

    ``document`` tells what it is about from all else of the same kind.
    """

    place: Registration
    document: str
    values: Mapping[str, object]
    certificate: Certificate | None = None
    bill: Bill | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event as mails about it tell it, in one language."""

    event: Event
    provider: Provider
    language: str
    why: str
    links: Mapping[tuple[int, int], str]  # by registration, or 0, and session, or 0

    def values(self, place: Registration) -> dict[str, object]:
        """Return what the fields of a mail to somebody hold."""
        event = self.event
        first, last = (self._local(each) for each in (event.starts, event.ends))
        days = dict.fromkeys(written_day(each.date(), self.language) for each in (first, last))
        return {
            "name": place.name,
            "first_name": place.name.split()[0] if place.name else "",
            "email": place.email,
            "reference": place.reference,
            "event": event.title,
            "summary": event.summary,
            "date": " – ".join(days),  # noqa: RUF001 - a range
            "time": f"{first:%H:%M}–{last:%H:%M}",  # noqa: RUF001 - a range
            "zone": event.zone,
            "place": event.place,
            "join_link": self._link(place, None),
            "sessions": [self._session(place, each) for each in event.sessions],
            "credit": ", ".join(map(str, event.credits)),
            "price": str(place.price) if place.price else "",
            "why": self.why,
            "offered_until": self._moment(place.offered_until),
            "provider": self.provider.provider,
            "contact": self.provider.contact,
            "website": self.provider.website,
        }

    def of_certificate(self, issued: Certificate, verify_page: str) -> dict[str, object]:
        """Return what the fields about a certificate hold, as it was issued."""
        return {
            "name": issued.name,
            "certificate_number": issued.number,
            "certificate_code": issued.code,
            "certificate_title": issued.title,
            "certificate_credit": issued.credit,
            "certificate_date": issued.date,
            "certificate_replaces": issued.replaces,
            "certificate_why": issued.why,
            "verify_link": verify_page,
            "certificate_link": "",
            "certificate_link_until": "",
        }

    def _session(self, place: Registration, each: Session) -> dict[str, str]:
        starts, ends = self._local(each.starts), self._local(each.ends)
        return {
            "title": each.title or self.event.title,
            "date": written_day(starts.date(), self.language),
            "time": f"{starts:%H:%M}–{ends:%H:%M}",  # noqa: RUF001 - a range
            "room": ", ".join(filter(None, (each.room, each.place or self.event.place))),
            "join_link": each.link or self._link(place, each.id),
        }

    def _link(self, place: Registration, session: int | None) -> str:
        """Return where somebody joins: by their own link before one for all."""
        sessions = [session] if session is not None else [each.id for each in self.event.sessions]
        keys = [(who, at) for who in (place.id, 0) for at in (*sessions, 0)]
        found = next((self.links[key] for key in keys if self.links.get(key)), "")
        if found or session is not None:
            return found
        return next((each.link for each in self.event.sessions if each.link), "")

    def _local(self, at: datetime) -> datetime:
        return wall_time(at, self.event.zone)

    def _moment(self, at: datetime | None) -> str:
        if at is None:
            return ""
        local = self._local(at)
        return f"{written_day(local.date(), self.language)}, {local:%H:%M}"


@dataclass(frozen=True, slots=True)
class Occasions:
    """Finds what is known about an event for those who write to its people."""

    events: Events
    registrations: Registrations
    attendance: Attendance
    register: CertificateRegister
    settings: Settings

    def of(self, event_id: int, language: str) -> Occasion:
        """Return the event as mails tell it; raises ``NotFound``."""
        found = self.events.get(event_id)
        with self.events.db.reading() as connection:
            why = select(events.c.status_why).where(events.c.id == event_id)
            told = connection.execute(why).scalar_one()
            seats = (
                select(seat.c.registration_id, meeting.c.session_id, seat.c.join_link)
                .join(meeting, meeting.c.id == seat.c.meeting_id)
                .where(meeting.c.event_id == event_id, meeting.c.leaving == 0)
            )
            meetings = select(meeting.c.session_id, meeting.c.join_link).where(
                meeting.c.event_id == event_id, meeting.c.leaving == 0
            )
            links = {
                (0, row.session_id or 0): row.join_link for row in connection.execute(meetings)
            }
            links |= {
                (row.registration_id, row.session_id or 0): row.join_link
                for row in connection.execute(seats)
            }
        return Occasion(found, self.settings.get(Provider), language, told, links)

    def values(
        self, occasion: Occasion, purpose: Purpose, registration: int
    ) -> Mapping[str, object]:
        """Return what the fields hold for somebody who would not be written to now."""
        place = self.registrations.get(registration)
        return _only(occasion.values(place), fields_of(purpose))

    def recipients(
        self,
        occasion: Occasion,
        purpose: Purpose,
        document: str,
        to: Collection[int] | None = None,
    ) -> list[Recipient]:
        """Return who is written to: by what kind of mail it is, or only those among ``to``."""
        event = occasion.event.id
        places = {each.id: each for each in self.registrations.on(event)}
        if purpose.is_about_certificate:
            return list(self._certified(occasion, purpose, places, to))
        if purpose in _PAYMENT:
            return list(self._billed(occasion, purpose, places, to, document))
        chosen = places if to is None else [key for key in dict.fromkeys(to) if key in places]
        there = self._were_there(event) if to is None and purpose in _AFTER else {}
        wanted = set(chosen) if to is not None else _usual(purpose, places, there)
        allowed = fields_of(purpose)
        return [
            Recipient(places[key], document, _only(occasion.values(places[key]), allowed))
            for key in chosen
            if key in wanted
        ]

    def audience(
        self, event_id: int, purposes: Collection[Purpose]
    ) -> dict[Purpose, list[tuple[Registration, Certificate | None]]]:
        """Return who each kind of mail usually goes to, without what it would tell them."""
        places = {each.id: each for each in self.registrations.on(event_id)}
        found: dict[Purpose, list[tuple[Registration, Certificate | None]]] = {}
        there: dict[int, bool | None] | None = None
        for purpose in purposes:
            if purpose.is_about_certificate:
                found[purpose] = list(self._holders(event_id, purpose, places))
                continue
            if purpose in _AFTER and there is None:
                there = self._were_there(event_id)
            wanted = _usual(purpose, places, there or {})
            found[purpose] = [(places[key], None) for key in places if key in wanted]
        return found

    def _certified(
        self,
        occasion: Occasion,
        purpose: Purpose,
        places: Mapping[int, Registration],
        to: Collection[int] | None,
    ) -> Iterator[Recipient]:
        from cpd_desktop.domain.settings import Certificates

        page = self.settings.get(Certificates).verify_address
        for place, issued in self._holders(occasion.event.id, purpose, places):
            if to is None or place.id in to:
                values = occasion.values(place) | occasion.of_certificate(issued, page)
                yield Recipient(place, document_of_certificate(issued), values, issued)

    def _holders(
        self, event: int, purpose: Purpose, places: Mapping[int, Registration]
    ) -> Iterator[tuple[Registration, Certificate]]:
        for issued in self.register.of_event(event):
            place = places.get(issued.registration)
            if place is None or issued.status not in _COUNTS[purpose]:
                continue
            if purpose is P.CERTIFICATE_REPLACED and not issued.replaces:
                continue
            yield place, issued

    def _were_there(self, event: int) -> dict[int, bool | None]:
        people = self.attendance.of(event).people
        return {each.registration: _was_there(each) for each in people}

    def _billed(
        self,
        occasion: Occasion,
        purpose: Purpose,
        places: Mapping[int, Registration],
        to: Collection[int] | None,
        document: str,
    ) -> Iterator[Recipient]:
        """Yield who is told about money, with the bill that was issued for it."""
        from cpd_desktop.services.billing.telling import told_about_money

        wanted = _usual(purpose, places, {}) if to is None else set(to)
        with self.events.db.reading() as connection:
            told = told_about_money(
                connection, purpose, [places[key] for key in places if key in wanted],
                self.settings,
            )  # fmt: skip
        allowed = fields_of(purpose)
        usual = f"event {occasion.event.id}"
        for key, about in told.items():
            values = {**occasion.values(places[key]), **about.values}
            named = about.document if document == usual else document
            place = replace(places[key], email=about.email or places[key].email)
            yield Recipient(place, named, _only(values, allowed), bill=about.bill)


def document_of_certificate(issued: Certificate) -> str:
    """Return what tells a mail about one certificate from those about others."""
    return f"certificate {issued.number}"


def _usual(
    purpose: Purpose, places: Mapping[int, Registration], there: Mapping[int, bool | None]
) -> set[int]:
    if purpose in _AFTER:
        wanted = purpose is not P.MISSED
        return {key for key, was_there in there.items() if was_there is wanted}
    if purpose is P.WAITLIST_OFFER:
        return {key for key, each in places.items() if each.offered_until is not None}
    if purpose in _PAYMENT:
        return {key for key, each in places.items() if each.payment is _PAYMENT[purpose]}
    held = HOLDS_A_PLACE - {RegistrationStatus.NO_SHOW}
    if purpose is P.CANCELLATION:
        held |= {RegistrationStatus.WAITLISTED}
    return {key for key, each in places.items() if each.status in held}


def _was_there(each: PersonAttendance) -> bool | None:
    """Say whether somebody was there; nothing while that must still be looked at."""
    if each.result is Result.REVIEW:
        return None
    if each.result is Result.OVERRIDE:
        return each.outcome.eligible
    return each.result in (Result.ATTENDED, Result.PARTIAL)


def _only(values: Mapping[str, object], allowed: Collection[str]) -> dict[str, object]:
    """Return the values, and nothing for the fields that somebody else must still fill."""
    return {name: values.get(name, "") for name in allowed}
