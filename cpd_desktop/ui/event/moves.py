"""What can be done with an event as a whole: its next move, and the menu of the others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.lifecycle import AtZoom, Move, next_move, open_moves
from cpd_desktop.ui.event.move_dialogs import (
    CancelDialog,
    CopyDialog,
    PostponeDialog,
    RepeatDialog,
)
from cpd_desktop.ui.event.outputs import EventOutputs
from cpd_desktop.ui.meet.content import overview
from cpd_desktop.ui.widgets import GRID, button

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.copying import Copied
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.recurrence import Recurrence
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.services import Services
    from cpd_desktop.ui.desk import Desk


class EventMoves(QWidget):
    """One button for the move that comes next, one for all others.

    ``opened`` asks to show another event, ``moved`` to show this one again.
    """

    opened = Signal(int)
    moved = Signal()
    delete_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._event: Event | None = None
        self._next = button("", "plain")
        self._more = button(self.tr("More"))
        self._more.setAccessibleName(self.tr("More to do with this event"))
        self._menu = QMenu(self)
        self._outputs = EventOutputs(desk, self)
        self._more.setMenu(self._menu)

        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._next)
        layout.addWidget(self._more)

        self._next.clicked.connect(self._move_on)
        self._menu.aboutToShow.connect(self._fill_menu)

    def show_event(self, event: Event) -> None:
        """Offer what this event's state allows."""
        self._event = event
        move = self._next_move()
        self._next.setVisible(move is not None)
        if move is not None:
            self._next.setText(self._words()[move])
            self._next.setAccessibleName(self._next.text())

    def _next_move(self) -> Move | None:
        if self._event is None or self._event.trashed_at is not None:
            return None
        return next_move(self._event, self._desk.services.clock.now())

    def _words(self) -> dict[Move, str]:
        return {
            Move.PUBLISH: self.tr("Publish"),
            Move.START: self.tr("Start"),
            Move.COMPLETE: self.tr("Complete"),
            Move.CANCEL: self.tr("Cancel event"),
            Move.ARCHIVE: self.tr("Archive"),
            Move.REOPEN: self.tr("Take out of the archive"),
        }

    def _done(self) -> dict[Move, str]:
        return {
            Move.PUBLISH: self.tr("Event published"),
            Move.START: self.tr("Event started"),
            Move.COMPLETE: self.tr("Event completed"),
            Move.CANCEL: self.tr("Event cancelled"),
            Move.ARCHIVE: self.tr("Event archived"),
            Move.REOPEN: self.tr("Event taken out of the archive"),
        }

    def _move_on(self) -> None:
        if move := self._next_move():
            self._move(move)

    def _move(self, move: Move, why: str = "", meetings: AtZoom = AtZoom.KEEP) -> None:
        event = self._event
        if event is None:
            return
        lifecycle = self._desk.services.lifecycle
        self._desk.operations.carry_out(
            lambda _work: lifecycle.move(event.id, move, why, meetings=meetings),
            origin=self,
            text=self._done()[move],
            then=self._was_moved,
        )

    def _was_moved(self, _event: Event) -> None:
        self.moved.emit()

    def _fill_menu(self) -> None:
        self._menu.clear()
        event = self._event
        if event is None:
            return
        self._menu.addAction(self.tr("Duplicate…"), self._ask_for_copy)
        if event.series_id is None:
            self._menu.addAction(self.tr("Repeat…"), self._ask_for_series)
        else:
            self._menu.addAction(self.tr("Leave this date out of the series"), self._leave_out)
        if Move.CANCEL in open_moves(event.status) and event.trashed_at is None:
            self._menu.addSeparator()
            self._menu.addAction(self.tr("Postpone…"), partial(self._look_ahead, self._postpone))
            self._menu.addAction(self.tr("Cancel the event…"), self._ask_to_cancel)
        if event.status is EventStatus.CANCELLED and event.price is not None:
            self._menu.addSeparator()
            self._menu.addAction(self.tr("Refunds…"), partial(self._look_at_refunds, event.id))
        self._menu.addSeparator()
        self._outputs.add_to(self._menu, event)
        if event.trashed_at is None:
            self._menu.addSeparator()
            self._menu.addAction(self.tr("Delete"), self.delete_asked.emit)

    def _look_at_refunds(self, event: int) -> None:
        self._desk.places.go("billing", None, f"event {event}")

    def _look_ahead(self, ask: object) -> None:
        """Find out what follows, then ask."""
        event = self._event
        if event is not None and callable(ask):
            lifecycle = self._desk.services.lifecycle
            self._desk.operations.look_up(
                lambda _work: lifecycle.consequences(event.id), partial(ask, event)
            )

    def _ask_to_cancel(self) -> None:
        event, services = self._event, self._desk.services
        if event is not None:
            self._desk.operations.look_up(
                lambda _work: _what_cancelling_brings(services, event.id),
                partial(self._cancel, event),
            )

    def _cancel(self, event: Event, found: tuple[list[Sentence], int]) -> None:
        follows, at_zoom = found
        dialog = CancelDialog(self.window(), event, follows, at_zoom)
        dialog.offered.connect(partial(self._move, Move.CANCEL))
        dialog.open()

    def _postpone(self, event: Event, follows: list[Sentence]) -> None:
        dialog = PostponeDialog(self.window(), event, follows)
        dialog.offered.connect(partial(self._carry_postponed, event.id))
        dialog.open()

    def _carry_postponed(self, event: int, starts: datetime, why: str) -> None:
        lifecycle = self._desk.services.lifecycle
        self._desk.operations.carry_out(
            lambda _work: lifecycle.postpone(event, starts, why),
            origin=self,
            text=self.tr("Event postponed"),
            then=self._was_moved,
        )

    def _ask_for_copy(self) -> None:
        if self._event is not None:
            dialog = CopyDialog(self.window(), self._event)
            dialog.offered.connect(partial(self._copy, self._event.id))
            dialog.open()

    def _copy(self, event: int, starts: datetime, parts: frozenset[Copied]) -> None:
        copies = self._desk.services.copies
        self._desk.operations.carry_out(
            lambda _work: copies.duplicate(event, starts, parts),
            origin=self,
            text=self.tr("Event duplicated; this is the copy"),
            then=self._was_copied,
        )

    def _was_copied(self, copy: Event) -> None:
        self.opened.emit(copy.id)

    def _ask_for_series(self) -> None:
        if self._event is not None:
            dialog = RepeatDialog(self.window(), self._event)
            dialog.offered.connect(partial(self._repeat, self._event.id))
            dialog.open()

    def _repeat(self, event: int, recurrence: Recurrence) -> None:
        copies = self._desk.services.copies
        self._desk.operations.carry_out(
            lambda _work: copies.repeat(event, recurrence),
            origin=self,
            text=self.tr("Series planned"),
            then=self._was_repeated,
        )

    def _was_repeated(self, _events: list[int]) -> None:
        self.moved.emit()

    def _leave_out(self) -> None:
        event = self._event
        if event is not None:
            copies = self._desk.services.copies
            self._desk.operations.carry_out(
                lambda _work: copies.leave_out(event.id),
                origin=self,
                text=self.tr("Date left out of the series"),
                then=self._was_left_out,
            )

    def _was_left_out(self, _event: int) -> None:
        self.moved.emit()


def _what_cancelling_brings(services: Services, event_id: int) -> tuple[list[Sentence], int]:
    follows = services.lifecycle.consequences(event_id)
    return follows, overview(services).at_zoom(event_id)
