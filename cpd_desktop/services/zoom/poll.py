"""One go of asking Zoom: what runs, what was told, and who came."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.errors import CpdError, NeedsSignIn
from cpd_desktop.domain.happenings import News
from cpd_desktop.domain.meetings import Kind
from cpd_desktop.domain.zoom_errors import GoneAtZoom, MissingScopes, Offline
from cpd_desktop.services.zoom.inbox import WorkedOff
from cpd_desktop.services.zoom.outcome_rows import TAKES_PLACE, known_meetings
from cpd_desktop.store.tables import instance, session

if TYPE_CHECKING:
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.work import Work
    from cpd_desktop.services.zoom.inbox import Inbox
    from cpd_desktop.services.zoom.outcome import FetchReport, Outcome
    from cpd_desktop.services.zoom.outcome_rows import Due, Known
    from cpd_desktop.services.zoom.ports import Zoom
    from cpd_desktop.store.database import Database

EARLY = timedelta(minutes=30)
LATE = timedelta(hours=3)
POLLED = "poll"


@dataclass(frozen=True, slots=True)
class Polled:
    """What one go brought; ``failed`` is put off, and ``stopped`` says why the rest was left.

    ``not_watched`` says why it is not known which meetings run.
    """

    fetched: tuple[FetchReport, ...] = ()
    failed: tuple[tuple[Due, Sentence], ...] = ()
    inbox: WorkedOff = field(default_factory=WorkedOff)
    stopped: Sentence | None = None
    not_watched: Sentence | None = None
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Poll:
    """Asks all that is to be asked now; ``live`` says whether also how running meetings go."""

    db: Database
    clock: Clock
    zoom: Zoom
    outcome: Outcome
    inbox: Inbox
    live: bool = False

    def poll(self, work: Work) -> Polled:
        """Ask once. What fails is put off and told, the rest goes on.

        Raises ``Cancelled``, and ``Unavailable`` if nothing can be written down.
        """
        not_watched, stopped = self._watched(work) if self.live else (None, None)
        worked = self.inbox.work_off(work)
        fetched: list[FetchReport] = []
        failed: list[tuple[Due, Sentence]] = []
        now = self.clock.now()
        due = [each for each in self.outcome.due(now) if each.next_at and each.next_at <= now]
        for each in [] if stopped else due:
            try:
                fetched.append(
                    self.outcome.fetch(each.meeting_id, work, session_id=each.session_id)
                )
            except CpdError as error:
                failed.append((each, error.says))
                self.outcome.put_off(each, error)
                if stops_all(error):
                    stopped = error.says
                    break
        changes = worked.changes
        for one in fetched:
            changes = changes.merged(one.changes)
        return Polled(tuple(fetched), tuple(failed), worked, stopped, not_watched, changes)

    def _watched(self, work: Work) -> tuple[Sentence | None, Sentence | None]:
        """Look at what runs; return why that failed, and why nothing else would come through."""
        try:
            self._watch(self.zoom.during(work), work)
        except CpdError as error:
            return error.says, error.says if stops_all(error) else None
        return None, None

    def _watch(self, zoom: Zoom, work: Work) -> None:
        """Hear whether each meeting whose time it is runs; of webinars Zoom does not tell."""
        now = self.clock.now()
        on = (session.c.starts_at <= now + EARLY) & (session.c.ends_at >= now - LATE)
        with self.db.reading() as connection:
            meetings = [
                each
                for each in known_meetings(connection, TAKES_PLACE & on)
                if each.at.kind is Kind.MEETING
            ]
        for each in work.each(meetings):
            try:
                there = zoom.read(each.at)
            except GoneAtZoom:
                continue
            for uuid in self._open(each) - ({there.uuid} if there.running else set()):
                self._hear("meeting.ended", each, uuid)
            if there.running:
                self._hear("meeting.started", each, there.uuid)

    def _open(self, known: Known) -> set[str]:
        """Return the instances that were heard to start and not to end."""
        still = select(instance.c.uuid).where(
            instance.c.meeting_id == known.id, instance.c.ends_at.is_(None), instance.c.reads == 0
        )
        with self.db.reading() as connection:
            return set(connection.execute(still).scalars())

    def _hear(self, kind: str, known: Known, uuid: str) -> None:
        content = {"number": known.at.number, "uuid": uuid}
        self.inbox.hear(POLLED, News(kind, self.clock.now(), content))


def stops_all(error: CpdError) -> bool:
    """Say whether nothing else would come through either."""
    if isinstance(error, NeedsSignIn):
        return not isinstance(error, MissingScopes)
    return isinstance(error, Offline)
