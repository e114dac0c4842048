"""The list of events: filtered, sorted, put in the trash and taken out again."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.event_filter import EventFilter
from cpd_desktop.ui.columns_button import ColumnsButton
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.pages.event_filters import EventFilters, format_words
from cpd_desktop.ui.pages.event_views import PAGE, ViewsButton
from cpd_desktop.ui.row_table import Column, RowTable
from cpd_desktop.ui.states import status_words
from cpd_desktop.ui.widgets import GRID, EmptyState, button, card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint, QSettings

    from cpd_desktop.services.event_lists import EventCounts
    from cpd_desktop.services.saved_views import SavedView
    from cpd_desktop.services.services import Services
    from cpd_desktop.ui.desk import Desk

HIDDEN = '["zone", "sessions"]'  # unless somebody chose other columns


class EventRows:
    """Events, or those in the trash, for a table."""

    def __init__(self, services: Services, columns: Sequence[Column]) -> None:
        self._events = services.events
        self._lists = services.event_lists
        self.columns = columns
        self.filter = EventFilter()

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return the events that fit the filter, in order."""
        _ = search  # a part of the filter
        return self._lists.ids(self.filter, sort, descending=descending)

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        found = self._events.summaries(ids)
        return {
            key: (
                each.title,
                day_and_time(each.starts, each.zone),
                each.zone,
                format_words(each.format),
                QLocale().toString(each.sessions),
                QLocale().toString(each.registered)
                + (f" / {QLocale().toString(each.capacity)}" if each.capacity else ""),
                status_words(each.status),
            )
            for key, each in found.items()
        }


