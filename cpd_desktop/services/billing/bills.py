"""Invoices, receipts and credit notes: issued with their numbers, kept, found and handed out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.billing.documents import (
    Document,
    DocumentKind,
    DocumentLine,
    document_from,
    pattern_of,
)
from cpd_desktop.domain.billing.tax import Treatment
from cpd_desktop.domain.errors import NotAllowed, NotFound
from cpd_desktop.domain.settings import Billing, Provider
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import wall_time
from cpd_desktop.services.billing.rows import order_called, payment_called
from cpd_desktop.services.numbering import take_numbers
from cpd_desktop.store.tables import document, event, session

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy import Connection, Row, Select

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.services.billing.bill_printer import BillPrinter
    from cpd_desktop.services.billing.rows import BookedPayment, Order
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

    Reader = Connection | Transaction

NO_SELLER = Sentence("billing", "An invoice needs your name as a provider.")
SELLER_ADVICE = Sentence("billing", "Write it in the settings. Nothing was booked.")
NO_DOCUMENT = Sentence("billing", "There is no document {number}.")
NO_RECEIPT = Sentence("billing", "A payment on account belongs to no order, so it has no receipt.")

K = DocumentKind


@dataclass(frozen=True, slots=True)
class Bill:
    """A document as kept: what it says, and its file."""

    id: int
    order: int
    payment: int | None
    document: Document
    sha256: str
    size: int

    @property
    def number(self) -> str:
        """Return its number."""
        return self.document.number

    @property
    def file_name(self) -> str:
        """Return what its file is called."""
        return f"{self.number}.pdf"


@dataclass(frozen=True, slots=True)
class Bills:
    """Issues documents and finds them again."""

    db: Database
    clock: Clock
    files: ContentStore
    settings: Settings
    printer: BillPrinter

    def invoice(self, order: str | int) -> Done[Bill]:
        """Issue the invoice of an order, or find the one it has; raises ``NotFound``.

        Raises ``NotAllowed`` without a provider's name, ``Invalid`` for letters no font has.
        """
        with self.db.writing("billing.invoice") as tx:
            found = order_called(tx, order)
            key = self.invoice_in(tx, found)
        return tx.done(self.get(key))

    def receipt(self, payment: int) -> Done[Bill]:
        """Issue the receipt of a payment, or find the one it has; raises as ``invoice`` does."""
        with self.db.writing("billing.receipt") as tx:
            paid = payment_called(tx, payment)
            if paid.order is None:
                raise NotAllowed(NO_RECEIPT)
            key = self.receipt_in(tx, order_called(tx, paid.order), paid)
        return tx.done(self.get(key))

    def invoice_in(self, tx: Transaction, order: Order) -> int:
        """Issue an invoice inside a transaction, unless the order has one."""
        there = self._of(tx, document.c.sales_order_id == order.id, document.c.kind == K.INVOICE)
        if there is not None:
            return there
        kept = self.settings.get(Billing)
        now = self.clock.now()
        return self._issue(
            tx, order, K.INVOICE,
            lines=tuple(map(_line, order.lines)),
            paid=order.sums.kept,
            due_on=now.date() + timedelta(days=kept.days) if order.sums.open > 0 else None,
        )  # fmt: skip

    def receipt_in(self, tx: Transaction, order: Order, paid: BookedPayment) -> int:
        """Issue a receipt inside a transaction, unless the payment has one."""
        there = self._of(tx, document.c.payment_id == paid.id, document.c.kind == K.RECEIPT)
        if there is not None:
            return there
        return self._issue(
            tx, order, K.RECEIPT,
            payment=paid.id,
            lines=tuple(map(_line, order.lines)),
            paid=paid.amount.minor,
            method=str(paid.method),
        )  # fmt: skip

    def credit_note_in(
        self, tx: Transaction, order: Order, taken: Mapping[int, int], why: str
    ) -> int | None:
        """Issue a credit note for what was taken off an order, if it has an invoice."""
        mine = (document.c.sales_order_id == order.id, document.c.kind == K.INVOICE)
        about = self._of(tx, *mine)
        if about is None or not taken:
            return None
        number = tx.execute(select(document.c.number).where(document.c.id == about)).scalar_one()
        lines = []
        for each in order.lines:
            if part := taken.get(each.id):
                tax = order.tax.of(part, each.hundredths)
                if not order.tax.inclusive:  # what is taken off is told with its tax
                    tax = type(order.tax)(each.hundredths).of(part, each.hundredths)
                lines.append(DocumentLine(each.text, 1, part, 0, each.hundredths, tax.net, tax.tax))
        return self._issue(tx, order, K.CREDIT_NOTE, about_id=about, lines=tuple(lines),
                           about=number, why=why)  # fmt: skip

    def get(self, key: int) -> Bill:
        """Return a document by its id; raises ``NotFound``."""
        return self._one(select(document).where(document.c.id == key), str(key))

    def called(self, number: str) -> Bill:
        """Return a document by its number; raises ``NotFound``."""
        wanted = number.strip().upper()
        return self._one(select(document).where(document.c.number == wanted), wanted)

    def of_order(self, order: int) -> list[Bill]:
        """Return the documents of an order, the first one first."""
        mine = select(document).where(document.c.sales_order_id == order)
        with self.db.reading() as connection:
            return [_bill(row) for row in connection.execute(mine.order_by(document.c.id))]

    def pdf(self, bill: Bill) -> bytes:
        """Return its file, as it was issued; raises ``NotFound`` or ``Damaged``."""
        return self.files.get(bill.sha256)

    def _one(self, wanted: Select[Any], name: str) -> Bill:
        with self.db.reading() as connection:
            row = connection.execute(wanted).first()
        if row is None:
            raise NotFound(NO_DOCUMENT.filled(number=name))
        return _bill(row)

    def _of(self, tx: Transaction, *where: Any) -> int | None:
        return tx.execute(select(document.c.id).where(*where)).scalar()

    def _issue(
        self,
        tx: Transaction,
        order: Order,
        kind: DocumentKind,
        *,
        payment: int | None = None,
        about_id: int | None = None,
        **told: Any,
    ) -> int:
        provider, kept = self.settings.get(Provider), self.settings.get(Billing)
        if not provider.provider.strip():
            raise NotAllowed(NO_SELLER, SELLER_ADVICE)
        now = self.clock.now()
        pattern = pattern_of(kind, trial=order.trial)
        (count,) = take_numbers(tx, f"{kind} {pattern.run(now.year)}")
        told.setdefault("method", "")
        made = Document(
            kind=kind,
            number=pattern.number(now.year, count),
            order=order.number,
            issued=now.date(),
            supplied=_supplied(tx, order.event),
            language=kept.language,
            currency=order.currency,
            seller=provider.provider,
            seller_address=provider.address,
            seller_tax_number=kept.tax_number,
            seller_contact=provider.contact,
            bank_details=kept.bank_details if kind is K.INVOICE else "",
            buyer=order.buyer.name,
            buyer_address=order.buyer.address,
            buyer_tax_number=order.buyer.tax_number,
            treatment=str(order.tax.treatment),
            exempt_note=kept.exempt_note if order.tax.treatment is Treatment.EXEMPT else "",
            inclusive=order.tax.inclusive,
            trial=order.trial,
            **told,
        )
        content = self.printer.pdf(made)
        return tx.insert(
            document,
            number=made.number,
            kind=kind,
            sales_order_id=order.id,
            payment_id=payment,
            about_id=about_id,
            issued_at=now,
            issued_by=self.db.who,
            snapshot=made.as_json(),
            sha256=self.files.keep(content),
            size=len(content),
        )


def bills_of(reader: Reader, wanted: Select[Any]) -> list[Bill]:
    """Return the documents that a statement finds."""
    return [_bill(row) for row in reader.execute(wanted)]


def _bill(row: Row[Any]) -> Bill:
    told = document_from(row.snapshot)
    return Bill(row.id, row.sales_order_id, row.payment_id, told, row.sha256, row.size)


def _line(each: Any) -> DocumentLine:
    return DocumentLine(
        each.text, each.quantity, each.unit_minor, each.discount_minor, each.hundredths,
        each.net_minor, each.tax_minor,
    )  # fmt: skip


def _supplied(reader: Reader, event_id: int | None) -> date | None:
    """Return the day of the event, as its clocks show it."""
    if event_id is None:
        return None
    statement = (
        select(session.c.starts_at, event.c.zone)
        .join(event, event.c.id == session.c.event_id)
        .where(event.c.id == event_id)
        .order_by(session.c.starts_at)
    )
    row = reader.execute(statement).first()
    return wall_time(row.starts_at, row.zone).date() if row else None
