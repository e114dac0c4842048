"""Asks for which dates of a series a change is meant, before it is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel

from cpd_desktop.services.copies import Scope
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event
    from cpd_desktop.ui.desk import Desk


class SeriesBar(QFrame):
    """Stands above the plan of one date of a series; ``chosen`` carries the scope, or nothing."""

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._event: int | None = None
        self._offered: list[Scope | None] = []
        self.setProperty("role", "banner")
        caption = QLabel(self.tr("Changes &are for"))
        self.scope = QComboBox()
        self.scope.setAccessibleName(self.tr("Changes are for"))
        caption.setBuddy(self.scope)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(caption)
        layout.addWidget(self.scope)
        layout.addStretch(1)
        self.hide()

        self.scope.currentIndexChanged.connect(self._choose)

    def show_event(self, event: Event) -> None:
        """Show on which date of its series the event is; another event starts anew."""
        if event.id != self._event:
            self._event = event.id
            self._offered = []
        if event.series_id is None:
            self.hide()
            return
        copies = self._desk.services.copies
        self._desk.operations.look_up(
            lambda _work: copies.in_series(event.id), partial(self._show, event.id)
        )

    def _show(self, event: int, dates: list[int]) -> None:
        if event != self._event or event not in dates:
            return
        chosen = self._chosen()
        after = len(dates) - dates.index(event) - 1
        offered: list[tuple[Scope | None, str]] = [(None, self.tr("this date only"))]
        if after and after + 1 < len(dates):
            offered.append((Scope.FOLLOWING, self.tr("this date and %n after it", "", after)))
        offered.append((Scope.ALL, self.tr("all %n date(s) of the series", "", len(dates))))
        self._offered = [scope for scope, _words in offered]
        self.scope.blockSignals(True)
        self.scope.clear()
        self.scope.addItems([words for _scope, words in offered])
        # After "following" this date is the first of a series of its own: all of that is meant.
        wanted = chosen if chosen in self._offered else Scope.ALL
        self.scope.setCurrentIndex(self._offered.index(wanted))
        self.scope.blockSignals(False)
        self._choose()
        self.setVisible(len(dates) > 1)

    def _chosen(self) -> Scope | None:
        return self._offered[self.scope.currentIndex()] if self._offered else None

    def _choose(self) -> None:
        self.chosen.emit(self._chosen())
