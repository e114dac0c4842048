"""Long work at the foot of the window: what runs, how far, time left, Stop, and how it ended."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.widgets import GRID, button, label, restyle
from cpd_desktop.ui.wording import explain, in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.ui.jobs import Job, JobRunner

_TICK = 100
_SHOWN_AFTER = 0.4
_STAYS_FOR = 6.0
_MOST_RUNNING = 4
_MOST_ENDED = 3
_MINUTE = 60
_STEPS = 1000


class JobBar(QWidget):
    """A row for each job that takes longer than a moment, and for each that has news."""

    def __init__(
        self,
        runner: JobRunner,
        parent: QWidget | None = None,
        *,
        shown_after: float = _SHOWN_AFTER,
        stays_for: float = _STAYS_FOR,
    ) -> None:
        super().__init__(parent)
        self._shown_after, self._stays_for = shown_after, stays_for
        self._watched: dict[int, _Watched] = {}
        self._rows: dict[int, JobRow] = {}
        self._timer = QTimer(self, interval=_TICK)

        self.more = label("", "caption")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._layout.addWidget(self.more)
        self.more.hide()
        self.hide()

        runner.started.connect(self._watch)
        runner.finished.connect(self._conclude)
        self._timer.timeout.connect(self._tick)

    @property
    def rows(self) -> list[JobRow]:
        """Return the rows shown, the oldest first."""
        return list(self._rows.values())

    def offer(self, job: Job, text: str, button_text: str, run: Callable[[], object]) -> None:
        """Say what came of the job, with the button that opens its result."""
        row = self._row(job)
        row.offer(text, button_text, run)
        self._arrange()

    def _watch(self, job: Job) -> None:
        if job.title:
            self._watched[job.number] = _Watched(job)
            if not self._timer.isActive():
                self._timer.start()

    def _conclude(self, job: Job) -> None:
        watched = self._watched.pop(job.number, None)
        if watched is None:
            return
        if watched.error is not None:
            self._row(job).fail(watched.error)
        elif job.number in self._rows:
            self._rows[job.number].end(stopped=watched.stopped)
        self._arrange()

    def _tick(self) -> None:
        now = time.monotonic()
        for watched in self._watched.values():
            row = self._rows.get(watched.job.number)
            if row is None and now - watched.since >= self._shown_after:
                if self._running() >= _MOST_RUNNING:
                    continue
                row = self._row(watched.job)
            if row is not None:
                row.update_from(watched.job)
        for number, row in list(self._rows.items()):
            if row.is_stale(now, self._stays_for):
                self._remove(number)
        self._arrange()

    def _running(self) -> int:
        return sum(not row.ended for row in self._rows.values())

    def _row(self, job: Job) -> JobRow:
        row = self._rows.get(job.number)
        if row is None:
            row = JobRow(job)
            row.dismissed.connect(self._remove)
            self._rows[job.number] = row
            self._layout.insertWidget(self._layout.count() - 1, row)
        return row

    def _remove(self, number: int) -> None:
        row = self._rows.pop(number, None)
        if row is not None:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._arrange()

    def _arrange(self) -> None:
        ended = [number for number, row in self._rows.items() if row.ended and not row.failed]
        for number in ended[:-_MOST_ENDED]:
            row = self._rows.pop(number)
            row.hide()
            row.deleteLater()
        now = time.monotonic()
        hidden = sum(
            number not in self._rows and now - watched.since >= self._shown_after
            for number, watched in self._watched.items()
        )
        self.more.setText(self.tr("%n more waiting", "", hidden))
        self.more.setVisible(hidden > 0)
        self.setVisible(bool(self._rows))
        if not self._rows and not self._watched:
            self._timer.stop()


class _Watched:
    """Remembers how a job ended until the runner says that it has."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.since = time.monotonic()
        self.error: Exception | None = None
        self.stopped = False
        job.failed.connect(self.note_failed)
        job.cancelled.connect(self.note_cancelled)

    def note_failed(self, error: Exception) -> None:
        self.error = error

    def note_cancelled(self) -> None:
        self.stopped = True


