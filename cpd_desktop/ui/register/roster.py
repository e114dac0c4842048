"""The roster: everybody on an event, filtered, searched, and what is done with those selected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QMessageBox, QVBoxLayout, QWidget

from cpd_desktop.domain.registrations import OutOfTurn, Payment, RegistrationStatus
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.register.group_dialog import MoveDialog
from cpd_desktop.ui.register.place_actions import PlaceActions
from cpd_desktop.ui.register.roster_rows import RosterRows
from cpd_desktop.ui.register.view_button import say, view_button
from cpd_desktop.ui.row_table import RowTable, SearchField
from cpd_desktop.ui.states import status_words
from cpd_desktop.ui.widgets import GRID
from cpd_desktop.ui.wording import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtGui import QShowEvent

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.registrations import Standing
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.billing.payment_box import PaymentBox
    from cpd_desktop.ui.desk import Desk

S = RegistrationStatus
SHOWN = (S.CONFIRMED, S.PENDING, S.WAITLISTED, S.CANCELLED, S.NO_SHOW)
AT_ONCE = 1000


class Roster(QWidget):
    """Lists the places on one event; ``edit_asked`` says whose is to be edited."""

    edit_asked = Signal(int)

    def __init__(self, desk: Desk, origin: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._origin = origin
        self._registrations = desk.services.registrations
        self._rows = RosterRows(self._registrations)
        self._parties: tuple[str, ...] = ()
        self._stale = False
        self.filters = QButtonGroup(self)
        self.search = SearchField(self.tr("Search people"))
        self.search.setAccessibleName(self.tr("Search registrations"))
        self.box: PaymentBox | None = None
        self.question: QMessageBox | None = None
        self.table = RowTable(self._rows, filled=False)
        self.table.setAccessibleName(self.tr("Registrations"))
        self.table.set_empty_text(self.tr("Nobody fits these words."))
        self.actions_below = PlaceActions()

        self._lay_out()

        self.filters.idClicked.connect(self._filter)
        self.search.searched.connect(self.table.search)
        self.table.failed.connect(desk.operations.failed)
        self.table.chosen.connect(self.edit_asked)
        self.table.selection_changed.connect(self._ask_standing)
        self.table.customContextMenuRequested.connect(self._show_menu)
        below = self.actions_below
        below.confirm_asked.connect(self.confirm)
        below.cancel_asked.connect(self._cancel)
        below.no_show_asked.connect(self._note_no_show)
        below.payment_asked.connect(self._note_payment)
        below.money_asked.connect(self.open_payments)
        below.edit_asked.connect(self.edit_asked)
        below.copy_asked.connect(self._copy_addresses)
        below.move_asked.connect(self._ask_where)

    def show_event(
        self, event: Event, counts: Mapping[RegistrationStatus, int], parties: Iterable[str]
    ) -> None:
        """Show who has a place on an event."""
        other = event.id != self._rows.event_id
        self._rows.event_id, self._rows.zone = event.id, event.zone
        self._rows.fields = event.fields
        self._parties = tuple(parties)
        asks = any(field.required for field in event.fields)
        self.table.setColumnHidden(len(self._rows.columns) - 1, not asks)
        if other:
            self._rows.statuses = ()
            self.filters.button(0).setChecked(True)
        for number, made in enumerate(self.filters.buttons()):
            status = SHOWN[number - 1] if number else None
            words = status_words(status) if status else self.tr("Everybody")
            count = counts.get(status, 0) if status else sum(counts.values())
            say(made, f"{words} {QLocale().toString(count)}")
            made.setVisible(bool(count) or not number or made.isChecked())
        self._stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the rows again if anything changed while another view was shown."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def confirm(self, ids: list[int], *, out_of_turn: bool = False) -> None:
        """Confirm people; where others have waited longer, ask first."""
        self._desk.operations.carry_out(
            lambda _work: self._registrations.confirm(ids, out_of_turn=out_of_turn),
            origin=self._origin,
            text=self.tr("%n registration(s) confirmed", "", len(ids)),
            otherwise=partial(self._refused, ids),
        )

    def open_payments(self, registration: int) -> None:
        """Show what is owed and paid for a place, and what can be done about it."""
        from cpd_desktop.ui.billing.payment_box import PaymentBox

        self.box = PaymentBox(self.window(), self._desk, registration)
        self.box.finished.connect(self._forget_box)
        self.box.open()

    def _forget_box(self) -> None:
        self.box = None

    def _lay_out(self) -> None:
        chips = FlowRow()
        for number in range(len(SHOWN) + 1):
            made = view_button()
            self.filters.addButton(made, number)
            chips.addWidget(made)
        self.filters.button(0).setChecked(True)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        wide = self.fontMetrics().horizontalAdvance(self.search.placeholderText())
        self.search.setMinimumWidth(max(wide + 8 * GRID, 22 * GRID))
        self.search.setToolTip(self.tr("By name, e-mail, organisation, reference or number"))
        chips.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(chips)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.actions_below)

    def _read(self) -> None:
        self._stale = False
        self.table.reload()
        self._ask_standing()

    def _filter(self, number: int) -> None:
        self._rows.statuses = (SHOWN[number - 1],) if number else ()
        self.table.reload()

    def _ask_standing(self) -> None:
        event_id, ids = self._rows.event_id, self.table.selected_ids()
        if event_id is None or not ids:
            self.actions_below.show_standing({})
            return
        self._desk.operations.look_up(
            lambda _work: self._registrations.standing(event_id, ids), self._show_standing
        )

    def _show_standing(self, standing: Mapping[int, Standing]) -> None:
        # What was selected meanwhile is asked for by itself.
        if standing.keys() == set(self.table.selected_ids()):
            self.actions_below.show_standing(standing)

    def _show_menu(self, place: QPoint) -> None:
        if self.table.selected_ids():
            menu = self.actions_below.menu(self)
            menu.popup(self.table.viewport().mapToGlobal(place))

    def _cancel(self, ids: list[int]) -> None:
        text = self.tr("%n place(s) cancelled", "", len(ids))
        self._change(lambda _work: self._registrations.change_status(ids, S.CANCELLED), text)

    def _note_no_show(self, ids: list[int]) -> None:
        text = self.tr("%n person(s) noted as not having come", "", len(ids))
        self._change(lambda _work: self._registrations.change_status(ids, S.NO_SHOW), text)

    def _note_payment(self, ids: list[int], payment: Payment) -> None:
        if payment is not Payment.PAID:
            self._keep_payment(ids, payment)
            return
        places = self._registrations

        def priced(_work: Work) -> int:
            found = places.listed(ids).values()
            return sum(bool(each.price and each.price.minor) for each in found)

        self._desk.operations.look_up(priced, partial(self._ask_about_paid, ids))

    def _ask_about_paid(self, ids: list[int], priced: int) -> None:
        if not priced:
            self._keep_payment(ids, Payment.PAID)
            return
        asked = QMessageBox(self.window())
        asked.setIcon(QMessageBox.Icon.Question)
        asked.setText(self.tr("Book %n payment(s) in full?", "", priced))
        asked.setInformativeText(
            self.tr(
                "Paid on a place with a price books an order and a payment in the ledger. That"
                " cannot be undone; the way back is a refund."
            )
        )
        book = asked.addButton(self.tr("Book as paid"), QMessageBox.ButtonRole.AcceptRole)
        keep = asked.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        for each in (book, keep):
            each.setAccessibleName(each.text())
        asked.setDefaultButton(keep)
        asked.setEscapeButton(keep)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        book.clicked.connect(partial(self._book_as_paid, ids))
        asked.finished.connect(self._forget_question)
        self.question = asked
        asked.open()

    def _book_as_paid(self, ids: list[int]) -> None:
        # Without a text for Undo: what was booked stays booked.
        self._desk.operations.carry_out(
            lambda _work: self._registrations.note_payment(ids, Payment.PAID),
            origin=self._origin,
            then=partial(self._tell_booked, len(ids)),
        )

    def _tell_booked(self, count: int, _result: object) -> None:
        self._desk.operations.told.emit(self.tr("%n marked as paid", "", count), False)

    def _forget_question(self) -> None:
        self.question = None

    def _keep_payment(self, ids: list[int], payment: Payment) -> None:
        texts = {
            Payment.PAID: self.tr("%n marked as paid", "", len(ids)),
            Payment.WAIVED: self.tr("The payment of %n waived", "", len(ids)),
            Payment.REFUNDED: self.tr("%n marked as refunded", "", len(ids)),
            Payment.DUE: self.tr("%n marked as due", "", len(ids)),
        }
        self._change(lambda _work: self._registrations.note_payment(ids, payment), texts[payment])

    def _ask_where(self, ids: list[int]) -> None:
        dialog = MoveDialog(self.window(), self._parties, len(ids))
        dialog.offered.connect(partial(self._move, ids))
        dialog.open()

    def _move(self, ids: list[int], name: str) -> None:
        text = self.tr("%n person(s) moved", "", len(ids))
        self._change(lambda _work: self._registrations.move(ids, name), text)

    def _copy_addresses(self, ids: list[int]) -> None:
        def read(_work: Work) -> list[str]:
            found: dict[str, None] = {}
            for first in range(0, len(ids), AT_ONCE):
                listed = self._registrations.listed(ids[first : first + AT_ONCE])
                found |= dict.fromkeys(each.email for each in listed.values() if each.email)
            return list(found)

        self._desk.operations.look_up(read, self._to_clipboard)

    def _to_clipboard(self, addresses: list[str]) -> None:
        QGuiApplication.clipboard().setText(", ".join(addresses))
        text = self.tr("%n e-mail address(es) copied", "", len(addresses))
        self._desk.operations.told.emit(text, False)

    def _change(self, call: Callable[[Work], Any], text: str) -> None:
        self._desk.operations.carry_out(call, origin=self._origin, text=text)

    def _refused(self, ids: list[int], error: Exception) -> None:
        if not isinstance(error, OutOfTurn):
            self._desk.operations.failed.emit(error)
            return
        asked = QMessageBox(self.window())
        asked.setIcon(QMessageBox.Icon.Question)
        asked.setText(explain(error).says)
        asked.setInformativeText(self.tr("Confirm all the same, out of turn?"))
        jump = asked.addButton(self.tr("Confirm out of turn"), QMessageBox.ButtonRole.AcceptRole)
        keep = asked.addButton(self.tr("Keep the order"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(keep)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        jump.clicked.connect(partial(self._confirm_out_of_turn, ids))
        asked.open()

    def _confirm_out_of_turn(self, ids: list[int]) -> None:
        self.confirm(ids, out_of_turn=True)
