"""What happens to money when people are merged or erased, deeds undone, or lists brought in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.billing.payments import PlaceFate
from cpd_desktop.domain.errors import Conflict, NotAllowed
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from cpd_desktop.services.work import Work
from tests.billed import PRICE, billed
from tests.drafts import somebody

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


def test_two_who_are_one_have_one_balance_and_the_merge_can_be_undone(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", "Ada N") as here:
        core = here.core
        here.pay(here.order("Ada"), "75")
        here.order("Ada N")
        keep, other = (here.place(name).person_id for name in ("Ada", "Ada N"))
        done = core.merging.merge(keep, other)
        assert core.ledger.balances() == {keep: [PRICE]}
        (place,) = core.registrations.on(here.event)
        assert len(core.orders.of_place(place.id)) == 2
        assert place.payment is Payment.DUE  # the newer order is still open
        assert done.changes.entry is not None
        core.history.undo(done.changes.entry)
        assert core.ledger.balances() == {other: [PRICE]}
        assert (here.place("Ada").payment, here.place("Ada N").payment) == (
            Payment.PAID,
            Payment.DUE,
        )


def test_who_is_erased_keeps_their_accounts_as_the_law_wants(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada Novak") as here:
        bill = here.pay(here.order("Ada Novak"), "75").documents[0]
        person = here.place("Ada Novak").person_id
        report = here.core.erasure.erase(person).value
        assert any("the law wants accounts kept" in str(each) for each in report.stays)
        assert here.core.bills.pdf(here.core.bills.called(bill.number)).startswith(b"%PDF")
        assert here.core.ledger.balance(person) == [Money(0, "GBP")]
        assert here.core.history.verify(Work()) > 0


def test_nobody_and_nothing_with_an_order_can_be_removed(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        here.order("Ada")
        here.core.events.trash([here.event])
        with pytest.raises(NotAllowed):
            here.core.people.remove([here.place("Ada").person_id])
        with pytest.raises(Conflict, match="the order ORD-2026-0001 was made for it"):
            here.core.events.empty_trash([here.event])
        clock.move(days=60)
        here.core.events.empty_trash()
        assert here.place("Ada").payment is Payment.DUE


def test_what_was_booked_is_not_undone_but_booked_back(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        order = here.order("Ada")
        draft = here.draft("75")
        entry = here.core.payments.pay(order.id, draft).changes.entry
        assert entry is not None
        with pytest.raises(NotAllowed, match="what was booked stays"):
            here.core.history.undo(entry)
        assert here.place("Ada").payment is Payment.PAID


def test_an_undo_of_something_else_leaves_an_ordered_place_as_the_ledger_has_it(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        core, key = here.core, here.places["Ada"]
        entry = core.registrations.note_payment([key], Payment.WAIVED).entry
        core.registrations.note_payment([key], Payment.DUE)
        here.order("Ada")
        assert entry is not None
        with pytest.raises(Conflict):
            core.history.undo(entry)
        gone = core.registrations.change_status([key], RegistrationStatus.CANCELLED).entry
        assert gone is not None
        core.history.undo(gone)
        assert here.place("Ada").status is RegistrationStatus.CONFIRMED


def test_what_is_noted_as_paid_by_hand_is_in_the_ledger(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", "Ben") as here:
        here.core.registrations.note_payment([here.places["Ada"]], Payment.PAID)
        (order,) = here.core.orders.of_place(here.places["Ada"])
        assert (order.sums.paid, here.place("Ada").payment) == (7500, Payment.PAID)
        here.core.registrations.note_payment([here.places["Ada"]], Payment.REFUNDED)
        assert here.place("Ada").payment is Payment.REFUNDED
        assert here.core.ledger.balances() == {}
        here.pay(here.order("Ben"), "75")
        with pytest.raises(NotAllowed, match="the ledger says what is paid"):
            here.core.registrations.note_payment([here.places["Ben"]], Payment.DUE)


def test_a_list_does_not_tell_otherwise_than_the_ledger(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        here.pay(here.order("Ada"), "75")
        again = somebody("Ada", "p0@clinic.example", payment=Payment.DUE)
        here.core.registrations.add_all(here.event, [again])
        assert here.place("Ada").payment is Payment.PAID


def test_the_credit_rule_sees_the_fee_as_the_ledger_has_it(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:

        def fee() -> bool:
            from cpd_desktop.domain.settings import ZoomAccount
            from cpd_desktop.services.attendance.facts import read_facts

            with here.core.db.reading() as connection:
                facts = read_facts(connection, here.event, ZoomAccount(), clock.now())
            return facts.places[0].done.fee

        order = here.order("Ada")
        assert not fee()
        paid = here.pay(order, "75").payment
        assert fee()
        here.refund(paid.id, "75", PlaceFate.KEEP)
        assert not fee()


def test_the_journal_tells_of_a_payment(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock, "Ada") as here:
        here.pay(here.order("Ada"), "75")
        entry = here.core.history.entries(limit=1)[0]
        assert entry.deed == "billing.pay"
        kinds = {each.kind for each in entry.changes()}
        assert {"payment", "ledger_entry", "document", "registration", "numbering"} <= kinds
        assert json.loads(entry.details or "")
