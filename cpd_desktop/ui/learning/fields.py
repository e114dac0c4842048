"""Fields that the dialogs of learning content share: a moment, a file, a rubric."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cpd_desktop.domain.assignments import Criterion
from cpd_desktop.domain.zones import moment, wall_time
from cpd_desktop.ui.file_questions import ask_for_file
from cpd_desktop.ui.widgets import GRID, button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from cpd_desktop.domain.content import Module

ROWS_SHOWN = 4


class ModuleBox(QComboBox):
    """Chooses a module; it is no wider for a long title."""

    def __init__(self, modules: Sequence[Module], chosen: int | None, none: str = "") -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        if none:
            self.addItem(none, None)
        for module in modules:
            self.addItem(module.title, module.id)
        self.setCurrentIndex(max(0, self.findData(chosen)))


class MomentField(QWidget):
    """A day and time in the event's zone; with ``optional`` words it can be left out."""

    def __init__(self, at: datetime | None, usual: datetime, zone: str, optional: str = "") -> None:
        super().__init__()
        self._zone = zone
        self.chosen = QCheckBox(optional)
        self.chosen.setAccessibleName(optional)
        self.chosen.setChecked(at is not None or not optional)
        self.chosen.setVisible(bool(optional))
        wall = wall_time(at or usual, zone)
        self.edit = QDateTimeEdit(
            QDateTime(QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute))
        )
        self.edit.setCalendarPopup(True)
        hours = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
        self.edit.setDisplayFormat(f"ddd d MMM yyyy  {hours}")
        # Qt measures without the stylesheet's paddings, and cuts the minutes off.
        widest = self.edit.fontMetrics().horizontalAdvance(f"  {self.edit.text()}  ")
        self.edit.setMinimumWidth(widest + 8 * GRID)
        self.edit.setAccessibleName(self.tr("Day and time"))
        self.edit.setEnabled(self.chosen.isChecked())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.chosen)
        layout.addWidget(self.edit)
        layout.addStretch(1)
        self.setFocusProxy(self.chosen if optional else self.edit)
        self.chosen.toggled.connect(self.edit.setEnabled)

    def moment(self) -> datetime | None:
        """Return the moment; raises ``Invalid`` for a time that the clocks skip."""
        if not self.chosen.isChecked():
            return None
        date, time = self.edit.date(), self.edit.time()
        wall = datetime(  # noqa: DTZ001 - the clock on the wall; the zone is known beside it
            date.year(), date.month(), date.day()
        ) + timedelta(hours=time.hour(), minutes=time.minute())
        return moment(wall, self._zone)


class FileField(QWidget):
    """The name of a file, and a button that chooses one."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.path: Path | None = None
        self.line = QLineEdit(name)
        self.line.setReadOnly(True)
        self.line.setPlaceholderText(self.tr("No file chosen"))
        self.line.setAccessibleName(self.tr("File"))
        self.choose_button = button(self.tr("Choose a file…"))
        self.choose_button.setAccessibleName(self.tr("Choose a file"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.choose_button)
        self.setFocusProxy(self.choose_button)
        self.choose_button.clicked.connect(self._ask)

    def choose(self, path: str) -> None:
        """Take this file."""
        self.path = Path(path)
        self.line.setText(self.path.name)

    def _ask(self) -> None:
        ask_for_file(self, self.tr("Choose a file"), self.tr("All files (*)"), self.choose)


class RubricTable(QTableWidget):
    """What is looked at and how much it is worth; below the last line there is room for more."""

    changed = Signal()

    def __init__(self, rubric: Sequence[Criterion]) -> None:
        super().__init__(0, 2)
        self.setHorizontalHeaderLabels([self.tr("What is looked at"), self.tr("Points")])
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for each in rubric:
            self._add_line(each.words, str(each.points))
        self._add_line("", "")
        # An editor needs more height than a text, or the stylesheet's paddings cut its letters.
        height = self.fontMetrics().height() + 3 * GRID
        self.verticalHeader().setDefaultSectionSize(height)
        self.setFixedHeight(heads.sizeHint().height() + ROWS_SHOWN * height)
        self.itemChanged.connect(self._make_room)

    def rubric(self) -> tuple[Criterion, ...]:
        """Return the lines that are not empty; what is no number counts as no points."""
        lines = ((self._text(row, 0), self._text(row, 1).strip()) for row in range(self.rowCount()))
        return tuple(
            Criterion(words, int(points) if points.isascii() and points.isdigit() else 0)
            for words, points in lines
            if words.strip() or points
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes a line; the rest is the table's."""
        if event.key() == Qt.Key.Key_Delete and self.currentRow() < self.rowCount() - 1:
            self.removeRow(self.currentRow())
            self.changed.emit()
        else:
            super().keyPressEvent(event)

    def _add_line(self, words: str, points: str) -> None:
        row = self.rowCount()
        self.insertRow(row)
        self.setItem(row, 0, QTableWidgetItem(words))
        worth = QTableWidgetItem(points)
        worth.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setItem(row, 1, worth)

    def _make_room(self, item: QTableWidgetItem) -> None:
        if item.row() == self.rowCount() - 1 and item.text().strip():
            self._add_line("", "")
        self.changed.emit()

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return "" if item is None else item.text()
