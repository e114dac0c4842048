"""Below the pages stands which account needs somebody, whichever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.app.account_watch import AccountWatch
from cpd_desktop.app.stripe_watch import StripeWatch
from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.messages.refusals import PASSWORD
from cpd_desktop.domain.secret import Secret
from cpd_desktop.ui.navigation import Navigation
from tests.desk import desk_on
from tests.fakes.stripe.server import KEY, LIVE_KEY
from tests.mailing import an_account
from tests.stripe_here import stripe_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.desk import TestDesk


@pytest.fixture
def desk(
    folder: DataFolder, clock: FixedClock, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[TestDesk]:
    with stripe_here(clock, monkeypatch), desk_on(folder, clock, qapp) as made:
        yield made


@pytest.fixture
def stripe(desk: TestDesk) -> StripeWatch:
    return StripeWatch(desk, every=1_000_000)


@pytest.fixture
def navigation(desk: TestDesk, stripe: StripeWatch, qtbot: QtBot) -> Navigation:
    made = Navigation()
    qtbot.addWidget(made)
    watch = AccountWatch(desk.services, desk.jobs, made, stripe, made)
    desk.feed.changed.connect(watch.heard)
    watch.look()
    return made


def test_a_mail_account_that_was_refused_is_named_until_a_test_works(
    desk: TestDesk, navigation: Navigation, qtbot: QtBot
) -> None:
    accounts = desk.services.mail_accounts
    kept = accounts.add(an_account(port=1)).value
    with pytest.raises(Unavailable):  # nobody there: that is no matter of the account
        accounts.test(kept.id)
    desk.feed.publish(accounts.change(kept.id, an_account(port=1, sender_name="Ada")).changes)
    desk.settle(qtbot)
    assert navigation.accounts.text() == ""
    why = PASSWORD.filled(server="mail.example", words="5.7.8 no")
    desk.feed.publish(accounts.refused.note(kept.id, why))
    desk.settle(qtbot)
    assert navigation.accounts.text() == "E-mail: refused"
    assert navigation.accounts.toolTip().startswith("Northern: ")
    desk.feed.publish(accounts.refused.note(kept.id, None))
    desk.settle(qtbot)
    assert navigation.accounts.text() == ""


def test_stripe_is_named_while_its_key_is_gone_or_of_another_account(
    desk: TestDesk, navigation: Navigation, stripe: StripeWatch, qtbot: QtBot
) -> None:
    account = desk.services.stripe_account
    desk.feed.publish(account.connect(Secret(KEY)).changes)
    desk.settle(qtbot)
    assert navigation.accounts.text() == ""
    desk.keychains.put("stripe", Secret(LIVE_KEY))
    stripe.look()
    desk.settle(qtbot)
    desk.settle(qtbot)
    assert navigation.accounts.text() == "Stripe: connect again"
    desk.feed.publish(account.disconnect())
    desk.settle(qtbot)
    assert navigation.accounts.text() == ""
    desk.feed.publish(account.connect(Secret(KEY)).changes)
    qtbot.waitUntil(lambda: not stripe.wants_sign_in)
    desk.settle(qtbot)
    assert navigation.accounts.text() == ""
