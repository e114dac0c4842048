"""Asks why an event must be kept longer than its rules want, and until when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QLineEdit

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.retention import Hold
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.retention import Retention


class HoldDialog(FormDialog):
    """Asks for reason and last day; ``offered`` carries them, without a day until it is lifted."""

    offered = Signal(str, object)

    def __init__(self, parent: QWidget, title: str, kept: Retention) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keep “{title}” longer").format(title=title))
        self.accept_button.setText(self.tr("Keep it longer"))
        self.why = QLineEdit(kept.hold.why if kept.hold else "")
        self.why.setPlaceholderText(self.tr("Such as a complaint; an auditor reads it"))
        self.why.setMinimumWidth(self.fontMetrics().averageCharWidth() * 50)
        until = (kept.hold.until if kept.hold else None) or kept.until
        self.day = QDateEdit(QDate(until.year, until.month, until.day))
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(self.tr("Last day"))
        self.limited = QCheckBox(self.tr("Only &until"))
        self.limited.setAccessibleName(self.tr("Only until a day, not until it is lifted"))
        self.limited.setChecked(bool(kept.hold and kept.hold.until))
        self.day.setEnabled(self.limited.isChecked())

        until_row = QHBoxLayout()
        until_row.setSpacing(GRID)
        until_row.addWidget(self.limited)
        until_row.addWidget(self.day)
        until_row.addStretch(1)
        self.add_field("why", self.tr("&Reason"), self.why)
        self.add_rows("until", self.tr("Until it is lifted, or"), until_row)
        self.why.setFocus()

        self.limited.toggled.connect(self.day.setEnabled)

    def offer(self) -> None:
        """Hand over reason and day, or show why that cannot be kept."""
        chosen = self.day.date()
        until = date(chosen.year(), chosen.month(), chosen.day())
        hold = Hold(self.why.text().strip(), until if self.limited.isChecked() else None)
        try:
            hold.require_valid()
        except Invalid as error:
            self.show_problems(error.problems)
            return
        self.offered.emit(hold.why, hold.until)
        self.accept()
