"""What came of bringing a report in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpd_desktop.ui.attendance.report_caution import Caution
from cpd_desktop.ui.attendance.report_words import in_earnest, outcome_words, rows_words
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from cpd_desktop.ui.attendance.report_reading import BroughtIn


class ReportOutcome(QWidget):
    """Says how many rows became what, and what a person should still know."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("", "heading")
        self.lines = label("")
        self.caution = Caution()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for each in (self.heading, self.lines, self.caution):
            layout.addWidget(each)
        self.hide()

    def show_outcome(self, told: BroughtIn) -> None:
        """Show it, with what was warned of when the report was read."""
        kept = told.taken.report
        text = self.tr("Nothing changed")
        if kept is not None and not told.taken.known:
            text = self.tr("{rows} imported").format(rows=rows_words(kept.rows))
        self.heading.setText(text)
        self.lines.setText("\n".join(outcome_words(told)))
        self.caution.say(in_earnest(told.taken.warnings))
        self.show()
