"""A Zoom on loopback, and our calls to it, in whose world waiting takes no time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.adapters.zoom.calls.waiting import GivenAccess, Waiting, calling, signing_in
from tests.fakes.zoom.apps import ADMIN_SCOPES, USER_SCOPES
from tests.fakes.zoom.server import FakeZoom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from tests.clock import FixedClock


@pytest.fixture
def server(clock: FixedClock) -> Iterator[FakeZoom]:
    with FakeZoom(clock.now) as running:
        running.add_user(webinars=True)
        yield running


@pytest.fixture
def waiting(clock: FixedClock) -> Waiting:
    return Waiting(clock)


@pytest.fixture
def access(server: FakeZoom) -> GivenAccess:
    return GivenAccess(server.api_url, signing_in(server, USER_SCOPES))


@pytest.fixture
def calls(access: GivenAccess, tmp_path: Path, waiting: Waiting) -> Iterator[ZoomCalls]:
    with calling(access, tmp_path, waiting) as ours:
        yield ours


@pytest.fixture
def owner(server: FakeZoom, tmp_path: Path, waiting: Waiting) -> Iterator[ZoomCalls]:
    """Return the calls of somebody whose app has all rights in the account."""
    access = GivenAccess(server.api_url, signing_in(server, ADMIN_SCOPES))
    with calling(access, tmp_path, waiting) as ours:
        yield ours
