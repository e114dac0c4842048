"""What is due around the events: reminders to send, and what their trainer has to see to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.reminders import SEE_TO, Offset, Planned, due, next_due
from cpd_desktop.domain.messages.states import State
from cpd_desktop.domain.settings import Mail
from cpd_desktop.store.tables import credit_line, event, message, report, session

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from sqlalchemy import Connection

    from cpd_desktop.domain.messages.reminders import Due
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.database import Database

_ALIVE = (EventStatus.PUBLISHED, EventStatus.RUNNING, EventStatus.COMPLETED)
_CERTIFICATES = (Purpose.CERTIFICATE, Purpose.CERTIFICATE_REPLACED)


@dataclass(frozen=True, slots=True)
class Reminding:
    """Finds what is due; nothing goes by itself while the application is closed."""

    db: Database
    clock: Clock
    settings: Settings

    def due(self) -> list[Due]:
        """Return what is due now, the earliest first; late ones are marked, to be asked about.

        A reminder is made by ``Preparing`` with the ``document`` it has here, so that it goes once.
        """
        with self.db.reading() as connection:
            planned = self._planned(connection)
            reminded = _documents(connection, (Purpose.REMINDER,))
        return due(planned, reminded, self.clock.now(), self._offsets())

    def next_due(self) -> datetime | None:
        """Return when the next reminder will be due."""
        with self.db.reading() as connection:
            planned = self._planned(connection)
            reminded = _documents(connection, (Purpose.REMINDER,))
        return next_due(planned, reminded, self.clock.now(), self._offsets())

    def _offsets(self) -> list[Offset]:
        wanted = self.settings.get(Mail)
        asked = (wanted.remind_week, wanted.remind_day, wanted.remind_hour)
        return [each for each, is_asked in zip(Offset, asked, strict=True) if is_asked]

    def _planned(self, connection: Connection) -> list[Planned]:
        since = self.clock.now() - SEE_TO
        ends = func.max(session.c.ends_at)
        statement = (
            select(
                event.c.id, event.c.title, func.min(session.c.starts_at).label("starts"),
                ends.label("ends"),
            )
            .join(session, session.c.event_id == event.c.id)
            .where(event.c.trashed_at.is_(None), event.c.status.in_(_ALIVE))
            .group_by(event.c.id)
            .having(ends > since)
        )  # fmt: skip
        reported = set(connection.execute(select(report.c.event_id).distinct()).scalars())
        asked = _events(connection, (Purpose.EVALUATION,))
        certified = _events(connection, _CERTIFICATES)
        approved: dict[int, list[date]] = {}
        lines = select(credit_line.c.event_id, credit_line.c.approved_until)
        for key, until in connection.execute(
            lines.where(credit_line.c.approved_until.is_not(None))
        ):
            approved.setdefault(key, []).append(until)
        return [
            Planned(
                *(row.id, row.title, row.starts, row.ends),
                *(row.id in reported, row.id in asked, row.id in certified),
                tuple(approved.get(row.id, ())),
            )
            for row in connection.execute(statement)
        ]


def _documents(connection: Connection, purposes: Collection[Purpose]) -> set[str]:
    of = message.c
    made = select(of.document).where(of.purpose.in_(purposes), of.state != State.CANCELLED)
    return set(connection.execute(made.distinct()).scalars())


def _events(connection: Connection, purposes: Collection[Purpose]) -> set[int]:
    of = message.c
    made = select(of.event_id).where(of.purpose.in_(purposes), of.state != State.CANCELLED)
    return {key for key in connection.execute(made.distinct()).scalars() if key is not None}
