"""A place is paid in a real browser, half goes back, a member goes and stays; all in the window."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.stripe.offers import OfferWanted
from cpd_desktop.services.work import Work
from cpd_desktop.ui.billing.payment_box import PaymentBox
from cpd_desktop.ui.money import number_words
from cpd_desktop.ui.pages.billing import BillingPage
from tests.billed import billed
from tests.billing_shown import column
from tests.browser_here import until_closed
from tests.desk import desk_on
from tests.fakes.stripe import checkout
from tests.fakes.stripe.server import KEY
from tests.paid_by_stripe import FEE, MONTHLY
from tests.stripe_here import stripe_here

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.desk import TestDesk
    from tests.fakes.stripe.server import FakeStripe

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("chromium"), reason="needs chromium"),
]

ROOT = Path(__file__).parents[3]
PAYER = "tests.adapters.stripe.payer_in_chromium"
PATIENCE = 60_000  # milliseconds for a browser to start, show a page and be pressed


def test_a_place_is_paid_half_refunded_and_a_member_goes_and_stays(
    qtbot: QtBot,
    folder: DataFolder,
    clock: FixedClock,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def pressing(buttons: str) -> None:
        """Let the browser that opens next press these buttons, one after the other."""
        places = f"{tmp_path / buttons[:3]} {buttons} {tmp_path / 'seen.json'}"
        monkeypatch.setenv("BROWSER", f"{sys.executable} -m {PAYER} {places} %s")

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with billed(folder, clock, "Ada"):
        pass
    with stripe_here(clock, monkeypatch) as stripe, desk_on(folder, clock, qapp) as desk:
        desk.services.stripe_account.connect(Secret(KEY))
        page = BillingPage(desk)
        page.resize(1100, 720)
        with qtbot.waitExposed(page):
            page.show()
        desk.settle(qtbot)
        pay_and_refund_half(page, desk, qtbot, pressing)
        [place] = desk.services.registrations.listed([1]).values()
        assert place.status is RegistrationStatus.CONFIRMED
        go_and_stay(page, desk, qtbot, stripe, pressing)
        check_books(page, desk, qtbot, stripe)
        until_closed()
        assert desk.failures == []
        page.close()
        page.deleteLater()
        desk.settle(qtbot)


def pay_and_refund_half(
    page: BillingPage, desk: TestDesk, qtbot: QtBot, pressing: Callable[[str], None]
) -> None:
    """Pay at the box in the browser, then send half of it back."""
    pressing("pay")
    box = PaymentBox(page.window(), desk, 1)
    box.open()
    desk.settle(qtbot)
    box.pay.click()
    qtbot.waitUntil(lambda: not box.card.waits, timeout=PATIENCE)
    desk.settle(qtbot)
    assert box.says.text().startswith("Paid (test mode)")
    box.refund.click()
    form: Any = box.deeds.dialog
    form.amount.setText("37.50")
    form.why.setText("Left after the first half")
    form.offer()
    for _ in range(3):
        desk.settle(qtbot)
    assert box.payments.item(0).text().endswith("37.50 GBP refunded")
    box.reject()


def go_and_stay(
    page: BillingPage,
    desk: TestDesk,
    qtbot: QtBot,
    stripe: FakeStripe,
    pressing: Callable[[str], None],
) -> None:
    """Let a member end the membership on their own page, then let it go on in the window."""
    services = desk.services
    wanted = OfferWanted(name="Evenings", price=FEE, rhythm=MONTHLY, trial_days=0)
    person = services.registrations.get(1).person_id
    sold = services.memberships.page(person, services.offers.add(wanted).value.id).value
    checkout.pay(stripe.book, sold.page)
    services.stripe_sync.sync(Work())
    page.show_list("members")
    desk.settle(qtbot)
    section: Any = page.sections["members"]
    section.table.select_id(section.table.rows.ids[0])
    pressing("cancel,?resume,back")
    section.portal.click()
    [member] = stripe.book.all("subscription")
    qtbot.waitUntil(lambda: bool(member["cancel_at_period_end"]), timeout=PATIENCE)
    page.fetch.click()
    for _ in range(3):
        desk.settle(qtbot)
    section.table.select_id(section.table.rows.ids[0])
    assert "ends with the period" in column(section, "state")[0]
    section.resume.click()
    for _ in range(3):
        desk.settle(qtbot)
    assert member["cancel_at_period_end"] is False
    assert column(section, "state") == ["Active (test)"]


def check_books(page: BillingPage, desk: TestDesk, qtbot: QtBot, stripe: FakeStripe) -> None:
    """Check that the overview says what Stripe took and gave back, and that nothing is open."""
    took = sum(each["amount"] - each["amount_refunded"] for each in stripe.book.all("charge"))
    assert took == 3750 + FEE.minor
    page.show_list("overview")
    page.refresh()
    desk.settle(qtbot)
    rows = desk.services.ledger.revenue()
    assert all(each.trial and each.sums.open == 0 for each in rows)
    assert sum(each.sums.kept for each in rows) == took
    shown = [each.text() for each in page.overview.findChildren(type(page.overview.mark))]
    assert number_words(Money(7500 + FEE.minor, "GBP")) in shown
    assert number_words(Money(3750, "GBP")) in shown
    assert desk.services.doubts.listed() == []
