"""What all watches share: one go at a time, soon after a change, and trouble told of once."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QObject, QTimer, Signal

from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.jobs import Job


@dataclass(frozen=True, slots=True)
class Brought:
    """What one go changed here, and why it stopped; ``ended`` says that somebody must sign in.

    Unless it was ``tried`` nothing is known of how the other side answers.
    """

    changes: Changes = field(default_factory=Changes)
    stopped: Sentence | None = None
    ended: bool = False
    tried: bool = True


NOTHING = Brought(tried=False)


class Watch(QObject):
    """Goes a moment after changes of its kinds, and every few minutes; one go at a time.

    ``held_up`` tells once why nothing comes through, ``failed`` once what went wrong, until
    ``came_through`` tells that something does again.
    """

    kinds: ClassVar[frozenset[str]] = frozenset()
    pause: ClassVar[int] = 0  # milliseconds in which more changes may come
    every: ClassVar[int] = 120_000

    held_up = Signal(Sentence)
    came_through = Signal()
    failed = Signal(Exception)

    def __init__(
        self,
        desk: Desk,
        parent: QObject | None = None,
        *,
        pause: int | None = None,
        every: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._jobs, self._feed = desk.services, desk.jobs, desk.feed
        self._job: Job | None = None
        self._once_more = False
        self._told: bool | None = None  # whether what was told of last wants a sign-in
        pause = self.pause if pause is None else pause
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._often = QTimer(self, interval=self.every if every is None else every)
        self._pause.timeout.connect(self.follow)
        self._often.timeout.connect(self.look)
        self._feed.changed.connect(self._heard)

    @property
    def wants_sign_in(self) -> bool:
        """Say whether nothing comes through until a person signs in or connects again."""
        return self._told is True

    def start(self) -> None:
        """Begin, with what was left the last time."""
        self._often.start()
        self._pause.start()

    def stop(self) -> None:
        """End; what is under way stops at its next step."""
        self._feed.changed.disconnect(self._heard)
        for each in self.findChildren(QTimer):
            each.stop()
        self._once_more = False
        if self._job is not None:
            self._job.cancel()

    @abstractmethod
    def look(self) -> None:
        """Go now."""

    def follow(self) -> None:
        """Go after changes, now or after what is under way."""
        if self._job is None:
            self.look()
        else:
            self._once_more = True

    def _run(
        self,
        errand: Callable[[Services, Work], object],
        then: Callable[[Any], None],
        *,
        title: str = "",
        lane: Lane = Lane.NETWORK,
    ) -> None:
        job = self._jobs.run(partial(errand, self._services), title=title, lane=lane)
        self._job = job
        job.succeeded.connect(then)
        job.failed.connect(self._could_not)
        job.finished.connect(partial(self._rest, job))

    def _heard(self, changes: Changes, origin: object) -> None:
        if origin is not self and any(changes.touches(kind) for kind in self.kinds):
            self._pause.start()

    def _take(self, brought: Brought) -> None:
        if brought.changes:
            self._feed.publish(brought.changes, self)
        if brought.stopped is None:
            if brought.tried and self._told is not None:
                self._told = None
                self.came_through.emit()
        elif self._told is not brought.ended:
            self._told = brought.ended
            self.held_up.emit(brought.stopped)

    def _could_not(self, error: Exception) -> None:
        if self._told is None:
            self._told = False
            self.failed.emit(error)

    def _rest(self, job: Job) -> None:
        if self._job is not job:
            return  # what it led to is under way
        self._job = None
        if self._once_more:
            self._once_more = False
            self._pause.start()
