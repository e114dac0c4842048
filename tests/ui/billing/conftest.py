"""What the tests of billing share: a Stripe on loopback, the page, and boxes of payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.billing_shown import billing_page, payment_boxes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from cpd_desktop.ui.billing.payment_box import PaymentBox
    from cpd_desktop.ui.pages.billing import BillingPage
    from tests.desk import TestDesk


@pytest.fixture
def page(qtbot: QtBot, desk: TestDesk) -> Iterator[BillingPage]:
    with billing_page(qtbot, desk) as made:
        yield made


@pytest.fixture
def boxes(qtbot: QtBot, desk: TestDesk) -> Iterator[Callable[[int], PaymentBox]]:
    with payment_boxes(qtbot, desk) as show:
        yield show
