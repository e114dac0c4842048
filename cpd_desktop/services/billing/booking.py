"""What is written down about money: each deed's rows together, inside its transaction.

The payment of a place that was ordered is never set by hand: ``settle`` works it out from the
ledger after each deed, so that there is one truth.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from cpd_desktop.domain.billing.amounts import shared
from cpd_desktop.domain.billing.documents import ORDERS, pattern_of
from cpd_desktop.domain.billing.entries import EntryKind, portions
from cpd_desktop.domain.billing.orders import LineKind
from cpd_desktop.domain.billing.outward import Doubt
from cpd_desktop.domain.billing.payments import PlaceFate
from cpd_desktop.domain.errors import Conflict, Invalid
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import Payment, RegistrationStatus, require_step
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.rows import (
    on_account,
    order_called,
    payment_called,
)
from cpd_desktop.services.numbering import take_numbers
from cpd_desktop.services.registration_rows import place_row
from cpd_desktop.services.roster import places_of
from cpd_desktop.store.tables import (
    ledger_entry,
    money_doubt,
    order_line,
    payment,
    refund,
    registration,
    sales_order,
)

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from cpd_desktop.domain.billing.orders import OrderDraft
    from cpd_desktop.domain.billing.payments import PaymentDraft, RefundDraft
    from cpd_desktop.services.billing.rows import BookedPayment, Order, Reader
    from cpd_desktop.store.database import Transaction

OTHER_CURRENCY = Sentence("billing", "The order is in {currency}, the payment in {paid}.")
BOOKED_BEFORE = Sentence("billing", "The payment {external} was booked before.")
TOO_MUCH_BACK = Sentence("billing", "Of this payment {left} is left; {amount} cannot go back.")
TOO_MUCH_OFF = Sentence("billing", "Of this {left} still counts; {amount} cannot be taken off.")
NOT_ON_ACCOUNT = Sentence("billing", "There is {left} on account, not {amount}.")
MIXED = Sentence(
    "billing", "Money of Stripe's test mode and real money cannot pay the same order ({order})."
)
NOTHING_CHANGED = Sentence("billing", "Nothing was booked.")

K, S = EntryKind, RegistrationStatus


@dataclass(frozen=True, slots=True)
class Booking:
    """A transaction in which money is booked, at a moment, by somebody."""

    tx: Transaction
    now: datetime
    who: str

    def order(self, draft: OrderDraft) -> int:
        """Write an order with its number, lines and charges; raises ``Invalid``."""
        draft.require_valid()
        pattern, year = pattern_of(ORDERS), self.now.year
        (count,) = take_numbers(self.tx, f"orders {pattern.run(year)}")
        key = self.tx.insert(
            sales_order,
            number=pattern.number(year, count),
            person_id=draft.person,
            event_id=draft.event,
            party_id=draft.party,
            currency=draft.currency,
            ordered_at=self.now,
            ordered_by=self.who,
            buyer=asdict(draft.buyer),
            treatment=draft.tax.treatment,
            inclusive=int(draft.tax.inclusive),
        )
        rows: list[dict[str, Any]] = [
            {
                "sales_order_id": key,
                "position": at,
                "kind": each.kind,
                "registration_id": each.registration,
                "event_id": each.event or draft.event,
                "text": each.text.strip(),
                "quantity": each.quantity,
                "unit_minor": each.unit_minor,
                "discount_minor": each.discount_minor,
                "hundredths": draft.rate_of(each),
                "net_minor": draft.taxed(each).net,
                "tax_minor": draft.taxed(each).tax,
            }
            for at, each in enumerate(draft.lines, 1)
        ]
        for line, row in zip(self.tx.insert_all(order_line, rows), rows, strict=True):
            gross = row["net_minor"] + row["tax_minor"]
            if gross:
                self._enter(
                    K.CHARGE, gross, draft.currency, draft.person, row["event_id"], key, line=line
                )
        self.settle(key)
        return key

    def payment(self, person: int, draft: PaymentDraft, order: int | None) -> int:
        """Write a payment; what an order does not need stays on account.

        Raises ``Conflict`` if it was booked before, and ``Invalid``.
        """
        draft.require_valid(self.now.date())
        amount = draft.amount
        self._require_new(draft.external)
        found = order_called(self.tx, order) if order is not None else None
        if found is not None and found.currency != amount.currency:
            says = OTHER_CURRENCY.filled(currency=found.currency, paid=amount.currency)
            raise Invalid({"amount": says})
        if found is not None and found.mixes(live=draft.live):  # as it is before this payment
            raise Invalid({"amount": MIXED.filled(order=found.number)})
        key = self.tx.insert(
            payment,
            person_id=person,
            sales_order_id=order,
            method=draft.method,
            minor=amount.minor,
            currency=amount.currency,
            received_on=draft.received_on,
            external=draft.external or None,
            note=draft.note.strip(),
            live=int(draft.live),
            booked_at=self.now,
            booked_by=self.who,
        )
        owed = found.sums.open if found else 0
        to_order, rest = portions(amount.minor, owed)
        event = found.event if found else None
        if to_order:
            self._enter(
                K.PAYMENT, -to_order, amount.currency, person, event, order,
                payment=key, live=draft.live,
            )  # fmt: skip
        if rest:
            self._enter(
                K.PAYMENT, -rest, amount.currency, person, None, None,
                payment=key, live=draft.live,
            )  # fmt: skip
        if found is not None:
            if owed <= 0 and found.sums.charged:
                self.doubt(Doubt.PAID_TWICE, f"payment {key}", found, key)
            self.settle(found.id, paid_by=key)
        return key

    def allocate(self, order: Order, minor: int) -> None:
        """Pay an order from what is on account; raises ``Invalid`` if it is not there."""
        if order.mixes(live=True):
            raise Invalid({"amount": MIXED.filled(order=order.number)})
        left = on_account(self.tx, order.person, order.currency)
        if not 0 < minor <= min(left, max(0, order.sums.open)):
            there = Money(max(0, min(left, order.sums.open)), order.currency)
            says = NOT_ON_ACCOUNT.filled(left=there, amount=order.money(minor))
            raise Invalid({"amount": says})
        self._enter(K.TRANSFER, minor, order.currency, order.person, None, None)
        self._enter(K.TRANSFER, -minor, order.currency, order.person, order.event, order.id)
        self.settle(order.id)

    def credit(
        self,
        order: Order,
        minor: int,
        why: str,
        places: Collection[int] | None = None,
        *,
        live: bool = True,
    ) -> dict[int, int]:
        """Take an amount off the lines of an order, or off those for some places.

        Returns how much of which line. Raises ``Invalid`` if less is left of them.
        """
        lines = [
            each for each in order.lines
            if each.left and (places is None or each.registration in places)
        ]  # fmt: skip
        given = [each for each in lines if each.kind is not LineKind.DONATION]
        if minor <= sum(each.left for each in given):
            lines = given  # what was given stays given while anything else is left
        left = sum(each.left for each in lines)
        if minor > left:
            says = TOO_MUCH_OFF.filled(left=order.money(left), amount=order.money(minor))
            raise Invalid({"amount": says})
        parts = shared(minor, [each.left for each in lines]) if lines else []
        taken = {each.id: part for each, part in zip(lines, parts, strict=True) if part}
        for line, part in taken.items():
            self._enter(
                K.CREDIT, -part, order.currency, order.person, order.event, order.id,
                line=line, why=why, live=live,
            )  # fmt: skip
        self.settle(order.id)
        return taken

    def refund(
        self, paid: BookedPayment, draft: RefundDraft, places: Collection[int] | None = None
    ) -> tuple[int, dict[int, int]]:
        """Write that money went back; what it was paid for is taken off the order.

        What is on account goes back first, unless a place is given up. Returns the refund and how
        much of which line it took off. Raises ``Invalid`` if that much cannot go back, and
        ``Conflict`` if it was booked before.
        """
        draft.require_valid()
        amount = draft.amount
        if amount.currency != paid.amount.currency or amount.minor > paid.left.minor:
            raise Invalid({"amount": TOO_MUCH_BACK.filled(left=paid.left, amount=amount)})
        self._require_new(draft.external)
        key = self.tx.insert(
            refund,
            payment_id=paid.id,
            minor=amount.minor,
            why=draft.why.strip(),
            external=draft.external or None,
            booked_at=self.now,
            booked_by=self.who,
        )
        order = order_called(self.tx, paid.order) if paid.order is not None else None
        loose = self._loose(paid, draft, order)
        if loose:
            self._enter(
                K.REFUND, loose, amount.currency, paid.person, None, None,
                payment=paid.id, refund=key, why=draft.why, live=paid.live,
            )  # fmt: skip
        back = amount.minor - loose
        if order is None or not back:
            return key, {}
        owed_back = max(0, -order.sums.open)
        off = max(0, back - owed_back)
        taken = self.credit(order, off, draft.why, places, live=paid.live)
        self._enter(
            K.REFUND, back, amount.currency, paid.person, order.event, order.id,
            payment=paid.id, refund=key, why=draft.why, live=paid.live,
        )  # fmt: skip
        self.settle(order.id)
        return key, taken

    def _loose(self, paid: BookedPayment, draft: RefundDraft, order: Order | None) -> int:
        """Return how much of a refund comes from what this payment left on account."""
        amount = draft.amount
        spare = max(0, on_account(self.tx, paid.person, amount.currency, live=paid.live))
        if order is None:
            if spare < amount.minor:
                there = Money(spare, amount.currency)
                raise Invalid({"amount": NOT_ON_ACCOUNT.filled(left=there, amount=amount)})
            return amount.minor
        c = ledger_entry.c
        mine = select(func.sum(c.minor)).where(c.payment_id == paid.id, c.sales_order_id.is_(None))
        own = -int(self.tx.execute(mine).scalar() or 0)
        loose = max(0, min(amount.minor, spare, own))
        if draft.place is PlaceFate.CANCEL:
            return min(loose, max(0, amount.minor - order.sums.kept))
        return loose

    def settle(self, order: int, *, paid_by: int | None = None) -> None:
        """Let the places of an order follow the ledger: what is paid is confirmed."""
        found = order_called(self.tx, order)
        for line in found.lines:
            if line.registration is None:
                continue
            if self._newest_order(line.registration) == found.id:
                self._settle_place(found, line.registration, paid_by)

    def _newest_order(self, place: int) -> int:
        c = order_line.c
        newest = select(func.max(c.sales_order_id)).where(c.registration_id == place)
        return int(self.tx.execute(newest).scalar_one())

    def _settle_place(self, order: Order, key: int, paid_by: int | None) -> None:
        row = place_row(self.tx, key)
        now_is = order.payment_of(key)
        columns: dict[str, object] = {}
        if row.payment != now_is:
            columns["payment"] = now_is
        if now_is is Payment.PAID and paid_by is not None:
            if self._may_confirm(row.status, row.event_id, row.offered_until):
                columns |= {"status": S.CONFIRMED, "queue": None, "offered_until": None}
            elif row.status in (S.WAITLISTED, S.CANCELLED):
                self.doubt(Doubt.NO_PLACE, f"payment {paid_by} place {key}", order, paid_by)
        if columns:
            self.tx.update(registration, key, **columns)

    def _may_confirm(self, status: str, event: int, offered_until: datetime | None) -> bool:
        if status == S.PENDING:
            return True
        if status != S.WAITLISTED or offered_until is None or offered_until <= self.now:
            return False
        try:
            places_of(self.tx, event, self.now).require_room(offered=True)
        except Conflict:
            return False
        return True

    def give_up(self, places: Collection[int]) -> None:
        """Cancel places whose money goes back."""
        for key in places:
            row = place_row(self.tx, key)
            if row.status == S.CANCELLED:
                continue
            require_step(row.name, S(row.status), S.CANCELLED)
            self.tx.update(registration, key, status=S.CANCELLED, queue=None, offered_until=None)

    def doubt(self, kind: Doubt, about: str, order: Order, paid_by: int) -> None:
        """Have somebody look at a payment, once."""
        same = (money_doubt.c.kind == kind, money_doubt.c.about == about)
        if not self.tx.execute(select(money_doubt.c.id).where(*same)).first():
            self.tx.insert(
                money_doubt,
                kind=kind,
                about=about,
                person_id=order.person,
                sales_order_id=order.id,
                payment_id=paid_by,
                raised_at=self.now,
            )

    def _require_new(self, external: str) -> None:
        for of in (payment, refund):
            if (
                external
                and self.tx.execute(select(of.c.id).where(of.c.external == external)).first()
            ):
                raise Conflict(BOOKED_BEFORE.filled(external=external), NOTHING_CHANGED)

    def _enter(  # noqa: PLR0917 - an entry has as many sides
        self,
        kind: EntryKind,
        minor: int,
        currency: str,
        person: int,
        event: int | None,
        order: int | None,
        *,
        line: int | None = None,
        payment: int | None = None,
        refund: int | None = None,
        live: bool = True,
        why: str = "",
    ) -> None:
        self.tx.insert(
            ledger_entry,
            at=self.now,
            kind=kind,
            minor=minor,
            currency=currency,
            person_id=person,
            event_id=event,
            sales_order_id=order,
            order_line_id=line,
            payment_id=payment,
            refund_id=refund,
            live=int(live),
            why=why.strip(),
        )


def paid_for(order: Order, tx: Reader) -> list[BookedPayment]:
    """Return the payments of an order of which something is left, the newest first."""
    keys = select(payment.c.id).where(payment.c.sales_order_id == order.id)
    found = [payment_called(tx, key) for key in tx.execute(keys).scalars().all()]
    return sorted((each for each in found if each.left.minor), key=lambda each: -each.id)
