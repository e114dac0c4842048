"""Saves the audit binder of an event, and offers to show where it lies."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from cpd_desktop.ui.file_questions import ask_where_to_save
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.binder import Written
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

NAME_LIMIT = 100


class BinderOutput(QObject):
    """Asks where a binder is to go, writes it as a job that can be stopped, and says what it is."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent
        self.saved: QMessageBox | None = None

    def ask(self, event_id: int, title: str) -> None:
        """Ask where the binder of an event is to go."""
        what = self.tr("Audit binder")
        plain = "".join(" " if each in '\\/:*?"<>|' or each < " " else each for each in title)
        ask_where_to_save(
            self._widget,
            what,
            f"{plain.strip()[:NAME_LIMIT]} - {what}.zip",
            "ZIP (*.zip)",
            partial(self.save, event_id),
        )

    def save(self, event_id: int, chosen: str) -> None:
        """Write the binder there."""
        path, binders = Path(chosen), self._desk.services.binders

        def write(work: Work) -> Written:
            return binders.write(event_id, path, work)

        self._desk.operations.carry_out(
            write,
            origin=self,
            title=self.tr("Writing {name}").format(name=path.name),
            then=partial(self._show, path),
            # Large originals take their time, and nothing is written to the database meanwhile.
            lane=Lane.NETWORK,
        )

    def open_folder(self, path: Path) -> None:
        """Open the folder in the system's own window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _show(self, path: Path, written: Written) -> None:
        box = QMessageBox(self._widget.window())
        box.setWindowTitle(self.tr("Audit binder"))
        box.setText(self.tr("Written: {path}").format(path=path))
        says = self.tr("%n file(s). The SHA-256 of its manifest, to tell whoever gets it:", "",
                       written.files)  # fmt: skip
        faults = "".join(f"\n\n{in_words(each)}" for each in written.faults)
        box.setInformativeText(f"{says}\n{written.sha256}{faults}")
        box.setIcon(QMessageBox.Icon.Warning if faults else QMessageBox.Icon.Information)
        opens = box.addButton(self.tr("Open the folder"), QMessageBox.ButtonRole.ActionRole)
        close = box.addButton(self.tr("Close"), QMessageBox.ButtonRole.RejectRole)
        for each in (opens, close):
            each.setAccessibleName(each.text())
        box.setDefaultButton(close)
        box.setEscapeButton(close)
        opens.clicked.connect(partial(self.open_folder, path))
        box.finished.connect(self._closed)
        self.saved = box
        box.open()

    def _closed(self) -> None:
        if self.saved is not None:
            self.saved.deleteLater()
            self.saved = None
