"""The dialogs of online copies: for how many days, and the links that came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QSpinBox, QVBoxLayout

from cpd_desktop.domain.cloud_storage import LONGEST_LINK
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.certificates.uploads import Uploaded

LINES_SEEN = 12


class DaysDialog(FormDialog):
    """Says what will be where, and asks for how long; ``offered`` carries the days."""

    offered = Signal(int)

    def __init__(self, parent: QWidget, count: int, place: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Put %n certificate(s) online", "", count))
        self.accept_button.setText(self.tr("Put online"))
        self.accept_button.setAccessibleName(self.accept_button.text())
        self.days = QSpinBox()
        self.days.setRange(1, LONGEST_LINK)
        self.days.setValue(LONGEST_LINK)
        told = label(
            self.tr(
                "Copies go to your storage. Whoever has a link can read that certificate until the"
                " link ends; the copy stays in the storage."
            )
        )
        told.setContentsMargins(0, 0, 0, GRID)
        self.rows.addWidget(label(place, "heading", data=True), 0, 0, 1, 2)
        self.rows.addWidget(told, 1, 0, 1, 2)
        self.add_field("days", self.tr("&Days that links are good for"), self.days)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)

    def offer(self) -> None:
        """Hand over the days."""
        self.offered.emit(self.days.value())
        self.accept()


class LinksDialog(QDialog):
    """Lists names with their links, which are not shown again."""

    def __init__(self, parent: QWidget, uploaded: Sequence[Uploaded], days: int) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Links to %n certificate(s)", "", len(uploaded)))
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.list.setAccessibleName(self.tr("Names and links"))
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * LINES_SEEN)
        self.list.setMinimumWidth(self.fontMetrics().averageCharWidth() * READABLE)
        self.list.setPlainText(
            "\n".join(f"{each.certificate.name}\t{each.link}" for each in uploaded)
        )
        self.copy_all = button(self.tr("&Copy all"), "primary")
        self.close_button = button(self.tr("Close"))
        for each in (self.copy_all, self.close_button):
            each.setAccessibleName(each.text().replace("&", ""))
        self.copied = label("", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        layout.setSpacing(GRID * 2)
        layout.addWidget(
            label(self.tr("The links end after %n day(s). They are kept nowhere.", "", days))
        )
        layout.addWidget(self.list, 1)
        layout.addLayout(FlowRow(self.copy_all, self.close_button, self.copied))

        self.copy_all.clicked.connect(self._copy_all)
        self.close_button.clicked.connect(self.accept)

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.list.toPlainText())
        self.copied.setText(self.tr("Copied"))
