"""What a person does about money: asked first where it cannot be taken back, then carried out."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from cpd_desktop.domain.billing.payments import Method
from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.money import Money
from cpd_desktop.ui.billing.dialogs import MoneyForm, PaymentDialog, ReasonDialog, RefundDialog
from cpd_desktop.ui.billing.words import tested
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.money import amount_words
from cpd_desktop.ui.questions import Question
from cpd_desktop.ui.wording import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.billing.payments import PaymentDraft, RefundDraft
    from cpd_desktop.domain.billing.reports import OwedRow
    from cpd_desktop.domain.stripe.objects import RefundReason
    from cpd_desktop.services.billing.due import RefundDue
    from cpd_desktop.services.billing.rows import BookedPayment, Order
    from cpd_desktop.services.messages.preparing import Prepared
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.widgets import ButtonRole


class BillingDeeds(QObject):
    """Carries out off the window's thread and says so. None of it is offered to Undo."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent
        self.dialog: MoneyForm | None = None
        self.question: Question | None = None

    def note_payment(self, owed: OwedRow) -> None:
        """Ask for a payment that came for what somebody owes."""
        today = self._desk.services.clock.now().date()
        dialog = PaymentDialog(self._widget.window(), owed.name, owed.open, today)
        dialog.offered.connect(partial(self._book, dialog, owed))
        self.open_form(dialog)

    def refund(self, payment: BookedPayment, name: str) -> None:
        """Ask how much of a payment goes back."""
        dialog = RefundDialog(self._widget.window(), name, payment)
        dialog.offered.connect(partial(self._refund, dialog, payment))
        self.open_form(dialog)

    def approve(self, dues: Sequence[RefundDue]) -> None:
        """Ask whether these refunds are to go, then let them."""
        sums: Counter[tuple[str, bool]] = Counter()
        for each in dues:
            sums[each.amount.currency, each.payment.live] += each.amount.minor
        amounts = {of: amount_words(Money(minor, of[0])) for of, minor in sums.items()}
        told = [text if live else tested(text) for (_, live), text in amounts.items()]
        by_hand = sum(each.payment.method is not Method.STRIPE for each in dues)
        says = self.tr(
            "Card payments go back through Stripe now and cannot be called back. The places are"
            " given up, and credit notes are issued."
        )
        if by_hand:
            says += "\n\n" + self.tr(
                "%n of them came another way: give that money back yourself; this books it.",
                "",
                by_hand,
            )
        text = self.tr("Refund %n payment(s), {sum}?", "", len(dues))
        text = text.format(sum=", ".join(told))
        self.ask(text, says, self.tr("Refund"), partial(self._approve, dues))

    def remind(self, rows: Sequence[OwedRow]) -> None:
        """Ask whether these people are to be reminded by mail, then make the messages."""
        text = self.tr("Remind %n person(s) by mail of what is open?", "", len(rows))
        says = self.tr("The messages go through the outbox, with the invoice where there is one.")
        self.ask(text, says, self.tr("Send reminders"), partial(self._remind, rows), "plain")

    def send_link(self, registration: int) -> None:
        """Have a link to a page to pay on go by mail."""
        services = self._desk.services

        def send(work: Work) -> Done[Prepared]:
            letter = services.checkout.letter(registration)
            made = services.preparing.prepare(work, letter.value, hold=timedelta(0))
            return Done(made.value, letter.changes.merged(made.changes))

        title = self.tr("Making a payment link")
        self.carry_out(send, "", title=title, lane=Lane.NETWORK, then=self._tell_made)

    def take_back(self, order: Order) -> None:
        """Ask why an order of which nothing was paid is taken back."""
        dialog = ReasonDialog(
            self._widget.window(),
            self.tr("Take back an order"),
            self.tr(
                "What is left of {order} is not charged any more, and a credit note is issued if"
                " there is an invoice. This cannot be undone."
            ).format(order=order.number),
            self.tr("Take back"),
        )
        orders = self._desk.services.orders
        text = self.tr("{order} taken back").format(order=order.number)
        self._ask_why(dialog, lambda why: orders.take_back(order.id, why), text)

    def settle(self, doubt: int, says: str) -> None:
        """Ask how a doubt about money was settled."""
        dialog = ReasonDialog(
            self._widget.window(),
            self.tr("Settle"),
            self.tr("{doubt} Write what you found out; it is kept with your name.").format(
                doubt=says
            ),
            self.tr("Settle"),
        )
        doubts = self._desk.services.doubts
        self._ask_why(dialog, lambda why: doubts.settle(doubt, why), self.tr("Settled"))

    def ask(
        self,
        text: str,
        says: str,
        yes: str,
        then: Callable[[], None],
        role: ButtonRole = "danger",
    ) -> None:
        """Ask before something that cannot be taken back; No is what Enter says."""
        no = self.tr("Cancel")
        box = Question(self._widget.window(), yes, text, says, yes=yes, no=no, role=role)
        box.yes.clicked.connect(then)
        box.finished.connect(self._forget_question)
        self.question = box
        box.open()

    def carry_out(
        self,
        call: Callable[[Work], Any],
        text: str,
        *,
        title: str = "",
        lane: Lane = Lane.DATABASE,
        then: Callable[[Any], None] | None = None,
        dialog: MoneyForm | None = None,
    ) -> None:
        """Run a use case and say what was done; a form that asked for it says why it was not."""
        self._desk.operations.carry_out(
            call,
            origin=self,
            title=title,
            then=partial(self._done, text, then, dialog),
            otherwise=partial(self._not_done, dialog),
            lane=lane,
        )

    def _book(self, dialog: MoneyForm, owed: OwedRow, draft: PaymentDraft) -> None:
        text = self.tr("{amount} booked for {name}").format(
            amount=amount_words(draft.amount), name=owed.name
        )
        call = partial(_book, self._desk.services, owed, draft)
        self.carry_out(call, text, dialog=dialog)

    def _refund(
        self,
        dialog: MoneyForm,
        payment: BookedPayment,
        draft: RefundDraft,
        reason: RefundReason | None,
    ) -> None:
        services = self._desk.services
        text = self.tr("{amount} refunded").format(amount=amount_words(draft.amount))
        if payment.method is Method.STRIPE:
            self.carry_out(
                lambda _work: services.stripe_refunds.refund(payment.id, draft, reason),
                text,
                title=self.tr("Refund"),
                lane=Lane.NETWORK,
                dialog=dialog,
            )
        else:
            call = partial(services.payments.refund, payment.id, draft)
            self.carry_out(lambda _work: call(), text, dialog=dialog)

    def _approve(self, dues: Sequence[RefundDue]) -> None:
        call = partial(_approve, self._desk.services, dues)
        title = self.tr("Refunding")
        self.carry_out(call, "", title=title, lane=Lane.NETWORK, then=self._tell_approved)

    def _tell_approved(self, failed: list[CpdError]) -> None:
        if failed:
            words = explain(failed[0])
            text = self.tr("%n refund(s) did not go. {why}", "", len(failed))
            text = text.format(why=f"{words.says} {words.advice}".strip())
        else:
            text = self.tr("All refunds went")
        self._desk.operations.told.emit(text, False)

    def _remind(self, rows: Sequence[OwedRow]) -> None:
        call = partial(_remind, self._desk.services, rows)
        self.carry_out(call, "", title=self.tr("Making reminders"), then=self._tell_reminded)

    def _tell_reminded(self, found: tuple[int, int]) -> None:
        made, lacking = found
        text = self.tr("%n message(s) in the outbox", "", made)
        if lacking:
            text += ", " + self.tr("%n person(s) could not be written to", "", lacking)
        self._desk.operations.told.emit(text, False)

    def _tell_made(self, found: Prepared) -> None:
        self._tell_reminded((len(found.made), len(found.lacking)))

    def _ask_why(self, dialog: ReasonDialog, call: Callable[[str], Any], text: str) -> None:
        def book(why: str) -> None:
            self.carry_out(lambda _work: call(why), text, dialog=dialog)

        dialog.offered.connect(book)
        self.open_form(dialog)

    def open_form(self, dialog: MoneyForm) -> None:
        """Show a form until what it offers was carried out."""
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _done(
        self,
        text: str,
        then: Callable[[Any], None] | None,
        dialog: MoneyForm | None,
        result: Any,
    ) -> None:
        if dialog is not None and dialog is self.dialog:
            dialog.accept()
        if text:
            self._desk.operations.told.emit(text, False)
        if then is not None:
            then(result)

    def _not_done(self, dialog: MoneyForm | None, error: Exception) -> None:
        if dialog is not None and dialog is self.dialog and isinstance(error, CpdError):
            dialog.refuse(error)
        else:
            self._desk.operations.failed.emit(error)

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _forget_question(self) -> None:
        self.question = None


