"""What became of every row that was read: the sum that must add up, and that of each report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cpd_desktop.domain.attendance.reconciliation import Reconciliation
from cpd_desktop.ui.attendance.words import origin_words, sum_words
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.widgets import GRID, button, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.ui.attendance.content import AttendanceContent, ReadReport


class SumBar(QWidget):
    """Tells the sum in a line; the reports behind it are unfolded by a button."""

    def __init__(self) -> None:
        super().__init__()
        self.sum = label("", "caption")
        self.unfold = button("", "quiet")
        self.unfold.setCheckable(True)
        self.reports = label("", "caption", data=True)
        self.reports.hide()
        self.warnings = label("", "caption", data=True)
        restyle(self.warnings, tone="warn")
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.sum, 1)
        top.addWidget(self.unfold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.warnings)
        layout.addLayout(top)
        layout.addWidget(self.reports)

        self.unfold.toggled.connect(self.reports.setVisible)

    def show_content(self, content: AttendanceContent) -> None:
        """Show what became of the rows of all reports, and what is odd about any."""
        told = content.found.reconciliation if content.found else Reconciliation(0)
        told.require_exact()
        self.sum.setText(sum_words(told) if content.reports else self.tr("By check-in alone"))
        count = len(content.reports)
        self.unfold.setText(self.tr("%n report(s)", "", count))
        self.unfold.setAccessibleName(self.unfold.text())
        self.unfold.setVisible(bool(count))
        self.reports.setText(
            "\n".join(self._report(each, content.event.zone) for each in content.reports)
        )
        warnings = [
            f"⚠ {each.kept.original.file_name}: {in_words(says)}"
            for each in content.reports
            for says in each.warnings
        ]
        self.warnings.setText("\n".join(warnings))
        self.warnings.setVisible(bool(warnings))

    def _report(self, each: ReadReport, zone: str) -> str:
        kept = each.kept
        parts = [
            kept.original.file_name or origin_words(kept.origin),
            origin_words(kept.origin),
            self.tr("version {number}").format(number=each.version),
            day_and_time(kept.added_at, zone),
            sum_words(each.became),
        ]
        return " · ".join(dict.fromkeys(parts))
