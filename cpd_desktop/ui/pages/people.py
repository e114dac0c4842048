"""Everybody the trainer knows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from cpd_desktop.ui.page import Page, header, page_layout
from cpd_desktop.ui.row_table import Column, RowTable, SearchField
from cpd_desktop.ui.widgets import GRID, EmptyState, button, card

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from PySide6.QtCore import QSettings

    from cpd_desktop.services.people import People
    from cpd_desktop.ui.desk import Desk


class PeopleRows:
    """Everybody, for a table."""

    def __init__(self, people: People, columns: Sequence[Column]) -> None:
        self._people = people
        self.columns = columns

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return who fits, in order."""
        return self._people.ids(search, sort, descending=descending)

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        found = self._people.listed(ids)
        return {
            key: (each.name, each.email, QLocale().toString(each.events))
            for key, each in found.items()
        }


class PeoplePage(Page):
    """Lists, searches and sorts people."""

    kinds: ClassVar[frozenset[str]] = frozenset({"person", "registration"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._search = SearchField(self.tr("Search by name or e-mail"))
        self._search.setAccessibleName(self.tr("Search people"))
        columns = (
            Column("name", self.tr("Name"), width=280),
            Column("email", self.tr("E-mail"), width=320),
            Column("events", self.tr("Events"), "right", width=100),
        )
        self._table = RowTable(PeopleRows(desk.services.people, columns), filled=False)
        self._table.setAccessibleName(self.tr("People"))
        self._table.set_empty_text(self.tr("Nobody fits these words."))
        to_events = button(self.tr("Open Events"))
        to_events.setAccessibleName(self.tr("Open Events"))
        self._empty = EmptyState(
            self.tr("Nobody yet"),
            self.tr("People appear here as soon as they are registered for an event."),
            to_events,
        )

        listing = card()
        inside = QVBoxLayout(listing)
        inside.setSpacing(GRID)
        inside.addWidget(self._search)
        inside.addWidget(self._table, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(listing)
        self._stack.addWidget(self._empty)
        layout = page_layout(self)
        layout.addLayout(header(self.tr("People"), ""))
        layout.addWidget(self._stack, 1)

        self._search.searched.connect(self._table.search)
        to_events.clicked.connect(self._to_events)

    def refresh(self) -> None:
        """Read the list again."""
        self._table.reload()
        nobody = not self._table.rows.rowCount() and not self._search.text()
        self._stack.setCurrentIndex(1 if nobody else 0)

    def open_item(self, item: int) -> None:
        """Select a person."""
        self._search.clear()
        self._table.search("")
        self._table.select_id(item)
        self._table.setFocus()

    def focus_search(self) -> None:
        """Go to the search field."""
        self._search.setFocus()

    def keep_state(self, kept: QSettings) -> None:
        """Write down the columns' widths."""
        kept.setValue("people/table", json.dumps(self._table.state()))

    def find_state(self, kept: QSettings) -> None:
        """Find the columns' widths."""
        self._table.restore_state(json.loads(str(kept.value("people/table", "{}"))))

    def _to_events(self) -> None:
        self.desk.places.go("events")
