"""Filters under a name: chosen, kept, renamed and removed from one menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from cpd_desktop.domain.event_filter import EventFilter
from cpd_desktop.ui.questions import ask_for_name
from cpd_desktop.ui.widgets import PushButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.saved_views import SavedView
    from cpd_desktop.ui.desk import Desk

PAGE = "events"


class ViewsButton(PushButton):
    """Opens the menu of views; ``chosen`` carries the filter of one."""

    chosen = Signal(EventFilter)

    def __init__(self, desk: Desk, page: QWidget, now: Callable[[], EventFilter]) -> None:
        super().__init__()
        self._desk = desk
        self._page = page
        self._now = now
        self._views: list[SavedView] = []
        self._last: int | None = None
        self._shown = QMenu(self)
        self.setProperty("role", "plain")
        self.setText(self.tr("Views"))
        self.setAccessibleName(self.tr("Views"))
        self.setMenu(self._shown)

        self._shown.aboutToShow.connect(self._fill)

    def show_views(self, views: list[SavedView]) -> None:
        """Take the views that there are."""
        self._views = views

    def current(self) -> SavedView | None:
        """Return the view that was chosen last, while it is there."""
        return next((each for each in self._views if each.id == self._last), None)

    def _fill(self) -> None:
        menu, now, current = self._shown, self._now(), self.current()
        menu.clear()
        for each in self._views:
            made = menu.addAction(each.name.replace("&", "&&"))
            made.setCheckable(True)
            made.setChecked(EventFilter.read(each.filter) == now)
            made.triggered.connect(partial(self._choose, each))
        if self._views:
            menu.addSeparator()
        menu.addAction(self.tr("Keep this filter as a view…"), self._ask_for_name)
        if current is None:
            return
        name = current.name.replace("&", "&&")
        if EventFilter.read(current.filter) != now:
            text = self.tr("Keep “{name}” as it is now").format(name=name)
            menu.addAction(text, partial(self._change, current))
        menu.addAction(
            self.tr("Rename “{name}”…").format(name=name), partial(self._ask_to_rename, current)
        )
        menu.addAction(self.tr("Remove “{name}”").format(name=name), partial(self._remove, current))

    def _choose(self, view: SavedView, *_: object) -> None:
        self._last = view.id
        self.chosen.emit(EventFilter.read(view.filter))

    def _ask_for_name(self) -> None:
        self._ask(self.tr("Name of the view"), "", partial(self._add, self._now()))

    def _ask_to_rename(self, view: SavedView) -> None:
        self._ask(self.tr("New name of the view"), view.name, partial(self._rename, view))

    def _ask(self, words: str, name: str, then: Callable[[str], None]) -> None:
        title, yes, no = self.tr("View"), self.tr("Keep"), self.tr("Cancel")
        ask_for_name(self.window(), title, words, name, then, yes=yes, no=no)

    def _add(self, chosen: EventFilter, name: str) -> None:
        views = self._desk.services.saved_views
        self._carry_out(
            lambda _work: views.add(PAGE, name, chosen.kept()),
            self.tr("View kept"),
            self._added,
        )

    def _added(self, view: SavedView) -> None:
        self._last = view.id
        self._read()

    def _change(self, view: SavedView) -> None:
        views, chosen = self._desk.services.saved_views, self._now()
        self._carry_out(lambda _work: views.change(view.id, chosen.kept()), self.tr("View changed"))

    def _rename(self, view: SavedView, name: str) -> None:
        views = self._desk.services.saved_views
        self._carry_out(lambda _work: views.rename(view.id, name), self.tr("View renamed"))

    def _remove(self, view: SavedView) -> None:
        views = self._desk.services.saved_views
        self._carry_out(lambda _work: views.remove(view.id), self.tr("View removed"))

    def _carry_out(self, call: Any, text: str, then: Any = None) -> None:
        self._desk.operations.carry_out(
            call, origin=self._page, text=text, then=then or (lambda _result: self._read())
        )

    def _read(self) -> None:
        views = self._desk.services.saved_views
        self._desk.operations.look_up(lambda _work: views.on(PAGE), self.show_views)
