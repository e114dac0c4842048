"""The moves in the life of an event: publish, start, complete, cancel, archive, postpone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cpd_desktop.domain.content import SubmissionStatus
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.lifecycle import (
    MOVES,
    AtZoom,
    Move,
    Standing,
    consequences,
    hindrances,
)
from cpd_desktop.domain.registrations import HOLDS_A_PLACE, Payment, RegistrationStatus
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.event_rows import read_event, write_event
from cpd_desktop.services.messages.moving import keep_back
from cpd_desktop.services.shifting import shifted_draft
from cpd_desktop.services.zoom.leaving import count_at_zoom, leave_all
from cpd_desktop.store.tables import assignment, check_in, event, registration, session, submission

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection, Select

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

OVER = Sentence("lifecycle", "Only an event that is a draft or published can be postponed.")


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """Moves events on, where nothing stands in the way.

    ``unreviewed`` counts the participants who wait for a decision.
    """

    db: Database
    clock: Clock
    unreviewed: Callable[[Connection | Transaction, int], int] | None = None

    def hindrances(self, event_id: int, move: Move) -> list[Sentence]:
        """Return what stands in the way of a move; raises ``NotFound``."""
        with self.db.reading() as connection:
            found, standing = read_event(connection, event_id), _standing(connection, event_id)
            standing = self._reviewed(connection, found, standing, move)
        return hindrances(move, found, standing, self.clock.now())

    def consequences(self, event_id: int) -> list[Sentence]:
        """Return what follows from cancelling or postponing; raises ``NotFound``."""
        with self.db.reading() as connection:
            return consequences(read_event(connection, event_id), _standing(connection, event_id))

    def move(
        self, event_id: int, move: Move, why: str = "", *, meetings: AtZoom = AtZoom.KEEP
    ) -> Done[Event]:
        """Move an event on; ``meetings`` says what becomes of those at Zoom if it is cancelled.

        Raises ``NotFound``, and ``NotAllowed`` with what stands in the way.
        """
        with self.db.writing(f"event.{move}", about=("event", event_id)) as tx:
            found = read_event(tx, event_id)
            standing = self._reviewed(tx, found, _standing(tx, event_id), move)
            in_the_way = hindrances(move, found, standing, self.clock.now())
            if in_the_way:
                raise NotAllowed(*in_the_way[:2])
            tx.update(event, event_id, status=MOVES[move][1], status_why=why.strip())
            if move is Move.CANCEL:
                _tell_calendars(tx, found)
                keep_back(tx, event_id)
                if meetings is AtZoom.DELETE:
                    leave_all(tx, event_id)
        with self.db.reading() as connection:
            return tx.done(read_event(connection, event_id))

    def postpone(self, event_id: int, starts: datetime, why: str = "") -> Done[Event]:
        """Move all sessions so that the first one starts then, each at its time of day.

        Raises ``NotFound``, ``NotAllowed`` once it has begun or was cancelled, and ``Invalid`` for
        a time that the clocks skip.
        """
        with self.db.writing("event.postpone", about=("event", event_id)) as tx:
            found = read_event(tx, event_id)
            if found.status not in MOVES[Move.CANCEL][0]:
                raise NotAllowed(OVER)
            write_event(tx, event_id, shifted_draft(found.draft(), starts))
            tx.update(event, event_id, status_why=why.strip())
            keep_back(tx, event_id)
        with self.db.reading() as connection:
            return tx.done(read_event(connection, event_id))

    def _reviewed(
        self, reader: Connection | Transaction, found: Event, standing: Standing, move: Move
    ) -> Standing:
        """Return the standing with who is to be reviewed, where it matters: it takes a while."""
        matters = move is Move.COMPLETE and found.status in MOVES[move][0]
        if not matters or self.unreviewed is None:
            return standing
        return replace(standing, to_review=self.unreviewed(reader, found.id))


def _tell_calendars(tx: Transaction, cancelled: Event) -> None:
    for each in cancelled.sessions:
        tx.update(session, each.id, sequence=each.sequence + 1)


def _standing(reader: Connection | Transaction, event_id: int) -> Standing:
    def count(statement: Select[int]) -> int:
        return int(reader.execute(statement).scalar_one())

    here = select(func.count()).where(registration.c.event_id == event_id)
    there = (
        select(func.count(check_in.c.id))
        .join(registration, registration.c.id == check_in.c.registration_id)
        .where(registration.c.event_id == event_id)
    )
    handed_in = (
        select(func.count(submission.c.id))
        .join(assignment, assignment.c.id == submission.c.assignment_id)
        .where(
            assignment.c.event_id == event_id,
            assignment.c.required == 1,
            submission.c.status == SubmissionStatus.SUBMITTED,
        )
    )
    return Standing(
        registered=count(here.where(registration.c.status.in_(HOLDS_A_PLACE))),
        waiting=count(here.where(registration.c.status == RegistrationStatus.WAITLISTED)),
        paid=count(here.where(registration.c.payment == Payment.PAID)),
        checked_in=count(there),
        ungraded=count(handed_in),
        at_zoom=count_at_zoom(reader, [event_id]),
    )
