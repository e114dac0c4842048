"""Closing the window while work is under way: ask, stop, wait, go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.ui.jobs import Job, JobRunner


class Leaving(QObject):
    """Lets a window go only when no job is left; ``may_go`` starts whatever leads there."""

    def __init__(self, window: QWidget, jobs: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._wanted = False
        self._question: QMessageBox | None = None
        jobs.finished.connect(self._go_if_idle)

    def may_go(self) -> bool:
        """Say whether nothing is under way; otherwise ask, or wait for a moment's work."""
        if not self._jobs.live:
            return True
        named = [job for job in self._jobs.live if job.title]
        if not named:  # it is done before anybody could read a question
            self._wanted = True
        elif self._question is None and not self._wanted:
            self._ask(named)
        return False

    def _ask(self, named: list[Job]) -> None:
        asked = QMessageBox(self._window)
        asked.setText(self.tr("%n job(s) still running", "", len(named)))
        lines = "\n".join(job.title for job in named)
        words = self.tr("They stop at a safe place; what is done so far is kept.")
        asked.setInformativeText(f"{lines}\n\n{words}")
        stop = asked.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        asked.addButton(self.tr("Keep open"), QMessageBox.ButtonRole.RejectRole)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        stop.clicked.connect(self._stop)
        asked.finished.connect(self._answered)
        self._question = asked
        asked.open()

    def _answered(self) -> None:
        self._question = None

    def _stop(self) -> None:
        self._wanted = True
        self._jobs.stop_all()
        self._go_if_idle()

    def _go_if_idle(self) -> None:
        if self._wanted and not self._jobs.live:
            self._window.close()
