"""Who attended an event, and what people decide about that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.attendance.decisions import OVERRIDES, Decision, Verdict, in_force
from cpd_desktop.domain.attendance.event_attendance import attendance_of
from cpd_desktop.domain.attendance.findings import clustered
from cpd_desktop.domain.attendance.marks import MarkKind, require_countable
from cpd_desktop.domain.attendance.memory import learnt
from cpd_desktop.domain.errors import Invalid, NotAllowed, NotFound
from cpd_desktop.domain.settings import ZoomAccount
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.attendance.facts import read_decisions, read_facts
from cpd_desktop.services.check_in import NO_SESSION
from cpd_desktop.services.event_rows import read_event
from cpd_desktop.services.settings import Settings
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import alias, decision, mark, registration, sighting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance, Facts
    from cpd_desktop.domain.attendance.findings import Clustered
    from cpd_desktop.domain.attendance.likeness import Closeness
    from cpd_desktop.domain.attendance.participants import Participant
    from cpd_desktop.domain.attendance.sightings import Seen
    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

NO_PARTICIPANT = Sentence("attendance", "The reports tell of no participant {participant}.")
NO_REGISTRATION = Sentence("attendance", "Event {event} has no registration {registration}.")
NOTHING_DECIDED = Sentence("attendance", "Nothing was decided about this event yet.")
ONLY_LEFT_OUT = Sentence(
    "attendance", "The row cannot be true or read, so it can only be left out, as of a guest."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chooses for a participant: who they are, or that they are nobody here.

    ``other`` names the participant that a merged one is the same human as.
    """

    participant: str
    verdict: Verdict
    registrations: tuple[int, ...] = ()
    why: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who attended; every result is found out anew from reports, check-ins and decisions."""

    db: Database
    clock: Clock
    closeness: Closeness

    def of(self, event_id: int) -> EventAttendance:
        """Return the attendance of an event; raises ``NotFound``, and ``Mismatch``."""
        with self.db.reading() as connection:
            facts = self.facts(connection, event_id)
        return attendance_of(facts, self.closeness)

    def unreviewed(self, reader: Connection | Transaction, event_id: int) -> int:
        """Return how many participants and rows wait for somebody's decision."""
        return attendance_of(self.facts(reader, event_id), self.closeness).unreviewed

    def decide(self, event_id: int, choices: Iterable[Choice]) -> Done[list[int]]:
        """Keep what somebody decided about participants, all of it or nothing.

        It outranks what is found out, also after newer reports, and teaches what to do the next
        time. Raises ``NotFound`` for an event, participant or registration, and ``Invalid``.
        """
        with self.db.writing("attendance.decide", about=("event", event_id)) as tx:
            facts = self.facts(tx, event_id)
            told = clustered(facts.sources, facts.known)
            made = [self._decide(tx, facts, told, each) for each in choices]
        return tx.done(made)

    def override(
        self, event_id: int, registrations: Iterable[int], verdict: Verdict, why: str
    ) -> Done[list[int]]:
        """Say that the rule is met or not met, whatever is computed, or clear what was said so.

        Raises ``NotFound``, and ``Invalid`` without a reason.
        """
        with self.db.writing("attendance.override", about=("event", event_id)) as tx:
            keys = _require_here(tx, event_id, registrations)
            made = [
                self._add(tx, event_id, verdict=verdict, registrations=(key,), why=why)
                for key in keys
            ]
        return tx.done(made)

    def undo(self, event_id: int) -> Done[Decision]:
        """Take back the latest decision or override, and return it; it stays written down.

        Raises ``NotFound``, and ``NotAllowed`` if nothing was decided.
        """
        with self.db.writing("attendance.undo", about=("event", event_id)) as tx:
            facts = self.facts(tx, event_id)
            force = in_force(facts.known.decisions)
            if not force:
                raise NotAllowed(NOTHING_DECIDED)
            latest = force[-1]
            self._add(tx, event_id, verdict=Verdict.UNDO, undoes=latest.id)
            _forget(tx, alias.c.decision_id == latest.id)
            told = clustered(facts.sources, facts.known)
            for each in told.participants:
                if latest.participant in each.handles:
                    _learn(tx, facts, each, force[:-1])
        return tx.done(latest)

    def note(
        self,
        event_id: int,
        registrations: Iterable[int],
        kind: MarkKind,
        number: int | None,
        why: str = "",
    ) -> Changes:
        """Note what people did besides being there; ``None`` goes by what is found out again.

        Raises ``NotFound``, and ``Invalid`` for a number that cannot be.
        """
        return self.note_each(event_id, registrations, {kind: number}, why)

    def note_each(
        self,
        event_id: int,
        registrations: Iterable[int],
        numbers: Mapping[MarkKind, int | None],
        why: str = "",
    ) -> Changes:
        """Do as ``note`` for several kinds at once."""
        keys = list(registrations)
        with self.db.writing("attendance.note", about=("event", event_id)) as tx:
            for kind, number in numbers.items():
                self.note_in(tx, event_id, dict.fromkeys(keys, number), kind, why)
        return tx.changes

    def see(
        self,
        event_id: int,
        registrations: Iterable[int],
        session_id: int,
        seen: Seen | None,
        why: str = "",
    ) -> Changes:
        """Note who was in a session, all of it or in part, or was not; ``None`` unsays it.

        It outranks a check-in and a name on a sheet. Raises ``NotFound``, and ``Invalid`` for
        moments that cannot be or without a reason.
        """
        with self.db.writing("attendance.see", about=("event", event_id)) as tx:
            event = read_event(tx, event_id)
            session = next((each for each in event.sessions if each.id == session_id), None)
            if session is None:
                raise NotFound(NO_SESSION.filled(event=event_id, session=session_id))
            if seen and (problems := seen.problems(session, event.zone, why)):
                raise Invalid(problems)
            keys = _require_here(tx, event_id, registrations)
            self._keep_seen(tx, keys, session_id, seen, why)
        return tx.changes

    def note_in(
        self,
        tx: Transaction,
        event_id: int,
        numbers: Mapping[int, int | None],
        kind: MarkKind,
        why: str = "",
    ) -> None:
        """Do as ``note`` inside a transaction, with a number for each registration."""
        keys = _require_here(tx, event_id, numbers)
        mine = select(mark.c.registration_id, mark.c.id).where(
            mark.c.kind == kind, among(mark.c.registration_id, keys)
        )
        kept = {row.registration_id: row.id for row in tx.execute(mine)}
        who = {"who": self.db.who, "at": self.clock.now(), "why": why.strip()}
        for key, number in numbers.items():
            if number is None:
                if key in kept:
                    tx.delete(mark, kept[key])
                continue
            require_countable(kind, number)
            if key in kept:
                tx.update(mark, kept[key], number=number, **who)
            else:
                tx.insert(mark, registration_id=key, kind=kind, number=number, **who)

    def facts(self, reader: Connection | Transaction, event_id: int) -> Facts:
        """Return what is known of an event; raises ``NotFound``."""
        account = Settings(self.db).get(ZoomAccount)
        return read_facts(reader, event_id, account, self.clock.now())

    def _keep_seen(
        self, tx: Transaction, keys: Sequence[int], session_id: int, seen: Seen | None, why: str
    ) -> None:
        mine = select(sighting.c.registration_id, sighting.c.id).where(
            sighting.c.session_id == session_id, among(sighting.c.registration_id, keys)
        )
        kept = {row.registration_id: row.id for row in tx.execute(mine)}
        if seen is None:
            for row_id in kept.values():
                tx.delete(sighting, row_id)
            return
        columns = {
            "came": seen.came, "left": seen.left, "absent": int(seen.absent),
            "who": self.db.who, "at": self.clock.now(), "why": why.strip(),
        }  # fmt: skip
        for key in keys:
            if key in kept:
                tx.update(sighting, kept[key], **columns)
            else:
                tx.insert(sighting, registration_id=key, session_id=session_id, **columns)

    def _decide(self, tx: Transaction, facts: Facts, told: Clustered, choice: Choice) -> int:
        roster = facts.known.roster.registrants
        for key in choice.registrations:
            if key not in roster:
                raise _no_registration(facts.event.id, key)
        rows = {each.key for each in told.set_aside if each.key}
        if choice.participant in rows:
            if choice.verdict is not Verdict.GUEST:
                raise Invalid({"participant": ONLY_LEFT_OUT})
            return self._keep(tx, facts, choice)
        found = _participant(told.participants, choice.participant)
        if choice.verdict is Verdict.MERGE:
            _participant(told.participants, choice.other)
        made = self._keep(tx, facts, choice)
        if choice.verdict is not Verdict.MERGE:
            _learn(tx, facts, found, read_decisions(tx, facts.event.id))
        return made

    def _keep(self, tx: Transaction, facts: Facts, choice: Choice) -> int:
        return self._add(
            tx,
            facts.event.id,
            verdict=choice.verdict,
            participant=choice.participant,
            registrations=choice.registrations,
            why=choice.why,
            other=choice.other,
        )

    def _add(
        self,
        tx: Transaction,
        event_id: int,
        *,
        verdict: Verdict,
        participant: str = "",
        registrations: tuple[int, ...] = (),
        why: str = "",
        other: str = "",
        undoes: int | None = None,
    ) -> int:
        made = Decision(
            id=0,
            verdict=verdict,
            who=self.db.who,
            at=self.clock.now(),
            participant=participant,
            registrations=tuple(dict.fromkeys(registrations)),
            other=other,
            undoes=undoes,
            why=why.strip(),
        )
        made.require_valid()
        return tx.insert(
            decision,
            event_id=event_id,
            verdict=made.verdict,
            participant=made.participant,
            registrations=list(made.registrations),
            other=made.other,
            undoes=made.undoes,
            who=made.who,
            at=made.at,
            why=made.why,
        )


