"""The list of events, the trash, and the way into an event's workspace."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.page import Page, header, page_layout
from cpd_desktop.ui.pages.event import EventWorkspace
from cpd_desktop.ui.row_table import Column, RowTable, SearchField
from cpd_desktop.ui.states import status_words
from cpd_desktop.ui.widgets import GRID, EmptyState, button, card

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from PySide6.QtCore import QPoint, QSettings

    from cpd_desktop.services.events import Events
    from cpd_desktop.ui.desk import Desk


class EventRows:
    """Events, or those in the trash, for a table."""

    def __init__(self, events: Events, columns: Sequence[Column]) -> None:
        self._events = events
        self.columns = columns
        self.trashed = False

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return the events that fit, in order."""
        return self._events.ids(search, sort, descending=descending, trashed=self.trashed)

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        found = self._events.summaries(ids)
        return {
            key: (
                each.title,
                day_and_time(each.starts, each.zone),
                each.zone,
                QLocale().toString(each.registered)
                + (f" / {QLocale().toString(each.capacity)}" if each.capacity else ""),
                status_words(each.status),
            )
            for key, each in found.items()
        }


class EventList(QWidget):
    """The list itself, with its search, its trash and its buttons."""

    chosen = Signal(int)
    new_asked = Signal()
    edit_asked = Signal(int)
    selection_changed = Signal()

    def __init__(self, page: EventsPage) -> None:
        super().__init__()
        self._page = page
        self._desk = page.desk
        self._rows = EventRows(self._desk.services.events, self._columns())
        self._new = button(self.tr("New event"), "primary")
        self._all = button(self.tr("Events"), "nav")
        self._trash = button(self.tr("Trash"), "nav")
        self._search = SearchField(self.tr("Search by title"))
        self._search.setAccessibleName(self.tr("Search events"))
        self._table = RowTable(self._rows, filled=False)
        self._table.setAccessibleName(self.tr("Events"))
        self._first = button(self.tr("Plan the first event"), "primary")
        self._sample = button(self.tr("Make a sample event"))
        self._open, self._edit = button(self.tr("Open")), button(self.tr("Edit…"))
        self._delete = button(self.tr("Delete"))
        self._restore = button(self.tr("Restore"), "primary")
        self._remove = button(self.tr("Delete for good…"), "danger")
        for each in self._buttons():
            each.setAccessibleName(each.text())

        self._lay_out()

        self._new.clicked.connect(self.new_asked)
        self._first.clicked.connect(self.new_asked)
        self._sample.clicked.connect(self._make_sample)
        self._search.searched.connect(self._table.search)
        self._table.chosen.connect(self.chosen)
        self._table.selection_changed.connect(self._show_buttons)
        self._table.selection_changed.connect(self.selection_changed)
        self._table.customContextMenuRequested.connect(self._show_menu)
        self._views.idClicked.connect(self._show_view)
        self._open.clicked.connect(self._open_selected)
        self._edit.clicked.connect(self._edit_selected)
        self._delete.clicked.connect(self.delete_selected)
        self._restore.clicked.connect(self._restore_selected)
        self._remove.clicked.connect(self._ask_to_remove)

    def refresh(self) -> None:
        """Read the list again."""
        self._table.reload()
        trashed = len(self._desk.services.events.ids(trashed=True))
        none = not self._table.rows.rowCount() and not self._table.rows.search and not trashed
        self._stack.setCurrentIndex(1 if none and not self._rows.trashed else 0)
        self._trash.setText(self.tr("Trash (%n)", "", trashed) if trashed else self.tr("Trash"))
        self._table.set_empty_text(self._empty_text())
        self._show_buttons()

    def selected(self) -> list[int]:
        """Return the ids of the selected events."""
        return self._table.selected_ids()

    def select(self, event: int) -> None:
        """Select an event."""
        self._table.select_id(event)
        self._table.setFocus()

    def focus_search(self) -> None:
        """Go to the search field."""
        self._search.setFocus()

    def delete_selected(self) -> None:
        """Put the selected events in the trash."""
        ids = self.selected()
        if ids and not self._rows.trashed:
            text = self.tr("%n event(s) deleted", "", len(ids))
            self._change(lambda _work: self._desk.services.events.trash(ids), text)

    def keep_state(self, kept: QSettings) -> None:
        """Write down the columns' widths."""
        kept.setValue("events/table", json.dumps(self._table.state()))

    def find_state(self, kept: QSettings) -> None:
        """Find the columns' widths."""
        state = json.loads(str(kept.value("events/table", "{}")))
        self._table.restore_state(state or {"sort": "starts", "down": True})

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("title", self.tr("Title"), width=260),
            Column("starts", self.tr("Starts"), width=170),
            Column("zone", self.tr("Time zone"), width=120, sortable=False),
            Column("registered", self.tr("Registered"), "right", width=90),
            Column("status", self.tr("Status"), width=90),
        )

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            *(self._new, self._all, self._trash, self._first, self._sample, self._open),
            *(self._edit, self._delete, self._restore, self._remove),
        )

    def _lay_out(self) -> None:
        self._views = QButtonGroup(self)
        for number, each in enumerate((self._all, self._trash)):
            each.setCheckable(True)
            self._views.addButton(each, number)
        self._all.setChecked(True)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        for each in (self._all, self._trash):
            top.addWidget(each)
        top.addWidget(self._search, 1)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        for each in (self._open, self._edit, self._delete, self._restore, self._remove):
            below.addWidget(each)
        below.addStretch(1)
        listing = card()
        inside = QVBoxLayout(listing)
        inside.setSpacing(GRID)
        inside.addLayout(top)
        inside.addWidget(self._table, 1)
        inside.addLayout(below)
        empty = QWidget()
        around = QVBoxLayout(empty)
        around.addWidget(
            EmptyState(
                self.tr("No events yet"),
                self.tr("Each event has its own workspace, from the plan to the certificates."),
                self._first,
            )
        )
        around.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(listing)
        self._stack.addWidget(empty)
        layout = page_layout(self)
        layout.addLayout(header(self.tr("Events"), "", self._new))
        layout.addWidget(self._stack, 1)

    def _empty_text(self) -> str:
        if self._table.rows.search:
            return self.tr("No event fits these words.")
        if self._rows.trashed:
            return self.tr("The trash is empty.")
        return self.tr("No events. Those you deleted are in the trash.")

    def _show_buttons(self) -> None:
        ids, trashed = self.selected(), self._rows.trashed
        for each in (self._open, self._edit, self._delete):
            each.setVisible(not trashed)
        for each in (self._restore, self._remove):
            each.setVisible(trashed)
            each.setEnabled(bool(ids))
        self._open.setEnabled(len(ids) == 1)
        self._edit.setEnabled(len(ids) == 1)
        self._delete.setEnabled(bool(ids))
        count = len(ids)
        several = count > 1
        self._delete.setText(
            self.tr("Delete %n event(s)", "", count) if several else self.tr("Delete")
        )

    def _show_view(self, number: int) -> None:
        self._rows.trashed = number == 1
        self.refresh()

    def _show_menu(self, place: QPoint) -> None:
        if not self.selected():
            return
        menu = QMenu(self)
        for each in (self._open, self._edit, self._delete, self._restore, self._remove):
            if not each.isHidden() and each.isEnabled():
                menu.addAction(each.text(), each.click)
        menu.popup(self._table.viewport().mapToGlobal(place))

    def _open_selected(self) -> None:
        self.chosen.emit(self.selected()[0])

    def _edit_selected(self) -> None:
        self.edit_asked.emit(self.selected()[0])

    def _restore_selected(self) -> None:
        ids = self.selected()
        text = self.tr("%n event(s) restored", "", len(ids))
        self._change(lambda _work: self._desk.services.events.restore(ids), text)

    def _ask_to_remove(self) -> None:
        ids = self.selected()
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.Warning)
        asked.setText(self.tr("Delete %n event(s) for good?", "", len(ids)))
        asked.setInformativeText(
            self.tr("Their sessions and registrations go too. Undo can bring them back until then.")
        )
        delete = asked.addButton(self.tr("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        keep = asked.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(keep)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        delete.clicked.connect(partial(self._remove_for_good, ids))
        asked.open()

    def _remove_for_good(self, ids: list[int]) -> None:
        text = self.tr("%n event(s) deleted for good", "", len(ids))
        self._change(lambda _work: self._desk.services.events.empty_trash(ids), text)

    def _make_sample(self) -> None:
        self._change(
            lambda _work: self._desk.services.sample.add_one(), self.tr("Sample event added")
        )

    def _change(self, call: Any, text: str) -> None:
        self._desk.operations.carry_out(
            call, origin=self._page, text=text, then=lambda _result: self.refresh()
        )


class EventsPage(Page):
    """The list, and one event's workspace on top of it."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"event", "session", "registration", "answer", "party", "check_in", "person"}
    )
    edit_asked = Signal(int)
    new_asked = Signal()
    selection_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.listing = EventList(self)
        self.workspace = EventWorkspace(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.listing)
        self._stack.addWidget(self.workspace)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

        self.listing.chosen.connect(self.open_item)
        self.listing.new_asked.connect(self.new_asked)
        self.listing.edit_asked.connect(self.edit_asked)
        self.listing.selection_changed.connect(self.selection_changed)
        self.workspace.left.connect(self.show_list)

    def refresh(self) -> None:
        """Read the list, or the event that is open, again."""
        if self._stack.currentWidget() is self.workspace:
            self.workspace.refresh()
        self.listing.refresh()

    def open_item(self, item: int) -> None:
        """Open an event's workspace."""
        self.workspace.show_event(item)
        self._stack.setCurrentWidget(self.workspace)
        self.selection_changed.emit()

    def show_list(self) -> None:
        """Go back to the list."""
        self._stack.setCurrentWidget(self.listing)
        self.listing.refresh()
        if self.workspace.event_id is not None:
            self.listing.select(self.workspace.event_id)
        self.selection_changed.emit()

    def selected_event(self) -> int | None:
        """Return the event that an action on one event would be about."""
        if self._stack.currentWidget() is self.workspace:
            return self.workspace.event_id
        ids = self.listing.selected()
        return ids[0] if len(ids) == 1 else None

    def delete_selected(self) -> None:
        """Put what is selected in the trash."""
        if self._stack.currentWidget() is self.workspace:
            self.workspace.delete()
        else:
            self.listing.delete_selected()

    def focus_search(self) -> None:
        """Go to the search field."""
        self.show_list()
        self.listing.focus_search()

    def keep_state(self, kept: QSettings) -> None:
        """Write down the columns' widths, and keep what was typed."""
        self.workspace.keep_typed()
        self.listing.keep_state(kept)

    def find_state(self, kept: QSettings) -> None:
        """Find the columns' widths."""
        self.listing.find_state(kept)