class JobRow(QFrame):
    """One job: its title, how far it is, and Stop; at the end its outcome and Dismiss."""

    dismissed = Signal(int)

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = job
        self._number, self._title = job.number, job.title
        self._run: Callable[[], object] | None = None
        self._ended_at: float | None = None
        self._stays = False
        self.failed = False

        self.setProperty("role", "card")
        self.setAccessibleName(job.title)
        self.title: QLabel = label(job.title, "heading")
        self.title.setWordWrap(False)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(job.title)
        self.status: QLabel = label(self.tr("Working"), "muted")
        self.status.setWordWrap(False)
        self.result = button("")
        self.result.hide()
        self.stop = button(self.tr("Stop"))
        self.stop.setAccessibleName(self.tr("Stop: %1").replace("%1", job.title))

        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        layout.setSpacing(GRID * 2)
        layout.addWidget(self.title)
        layout.addWidget(self.progress, 1)
        layout.addWidget(self.status)
        layout.addWidget(self.result)
        layout.addWidget(self.stop)

        self.result.clicked.connect(self._open_result)
        self.stop.clicked.connect(self._stop_or_dismiss)

    @property
    def ended(self) -> bool:
        """Say whether the job has come to its end."""
        return self._ended_at is not None

    def is_stale(self, now: float, stays_for: float) -> bool:
        """Say whether the row has said all it had to say for long enough."""
        return self._ended_at is not None and not self._stays and now - self._ended_at > stays_for

    def update_from(self, job: Job) -> None:
        """Show how far the job is."""
        progress = job.progress
        if progress is None or self.ended:
            return
        note = progress.note
        parts = [in_words(note) if isinstance(note, Sentence) else note] if note else []
        if progress.total:
            self.progress.setRange(0, _STEPS)
            self.progress.setValue(progress.done * _STEPS // progress.total)
            done, total = _number(progress.done), _number(progress.total)
            parts.append(self.tr("%1 of %2").replace("%1", done).replace("%2", total))
        elif progress.done:
            parts.append(_number(progress.done))
        left = job.time_left()
        if left is not None:
            parts.append(self._time_left(left))
        self.status.setText(" · ".join(parts) or self.tr("Working"))
        self.progress.setAccessibleDescription(self.status.text())

    def end(self, *, stopped: bool) -> None:
        """Say that the job is over; what was offered stays in its place."""
        if self._run is None:
            self._conclude(self.tr("Stopped") if stopped else self.tr("Done"))

    def fail(self, error: Exception) -> None:
        """Say why the job failed, until the person has read it."""
        words = explain(error)
        self.failed = self._stays = True
        self._conclude(f"{words.says} {words.advice}")
        restyle(self.status, tone="bad")

    def offer(self, text: str, button_text: str, run: Callable[[], object]) -> None:
        """Say what came of it and offer the result."""
        self._run, self._stays = run, True
        self._conclude(text)
        self.result.setText(button_text)
        self.result.show()

    def _conclude(self, text: str) -> None:
        self._job = None
        self._ended_at = time.monotonic()
        self.progress.hide()
        self.status.setText(text)
        self.status.setWordWrap(True)
        self._layout.setStretchFactor(self.status, 1)
        self.setAccessibleDescription(text)
        self.stop.setEnabled(True)
        self.stop.setText(self.tr("Dismiss"))
        self.stop.setAccessibleName(self.tr("Dismiss: %1").replace("%1", self._title))

    def _time_left(self, seconds: float) -> str:
        if seconds < _MINUTE:
            return self.tr("%n s left", "", max(1, round(seconds)))
        return self.tr("%n min left", "", round(seconds / _MINUTE))

    def _stop_or_dismiss(self) -> None:
        if self._job is None:
            self.dismissed.emit(self._number)
            return
        self._job.cancel()
        self.stop.setEnabled(False)
        self.status.setText(self.tr("Stopping"))

    def _open_result(self) -> None:
        run = self._run
        self.dismissed.emit(self._number)
        if run is not None:
            run()


def _number(value: int) -> str:
    return QLocale().toString(value)
