"""`cpd zoom attendance pull`: who came, as Zoom tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.cli.zoom_words import IN_PART, add_action
from cpd_desktop.domain.attendance.fetching import HOUR, pause_after
from cpd_desktop.domain.errors import CpdError, NotFound
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.services.zoom.outcome import FetchReport
    from cpd_desktop.services.zoom.outcome_rows import Due

AT_MOST = 30  # seconds until the clock is looked at again: a computer sleeps
WAITING = Sentence("zoom", "Session {session}: Zoom is asked again at {time} UTC; waiting")
NO_MEETING = Sentence("zoom", "Event {event} has no meeting at Zoom.")
NO_SESSION = Sentence("zoom", "Event {event} has no session {session}.")
ROW = "{session, instance, read, waiting, rows, settled, next_read, says}"
KEYS = (
    f"JSON: {{sessions: [{ROW}]}}, one for each time that a session's meeting was held: rows are "
    "the rows of the report, waiting those of the waiting room among them; read says whether Zoom "
    "was asked just now, settled whether the report does not change any more, next_read when to "
    "ask again. Exit 4 while anything is not settled; asking again goes on from there."
)

Row = dict[str, Any]


def add_commands(area: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to those of Zoom."""
    attendance = area.add_parser("attendance", help="who came").add_subparsers(
        metavar="ACTION", required=True
    )
    pull = add_action(attendance, common, "pull", "fetch who came", _pull, keys=KEYS)
    pull.add_argument("event", type=int, metavar="E")
    pull.add_argument("--session", type=int, metavar="S", help="only for this session")
    pull.add_argument("--again", action="store_true", help="also what is settled already")
    pull.add_argument("--wait", action="store_true",
                      help="ask until it is settled, or rests for an hour")  # fmt: skip


def _pull(core: Services, options: argparse.Namespace) -> Answer:
    event = core.events.get(options.event)
    mine = [
        each.id for each in event.sessions if options.session is None or each.id == options.session
    ]
    if not mine:
        raise NotFound(NO_SESSION.filled(event=event.id, session=options.session))
    meetings = _meetings(core, event.id, mine)
    if not meetings:
        raise NotFound(NO_MEETING.filled(event=event.id))
    pull = _Pull(core, event.id, shown_work())
    for card in meetings:
        pull.fetch(card.id, options.session, again=options.again)
    if options.wait:
        pull.wait(mine)
    rows = pull.rows(mine, meetings)
    lines = [_line(each) for each in rows]
    settled = all(each["settled"] for each in rows)
    return Answer({"sessions": rows}, lines, 0 if settled else IN_PART)


def _meetings(core: Services, event_id: int, sessions: list[int]) -> list[MeetingCard]:
    """Return the meetings at Zoom of these sessions."""
    return [
        each
        for each in core.meetings.of(event_id)
        if each.number and (each.session_id is None or each.session_id in sessions)
    ]


