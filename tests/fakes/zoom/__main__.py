"""Runs the Zoom on loopback by itself, with a user and an app: `python -m tests.fakes.zoom`."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from typing import TYPE_CHECKING

from tests.fakes.zoom.server import FakeZoom

if TYPE_CHECKING:
    from collections.abc import Sequence

CLIENT_ID = "demo-public-client"


def furnish(zoom: FakeZoom) -> None:
    """Give the demo its user and its app, whose id never changes."""
    zoom.add_user("anna@example.com", first_name="Anna", last_name="Weber", webinars=True)
    zoom.add_public_app(client_id=CLIENT_ID)


def words_of(zoom: FakeZoom) -> str:
    """Return what to set so that the app finds this Zoom."""
    return "\n".join(
        (
            f"Zoom is at {zoom.address}",
            f"CPD_ZOOM_AUTH_URL={zoom.address}",
            f"CPD_ZOOM_API_URL={zoom.address}",
            f"CPD_ZOOM_CLIENT_ID={CLIENT_ID}",
        )
    )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fakes.zoom", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="where to listen (else any port)")
    port = parser.parse_args(arguments).port
    stop = threading.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda _sign, _frame: stop.set())
    with FakeZoom(port=port) as zoom:
        furnish(zoom)
        sys.stdout.write(words_of(zoom) + "\n")
        sys.stdout.flush()
        stop.wait()


if __name__ == "__main__":
    main()
