"""The first rows of a stranger's table, and above each column the choice of what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QTableWidgetItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.sheets import Row

    Choice = tuple[str, Any] | None  # what it says and what that means; none is a line between

ROWS_SHOWN = 6
SHORTEST, LONGEST = 18, 30  # characters in a column
_CELL_LIMIT = 200  # more of a cell is not seen anyway


class ColumnChoice(QComboBox):
    """Says what one column tells; a wheel turned by chance changes nothing."""

    def __init__(self, column: int, header: str, choices: Iterable[Choice]) -> None:
        super().__init__()
        self.column = column
        self.setAccessibleName(self.tr("What “{column}” tells").format(column=header))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST - 4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItem(self.tr("Leave out"), None)
        for each in choices:
            if each is None:
                self.insertSeparator(self.count())
            else:
                self.addItem(*each)

    def wheelEvent(self, event: object) -> None:
        """Leave the wheel to the table."""
        event.ignore()  # type: ignore[attr-defined]  # every event can be

    @property
    def told(self) -> Any:
        """Return what is chosen, as it was offered; of an enumeration its value."""
        return self.currentData()

    def tell(self, what: object) -> None:
        """Show this choice."""
        self.setCurrentIndex(max(0, self.findData(what)))


class SampleTable(QTableWidget):
    """Shows the first rows; ``changed`` when somebody says that a column tells something else."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: list[ColumnChoice] = []
        self.setAccessibleName(self.tr("First rows of the list"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
        self.verticalHeader().setHighlightSections(False)

    def show_samples(
        self,
        headers: Sequence[str],
        rows: Sequence[Row],
        choices: Sequence[Choice],
        told: Mapping[int, object],
    ) -> None:
        """Show another table, and what its columns seem to tell."""
        rows = rows[:ROWS_SHOWN]
        self.clear()
        self.setRowCount(1 + len(rows))
        self.setColumnCount(len(headers))
        self.setHorizontalHeaderLabels([" ".join(each.split()) for each in headers])
        self.setVerticalHeaderLabels([self.tr("Tells"), *(str(number) for number, _ in rows)])
        self.choices = []
        for column, header in enumerate(headers):
            choice = ColumnChoice(column, header, choices)
            choice.tell(told.get(column))
            self.choices.append(choice)
            self.setCellWidget(0, column, choice)
            for row, (_, cells) in enumerate(rows, 1):
                text = cells[column] if column < len(cells) else ""
                item = QTableWidgetItem(" ".join(text[:_CELL_LIMIT].split()))
                item.setToolTip(item.text())
                self.setItem(row, column, item)
        self._size()
        for choice in self.choices:
            choice.currentIndexChanged.connect(self._choose)

    def chosen(self) -> dict[Any, int]:
        """Return the column of each thing that one tells."""
        return {
            choice.told: choice.column
            for choice in reversed(self.choices)
            if choice.told is not None
        }

    def _choose(self) -> None:
        """Take what one column tells now away from the one that told it before."""
        chosen = self.sender()
        for choice in self.choices:
            same = isinstance(chosen, ColumnChoice) and choice.told == chosen.told is not None
            if same and choice is not chosen:
                choice.blockSignals(True)
                choice.tell(None)
                choice.blockSignals(False)
        self.changed.emit()

    def _size(self) -> None:
        wide = self.fontMetrics().averageCharWidth()
        self.resizeColumnsToContents()
        for column in range(self.columnCount()):
            least = max(SHORTEST * wide, self.choices[column].sizeHint().width())
            width = min(max(self.columnWidth(column), least), max(least, LONGEST * wide))
            self.setColumnWidth(column, width)
        if self.choices:
            self.setRowHeight(0, self.choices[0].sizeHint().height() + 4)
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        height += sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setMaximumHeight(height + self.horizontalScrollBar().sizeHint().height())
        self.setMinimumHeight(min(height, self.rowHeight(0) * 4))
