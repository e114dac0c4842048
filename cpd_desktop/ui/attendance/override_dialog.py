"""The form that holds something against the computation: met or not met, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout

from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.attendance.outcomes import NO_REASON
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.widgets import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

VERDICTS = (Verdict.MET, Verdict.NOT_MET, Verdict.CLEAR)
MOST_NAMED = 5


class OverrideDialog(FormDialog):
    """Asks for the verdict about one or several people; ``offered`` carries it and the reason."""

    offered = Signal(Verdict, str)

    def __init__(self, parent: QWidget, names: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Override the result of %n person(s)", "", len(names)))
        self.accept_button.setText(self.tr("Override"))
        told = ", ".join(names[:MOST_NAMED])
        if len(names) > MOST_NAMED:
            told = self.tr("{names} and %n more", "", len(names) - MOST_NAMED).format(names=told)
        self.rows.addWidget(label(told, "heading", data=True), 0, 0, 1, 2)
        self.verdicts = QButtonGroup(self)
        inside = QVBoxLayout()
        for number, text in enumerate(
            (
                self.tr("The rule is &met"),
                self.tr("The rule is &not met"),
                self.tr("Go by what is &computed again"),
            )
        ):
            made = QRadioButton(text)
            self.verdicts.addButton(made, number)
            inside.addWidget(made)
        self.verdicts.button(0).setChecked(True)
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("Such as: was there by telephone"))
        self.add_rows("verdict", self.tr("Decision"), inside)
        self.add_field("why", self.tr("&Reason"), self.why)
        self.why.setMinimumWidth(self.fontMetrics().averageCharWidth() * 48)
        self.why.setFocus()

    def offer(self) -> None:
        """Hand over the decision, if it says why."""
        why = self.why.text().strip()
        if not self.show_problems({} if why else {"why": NO_REASON}):
            self.offered.emit(VERDICTS[self.verdicts.checkedId()], why)
            self.accept()
