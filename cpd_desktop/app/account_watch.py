"""Says below the pages how the account at Zoom is, once there was one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.zoom_account import Account
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.jobs import JobRunner
    from cpd_desktop.ui.navigation import Navigation


class AccountWatch(QObject):
    """Reads how the account is off the window's thread: the keychain may take its time."""

    def __init__(
        self, services: Services, jobs: JobRunner, navigation: Navigation, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._navigation = navigation

    def look(self) -> None:
        """Look how it is now."""
        job = self._jobs.run(self._read, lane=Lane.NETWORK)
        job.succeeded.connect(self._show)
        job.failed.connect(self._say_unknown)

    def heard(self, changes: Changes, _origin: object) -> None:
        """Look again if a setting was changed: connecting and disconnecting are among them."""
        if changes.touches("setting"):
            self.look()

    def _read(self, _work: Work) -> Account | None:
        from cpd_desktop.domain.settings import ZoomAccount

        # Nobody who never connected is asked to open a keychain.
        known = self._services.settings.get(ZoomAccount)
        return self._services.zoom_account.status() if known.since else None

    def _say_unknown(self, _error: Exception) -> None:
        self._navigation.show_accounts(self.tr("Zoom: not known"))

    def _show(self, account: Any) -> None:
        from cpd_desktop.ui.settings.zoom_words import standing_words

        words = ""
        if account is not None:
            words = self.tr("Zoom: {state}").format(state=standing_words(account.standing))
        self._navigation.show_accounts(words)
