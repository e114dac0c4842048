"""Pages on which places are paid: opened at the desk or sent as a link, one at a time per order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.billing.outward import OperationState
from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.settings import Billing, Provider
from cpd_desktop.domain.stripe.errors import GoneAtStripe
from cpd_desktop.domain.stripe.objects import PageState
from cpd_desktop.domain.stripe.orders import Discount, Doors
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.booking import Booking
from cpd_desktop.services.billing.ordering import order_of_places, usual_tax
from cpd_desktop.services.billing.rows import order_called, orders_of_place
from cpd_desktop.services.registration_rows import place_row
from cpd_desktop.services.stripe.errands import Kind
from cpd_desktop.services.stripe.operations import About, operation_called
from cpd_desktop.services.stripe.rows import of_account
from cpd_desktop.services.work import Work
from cpd_desktop.store.tables import operation

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement

    from cpd_desktop.services.billing.rows import Order, Reader
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.messages.preparing import Wanted
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.stripe.account import Own, StripeAccount
    from cpd_desktop.services.stripe.customers import Customers
    from cpd_desktop.services.stripe.operations import Operation, Operations
    from cpd_desktop.store.database import Database, Transaction

SHORTEST, LONGEST = 31, 1439  # minutes; Stripe takes from half an hour to a day
NOTHING_OPEN = Sentence("stripe", "Nothing is open for the order {order}.")
PAID_SINCE = Sentence("stripe", "The page of the order {order} was paid already.")
TEST_FOR_REAL = Sentence(
    "stripe", "Real money was paid for the order {order}, and Stripe is in test mode."
)
TEST_FOR_BILLED = Sentence(
    "stripe", "The order {order} has a real invoice, and Stripe is in test mode."
)
REAL_FOR_TEST = Sentence("stripe", "The order {order} was paid in Stripe's test mode.")
FETCH = Sentence("stripe", "Fetch what happened at Stripe. No other page was made.")
BAD_TIME = Sentence("stripe", "A page is open for {lowest} to {highest} minutes.")
ELSEWHERE = "https://stripe.com/"  # where a payer goes whose trainer has no website


@dataclass(frozen=True, slots=True)
class PageOptions:
    """How a page is: discounts, tax, an invoice by Stripe, and for how long."""

    discount: Discount = field(default_factory=Discount)
    tax: bool = False
    invoice: bool = False
    minutes: int = LONGEST
    language: str = ""

    def require_valid(self) -> None:
        """Raise ``Invalid`` for a time that Stripe does not take."""
        if not SHORTEST <= self.minutes <= LONGEST:
            raise Invalid({"minutes": BAD_TIME.filled(lowest=SHORTEST, highest=LONGEST)})

    def words(self, doors: Doors) -> dict[str, Any]:
        """Return what the operation keeps of them; 0 minutes are as long as Stripe allows.

        Of that long no moment is named: by a clock that is wrong it would be too far away.
        """
        told = self.discount
        return {
            "discount": {"coupon": told.coupon, "code": told.code, "typed": told.typed},
            "tax": self.tax,
            "minutes": 0 if self.minutes == LONGEST else self.minutes,
            "language": self.language,
            "paid": doors.paid,
            "left": doors.left,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPage:
    """A page to pay on as it is known here; ``url`` is empty once nothing can be paid there."""

    page: str
    order: int | None
    person: int | None
    amount: Money | None
    until: datetime | None
    state: OperationState
    url: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Checkout:
    """Opens pages on which places are paid. All of it may wait."""

    db: Database
    clock: Clock
    settings: Settings
    account: StripeAccount
    customers: Customers
    operations: Operations

    def for_place(
        self, registration: int, doors: Doors | None = None, options: PageOptions | None = None
    ) -> Done[OpenPage]:
        """Return the page on which a place is paid, ordering it first where that was not done.

        There is one page at a time: an open one for the same is returned, another one is closed.
        Raises ``NotFound``, ``Invalid``, ``NotAllowed`` if nothing is due or nobody offered the
        place, ``Conflict`` if the page was paid meanwhile, and what Stripe raises.
        """
        options = options or PageOptions()
        options.require_valid()
        own = self.account.own()
        with self.db.writing("billing.order") as tx:
            order = self._order(tx, registration)
            if order.mixes(live=own.live):
                paid = TEST_FOR_REAL if order.sums.paid else TEST_FOR_BILLED
                says = REAL_FOR_TEST if own.live else paid
                raise NotAllowed(says.filled(order=order.number))
        changes = tx.changes.merged(self.operations.resume(own, Work(), order=order.id))
        doors = self.doors(own, doors)
        try:
            made = self._for_order(own, order, doors, options)
        except GoneAtStripe:
            if not self.customers.forget_gone(own, order.person):
                raise
            made = self._for_order(own, order, doors, options)
        return Done(made.value, changes.merged(made.changes))

    def _for_order(
        self, own: Own, order: Order, doors: Doors, options: PageOptions
    ) -> Done[OpenPage]:
        customer, changes = "", Changes()
        if order.buyer.email and self._has_address(order.person):
            ensured = self.customers.ensure(own, order.person)
            customer, changes = ensured.value, ensured.changes
        words = self._words(order, options, doors, customer)
        self._leave(own, order, words)
        with self.db.writing("billing.ask") as tx:
            there = self._open(tx, own, order.id)
            about = About(order.person, order.id)
            key = (
                there[0].key
                if there
                else self.operations.write_in(tx, own, Kind.PLACE_PAGE, words, about)
            )
        if not there:
            changes = changes.merged(self.operations.finish(own, key).changes)
        return Done(_page(self.operations.get(key)), changes)

    def letter(self, registration: int, options: PageOptions | None = None) -> Done[Wanted]:
        """Return the mail with the link to the page, to be prepared; raises as ``for_place``."""
        from cpd_desktop.services.messages.preparing import Wanted

        made = self.for_place(registration, None, options)
        with self.db.reading() as connection:
            event = place_row(connection, registration).event_id
        wanted = Wanted(
            event=event,
            purpose=Purpose.PAYMENT,
            to=[registration],
            document=made.value.page,
            more={registration: {"payment_link": made.value.url}},
        )
        return Done(wanted, made.changes)

    def close(self, order: int) -> Changes:
        """Close the pages of an order, so that nobody pays there any more."""
        own = self.account.own()
        with self.db.reading() as connection:
            there = self._open(connection, own, order)
        changes = Changes()
        for each in there:
            changes = changes.merged(self.close_page(own, each))
        return changes

    def pages(self, order: int | None = None, *, still_open: bool = False) -> list[OpenPage]:
        """Return the pages that were made for an order or for all, the newest first."""
        c = operation.c
        where: list[ColumnElement[bool]] = [c.kind.in_((Kind.PLACE_PAGE, Kind.MEMBER_PAGE))]
        if order is not None:
            where.append(c.sales_order_id == order)
        if still_open:
            where += [c.link != "", c.link_until > self.clock.now()]
        return [_page(each) for each in self.operations.listed(*where)]

    def doors(self, own: Own, wanted: Doors | None) -> Doors:
        """Return where a browser goes after the page: with real money only to what is https.

        So Stripe has it: a page at the desk does not come back to this computer then.
        """
        if wanted is None or (own.live and not wanted.paid.startswith("https://")):
            return self.public_doors()
        return wanted

    def public_doors(self) -> Doors:
        """Return where a payer elsewhere goes: to the trainer's website."""
        website = self.settings.get(Provider).website
        place = website if website.startswith("https://") else ELSEWHERE
        return Doors(place, place)

    def _order(self, tx: Transaction, registration: int) -> Order:
        row = place_row(tx, registration)
        there = [each for each in orders_of_place(tx, row.id) if each.charges(row.id)]
        if not there:
            tax, now = usual_tax(self.settings.get(Billing)), self.clock.now()
            made = order_of_places(tx, [row.id], tax, now)
            return order_called(tx, Booking(tx, now, self.db.who).order(made))
        if there[0].open.minor <= 0:
            raise NotAllowed(NOTHING_OPEN.filled(order=there[0].number))
        return there[0]

    def _has_address(self, person: int) -> bool:
        from cpd_desktop.services.person_rows import read_person

        with self.db.reading() as connection:
            return bool(read_person(connection, person).email)

    def _words(
        self, order: Order, options: PageOptions, doors: Doors, customer: str
    ) -> dict[str, Any]:
        each, count = _unit(order)
        return {
            "number": order.number,
            "name": order.lines[0].text if len(order.lines) == 1 else order.number,
            "minor": each,
            "currency": order.currency,
            "quantity": count,
            "expected": order.open.minor,
            "customer": customer,
            "email": "" if customer else order.buyer.email,
            "invoice": options.invoice,
            **options.words(doors),
        }

    def _open(self, reader: Reader, own: Own, order: int) -> list[Operation]:
        c = operation.c
        wanted = select(c.key).where(
            of_account(operation, own), c.kind == Kind.PLACE_PAGE, c.sales_order_id == order,
            c.state == OperationState.DONE, c.link != "",
        )  # fmt: skip
        keys = reader.execute(wanted.order_by(c.id.desc())).scalars().all()
        return [operation_called(reader, key) for key in keys]

    def _leave(self, own: Own, order: Order, words: dict[str, Any]) -> None:
        """Close the pages of an order that ask for something else."""
        with self.db.reading() as connection:
            there = self._open(connection, own, order.id)
        for each in there:
            now_is = own.stripe.page(each.answer)
            if now_is.state is PageState.COMPLETE:
                raise Conflict(PAID_SINCE.filled(order=order.number), FETCH)
            if now_is.state is PageState.EXPIRED:
                self.forget_link(each)
            elif not will_do(each.parameters, words):
                self.close_page(own, each)

    def close_page(self, own: Own, each: Operation) -> Changes:
        """Close a page, so that nobody pays there any more."""
        about = About(each.person, each.order)
        done = self.operations.ask(own, Kind.CLOSE_PAGE, {"page": each.answer}, about)
        return done.changes.merged(self.forget_link(each))

    def forget_link(self, each: Operation) -> Changes:
        """Keep that nothing can be paid on a page any more."""
        with self.db.writing("billing.page") as tx:
            tx.update(operation, each.id, link="")
        return tx.changes


def _unit(order: Order) -> tuple[int, int]:
    """Return price and count: equal lines as so many of one, anything else as what is open."""
    prices = {each.gross for each in order.lines}
    untouched = order.sums.open == order.sums.charged
    count = len(order.lines)
    if len(prices) == 1 and untouched and count > 1:
        return prices.pop(), count
    return order.open.minor, 1


def will_do(made: Any, wanted: Any) -> bool:
    """Say whether a page will do: a door on this computer is for who sits at it, and closes."""
    leads = made["paid"] == wanted["paid"] or made["paid"].startswith("https://")
    return leads and asked_for(made) == asked_for(wanted)


def asked_for(words: Any) -> dict[str, Any]:
    """Return what a page asks for, wherever the browser goes after it."""
    return {name: value for name, value in words.items() if name not in {"paid", "left"}}


def _page(each: Operation) -> OpenPage:
    said = each.parameters
    known = "expected" in said
    return OpenPage(
        page=each.answer,
        order=each.order,
        person=each.person,
        amount=Money(said["expected"], said["currency"]) if known else None,
        until=each.link_until,
        state=each.state,
        url=each.link,
    )
