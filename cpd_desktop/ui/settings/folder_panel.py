"""Where the data lies, and whether that is a good place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.surroundings import Finding
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class FolderPanel(Panel):
    """Shows the data folder, and warns if a sync service copies it while it is written."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._folder = desk.services.folder
        caption = label(self._whose())
        self.place = QLineEdit(str(self._folder.path))
        self.place.setReadOnly(True)
        self.place.setAccessibleName(self.tr("Data folder"))
        self.place.setCursorPosition(0)
        caption.setBuddy(self.place)
        self.warning = label("")
        self._banner = QFrame()
        self._banner.setProperty("role", "banner")
        self._banner.setProperty("tone", "warn")
        self._banner.hide()
        self.open_button = button(self.tr("&Open the folder"))
        self.copy_button = button(self.tr("Copy the &path"), "quiet")

        inside = QVBoxLayout(self._banner)
        inside.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        inside.addWidget(self.warning)
        self.rows.addWidget(caption)
        self.rows.addWidget(self.place)
        self.rows.addWidget(self._banner)
        self.add_buttons(self.open_button, self.copy_button)
        self.rows.addWidget(
            label(
                self.tr(
                    "Nothing leaves this computer by itself. CPD Desktop uses the network only"
                    " for what you ask: Zoom, e-mail and payments. Removing the program leaves"
                    " this folder where it is."
                ),
                "muted",
            )
        )
        self.rows.addWidget(self.note)

        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(self._copy)

    def refresh(self) -> None:
        """Look whether the folder is synchronised."""
        self.run(self._look, self._warn)

    def open_place(self, url: QUrl) -> bool:
        """Open the folder in the system's own window; say whether that worked."""
        return QDesktopServices.openUrl(url)

    def _whose(self) -> str:
        if self._folder.is_portable:
            return self.tr("CPD Desktop is portable: everything lies in this folder beside it.")
        return self.tr("Everything lies in this folder on this computer:")

    def _look(self, _work: Work) -> list[Finding]:
        return self.desk.services.surroundings.findings()

    def _warn(self, found: list[Finding]) -> None:
        told = (f"{in_words(each.says)} {in_words(each.advice)}" for each in found)
        self.warning.setText("\n\n".join(told))
        self._banner.setVisible(bool(found))

    def _open(self) -> None:
        if self.open_place(QUrl.fromLocalFile(str(self._folder.path))):
            self.note.say("")
        else:
            self.note.say(
                self.tr("Nothing on this computer opens folders. Copy the path instead."), "warn"
            )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._folder.path))
        self.place.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place.selectAll()
        self.note.say(self.tr("The path was copied."), "good")
