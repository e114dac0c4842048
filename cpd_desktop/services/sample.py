"""Sample data: an event or more to try things on, made through the same services as real ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.check_in import How
from cpd_desktop.domain.credit import read_credit
from cpd_desktop.domain.events import EventDraft
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.registrations import Newcomer
from cpd_desktop.domain.sample_provider import SAMPLE_PROVIDER, SAMPLE_SIGNATORY
from cpd_desktop.domain.sessions import SessionDraft
from cpd_desktop.domain.settings import Start
from cpd_desktop.domain.zones import moment, wall_time
from cpd_desktop.services.events import remove_event
from cpd_desktop.services.sample_report import HOST, NAMESAKE, sample_report
from cpd_desktop.store.files import write_whole
from cpd_desktop.store.tables import check_in, person, registration

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.lifecycle import Lifecycle
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.database import Database

GIVEN = (
    *("Zoë", "Robert", "Jane", "Janet", "Mai", "Piotr", "Amira", "Tom", "Wei", "Siobhán"),
    *("Łukasz", "Ngozi", "José", "Chloë", "Priya", "Dmitri", "Fatima", "Hannah", "Ayo", "Ines"),
)
FAMILY = (
    *("Müller", "Okafor", "Smith", "Nguyễn", "Wójcik", "Haddad", "Becker", "Li", "O'Brien"),
    *("Kowalska", "Adeyemi", "García", "Dubois", "Sharma", "Ivanova", "Rossi", "Jensen", "Tanaka"),
)
ZONE = "Europe/London"
ABOUT_THEM = (SAMPLE_PROVIDER, SAMPLE_SIGNATORY)


@dataclass(frozen=True, slots=True)
class Plan:
    """One sample event: when, counted in days from today, and how many people."""

    title: str
    day: int
    start: time
    minutes: int
    people: int
    capacity: int | None = None
    second_day: bool = False
    credit: str = ""
    reported: bool = False
    signed_in: int = 0  # so many came to every session


PLANS = (
    Plan("Wound care update for community nurses", 3, time(14), 120, 48, 60),
    Plan(
        *("Airway management, part 2", -2, time(9), 120, 36, 40),
        second_day=True,
        credit="4 CPD hours",
        signed_in=33,
    ),
    Plan(
        *("Infection control refresher", -9, time(10), 90, 27),
        credit="1.5 CPD hours",
        reported=True,
    ),
    Plan("Leadership day", 18, time(9, 30), 390, 12, 20),
    Plan("Supervision in practice", 6, time(18), 60, 0, 8),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """Makes sample data."""

    db: Database
    events: Events
    registrations: Registrations
    lifecycle: Lifecycle
    settings: Settings
    clock: Clock

    def fill(self) -> Done[list[int]]:
        """Make the whole set of sample events and return their ids."""
        made: list[int] = []
        changes = Changes()
        for number, plan in enumerate(PLANS):
            done = self._make(plan, number)
            made.append(done.value)
            changes = changes.merged(done.changes)
        self.settings.put(replace(self.settings.get(Start), welcomed=True))
        for section in ABOUT_THEM:
            if self.settings.get(type(section)) == type(section)():
                self.settings.put(section)
        return Done(made, changes)

    def write_report(self, event_ids: Sequence[int], path: Path) -> int:
        """Write who came to one of the sample events, as Zoom would; return which event it is.

        Raises ``Unavailable`` if the disk does not take it.
        """
        chosen = event_ids[[plan.reported for plan in PLANS].index(True)]
        people = self.registrations.on(chosen)
        people.sort(key=lambda each: each.id)
        (session,) = self.events.get(chosen).sessions
        write_whole(path, sample_report(session, people, ZONE).encode())
        return chosen

    def over(self, event_ids: Sequence[int]) -> int:
        """Return which of the sample events is ready for certificates."""
        return event_ids[[bool(plan.signed_in) for plan in PLANS].index(True)]

    def add_one(self) -> Done[int]:
        """Make one sample event, remembered so that one click removes it."""
        done = self._make(PLANS[0], 0)
        start = replace(self.settings.get(Start), sample_event=done.value)
        return Done(done.value, done.changes.merged(self.settings.put(start)))

    def remove_one(self) -> Changes:
        """Remove the sample event that ``add_one`` made, and its people who are nowhere else.

        Who offers and signs is forgotten too, if that still is as the sample set it.
        Raises ``NotFound`` if there is none.
        """
        start = self.settings.get(Start)
        with self.db.writing("sample.remove", about=("event", start.sample_event)) as tx:
            places = select(registration.c.person_id)
            here = places.where(registration.c.event_id == start.sample_event)
            people = tx.execute(here).scalars().all()
            remove_event(tx, start.sample_event)
            for each in people:
                if tx.execute(places.where(registration.c.person_id == each)).first() is None:
                    tx.delete(person, each)
            self.settings.write(tx, replace(start, sample_event=0))
            for section in ABOUT_THEM:
                if self.settings.read(tx, type(section))[0] == section:
                    self.settings.write(tx, type(section)())
        return tx.changes

    def _make(self, plan: Plan, number: int) -> Done[int]:
        done = self.events.add(self._draft(plan))
        people = [_person(number * 7 + each) for each in range(plan.people)]
        if plan.reported:
            name = people[NAMESAKE].person.name
            people[-1] = Newcomer(person=PersonDraft(name, "namesake@clinic.example"))
        changes = done.changes.merged(self.registrations.add_all(done.value.id, people).changes)
        if people:
            published = self.lifecycle.move(done.value.id, Move.PUBLISH)
            changes = changes.merged(published.changes)
        if plan.signed_in:
            self._sign_in(done.value.id, plan.signed_in)
        return Done(done.value.id, changes)

    def _sign_in(self, event_id: int, count: int) -> None:
        """Note that so many came to every session."""
        mine = select(registration.c.id).where(registration.c.event_id == event_id)
        with self.db.writing("check_in.add", about=("event", event_id)) as tx:
            places = tx.execute(mine.order_by(registration.c.id).limit(count)).scalars().all()
            for session in self.events.get(event_id).sessions:
                came = {"session_id": session.id, "at": session.starts, "how": How.HAND}
                tx.insert_all(check_in, [{"registration_id": key, **came} for key in places])

    def _draft(self, plan: Plan) -> EventDraft:
        today = wall_time(self.clock.now(), ZONE).date()
        sessions = []
        for day in range(2 if plan.second_day else 1):
            local = datetime.combine(today + timedelta(days=plan.day + day), plan.start)
            starts = moment(local, ZONE)
            ends = starts + timedelta(minutes=plan.minutes)
            title = f"Day {day + 1}" if plan.second_day else plan.title
            host = HOST if plan.reported else ""
            sessions.append(SessionDraft(title, starts, ends, host=host))
        lines = (read_credit(plan.credit),) if plan.credit else ()
        return EventDraft(plan.title, ZONE, tuple(sessions), plan.capacity, credits=lines)


def _person(number: int) -> Newcomer:
    given = GIVEN[number % len(GIVEN)]
    family = FAMILY[(number * 5 + number // len(FAMILY)) % len(FAMILY)]
    return Newcomer(person=PersonDraft(f"{given} {family}", f"person{number + 1}@clinic.example"))
