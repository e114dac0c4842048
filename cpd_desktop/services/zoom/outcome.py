"""Who came: asked of Zoom after the end, again and again until it does not change any more."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.attendance.fetching import (
    EMPTY_AFTER,
    Held,
    pause_after,
    sessions_of,
)
from cpd_desktop.domain.attendance.presences import Origin, Report
from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.meeting_outcome import Instance
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zoom_errors import GoneAtZoom, MissingScopes, Offline, TooOften
from cpd_desktop.services.attendance.reports import Original, Reports
from cpd_desktop.services.zoom.outcome_rows import (
    Due,
    due_sessions,
    errand_of,
    forget_errands,
    note_errand,
    put_instance,
    put_interactions,
    read_meeting,
    tries_so_far,
)
from cpd_desktop.services.zoom.reading import (
    Besides,
    Rights,
    besides,
    read_who_came,
    recording_as_kept,
)
from cpd_desktop.store.tables import instance as instances

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.errors import CpdError
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.work import Work
    from cpd_desktop.services.zoom.outcome_rows import Known
    from cpd_desktop.services.zoom.ports import Zoom
    from cpd_desktop.services.zoom.reading import WhoCame
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

OFFLINE_PAUSE = timedelta(minutes=5)

NOT_HELD = Sentence("zoom", "Zoom knows of no meeting that was held at that time and is over.")
ALONE = Sentence(
    "zoom",
    "Zoom tells nothing of this meeting. It tells nothing of a meeting with one participant.",
)
NOBODY_YET = Sentence("zoom", "Zoom tells of nobody yet.")
NOT_READY = Sentence("zoom", "Zoom has not finished its report. What it has so far is kept.")
TO_COMPARE = Sentence("zoom", "The report is kept. It is read once more, to see whether it grows.")
SETTLED = Sentence("zoom", "The report is kept and does not change any more.")


@dataclass(frozen=True, slots=True)
class Fetched:
    """One time that the meeting was held, as it was just read; ``report_id`` is what is kept."""

    uuid: str
    starts: datetime | None
    sessions: tuple[int, ...]
    report_id: int | None
    rows: int
    waiting: int
    ready: bool
    settled: bool
    changed: bool

    @property
    def says(self) -> Sentence:
        """Return how it stands."""
        if not self.rows:
            return ALONE if self.settled else NOBODY_YET
        if self.settled:
            return SETTLED
        return TO_COMPARE if self.ready else NOT_READY


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What was read of a meeting; ``next_at`` is when to ask again, if that is needed."""

    meeting_id: int
    read: tuple[Fetched, ...]
    settled: bool
    next_at: datetime | None
    changes: Changes

    @property
    def says(self) -> tuple[Sentence, ...]:
        """Return how each time it was held stands."""
        if not self.read:
            return (SETTLED if self.settled else NOT_HELD,)
        return tuple(each.says for each in self.read)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Fetches who came, over the connection to Zoom that it was made for."""

    db: Database
    clock: Clock
    files: ContentStore
    zoom: Zoom
    rights: Rights = field(default_factory=Rights)

    def due(self, now: datetime) -> list[Due]:
        """Return the sessions that are over and not settled, each with when to ask next."""
        with self.db.reading() as connection:
            return due_sessions(connection, now)

    def fetch(
        self, meeting_id: int, work: Work, *, session_id: int | None = None, again: bool = False
    ) -> FetchReport:
        """Read who came, to one session or to all; ``again`` also what is settled.

        Each time that it was held is kept by itself and whole: stopped in between, what was read
        stays. Raises ``NotFound``, ``Cancelled``, ``Unavailable`` if there is no room, and what
        the port to Zoom raises.
        """
        with self.db.reading() as connection:
            known = read_meeting(connection, meeting_id)
        zoom = self.zoom.during(work)
        held = _held(zoom, known)
        belonging = sessions_of(held, known.windows)
        read: list[Fetched] = []
        changes = Changes(None, {"meeting": frozenset({meeting_id})})
        for each in held:
            sessions = belonging[each.uuid]
            settled = each.uuid in known.instances and known.instances[each.uuid].settled
            wanted = bool(sessions) if session_id is None else session_id in sessions
            if wanted and (again or not settled):
                now = self.clock.now()
                told = read_who_came(zoom, self.rights, _instance(known, each), work, now)
                more = besides(zoom, told.instance) if told.ready and told.presences else Besides()
                one, changed = self._keep(known, told, more, sessions)
                read.append(one)
                changes = changes.merged(changed)
        return self._close(known, session_id, read, changes)

    def fetch_recording(self, uuid: str, work: Work) -> bool:
        """Read what was recorded of one instance; say whether that was anything.

        Raises what the port to Zoom raises.
        """
        with self.db.reading() as connection:
            mine = select(instances.c.meeting_id).where(instances.c.uuid == uuid)
            meeting_id = connection.execute(mine).scalar()
            if meeting_id is None:
                return False
            known = read_meeting(connection, meeting_id)
        recording = self.zoom.during(work).recording(Instance(known.at.kind, uuid))
        if recording is None:
            return False
        with self.db.writing("instance.recording") as tx:
            put_instance(tx, known.id, uuid, recording=recording_as_kept(recording))
        return True

    def put_off(self, due: Due, error: CpdError) -> None:
        """Note that it could not be asked now, why, and when it is tried again."""
        now = self.clock.now()
        tries, until = due.tries, now + OFFLINE_PAUSE
        if isinstance(error, TooOften) and error.until is not None:
            until = max(until, error.until)
        elif not isinstance(error, Offline):
            tries, until = tries + 1, max(until, now + pause_after(tries))
        waits = None if isinstance(error, MissingScopes) else until
        about = errand_of(due.meeting_id, due.session_id)
        with self.db.writing("outcome.put_off") as tx:
            note_errand(tx, about, now, tries=tries, until=waits, says=error.says)

    def _keep(
        self, known: Known, told: WhoCame, more: Besides, sessions: tuple[int, ...]
    ) -> tuple[Fetched, Changes]:
        """Keep what was read of one instance, all of it or nothing."""
        uuid, starts = told.instance.uuid, told.instance.starts
        before = known.instances.get(uuid)
        same = before is not None and before.last_read == told.fingerprint
        ends = max((each.left for each in told.presences if each.left), default=None)
        values = {
            "starts_at": starts,
            "reads": (before.reads if before is not None else 0) + 1,
            "last_read": told.fingerprint,
            "settled": int(same and told.ready and self._late_enough(known, told, sessions)),
        }
        if ends is not None:
            values["ends_at"] = ends
        if more.recording is not None:
            values["recording"] = recording_as_kept(more.recording)
        original = self._original(known, told)
        with self.db.writing("report.add", about=("event", known.event_id)) as tx:
            key = put_instance(tx, known.id, uuid, **values)
            put_interactions(tx, key, more)
            report_id = self._report(tx, known, told, original, sessions, same=same)
        one = Fetched(
            uuid,
            starts,
            sessions,
            report_id,
            told.rows,
            sum(each.waiting for each in told.presences),
            told.ready,
            bool(values["settled"]),
            not same,
        )
        return one, tx.changes

    def _original(self, known: Known, told: WhoCame) -> Original | None:
        if not told.rows:
            return None
        at = f"-{told.instance.starts:%Y%m%dT%H%M%SZ}" if told.instance.starts else ""
        name = f"zoom-{known.at.number}{at}.jsonl"
        return Original(self.files.keep(told.content), name)

    def _report(
        self,
        tx: Transaction,
        known: Known,
        told: WhoCame,
        original: Original | None,
        sessions: tuple[int, ...],
        *,
        same: bool,
    ) -> int | None:
        if original is None:
            return None
        reports = Reports(self.db, self.files, self.clock)
        if same and (kept := reports.latest_of(tx, known.event_id, told.instance.uuid)):
            return kept
        whole = Report(
            Origin.ZOOM_ANSWER,
            told.presences,
            told.rows,
            meeting=str(known.at.number),
            instances=(told.instance.uuid,),
            topic=known.title,
            starts=told.instance.starts,
            absent=told.absent,
            ready=told.ready,
        )
        session_id = sessions[0] if len(sessions) == 1 else None
        return reports.add(tx, known.event_id, whole, original, session_id=session_id)

    def _late_enough(self, known: Known, told: WhoCame, sessions: tuple[int, ...]) -> bool:
        """Say whether no more can come: it could be started again, an empty report only be late."""
        pause = timedelta() if told.rows else EMPTY_AFTER
        ends = [each.ends for each in known.windows if each.session in sessions]
        return all(self.clock.now() >= each + pause for each in ends)

    def _close(
        self, known: Known, session_id: int | None, read: list[Fetched], changes: Changes
    ) -> FetchReport:
        """Note for each session when to ask again, or that it is settled."""
        now = self.clock.now()
        with self.db.writing("outcome.asked") as tx:
            unsettled = read_meeting(tx, known.id).unsettled()
            tried = tries_so_far(tx, known.id)
            mine = [
                each.session
                for each in known.windows
                if session_id in (None, each.session) and each.ends <= now
            ]
            settled = [each for each in mine if each not in unsettled]
            forget_errands(tx, (errand_of(known.id, each) for each in settled))
            nexts = []
            for each in [each for each in mine if each in unsettled]:
                about = errand_of(known.id, each)
                tries = tried.get(about, 0) + 1
                nexts.append(now + pause_after(tries))
                says = next((one.says for one in read if each in one.sessions), NOT_HELD)
                note_errand(tx, about, now, tries=tries, until=nexts[-1], says=says)
        done = bool(mine) and not nexts
        return FetchReport(known.id, tuple(read), done, min(nexts, default=None), changes)


def _held(zoom: Zoom, known: Known) -> list[Held]:
    """Return every time it was held: Zoom's list, and what is known without it."""
    stored = {each.uuid: each for each in known.held()}
    try:
        listed = {each.uuid: each for each in zoom.instances(known.at)}
    except GoneAtZoom:
        # Deleted there, it is still found under the names it had; the first was told beforehand.
        if stored:
            return list(stored.values())
        if not known.uuid or len(known.windows) > 1:
            raise
        return [Held(known.uuid, known.windows[0].starts)]
    return [
        Held(uuid, each.starts, stored[uuid].ends if uuid in stored else None)
        for uuid, each in listed.items()
    ]


def _instance(known: Known, held: Held) -> Instance:
    return Instance(known.at.kind, held.uuid, held.starts)
