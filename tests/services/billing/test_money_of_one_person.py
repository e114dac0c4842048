"""What the page of a person says about their money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.billing.payments import Method, PaymentDraft
from cpd_desktop.domain.money import Money
from cpd_desktop.store.tables import ledger_entry
from tests.billed import PRICE, billed

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


def test_a_person_s_money_is_told_for_each_currency(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock, "Ada", "Bob") as here:
        ada, bob = (here.place(name).person_id for name in ("Ada", "Bob"))
        assert [each.owed for each in here.core.ledger.of_person(ada)] == [PRICE]  # not ordered
        order = here.order("Ada")
        here.refund(here.pay(order, "100").payment.id, "5")
        draft = PaymentDraft(
            amount=Money(900, "EUR"), method=Method.CASH, received_on=clock.now().date()
        )
        here.core.payments.pay_on_account(ada, draft)
        found = here.core.ledger.of_person(ada)
        assert [(str(each.owed), str(each.paid), str(each.on_account)) for each in found] == [
            ("0.00 EUR", "9.00 EUR", "9.00 EUR"),
            ("0.00 GBP", "95.00 GBP", "20.00 GBP"),
        ]
        assert [each.owed for each in here.core.ledger.of_person(bob)] == [PRICE]


def test_real_money_and_test_money_that_even_out_are_both_told(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        ada = here.place("Ada").person_id
        with here.core.db.writing("test") as tx:
            for kind, minor, live in (("charge", 500, 1), ("payment", -500, 0)):
                tx.insert(
                    ledger_entry, at=clock.now(), kind=kind, minor=minor, currency="GBP",
                    person_id=ada, live=live,
                )  # fmt: skip
        ledger = here.core.ledger
        for trial, money in ((False, Money(500, "GBP")), (True, Money(-500, "GBP"))):
            assert ledger.balances(trial=trial) == {ada: [money]}
            assert ledger.balance(ada, trial=trial) == [money]
