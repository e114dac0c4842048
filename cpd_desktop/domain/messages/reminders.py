"""What is due around an event: reminders to its people, and what its trainer has to see to."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date, datetime

GRACE: Final = timedelta(minutes=15)  # later than this it is offered instead of sent
SEE_TO: Final = timedelta(days=30)  # so long after the end something is still worth saying
RUNS_OUT: Final = timedelta(days=30)


class Offset(StrEnum):
    """How long before its start people are reminded of an event."""

    WEEK = "7d"
    DAY = "1d"
    HOUR = "1h"

    @property
    def before(self) -> timedelta:
        """Return how long that is."""
        return _BEFORE[self]


_BEFORE: Final = {
    Offset.WEEK: timedelta(days=7),
    Offset.DAY: timedelta(days=1),
    Offset.HOUR: timedelta(hours=1),
}


class Task(StrEnum):
    """What the trainer has to see to."""

    REMIND = "remind"
    REPORT = "report"
    EVALUATION = "evaluation"
    CERTIFICATES = "certificates"
    APPROVAL = "approval"


_SAYS: Final = {
    Task.REMIND: Sentence("messages", "Remind the people of “{title}”"),
    Task.REPORT: Sentence("messages", "Fetch the report of “{title}”"),
    Task.EVALUATION: Sentence("messages", "Ask for an evaluation of “{title}”"),
    Task.CERTIFICATES: Sentence("messages", "Issue and send the certificates of “{title}”"),
    Task.APPROVAL: Sentence("messages", "An approval of “{title}” runs out"),
}


class Planned(NamedTuple):
    """An event as far as it decides what is due; ``approved_until`` are those of its credit."""

    id: int
    title: str
    starts: datetime
    ends: datetime
    has_report: bool = False
    asked_for_evaluation: bool = False
    certificates_sent: bool = False
    approved_until: tuple[date, ...] = ()


class Due(NamedTuple):
    """Something due: ``document`` tells one reminder from any other, so that none goes twice."""

    task: Task
    event: int
    at: datetime
    says: Sentence
    document: str = ""
    is_late: bool = False


def document_of(event: Planned, offset: Offset) -> str:
    """Return what a reminder is about; an event that was moved is one to be reminded of anew."""
    return f"event {event.id} at {event.starts:%Y-%m-%dT%H:%M}Z {offset}"


def due(
    events: Iterable[Planned],
    reminded: Collection[str],
    now: datetime,
    offsets: Collection[Offset] = tuple(Offset),
) -> list[Due]:
    """Return all that is due now, the earliest first.

    Of several reminders that were missed only the last one is; what starts already needs none.
    """
    found: list[Due] = []
    for event in events:
        found += _reminder(event, reminded, now, offsets)
        found += _after(event, now)
        found += _approvals(event, now)
    return sorted(found, key=lambda each: (each.at, each.event))


def next_due(
    events: Iterable[Planned],
    reminded: Collection[str],
    now: datetime,
    offsets: Collection[Offset] = tuple(Offset),
) -> datetime | None:
    """Return when the next reminder will be due."""
    times = (
        event.starts - offset.before
        for event in events
        for offset in offsets
        if event.starts - offset.before > now and document_of(event, offset) not in reminded
    )
    return min(times, default=None)


def _reminder(
    event: Planned, reminded: Collection[str], now: datetime, offsets: Collection[Offset]
) -> Iterator[Due]:
    passed = [each for each in offsets if event.starts - each.before <= now < event.starts]
    if not passed:
        return
    offset = min(passed, key=lambda each: each.before)
    document, at = document_of(event, offset), event.starts - offset.before
    if document not in reminded:
        yield _due(Task.REMIND, event, at, document, is_late=now - at > GRACE)


def _after(event: Planned, now: datetime) -> Iterator[Due]:
    if not event.ends <= now <= event.ends + SEE_TO:
        return
    for task, settled in (
        (Task.REPORT, event.has_report),
        (Task.EVALUATION, event.asked_for_evaluation),
        (Task.CERTIFICATES, event.certificates_sent),
    ):
        if not settled:
            yield _due(task, event, event.ends)


def _approvals(event: Planned, now: datetime) -> Iterator[Due]:
    today = now.date()
    for until in event.approved_until:
        # Told in time before it runs out; for an event that takes place later, at once.
        if today <= until and (until <= today + RUNS_OUT or until < event.starts.date()):
            yield _due(Task.APPROVAL, event, now)


def _due(
    task: Task, event: Planned, at: datetime, document: str = "", *, is_late: bool = False
) -> Due:
    return Due(task, event.id, at, _SAYS[task].filled(title=event.title), document, is_late)
