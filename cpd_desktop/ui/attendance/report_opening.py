"""The ways into the dialogs about reports and lists of marks, for whoever shows an event.

A dialog is loaded when it is asked for: all that understands reports comes along with it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.ui.file_questions import ask_for_file, ask_for_files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QFileDialog, QWidget

    from cpd_desktop.ui.attendance.mark_list_dialog import MarkListDialog
    from cpd_desktop.ui.attendance.report_dialog import ReportDialog
    from cpd_desktop.ui.attendance.report_list_dialog import ReportListDialog
    from cpd_desktop.ui.desk import Desk


def bring_reports(
    desk: Desk, parent: QWidget, event_id: int, files: Iterable[Path]
) -> ReportDialog:
    """Open the dialog that brings these files in, one after the other."""
    from cpd_desktop.ui.attendance.report_dialog import ReportDialog

    dialog = ReportDialog(desk, parent, event_id, files)
    dialog.marks_asked.connect(partial(bring_marks, desk, parent, event_id))
    dialog.open()
    return dialog


def ask_for_reports(desk: Desk, parent: QWidget, event_id: int) -> QFileDialog:
    """Ask for files, and bring them in as reports."""

    def chosen(paths: list[str]) -> None:
        bring_reports(desk, parent, event_id, map(Path, paths))

    title = QCoreApplication.translate("reports", "Import reports of who came")
    return ask_for_files(parent, title, _kinds(), chosen)


def bring_marks(desk: Desk, parent: QWidget, event_id: int, path: Path) -> MarkListDialog:
    """Open the dialog that notes what the people on a list did."""
    from cpd_desktop.ui.attendance.mark_list_dialog import MarkListDialog

    dialog = MarkListDialog(desk, parent, event_id, path)
    dialog.open()
    return dialog


def ask_for_marks(desk: Desk, parent: QWidget, event_id: int) -> QFileDialog:
    """Ask for a file, and note what the people on it did."""

    def chosen(path: str) -> None:
        bring_marks(desk, parent, event_id, Path(path))

    title = QCoreApplication.translate("reports", "Import a list of who did something")
    return ask_for_file(parent, title, _kinds(), chosen)


def show_reports(desk: Desk, parent: QWidget, event_id: int) -> ReportListDialog:
    """Open the list of an event's reports."""
    from cpd_desktop.ui.attendance.report_list_dialog import ReportListDialog

    dialog = ReportListDialog(desk, parent, event_id)
    dialog.import_asked.connect(partial(ask_for_reports, desk, parent, event_id))
    dialog.open()
    return dialog


def _kinds() -> str:
    return QCoreApplication.translate("reports", "Tables (*.csv *.tsv *.tab *.txt *.xlsx)")
