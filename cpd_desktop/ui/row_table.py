"""A table that shows a hundred thousand rows as quickly as ten, and a field to search it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from cpd_desktop.ui.row_model import Column, RowModel, RowSource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPaintEvent, QShowEvent

__all__ = ["Column", "RowModel", "RowSource", "RowTable", "SearchField"]

_ROW_PADDING = 16
# The height of the text for which the widths of columns are given.
_USUAL_TEXT = 15
_COPY_AT_ONCE = 1_000
_SEARCH_DELAY = 80
_FEW = 16

_KEEP = QItemSelectionModel.SelectionFlag.NoUpdate
_TAKE = QItemSelectionModel.SelectionFlag.ClearAndSelect
_TAKE_ROW = _TAKE | QItemSelectionModel.SelectionFlag.Rows


class RowTable(QTableView):
    """Shows a source; selection and place stay with their rows while the rows change.

    ``failed`` passes on an error of the source, after the paint or reload it happened in.
    """

    failed = Signal(Exception)
    chosen = Signal(int)
    selection_changed = Signal()

    def __init__(
        self, source: RowSource, parent: QWidget | None = None, *, filled: bool = True
    ) -> None:
        """Show the rows of the source; with ``filled`` false only from the first ``reload`` on."""
        super().__init__(parent)
        self._rows = RowModel(source, self)
        self._filled = filled
        self._empty_text = ""
        self._restoring = False
        self._has_widths = False
        self._text = 0  # how high the text is for which the columns have their widths

        self._rows.failed.connect(self.failed, Qt.ConnectionType.QueuedConnection)
        self.setModel(self._rows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows_to_font()

        header = self.horizontalHeader()
        # Of its own and always empty: to paint its titles, a header that shares the selection asks
        # for each of its columns whether all 100,000 rows are selected.
        header.setSelectionModel(QItemSelectionModel(self._rows, self))
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setStretchLastSection(True)
        for section, column in enumerate(self._rows.columns):
            self.setColumnWidth(section, max(column.width, header.sectionSizeHint(section)))

        header.sectionClicked.connect(self._sort_by_section)
        self.doubleClicked.connect(self._choose)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        if filled:
            self.reload()

    @property
    def rows(self) -> RowModel:
        """Return the model, for a delegate or a count of what is shown."""
        return self._rows

    def reload(self, found: Sequence[int] | None = None) -> None:
        """Show the ids that were found, or ask the source.

        Selection, current row and place stay where their ids are.
        """
        self._filled = True
        before, current, place = self.selected_ids(), self.current_id(), self._place()
        self._restoring = True
        try:
            self._rows.reload(found)
            self._show_sort()
            self._select(before)
            self._make_current(current)
            self._go_to(place)
        finally:
            self._restoring = False
        if set(self.selected_ids()) != set(before):
            self.selection_changed.emit()

    def search(self, text: str) -> None:
        """Show only the rows that fit the text."""
        if text != self._rows.search:
            self._rows.search = text
            self.reload()

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by the column with this key."""
        self._rows.sort_key, self._rows.descending = key, descending
        if self._filled:
            self.reload()

    def selected_ids(self) -> list[int]:
        """Return the ids of the selected rows, in the order shown."""
        ids = self._rows.ids
        return [ids[row] for row in self._selected_rows()]

    def current_id(self) -> int | None:
        """Return the id of the row the keyboard is on."""
        index = self.currentIndex()
        return self._rows.ids[index.row()] if index.isValid() else None

    def select_id(self, item: int) -> bool:
        """Select a row and bring it into view; return whether it is shown at all."""
        row = self._rows.row_of(item)
        if row is None:
            return False
        # Not ``selectRow``: that one toggles while the person still holds Ctrl.
        index = self._rows.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _TAKE_ROW)
        self.scrollTo(index)
        return True

    def set_empty_text(self, text: str) -> None:
        """Say what stands here while there are no rows."""
        self._empty_text = text
        self.setAccessibleDescription(text)
        self.viewport().update()

    def state(self) -> dict[str, Any]:  # type: ignore[override] # Qt's is for its own use
        """Return column widths, for text of which height, and sort order, as plain values."""
        widths = {
            column.key: self.columnWidth(section)
            for section, column in enumerate(self._rows.columns)
        }
        text = self._text or self.fontMetrics().height()
        sort, down = self._rows.sort_key, self._rows.descending
        return {"widths": widths, "text": text, "sort": sort, "down": down}

    def restore_state(self, state: Mapping[str, Any]) -> None:
        """Take up a stored state; what no longer fits is left as it is."""
        widths = state.get("widths")
        for section, column in enumerate(self._rows.columns):
            width = widths.get(column.key) if isinstance(widths, dict) else None
            if isinstance(width, int) and width > 0:
                self.setColumnWidth(section, width)
                self._has_widths = True
        text = state.get("text")
        if self._has_widths and isinstance(text, int) and text > 0:
            self._text = text
        if any(c.key == state.get("sort") and c.sortable for c in self._rows.columns):
            self.sort_by(str(state["sort"]), descending=state.get("down") is True)

    def copy_selected(self) -> None:
        """Put the selected rows on the clipboard, as a spreadsheet takes them."""
        lines: list[str] = []
        rows = self._selected_rows()
        while part := list(islice(rows, _COPY_AT_ONCE)):
            lines += ("\t".join(map(_flat, texts)) for texts in self._rows.texts(part))
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Ctrl+C copies, Ctrl+Shift and arrows sort; the rest is the table's."""
        modifiers = Qt.KeyboardModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selected()
        elif event.modifiers() & ~modifiers.KeypadModifier != (
            modifiers.ControlModifier | modifiers.ShiftModifier
        ) or not self._sort_by_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Let rows and columns grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows_to_font()
            if self.isVisible():
                self._fit_columns_to_text()
            self._fit_columns_to_titles()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the columns the room they need with the font they are shown in."""
        super().showEvent(event)
        if not self._has_widths:
            self._has_widths = True
            self._share_room()
        self._fit_columns_to_text()
        self._fit_columns_to_titles()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or what stands here instead of them."""
        super().paintEvent(event)
        if self._filled and self._empty_text and not self._rows.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._empty_text)
            painter.end()

    def _share_room(self) -> None:
        """Give every column its width, and the first what is left: what rows are called is long."""
        header = self.horizontalHeader()
        larger = max(1.0, self.fontMetrics().height() / _USUAL_TEXT)
        spare = self.viewport().width() - self.verticalScrollBar().sizeHint().width()
        for section, column in enumerate(self._rows.columns):
            width = max(round(column.width * larger), header.sectionSizeHint(section))
            self.setColumnWidth(section, width)
            spare -= 0 if self.isColumnHidden(section) else width
        self.setColumnWidth(0, self.columnWidth(0) + max(0, spare))

    def _fit_rows_to_font(self) -> None:
        height = self.fontMetrics().height() + _ROW_PADDING
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def _fit_columns_to_text(self) -> None:
        """Let columns that were made for larger or smaller text show as many letters as then."""
        text, self._text = self._text, self.fontMetrics().height()
        if text and text != self._text:
            for section in range(self.horizontalHeader().count()):
                width = self.columnWidth(section)
                self.setColumnWidth(section, round(width * self._text / text))

    def _fit_columns_to_titles(self) -> None:
        header = self.horizontalHeader()
        for section in range(header.count()):
            if header.sectionSizeHint(section) > header.sectionSize(section):
                header.resizeSection(section, header.sectionSizeHint(section))

    def _selected_rows(self) -> Iterator[int]:
        # By ranges: an index object for each of 100,000 rows would take a second.
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        for first, last in sorted((each.top(), each.bottom()) for each in ranges):
            yield from range(first, last + 1)

    def _select(self, ids: list[int]) -> None:
        model, selection = self._rows, QItemSelection()
        for first, last in _runs(sorted(self._rows_of(ids))):
            selection.select(model.index(first, 0), model.index(last, model.columnCount() - 1))
        self.selectionModel().select(selection, _TAKE)

    def _rows_of(self, ids: list[int]) -> Iterable[int]:
        if len(ids) <= _FEW:
            found = (self._rows.row_of(item) for item in ids)
            return [row for row in found if row is not None]
        wanted = set(ids)
        return [row for row, item in enumerate(self._rows.ids) if item in wanted]

    def _make_current(self, item: int | None) -> None:
        row = None if item is None else self._rows.row_of(item)
        if row is not None:
            self.selectionModel().setCurrentIndex(self._rows.index(row, 0), _KEEP)

    def _place(self) -> tuple[int, int, int]:
        """Return the id at the top, how much of it is hidden, and where the scroll bar is."""
        value = self.verticalScrollBar().value()
        top = self.rowAt(0)
        if top < 0:
            return (0, 0, value)
        return (self._rows.ids[top], -self.rowViewportPosition(top), value)

    def _go_to(self, place: tuple[int, int, int]) -> None:
        item, hidden, value = place
        if value == 0:
            return
        row = self._rows.row_of(item)
        if row is not None:
            value = row * self.verticalHeader().defaultSectionSize() + hidden
        self.updateGeometries()
        self.verticalScrollBar().setValue(value)

    def _show_sort(self) -> None:
        keys = [column.key for column in self._rows.columns]
        order = Qt.SortOrder
        self.horizontalHeader().setSortIndicator(
            keys.index(self._rows.sort_key),
            order.DescendingOrder if self._rows.descending else order.AscendingOrder,
        )

    def _sort_by_section(self, section: int) -> None:
        column = self._rows.columns[section]
        if column.sortable:
            again = column.key == self._rows.sort_key
            self.sort_by(column.key, descending=again and not self._rows.descending)
        else:
            self._show_sort()

    def _sort_by_key(self, key: Qt.Key) -> bool:
        keys = [column.key for column in self._rows.columns if column.sortable]
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.sort_by(self._rows.sort_key, descending=key == Qt.Key.Key_Down)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            at = keys.index(self._rows.sort_key) if self._rows.sort_key in keys else 0
            self.sort_by(keys[(at + step) % len(keys)])
        else:
            return False
        return True

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._rows.ids[index.row()])

    def _tell_selection(self) -> None:
        if not self._restoring:
            self.selection_changed.emit()


class SearchField(QLineEdit):
    """Says what is searched for once the person pauses, and at once on Enter or Escape."""

    searched = Signal(str)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self._pause = QTimer(self, singleShot=True, interval=_SEARCH_DELAY)

        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)

        self.textChanged.connect(self._wait)
        self._pause.timeout.connect(self._tell)
        self.returnPressed.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field; in an empty one it belongs to the dialog around it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
        else:
            super().keyPressEvent(event)

    def _wait(self) -> None:
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.searched.emit(text)


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each stretch of neighbouring rows."""
    first = last = None
    for row in rows:
        if last is not None and row == last + 1:
            last = row
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = row
    if first is not None and last is not None:
        yield first, last


def _flat(text: str) -> str:
    return " ".join(text.split())
