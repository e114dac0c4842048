"""The door: people are found, checked in and, if that was wrong, out again, by keyboard alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from cpd_desktop.domain.check_in import CheckedIn, How, NotExpected, Present
from cpd_desktop.ui.dates import clock_time, day_and_time
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.register.door_rows import FoundRows, LatestRows
from cpd_desktop.ui.row_table import Column, RowTable, SearchField
from cpd_desktop.ui.widgets import GRID, button, label, restyle
from cpd_desktop.ui.wording import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.services.check_in import Found
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class SearchAtDoor(SearchField):
    """A large search field; Enter checks in, the arrow down goes to the results."""

    entered = Signal()
    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and the arrow down."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class CheckIn(QWidget):
    """Checks people in to one session; ``scan`` takes what a scanner or a camera read.

    ``scanner`` and ``camera`` are widgets shown beside it, if there are any.
    """

    def __init__(
        self,
        desk: Desk,
        origin: QWidget,
        parent: QWidget | None = None,
        *,
        scanner: QWidget | None = None,
        camera: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._origin = origin
        self._check_ins = desk.services.check_ins
        self._event: Event | None = None
        self._refused: int | None = None
        self._sought = ""
        self.sessions = QComboBox()
        self.sessions.setAccessibleName(self.tr("Session"))
        self.counter = label("", "heading")
        self.search = SearchAtDoor(self.tr("Name, reference or number, then Enter"))
        self.search.setAccessibleName(self.tr("Find who came"))
        self.says = label("", "muted", data=True)
        self.confirm = button(self.tr("Confirm and check in"))
        self._found = FoundRows(self._found_columns(), self.tr("✓ Here already"))
        self.results = RowTable(self._found)
        self.results.setAccessibleName(self.tr("Who may be meant"))
        self._latest = LatestRows(self._latest_columns())
        self.latest = RowTable(self._latest)
        self.latest.setAccessibleName(self.tr("Who came last"))
        self.latest.set_empty_text(self.tr("Nobody is checked in yet."))
        self.check = button(self.tr("Check in"), "primary")
        self.take_back = button(self.tr("Undo check-in"))
        for each in (self.confirm, self.check, self.take_back):
            each.setAccessibleName(each.text())

        self._lay_out([each for each in (scanner, camera) if each is not None])

        self.sessions.activated.connect(self._choose_session)
        self.search.searched.connect(self._search)
        self.search.entered.connect(self._enter)
        self.search.left_downwards.connect(self._go_to_results)
        self.results.chosen.connect(self._check_in_by_hand)
        self.results.selection_changed.connect(self._show_buttons)
        self.latest.selection_changed.connect(self._show_buttons)
        self.check.clicked.connect(self._check_in_selected)
        self.take_back.clicked.connect(self._undo_selected)
        self.confirm.clicked.connect(self._confirm_refused)

    def show_event(self, event: Event, session_now: int, counts: Mapping[int, Present]) -> None:
        """Show the door of an event's session: of the one chosen, else of the one on now."""
        same = self._event is not None and self._event.id == event.id
        chosen = self.sessions.currentData() if same else None
        self._event = event
        self._latest.zone = event.zone
        self.sessions.clear()
        for each in event.sessions:
            when = day_and_time(each.starts, event.zone)
            self.sessions.addItem(f"{each.title or event.title} · {when}", each.id)
        at = self.sessions.findData(chosen if chosen is not None else session_now)
        self.sessions.setCurrentIndex(max(0, at))
        if not same:
            self._sought = ""
            self.search.clear()
            self._show_found(None)
            self._say("")
        self.show_counts(counts)
        self._read_session()

    def show_counts(self, counts: Mapping[int, Present]) -> None:
        """Show how many of those expected are here."""
        here, expected = counts.get(self._session(), Present(0, 0))
        text = self.tr("{here} of %n here", "", expected)
        self.counter.setText(text.format(here=QLocale().toString(here)))

    def scan(self, text: str) -> None:
        """Check in whoever a badge's code, a reference or a number names."""
        self._look_up(text, partial(self._take_certain, How.SCAN))

    def focus_search(self) -> None:
        """Be ready for the next person."""
        self.search.setFocus()

    def _found_columns(self) -> tuple[Column, ...]:
        return (
            Column("name", self.tr("Name"), width=200, sortable=False),
            Column("state", self.tr("State"), width=140, sortable=False),
            Column("reference", self.tr("Reference"), width=130, sortable=False),
            Column("organisation", self.tr("Organisation"), width=140, sortable=False),
            Column("payment", self.tr("Payment"), width=140, sortable=False),
        )

    def _latest_columns(self) -> tuple[Column, ...]:
        return (
            Column("at", self.tr("At"), width=70, sortable=False),
            Column("name", self.tr("Came last"), width=160, sortable=False),
            Column("reference", self.tr("Reference"), width=120, sortable=False),
        )

    def _lay_out(self, readers: Sequence[QWidget]) -> None:
        font = self.search.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.search.setFont(font)
        self.confirm.hide()
        self.says.hide()
        for table in (self.results, self.latest):
            table.horizontalHeader().setSortIndicatorShown(False)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.sessions, 1)
        top.addWidget(self.counter)
        said = QHBoxLayout()
        said.addWidget(self.says, 1)
        said.addWidget(self.confirm)
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addWidget(self.search)
        left.addLayout(said)
        left.addWidget(self.results, 1)
        left.addLayout(FlowRow(self.check))
        right = QVBoxLayout()
        right.setSpacing(GRID)
        for each in readers:
            right.addWidget(each)
        right.addWidget(self.latest, 1)
        right.addLayout(FlowRow(self.take_back))
        below = QHBoxLayout()
        below.setSpacing(GRID * 2)
        below.addLayout(left, 3)
        below.addLayout(right, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(top)
        layout.addLayout(below, 1)

    def _session(self) -> int:
        found = self.sessions.currentData()
        return int(found) if found is not None else 0

    def _choose_session(self) -> None:
        self._read_session()
        self.search.setFocus()

    def _read_session(self) -> None:
        event, session = self._event, self._session()
        if event is None:
            return
        self._desk.operations.look_up(
            lambda _work: (self._check_ins.counts(event.id), self._check_ins.latest(session)),
            self._show_session,
        )
        self._search(self._sought)

    def _show_session(self, found: tuple[Mapping[int, Present], list[CheckedIn]]) -> None:
        counts, came = found
        self.show_counts(counts)
        self._latest.came = {each.registration_id: each for each in came}
        self.latest.reload()
        self._show_buttons()

    def _search(self, text: str) -> None:
        self._sought = text
        if text:
            self._look_up(text, self._show_if_still_asked)
        else:
            self._show_found(None)

    def _look_up(self, text: str, then: Callable[[tuple[str, Found]], None]) -> None:
        event, session = self._event, self._session()
        if event is None:
            return

        def find(_work: Work) -> tuple[str, Found]:
            return text, self._check_ins.find(event.id, session, text)

        self._desk.operations.look_up(find, then)

    def _show_if_still_asked(self, answer: tuple[str, Found]) -> None:
        text, found = answer
        if text == self._sought:
            self._show_found(found)

    def _show_found(self, found: Found | None) -> None:
        self._found.found = {each.id: each for each in found.places} if found else {}
        self._found.here = found.here if found else frozenset()
        nobody = self.tr("Nobody here fits these words.")
        self.results.set_empty_text(nobody if self._sought else "")
        self.results.reload()
        self._show_buttons()

    def _enter(self) -> None:
        self._sought = self.search.text().strip()
        if self._sought:
            self._look_up(self._sought, partial(self._take_certain, How.HAND))

    def _take_certain(self, how: How, answer: tuple[str, Found]) -> None:
        text, found = answer
        if found.first is not None:
            self._check_in(found.first, how, again=found.first.id in found.here)
            return
        self._sought = text
        self._show_found(found)
        if not found.places:
            self._say(self.tr("Nobody on this event fits “{text}”.").format(text=text), "bad")
        elif all(each.id in found.here for each in found.places):
            self._say(self.tr("Everybody who fits “{text}” is here.").format(text=text), "warn")
        else:
            count = len(found.places)
            self._say(self.tr("%n people fit: choose one with the arrow keys.", "", count), "warn")

    def _go_to_results(self) -> None:
        if self._found.found:
            self.results.setFocus()
            self.results.select_id(next(iter(self._found.found)))

    def _check_in_selected(self) -> None:
        (key,) = self.results.selected_ids()
        self._check_in_by_hand(key)

    def _check_in_by_hand(self, registration_id: int) -> None:
        again = registration_id in self._found.here
        self._check_in(self._found.found[registration_id], How.HAND, again=again)

    def _check_in(self, place: Registration, how: How, *, again: bool = False) -> None:
        session = self._session()
        text = self.tr("{name} checked in").format(name=place.name)
        self._desk.operations.carry_out(
            lambda _work: self._check_ins.check_in(session, place.id, how),
            origin=self._origin,
            text="" if again else text,
            then=self._came,
            otherwise=partial(self._not_let_in, place.id),
        )

    def _came(self, came: CheckedIn) -> None:
        if came.again:
            zone = self._event.zone if self._event else "UTC"
            text = self.tr("{name} is here already, since {at}.")
            self._say(text.format(name=came.name, at=clock_time(came.at, zone)), "warn")
        else:
            self._say(self.tr("✓ {name} is checked in.").format(name=came.name), "good")
        if self.search.text().strip() == self._sought:  # else the next one is typed already
            self.search.clear()
            self._sought = ""
            self._show_found(None)
        self._read_session()
        self.search.setFocus()

    def _not_let_in(self, registration_id: int, error: Exception) -> None:
        if not isinstance(error, NotExpected):
            self._desk.operations.failed.emit(error)
            return
        self._say(explain(error).says, "bad")
        self._refused = registration_id
        self.confirm.show()

    def _confirm_refused(self) -> None:
        key = self._refused
        if key is None:
            return
        self._desk.operations.carry_out(
            lambda _work: self._desk.services.registrations.confirm([key]),
            origin=self._origin,
            text=self.tr("%n registration(s) confirmed", "", 1),
            then=self._confirmed,
        )

    def _confirmed(self, places: list[Registration]) -> None:
        self._check_in(places[0], How.HAND)

    def _undo_selected(self) -> None:
        (key,) = self.latest.selected_ids()
        session, name = self._session(), self._latest.came[key].name
        self._desk.operations.carry_out(
            lambda _work: self._check_ins.undo(session, key),
            origin=self._origin,
            text=self.tr("{name} is not checked in any more").format(name=name),
            then=self._taken_back,
        )

    def _taken_back(self, _changes: Changes) -> None:
        self._say("")
        self._read_session()

    def _show_buttons(self) -> None:
        self.check.setEnabled(len(self.results.selected_ids()) == 1)
        self.take_back.setEnabled(len(self.latest.selected_ids()) == 1)

    def _say(self, text: str, tone: str = "neutral") -> None:
        self._refused = None
        self.confirm.hide()
        self.says.setText(text)
        self.says.setVisible(bool(text))
        restyle(self.says, tone=tone)