def _participant(participants: Iterable[Participant], key: str) -> Participant:
    found = next((each for each in participants if key in each.handles), None)
    if found is None:
        raise NotFound(NO_PARTICIPANT.filled(participant=key))
    return found


def _learn(tx: Transaction, facts: Facts, each: Participant, decisions: Iterable[Decision]) -> None:
    """Remember what the last decision about a participant teaches, and nothing else of them."""
    about = [
        one
        for one in in_force(decisions)
        if one.verdict not in {Verdict.MERGE, *OVERRIDES} and one.participant in each.handles
    ]
    mine = select(decision.c.id).where(
        decision.c.event_id == facts.event.id, among(decision.c.participant, each.handles)
    )
    _forget(tx, alias.c.decision_id.in_(mine))
    if about and about[-1].verdict is Verdict.IS:
        (key,) = about[-1].registrations
        registrant = facts.known.roster.registrants.get(key)
        if registrant:
            for kind, text, owner in sorted(learnt(each, registrant.person)):
                tx.insert(alias, decision_id=about[-1].id, person_id=owner, kind=kind, text=text)


def _forget(tx: Transaction, learnt_so: ColumnElement[bool]) -> None:
    for key in tx.execute(select(alias.c.id).where(learnt_so)).scalars().all():
        tx.delete(alias, key)


def _require_here(tx: Transaction, event_id: int, wanted: Iterable[int]) -> Sequence[int]:
    keys = list(dict.fromkeys(wanted))
    mine = select(registration.c.id).where(
        registration.c.event_id == event_id, among(registration.c.id, keys)
    )
    here = set(tx.execute(mine).scalars())
    for key in keys:
        if key not in here:
            raise _no_registration(event_id, key)
    return keys


def _no_registration(event_id: int, key: int) -> NotFound:
    return NotFound(NO_REGISTRATION.filled(event=event_id, registration=key))
