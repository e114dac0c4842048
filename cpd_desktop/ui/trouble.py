"""Stands in for the window when the data cannot be opened: what happened, and the ways out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cpd_desktop.domain.errors import CpdError, Damaged
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.file_questions import ask_for_file, ask_for_folder
from cpd_desktop.ui.flow import FlowRow, fit_height
from cpd_desktop.ui.settings.backup_table import BackupTable
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, button, card, label
from cpd_desktop.ui.wording import explain

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from cpd_desktop.services.backups import Backups
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.backup import Backup
    from cpd_desktop.ui.jobs import JobRunner
    from cpd_desktop.ui.theme import Theme

WIDTH_CHARACTERS = 92


class TroubleWindow(QWidget):
    """Says what happened and was kept; for damaged data it puts a backup back."""

    restored = Signal()
    retry = Signal()
    folder_chosen = Signal(str)

    def __init__(self, error: CpdError, backups: Backups, jobs: JobRunner, theme: Theme) -> None:
        super().__init__()
        self._backups = backups
        self._jobs = jobs
        self._restorable = isinstance(error, Damaged)
        self._listed: list[Backup] = []
        words = explain(error)
        self.setWindowTitle(self.tr("CPD Desktop cannot open your data"))
        self.setWindowIcon(theme.icon("warning", "warn"))
        self.happened = label(words.says)
        self.to_do = label(words.advice)
        self.place = label(
            self.tr("Data folder: {folder}").format(folder=backups.folder.path), "caption"
        )
        self.table = BackupTable(bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC")
        self.kept = label(self.tr("Looking for backups…"), "muted")
        self.note = Note()
        self.restore_button = button(self.tr("&Restore this backup"), "primary")
        self.file_button = button(self.tr("Choose a &backup file…"))
        self.retry_button = button(self.tr("&Try again"))
        self.folder_button = button(self.tr("Choose another &folder…"))
        self.quit_button = button(self.tr("&Quit"), "quiet")

        self._sheet = card()
        self._lay_out()
        width = self.fontMetrics().averageCharWidth() * WIDTH_CHARACTERS
        self.resize(min(width, self.screen().availableGeometry().width()), 0)

        self.table.selected.connect(self._enable)
        self.restore_button.clicked.connect(self._restore_chosen)
        self.file_button.clicked.connect(self.ask_which)
        self.folder_button.clicked.connect(self.ask_folder)
        self.retry_button.clicked.connect(self.retry)
        self.quit_button.clicked.connect(self.close)
        self._enable()
        if self._restorable:
            self._run(self._list, self._show)
        self.retry_button.setFocus()

    def ask_which(self) -> None:
        """Ask for a backup that lies elsewhere."""
        kind = self.tr("Backups (*.cpdbackup)")
        ask_for_file(self, self.tr("Choose a backup"), kind, self.offer_file)

    def ask_folder(self) -> None:
        """Ask for another data folder."""
        ask_for_folder(self, self.tr("Choose the data folder"), self.folder_chosen.emit)

    def offer_file(self, path: str) -> None:
        """Check a backup that lies elsewhere, and choose it if it is whole."""
        self._begin(self.tr("Checking the backup…"))
        self._run(partial(self._verify, Path(path)), self._offered)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need."""
        super().showEvent(event)
        fit_height(self, self._sheet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter restore what is chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if focused in (self.restore_button, self.table) and self.restore_button.isEnabled():
                self._restore_chosen()
                return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._sheet)
        inside.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 3)
        inside.setSpacing(GRID * 2)
        inside.addWidget(label(self.tr("Your data could not be opened"), "title"))
        for text in (self.happened, self.to_do, self.place):
            inside.addWidget(text)
        if self._restorable:
            inside.addWidget(self.kept)
            inside.addWidget(self.table, 1)
            inside.addLayout(FlowRow(self.restore_button, self.file_button))
        inside.addWidget(self.note)
        inside.addStretch(0 if self._restorable else 1)
        inside.addLayout(FlowRow(self.retry_button, self.folder_button, self.quit_button))
        for each in (
            self.restore_button,
            self.file_button,
            self.retry_button,
            self.folder_button,
            self.quit_button,
        ):
            each.setAccessibleName(each.text().replace("&", ""))
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(self._sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 3)
        layout.addWidget(scrolled)

    def _run(self, call: Callable[[Work], Any], then: Callable[[Any], None]) -> None:
        job = self._jobs.run(call)
        job.succeeded.connect(then)
        job.failed.connect(self._failed)

    def _list(self, _work: Work) -> list[Backup]:
        return self._backups.list()

    def _verify(self, path: Path, _work: Work) -> Backup:
        return self._backups.verify(path)

    def _restore(self, path: Path, _work: Work) -> Backup | None:
        return self._backups.restore(path)

    def _show(self, backups: list[Backup]) -> None:
        self._listed = backups
        self.table.show_backups(backups)
        self.table.setVisible(bool(backups))
        if backups:
            self.kept.setText(
                self.tr(
                    "There: %n backup(s). The newest is chosen; it is checked before it takes"
                    " the place of the data. How the data is now is kept too.",
                    "",
                    len(backups),
                )
            )
        else:
            self.kept.setText(
                self.tr("There is no backup in the data folder. One may lie elsewhere.")
            )
        self._enable()
        (self.restore_button if backups else self.file_button).setFocus()
        fit_height(self, self._sheet)

    def _offered(self, backup: Backup) -> None:
        others = [each for each in self._listed if each.path != backup.path]
        self._show([backup, *others])
        self.table.selectRow(0)
        self.note.say(self.tr("This backup is whole. Restore it to go on."), "good")

    def _enable(self) -> None:
        self.restore_button.setEnabled(self.table.chosen() is not None)

    def _begin(self, text: str) -> None:
        self.note.say(text)
        for each in (self.restore_button, self.file_button, self.retry_button, self.folder_button):
            each.setEnabled(False)

    def _end(self) -> None:
        for each in (self.file_button, self.retry_button, self.folder_button):
            each.setEnabled(True)
        self._enable()

    def _restore_chosen(self) -> None:
        if (chosen := self.table.chosen()) is None:
            return
        when = day_and_time(chosen.manifest.made, self.table.zone)
        self._begin(self.tr("Checking the backup of {when} and putting it back…").format(when=when))
        self._run(partial(self._restore, chosen.path), self._restored)

    def _restored(self, _before: Backup | None) -> None:
        self.note.say(self.tr("The backup is in place."), "good")
        self._end()
        self.restored.emit()

    def _failed(self, error: Exception) -> None:
        self._end()
        words = explain(error)
        self.note.say(f"{words.says} {words.advice}", "bad")
