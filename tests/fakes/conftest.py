"""A running Zoom with one user, and somebody who calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
