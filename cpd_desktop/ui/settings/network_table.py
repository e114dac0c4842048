"""A table of calls over the network: when, what for, what came of it, how and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.short_table import ShortTable
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from cpd_desktop.domain.network import NetworkCall


class NetworkTable(ShortTable):
    """One row per call; ``copied`` is asked for by the keyboard."""

    rows_shown = 10

    copied = Signal()

    def __init__(self, zone: str) -> None:
        super().__init__(6)
        self._zone = zone
        self.setAccessibleName(self.tr("Calls over the network"))
        self.setHorizontalHeaderLabels(
            [
                *(self.tr("When"), self.tr("What for"), self.tr("Answer")),
                *(self.tr("Took"), self.tr("How"), self.tr("Address")),
            ]
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def show_calls(self, calls: Sequence[NetworkCall]) -> None:
        """Show these, in their order."""
        self._show_texts([self._texts(each) for each in calls])

    def rows_to_copy(self) -> list[list[str]]:
        """Return the texts of the selected rows, or of all if none is."""
        rows = sorted(each.row() for each in self.selectionModel().selectedRows())
        chosen = rows or range(self.rowCount())
        return [[self._text(row, column) for column in range(self.columnCount())] for row in chosen]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy whole rows: an address alone tells little."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID * 2)
        rows = min(self.rowCount(), self.rows_shown) * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + bar + GRID)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item else ""

    def _texts(self, call: NetworkCall) -> tuple[str, ...]:
        seconds = QLocale().toString(call.seconds, "f", 2)
        answer = call.outcome or self.tr("none") if call.status is None else str(call.status)
        return (
            day_and_time(call.at, self._zone),
            f"{call.service}: {self._purpose(call.address)}",
            answer,
            self.tr("{seconds} s").format(seconds=seconds),
            call.method,
            call.address,
        )

    def _purpose(self, address: str) -> str:
        """Return what a call is about, by the most telling word of its address."""
        for part, words in (
            ("/oauth/", self.tr("sign-in")),
            ("/registrants", self.tr("registrations")),
            ("/past_", self.tr("who came")),
            ("/report/", self.tr("who came")),
            ("/recordings", self.tr("recordings")),
            ("/meetings", self.tr("meetings")),
            ("/webinars", self.tr("webinars")),
            ("/users/", self.tr("profile")),
        ):
            if part in address:
                return words
        return self.tr("other")
