"""From a place to an order, its payments and their papers."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from cpd_desktop.domain.billing.orders import Buyer
from cpd_desktop.domain.billing.payments import Method
from cpd_desktop.domain.billing.tax import Treatment
from cpd_desktop.domain.codes import CodeDraft
from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from cpd_desktop.domain.settings import Billing, Provider
from cpd_desktop.services.parties import PartyDraft
from cpd_desktop.store.tables import money_doubt
from tests.billed import PRICE, billed

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

S = RegistrationStatus


def test_a_place_paid_in_parts_is_paid_with_the_last_one(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        order = here.order("Ada")
        assert (order.number, order.total, order.open) == ("ORD-2026-0001", PRICE, PRICE)
        first = here.pay(order, "50")
        assert [each.number for each in first.documents] == ["INV-2026-0001", "REC-2026-0001"]
        assert here.place("Ada").payment is Payment.DUE
        second = here.pay(order, "25", method=Method.CASH)
        assert [each.number for each in second.documents] == ["INV-2026-0001", "REC-2026-0002"]
        assert here.place("Ada").payment is Payment.PAID
        receipt = second.documents[1].document
        assert (receipt.paid, receipt.method, receipt.buyer) == (2500, "cash", "Ada")
        assert here.core.ledger.owing() == []


def test_what_is_paid_confirms_a_pending_place(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock) as here:
        here.register("Ada", status=S.PENDING)
        here.pay(here.order("Ada"), "75")
        assert here.place("Ada").status is S.CONFIRMED


def test_somebody_who_waits_pays_only_when_offered(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock, "Ada", capacity=1, waitlist=True) as here:
        here.register("Ben")
        with pytest.raises(NotAllowed, match="waits for a place and was not offered one"):
            here.order("Ben")
        here.core.registrations.change_status([here.places["Ada"]], S.CANCELLED)
        here.core.registrations.offer(here.event)
        order = here.order("Ben")
        here.pay(order, "75")
        assert here.place("Ben").status is S.CONFIRMED


def test_money_that_comes_after_the_offer_ran_out_is_kept_and_somebody_looks_at_it(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", capacity=1, waitlist=True) as here:
        here.register("Ben")
        here.core.registrations.change_status([here.places["Ada"]], S.CANCELLED)
        here.core.registrations.offer(here.event)
        order = here.order("Ben")
        clock.move(days=3)
        here.pay(order, "75")
        assert (here.place("Ben").status, here.place("Ben").payment) == (S.WAITLISTED, Payment.PAID)
        with here.core.db.reading() as connection:
            doubts = connection.execute(select(money_doubt)).all()
        assert [(each.kind, each.settled_at) for each in doubts] == [("no_place", None)]


def test_more_than_owed_stays_on_account_and_pays_the_next_order(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        order = here.order("Ada")
        here.pay(order, "100")
        person = here.place("Ada").person_id
        assert here.again(order).open == Money(0, "GBP")
        assert here.core.ledger.balance(person) == [Money(-2500, "GBP")]
        gift = here.core.orders.donate(person, Money(3000, "GBP")).value
        with pytest.raises(Invalid, match=r"25\.00 GBP on account"):
            here.core.payments.allocate(gift.id, Money(3000, "GBP"))
        after = here.core.payments.allocate(gift.id, Money(2500, "GBP")).value
        assert after.open == Money(500, "GBP")
        assert here.core.ledger.balance(person) == [Money(500, "GBP")]


def test_a_payment_is_booked_once_however_often_it_is_told(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        order = here.order("Ada")
        here.pay(order, "75", external="pi_1")
        with pytest.raises(Conflict, match="booked before"):
            here.pay(order, "75", external="pi_1")
        assert len(here.core.payments.listed()) == 1
        assert here.pay(order, "75").payment.id == 2
        with here.core.db.reading() as connection:
            assert [row.kind for row in connection.execute(select(money_doubt))] == ["paid_twice"]


def test_numbers_of_orders_and_papers_have_no_gaps_even_when_something_failed(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", "Ben", "Cid") as here:
        order = here.order("Ada")
        with pytest.raises(NotAllowed, match="is in order ORD-2026-0001"):
            here.order("Ada")
        with pytest.raises(Invalid, match="The order is in GBP"):
            here.pay(order, "5 EUR")
        here.pay(order, "75")
        assert here.order("Ben").number == "ORD-2026-0002"
        clock.move(days=60)
        other = here.order("Cid")
        assert other.number == "ORD-2027-0001"
        assert [each.number for each in here.pay(other, "75").documents] == [
            "INV-2027-0001",
            "REC-2027-0001",
        ]


def test_a_group_gets_one_bill_and_all_its_places_are_paid_together(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", "Ben") as here:
        here.core.parties.add(here.event, PartyDraft("Ward 4", "St Mary's", "pay@mary.example"))
        here.core.registrations.move([*here.places.values()], "Ward 4")
        order = here.order("Ada", "Ben")
        assert (order.buyer, order.total) == (
            Buyer("St Mary's", "pay@mary.example"),
            Money(15000, "GBP"),
        )
        here.pay(order, "100")
        assert {here.place(name).payment for name in here.places} == {Payment.DUE}
        here.pay(order, "50")
        assert {here.place(name).payment for name in here.places} == {Payment.PAID}


def test_a_code_shows_on_the_bill_as_what_it_took_off(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock) as here:
        here.core.codes.add(CodeDraft("TENTH", percent=10))
        here.register("Ada", code="tenth")
        (line,) = here.order("Ada").lines
        assert (line.unit_minor, line.discount_minor, line.gross) == (7500, 750, 6750)
        assert "TENTH" in line.text


def test_tax_stands_on_the_bill_as_the_settings_and_the_buyer_have_it(
    folder: DataFolder, clock: FixedClock
) -> None:
    settings = Billing(tax=1900, inclusive=False, language="de", tax_number="DE1")
    with billed(folder, clock, "Ada", "Ben", settings=settings) as here:
        order = here.order("Ada")
        assert order.total == Money(8925, "GBP")
        bill = here.core.bills.invoice(order.number).value
        assert [tuple(each) for each in bill.document.taxes()] == [(1900, 7500, 1425)]
        assert here.core.bills.invoice(order.number).value.number == bill.number
        free = here.order(
            "Ben", buyer=Buyer("Acme", "", "1 Road", "ATU1"), treatment=Treatment.REVERSE_CHARGE
        )
        assert (free.total, free.buyer.tax_number) == (PRICE, "ATU1")


def test_what_was_issued_does_not_change_with_the_settings(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        bill = here.pay(here.order("Ada"), "75").documents[0]
        before = here.core.bills.pdf(bill)
        here.core.settings.put(Provider("Other Ltd"))
        assert here.core.bills.pdf(here.core.bills.called(bill.number)) == before
        assert here.core.outside.bill_printer.pdf(bill.document) == before


def test_without_a_name_as_a_provider_nothing_is_booked(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        here.core.settings.put(Provider())
        order = here.order("Ada")
        with pytest.raises(NotAllowed, match="name as a provider"):
            here.pay(order, "75")
        assert here.core.payments.listed() == []
        assert here.again(order).open == PRICE


def test_a_payment_of_the_day_after_tomorrow_is_refused(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        order = here.order("Ada")
        later = (clock.now() + timedelta(days=2)).date()
        draft = here.draft("75")
        with pytest.raises(Invalid, match="in the future"):
            here.core.payments.pay(
                order.id, type(draft)(amount=PRICE, method=Method.CASH, received_on=later)
            )


def test_what_does_not_exist_is_said_so(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock, "Ada") as here:
        for ask in (
            lambda: here.core.orders.get("ORD-2026-9999"),
            lambda: here.core.orders.get("9" * 40),
            lambda: here.core.bills.called("INV-1"),
            lambda: here.core.payments.get(7),
        ):
            with pytest.raises(NotFound):
                ask()


@pytest.mark.parametrize(
    "table", ["ledger_entry", "sales_order", "order_line", "payment", "document"]
)
def test_nothing_that_was_booked_can_be_changed_or_removed(
    folder: DataFolder, clock: FixedClock, table: str
) -> None:
    with billed(folder, clock, "Ada") as here:
        here.pay(here.order("Ada"), "75")
    with closing(sqlite3.connect(folder.database)) as raw:
        column = {"order_line": "text", "document": "snapshot"}.get(table, "currency")
        for statement in (f"UPDATE {table} SET {column} = 'XXX'", f"DELETE FROM {table}"):  # noqa: S608 - our own names
            with pytest.raises(sqlite3.IntegrityError, match="what was booked stays"):
                raw.execute(statement)


@pytest.mark.parametrize(("currency", "minor"), [("JPY", 7500), ("KWD", 7500125)])
def test_yen_and_dinars_are_booked_as_they_are(
    folder: DataFolder, clock: FixedClock, currency: str, minor: int
) -> None:
    price = Money(minor, currency)
    with billed(folder, clock, "Ada", price=price, settings=Billing(tax=1000)) as here:
        order = here.order("Ada")
        paid = here.pay(order, str(price))
        assert paid.documents[1].document.paid == minor
        assert here.core.ledger.balance(here.place("Ada").person_id) == [Money(0, currency)]
