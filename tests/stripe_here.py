"""A Stripe on loopback that the whole application finds by its environment."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.fakes.stripe.server import FakeStripe

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from tests.clock import FixedClock


@contextmanager
def stripe_here(clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeStripe]:
    """Start it and send the application there; the key to enter is ``server.KEY``."""
    with FakeStripe(clock.now) as stripe:
        monkeypatch.setenv("CPD_STRIPE_API_URL", stripe.address)
        yield stripe
