"""What the columns of a report can tell, where its header does not speak for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpd_desktop.domain.attendance.reports.columns import ReportMap
from cpd_desktop.domain.attendance.reports.words import Column
from cpd_desktop.ui.attendance.report_words import column_words
from cpd_desktop.ui.sample_table import SampleTable
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.attendance.reports.questions import ColumnsUnknown

WHO = (Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.EMAIL, Column.REFERENCE,
       Column.PHONE)  # fmt: skip
STAY = (Column.JOINED, Column.LEFT, Column.DURATION, Column.DAY, Column.ORIGINAL_NAME,
        Column.ATTENDED, Column.SIGNATURE, Column.WAITING, Column.ROLE, Column.GUEST,
        Column.MEETING)  # fmt: skip
_PEOPLE = frozenset({Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.EMAIL})


class ReportColumns(QWidget):
    """Shows the first rows as they came; ``answered`` when somebody said what the columns tell.

    A guess about them is no answer before somebody looked at it.
    """

    answered = Signal()

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = columns
        self._asked: ColumnsUnknown | None = None
        self._is_answered = False
        self.text = label(
            self.tr("Say what the columns tell. It is remembered for files with this header.")
        )
        self.table = SampleTable()
        self.table.setAccessibleName(self.tr("First rows of the file"))
        self.right_button = button(self.tr("The columns are &right"))
        self.right_button.setAccessibleName(self.right_button.text().replace("&", ""))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.text)
        layout.addWidget(self.table)
        layout.addWidget(self.right_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

        self.table.changed.connect(self._answer)
        self.right_button.clicked.connect(self._answer)

    @property
    def is_open(self) -> bool:
        """Say whether it is asked and not answered."""
        return self._asked is not None and not (self._is_answered and self._tells_people)

    def show_question(self, asked: ColumnsUnknown, known: ReportMap | None) -> None:
        """Ask about these columns; the answer begins as it is known or guessed."""
        self.show()
        if asked == self._asked:
            return
        self._asked = asked
        self._is_answered = known is not None
        self.right_button.setVisible(known is None)
        columns = asked.guessed if known is None else known.columns
        told: dict[int, object] = {at: column for column, at in columns.items()}
        first = asked.header_row + 1
        rows = [(number, list(cells)) for number, cells in enumerate(asked.rows, first)]
        choices = [(column_words(each), each) for each in self._columns]
        self.table.show_samples(asked.headers, rows, choices, told)
        self.table.setMinimumHeight(self.table.maximumHeight())

    def forget(self) -> None:
        """Ask nothing any more."""
        self._asked = None
        self.hide()

    def answer(self) -> ReportMap | None:
        """Return what the columns tell, or nothing where nobody said it."""
        if self._asked is None or not self._is_answered:
            return None
        chosen = {Column(name): at for name, at in self.table.chosen().items()}
        return ReportMap(chosen, self._asked.header_row)

    @property
    def _tells_people(self) -> bool:
        return not _PEOPLE.isdisjoint(Column(name) for name in self.table.chosen())

    def _answer(self) -> None:
        self._is_answered = True
        self.right_button.hide()
        self.answered.emit()
