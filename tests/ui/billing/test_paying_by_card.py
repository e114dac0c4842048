"""A place is paid by card from the window: at the desk, by a link, and back again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from cpd_desktop.adapters.browser import SystemBrowser
from cpd_desktop.domain.billing.outward import Doubt
from cpd_desktop.domain.billing.payments import PlaceFate
from cpd_desktop.domain.errors import CpdError, Unavailable
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.stripe.errors import MissingPermission
from cpd_desktop.services.work import Work
from cpd_desktop.ui.billing.payment_box import PaymentBox
from tests.billed import billed
from tests.billing_shown import payment_boxes
from tests.desk import TestDesk, desk_on
from tests.fakes.stripe import checkout
from tests.fakes.stripe.keys import EVERYTHING
from tests.fakes.stripe.server import KEY
from tests.fakes.zoom.faults import DROP
from tests.keychains import MemoryKeychains
from tests.mailing import an_account
from tests.payer_by_http import Payer, visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.fakes.stripe.server import FakeStripe

SESSIONS = "/v1/checkout/sessions"
DECLINED = "4000 0000 0000 0002"


@pytest.fixture
def payer(monkeypatch: pytest.MonkeyPatch) -> Payer:
    made = Payer()
    monkeypatch.setattr(SystemBrowser, "open", lambda _self, address: made.open(address))
    return made


@pytest.fixture
def desk(
    stripe: FakeStripe, folder: DataFolder, clock: FixedClock, qapp: QApplication
) -> Iterator[TestDesk]:
    """Return a desk with Stripe connected, and Ada and Bob on an event at a price."""
    _ = stripe
    with billed(folder, clock, "Ada", "Bob"):
        pass
    with desk_on(folder, clock, qapp) as made:
        made.services.stripe_account.connect(Secret(KEY))
        yield made


@pytest.fixture
def told(desk: TestDesk) -> list[str]:
    """Return what the window says was done."""
    said: list[str] = []
    desk.operations.told.connect(lambda text, _undo: said.append(text))
    return said


def begin(box: PaymentBox, payer: Payer, qtbot: QtBot) -> None:
    """Press the button, and wait until the page is open in the browser."""
    box.pay.click()
    qtbot.waitUntil(lambda: bool(payer.opened) and box.card.copy.isVisible())


def settled(box: PaymentBox, desk: TestDesk, qtbot: QtBot) -> None:
    """Wait until the payment is over and what became of it is shown."""
    qtbot.waitUntil(lambda: not box.card.waits)
    for _ in range(2):
        desk.settle(qtbot)


def pay(box: PaymentBox, payer: Payer, desk: TestDesk, qtbot: QtBot) -> None:
    """Pay on the page that the button opens, and wait until the window knows it."""
    begin(box, payer, qtbot)
    payer.pay()
    settled(box, desk, qtbot)


def test_a_place_is_paid_at_the_desk_and_confirmed(
    qtbot: QtBot,
    desk: TestDesk,
    boxes: Callable[[int], PaymentBox],
    payer: Payer,
    stripe: FakeStripe,
    told: list[str],
) -> None:
    box = boxes(1)
    assert box.stripe.mark.isVisible()  # test mode
    begin(box, payer, qtbot)
    assert box.card.says.text().startswith("The page is open in the browser.")
    assert not any(each.isEnabled() for each in (box.pay, box.link, box.note))
    box.card.begin(1)  # pressed twice
    assert "go back to the app" in payer.pay()
    settled(box, desk, qtbot)
    assert told[-1] == "Paid by card"
    assert box.says.text().startswith("Paid (test mode). Order ORD-2026-0001: 75.00 GBP in all")
    assert box.payments.item(0).text().endswith("75.00 GBP · Stripe (test mode)")
    assert desk.services.registrations.get(1).status is RegistrationStatus.CONFIRMED
    assert len(payer.opened) == len(stripe.book.all("checkout.session")) == 1
    assert desk.failures == []


@pytest.mark.slow
def test_who_comes_back_without_paying_is_told_so_and_can_pay_still(
    qtbot: QtBot, desk: TestDesk, boxes: Callable[[int], PaymentBox], payer: Payer, told: list[str]
) -> None:
    box = boxes(1)
    begin(box, payer, qtbot)
    assert "declined" in payer.pay(card=DECLINED)
    payer.leave()
    qtbot.waitUntil(lambda: "not paid yet" in box.card.says.text())
    box.card.stop.click()
    settled(box, desk, qtbot)
    assert told[-1].startswith("Not waiting any more.")
    assert box.pay.isEnabled()
    payer.pay()
    desk.services.stripe_sync.sync(Work())
    box.refresh()
    desk.settle(qtbot)
    assert box.says.text().startswith("Paid")


def test_a_page_whose_time_ran_out_says_so(
    qtbot: QtBot,
    desk: TestDesk,
    boxes: Callable[[int], PaymentBox],
    payer: Payer,
    clock: FixedClock,
    told: list[str],
) -> None:
    box = boxes(1)
    begin(box, payer, qtbot)
    back = desk.services.outside.doorstep.doors().left
    clock.move(hours=24)
    visit(back)
    settled(box, desk, qtbot)
    assert told[-1] == "The page was closed unpaid"
    assert box.pay.isEnabled()
    assert desk.services.registrations.get(1).payment is Payment.DUE


@pytest.mark.slow
def test_closing_the_box_meanwhile_ends_the_waiting_and_the_payment_is_found(
    qtbot: QtBot, desk: TestDesk, boxes: Callable[[int], PaymentBox], payer: Payer, told: list[str]
) -> None:
    box = boxes(1)
    begin(box, payer, qtbot)
    box.reject()
    desk.settle(qtbot)
    assert told[-1].startswith("Not waiting any more.")
    payer.pay()
    desk.services.stripe_sync.sync(Work())
    assert boxes(1).says.text().startswith("Paid")
    assert desk.failures == []


def test_without_a_browser_the_address_can_be_copied(
    qtbot: QtBot, desk: TestDesk, boxes: Callable[[int], PaymentBox], payer: Payer
) -> None:
    payer.works = False
    box = boxes(1)
    begin(box, payer, qtbot)
    assert box.card.says.text().startswith("No browser opened")
    box.card.copy.click()
    assert QGuiApplication.clipboard().text() == payer.opened[-1]
    payer.pay()
    settled(box, desk, qtbot)
    assert desk.services.registrations.get(1).payment is Payment.PAID


@pytest.mark.slow
def test_a_link_goes_by_mail_once_and_leads_nowhere_on_this_computer(
    qtbot: QtBot,
    desk: TestDesk,
    boxes: Callable[[int], PaymentBox],
    payer: Payer,
    stripe: FakeStripe,
    told: list[str],
) -> None:
    desk.services.mail_accounts.add(an_account())
    box = boxes(1)
    begin(box, payer, qtbot)  # a page for who sits here is not one to be mailed
    box.card.stop.click()
    settled(box, desk, qtbot)
    for _ in range(2):
        box.link.click()
    desk.settle(qtbot)
    outbox = desk.services.outbox
    [key] = outbox.ids()
    assert "1 message(s) in the outbox" in told
    [page] = desk.services.checkout.pages(still_open=True)
    assert page.url.encode() in outbox.content(outbox.get(key))
    sent = stripe.book.get("checkout.session", page.page)
    assert "127.0.0.1" not in sent["success_url"] + sent["cancel_url"]
    stripe.book.get("checkout.session", page.page)["success_url"] = ""  # no website here
    payer.pay(page.url)
    desk.services.stripe_sync.sync(Work())
    assert desk.services.registrations.get(1).payment is Payment.PAID


def test_half_goes_back_and_then_the_rest_with_the_place(
    qtbot: QtBot,
    desk: TestDesk,
    boxes: Callable[[int], PaymentBox],
    payer: Payer,
    stripe: FakeStripe,
) -> None:
    box = boxes(1)
    pay(box, payer, desk, qtbot)
    refund(box, desk, qtbot, "37.50", PlaceFate.KEEP)
    assert "37.50 GBP refunded" in box.payments.item(0).text()
    assert desk.services.registrations.get(1).status is RegistrationStatus.CONFIRMED
    refund(box, desk, qtbot, "37.50", PlaceFate.CANCEL)
    place = desk.services.registrations.get(1)
    assert (place.status, place.payment) == (RegistrationStatus.CANCELLED, Payment.REFUNDED)
    assert [each["amount"] for each in stripe.book.all("refund")] == [3750, 3750]
    assert not box.refund.isEnabled()


def refund(box: PaymentBox, desk: TestDesk, qtbot: QtBot, amount: str, place: PlaceFate) -> None:
    """Fill in the form for a refund and send it."""
    box.refund.click()
    dialog = box.deeds.dialog
    assert dialog is not None
    dialog.amount.setText(amount)  # type: ignore[attr-defined]
    dialog.why.setText("Ill")  # type: ignore[attr-defined]
    dialog.place.setCurrentIndex(dialog.place.findData(place.value))  # type: ignore[attr-defined]
    dialog.offer()
    for _ in range(3):
        desk.settle(qtbot)
    assert box.deeds.dialog is None


@pytest.mark.slow
@pytest.mark.parametrize("trouble", ["a permission", "the network"])
def test_what_keeps_a_page_from_being_made_is_said_and_can_be_tried_again(
    qtbot: QtBot,
    desk: TestDesk,
    boxes: Callable[[int], PaymentBox],
    payer: Payer,
    stripe: FakeStripe,
    trouble: str,
) -> None:
    box = boxes(1)
    if trouble == "a permission":
        stripe.keys.add(KEY, EVERYTHING - {"rak_checkout_session_write"})
    else:
        stripe.faults.next(SESSIONS, DROP, times=8)
    box.pay.click()
    qtbot.waitUntil(lambda: not box.card.waits, timeout=30_000)
    [error] = desk.failures
    assert isinstance(error, MissingPermission if trouble == "a permission" else Unavailable)
    assert isinstance(error, CpdError)
    assert str(error.says)
    stripe.keys.add(KEY)
    stripe.faults.waiting.clear()
    desk.settle(qtbot)
    pay(box, payer, desk, qtbot)
    assert desk.services.registrations.get(1).payment is Payment.PAID


def test_another_amount_is_put_up_for_review(
    qtbot: QtBot,
    desk: TestDesk,
    boxes: Callable[[int], PaymentBox],
    payer: Payer,
    stripe: FakeStripe,
) -> None:
    box = boxes(1)
    begin(box, payer, qtbot)
    [session] = stripe.book.all("checkout.session")
    session["amount_total"] = 5000
    payer.pay()
    qtbot.waitUntil(lambda: box.payments.count() == 1)
    settled(box, desk, qtbot)
    [doubt] = desk.services.doubts.listed()
    assert doubt.kind is Doubt.OTHER_AMOUNT
    assert "50.00 GBP was paid where 75.00 GBP was asked for" in str(doubt.says)


def test_before_stripe_is_connected_the_box_says_why_and_leads_there(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock, qapp: QApplication, stripe: FakeStripe
) -> None:
    with billed(folder, clock, "Ada"):
        pass
    with desk_on(folder, clock, qapp) as desk, payment_boxes(qtbot, desk) as show:
        box = show(1)
        assert box.note.isEnabled()
        assert not box.pay.isEnabled()
        assert not box.link.isEnabled()
        assert "not connected" in box.pay.toolTip()
        assert "nobody can pay by card" in box.stripe.says.text()
        assert stripe.asked == []
        connected = desk.services.stripe_account.connect(Secret(KEY))
        desk.feed.publish(connected.changes, None)
        desk.settle(qtbot)
        assert box.pay.isEnabled()
        assert box.link.isEnabled()
        assert not box.pay.toolTip()
        changes = desk.services.stripe_account.disconnect()
        desk.feed.publish(changes, None)
        desk.settle(qtbot)
        box.stripe.lead.click()
        assert desk.noted.went == ["settings accounts"]
        assert not box.isVisible()


def test_a_window_closed_meanwhile_finds_the_payment_when_it_is_open_again(
    qtbot: QtBot,
    folder: DataFolder,
    clock: FixedClock,
    qapp: QApplication,
    payer: Payer,
    stripe: FakeStripe,
) -> None:
    keychains = MemoryKeychains()
    with billed(folder, clock, "Ada"):
        pass
    with desk_on(folder, clock, qapp, keychains=keychains) as desk:
        desk.services.stripe_account.connect(Secret(KEY))
        window = QWidget()
        qtbot.addWidget(window)
        box = PaymentBox(window, desk, 1)
        box.open()
        desk.settle(qtbot)
        begin(box, payer, qtbot)
    box.close()
    assert desk.failures == []
    checkout.pay(stripe.book, stripe.book.all("checkout.session")[0]["id"])
    with desk_on(folder, clock, qapp, keychains=keychains) as again:
        again.services.stripe_sync.sync(Work())
        assert again.services.registrations.get(1).payment is Payment.PAID
