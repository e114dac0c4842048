"""What helps when something is wrong: the version, a check of everything, a report to send."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from cpd_desktop import __version__
from cpd_desktop.services.report import save
from cpd_desktop.ui.file_questions import ask_where_to_save
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

LINES_SHOWN = 14


class HelpPanel(Panel):
    """Shows the report before it can be saved: nothing is sent that was not read."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        version = label(self.tr("CPD Desktop {version}").format(version=__version__))
        self.check_button = button(self.tr("&Check everything"), "primary")
        self.save_button = button(self.tr("&Save the report…"))
        self.steps_button = button(self.tr("First s&teps…"), "quiet")
        self.shortcuts_button = button(self.tr("&Keyboard shortcuts"), "quiet")
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setMinimumHeight(self.report.fontMetrics().lineSpacing() * LINES_SHOWN)
        self.report.hide()
        self.save_button.hide()

        self.rows.addWidget(version)
        self.rows.addWidget(
            label(
                self.tr(
                    "The check looks at the data, the backups and the secrets, and writes a"
                    " report without names, addresses or passwords. You read it before it goes"
                    " anywhere."
                ),
                "muted",
            )
        )
        self.add_buttons(
            self.check_button, self.save_button, self.shortcuts_button, self.steps_button
        )
        self.rows.addWidget(self.report)
        self.rows.addWidget(self.note)

        self.check_button.clicked.connect(self._check)
        self.save_button.clicked.connect(self.ask_where)
        self.shortcuts_button.clicked.connect(self._show_shortcuts)
        self.steps_button.clicked.connect(self._show_steps)

    def ask_where(self) -> None:
        """Ask where the report goes."""
        name = self.tr("CPD Desktop report") + ".txt"
        kind = self.tr("Text (*.txt)")
        ask_where_to_save(self, self.tr("Save the report"), name, kind, self.save_to)

    def save_to(self, path: str) -> None:
        """Write the report, exactly as it is shown."""
        self.run(partial(_save, self.report.toPlainText(), Path(path)), self._saved)

    def _show_shortcuts(self) -> None:
        self.desk.places.go("shortcuts")

    def _show_steps(self) -> None:
        self.desk.actions.run("first-steps")

    def _check(self) -> None:
        self.check_button.setEnabled(False)
        self.note.say(self.tr("Looking at everything…"))
        self.run(self._report, self._show, title=self.tr("Check everything"))

    def _report(self, work: Work) -> str:
        return self.desk.services.doctor.report(work)

    def _show(self, report: str) -> None:
        self.check_button.setEnabled(True)
        self.note.say("")
        self.report.setPlainText(report)
        self.report.show()
        self.save_button.show()
        self.report.setFocus()

    def fail(self, error: Exception) -> None:
        """Say what went wrong, and let the check be tried again."""
        self.check_button.setEnabled(True)
        super().fail(error)

    def _saved(self, path: Path) -> None:
        self.note.say(self.tr("The report was saved: {path}").format(path=path), "good")


def _save(text: str, path: Path, _work: Work) -> Path:
    save(text, path)
    return path
