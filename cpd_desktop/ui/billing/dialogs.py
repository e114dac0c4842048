"""The forms about money: a payment that came, one that goes back, and a reason to be kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QWidget

from cpd_desktop.domain.billing.amounts import read_amount
from cpd_desktop.domain.billing.payments import (
    Method,
    PaymentDraft,
    PlaceFate,
    RefundDraft,
)
from cpd_desktop.domain.errors import CpdError, Invalid
from cpd_desktop.domain.stripe.objects import RefundReason
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.billing.words import method_words
from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.money import amount_words, plain_amount
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from cpd_desktop.domain.money import Money
    from cpd_desktop.services.billing.rows import BookedPayment

NO_REASON = Sentence("billing", "Write the reason.")
TOO_MUCH = Sentence("billing", "Only {left} of the payment is left.")
BY_HAND = (Method.BANK, Method.CASH, Method.PAYPAL, Method.OTHER)


class MoneyForm(FormDialog):
    """A form that stays until what it offers is booked."""

    def say(self, title: str, says: str, accept: str) -> None:
        """Say what the form is for, above its fields."""
        self.setWindowTitle(title)
        self.accept_button.setText(accept)
        self.accept_button.setAccessibleName(accept)
        explained = label(says, "muted")
        explained.setContentsMargins(0, 0, 0, GRID)
        self.rows.addWidget(explained, 0, 0, 1, 2)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * READABLE)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field, not on the button that books."""
        super().showEvent(event)
        if not event.spontaneous():
            next(iter(self._fields.values())).setFocus()

    def refuse(self, error: Exception) -> None:
        """Say why it was not booked, and let the person try again."""
        self.accept_button.setEnabled(True)
        if isinstance(error, Invalid):
            self.show_problems(error.problems)
        elif isinstance(error, CpdError):
            self.show_problems({"": error.says})


class PaymentDialog(MoneyForm):
    """Asks for a payment that came; ``offered`` carries it."""

    offered = Signal(PaymentDraft)

    def __init__(self, parent: QWidget, name: str, due: Money, today: date) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Note a payment"),
            self.tr(
                "{amount} is open for {name}. A payment that is booked stays booked; the way back"
                " is a refund. What is more than the order costs stays on account."
            ).format(amount=amount_words(due), name=name),
            self.tr("Book payment"),
        )
        self._due, self._today = due, today
        self.amount = QLineEdit(amount_words(due))
        self.method = QComboBox()
        for each in BY_HAND:
            self.method.addItem(method_words(each), each.value)
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("ddd d MMM yyyy")
        self.note = QLineEdit()
        self.add_field("amount", self.tr("&Amount"), self.amount)
        self.add_field("method", self.tr("Paid &by"), self.method)
        self.add_field("received_on", self.tr("Came &on"), self.day)
        self.add_field("note", self.tr("&Note"), self.note)
        self.amount.selectAll()

    def offer(self) -> None:
        """Hand over what was entered, if it can be booked."""
        chosen = self.day.date()
        try:
            draft = PaymentDraft(
                amount=read_amount(plain_amount(self.amount.text()), self._due.currency),
                method=Method(self.method.currentData()),
                received_on=date(chosen.year(), chosen.month(), chosen.day()),
                note=self.note.text().strip(),
            )
            draft.require_valid(self._today)
        except Invalid as error:
            self.show_problems(error.problems)
            return
        self.show_problems({})
        self.accept_button.setEnabled(False)
        self.offered.emit(draft)


class RefundDialog(MoneyForm):
    """Asks how much goes back, why, and what becomes of the place; ``offered`` carries it."""

    offered = Signal(RefundDraft, object)

    def __init__(self, parent: QWidget, name: str, payment: BookedPayment) -> None:
        super().__init__(parent)
        by_stripe = payment.method is Method.STRIPE
        says = (
            self.tr("Stripe sends the money back to the card of {name}. It cannot be called back.")
            if by_stripe
            else self.tr(
                "Give the money back to {name} the way it came ({method}); this books that it went."
            )
        )
        self.say(
            self.tr("Refund"),
            says.format(name=name, method=method_words(payment.method)),
            self.tr("Refund"),
        )
        self._left = payment.left
        self.amount = QLineEdit(amount_words(payment.left))
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("Stands on the credit note"))
        self.place = QComboBox()
        self.place.addItem(self.tr("The place stays"), PlaceFate.KEEP.value)
        self.place.addItem(self.tr("The place is given up"), PlaceFate.CANCEL.value)
        self.reason = QComboBox()
        for text, each in (
            (self.tr("None"), None),
            (self.tr("Requested by the person"), RefundReason.REQUESTED),
            (self.tr("Paid twice"), RefundReason.DUPLICATE),
            (self.tr("Fraud"), RefundReason.FRAUDULENT),
        ):
            self.reason.addItem(text, each)
        self.add_field("amount", self.tr("&Amount"), self.amount)
        self.add_field("why", self.tr("&Why"), self.why)
        self.add_field("place", self.tr("&Place"), self.place)
        if by_stripe:
            self.add_field("reason", self.tr("&Reason told to Stripe"), self.reason)
        self.amount.selectAll()

    def offer(self) -> None:
        """Hand over what was entered, if it can be booked."""
        try:
            money = read_amount(plain_amount(self.amount.text()), self._left.currency)
            _require_left(money, self._left)
            draft = RefundDraft(
                amount=money,
                why=self.why.text().strip(),
                place=PlaceFate(self.place.currentData()),
            )
            draft.require_valid()
        except Invalid as error:
            self.show_problems(error.problems)
            return
        self.show_problems({})
        self.accept_button.setEnabled(False)
        self.offered.emit(draft, self.reason.currentData())


class ReasonDialog(MoneyForm):
    """Asks for a reason that is kept; ``offered`` carries it."""

    offered = Signal(str)

    def __init__(self, parent: QWidget, title: str, says: str, accept: str) -> None:
        super().__init__(parent)
        self.say(title, says, accept)
        self.why = QPlainTextEdit()
        self.why.setTabChangesFocus(True)
        self.why.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + GRID * 2)
        self.add_field("why", self.tr("&Reason"), self.why, top=True)

    def offer(self) -> None:
        """Hand over the reason, if there is one."""
        text = self.why.toPlainText().strip()
        if not self.show_problems({} if text else {"why": NO_REASON}):
            self.accept_button.setEnabled(False)
            self.offered.emit(text)


def _require_left(wanted: Money, left: Money) -> None:
    if wanted.currency != left.currency or wanted.minor > left.minor:
        raise Invalid({"amount": TOO_MUCH.filled(left=left)})
