"""What was paid by card stands in the lists of billing, and goes back from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.work import Work
from tests.billed import billed
from tests.billing_shown import column, show_list
from tests.desk import TestDesk, desk_on
from tests.fakes.stripe import checkout
from tests.fakes.stripe.happenings import dispute
from tests.fakes.stripe.server import KEY
from tests.fakes.zoom.faults import status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.pages.billing import BillingPage
    from tests.clock import FixedClock
    from tests.fakes.stripe.server import FakeStripe


@pytest.fixture
def desk(
    stripe: FakeStripe, folder: DataFolder, clock: FixedClock, qapp: QApplication
) -> Iterator[TestDesk]:
    """Return a desk where Ada and Bob paid by card, Cid paid cash, and Dee owes."""
    with billed(folder, clock, "Ada", "Bob", "Cid", "Dee") as here:
        here.core.lifecycle.move(here.event, Move.PUBLISH)
        here.pay(here.order("Cid"), "75")
    with desk_on(folder, clock, qapp) as made:
        services = made.services
        services.stripe_account.connect(Secret(KEY))
        for place in (1, 2):
            checkout.pay(stripe.book, services.checkout.for_place(place).value.page)
        services.stripe_sync.sync(Work())
        yield made


def approve_all(page: BillingPage, desk: TestDesk, qtbot: QtBot) -> str:
    """Refund all that is listed; return what was asked before."""
    section = show_list(page, desk, qtbot, "refunds")
    section.all.click()
    desk.settle(qtbot)
    question = page.deeds.question
    assert question is not None
    asked = f"{question.text()} {question.informativeText()}"
    question.buttons()[0].click()
    for _ in range(3):
        desk.settle(qtbot)
    return asked


def test_money_of_the_test_mode_is_marked_and_summed_apart(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, stripe: FakeStripe
) -> None:
    standing = page.overview
    shown = [each.text() for each in standing.findChildren(type(standing.mark))]
    assert "150.00" in shown  # of the test mode
    assert "225.00" not in shown
    assert shown.count("Test mode") == 2  # the sums and the account
    payments = show_list(page, desk, qtbot, "payments")
    assert sorted(column(payments, "method")) == [
        "Bank transfer", "Stripe (test mode)", "Stripe (test mode)",
    ]  # fmt: skip
    kinds = column(show_list(page, desk, qtbot, "ledger"), "kind")
    assert kinds.count("Paid (test mode)") == kinds.count("Charged (test mode)") == 2
    dispute(stripe.book, str(stripe.book.all("charge")[0]["id"]))
    page.fetch.click()
    desk.settle(qtbot)
    assert column(show_list(page, desk, qtbot, "doubts"), "kind") == ["Disputed (test mode)"]


def test_who_owes_can_pay_by_card_once_somebody_is_chosen(
    qtbot: QtBot, desk: TestDesk, page: BillingPage
) -> None:
    section = show_list(page, desk, qtbot, "owing")
    assert not section.card.isEnabled()
    section.table.select_id(section.table.rows.ids[0])
    assert section.card.isEnabled()
    assert section.stripe.mark.isVisible()
    desk.feed.publish(desk.services.stripe_account.disconnect(), None)
    page.refresh()
    desk.settle(qtbot)
    section.table.select_id(section.table.rows.ids[0])
    assert not section.card.isEnabled()
    assert "not connected" in section.link.toolTip()
    section.stripe.lead.click()
    assert desk.noted.went == ["settings accounts"]


def test_a_cancelled_event_gives_card_payments_back_through_stripe(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, stripe: FakeStripe
) -> None:
    desk.services.lifecycle.move(1, Move.CANCEL)
    asked = approve_all(page, desk, qtbot)
    assert asked.startswith("Refund 3 payment(s), 150.00 GBP (test mode), 75.00 GBP?")
    assert "1 of them came another way" in asked
    assert [each["amount"] for each in stripe.book.all("refund")] == [7500, 7500]
    assert column(page.sections["refunds"], "name") == []
    for place in (1, 2, 3):
        found = desk.services.registrations.get(place)
        assert (found.status, found.payment) == (RegistrationStatus.CANCELLED, Payment.REFUNDED)
    assert desk.failures == []


def test_a_refund_that_stripe_refuses_stays_listed_and_says_why(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, stripe: FakeStripe
) -> None:
    told: list[str] = []
    desk.operations.told.connect(lambda text, _undo: told.append(text))
    desk.services.lifecycle.move(1, Move.CANCEL)
    stripe.faults.next("/v1/refunds", status(400))
    approve_all(page, desk, qtbot)
    assert told[-1].startswith("1 refund(s) did not go.")
    assert len(column(page.sections["refunds"], "name")) == 1
    approve_all(page, desk, qtbot)
    assert told[-1] == "All refunds went"
    assert len(stripe.book.all("refund")) == 2
