"""A running Zoom and a running Stripe, and somebody who calls each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.stripe.server import FakeStripe
from tests.fakes.stripe_caller import Caller as StripeCaller
from tests.fakes.zoom.server import FakeZoom
from tests.fakes.zoom_caller import Caller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clock import FixedClock


@pytest.fixture
def zoom(clock: FixedClock) -> Iterator[FakeZoom]:
    with FakeZoom(clock.now) as running:
        running.add_user(webinars=True)
        yield running


@pytest.fixture
def caller(zoom: FakeZoom) -> Iterator[Caller]:
    with Caller(zoom) as calling:
        yield calling


@pytest.fixture
def stripe(clock: FixedClock) -> Iterator[FakeStripe]:
    with FakeStripe(clock.now) as running:
        yield running


@pytest.fixture
def payer(stripe: FakeStripe) -> Iterator[StripeCaller]:
    with StripeCaller(stripe) as calling:
        yield calling
