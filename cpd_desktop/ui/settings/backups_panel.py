"""The backups there are: make one, check one, go back to one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.file_questions import ask_for_file, ask_where_to_save
from cpd_desktop.ui.questions import Question
from cpd_desktop.ui.settings.backup_table import BackupTable
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.work import Work
    from cpd_desktop.store.backup import Backup
    from cpd_desktop.ui.desk import Desk


class BackupsPanel(Panel):
    """Lists the dated backups of the data folder, and puts one back after asking."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._service = desk.services.backups
        self.table = BackupTable(desk.local_zone)
        self.none = label(self.tr("No backups yet. The first one is made today, and appears here."))
        self.none.hide()
        self.create_button = button(self.tr("&Back up now…"), "primary")
        self.check_button = button(self.tr("&Check"))
        self.restore_button = button(self.tr("&Restore…"))
        self.file_button = button(self.tr("Restore from a fi&le…"), "quiet")
        self.question: Question | None = None
        self._wanted: Path | None = None

        self.rows.addWidget(
            label(
                self.tr(
                    "A backup is made on each day that you work and before every update. One"
                    " that you make here holds everything, also the files, and can lie anywhere."
                ),
                "muted",
            )
        )
        self.rows.addWidget(self.table)
        self.rows.addWidget(self.none)
        self.add_buttons(
            self.create_button, self.check_button, self.restore_button, self.file_button
        )
        self.rows.addWidget(self.note)

        self.table.selected.connect(self._enable)
        self.create_button.clicked.connect(self.ask_where)
        self.check_button.clicked.connect(self._check)
        self.restore_button.clicked.connect(self._restore_selected)
        self.file_button.clicked.connect(self.ask_which)
        self._enable()

    def refresh(self) -> None:
        """List the backups again."""
        self.run(self._list, self._show)

    def ask_where(self) -> None:
        """Ask where the new backup goes."""
        today = self.desk.services.clock.now().date().isoformat()
        name = self.tr("CPD Desktop {date}").format(date=today) + ".cpdbackup"
        ask_where_to_save(self, self.tr("Back up to"), name, self._kind(), self.back_up_to)

    def ask_which(self) -> None:
        """Ask for a backup that lies elsewhere."""
        ask_for_file(self, self.tr("Restore from"), self._kind(), self.look_before_restore)

    def back_up_to(self, path: str) -> None:
        """Write a backup of everything to this place."""
        self.note.say(self.tr("Writing and checking the backup…"))
        self.run(partial(self._create, path), self._created, title=self.tr("Back up"))

    def look_before_restore(self, path: str) -> None:
        """Check the backup, then ask whether it shall be put back."""
        self.note.say(self.tr("Checking the backup…"))
        self.run(partial(self._verify, path), self._ask, title=self.tr("Check a backup"))

    def _kind(self) -> str:
        return self.tr("Backups (*.cpdbackup)")

    def _list(self, _work: Work) -> list[Backup]:
        return self._service.list()

    def _create(self, path: str, _work: Work) -> Backup:
        return self._service.create(Path(path))

    def _verify(self, path: str, _work: Work) -> Backup:
        return self._service.verify(Path(path))

    def _show(self, backups: list[Backup]) -> None:
        self.table.show_backups(backups)
        self.table.setVisible(bool(backups))
        self.none.setVisible(not backups)
        self._enable()

    def _enable(self) -> None:
        for each in (self.check_button, self.restore_button):
            each.setEnabled(self.table.chosen() is not None)

    def _created(self, backup: Backup) -> None:
        text = self.tr("The backup was written and checked: {path}")
        self.note.say(text.format(path=backup.path), "good")
        self.refresh()

    def _check(self) -> None:
        if chosen := self.table.chosen():
            self.note.say(self.tr("Checking the backup…"))
            call = partial(self._verify, str(chosen.path))
            self.run(call, self._checked, title=self.tr("Check a backup"))

    def _checked(self, backup: Backup) -> None:
        when = day_and_time(backup.manifest.made, self.desk.local_zone)
        text = self.tr("The backup of {when} is whole: every byte fits.")
        self.note.say(text.format(when=when), "good")

    def _restore_selected(self) -> None:
        if chosen := self.table.chosen():
            self.look_before_restore(str(chosen.path))

    def _ask(self, backup: Backup) -> None:
        self.note.say("")
        made, zone = backup.manifest.made, self.desk.local_zone
        text = self.tr("Go back to how everything was on {when}?")
        box = Question(
            self.window(),
            self.tr("Restore a backup"),
            text.format(when=day_and_time(made, zone)),
            self.tr(
                "The backup was checked and is whole. What you did since then will not be"
                " there any more. How it is now is kept as a backup first, so you can come back"
                " to it. CPD Desktop closes its pages and opens them again."
            ),
            yes=self.tr("Restore this backup"),
            no=self.tr("Cancel"),
            role="danger",
        )
        box.finished.connect(self._answered)
        self.question, self._wanted = box, backup.path
        box.open()

    def _answered(self) -> None:
        box, self.question = self.question, None
        if box is not None and box.clickedButton() is box.yes and self._wanted is not None:
            self.desk.places.restore_backup(self._wanted)
