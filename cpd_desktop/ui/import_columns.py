"""The first rows of a list, and above each column what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QTableWidgetItem

from cpd_desktop.domain.column_words import Field
from cpd_desktop.domain.lists import FIELDS, ColumnMap

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.custom_fields import CustomField
    from cpd_desktop.domain.written_dates import DateOrder
    from cpd_desktop.ui.import_reading import FirstLook

ROWS_SHOWN = 6
SHORTEST, LONGEST = 18, 30  # characters in a column
_CELL_LIMIT = 200  # more of a cell is not seen anyway


def field_words(field: Field) -> str:
    """Return what a column can tell, as people say it."""
    translate = QCoreApplication.translate
    return {
        Field.FULL_NAME: translate("fields", "Name"),
        Field.FIRST_NAME: translate("fields", "First name"),
        Field.LAST_NAME: translate("fields", "Last name"),
        Field.EMAIL: translate("fields", "E-mail"),
        Field.REFERENCE: translate("fields", "Reference"),
        Field.ORGANISATION: translate("fields", "Organisation"),
        Field.JOB_TITLE: translate("fields", "Job title"),
        Field.PHONE: translate("fields", "Phone"),
        Field.LICENCE_BODY: translate("fields", "Licence body"),
        Field.LICENCE_NUMBER: translate("fields", "Licence number"),
        Field.STATUS: translate("fields", "Status"),
        Field.PAYMENT: translate("fields", "Payment"),
        Field.GROUP: translate("fields", "Group"),
        Field.DISCOUNT_CODE: translate("fields", "Discount code"),
        Field.TAGS: translate("fields", "Tags"),
        Field.NOTES: translate("fields", "Notes"),
    }[field]


class ColumnChoice(QComboBox):
    """Says what one column tells; a wheel turned by chance changes nothing."""

    def __init__(self, column: int, header: str, questions: tuple[CustomField, ...]) -> None:
        super().__init__()
        self.column = column
        self.setAccessibleName(self.tr("What “{column}” tells").format(column=header))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST - 4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItem(self.tr("Leave out"), None)
        for field in FIELDS:
            self.addItem(field_words(field), field)
        if questions:
            self.insertSeparator(self.count())
        for each in questions:
            self.addItem(self.tr("Answer: {question}").format(question=each.label), each.id)

    def wheelEvent(self, event: object) -> None:
        """Leave the wheel to the table."""
        event.ignore()  # type: ignore[attr-defined]  # every event can be

    @property
    def told(self) -> Field | int | None:
        """Return the field or the question."""
        data = self.currentData()
        return Field(data) if isinstance(data, str) else data

    def tell(self, what: Field | int | None) -> None:
        """Show the field or the question."""
        self.setCurrentIndex(max(0, self.findData(what)))


class ColumnsTable(QTableWidget):
    """Shows the first rows; ``changed`` when somebody says that a column tells something else."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: list[ColumnChoice] = []
        self.dates: DateOrder | None = None
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

    def show_look(self, look: FirstLook) -> None:
        """Show another list."""
        rows, headers = look.rows[:ROWS_SHOWN], look.source.headers
        self.clear()
        self.setRowCount(1 + len(rows))
        self.setColumnCount(len(headers))
        self.setHorizontalHeaderLabels([" ".join(each.split()) for each in headers])
        self.setVerticalHeaderLabels([self.tr("Tells"), *(str(number) for number, _ in rows)])
        self.choices = []
        for column, header in enumerate(headers):
            choice = ColumnChoice(column, header, look.questions)
            self.choices.append(choice)
            self.setCellWidget(0, column, choice)
            for row, (_, cells) in enumerate(rows, 1):
                text = cells[column] if column < len(cells) else ""
                item = QTableWidgetItem(" ".join(text[:_CELL_LIMIT].split()))
                item.setToolTip(item.text())
                self.setItem(row, column, item)
        self._show_map(look.columns)
        self._size()
        for choice in self.choices:
            choice.currentIndexChanged.connect(self._choose)

    def columns(self) -> ColumnMap:
        """Return what the columns tell, as chosen."""
        told = {choice.told: choice.column for choice in reversed(self.choices)}
        return ColumnMap(
            {name: column for name, column in told.items() if isinstance(name, Field)},
            {key: column for key, column in told.items() if type(key) is int},
            self.dates,
        )

    def _show_map(self, columns: ColumnMap) -> None:
        self.dates = columns.dates
        told: dict[int, Field | int] = {at: name for name, at in columns.fields.items()}
        told |= {at: key for key, at in columns.answers.items()}
        for choice in self.choices:
            choice.tell(told.get(choice.column))

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
