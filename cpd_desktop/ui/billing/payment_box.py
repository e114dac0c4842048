"""The money of one place: what is owed, what was paid and how, and what can be done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout

from cpd_desktop.domain.billing.reports import OwedRow
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import HOLDS_A_PLACE, Payment
from cpd_desktop.domain.settings import StripeAccount
from cpd_desktop.ui.billing.card_note import CardNote, offer
from cpd_desktop.ui.billing.card_payment import CardPayment
from cpd_desktop.ui.billing.deeds import BillingDeeds
from cpd_desktop.ui.billing.papers import Papers
from cpd_desktop.ui.billing.words import tested, way_words
from cpd_desktop.ui.dates import day_of
from cpd_desktop.ui.flow import FlowRow, fit_height
from cpd_desktop.ui.money import amount_words
from cpd_desktop.ui.states import payment_words
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.services.billing.rows import BookedPayment, Order
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

LINES, LETTERS = 5, 64


class PlaceMoney(NamedTuple):
    """What is known about the money of a place."""

    place: Registration
    title: str
    order: Order | None
    payments: list[BookedPayment]
    account: StripeAccount
    early: bool = False

    @property
    def open(self) -> Money | None:
        """Return what is still to be paid; nothing for a place without a price."""
        if self.order is not None:
            return self.order.open
        due = self.place.payment is Payment.DUE and self.place.status in HOLDS_A_PLACE
        return self.place.price if due else None


class PaymentBox(QDialog):
    """Shows it and leads on; it is read again after each deed."""

    def __init__(self, parent: QWidget, desk: Desk, registration: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Payments of a place"))
        self._desk = desk
        self._registration = registration
        self._found: PlaceMoney | None = None
        self.deeds = BillingDeeds(desk, self)
        self.papers = Papers(desk, self)
        self.card = CardPayment(desk)
        self.stripe = CardNote(desk)
        self.who = label("", "heading", data=True)
        self.says = label("")
        self.payments = QListWidget()
        self.payments.setAccessibleName(self.tr("Payments"))
        self.note = button(self.tr("Note a payment…"), "primary")
        self.pay = button(self.tr("Pay by card here"))
        self.link = button(self.tr("Send a payment link"))
        self.refund = button(self.tr("Refund…"))
        self.invoice = button(self.tr("Open invoice"))
        self._lay_out()
        self._show_buttons()

        self.note.clicked.connect(self._note)
        self.pay.clicked.connect(partial(self.card.begin, registration))
        self.link.clicked.connect(partial(self.deeds.send_link, registration))
        self.refund.clicked.connect(self._refund)
        self.invoice.clicked.connect(self._open_invoice)
        self.payments.currentRowChanged.connect(self._show_buttons)
        self.card.began.connect(self._show_buttons)
        self.card.ended.connect(self.refresh)
        self.stripe.left.connect(self.reject)
        self.finished.connect(self.card.leave)
        desk.feed.changed.connect(self._heard)
        self.refresh()

    def refresh(self) -> None:
        """Read again how it stands."""
        call = partial(_read, self._desk.services, self._registration)
        self._desk.operations.look_up(call, self._show)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        layout.setSpacing(GRID)
        for shown in (self.who, self.says, self.payments):
            layout.addWidget(shown)
        buttons = (self.note, self.pay, self.link, self.refund, self.invoice)
        for each in buttons:
            each.setAccessibleName(each.text().replace("…", ""))
        layout.addLayout(FlowRow(*buttons))
        layout.addWidget(self.stripe)
        layout.addWidget(self.card)
        layout.addStretch(1)
        close = QDialogButtonBox()
        close.addButton(button(self.tr("Close")), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        layout.addWidget(close)
        metrics = self.fontMetrics()
        self.payments.setFixedHeight(metrics.lineSpacing() * LINES + GRID * 2)
        self.setMinimumWidth(metrics.averageCharWidth() * LETTERS)

    def _show(self, found: PlaceMoney) -> None:
        first, self._found = self._found is None, found
        self.who.setText(f"{found.place.name} · {found.title}")
        self.says.setText(self._words(found))
        self._list_payments(found)
        self.stripe.show_account(found.account)
        self._show_buttons()
        if first and self.note.isEnabled():
            self.note.setFocus()
        fit_height(self)

    def _list_payments(self, found: PlaceMoney) -> None:
        _still = QSignalBlocker(self.payments)  # else the focus leaves “Refund” meanwhile
        kept = self.payments.currentRow()
        self.payments.clear()
        for each in found.payments:
            line = f"{day_of(each.received_on)} · {amount_words(each.amount)} · {way_words(each)}"
            if each.refunded:
                back = Money(each.refunded, each.amount.currency)
                line += " · " + self.tr("{amount} refunded").format(amount=amount_words(back))
            self.payments.addItem(QListWidgetItem(f"{line} {each.note}".rstrip()))
        if found.payments:
            self.payments.setCurrentRow(max(0, min(kept, len(found.payments) - 1)))
        self.payments.setVisible(bool(found.payments))

    def _words(self, found: PlaceMoney) -> str:
        words = payment_words(found.place.payment)
        if found.order is None:
            parts = [words, amount_words(found.place.price) if found.place.price else ""]
            if found.early:
                parts.append(self.tr("Early price"))
            return " · ".join(filter(None, parts))
        order = found.order
        paid = order.money(order.sums.kept)
        words = tested(words) if order.trial else words
        text = self.tr("{state}. Order {order}: {total} in all, {paid} paid, {open} open.")
        text = text.format(
            state=words,
            order=order.number,
            total=amount_words(order.total),
            paid=amount_words(paid),
            open=amount_words(order.open),
        )
        if off := order.sums.credited:
            text += " " + self.tr("{amount} is not charged any more.").format(
                amount=amount_words(order.money(off))
            )
        return text

    def _show_buttons(self, *_: object) -> None:
        found = self._found
        due = found.open if found is not None else None
        is_open = due is not None and due.minor > 0 and not self.card.waits
        self.note.setEnabled(is_open)
        account = found.account if found is not None else None
        has_email = found is not None and bool(found.place.email)
        offer(self.pay, account, wanted=is_open)
        offer(self.link, account, wanted=is_open, has_email=has_email)
        chosen = self._chosen
        self.refund.setEnabled(chosen is not None and chosen.left.minor > 0)
        self.invoice.setEnabled(found is not None and found.order is not None)

    @property
    def _chosen(self) -> BookedPayment | None:
        row = self.payments.currentRow()
        payments = self._found.payments if self._found is not None else []
        return payments[row] if 0 <= row < len(payments) else None

    def _note(self) -> None:
        found = self._found
        if found is None or (due := found.open) is None:
            return
        place, order = found.place, found.order
        number = order.number if order is not None else ""
        owed = OwedRow(
            number, "", place.person_id, place.name, place.email, place.event_id, found.title,
            None if order else place.id, due,
        )  # fmt: skip
        self.deeds.note_payment(owed)

    def _refund(self) -> None:
        if self._found is not None and (chosen := self._chosen) is not None:
            self.deeds.refund(chosen, self._found.place.name)

    def _open_invoice(self) -> None:
        if self._found is not None and self._found.order is not None:
            self.papers.invoice(self._found.order.id, self.papers.open)

    def _heard(self, *_: object) -> None:
        self.refresh()


def _read(services: Services, registration: int, _work: Work) -> PlaceMoney:
    place = services.registrations.get(registration)
    orders = services.orders.of_place(registration)
    order = next((each for each in orders if each.charges(registration)), None)
    order = order or next(iter(orders), None)
    event = services.events.get(place.event_id)
    early = event.prices.was_early(place.price, place.price_fixed_at)
    payments = services.payments.of_order(order.id) if order is not None else []
    account = services.settings.get(StripeAccount)
    return PlaceMoney(place, event.title, order, payments, account, early)
