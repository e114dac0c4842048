"""The one dialog for defects: calm, with the whole report behind one button."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QVBoxLayout

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.services.report import save
from cpd_desktop.ui.file_questions import ask_where_to_save
from cpd_desktop.ui.flow import FlowRow, fit_height
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

WIDTH_CHARACTERS, REPORT_LINES = 84, 10


class CrashDialog(QDialog):
    """Says that the data is safe and offers the report; nothing is sent by itself."""

    quit_asked = Signal()

    def __init__(self, report: str) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Something unexpected happened"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setMinimumHeight(self.fontMetrics().lineSpacing() * REPORT_LINES)
        self.report.hide()
        self.note = Note()
        self.details_button = button(self.tr("&Details"), "quiet")
        self.details_button.setCheckable(True)
        self.copy_button = button(self.tr("&Copy"))
        self.save_button = button(self.tr("&Save report…"))
        self.quit_button = button(self.tr("&Quit"))
        self.go_on_button = button(self.tr("&Go on"), "primary")
        self.go_on_button.setDefault(True)

        self._lay_out()

        self.details_button.toggled.connect(self._show_details)
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self.ask_where)
        self.go_on_button.clicked.connect(self.accept)
        self.quit_button.clicked.connect(self._quit)
        self.go_on_button.setFocus()
        self._stand_before_the_window()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need."""
        super().showEvent(event)
        fit_height(self)

    def show_report(self, report: str) -> None:
        """Show a report that tells of more than the one before."""
        self.report.setPlainText(report)

    def ask_where(self) -> None:
        """Ask where the report goes."""
        name = self.tr("CPD Desktop report") + ".txt"
        kind = self.tr("Text (*.txt)")
        ask_where_to_save(self, self.tr("Save the report"), name, kind, self.save_to)

    def save_to(self, path: str) -> None:
        """Write the report at once: nothing else can be relied on here."""
        try:
            save(self.report.toPlainText(), Path(path))
        except CpdError as error:
            self.note.say_error(error)
        else:
            self.note.say(self.tr("The report was saved: {path}").format(path=path), "good")
        fit_height(self)

    def _lay_out(self) -> None:
        buttons = (
            self.go_on_button, self.details_button, self.copy_button, self.save_button,
            self.quit_button,
        )  # fmt: skip
        for each in buttons:
            each.setAccessibleName(each.text().replace("&", ""))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        layout.setSpacing(GRID * 2)
        layout.addWidget(label(self.tr("Something unexpected happened."), "heading"))
        layout.addWidget(
            label(
                self.tr(
                    "Your data is safe: everything saved is saved. You can go on. If it happens"
                    " again, save the report and send it to whoever helps you."
                )
            )
        )
        layout.addWidget(
            label(
                self.tr(
                    "The report names no people, addresses or passwords, and nothing is sent by"
                    " itself."
                ),
                "muted",
            )
        )
        layout.addWidget(self.report, 1)
        layout.addWidget(self.note)
        layout.addStretch(0)
        layout.addLayout(FlowRow(*buttons))
        width = self.fontMetrics().averageCharWidth() * WIDTH_CHARACTERS
        self.setMinimumWidth(min(width, self.screen().availableGeometry().width()))

    def _stand_before_the_window(self) -> None:
        # Not its child: the window may be the broken part, and may be closed first.
        window = QApplication.activeWindow()
        if window is not None and window.windowHandle() is not None:
            self.winId()
            self.windowHandle().setTransientParent(window.windowHandle())

    def _show_details(self, seen: bool) -> None:  # noqa: FBT001 - as the signal says it
        self.report.setVisible(seen)
        fit_height(self)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.note.say(self.tr("The report was copied."), "good")
        fit_height(self)

    def _quit(self) -> None:
        self.accept()
        self.quit_asked.emit()
