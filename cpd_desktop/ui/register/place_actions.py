"""What can be done with the places that are selected, as buttons and as a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cpd_desktop.domain.registrations import STEPS, Payment, RegistrationStatus, Standing
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import button

if TYPE_CHECKING:
    from collections.abc import Mapping

S = RegistrationStatus
P = Payment


def open_to(standing: Mapping[int, Standing], wanted: RegistrationStatus) -> list[int]:
    """Return those of whom this can be said next; who cancelled can be confirmed again."""
    back = frozenset({S.CANCELLED}) if wanted is S.CONFIRMED else frozenset()
    return [
        key for key, each in standing.items() if wanted in STEPS[each.status] or each.status in back
    ]


def payable(standing: Mapping[int, Standing], payment: Payment) -> list[int]:
    """Return those whose money can be noted so: refunded only what was paid."""
    return [
        key
        for key, each in standing.items()
        if each.payment not in (payment, P.NOTHING_DUE)
        and (each.payment is P.PAID or payment is not P.REFUNDED)
    ]


class PlaceActions(QWidget):
    """Buttons that count whom they are for; each signal carries the ids."""

    confirm_asked = Signal(list)
    cancel_asked = Signal(list)
    no_show_asked = Signal(list)
    payment_asked = Signal(list, Payment)
    edit_asked = Signal(int)
    copy_asked = Signal(list)
    move_asked = Signal(list)
    money_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._standing: Mapping[int, Standing] = {}
        self.confirm = button(self.tr("Confirm"), "primary")
        self.cancel = button(self.tr("Cancel places"))
        self.no_show = button(self.tr("Did not come"))
        self.payment = button(self.tr("Payment"))
        self.edit = button(self.tr("Edit…"))
        self.more = button(self.tr("More"))
        self.further = QMenu(self)
        self._move = self.further.addAction(self.tr("Move to group…"))
        self._copy = self.further.addAction(self.tr("Copy e-mail addresses"))
        self.more.setMenu(self.further)
        self.money = QMenu(self)
        self._one = self.money.addAction(self.tr("Payments of this place…"))
        self._paid = self.money.addAction("")
        self._waived = self.money.addAction("")
        self._refunded = self.money.addAction("")
        self._due = self.money.addAction("")
        self.payment.setMenu(self.money)
        self.setLayout(FlowRow(*self._buttons()))

        self.confirm.clicked.connect(self._ask_to_confirm)
        self.cancel.clicked.connect(self._ask_to_cancel)
        self.no_show.clicked.connect(self._ask_for_no_show)
        self._one.triggered.connect(self._ask_for_money)
        self._paid.triggered.connect(self._ask_for_paid)
        self._waived.triggered.connect(self._ask_for_waived)
        self._refunded.triggered.connect(self._ask_for_refunded)
        self._due.triggered.connect(self._ask_for_due)
        self.edit.clicked.connect(self._ask_to_edit)
        self._copy.triggered.connect(self._ask_to_copy)
        self._move.triggered.connect(self._ask_to_move)
        self.show_standing({})

    def show_standing(self, standing: Mapping[int, Standing]) -> None:
        """Count what can be done with these places."""
        self._standing = standing
        confirm, cancel, missed = (
            len(open_to(standing, each)) for each in (S.CONFIRMED, S.CANCELLED, S.NO_SHOW)
        )
        self.confirm.setText(self.tr("Confirm %n", "", confirm) if confirm else self.tr("Confirm"))
        self.cancel.setText(
            self.tr("Cancel %n place(s)", "", cancel) if cancel else self.tr("Cancel places")
        )
        self.no_show.setText(
            self.tr("%n did not come", "", missed) if missed else self.tr("Did not come")
        )
        for each, count in ((self.confirm, confirm), (self.cancel, cancel), (self.no_show, missed)):
            each.setEnabled(bool(count))
        self._count_money(standing)
        self.edit.setEnabled(len(standing) == 1)
        self.more.setEnabled(bool(standing))
        for each in self._buttons():
            each.setAccessibleName(each.text())

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu of what can be done now."""
        made = QMenu(parent)
        for each in self._buttons():
            inside = {self.payment: self.money, self.more: self.further}.get(each)
            if inside is not None:
                made.addActions([one for one in inside.actions() if one.isEnabled()])
            elif each.isEnabled():
                made.addAction(each.text(), each.click)
        return made

    def _count_money(self, standing: Mapping[int, Standing]) -> None:
        counts = {each: len(payable(standing, each)) for each in (P.PAID, P.WAIVED, P.DUE)}
        back = len(payable(standing, P.REFUNDED))
        self._paid.setText(self.tr("Mark %n as paid", "", counts[P.PAID]))
        self._waived.setText(self.tr("Waive the payment of %n", "", counts[P.WAIVED]))
        self._refunded.setText(self.tr("Mark %n as refunded", "", back))
        self._due.setText(self.tr("Mark %n as due again", "", counts[P.DUE]))
        self._one.setEnabled(len(standing) == 1)
        self._paid.setEnabled(bool(counts[P.PAID]))
        self._waived.setEnabled(bool(counts[P.WAIVED]))
        self._refunded.setEnabled(bool(back))
        self._due.setEnabled(bool(counts[P.DUE]))
        self.payment.setEnabled(any(counts.values()) or bool(back) or len(standing) == 1)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            *(self.confirm, self.cancel, self.no_show, self.payment),
            *(self.edit, self.more),
        )

    def _ask_to_confirm(self) -> None:
        self.confirm_asked.emit(open_to(self._standing, S.CONFIRMED))

    def _ask_to_cancel(self) -> None:
        self.cancel_asked.emit(open_to(self._standing, S.CANCELLED))

    def _ask_for_no_show(self) -> None:
        self.no_show_asked.emit(open_to(self._standing, S.NO_SHOW))

    def _ask_for_paid(self) -> None:
        self._ask_for(P.PAID)

    def _ask_for_waived(self) -> None:
        self._ask_for(P.WAIVED)

    def _ask_for_refunded(self) -> None:
        self._ask_for(P.REFUNDED)

    def _ask_for_due(self) -> None:
        self._ask_for(P.DUE)

    def _ask_for(self, payment: Payment) -> None:
        self.payment_asked.emit(payable(self._standing, payment), payment)

    def _ask_for_money(self) -> None:
        self.money_asked.emit(next(iter(self._standing)))

    def _ask_to_edit(self) -> None:
        self.edit_asked.emit(next(iter(self._standing)))

    def _ask_to_copy(self) -> None:
        self.copy_asked.emit(list(self._standing))

    def _ask_to_move(self) -> None:
        self.move_asked.emit(list(self._standing))
