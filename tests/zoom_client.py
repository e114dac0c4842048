"""A client of Zoom for tests, in whose world waiting takes no time."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpd_desktop.adapters.network_log import NetworkLogFile
from cpd_desktop.adapters.zoom.calls import ZoomCalls
from cpd_desktop.adapters.zoom.client import Client, Timing
from cpd_desktop.adapters.zoom.day_counts import DayCounts
from cpd_desktop.adapters.zoom.limits import PAID, Pace
from cpd_desktop.domain.secret import Secret

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.clock import FixedClock


@dataclass
class Waiting:
    """Time that passes only while somebody waits."""

    clock: FixedClock
    ticks: float = 0.0
    waited: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.ticks

    def pause(self, seconds: float) -> None:
        self.ticks += seconds
        self.clock.move(seconds=seconds)
        if seconds:
            self.waited.append(seconds)


@dataclass
class GivenAccess:
    """Tokens in the order in which they are used up."""

    api: str
    tokens: list[str]
    refusals: int = 0

    def token(self) -> Secret:
        return Secret(self.tokens[0])

    def refused(self, token: Secret) -> Secret:
        assert token == self.token()
        self.refusals += 1
        if len(self.tokens) > 1:
            self.tokens.pop(0)
        return self.token()


@contextmanager
def calling(
    access: GivenAccess, folder: Path, waiting: Waiting, timing: Timing | None = None
) -> Iterator[ZoomCalls]:
    """Call Zoom with these tokens until the test is over."""
    client = Client(
        access,
        pace=Pace(PAID, waiting.now),
        counts=DayCounts(folder / "zoom-today.json", waiting.clock.now),
        log=NetworkLogFile(folder / "logs"),
        clock=waiting.clock,
        timing=timing or Timing(waiting.now, chance=lambda: 0.5, patience=(2, 0.2)),
    )
    try:
        yield ZoomCalls(client, waiting.pause)
    finally:
        client.close()
