"""Payments, orders and entries as long lists show them: ids first, then the lines on screen."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select

from cpd_desktop.domain.folding import folded
from cpd_desktop.services.billing.due import due_payments, refunds_due
from cpd_desktop.services.billing.ledger import entry_from
from cpd_desktop.services.billing.owed import open_things, owed_by_id
from cpd_desktop.services.billing.rows import orders_from, payments_from
from cpd_desktop.services.billing.trials import of_trial, sums
from cpd_desktop.services.stripe.rows import memberships_from, offers_from
from cpd_desktop.store.database import among, ids_of
from cpd_desktop.store.tables import (
    event,
    ledger_entry,
    membership,
    offer,
    payment,
    person,
    sales_order,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Select

    from cpd_desktop.domain.billing.reports import OwedRow
    from cpd_desktop.services.billing.due import RefundDue
    from cpd_desktop.services.billing.ledger import Entry
    from cpd_desktop.services.billing.rows import BookedPayment, Order
    from cpd_desktop.services.stripe.rows import KeptMembership, KeptOffer
    from cpd_desktop.store.database import Database


class PaymentLine(NamedTuple):
    """A payment, with the names that a list tells beside it."""

    payment: BookedPayment
    name: str
    order: str
    event: str


class OrderLine(NamedTuple):
    """An order, with the name of its event."""

    order: Order
    event: str


class EntryLine(NamedTuple):
    """An entry, with the names that a list tells, and what is owed after it.

    That is in its currency, and of either mode alone.
    """

    entry: Entry
    name: str
    event: str
    order: str
    balance: int


class MemberLine(NamedTuple):
    """A membership with the names that a list tells."""

    kept: KeptMembership
    name: str
    offer: KeptOffer | None


class Wanted(NamedTuple):
    """What a list is narrowed down to."""

    event: int | None = None
    person: int | None = None
    currency: str = ""
    since: datetime | None = None


ALL = Wanted()
STEP = 100


class Steps(NamedTuple):
    """What is owed after each hundred entries of those that a list is narrowed to."""

    wanted: Wanted
    owed: Mapping[tuple[str, bool], tuple[Sequence[int], Sequence[int]]]

    def before(self, entry: Entry) -> int:
        """Return what was owed before the hundred in which an entry is."""
        parts, totals = self.owed.get((entry.amount.currency, entry.trial), ((), ()))
        at = bisect_left(parts, entry.id // STEP)
        return totals[at - 1] if at else 0


class Choices(NamedTuple):
    """What there is to narrow lists down by."""

    events: Sequence[tuple[int, str]]
    currencies: Sequence[str]


@dataclass(frozen=True, slots=True)
class BillingLists:
    """Finds what long lists show; nothing of it is held."""

    db: Database

    def payments(
        self, search: str = "", wanted: Wanted = ALL, sort: str = "day", *, descending: bool = True
    ) -> Sequence[int]:
        """Return the payments whose payer, order, number or note has these words."""
        c = payment.c
        orders = {
            "day": (c.received_on, c.id),
            "name": (person.c.sought, c.id),
            "amount": (c.currency, c.minor, c.id),
            "method": (c.method, c.id),
            "order": (sales_order.c.number, c.id),
        }
        text = _text(person.c.sought, sales_order.c.number, c.external, c.note)
        statement = _narrowed(c, wanted, sales_order.c.event_id, c.booked_at)
        statement = statement.outerjoin(sales_order, sales_order.c.id == c.sales_order_id)
        return self._ids(statement, search, text, orders[sort], descending=descending)

    def payment_lines(self, ids: Iterable[int]) -> Mapping[int, PaymentLine]:
        """Return payments with what a list tells beside them."""
        with self.db.reading() as connection:
            found = payments_from(connection, select(payment).where(among(payment.c.id, ids)))
            named = select(payment.c.id, person.c.name, sales_order.c.number, event.c.title).join(
                person, person.c.id == payment.c.person_id
            )
            named = named.outerjoin(sales_order, sales_order.c.id == payment.c.sales_order_id)
            named = named.outerjoin(event, event.c.id == sales_order.c.event_id)
            mine = named.where(among(payment.c.id, [each.id for each in found]))
            names = {row.id: row for row in connection.execute(mine)}
        return {
            each.id: PaymentLine(
                each, names[each.id].name, names[each.id].number or "", names[each.id].title or ""
            )
            for each in found
        }

    def orders(
        self,
        search: str = "",
        wanted: Wanted = ALL,
        sort: str = "number",
        *,
        descending: bool = True,
    ) -> Sequence[int]:
        """Return the orders whose buyer or number has these words."""
        c = sales_order.c
        orders = {
            "number": (c.id,),
            "day": (c.ordered_at, c.id),
            "name": (person.c.sought, c.id),
            "event": (event.c.sought, c.id),
        }
        statement = _narrowed(c, wanted, c.event_id, c.ordered_at)
        statement = statement.outerjoin(event, event.c.id == c.event_id)
        text = _text(person.c.sought, c.number)
        return self._ids(statement, search, text, orders[sort], descending=descending)

    def order_lines(self, ids: Iterable[int]) -> Mapping[int, OrderLine]:
        """Return orders with what a list tells beside them."""
        with self.db.reading() as connection:
            mine = select(sales_order).where(among(sales_order.c.id, ids))
            found = orders_from(connection, mine)
            about = {each.event for each in found if each.event is not None}
            named = select(event.c.id, event.c.title).where(among(event.c.id, about))
            titles = {row.id: row.title for row in connection.execute(named)}
        return {each.id: OrderLine(each, titles.get(each.event or 0, "")) for each in found}

    def entries(
        self, search: str = "", wanted: Wanted = ALL, *, descending: bool = True
    ) -> Sequence[int]:
        """Return the entries of the ledger in the order in which they were booked."""
        c = ledger_entry.c
        statement = select(c.id)
        if search.strip():
            statement = _of_people(c).outerjoin(sales_order, sales_order.c.id == c.sales_order_id)
        statement = statement.where(*_conditions(c, wanted, c.event_id, c.at))
        text = _text(person.c.sought, sales_order.c.number, c.why)
        return self._ids(statement, search, text, (c.id,), descending=descending)

    def steps(self, wanted: Wanted = ALL) -> Steps:
        """Return what ``entry_lines`` counts on from, so that no block of lines adds up all."""
        c = ledger_entry.c
        where = _conditions(c, wanted, c.event_id, c.at)
        with self.db.reading() as connection:
            found = sums(connection, c.currency, c.id // STEP, where=where)
        owed: dict[tuple[str, bool], tuple[list[int], list[int]]] = {}
        for (currency, part, trial), minor in sorted(found.items()):
            parts, totals = owed.setdefault((currency, trial), ([], []))
            parts.append(part)
            totals.append(minor + (totals[-1] if totals else 0))
        return Steps(wanted, owed)

    def entry_lines(self, ids: Iterable[int], steps: Steps) -> Mapping[int, EntryLine]:
        """Return entries with what is owed after each, of those that the list is narrowed to."""
        c, other = ledger_entry.c, ledger_entry.alias("other")
        trial = of_trial()
        since = select(func.sum(other.c.minor)).where(
            other.c.id.between(c.id - c.id % STEP, c.id),
            other.c.currency == c.currency,
            of_trial(other) == trial,
            *_conditions(other.c, steps.wanted, other.c.event_id, other.c.at),
        )
        statement = (
            select(ledger_entry, trial.label("trial"), since.scalar_subquery().label("since"),
                   person.c.name, event.c.title, sales_order.c.number)
            .join(person, person.c.id == c.person_id)
            .outerjoin(event, event.c.id == c.event_id)
            .outerjoin(sales_order, sales_order.c.id == c.sales_order_id)
            .where(among(c.id, ids))
            .order_by(c.id)
        )  # fmt: skip
        with self.db.reading() as connection:
            rows = connection.execute(statement).all()
        return {
            row.id: EntryLine(
                entry, row.name, row.title or "", row.number or "",
                steps.before(entry) + row.since,
            )
            for row in rows
            for entry in (entry_from(row),)
        }  # fmt: skip

    def owing(
        self,
        search: str = "",
        wanted: Wanted = ALL,
        sort: str = "name",
        *,
        descending: bool = False,
    ) -> Sequence[int]:
        """Return what is open: ids of orders, and below nothing those of places without one."""
        c = open_things().c
        orders = {
            "name": (person.c.sought, c.id),
            "open": (c.currency, c.minor, c.id),
            "event": (event.c.sought, c.id),
            "order": (c.number, c.id),
            "day": (c.at, c.id),
            "email": (person.c.email, c.id),
        }
        statement = _narrowed(c, wanted, c.event_id)
        statement = statement.outerjoin(event, event.c.id == c.event_id)
        text = _text(person.c.sought, c.number, event.c.sought)
        return self._ids(statement, search, text, orders[sort], descending=descending)

    def owing_lines(self, ids: Iterable[int]) -> Mapping[int, OwedRow]:
        """Return what is open by the ids that ``owing`` found."""
        with self.db.reading() as connection:
            return owed_by_id(connection, ids)

    def refunds(
        self,
        search: str = "",
        wanted: Wanted = ALL,
        sort: str = "name",
        *,
        descending: bool = False,
    ) -> Sequence[int]:
        """Return the payments of which something may have to go back."""
        c = due_payments().c
        orders = {
            "name": (person.c.sought, c.id),
            "amount": (c.currency, c.minor, c.id),
            "method": (c.method, c.id),
            "order": (c.number, c.id),
        }
        statement = _narrowed(c, wanted, c.event_id)
        text = _text(person.c.sought, c.number)
        return self._ids(statement, search, text, orders[sort], descending=descending)

    def refund_lines(self, ids: Iterable[int]) -> Mapping[int, RefundDue]:
        """Return what may go back by the ids that ``refunds`` found."""
        due = due_payments()
        with self.db.reading() as connection:
            found = refunds_due(connection, among(due.c.id, ids), due=due)
        return {each.payment.id: each for each in found}

    def members(
        self,
        search: str = "",
        wanted: Wanted = ALL,
        sort: str = "name",
        *,
        descending: bool = False,
    ) -> Sequence[int]:
        """Return the memberships whose member or offer has these words."""
        c = membership.c
        orders = {
            "name": (person.c.sought, c.id),
            "offer": (func.lower(offer.c.name), c.id),
            "price": (c.currency, c.minor, c.id),
            "state": (c.status, c.id),
            "until": (c.until, c.id),
            "began": (c.began_at, c.id),
        }
        statement = _of_people(c).outerjoin(offer, offer.c.id == c.offer_id)
        if wanted.person is not None:
            statement = statement.where(c.person_id == wanted.person)
        text = _text(person.c.sought, offer.c.name, c.subscription)
        return self._ids(statement, search, text, orders[sort], descending=descending)

    def member_lines(self, ids: Iterable[int]) -> Mapping[int, MemberLine]:
        """Return memberships with the names that a list tells beside them."""
        mine = among(membership.c.id, ids)
        named = select(membership.c.id, person.c.name).join(
            person, person.c.id == membership.c.person_id
        )
        with self.db.reading() as connection:
            found = memberships_from(connection, mine)
            names = dict(map(tuple, connection.execute(named.where(mine)).all()))
            sold = {each.offer for each in found if each.offer is not None}
            offers = {each.id: each for each in offers_from(connection, among(offer.c.id, sold))}
        return {
            each.id: MemberLine(each, names[each.id], offers.get(each.offer or 0)) for each in found
        }

    def choices(self) -> Choices:
        """Return the events of what was booked, the newest first, and the currencies."""
        c = ledger_entry.c
        about = select(c.event_id).where(c.event_id.is_not(None)).distinct()
        named = select(event.c.id, event.c.title).where(event.c.id.in_(about))
        with self.db.reading() as connection:
            events = [
                (row.id, row.title) for row in connection.execute(named.order_by(event.c.id.desc()))
            ]
            currencies = connection.execute(select(c.currency).distinct().order_by(c.currency))
            return Choices(events, list(currencies.scalars()))

    def _ids(
        self,
        statement: Select[Any],
        search: str,
        text: ColumnElement[str],
        order: tuple[Any, ...],
        *,
        descending: bool,
    ) -> Sequence[int]:
        for word in folded(search).split():
            statement = statement.where(func.instr(text, word) > 0)
        statement = statement.order_by(*(each.desc() if descending else each for each in order))
        with self.db.reading() as connection:
            return ids_of(connection, statement)


def _text(sought: ColumnElement[str], *others: Any) -> ColumnElement[str]:
    text = sought
    for each in others:
        text = text + " " + func.lower(func.coalesce(each, ""))
    return text


def _of_people(c: Any) -> Select[Any]:
    return select(c.id).join(person, person.c.id == c.person_id)


def _narrowed(c: Any, wanted: Wanted, about: Any, at: Any = None) -> Select[Any]:
    return _of_people(c).where(*_conditions(c, wanted, about, at))


def _conditions(c: Any, wanted: Wanted, about: Any, at: Any) -> list[ColumnElement[bool]]:
    """Return what narrows rows down; those without a time of theirs, ``at``, are of any time."""
    asked = (
        (about, wanted.event),
        (c.person_id, wanted.person),
        (c.currency, wanted.currency or None),
    )
    found = [column == value for column, value in asked if value is not None]
    return found if at is None or wanted.since is None else [*found, at >= wanted.since]
