"""Keeps Zoom up to date while the window is open, and asks it for what is due."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.change_feed import ChangeFeed
    from cpd_desktop.ui.jobs import Job, JobRunner

KINDS = ("event", "session", "meeting", "registration", "person", "setting")
PAUSE = 3_000  # milliseconds in which more changes may come
EVERY = 120_000


@dataclass(frozen=True, slots=True)
class Brought:
    """What one go changed here, and why it stopped; ``ended`` says that somebody must sign in.

    Unless it was ``tried`` nothing is known of how Zoom answers.
    """

    changes: Changes = field(default_factory=Changes)
    stopped: Sentence | None = None
    ended: bool = False
    tried: bool = True


NOTHING = Brought(tried=False)


class ZoomWatch(QObject):
    """Sends what waits after changes, and looks every few minutes; one go at a time.

    ``held_up`` tells once why nothing comes through, until something does.
    """

    held_up = Signal(Sentence)
    failed = Signal(Exception)

    def __init__(
        self,
        services: Services,
        jobs: JobRunner,
        feed: ChangeFeed,
        parent: QObject | None = None,
        *,
        pause: int = PAUSE,
        every: int = EVERY,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._feed = feed
        self._job: Job | None = None
        self._once_more = False
        self._told: bool | None = None
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._often = QTimer(self, interval=every)
        self._pause.timeout.connect(self.send)
        self._often.timeout.connect(self.look)
        feed.changed.connect(self._heard)

    def start(self) -> None:
        """Begin, with what was left the last time."""
        self._often.start()
        self._pause.start()

    def stop(self) -> None:
        """End; what is under way stops at its next step."""
        self._feed.changed.disconnect(self._heard)
        self._pause.stop()
        self._often.stop()
        self._once_more = False
        if self._job is not None:
            self._job.cancel()

    def send(self) -> None:
        """Send what waits now, or after what is under way."""
        if self._job is None:
            self._run(send_due)
        else:
            self._once_more = True

    def look(self) -> None:
        """Send what waits and ask for what is due, unless something is under way."""
        if self._job is None:
            self._run(ask_due)

    def _run(self, errand: Callable[[Services, Work], Brought]) -> None:
        self._job = self._jobs.run(partial(errand, self._services), lane=Lane.NETWORK)
        self._job.succeeded.connect(self._came_back)
        self._job.failed.connect(self._could_not)
        self._job.finished.connect(self._rest)

    def _heard(self, changes: Changes, origin: object) -> None:
        if origin is not self and any(changes.touches(kind) for kind in KINDS):
            self._pause.start()

    def _came_back(self, found: Any) -> None:
        brought: Brought = found
        if brought.changes:
            self._feed.publish(brought.changes, self)
        if brought.stopped is None:
            self._told = None if brought.tried else self._told
        elif self._told is not brought.ended:
            self._told = brought.ended
            self.held_up.emit(brought.stopped)

    def _could_not(self, error: Exception) -> None:
        if self._told is None:
            self._told = False
            self.failed.emit(error)

    def _rest(self) -> None:
        self._job = None
        if self._once_more:
            self._once_more = False
            self._pause.start()


def send_due(services: Services, work: Work, *, patiently: bool = True) -> Brought:
    """Send what waits, if the settings want that, something is due, and Zoom may be asked.

    While Zoom does not answer, only what comes every few minutes tries again.
    """
    from cpd_desktop.domain.settings import Zoom

    if not services.settings.get(Zoom).send or not services.meeting_finder.events():
        return NOTHING
    if (patiently and services.zoom.offline) or not _is_something_due(services):
        return NOTHING
    if not _is_connected(services):
        return NOTHING
    return _sent(services, work)


def ask_due(services: Services, work: Work) -> Brought:
    """Send what waits, then hear what runs, what was told and who came, as far as that is due."""
    from cpd_desktop.domain.settings import Zoom

    brought = send_due(services, work, patiently=False)
    if brought.stopped or not services.meeting_finder.events():
        return brought
    live = services.settings.get(Zoom).watch
    if not (live or _is_something_told(services)) or not _is_connected(services):
        return brought
    polled = replace(services.poll, live=live).poll(work)
    return Brought(
        brought.changes.merged(polled.changes),
        polled.stopped,
        ended=bool(polled.stopped) and not _is_connected(services),
        tried=brought.tried or bool(polled.fetched),
    )


def _sent(services: Services, work: Work) -> Brought:
    from cpd_desktop.services.zoom.sync import BUSY

    report = services.sync.run(work)
    if report.stopped == BUSY:  # the other one does it
        return replace(NOTHING, changes=report.changes)
    ended = bool(report.stopped) and not _is_connected(services)
    return Brought(report.changes, report.stopped, ended)


def _is_connected(services: Services) -> bool:
    return services.zoom_account.status().is_connected


def _is_something_told(services: Services) -> bool:
    """Say whether a report is to be fetched or a message to be worked off, here and now."""
    from cpd_desktop.domain.happenings import Fate

    now = services.clock.now()
    again = (each.next_at for each in services.outcome.due(now))
    if any(at is not None and at <= now for at in again):
        return True
    return any(
        each.fate is Fate.WAITING or (each.next_at is not None and each.next_at <= now)
        for each in services.inbox.listed()
    )


def _is_something_due(services: Services) -> bool:
    now = services.clock.now()
    return any(
        each.why is None or (each.next_try is not None and each.next_try <= now)
        for each in services.sync.waiting()
    )
