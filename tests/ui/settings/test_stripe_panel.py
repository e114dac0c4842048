"""Stripe is connected by a restricted key that nobody sees again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.billing.payments import Method, PaymentDraft
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.stripe.keys import PERMISSIONS
from cpd_desktop.ui.settings.stripe_panel import StripePanel
from tests.fakes.stripe.keys import EVERYTHING
from tests.fakes.stripe.server import KEY, LIVE_KEY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.desk import TestDesk
    from tests.fakes.stripe.server import FakeStripe


@pytest.fixture
def desk(stripe: FakeStripe, desk: TestDesk) -> TestDesk:
    return desk


@pytest.fixture
def panel(qtbot: QtBot, desk: TestDesk) -> StripePanel:
    made = StripePanel(desk)
    qtbot.addWidget(made)
    made.show()
    desk.settle(qtbot)
    return made


def enter(panel: StripePanel, key: str, desk: TestDesk, qtbot: QtBot) -> None:
    panel.key.setText(key)
    panel.connect_button.click()
    for _ in range(3):
        desk.settle(qtbot)


def test_a_test_key_is_told_as_one_and_shown_without_its_middle(
    qtbot: QtBot, desk: TestDesk, panel: StripePanel
) -> None:
    assert panel.mark.text() == "Not connected"
    enter(panel, KEY, desk, qtbot)
    assert panel.mark.text() == "Test mode"
    assert panel.values["key"].text() == "rk_test_…0000"
    assert not panel.key.text()
    assert not panel.entry.isVisible()
    assert panel.note.text() == "The key may do all that is needed."
    assert desk.failures == []


def test_a_live_key_is_told_as_real_money(qtbot: QtBot, desk: TestDesk, panel: StripePanel) -> None:
    enter(panel, LIVE_KEY, desk, qtbot)
    assert panel.mark.text() == "Real money"
    assert "real money" in panel.says.text()


def test_a_key_that_may_do_everything_is_refused_and_what_to_make_instead_is_listed(
    qtbot: QtBot, desk: TestDesk, panel: StripePanel
) -> None:
    enter(panel, "sk_live_" + "a" * 24, desk, qtbot)
    assert "may do everything with real money" in panel.note.text()
    assert "Make a restricted key" in panel.note.text()
    assert panel.rights.isVisible()
    assert all(each.resource in panel.rights.text() for each in PERMISSIONS)
    assert panel.mark.text() == "Not connected"


def test_missing_permissions_are_named_with_what_they_are_for(
    qtbot: QtBot, desk: TestDesk, panel: StripePanel, stripe: FakeStripe
) -> None:
    stripe.keys.add(KEY, EVERYTHING - {"rak_charge_write"})
    enter(panel, KEY, desk, qtbot)
    assert "Charges and Refunds: Write. Payments that came in, and refunds" in panel.note.text()


def test_disconnecting_forgets_the_key(qtbot: QtBot, desk: TestDesk, panel: StripePanel) -> None:
    enter(panel, KEY, desk, qtbot)
    panel.disconnect_button.click()
    assert panel.question is not None
    panel.question.buttons()[0].click()
    for _ in range(3):
        desk.settle(qtbot)
    assert panel.mark.text() == "Not connected"
    assert panel.entry.isVisible()
    assert not desk.services.stripe_account.status().connected


def press(panel: StripePanel, text: str) -> None:
    assert panel.question is not None
    next(each for each in panel.question.buttons() if each.text() == text).click()


def test_test_money_is_named_and_set_aside_only_if_somebody_says_so(
    qtbot: QtBot, desk: TestDesk, panel: StripePanel
) -> None:
    core = desk.services
    draft = PaymentDraft(
        amount=Money(7500, "GBP"), method=Method.STRIPE, received_on=core.clock.now().date(),
        external="ch_1", live=False,
    )  # fmt: skip
    person = core.people.add(PersonDraft("Ada <Hall>", email="ada@b.example")).value.id
    core.payments.pay_on_account(person, draft)
    enter(panel, LIVE_KEY, desk, qtbot)
    assert "still booked here (1)" in panel.note.text()
    assert panel.question is not None
    assert "75.00 GBP  ·  Ada <Hall>" in panel.question.informativeText()
    press(panel, "Cancel")
    desk.settle(qtbot)
    assert not core.stripe_account.status().connected
    enter(panel, LIVE_KEY, desk, qtbot)
    press(panel, "Set aside and connect")
    for _ in range(3):
        desk.settle(qtbot)
    assert panel.mark.text() == "Real money"
    assert core.stripe_account.left_behind() == []
    assert desk.failures == []