class EventList(QWidget):
    """The list itself, with its filters, its trash and its buttons."""

    chosen = Signal(int)
    new_asked = Signal()
    edit_asked = Signal(int)
    selection_changed = Signal()

    def __init__(self, desk: Desk, page: QWidget, place: QWidget | None = None) -> None:
        super().__init__(place)
        self._page = page
        self._desk = desk
        self._rows = EventRows(desk.services, self._columns())
        self._table = RowTable(self._rows, filled=False)
        self._table.setAccessibleName(self.tr("Events"))
        self._views = ViewsButton(desk, page, self._chosen)
        self._shown_columns = ColumnsButton(self._table)
        self._filters = EventFilters(self._views)
        self._first = button(self.tr("Plan the first event"), "primary")
        self._sample = button(self.tr("Make a sample event"))
        self._open, self._edit = button(self.tr("Open")), button(self.tr("Edit…"))
        self._delete = button(self.tr("Delete"))
        self._restore = button(self.tr("Restore"), "primary")
        self._remove = button(self.tr("Delete for good…"), "danger")
        for each in self._buttons():
            each.setAccessibleName(each.text())

        self._lay_out()

        self._first.clicked.connect(self.new_asked)
        self._sample.clicked.connect(self._make_sample)
        self._filters.changed.connect(self.refresh)
        self._views.chosen.connect(self._filters.show_filter)
        self._table.chosen.connect(self.chosen)
        self._table.selection_changed.connect(self._show_buttons)
        self._table.selection_changed.connect(self.selection_changed)
        self._table.customContextMenuRequested.connect(self._show_menu)
        self._open.clicked.connect(self._open_selected)
        self._edit.clicked.connect(self._edit_selected)
        self._delete.clicked.connect(self.delete_selected)
        self._restore.clicked.connect(self._restore_selected)
        self._remove.clicked.connect(self._remove_selected)

    def refresh(self) -> None:
        """Read the list again."""
        chosen = self._rows.filter = self._chosen()
        self._table.set_empty_text(self._empty_text())
        self._table.reload()
        if self._table.rows.rowCount():
            self._stack.setCurrentIndex(0)
        self._show_buttons()
        services = self._desk.services
        self._desk.operations.look_up(
            lambda _work: (services.event_lists.counts(chosen), services.saved_views.on(PAGE)),
            partial(self._show_counts, chosen),
        )

    def selected(self) -> list[int]:
        """Return the ids of the selected events."""
        return self._table.selected_ids()

    def select(self, event: int) -> None:
        """Select an event."""
        self._table.select_id(event)
        self._table.setFocus()

    def show_trash(self) -> None:
        """Show what was deleted and can be brought back."""
        self._filters.show_filter(EventFilter(trashed=True))

    def focus_search(self) -> None:
        """Go to the search field."""
        self._filters.search.setFocus()

    def delete_selected(self) -> None:
        """Put the selected events in the trash."""
        ids = self.selected()
        if ids and not self._rows.filter.trashed:
            text = self.tr("%n event(s) deleted", "", len(ids))
            self._change(lambda _work: self._desk.services.events.trash(ids), text)

    def keep_state(self, kept: QSettings) -> None:
        """Write down the columns that are shown, and their widths."""
        kept.setValue("events/table", json.dumps(self._table.state()))
        kept.setValue("events/hidden", json.dumps(self._shown_columns.hidden()))

    def find_state(self, kept: QSettings) -> None:
        """Find the columns that were shown, and their widths."""
        self._shown_columns.hide_columns(json.loads(str(kept.value("events/hidden", HIDDEN))))
        state = json.loads(str(kept.value("events/table", "{}")))
        self._table.restore_state(state or {"sort": "starts", "down": True})

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("title", self.tr("Title"), width=200),
            Column("starts", self.tr("Starts"), width=160),
            Column("zone", self.tr("Time zone"), width=120),
            Column("format", self.tr("Format"), width=80),
            Column("sessions", self.tr("Sessions"), "right", width=80),
            Column("registered", self.tr("Registered"), "right", width=90),
            Column("status", self.tr("Status"), width=90),
        )

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            *(self._first, self._sample, self._open),
            *(self._edit, self._delete, self._restore, self._remove),
        )

    def _lay_out(self) -> None:
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        listing = card()
        self._stack.addWidget(listing)
        inside = QVBoxLayout(listing)
        inside.setSpacing(GRID)
        inside.addWidget(self._filters)
        inside.addWidget(self._table, 1)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        inside.addLayout(below)
        for each in (self._open, self._edit, self._delete, self._restore, self._remove):
            below.addWidget(each)
        below.addStretch(1)
        below.addWidget(self._shown_columns)
        empty = QWidget()
        self._stack.addWidget(empty)
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

    def _chosen(self) -> EventFilter:
        return self._filters.chosen()

    def _show_counts(self, chosen: EventFilter, found: tuple[EventCounts, list[SavedView]]) -> None:
        counts, views = found
        self._views.show_views(views)
        if chosen != self._chosen():
            return  # something else is looked for meanwhile
        self._filters.show_counts(counts)
        none = chosen == EventFilter() and not counts.all and not counts.trashed
        self._stack.setCurrentIndex(1 if none else 0)

    def _empty_text(self) -> str:
        chosen = self._rows.filter
        if chosen == EventFilter(trashed=True):
            return self.tr("The trash is empty.")
        if chosen == EventFilter():
            return self.tr("No events. Those you deleted are in the trash.")
        return self.tr("No event fits these words and choices.")

    def _show_buttons(self) -> None:
        ids, trashed = self.selected(), self._filters.trashed
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

    def _show_menu(self, place: QPoint) -> None:
        if not self.selected():
            return
        menu = QMenu(self)
        for each in (self._open, self._edit, self._delete, self._restore, self._remove):
            if not each.isHidden() and each.isEnabled():
                menu.addAction(each.text(), each.click)
        menu.addSeparator()
        menu.addAction(self.tr("Copy"), self._table.copy_selected)
        menu.popup(self._table.viewport().mapToGlobal(place))

    def _open_selected(self) -> None:
        self.chosen.emit(self.selected()[0])

    def _edit_selected(self) -> None:
        self.edit_asked.emit(self.selected()[0])

    def _restore_selected(self) -> None:
        ids = self.selected()
        text = self.tr("%n event(s) restored", "", len(ids))
        self._change(lambda _work: self._desk.services.events.restore(ids), text)

    def _remove_selected(self) -> None:
        ids, events = self.selected(), self._desk.services.events
        self._desk.operations.look_up(
            lambda _work: events.certificates(ids), partial(self._ask_to_remove, ids)
        )

    def _ask_to_remove(self, ids: list[int], certificates: dict[int, int]) -> None:
        """Ask about those that can go, and say of the others what keeps them."""
        count = sum(certificates.values())
        kept = self.tr("Not deleted: %n event(s) with certificates.", "", len(certificates))
        why = self.tr("What was issued must stay provable: %n certificate(s).", "", count)
        going = [each for each in ids if each not in certificates]
        if not going:
            self._tell_kept(kept, why)
            return
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.Warning)
        asked.setText(self.tr("Delete %n event(s) for good?", "", len(going)))
        follows = self.tr(
            "Their sessions and registrations go too. Undo can bring them back until then."
        )
        asked.setInformativeText(f"{follows}\n\n{kept} {why}" if certificates else follows)
        delete = asked.addButton(self.tr("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        keep = asked.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(keep)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        delete.clicked.connect(partial(self._remove_for_good, going))
        asked.open()

    def _tell_kept(self, kept: str, why: str) -> None:
        told = QMessageBox(self)
        told.setIcon(QMessageBox.Icon.Information)
        told.setText(kept)
        told.setInformativeText(why)
        told.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        told.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        told.open()

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
