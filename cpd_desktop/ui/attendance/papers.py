"""What goes out of the Attendance stage: a spreadsheet, a PDF, a print."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from cpd_desktop.ui.file_questions import ask_where_to_save
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QWidget

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance
    from cpd_desktop.ui.desk import Desk

MOST_LETTERS = 120


class AttendancePapers(QObject):
    """Asks where a file is to go and writes it off the window's thread.

    ``current`` gives the attendance that is shown, or nothing while there is none.
    """

    def __init__(
        self, desk: Desk, parent: QWidget, current: Callable[[], EventAttendance | None]
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent
        self._current = current
        self._prints: QTemporaryDir | None = None

    def add_to(self, menu: QMenu) -> None:
        """Add an entry for each file, and for printing, to a menu."""
        menu.addAction(self.tr("Save as spreadsheet…"), self.save_spreadsheet)
        menu.addAction(self.tr("Save as CSV…"), self.save_csv)
        menu.addAction(self.tr("Save as PDF…"), self.save_pdf)
        menu.addAction(self.tr("Print…"), self.print_out)

    def save_spreadsheet(self) -> None:
        """Ask for an XLSX file and write everybody's attendance into it."""
        self._ask("xlsx")

    def save_csv(self) -> None:
        """Ask for a CSV file and write everybody's attendance into it."""
        self._ask("csv")

    def save_pdf(self) -> None:
        """Ask for a PDF file and write everybody's attendance into it."""
        self._ask("pdf")

    def print_out(self) -> None:
        """Show the PDF in the program that the system has for it, which prints it."""
        found = self._current()
        if found is None:
            return
        if self._prints is None:
            self._prints = QTemporaryDir()
        path = Path(self._prints.path()) / f"{self._name(found)}.pdf"
        self._write(found, self._open, str(path))

    def _ask(self, kind: str) -> None:
        found = self._current()
        if found is not None:
            ask_where_to_save(
                self._widget,
                self.tr("Attendance"),
                f"{self._name(found)}.{kind}",
                f"{kind.upper()} (*.{kind})",
                partial(self._write, found, self._say),
            )

    def _name(self, found: EventAttendance) -> str:
        what = self.tr("Attendance")
        name = f"{found.facts.event.title} - {what}"
        return re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", name).strip()[:MOST_LETTERS]

    def _write(self, found: EventAttendance, then: Callable[[Path], None], chosen: str) -> None:
        path, export = Path(chosen), self._desk.services.attendance_export
        language = QLocale().bcp47Name()
        self._desk.operations.carry_out(
            lambda work: export.write(found, path, work, in_words, language),
            origin=self,
            title=self.tr("Writing {name}").format(name=path.name),
            then=partial(_tell, then, path),
        )

    def _say(self, path: Path) -> None:
        self._desk.operations.told.emit(self.tr("Written: {path}").format(path=path), False)

    def _open(self, path: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("The list opens as a PDF; print it there.")
        else:
            text = self.tr("No program here opens PDF files. Save the list as PDF instead.")
        self._desk.operations.told.emit(text, False)


def _tell(then: Callable[[Path], None], path: Path, _people: int) -> None:
    then(path)
