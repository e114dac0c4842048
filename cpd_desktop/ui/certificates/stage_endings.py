"""The forms that end a certificate: revoked with a reason, or replaced by a corrected one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit

from cpd_desktop.domain.certificates.register import required_reason
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.widgets import GRID, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.services.certificates.corrections import Correction


class StageReasonDialog(FormDialog):
    """Asks for a reason that is kept; ``offered`` carries it."""

    offered = Signal(str)

    def __init__(self, parent: QWidget, title: str, verb: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.accept_button.setText(verb)
        self.accept_button.setAccessibleName(verb)
        self.why = QLineEdit()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * READABLE)

    def offer(self) -> None:
        """Hand over the reason, if there is one."""
        try:
            why = required_reason(self.why.text())
        except Invalid as error:
            self.show_problems(error.problems)
            return
        self.offered.emit(why)
        self.accept()

    def ask_why(self, example: str) -> None:
        """Add the field, below what the form says."""
        self.why.setPlaceholderText(example)
        self.add_field("why", self.tr("&Reason"), self.why)
        self.why.setFocus()


class StageRevokeDialog(StageReasonDialog):
    """Asks why certificates should not count any more."""

    def __init__(self, parent: QWidget, issued: Certificate) -> None:
        super().__init__(parent, self.tr("Revoke {number}"), self.tr("Revoke"))
        self.setWindowTitle(self.windowTitle().format(number=issued.number))
        told = self.tr(
            "{number} of {person} will not count any more. The file stays in the register, and"
            " whoever verifies it is told. This cannot be undone."
        )
        says = label(told.format(number=issued.number, person=issued.name), data=True)
        says.setContentsMargins(0, 0, 0, GRID)
        self.rows.addWidget(says, 0, 0, 1, 2)
        self.ask_why(self.tr("Such as: was issued by mistake"))


class StageReplaceDialog(StageReasonDialog):
    """Shows what a corrected certificate changes, and asks why it is issued."""

    def __init__(self, parent: QWidget, correction: Correction) -> None:
        super().__init__(parent, self.tr("Replace {number}"), self.tr("Issue the correction"))
        old = correction.certificate
        self.setWindowTitle(self.windowTitle().format(number=old.number))
        told = self.tr(
            "{person} gets a new certificate with a new number, which says what is known now."
            " {number} will not count any more."
        )
        says = label(told.format(number=old.number, person=old.name), data=True)
        says.setContentsMargins(0, 0, 0, GRID)
        self.rows.addWidget(says, 0, 0, 1, 2)
        blocked = correction.why_not is not None or bool(correction.missing)
        if blocked:
            self._say_why_not(correction)
        else:
            self._show_facts(correction)
            self.ask_why(self.tr("Such as: the name was misspelt"))
        self.accept_button.setVisible(not blocked)

    def _say_why_not(self, correction: Correction) -> None:
        reasons = [each.says for each in correction.missing]
        if correction.why_not is not None:
            reasons.insert(0, correction.why_not)
        text = self.tr("No certificate would be issued now: {reasons}")
        told = label(text.format(reasons=" ".join(map(in_words, reasons))), data=True)
        self.rows.addWidget(told, self.rows.rowCount(), 0, 1, 2)

    def _show_facts(self, correction: Correction) -> None:
        table = QGridLayout()
        table.setHorizontalSpacing(GRID * 2)
        same = not any(each.differs for each in correction.facts)
        if same:
            note = label(self.tr("It would say the same as before."), "muted")
            table.addWidget(note, 0, 0, 1, 4)
        for row, fact in enumerate(correction.facts, 1):
            table.addWidget(label(in_words(fact.field), "muted"), row, 0)
            table.addWidget(label(fact.was or "–", data=True), row, 1)  # noqa: RUF001 - a dash
            if fact.differs:
                table.addWidget(label("→"), row, 2)
                becomes = label(fact.becomes or "–", "heading", data=True)  # noqa: RUF001 - a dash
                table.addWidget(becomes, row, 3)
        table.setColumnStretch(1, 1)
        table.setColumnStretch(3, 1)
        self.add_rows("facts", self.tr("It says"), table)
