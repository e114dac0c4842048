"""What the columns of a report can tell, where its header does not speak for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.reports.columns import ReportMap
from cpd_desktop.domain.attendance.reports.words import Column
from cpd_desktop.ui.attendance.report_words import column_words
from cpd_desktop.ui.sample_table import SampleTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.attendance.reports.questions import ColumnsUnknown

WHO = (Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.EMAIL, Column.REFERENCE,
       Column.PHONE)  # fmt: skip
STAY = (Column.JOINED, Column.LEFT, Column.DURATION, Column.DAY, Column.ORIGINAL_NAME,
        Column.ATTENDED, Column.SIGNATURE, Column.WAITING, Column.ROLE, Column.GUEST,
        Column.MEETING)  # fmt: skip
_PEOPLE = frozenset({Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.EMAIL})


class ReportColumns(SampleTable):
    """Shows the first rows as they came, and takes what their columns tell."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = columns
        self._asked: ColumnsUnknown | None = None
        self.setAccessibleName(self.tr("First rows of the file"))
        self.hide()

    def show_question(self, asked: ColumnsUnknown, known: ReportMap | None) -> None:
        """Ask about these columns; the answer begins as it is known or guessed."""
        self.show()
        if asked == self._asked:
            return
        self._asked = asked
        columns = asked.guessed if known is None else known.columns
        told: dict[int, object] = {at: column for column, at in columns.items()}
        rows = [
            (number, list(cells)) for number, cells in enumerate(asked.rows, asked.header_row + 1)
        ]
        choices = [(column_words(each), each) for each in self._columns]
        self.show_samples(asked.headers, rows, choices, told)

    def forget(self) -> None:
        """Ask nothing any more."""
        self._asked = None
        self.hide()

    def answer(self) -> ReportMap | None:
        """Return what the columns tell, or nothing where that was not asked."""
        if self._asked is None:
            return None
        chosen = {Column(name): at for name, at in self.chosen().items()}
        return ReportMap(chosen, self._asked.header_row)

    @property
    def tells_people(self) -> bool:
        """Say whether a column tells who somebody is; without, nothing can be read."""
        return not _PEOPLE.isdisjoint(Column(name) for name in self.chosen())
