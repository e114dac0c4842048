"""Asks Stripe what happened while the window is open: at once after the browser, else gently."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from cpd_desktop.app.watch import NOTHING, Brought, Watch
from cpd_desktop.domain.errors import NeedsSignIn, NotAllowed, Unavailable

if TYPE_CHECKING:
    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

EVERY = 300_000  # milliseconds between two looks
EXPECTED = 1_800_000  # so long after a page was opened somebody may come back from it


class StripeWatch(Watch):
    """Looks every few minutes where an account is connected, and when somebody comes back."""

    def __init__(self, desk: Desk, parent: QObject | None = None, *, every: int = EVERY) -> None:
        super().__init__(desk, parent, every=every)
        self._expecting = QTimer(self, singleShot=True, interval=EXPECTED)

    def start(self) -> None:
        """Begin; the first look is for what happened since the last time."""
        self._often.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._moved)
        self.look()

    def stop(self) -> None:
        """End; what is under way stops at its next step."""
        application = QGuiApplication.instance()
        if self._often.isActive() and isinstance(application, QGuiApplication):
            application.applicationStateChanged.disconnect(self._moved)
        super().stop()

    def expect(self) -> None:
        """Say that a page was opened in the browser, so that coming back from it looks at once."""
        self._expecting.start()

    def look(self) -> None:
        """Look now, unless a look is under way."""
        self._ask(only_for_pages=False)

    def _heard(self, changes: Changes, _origin: object) -> None:
        # It may be the key that was missing. All else is asked for in its own time.
        if self.wants_sign_in and changes.touches("setting"):
            self._pause.start()

    def _moved(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._ask(only_for_pages=not self._expecting.isActive())

    def _ask(self, *, only_for_pages: bool) -> None:
        if self._job is None:
            self._run(partial(look_for_news, only_for_pages=only_for_pages), self._take)


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
        return Brought(stopped=error.says, ended=not isinstance(error, Unavailable))
