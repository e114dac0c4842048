"""A Zoom on loopback that the whole application finds by its environment, with one user."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.adapters.zoom.trainer import TrainerAtBrowser
from tests.fakes.zoom.server import FakeZoom

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from cpd_desktop.services.browser import Browser
    from cpd_desktop.services.services import Services
    from tests.clock import FixedClock

CLIENT_ID = "the-usual-app"


@contextmanager
def zoom_here(clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeZoom]:
    """Start it and send the application there."""
    with FakeZoom(clock.now) as zoom:
        zoom.add_user("anna@example.com", first_name="Anna", last_name="Weber")
        zoom.add_public_app(client_id=CLIENT_ID)
        for which in ("AUTH", "API"):
            monkeypatch.setenv(f"CPD_ZOOM_{which}_URL", zoom.address)
        monkeypatch.setenv("CPD_ZOOM_CLIENT_ID", CLIENT_ID)
        yield zoom


@dataclass
class NoBrowser:
    """Opens nothing, as on a server."""

    asked: list[str] = field(default_factory=list)

    def open(self, address: str) -> bool:
        self.asked.append(address)
        return False


def put_browser(services: Services, browser: Browser) -> None:
    """Let this be what opens pages."""
    connection = services.outside.zoom_connection
    connection.browser = browser  # type: ignore[attr-defined] # of the adapter, not of the port


def browsing(services: Services, choice: str = "allow") -> TrainerAtBrowser:
    """Put somebody at the browser who presses this button."""
    trainer = TrainerAtBrowser(choice)
    put_browser(services, trainer)
    return trainer
