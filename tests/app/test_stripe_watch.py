"""While the window is open Stripe is asked gently, and at once after the browser."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cpd_desktop.app.stripe_watch import StripeWatch
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import Payment
from cpd_desktop.domain.secret import Secret
from tests.desk import desk_on
from tests.drafts import a_draft, somebody
from tests.fakes.stripe import checkout
from tests.fakes.stripe.server import KEY, LIVE_KEY, FakeStripe
from tests.stripe_here import stripe_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.desk import TestDesk

ACTIVE = Qt.ApplicationState.ApplicationActive


@pytest.fixture
def stripe(clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeStripe]:
    with stripe_here(clock, monkeypatch) as running:
        yield running


@pytest.fixture
def desk(
    stripe: FakeStripe, folder: DataFolder, clock: FixedClock, qapp: QApplication
) -> Iterator[TestDesk]:
    _ = stripe
    with desk_on(folder, clock, qapp) as made:
        yield made


@pytest.fixture
def watch(desk: TestDesk) -> StripeWatch:
    return StripeWatch(desk, every=1_000_000)


def come_back(qapp: QApplication, desk: TestDesk, qtbot: QtBot) -> None:
    """Let the window have the focus again, as after the browser."""
    qapp.applicationStateChanged.emit(ACTIVE)
    desk.settle(qtbot)


def a_page(desk: TestDesk) -> tuple[str, int]:
    """Open a page for a place; return its id and the registration."""
    services = desk.services
    services.stripe_account.connect(Secret(KEY))
    event = services.events.add(replace(a_draft(), price=Money(7500, "GBP"))).value.id
    place = services.registrations.add(event, somebody("Ada", "ada@clinic.example")).value.id
    return services.checkout.for_place(place).value.page, place


def test_nothing_is_asked_where_nothing_is_connected(
    desk: TestDesk, watch: StripeWatch, stripe: FakeStripe, qtbot: QtBot, qapp: QApplication
) -> None:
    watch.start()
    desk.settle(qtbot)
    come_back(qapp, desk, qtbot)
    assert stripe.asked == []
    watch.stop()


def test_a_payment_is_noticed_when_the_window_has_the_focus_again(
    desk: TestDesk, watch: StripeWatch, stripe: FakeStripe, qtbot: QtBot, qapp: QApplication
) -> None:
    page, place = a_page(desk)
    watch.start()
    desk.settle(qtbot)
    shown: list[Changes] = []
    desk.feed.changed.connect(lambda told, origin: shown.append(told) if origin is watch else None)
    checkout.pay(stripe.book, page)
    come_back(qapp, desk, qtbot)
    assert desk.services.registrations.get(place).payment is Payment.PAID
    assert shown[0].touches("registration")
    asked = len(stripe.asked)
    come_back(qapp, desk, qtbot)  # no page is open any more
    assert len(stripe.asked) == asked
    watch.expect()  # somebody went to their own page
    come_back(qapp, desk, qtbot)
    assert len(stripe.asked) > asked
    watch.stop()


def test_why_nothing_comes_is_said_once(desk: TestDesk, watch: StripeWatch, qtbot: QtBot) -> None:
    a_page(desk)
    told: list[Sentence] = []
    watch.held_up.connect(told.append)
    desk.keychains.put("stripe", Secret(LIVE_KEY))
    for _ in range(2):
        watch.look()
        desk.settle(qtbot)
    assert len(told) == 1
    assert "another account or mode" in str(told[0])