def _book(services: Services, owed: OwedRow, draft: PaymentDraft, _work: Work) -> Done[Any]:
    changes = Changes()
    number: str | int = owed.order
    if not number and owed.registration is not None:
        made = services.orders.place([owed.registration])
        number, changes = made.value.id, made.changes
    paid = services.payments.pay(number, draft)
    return Done(paid.value, changes.merged(paid.changes))


def _approve(services: Services, dues: Sequence[RefundDue], work: Work) -> Done[list[CpdError]]:
    changes, failed = Changes(), []
    for each in work.each(dues, len(dues)):
        way = services.stripe_refunds if each.payment.method is Method.STRIPE else services.payments
        try:
            changes = changes.merged(way.approve(each).changes)
        except CpdError as error:
            failed.append(error)
    return Done(failed, changes)


def _remind(services: Services, rows: Sequence[OwedRow], work: Work) -> Done[tuple[int, int]]:
    from cpd_desktop.services.messages.preparing import Wanted

    by_event: dict[int, set[int]] = {}
    for each in rows:
        if each.event is not None:
            by_event.setdefault(each.event, set()).update(places_of(services, each))
    changes, made, lacking = Changes(), 0, 0
    for event, places in by_event.items():
        wanted = Wanted(event=event, purpose=Purpose.PAYMENT, to=sorted(places))
        done = services.preparing.prepare(work, wanted, hold=timedelta(0))
        changes = changes.merged(done.changes)
        made += len(done.value.made)
        lacking += len(done.value.lacking)
    return Done((made, lacking), changes)


def places_of(services: Services, owed: OwedRow) -> list[int]:
    """Return the places of which something is open in a row."""
    if owed.registration is not None:
        return [owed.registration]
    lines = services.orders.get(owed.order).lines
    return [each.registration for each in lines if each.registration is not None]
