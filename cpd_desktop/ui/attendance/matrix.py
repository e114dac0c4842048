"""People by sessions at a glance; the names stay where they are while the sessions are scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.ui.attendance.matrix_rows import (
    ABSENT,
    IN_PERSON,
    MET,
    NOT_MET,
    OPEN,
    Cell,
    MatrixRows,
)
from cpd_desktop.ui.row_table import RowModel, RowTable, SearchField
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance
    from cpd_desktop.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

MINUTES, PERCENT = 0, 1


class AttendanceMatrix(QWidget):
    """Shows an event's attendance, one row for each person and one column for each session.

    ``chosen`` carries the registration that somebody double-clicked or pressed Enter on;
    ``menu_asked`` where on the screen a menu is wanted for those who are selected.
    """

    chosen = Signal(int)
    selection_changed = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: MatrixRows | None = None
        self.table: MatrixTable | None = None
        self.search = SearchField(self.tr("Search people…"))
        self.unit = QComboBox()
        self.unit.addItem(self.tr("Minutes"), MINUTES)
        self.unit.addItem(self.tr("Percent"), PERCENT)
        self.unit.setAccessibleName(self.tr("What the cells tell"))
        legend = self.tr(
            "{met} enough   {not_met} not enough   {absent} not there   {open} not decided   "
            "{in_person} in person"
        )
        self._legend = label(
            legend.format(met=MET, not_met=NOT_MET, absent=ABSENT, open=OPEN, in_person=IN_PERSON),
            "caption",
        )

        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.search, 1)
        top.addWidget(self.unit)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(GRID)
        self._inside.addLayout(top)
        self._inside.addStretch(1)
        self._inside.addWidget(self._legend)

        self.search.searched.connect(self._search)
        self.unit.currentIndexChanged.connect(self._show_unit)

    def show_attendance(self, found: EventAttendance) -> None:
        """Show this; place, order and selection stay while the sessions do."""
        if self._rows is None or self.table is None or not _alike(self._rows.found, found):
            self._rows = MatrixRows(found)
            self._rows.percent = self.unit.currentData() == PERCENT
            self._put_up(MatrixTable(self._rows, self._theme))
        else:
            self._rows.show(found)
            self.table.reload()

    def selected(self) -> list[int]:
        """Return the registrations that are selected, in the order shown."""
        return self.table.selected_ids() if self.table is not None else []

    def _put_up(self, table: MatrixTable) -> None:
        if self.table is None:
            spacer = self._inside.takeAt(1)
            assert spacer is not None  # noqa: S101 - it was put there
        else:
            self._inside.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.table = table
        table.set_empty_text(self.tr("Nobody fits the search."))
        self._inside.insertWidget(1, table, 1)
        table.search(self.search.text().strip())
        table.chosen.connect(self.chosen)
        table.selection_changed.connect(self.selection_changed)
        table.menu_asked.connect(self.menu_asked)
        QWidget.setTabOrder(self.unit, table)

    def _search(self, text: str) -> None:
        if self.table is not None:
            self.table.search(text)

    def _show_unit(self) -> None:
        if self._rows is not None and self.table is not None:
            self._rows.percent = self.unit.currentData() == PERCENT
            self.table.reload()


class MatrixTable(RowTable):
    """The table, with a second one over it that holds the names."""

    menu_asked = Signal(QPoint)

    def __init__(self, rows: MatrixRows, theme: Theme) -> None:
        super().__init__(rows)
        self._source = rows
        self._painter = _CellPainter(rows, theme)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(self.tr("Attendance by session"))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._names = _Names(self)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().viewport().installEventFilter(self)

        self.horizontalHeader().sectionResized.connect(self._follow_width)
        self.verticalScrollBar().valueChanged.connect(self._names.verticalScrollBar().setValue)
        self._names.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self._names.horizontalHeader().sectionResized.connect(self._take_width)
        self._names.horizontalHeader().sectionClicked.connect(self._sort_by_name)
        self._names.doubleClicked.connect(self.doubleClicked)
        for each in (self, self._names):
            each.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self._names.customContextMenuRequested.connect(self._ask_for_menu_of_names)
        self._place_names()

    def reload(self, found: Sequence[int] | None = None) -> None:
        """Show the rows anew, and let the names show the same order."""
        super().reload(found)
        if hasattr(self, "_names"):
            self._show_order()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of the session whose title the pointer is on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            section = self.horizontalHeader().logicalIndexAt(event.pos())
            QToolTip.showText(event.globalPos(), self._source.session_tip(section), self)
            return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Leave room for the sessions beside the names."""
        super().showEvent(event)
        self._leave_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the names as high as the rest, and no wider than half of it."""
        super().resizeEvent(event)
        self._leave_room()
        self._place_names()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Keep the names beside their rows, whatever the font does to the header."""
        super().updateGeometries()
        if hasattr(self, "_names"):
            self._place_names()

    def scrollTo(  # noqa: N802 - the same
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, and out from under the names."""
        super().scrollTo(index, hint)
        hidden = self.columnWidth(0) - self.visualRect(index).left()
        if index.column() > 0 and hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def _leave_room(self) -> None:
        most = self.viewport().width() // 2
        if self.columnWidth(0) > most > self.horizontalHeader().minimumSectionSize():
            self.setColumnWidth(0, most)

    def _place_names(self) -> None:
        frame, header = self.frameWidth(), self.horizontalHeader()
        self._names.verticalHeader().setMinimumSectionSize(
            self.verticalHeader().minimumSectionSize()
        )
        self._names.verticalHeader().setDefaultSectionSize(
            self.verticalHeader().defaultSectionSize()
        )
        self._names.setColumnWidth(0, self.columnWidth(0))
        self._names.horizontalHeader().setFixedHeight(header.height())
        high = header.height() + self.viewport().height()
        self._names.setGeometry(frame, frame, self.columnWidth(0), high)

    def _follow_width(self, section: int, _old: int, _new: int) -> None:
        if section == 0:
            self._place_names()

    def _take_width(self, section: int, _old: int, new: int) -> None:
        if section == 0 and new != self.columnWidth(0):
            self.setColumnWidth(0, new)

    def _ask_for_menu(self, at: QPoint) -> None:
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def _ask_for_menu_of_names(self, at: QPoint) -> None:
        self.menu_asked.emit(self._names.viewport().mapToGlobal(at))

    def _sort_by_name(self, _section: int) -> None:
        again = self.rows.sort_key == "name"
        self.sort_by("name", descending=again and not self.rows.descending)

    def _show_order(self) -> None:
        header = self._names.horizontalHeader()
        order = self.horizontalHeader().sortIndicatorOrder()
        header.setSortIndicator(0 if self.rows.sort_key == "name" else -1, order)


class _Names(QTableView):
    """The first column alone, laid over the table; the keyboard stays with the table."""

    def __init__(self, table: MatrixTable) -> None:
        super().__init__(table)
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(table.itemDelegate())
        self.setFocusProxy(table)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Names"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setStyleSheet("QTableView { border: 0; border-right: 1px solid palette(mid); }")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(table.editTriggers())
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSelectionModel(QItemSelectionModel(table.model(), self))
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        for section in range(1, table.model().columnCount()):
            self.setColumnHidden(section, True)


class _CellPainter(QStyledItemDelegate):
    """Colours what its sign tells as well, and says on hover what a cell stands for."""

    def __init__(self, rows: MatrixRows, theme: Theme) -> None:
        super().__init__()
        self._rows = rows
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        """Dress a cell by its tone."""
        super().initStyleOption(option, index)
        model = index.model()
        cell = model.cell(index.row(), index.column()) if isinstance(model, RowModel) else None
        if isinstance(cell, Cell):
            colour = QColor(getattr(self._theme.tokens, cell.tone))
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, colour)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show every connection that a cell counts."""
        _ = option
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        key = index.model().ids[index.row()]  # type: ignore[attr-defined] # of the row model
        QToolTip.showText(event.globalPos(), self._rows.tip(key, index.column()), view)
        return True


def _alike(one: EventAttendance, other: EventAttendance) -> bool:
    """Say whether both have the same columns."""
    first, second = one.facts.event, other.facts.event
    return (first.id, [(s.id, s.title) for s in first.sessions]) == (
        second.id,
        [(s.id, s.title) for s in second.sessions],
    )
