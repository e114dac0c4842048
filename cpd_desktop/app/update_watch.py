"""Looks for a new version once a day, if the person wishes it; silent when nobody answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from cpd_desktop.domain.release_notes import ReleaseNote
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.jobs import JobRunner
    from cpd_desktop.ui.main_window import MainWindow


class UpdateWatch(QObject):
    """Asks off the window's thread and tells of news in the banner."""

    def __init__(
        self, services: Services, jobs: JobRunner, window: MainWindow, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._window = window

    def look(self) -> None:
        """Ask if it is due."""
        job = self._jobs.run(self._look, lane=Lane.NETWORK)
        job.succeeded.connect(self._tell)

    def _look(self, _work: Work) -> ReleaseNote | None:
        from cpd_desktop.domain.errors import CpdError

        updates = self._services.updates
        try:
            return updates.look() if updates.is_due() else None
        except CpdError:
            return None  # the network log has it; nobody asked for it just now

    def _tell(self, found: Any) -> None:
        if found is None:
            return
        note: ReleaseNote = found
        text = self.tr("CPD Desktop {version} has come out.").format(version=note.version)
        show = partial(self._window.go, "settings", None, "updates")
        self._window.banner.say(text, action=self.tr("What is new"), run=show)
