"""What Zoom tells of its own accord: written down first, then worked off, each with its fate."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert

from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.errors import CpdError, NotAllowed, NotFound
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.happenings import (
    REGISTRATIONS,
    Fate,
    News,
    Present,
    Topic,
    pause_after,
    topic_of,
    who_is_in,
    without_secrets,
)
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.zoom.inbox_rows import Told, errand_of_told, note_fate, read_told
from cpd_desktop.services.zoom.outcome_rows import forget_errands, note_errand, put_instance
from cpd_desktop.store.tables import errand, event, happening, instance, meeting, session

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Row

    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.lifecycle import Lifecycle
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database

NEAR = timedelta(hours=1)
LONGEST = timedelta(days=1)  # a meeting lasts no longer

_Pulled: TypeAlias = "dict[int, CpdError | None]"  # of which meetings, and what it raised

S = EventStatus
AFTER = {
    Move.START: {S.RUNNING, S.COMPLETED, S.ARCHIVED},
    Move.COMPLETE: {S.COMPLETED, S.ARCHIVED},
}

NO_HAPPENING = Sentence("inbox", "There is no message {message} in the inbox.")
MEANS_NOTHING = Sentence("inbox", "Messages of this kind mean nothing here.")
NOT_OURS = Sentence("inbox", "It is about a meeting that belongs to no event here.")
WHICH_TIME = Sentence("inbox", "It does not say which time the meeting was held.")
NO_SESSION_NEAR = Sentence("inbox", "No session is at that time, so the event stays as it is.")
NO_RECORDING = Sentence("inbox", "Zoom has no recording of it.")


@dataclass(frozen=True, slots=True)
class WorkedOff:
    """What became of the messages that waited."""

    done: int = 0
    ignored: int = 0
    failed: int = 0
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Live:
    """How a meeting of the event goes on right now, as far as that was told."""

    running: bool
    since: datetime | None
    people: tuple[Present, ...]


@dataclass(frozen=True, slots=True)
class Inbox:
    """One place for what is told from outside, whichever way and in whatever order it comes.

    ``pull`` reads the registrants of a meeting; ``recording`` reads what was recorded of an
    instance and says whether that is anything. What they raise is tried again.
    """

    db: Database
    clock: Clock
    lifecycle: Lifecycle
    pull: Callable[[int, Work], object]
    recording: Callable[[str, Work], bool]

    def hear(self, source: str, news: News) -> bool:
        """Write down what was told, without secrets; say whether it is new."""
        clean = News(news.kind, news.at, without_secrets(news.content))
        values = {
            "key": clean.key,
            "source": source,
            "kind": clean.kind,
            "at": clean.at,
            "heard_at": self.clock.now(),
            "content": clean.content,
        }
        noted = insert(happening).values(**values).on_conflict_do_nothing()
        with self.db.writing("inbox.hear") as tx:
            return tx.execute(noted.returning(happening.c.id)).first() is not None

    def work_off(self, work: Work) -> WorkedOff:
        """Do what waits and what is to be tried again now, what happened first in front.

        What fails is put off and told; the rest goes on. Raises ``Cancelled``.
        """
        again = (happening.c.fate == Fate.FAILED.value) & (errand.c.next_at <= self.clock.now())
        waiting = self._read((happening.c.fate == Fate.WAITING.value) | again)
        counts = dict.fromkeys(Fate, 0)
        changes = Changes()
        pulled: _Pulled = {}
        for each in work.each(sorted(waiting, key=lambda told: (told.news.at, told.id))):
            fate, changed = self._work_off(each, pulled, work)
            counts[fate] += 1
            changes = changes.merged(changed)
        return WorkedOff(counts[Fate.DONE], counts[Fate.IGNORED], counts[Fate.FAILED], changes)

    def listed(self, *, limit: int = 200) -> list[Told]:
        """Return the latest messages with their fates, the newest first."""
        with self.db.reading() as connection:
            return read_told(connection, latest=limit)

    def try_again(self, told_id: int) -> None:
        """Let a message wait to be worked off again, whatever its fate. Raises ``NotFound``."""
        with self.db.writing("inbox.again") as tx:
            again = happening.update().where(happening.c.id == told_id)
            waits = again.values(fate=Fate.WAITING.value, tries=0).returning(happening.c.id)
            if tx.execute(waits).first() is None:
                raise NotFound(NO_HAPPENING.filled(message=told_id))
            forget_errands(tx, (errand_of_told(told_id),))

    def live(self, event_id: int) -> Live:
        """Return who is in a meeting of the event now, as far as that was told."""
        with self.db.reading() as connection:
            mine = select(meeting.c.number).where(meeting.c.event_id == event_id)
            numbers = connection.execute(mine).scalars().all()
        number = func.json_extract(happening.c.content, "$.number")
        recent = happening.c.at > self.clock.now() - LONGEST
        told = [each.news for each in self._read(recent, number.in_(numbers))]
        over = {each.content.get("uuid") for each in told if topic_of(each.kind) is Topic.ENDED}
        now = [each for each in told if each.content.get("uuid") not in over]
        moving = [each for each in now if topic_of(each.kind) in (Topic.JOINED, Topic.LEFT)]
        started = [each.at for each in now if topic_of(each.kind) is Topic.STARTED]
        people = tuple(who_is_in(moving))
        first = min([*started, *(each.since for each in people)], default=None)
        return Live(first is not None, first, people)

    def _read(self, *wanted: ColumnElement[bool]) -> list[Told]:
        with self.db.reading() as connection:
            return read_told(connection, *wanted)

    def _work_off(self, told: Told, pulled: _Pulled, work: Work) -> tuple[Fate, Changes]:
        try:
            fate, says, changes = self._follow(told, pulled, work)
        except CpdError as error:
            self._fail(told, error)
            return Fate.FAILED, Changes()
        with self.db.writing("inbox.done") as tx:
            note_fate(tx, told.id, fate, told.tries, says)
            forget_errands(tx, (errand_of_told(told.id),))
        return fate, changes

    def _fail(self, told: Told, error: CpdError) -> None:
        now, tries = self.clock.now(), told.tries + 1
        pause = pause_after(tries)
        with self.db.writing("inbox.fail") as tx:
            note_fate(tx, told.id, Fate.FAILED, tries, error.says)
            note_errand(
                tx,
                errand_of_told(told.id),
                now,
                tries=tries,
                until=None if pause is None else now + pause,
                says=error.says,
            )

    def _follow(
        self, told: Told, pulled: _Pulled, work: Work
    ) -> tuple[Fate, Sentence | None, Changes]:
        topic = topic_of(told.news.kind)
        if topic is None:
            return Fate.IGNORED, MEANS_NOTHING, Changes()
        with self.db.reading() as connection:
            mine = select(meeting).where(meeting.c.number == told.news.content.get("number"))
            found = connection.execute(mine).first()
        if found is None:
            return Fate.IGNORED, NOT_OURS, Changes()
        touched = Changes(None, {"meeting": frozenset({found.id})})
        if topic in REGISTRATIONS:
            self._pull_once(found.id, pulled, work)
        if topic not in (Topic.STARTED, Topic.ENDED, Topic.RECORDED):
            return Fate.DONE, None, touched
        uuid = told.news.content.get("uuid")
        if not uuid:
            return Fate.IGNORED, WHICH_TIME, touched
        self._note_instance(found.id, uuid, told.news, topic)
        if topic is Topic.RECORDED:
            there = self.recording(uuid, work)
            return (Fate.DONE, None, touched) if there else (Fate.IGNORED, NO_RECORDING, touched)
        says, moved = self._move(found, uuid, told.news, topic)
        return Fate.IGNORED if says else Fate.DONE, says, touched.merged(moved)

    def _pull_once(self, meeting_id: int, pulled: _Pulled, work: Work) -> None:
        """Read the registrants of a meeting once, however many registrations were told."""
        if meeting_id not in pulled:
            pulled[meeting_id] = None
            try:
                self.pull(meeting_id, work)
            except CpdError as error:
                pulled[meeting_id] = error
        if error_before := pulled[meeting_id]:
            raise error_before

    def _note_instance(self, meeting_id: int, uuid: str, news: News, topic: Topic) -> None:
        told = {"starts_at": _moment(news, "starts"), "ends_at": _moment(news, "ends")}
        if topic is Topic.ENDED:
            told["ends_at"] = told["ends_at"] or news.at
        known = {name: value for name, value in told.items() if value is not None}
        with self.db.writing("instance.note") as tx:
            put_instance(tx, meeting_id, uuid, **known)

    def _move(
        self, found: Row[Any], uuid: str, news: News, topic: Topic
    ) -> tuple[Sentence | None, Changes]:
        """Move the event on; what ended was started, whichever of both was told first."""
        if not self._is_near(found, news.at):
            return NO_SESSION_NEAR, Changes()
        moves = [Move.START]
        if topic is Topic.ENDED or self._has_ended(uuid):
            moves.append(Move.COMPLETE)
        says: Sentence | None = None
        changes = Changes()
        for move in moves:
            status = self._status(found.event_id)
            if status in AFTER[move]:
                continue
            try:
                changes = changes.merged(self.lifecycle.move(found.event_id, move).changes)
            except NotAllowed as error:
                says = says or error.says
        return says, changes

    def _is_near(self, found: Row[Any], at: datetime) -> bool:
        mine = (
            session.c.event_id == found.event_id
            if found.session_id is None
            else session.c.id == found.session_id
        )
        near = select(session.c.id).where(
            mine, session.c.starts_at <= at + NEAR, session.c.ends_at >= at - NEAR
        )
        with self.db.reading() as connection:
            return connection.execute(near).first() is not None

    def _has_ended(self, uuid: str) -> bool:
        ended = select(instance.c.id).where(
            instance.c.uuid == uuid, instance.c.ends_at.is_not(None)
        )
        with self.db.reading() as connection:
            return connection.execute(ended).first() is not None

    def _status(self, event_id: int) -> EventStatus:
        with self.db.reading() as connection:
            mine = select(event.c.status).where(event.c.id == event_id)
            return EventStatus(connection.execute(mine).scalar_one())


def _moment(news: News, name: str) -> datetime | None:
    text = news.content.get(name)
    return datetime.fromisoformat(text) if text else None
