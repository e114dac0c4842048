"""What runs in a dialog: in words, how far it is, and Stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from cpd_desktop.services.work import Progress
    from cpd_desktop.ui.jobs import Job

_STEPS = 1000


class WorkLine(QWidget):
    """Follows one job at a time, and takes room only while one runs."""

    def __init__(self) -> None:
        super().__init__()
        self._job: Job | None = None
        self.text = label("", "muted")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, _STEPS)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.stop_button = button(self.tr("&Stop"))
        self.stop_button.setAccessibleName(self.tr("Stop"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.stop_button)
        self.hide()

        self.stop_button.clicked.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Say whether a job runs."""
        return self._job is not None

    def follow(self, job: Job, words: str) -> None:
        """Show a job from now on; one that ran before is let go."""
        self.let_go()
        self._job = job
        self.text.setText(words)
        self.progress.setValue(0)
        self.show()
        job.progressed.connect(self._show_progress)
        for signal in (job.succeeded, job.failed, job.cancelled):
            signal.connect(self._end)

    def stop(self) -> None:
        """Ask the job to stop."""
        if self._job is not None:
            self._job.cancel()

    def let_go(self) -> None:
        """Stop the job, and let nobody hear of it again."""
        job = self._job
        self._end()
        if job is not None:
            for signal in (job.progressed, job.succeeded, job.failed, job.cancelled):
                signal.disconnect()
            job.cancel()

    def _show_progress(self, progress: Progress) -> None:
        if progress.total:
            self.progress.setValue(progress.done * _STEPS // progress.total)

    def _end(self) -> None:
        self._job = None
        self.hide()