class _Pull:
    """What is read of one event, session by session, the latest reading of each."""

    def __init__(self, core: Services, event_id: int, work: Work) -> None:
        self._core = core
        self._event_id = event_id
        self._work = work
        self._read: dict[tuple[int, str], Row] = {}
        self._failed: dict[int, str] = {}

    def fetch(self, meeting_id: int, session_id: int | None, *, again: bool = False) -> None:
        """Read one meeting; what concerns that one alone is put off and told."""
        from cpd_desktop.services.zoom.poll import stops_all

        outcome = self._core.outcome
        due = [each for each in self._due() if each.meeting_id == meeting_id]
        due = [each for each in due if session_id in (None, each.session_id)]
        try:
            told = outcome.fetch(meeting_id, self._work, session_id=session_id, again=again)
        except CpdError as error:
            for each in due:
                outcome.put_off(each, error)
                self._failed[each.session_id] = str(error.says)
            if stops_all(error) or not due:
                raise
            return
        for row in rows_of(told):
            self._read[row["session"], row["instance"]] = row
            self._failed.pop(row["session"], None)

    def wait(self, sessions: list[int]) -> None:
        """Ask again whenever it is time, until all is settled or the next time is far off."""
        while nexts := [
            (each.next_at, each)
            for each in self._due()
            if each.session_id in sessions and each.next_at is not None
        ]:
            at, due = min(nexts, key=lambda each: each[0])
            if at - self._core.clock.now() >= HOUR:
                return
            self._sleep(at, due)
            self.fetch(due.meeting_id, due.session_id)

    def rows(self, sessions: list[int], meetings: list[MeetingCard]) -> list[Row]:
        """Return at least one row for each session that has a meeting."""
        with_meeting = [
            key for key in sessions if any(each.session_id in (None, key) for each in meetings)
        ]
        due = {each.session_id: each for each in self._due()}
        nexts = self._after_the_end() | {key: each.next_at for key, each in due.items()}
        found: list[Row] = []
        for key in with_meeting:
            rows = [row for (session, _), row in self._read.items() if session == key]
            for row in rows or self._kept(key, due.get(key)):
                says = self._failed.get(key) or row["says"]
                at = None if row["settled"] else nexts.get(key)
                found.append(row | {"next_read": at.isoformat() if at else None, "says": says})
        return found

    def _kept(self, session_id: int, due: Due | None) -> list[Row]:
        """Return what was read before, or that there is nothing."""
        from cpd_desktop.domain.attendance.presences import Origin
        from cpd_desktop.services.zoom.outcome import NOT_HELD, NOT_READY, SETTLED

        kept = [
            each
            for each in self._core.reports.current(self._event_id)
            if each.origin is Origin.ZOOM_ANSWER and each.session_id in (None, session_id)
        ]
        settled = due is None and bool(kept)
        if not kept:
            says = due.says if due is not None and due.says else NOT_HELD
            return [_row(session_id, "", 0, 0, settled=False, read=False, says=says)]
        says = SETTLED if settled else NOT_READY
        return [
            _row(session_id, name, each.rows, self._waited(each.id), settled=settled, read=False,
                 says=says)
            for each in kept
            for name in each.instances
        ]  # fmt: skip

    def _waited(self, report_id: int) -> int:
        return sum(each.waiting for each in self._core.reports.presences(report_id).presences)

    def _after_the_end(self) -> dict[int, datetime | None]:
        """Return when to ask for sessions that are not over yet: what is held may be early."""
        sessions, now = self._core.events.get(self._event_id).sessions, self._core.clock.now()
        return {each.id: each.ends + pause_after(0) for each in sessions if each.ends > now}

    def _due(self) -> list[Due]:
        due = self._core.outcome.due(self._core.clock.now())
        return [each for each in due if each.event_id == self._event_id]

    def _sleep(self, until: datetime, due: Due) -> None:
        note = WAITING.filled(session=due.session_id, time=f"{until:%H:%M:%S}")
        begun, clock = self._core.clock.now(), self._core.clock
        whole = int((until - begun).total_seconds())
        while (left := (until - clock.now()).total_seconds()) > 0:
            self._work.report(max(0, whole - int(left) - 1), whole, note)
            self._work.pause(min(left, AT_MOST))


def rows_of(told: FetchReport) -> list[Row]:
    """Return what was just read, a row for each session and each time it was held."""
    return [
        _row(session, each.uuid, each.rows, each.waiting, settled=each.settled, read=True,
             says=each.says)
        for each in told.read
        for session in each.sessions
    ]  # fmt: skip


def _row(
    session: int, instance: str, rows: int, waiting: int, *, settled: bool, read: bool,
    says: Sentence,
) -> Row:  # fmt: skip
    return {
        "session": session,
        "instance": instance or None,
        "read": read,
        "rows": rows,
        "waiting": waiting,
        "settled": settled,
        "next_read": None,
        "says": str(says),
    }


def _line(row: Row) -> str:
    later = f" Next read: {row['next_read']}." if row["next_read"] else ""
    counts = f"{row['rows']} rows, {row['waiting']} of them in the waiting room"
    return f"session {row['session']}: {counts}. {row['says']}{later}"
