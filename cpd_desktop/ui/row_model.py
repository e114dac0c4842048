"""Rows for a table of any length: ids only, and what is on screen read in blocks."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from cpd_desktop.domain.errors import CpdError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

Index = QModelIndex | QPersistentModelIndex

BLOCK = 100
MOST_ROWS_HELD = 5_000


@dataclass(frozen=True, slots=True)
class Column:
    """One column; the page that shows it gives the title in the person's language.

    With ``ticks`` its cells that say whether they are ``ticked`` have a box for it.
    """

    key: str
    title: str
    align: Literal["left", "right", "centre"] = "left"
    width: int = 160
    sortable: bool = True
    ticks: bool = False


class RowSource(Protocol):
    """Where the rows come from; it sorts and searches, the table only shows."""

    columns: Sequence[Column]

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001 - data
        """Return the ids of all rows that fit the search, in the order of that column."""

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return one cell per column for each id that still exists; ``format`` gives its text.

        A cell that is to be read aloud in other words has them in ``spoken``.
        """


_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "centre": Qt.AlignmentFlag.AlignCenter,
}

_DISPLAY = Qt.ItemDataRole.DisplayRole
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_TICK = Qt.ItemDataRole.CheckStateRole


class RowModel(QAbstractTableModel):
    """Holds the ids and the blocks looked at last; everything else stays in the source.

    ``ticked`` comes with the id of a row whose box the person touched; the source decides.
    """

    failed = Signal(Exception)
    ticked = Signal(int)

    def __init__(self, source: RowSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._columns = tuple(source.columns)
        self._ids = array("q")
        self._blocks: OrderedDict[int, dict[int, Sequence[object]]] = OrderedDict()
        self.search = ""
        self.sort_key = self._columns[0].key
        self.descending = False

    @property
    def columns(self) -> Sequence[Column]:
        """Return the columns in the order of the source."""
        return self._columns

    @property
    def ids(self) -> Sequence[int]:
        """Return the ids in the order shown."""
        return self._ids

    @property
    def rows_held(self) -> int:
        """Return how many rows are in memory now."""
        return sum(len(block) for block in self._blocks.values())

    def retitle(self, key: str, title: str) -> None:
        """Give a column another title, such as the times that it covers now."""
        self._columns = tuple(
            replace(each, title=title) if each.key == key else each for each in self._columns
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    @property
    def asked(self) -> tuple[str, str, bool]:
        """Return what the source is asked for: the search, the column, and the direction."""
        return self.search, self.sort_key, self.descending

    def reload(self, found: Sequence[int] | None = None) -> None:
        """Show what was found, or ask the source; cells are read when they are painted.

        If the source cannot say, what was shown stays and ``failed`` tells why.
        """
        try:
            ids = array("q", self._source.ids(*self.asked) if found is None else found)
        except CpdError as error:
            self.failed.emit(error)
            return
        self.beginResetModel()
        self._ids = ids
        self._blocks.clear()
        self.endResetModel()

    def reread(self) -> None:
        """Read the cells again that are looked at; which rows there are stays."""
        self._blocks.clear()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [])

    def row_of(self, item: int) -> int | None:
        """Return the row an id stands in, or nothing if it is not shown."""
        try:
            return self._ids.index(item)
        except ValueError:
            return None

    def texts(self, rows: Sequence[int]) -> list[list[str]]:
        """Return the texts of whole rows, read past the blocks so that none is displaced."""
        wanted = [self._ids[row] for row in rows]
        found = self._read(wanted)
        return [
            [_text(cells, column) for column in range(len(self._columns))]
            for cells in (found.get(item) for item in wanted)
        ]

    def cell(self, row: int, column: int) -> object:
        """Return a cell as the source gave it, for a delegate; nothing if its row is gone."""
        cells = self._cells(row)
        return None if cells is None or column >= len(cells) else cells[column]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are; a cell has none of its own."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are; a cell has none of its own."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Return the text of a cell, empty if its row was deleted meanwhile."""
        if not index.isValid():
            return None
        if role == _DISPLAY:
            return _text(self._cells(index.row()), index.column())
        if role == _ALIGNMENT:
            return _ALIGNMENTS[self._columns[index.column()].align]
        if role == _SPOKEN:
            return getattr(self.cell(index.row(), index.column()), "spoken", None)
        if role == _TICK and (ticked := self._ticked(index)) is not None:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the boxes that there are be ticked."""
        flags = super().flags(index)
        return flags if self._ticked(index) is None else flags | Qt.ItemFlag.ItemIsUserCheckable

    def setData(  # noqa: N802 - Qt's name
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tell of a box that was touched."""
        _ = value
        if role != _TICK or self._ticked(index) is None:
            return False
        self.ticked.emit(self._ids[index.row()])
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Return the title of a column; spoken, it says how the rows are sorted."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == _DISPLAY:
            return column.title
        if role == _ALIGNMENT:
            return _ALIGNMENTS[column.align]
        if role == _SPOKEN and column.key == self.sort_key:
            if self.descending:
                return self.tr("%1, sorted, last first").replace("%1", column.title)
            return self.tr("%1, sorted, first first").replace("%1", column.title)
        return column.title if role == _SPOKEN else None

    def _ticked(self, index: Index) -> bool | None:
        if not index.isValid() or not self._columns[index.column()].ticks:
            return None
        return getattr(self.cell(index.row(), index.column()), "ticked", None)

    def _cells(self, row: int) -> Sequence[object] | None:
        number = row // BLOCK
        block = self._blocks.get(number)
        if block is None:
            first = number * BLOCK
            block = self._read(self._ids[first : first + BLOCK])
            self._blocks[number] = block
            while len(self._blocks) > MOST_ROWS_HELD // BLOCK:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(number)
        return block.get(self._ids[row])

    def _read(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        try:
            return self._source.rows(ids)
        except CpdError as error:
            # In the middle of a paint: the cells stay empty until the next reload.
            self.failed.emit(error)
            return {}


def _text(cells: Sequence[object] | None, column: int) -> str:
    if cells is None or column >= len(cells) or cells[column] is None:
        return ""
    return format(cells[column])
