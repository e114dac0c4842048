"""Long lists find what was booked by name, event, currency and time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import text

from cpd_desktop.domain.billing.payments import Method
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.services.billing.lists import Wanted
from cpd_desktop.services.billing.owed import _of_orders
from cpd_desktop.store.tables import ledger_entry, sales_order
from tests.billed import billed

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


def test_payments_are_found_by_payer_order_and_note(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock, "Ada", "Zoë") as here:
        first = here.pay(here.order("Ada"), "75", note="Giro 17").payment.id
        second = here.pay(here.order("Zoë"), "25").payment.id
        lists = here.core.billing_lists
        assert list(lists.payments()) == [second, first]
        assert list(lists.payments("zoe")) == [second]
        assert list(lists.payments("GIRO ord-2026-0001")) == [first]
        assert list(lists.payments(sort="amount", descending=False)) == [second, first]
        line = lists.payment_lines([first])[first]
        assert (line.name, line.order, bool(line.event)) == ("Ada", "ORD-2026-0001", True)


def test_orders_are_found_by_buyer_and_number(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock, "Ada", "Zoë") as here:
        first, second = here.order("Ada").id, here.order("Zoë").id
        lists = here.core.billing_lists
        assert list(lists.orders("0002")) == [second]
        assert list(lists.orders("ada")) == [first]
        assert lists.order_lines([first])[first].order.number == "ORD-2026-0001"


def test_an_order_of_which_no_buyer_was_kept_is_listed_all_the_same(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        made = here.order("Ada")
        with here.core.db.writing("test") as tx:
            key = tx.insert(
                sales_order, number="ORD-X", person_id=made.person, currency="GBP",
                ordered_at=clock.now(), ordered_by="x",
            )  # fmt: skip
        lists = here.core.billing_lists
        lines = lists.order_lines(lists.orders())
        assert [lines[each].order.buyer.name for each in (made.id, key)] == ["Ada", ""]


def test_what_may_go_back_is_read_as_it_is_looked_at(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock, "Ada", "Zoë") as here:
        ada, zoe = (here.order(name) for name in ("Ada", "Zoë"))
        here.pay(ada, "25")
        second = here.pay(ada, "50", method=Method.CASH).payment.id
        third = here.pay(zoe, "80").payment.id
        lists = here.core.billing_lists
        assert not lists.refunds()
        places = [here.places["Ada"], here.places["Zoë"]]
        here.core.registrations.change_status(places, RegistrationStatus.CANCELLED)
        first = here.core.payments.of_order(ada.id)[0].id
        assert list(lists.refunds()) == [first, second, third]
        assert list(lists.refunds("zoe")) == list(lists.refunds("ord-2026-0002")) == [third]
        assert list(lists.refunds(sort="amount", descending=True)) == [third, second, first]
        assert list(lists.refunds(sort="method")) == [first, third, second]
        assert list(lists.refunds(wanted=Wanted(person=ada.person))) == [first, second]
        assert not lists.refunds(wanted=Wanted(event=here.event + 1))
        lines = lists.refund_lines([third])
        assert [each.amount.minor for each in lines.values()] == [7500]  # the rest is on account
        assert lines[third].places == (here.places["Zoë"],)


def test_each_entry_is_told_with_what_is_owed_after_it_by_those_that_are_listed(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", "Zoë") as here:
        order = here.order("Ada")
        here.order("Zoë")
        here.pay(order, "50")
        lists = here.core.billing_lists
        ids = list(lists.entries())
        steps = lists.steps()
        assert [lists.entry_lines(ids, steps)[key].balance for key in ids] == [10_000, 15_000, 7500]
        mine = Wanted(person=here.place("Ada").person_id)
        only = list(lists.entries(wanted=mine))
        lines = lists.entry_lines(only, lists.steps(mine))
        assert [lines[key].balance for key in only] == [2500, 7500]
        assert lists.entry_lines(only[:1], lists.steps(mine))[only[0]].balance == 2500


def test_what_is_owed_is_counted_on_over_hundreds_of_entries(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", "Zoë") as here:
        people = [here.place(name).person_id for name in ("Ada", "Zoë")]
        with here.core.db.writing("test") as tx:
            rows = [
                {"at": clock.now(), "kind": "charge", "minor": 1, "person_id": people[n % 2],
                 "currency": "GBP" if n % 3 else "EUR"}
                for n in range(250)
            ]  # fmt: skip
            tx.insert_all(ledger_entry, rows)
        lists = here.core.billing_lists
        for wanted in (Wanted(), Wanted(person=people[1]), Wanted(currency="EUR")):
            ids = list(lists.entries(wanted=wanted, descending=False))
            lines = lists.entry_lines(ids[::7], lists.steps(wanted))
            for at in range(0, len(ids), 7):
                money = lines[ids[at]].entry.amount.currency
                told = lists.entry_lines(ids[: at + 1], lists.steps(wanted)).values()
                same = [each for each in told if each.entry.amount.currency == money]
                assert lines[ids[at]].balance == len(same)


def test_lists_are_narrowed_by_event_currency_and_time(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        here.pay(here.order("Ada"), "75")
        lists = here.core.billing_lists
        for other in (
            Wanted(event=here.event + 1),
            Wanted(currency="EUR"),
            Wanted(since=clock.now() + timedelta(days=1)),
        ):
            assert not lists.entries(wanted=other)
            assert not lists.orders(wanted=other)
            assert not lists.payments(wanted=other)
        found = lists.choices()
        assert [key for key, _ in found.events] == [here.event]
        assert found.currencies == ["GBP"]


def test_what_is_open_is_found_by_name_order_and_event_with_and_without_an_order(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", "Zoë", "Tom") as here:
        order = here.order("Zoë")
        here.pay(here.order("Tom"), "75")
        lists, ada = here.core.billing_lists, -here.places["Ada"]
        assert list(lists.owing()) == [ada, order.id]
        assert list(lists.owing(descending=True)) == [order.id, ada]
        assert list(lists.owing("zoe ord-2026")) == [order.id]
        assert list(lists.owing(wanted=Wanted(person=here.place("Ada").person_id))) == [ada]
        for other in (Wanted(event=here.event + 1), Wanted(currency="EUR")):
            assert not lists.owing(wanted=other)
        for sort in ("name", "open", "event", "order", "day", "email"):
            assert set(lists.owing(sort=sort)) == {ada, order.id}
        lines = lists.owing_lines([ada, order.id, 99])
        assert [lines[key].registration for key in (ada, order.id)] == [-ada, None]
        assert sorted(lines.values(), key=str) == sorted(here.core.ledger.owing(), key=str)


def test_nobody_owes_a_place_on_an_event_that_was_cancelled(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", "Zoë") as here:
        order = here.order("Zoë")
        zoe = here.place("Zoë").person_id
        lists, ledger = here.core.billing_lists, here.core.ledger
        assert set(lists.owing()) == {order.id, -here.places["Ada"]}
        here.core.lifecycle.move(here.event, Move.PUBLISH)
        here.core.lifecycle.move(here.event, Move.CANCEL)
        assert list(lists.owing()) == []
        assert ledger.owing() == []
        assert [each.owed.minor for each in ledger.of_person(zoe)] == [0]
        assert lists.owing_lines([order.id, -here.places["Ada"]]) == {}


def test_what_one_order_owes_is_told_without_reading_all_payments(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        order = here.order("Ada")
        assert list(here.core.billing_lists.owing_lines([order.id])) == [order.id]
        one = _of_orders().where(sales_order.c.id == 1)
        statement = one.compile(compile_kwargs={"literal_binds": True})
        with here.core.db.reading() as connection:
            steps = connection.execute(text(f"EXPLAIN QUERY PLAN {statement}")).all()
        assert steps
        assert not [step.detail for step in steps if step.detail.startswith("SCAN")]
