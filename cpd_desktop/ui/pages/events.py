"""The events: as a list, on a calendar, and one in its workspace."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from cpd_desktop.ui.page import Page, header, page_layout
from cpd_desktop.ui.pages.event_list import EventList
from cpd_desktop.ui.widgets import button

if TYPE_CHECKING:
    from typing import ClassVar

    from PySide6.QtCore import QSettings

    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.pages.event import EventWorkspace
    from cpd_desktop.ui.pages.event_calendar import EventCalendar

LIST, CALENDAR = 0, 1


class EventsPage(Page):
    """The list and the calendar, and one event's workspace on top of them."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            *("event", "session", "registration", "answer", "party", "check_in", "person"),
            *("saved_view", "meeting", "seat", "instance", "report"),
        }
    )
    edit_asked = Signal(int)
    new_asked = Signal()
    new_on_asked = Signal(date)
    selection_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._mode = "month"
        self._switch = [button(self.tr("List"), "nav"), button(self.tr("Calendar"), "nav")]
        self._new = button(self.tr("New event"), "primary")
        for each in (*self._switch, self._new):
            each.setAccessibleName(each.text())

        self.listing = self._lay_out()

        self._new.clicked.connect(self.new_asked)
        self._ways.idClicked.connect(self._show_way)
        self.listing.chosen.connect(self.open_item)
        self.listing.new_asked.connect(self.new_asked)
        self.listing.edit_asked.connect(self.edit_asked)
        self.listing.selection_changed.connect(self.selection_changed)

    @cached_property
    def workspace(self) -> EventWorkspace:
        """Return the workspace, which is made when an event is first opened."""
        from cpd_desktop.ui.pages.event import EventWorkspace

        made = EventWorkspace(self.desk, self._stack)
        made.left.connect(self.show_list)
        self._stack.addWidget(made)
        return made

    @cached_property
    def calendar(self) -> EventCalendar:
        """Return the calendar, which is made when it is first looked at."""
        from cpd_desktop.ui.calendar_view import MODES
        from cpd_desktop.ui.pages.event_calendar import EventCalendar

        made = EventCalendar(self.desk)
        for mode in MODES:
            if mode == self._mode:
                made.view.show_mode(mode)
        made.view.chosen.connect(self.open_item)
        made.view.day_chosen.connect(self.new_on_asked)
        self._views.addWidget(made)
        return made

    def refresh(self) -> None:
        """Read the list or the calendar, and the event that is open, again."""
        if self._in_workspace():
            self.workspace.refresh()
        self.listing.refresh()
        if self._ways.checkedId() == CALENDAR:
            self.calendar.refresh()

    def open_item(self, item: int) -> None:
        """Open an event's workspace."""
        self.workspace.show_event(item)
        self._stack.setCurrentWidget(self.workspace)
        self.selection_changed.emit()

    def open_part(self, part: str) -> None:
        """Open a stage of the event that is open, if one is, or show the trash."""
        if part == "trash":
            self._show_way(LIST)
            self.show_list()
            self.listing.show_trash()
        elif self._in_workspace():
            self.workspace.open_stage(part)

    def show_list(self) -> None:
        """Go back to the list, or to the calendar."""
        left = self.workspace.event_id if self._in_workspace() else None
        self._stack.setCurrentWidget(self._overview)
        self.listing.refresh()
        if self._ways.checkedId() == CALENDAR:
            self.calendar.refresh()
            self.calendar.view.setFocus()
        elif left is not None:
            self.listing.select(left)
        self.selection_changed.emit()

    def stage(self) -> str:
        """Return the name of the stage that is open, nothing while no event is."""
        return self.workspace.stage if self._in_workspace() else ""

    def selected_event(self) -> int | None:
        """Return the event that an action on one event would be about."""
        if self._in_workspace():
            return self.workspace.event_id
        if self._ways.checkedId() == CALENDAR:
            return None
        ids = self.listing.selected()
        return ids[0] if len(ids) == 1 else None

    def delete_selected(self) -> None:
        """Put what is selected in the trash."""
        if self._in_workspace():
            self.workspace.delete()
        elif self._ways.checkedId() == LIST:
            self.listing.delete_selected()

    def focus_search(self) -> None:
        """Go to the search field."""
        self._show_way(LIST)
        self.show_list()
        self.listing.focus_search()

    def keep_state(self, kept: QSettings) -> None:
        """Write down what the list looked like, and whether the calendar was shown."""
        self.listing.keep_state(kept)
        kept.setValue("events/calendar", str(self._ways.checkedId()))
        made = "calendar" in self.__dict__
        kept.setValue("events/mode", self.calendar.view.mode if made else self._mode)

    def find_state(self, kept: QSettings) -> None:
        """Find what the list looked like, and whether the calendar was shown."""
        self.listing.find_state(kept)
        self._mode = str(kept.value("events/mode", "month"))
        if kept.value("events/calendar") == str(CALENDAR):
            self._show_way(CALENDAR)

    def _lay_out(self) -> EventList:
        self._ways = QButtonGroup(self)
        for number, each in enumerate(self._switch):
            each.setCheckable(True)
            self._ways.addButton(each, number)
        self._switch[LIST].setChecked(True)
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._overview = QWidget()
        self._stack.addWidget(self._overview)
        inside = page_layout(self._overview)
        inside.addLayout(header(self.tr("Events"), "", *self._switch, self._new))
        self._views = QStackedWidget()
        inside.addWidget(self._views, 1)
        made = EventList(self.desk, self, self._views)
        self._views.addWidget(made)
        return made

    def _in_workspace(self) -> bool:
        return self._stack.currentWidget() is not self._overview

    def _show_way(self, number: int) -> None:
        self._switch[number].setChecked(True)
        if number == CALENDAR:
            self._views.setCurrentWidget(self.calendar)
            self.calendar.refresh()
        else:
            self._views.setCurrentWidget(self.listing)
        self.selection_changed.emit()
