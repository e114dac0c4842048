"""A long list under its filters, its count below, and what is selected beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.row_table import RowSource
from cpd_desktop.ui.widgets import GRID, EmptyState, card, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cpd_desktop.ui.list_filters import PersonFilters
    from cpd_desktop.ui.row_table import RowTable

FILLED, NONE = 0, 1


class Narrowed(RowSource, Protocol):
    """Rows of which only those are listed that are wanted."""

    wanted: Any


class Shape(NamedTuple):
    """How a list and what is beside it share the room."""

    widths: tuple[int, int]  # in steps of the grid, to begin with
    shares: tuple[int, int]  # of what there is more
    readable: int  # characters of a line of both; where there are fewer, one is below the other
    lines: int  # of text that are seen at least of each


class Listing(QStackedWidget):
    """Lists what the filters want; where there is nothing at all, it says what comes there.

    ``reloaded`` tells how many are listed, each time they were read again.
    """

    reloaded = Signal(int)

    def __init__(
        self,
        page: QWidget,
        rows: Narrowed,
        table: RowTable,
        filters: PersonFilters,
        inspector: QWidget,
        *below: QWidget,
        name: str,
        shape: Shape,
    ) -> None:
        super().__init__(page)
        self._rows, self._everything = rows, rows.wanted
        self._table, self._filters = table, filters
        self._readable = shape.readable
        self._nothing_fits = ""
        self.found = label("", "muted")
        self.found.setWordWrap(False)
        # Each is put in its place before it is filled: what moves is styled anew with all in it.
        full, scrolled = card(), QScrollArea()
        scrolled.setAccessibleName(name)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidgetResizable(True)
        self.addWidget(scrolled)
        scrolled.setWidget(full)
        around = QVBoxLayout(full)
        around.setSpacing(GRID)
        around.addWidget(filters)
        self.beside = QSplitter(Qt.Orientation.Horizontal)
        around.addWidget(self.beside, 1)
        self._put_side_by_side(inspector, below, shape)
        filters.changed.connect(self.reload)

    def tell_when_empty(self, nothing_fits: str, nothing: EmptyState) -> None:
        """Say what stands there where nothing fits, and where there is nothing at all."""
        self._nothing_fits = nothing_fits
        self.addWidget(nothing)

    def reload(self) -> None:
        """Read what is wanted now."""
        self._rows.wanted = self._filters.wanted
        search = self._filters.search.text().strip()
        self._table.rows.search = search
        self._table.set_empty_text(self._nothing_fits)
        self._table.reload()
        count = self._table.rows.rowCount()
        none = not count and not search and self._rows.wanted == self._everything
        self.setCurrentIndex(NONE if none else FILLED)
        self.reloaded.emit(count)

    def show_choices(self, found: object) -> None:
        """Offer what there is to choose from; what was chosen may be gone."""
        before = self._filters.wanted
        self._filters.show_choices(found)
        if self._filters.wanted != before:
            self.reload()

    def show_row(self, item: int) -> None:
        """Select one, whatever the filters say."""
        if self._table.rows.row_of(item) is None:
            self._filters.clear()
            self.reload()
        self._table.select_id(item)
        self._table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is known below the list where there is no room beside it."""
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().averageCharWidth() * self._readable
        way = Qt.Orientation
        self.beside.setOrientation(way.Horizontal if wide else way.Vertical)

    def _put_side_by_side(
        self, inspector: QWidget, below: tuple[QWidget, ...], shape: Shape
    ) -> None:
        left = QWidget()
        self.beside.addWidget(left)
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addWidget(self._table, 1)
        inside.addLayout(FlowRow(*below, self.found))
        for each in (self._table, inspector):
            each.setMinimumHeight(self.fontMetrics().lineSpacing() * shape.lines)
        self.beside.addWidget(inspector)  # Tab comes there after the list
        self.beside.setChildrenCollapsible(False)
        for number, share in enumerate(shape.shares):
            self.beside.setStretchFactor(number, share)
        self.beside.setSizes([GRID * steps for steps in shape.widths])
