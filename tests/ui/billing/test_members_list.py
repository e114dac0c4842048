"""Memberships are offered, begun, changed and ended from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from cpd_desktop.domain.billing.payments import PlaceFate, RefundDraft
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.stripe.objects import MembershipState
from cpd_desktop.services.work import Work
from cpd_desktop.ui.billing.member_forms import (
    COPY,
    MAIL,
    RHYTHMS,
    BeginForm,
    OfferForm,
    rhythm_words,
)
from cpd_desktop.ui.pages.people import PeoplePage
from tests.billed import billed
from tests.billing_shown import column
from tests.desk import TestDesk, desk_on
from tests.fakes.stripe import checkout
from tests.fakes.stripe.portal import let_sign_in
from tests.fakes.stripe.server import KEY, LIVE_KEY
from tests.fakes.stripe.trouble import BROKEN_FOR_GOOD
from tests.mailing import an_account

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.billing.cards_dialog import CardsDialog
    from cpd_desktop.ui.pages.billing import BillingPage
    from tests.clock import FixedClock
    from tests.fakes.stripe.server import FakeStripe


@pytest.fixture
def desk(
    folder: DataFolder, clock: FixedClock, qapp: QApplication, stripe: FakeStripe
) -> Iterator[TestDesk]:
    with billed(folder, clock, "Ada", "Zoë"):
        pass
    with desk_on(folder, clock, qapp) as made:
        yield made


def members(page: BillingPage, desk: TestDesk, qtbot: QtBot) -> Any:
    page.show_list("members")
    settle(desk, qtbot)
    return page.sections["members"]


def settle(desk: TestDesk, qtbot: QtBot) -> None:
    for _ in range(4):
        desk.settle(qtbot)


def connect(desk: TestDesk) -> None:
    desk.services.stripe_account.connect(Secret(KEY))


def an_offer(page: BillingPage, desk: TestDesk, qtbot: QtBot, price: str = "9.00 GBP") -> None:
    members(page, desk, qtbot).add.click()
    form = page.deeds.dialog
    assert isinstance(form, OfferForm)
    form.name.setText("Members' evenings")
    form.price.setText(price)
    form.offer()
    settle(desk, qtbot)
    assert page.deeds.dialog is None


def begin(page: BillingPage, desk: TestDesk, qtbot: QtBot, name: str) -> BeginForm:
    members(page, desk, qtbot).begin.click()
    form = page.deeds.dialog
    assert isinstance(form, BeginForm)
    form.search.setText(name)
    form.search.returnPressed.emit()  # else it would search again after the pause
    settle(desk, qtbot)
    form.way.setCurrentIndex(form.way.findData(COPY))
    return form


def a_member(page: BillingPage, desk: TestDesk, qtbot: QtBot, stripe: FakeStripe) -> Any:
    connect(desk)
    an_offer(page, desk, qtbot)
    begin(page, desk, qtbot, "ada").offer()
    settle(desk, qtbot)
    [open_page] = desk.services.checkout.pages(still_open=True)
    assert QGuiApplication.clipboard().text() == open_page.url
    checkout.pay(stripe.book, open_page.page)
    desk.services.stripe_sync.sync(Work())
    page.refresh()
    settle(desk, qtbot)
    section = members(page, desk, qtbot)
    section.table.select_id(section.table.rows.ids[0])
    return section


def yes(page: BillingPage, desk: TestDesk, qtbot: QtBot, text: str) -> None:
    box = page.deeds.question
    assert box is not None
    [button] = [each for each in box.buttons() if each.text() == text]
    button.click()
    settle(desk, qtbot)


def test_before_stripe_is_connected_it_is_said_where_that_is_done(
    qtbot: QtBot, desk: TestDesk, page: BillingPage
) -> None:
    section = members(page, desk, qtbot)
    assert "Connect it under Settings" in section.reason.text()
    assert not any(each.isEnabled() for each in (section.add, section.begin, section.stop))
    connect(desk)
    page.refresh()
    settle(desk, qtbot)
    assert "Make an offer first" in section.reason.text()
    assert (section.add.isEnabled(), section.begin.isEnabled()) == (True, False)
    assert desk.failures == []


def test_an_offer_without_a_price_is_not_asked_of_stripe(
    qtbot: QtBot, desk: TestDesk, page: BillingPage
) -> None:
    connect(desk)
    members(page, desk, qtbot).add.click()
    form = page.deeds.dialog
    assert isinstance(form, OfferForm)
    form.name.setText("Evenings")
    form.offer()
    assert form._problems["price"].text()
    form.price.setText("9.00 GBP")
    form.name.setText(" ")
    form.offer()
    assert "no name" in form._problems["name"].text()
    form.reject()
    assert desk.services.offers.listed() == []


def test_what_stripe_refuses_is_said_in_the_form_which_stays(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, stripe: FakeStripe
) -> None:
    connect(desk)
    members(page, desk, qtbot).add.click()
    form = page.deeds.dialog
    assert isinstance(form, OfferForm)
    form.name.setText("Evenings")
    form.price.setText("9.00 GBP")
    stripe.faults.next("/v1/products", BROKEN_FOR_GOOD)
    form.offer()
    settle(desk, qtbot)
    assert form._trouble.text()
    assert form.accept_button.isEnabled()
    form.reject()


def test_a_membership_begins_ends_and_goes_on(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, stripe: FakeStripe
) -> None:
    section = a_member(page, desk, qtbot, stripe)
    assert column(section, "price") == ["9.00 GBP each month"]
    section.end_later.click()
    yes(page, desk, qtbot, "End with the period")
    [member] = desk.services.memberships.listed()
    assert member.ends_then
    section.table.select_id(member.id)
    section.resume.click()
    settle(desk, qtbot)
    assert not desk.services.memberships.listed()[0].ends_then
    section.table.select_id(member.id)
    section.end_now.click()
    yes(page, desk, qtbot, "End now")
    assert desk.services.memberships.listed()[0].state is MembershipState.CANCELED
    assert desk.failures == []


def test_who_has_a_membership_is_told_before_another_one_begins(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, stripe: FakeStripe
) -> None:
    a_member(page, desk, qtbot, stripe)
    form = begin(page, desk, qtbot, "ada")
    assert "They have a membership already: Members' evenings." in form.told.text()
    form.reject()


def test_a_link_goes_by_mail_to_anybody_with_an_address(
    qtbot: QtBot, desk: TestDesk, page: BillingPage
) -> None:
    connect(desk)
    desk.services.mail_accounts.add(an_account(), None)
    an_offer(page, desk, qtbot)
    form = begin(page, desk, qtbot, "ada")
    form.way.setCurrentIndex(form.way.findData(MAIL))
    form.offer()
    settle(desk, qtbot)
    assert page.deeds.dialog is None
    [mail] = desk.services.outbox.listed(desk.services.outbox.ids()).values()
    assert mail.subject == "Your membership: Members' evenings"
    desk.services.people.add(PersonDraft("Tom", email="tom@b.example"))
    form = begin(page, desk, qtbot, "tom")
    form.way.setCurrentIndex(form.way.findData(MAIL))
    form.offer()
    settle(desk, qtbot)
    sent = {each.to for each in desk.services.outbox.listed(desk.services.outbox.ids()).values()}
    assert sent == {"tom@b.example", mail.to}
    desk.services.people.add(PersonDraft("Zed"))
    form = begin(page, desk, qtbot, "zed")
    form.way.setCurrentIndex(form.way.findData(MAIL))
    form.offer()
    settle(desk, qtbot)
    assert "has no e-mail address" in form._trouble.text()
    form.reject()
    assert len(desk.services.checkout.pages()) == 2


def test_where_members_sign_in_goes_by_mail_once_it_is_switched_on(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, stripe: FakeStripe
) -> None:
    section = a_member(page, desk, qtbot, stripe)
    desk.services.mail_accounts.add(an_account(), None)
    section.table.select_id(section.table.rows.ids[0])
    section.send.click()
    settle(desk, qtbot)
    assert "switched off at Stripe" in str(desk.failures[-1])
    let_sign_in(stripe.book)
    section.send.click()
    settle(desk, qtbot)
    [mail] = desk.services.outbox.listed(desk.services.outbox.ids()).values()
    assert mail.subject == "Your membership"


def test_a_membership_of_the_test_mode_is_no_membership_once_money_is_real(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, stripe: FakeStripe
) -> None:
    connect(desk)
    an_offer(page, desk, qtbot)
    [offer] = desk.services.offers.listed()
    opened = desk.services.memberships.page(1, offer.id).value
    checkout.pay(stripe.book, opened.page)
    desk.services.stripe_sync.sync(Work())
    [paid] = desk.services.payments.listed()
    back = RefundDraft(amount=paid.amount, why="Test", place=PlaceFate.KEEP)
    desk.services.stripe_refunds.refund(paid.id, back)
    desk.services.stripe_account.disconnect()
    desk.services.stripe_account.connect(Secret(LIVE_KEY))
    page.refresh()
    an_offer(page, desk, qtbot)
    section = members(page, desk, qtbot)
    section.table.select_id(section.table.rows.ids[0])
    assert not any(each.isEnabled() for each in (section.cards, section.change, section.end_now))
    form = begin(page, desk, qtbot, "ada")
    assert "already" not in form.told.text()
    form.reject()


def test_nobody_chosen_begins_nothing(qtbot: QtBot, desk: TestDesk, page: BillingPage) -> None:
    connect(desk)
    an_offer(page, desk, qtbot)
    form = begin(page, desk, qtbot, "nobody")
    form.offer()
    assert "Choose who" in form._problems["person"].text()
    form.reject()
    assert desk.services.checkout.pages() == []


def test_what_is_not_offered_any_more_cannot_be_begun(
    qtbot: QtBot, desk: TestDesk, page: BillingPage
) -> None:
    connect(desk)
    an_offer(page, desk, qtbot)
    section = members(page, desk, qtbot)
    section._stop_menu.aboutToShow.emit()
    section._stop_menu.actions()[0].trigger()
    yes(page, desk, qtbot, "Stop offering")
    assert desk.services.offers.listed() == []
    assert not section.begin.isEnabled()


def test_a_card_is_made_the_one_that_pays_and_removed(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, stripe: FakeStripe
) -> None:
    section = a_member(page, desk, qtbot, stripe)
    section.cards.click()
    settle(desk, qtbot)
    dialog = section.asking.cards_shown
    assert dialog.list.count() == 1
    assert "ending in" in dialog.list.item(0).text()
    if dialog.prefer.isEnabled():
        dialog.prefer.click()
        settle(desk, qtbot)
    assert "pays memberships" in dialog.list.item(0).text()
    dialog.detach.click()
    [remove] = [each for each in dialog.deeds.question.buttons() if each.text() == "Remove"]
    remove.click()
    settle(desk, qtbot)
    assert dialog.list.count() == 0
    assert dialog.note.text() == "No payment method was left."
    dialog.reject()


def test_what_stripe_says_of_cards_after_they_were_closed_disturbs_nobody(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, stripe: FakeStripe
) -> None:
    section = a_member(page, desk, qtbot, stripe)
    section.cards.click()
    closed_at_once(section.asking.cards_shown)
    settle(desk, qtbot)
    section.cards.click()
    settle(desk, qtbot)
    dialog = section.asking.cards_shown
    stripe.faults.next("/v1/payment_methods", BROKEN_FOR_GOOD)
    dialog.detach.click()
    [remove] = [each for each in dialog.deeds.question.buttons() if each.text() == "Remove"]
    remove.click()
    closed_at_once(dialog)
    settle(desk, qtbot)
    assert len(desk.failures) == 1  # nobody takes the card for removed


def closed_at_once(dialog: CardsDialog) -> None:
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(dialog)  # type: ignore[no-untyped-call] # it has no types


def test_rhythms_are_told_in_words() -> None:
    assert [rhythm_words(each) for each in RHYTHMS] == [
        "each week", "each month", "every 3 months", "every 6 months", "each year",
    ]  # fmt: skip


def test_a_change_of_offer_is_asked_before(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, stripe: FakeStripe
) -> None:
    section = a_member(page, desk, qtbot, stripe)
    an_offer(page, desk, qtbot, "15.00 GBP")
    section = members(page, desk, qtbot)
    section.table.select_id(section.table.rows.ids[0])
    section._menu.aboutToShow.emit()
    [action] = section._menu.actions()
    assert action.text() == "Members' evenings · 15.00 GBP each month"
    action.trigger()
    yes(page, desk, qtbot, "Change")
    [member] = desk.services.memberships.listed()
    offers = {each.id: each.price for each in desk.services.offers.listed()}
    assert offers[member.offer or 0] == Money(1500, "GBP")


def test_a_person_is_shown_with_what_they_paid_and_their_membership(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, stripe: FakeStripe
) -> None:
    a_member(page, desk, qtbot, stripe)
    person = desk.services.memberships.listed()[0].person
    people = PeoplePage(desk)
    qtbot.addWidget(people)
    people.show()
    people.open_item(person)
    settle(desk, qtbot)
    shown = {each.accessibleName() for each in people._person.findChildren(QLabel)}
    assert {"Owes: 75.00 GBP", "Paid: 9.00 GBP (test mode)"} <= shown
    words = "Memberships: Members' evenings: Active (test mode), paid"
    assert any(each.startswith(words) for each in shown)
    people._person._memberships.click()
    assert desk.noted.went[-1] == f"billing members {person}"
    page.open_part(f"members {person}")
    settle(desk, qtbot)
    assert page.filters.wanted.person == person
    assert page.sections["members"].table.rows.rowCount() == 1
    page.open_part("members 2")
    settle(desk, qtbot)
    assert page.sections["members"].table.rows.rowCount() == 0
