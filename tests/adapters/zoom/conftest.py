"""A Zoom on loopback with one user and one app, and a place for what it grants."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.adapters.zoom.trainer import Stopwatch, grants_at
from tests.clock import FixedClock
from tests.fakes.keychain import MemoryKeychain
from tests.fakes.zoom.server import FakeZoom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.adapters.zoom.grants import Grants
    from tests.fakes.zoom.apps import App


@pytest.fixture
def zoom_clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def zoom(zoom_clock: FixedClock) -> Iterator[FakeZoom]:
    with FakeZoom(zoom_clock.now) as running:
        running.add_user()
        yield running


@pytest.fixture
def app(zoom: FakeZoom) -> App:
    return zoom.add_public_app()


@pytest.fixture
def stopwatch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def keychain() -> MemoryKeychain:
    return MemoryKeychain()


@pytest.fixture
def grants(
    zoom: FakeZoom,
    keychain: MemoryKeychain,
    tmp_path: Path,
    clock: FixedClock,
    stopwatch: Stopwatch,
) -> Grants:
    return grants_at(zoom, keychain, tmp_path / "zoom.lock", clock, now=stopwatch)
