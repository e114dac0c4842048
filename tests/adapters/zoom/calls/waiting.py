"""A client of Zoom for tests, in whose world waiting takes no time."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cpd_desktop.adapters.network_log import NetworkLogFile
from cpd_desktop.adapters.zoom.calls import ZoomCalls
from cpd_desktop.adapters.zoom.client import Client, Timing
from cpd_desktop.adapters.zoom.day_counts import DayCounts
from cpd_desktop.adapters.zoom.limits import FREE, Pace
from cpd_desktop.domain.meetings import Kind, MeetingDraft, MeetingSettings
from cpd_desktop.domain.secret import Secret

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom


STARTS = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)


def a_meeting(kind: Kind = Kind.MEETING, **settings: object) -> MeetingDraft:
    chosen = replace(MeetingSettings(), **settings)  # type: ignore[arg-type] # fields by name
    return MeetingDraft(kind, "Wound care", "Europe/London", STARTS, 90, "Wounds", settings=chosen)


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


class GivenAccess:
    """Signs in anew whenever Zoom refuses the token at hand."""

    user = "me"

    def __init__(self, api: str, sign_in: Callable[[], str], first: str = "") -> None:
        self.api = api
        self.sign_in = sign_in
        self.at_hand = first or sign_in()
        self.refusals = 0

    def token(self) -> Secret:
        return Secret(self.at_hand)

    def refused(self, token: Secret) -> Secret:
        assert token == self.token()
        self.refusals += 1
        self.at_hand = self.sign_in()
        return self.token()


def signing_in(server: FakeZoom, scopes: Iterable[str]) -> Callable[[], str]:
    """Return what signs the user in, with an app that has these rights."""
    user = server.oauth.browsing
    assert user
    app = server.add_public_app(scopes)
    return lambda: str(server.oauth.allow(app, user)["access_token"])


@contextmanager
def calling(
    access: GivenAccess, folder: Path, waiting: Waiting, timing: Timing | None = None
) -> Iterator[ZoomCalls]:
    """Call Zoom with these tokens until the test is over."""
    client = Client(
        access,
        pace=Pace(FREE, waiting.now),
        counts=DayCounts(folder / "zoom-today.txt", waiting.clock.now),
        log=NetworkLogFile(folder / "logs"),
        clock=waiting.clock,
        timing=timing or Timing(waiting.now, chance=lambda: 0.5, patience=(2, 0.2)),
    )
    try:
        yield ZoomCalls(client, waiting.pause)
    finally:
        client.close()
