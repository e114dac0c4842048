"""The forms of the register: why a certificate ends, and for which period a statement is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QDateEdit, QLineEdit

from cpd_desktop.domain.certificates.register import required_reason
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.services.certificates.statements import ENDS_FIRST
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.certificates.register import Certificate

Deed = Literal["revoke", "replace"]
MOST_NAMED = 5


class ReasonDialog(FormDialog):
    """Says what will happen to certificates and asks why; ``offered`` carries the reason."""

    offered = Signal(str)

    def __init__(self, parent: QWidget, deed: Deed, chosen: Sequence[Certificate]) -> None:
        super().__init__(parent)
        revokes, count = deed == "revoke", len(chosen)
        title = (
            self.tr("Revoke %n certificate(s)", "", count)
            if revokes
            else self.tr("Replace %n certificate(s)", "", count)
        )
        means = (
            self.tr(
                "They do not count any more, and whoever verifies them with your newest list reads"
                " so. This cannot be undone; they stay in the register with the reason."
            )
            if revokes
            else self.tr(
                "Each person gets a corrected certificate with a new number that says what is known"
                " now. The old one points to it and does not count any more. This cannot be undone."
            )
        )
        self.setWindowTitle(title)
        self.accept_button.setText(self.tr("Revoke") if revokes else self.tr("Replace"))
        self.accept_button.setAccessibleName(self.accept_button.text())
        named = [f"{each.name}, {each.number}" for each in chosen[:MOST_NAMED]]
        if count > MOST_NAMED:
            named.append(self.tr("and %n more", "", count - MOST_NAMED))
        self.why = QLineEdit()
        self.why.setPlaceholderText(
            self.tr("Such as: issued in error") if revokes else self.tr("Such as: name corrected")
        )
        self.why.setMinimumWidth(self.fontMetrics().averageCharWidth() * 48)
        told = label(means)
        told.setContentsMargins(0, 0, 0, GRID)
        self.rows.addWidget(label("\n".join(named), "heading", data=True), 0, 0, 1, 2)
        self.rows.addWidget(told, 1, 0, 1, 2)
        self.add_field("why", self.tr("&Reason"), self.why)
        self.why.setFocus()

    def offer(self) -> None:
        """Hand over the reason."""
        try:
            why = required_reason(self.why.text())
        except Invalid as error:
            self.show_problems(error.problems)
            return
        self.offered.emit(why)
        self.accept()


class StatementDialog(FormDialog):
    """Asks for which period all credits of a person are wanted; ``offered`` carries the days."""

    offered = Signal(date, date)

    def __init__(self, parent: QWidget, name: str, today: date) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Statement of credits"))
        self.accept_button.setText(self.tr("Save as PDF…"))
        self.accept_button.setAccessibleName(self.accept_button.text())
        self.first = _day_field(QDate(today.year, 1, 1))
        self.last = _day_field(QDate(today.year, today.month, today.day))
        self.rows.addWidget(label(name, "heading", data=True), 0, 0, 1, 2)
        told = label(
            self.tr("All credits of the certificates that count, of events in this period."),
            "muted",
        )
        told.setContentsMargins(0, 0, 0, GRID)
        self.rows.addWidget(told, 1, 0, 1, 2)
        self.add_field("first", self.tr("&From"), self.first)
        self.add_field("last", self.tr("&To"), self.last)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)

    def offer(self) -> None:
        """Hand over the days, if they are a period."""
        first, last = _day(self.first), _day(self.last)
        if not self.show_problems({"last": ENDS_FIRST} if last < first else {}):
            self.offered.emit(first, last)
            self.accept()


def _day_field(day: QDate) -> QDateEdit:
    made = QDateEdit(day)
    made.setCalendarPopup(True)
    made.setDisplayFormat(QLocale().dateFormat(QLocale.FormatType.LongFormat))
    return made


def _day(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
