"""Asks Stripe what happened while the window is open: at once after the browser, else gently."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.errors import NeedsSignIn, NotAllowed, Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.change_feed import ChangeFeed
    from cpd_desktop.ui.jobs import Job, JobRunner

EVERY = 300_000  # milliseconds between two looks
EXPECTED = 1_800_000  # so long after a page was opened somebody may come back from it


@dataclass(frozen=True, slots=True)
class Brought:
    """What one look changed here, and why it stopped; ``tried`` says that Stripe was asked."""

    changes: Changes = field(default_factory=Changes)
    stopped: Sentence | None = None
    tried: bool = True


NOTHING = Brought(tried=False)


class StripeWatch(QObject):
    """Looks every few minutes where an account is connected; one look at a time.

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
        every: int = EVERY,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._feed = feed
        self._job: Job | None = None
        self._told = False
        self._often = QTimer(self, interval=every)
        self._expecting = QTimer(self, singleShot=True, interval=EXPECTED)
        self._often.timeout.connect(self.look)

    def start(self) -> None:
        """Begin; the first look is for what happened since the last time."""
        self._often.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._moved)
        self.look()

    def stop(self) -> None:
        """End; what is under way stops at its next step."""
        was_on = self._often.isActive()
        self._often.stop()
        self._expecting.stop()
        application = QGuiApplication.instance()
        if was_on and isinstance(application, QGuiApplication):
            application.applicationStateChanged.disconnect(self._moved)
        if self._job is not None:
            self._job.cancel()

    def expect(self) -> None:
        """Say that a page was opened in the browser, so that coming back from it looks at once."""
        self._expecting.start()

    def look(self) -> None:
        """Look now, unless a look is under way."""
        self._run(only_for_pages=False)

    def _moved(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._run(only_for_pages=not self._expecting.isActive())

    def _run(self, *, only_for_pages: bool) -> None:
        if self._job is not None:
            return
        errand = partial(look_for_news, self._services, only_for_pages=only_for_pages)
        self._job = self._jobs.run(errand, lane=Lane.NETWORK)
        self._job.succeeded.connect(self._came_back)
        self._job.failed.connect(self._could_not)
        self._job.finished.connect(self._rest)

    def _came_back(self, found: Any) -> None:
        brought: Brought = found
        if brought.changes:
            self._feed.publish(brought.changes, self)
        if brought.stopped is None:
            self._told = self._told and not brought.tried
        elif not self._told:
            self._told = True
            self.held_up.emit(brought.stopped)

    def _could_not(self, error: Exception) -> None:
        if not self._told:
            self._told = True
            self.failed.emit(error)

    def _rest(self) -> None:
        self._job = None


def look_for_news(services: Services, work: Work, *, only_for_pages: bool = False) -> Brought:
    """Bring in what happened, where an account is connected, and perhaps only for open pages."""
    from cpd_desktop.domain.settings import StripeAccount

    if not services.settings.get(StripeAccount).account:
        return NOTHING
    if only_for_pages and not services.checkout.pages(still_open=True):
        return NOTHING
    try:
        return Brought(services.stripe_sync.sync(work).changes)
    except (NeedsSignIn, NotAllowed, Unavailable) as error:
        return Brought(stopped=error.says)
