"""What is above the list: which lines of it are shown, of which session, and the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from cpd_desktop.ui.attendance.lines import View
from cpd_desktop.ui.attendance.words import number_words, view_words
from cpd_desktop.ui.calm import CalmComboBox
from cpd_desktop.ui.dates import clock_time, day
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.register.view_button import say, view_button
from cpd_desktop.ui.row_table import SearchField
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.domain.events import Event


class ListBar(QWidget):
    """Offers the views with their counts; ``session_chosen`` carries a session, or none for all."""

    view_chosen = Signal(int)
    session_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchField(self.tr("Search people"))
        self.views = QButtonGroup(self)
        self.sessions = CalmComboBox()
        self.sessions.setAccessibleName(self.tr("Session"))
        self.sessions.setMinimumContentsLength(18)
        row = FlowRow()
        for view in View:
            made = view_button()
            self.views.addButton(made, view)
            row.addWidget(made)
        self.views.button(View.ALL).setChecked(True)
        wide = self.fontMetrics().averageCharWidth() * 26
        self.search.setMinimumWidth(wide)
        row.addWidget(self.search)
        row.addWidget(self.sessions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(row)

        self.views.idClicked.connect(self.view_chosen)
        self.sessions.currentIndexChanged.connect(self._choose_session)

    def show_event(self, event: Event) -> None:
        """Offer the sessions of an event; one alone is not asked about."""
        chosen = self.sessions.currentData()
        with QSignalBlocker(self.sessions):
            self.sessions.clear()
            self.sessions.addItem(self.tr("All sessions"), None)
            for number, each in enumerate(event.sessions, 1):
                when = f"{day(each.starts, event.zone)} {clock_time(each.starts, event.zone)}"
                title = each.title or self.tr("Session {number}").format(number=number)
                self.sessions.addItem(f"{title} · {when}", each.id)
            self.sessions.setCurrentIndex(max(0, self.sessions.findData(chosen)))
        self.sessions.setVisible(len(event.sessions) > 1)

    def show_counts(self, counts: Mapping[View, int]) -> None:
        """Say how many lines each view has."""
        for view in View:
            count = counts.get(view, 0)
            made = self.views.button(view)
            say(made, f"{view_words(view)} {number_words(count)}")
            made.setVisible(bool(count) or view in {View.REVIEW, View.ALL} or made.isChecked())
        text = self.tr("Search %n people", "", counts.get(View.ALL, 0))
        self.search.setPlaceholderText(text)

    def _choose_session(self) -> None:
        self.session_chosen.emit(self.sessions.currentData())
