"""A Stripe on loopback, and our calls to it, in whose world waiting takes no time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.network_log import NetworkLogFile
from cpd_desktop.adapters.stripe.calls import StripeCalls
from cpd_desktop.adapters.stripe.wire import Timing, Wire
from cpd_desktop.adapters.web_calls import Sessions
from cpd_desktop.domain.secret import Secret
from tests.fakes.stripe.server import KEY, FakeStripe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.clock import FixedClock


@dataclass
class Desk:
    """What a trainer's computer has of Stripe."""

    address: str
    log: NetworkLogFile
    clock: FixedClock
    sessions: Sessions = field(default_factory=Sessions)
    waited: list[float] = field(default_factory=list)

    def calls(self, key: str = KEY, *, patience: float = 5.0) -> StripeCalls:
        timing = Timing(chance=lambda: 1.0, patience=(patience, patience))
        wire = Wire(self.log, self.clock, self.waited.append, timing, self.sessions)
        return StripeCalls(Secret(key), self.address, wire)


@pytest.fixture
def server(clock: FixedClock) -> Iterator[FakeStripe]:
    with FakeStripe(clock.now) as running:
        yield running


@pytest.fixture
def desk(server: FakeStripe, tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    made = Desk(server.address, NetworkLogFile(tmp_path / "logs"), clock)
    yield made
    made.sessions.close()


@pytest.fixture
def calls(desk: Desk) -> StripeCalls:
    return desk.calls()
