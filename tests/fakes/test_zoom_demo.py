"""The Zoom for trying out starts by itself and holds meetings at the press of a button."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import requests

from tests.fakes.zoom import __main__ as demo
from tests.fakes.zoom.server import FakeZoom
from tests.fakes.zoom_caller import Caller

if TYPE_CHECKING:
    from tests.clock import FixedClock


def test_a_meeting_is_held_by_those_who_registered(clock: FixedClock) -> None:
    with FakeZoom(clock.now) as zoom:
        demo.furnish(zoom)
        with Caller(zoom) as caller:
            made = caller.meeting(topic="Care <b>", settings={"approval_type": 0})
            place = f"/meetings/{made['id']}/registrants"
            for name in ("Maria", "Tom", "Eve"):
                caller.call("POST", place, {"email": f"{name}@example.com", "first_name": name})
            assert "Care &lt;b&gt;" in requests.get(zoom.address, timeout=5).text
            requests.post(f"{zoom.address}/hold", {"id": made["id"]}, timeout=5)
            clock.move(minutes=1)
            rows = caller.call("GET", f"/past_meetings/{made['id']}/participants")["participants"]
    assert {row["name"] for row in rows} == {"Anna Weber", "Maria", "Tom", "Eve", "iPhone"}
    assert all(row["duration"] for row in rows)


def test_a_start_link_starts_and_the_button_ends(clock: FixedClock) -> None:
    with FakeZoom(clock.now) as zoom:
        demo.furnish(zoom)
        with Caller(zoom) as caller:
            made = caller.meeting()
            assert "has not begun" in requests.get(made["join_url"], timeout=5).text
            assert "is running" in requests.get(made["start_url"], timeout=5).text
            assert caller.call("GET", f"/meetings/{made['id']}")["status"] == "started"
            clock.move(minutes=10)
            requests.post(f"{zoom.address}/hold", {"id": made["id"]}, timeout=5)
            assert caller.call("GET", f"/meetings/{made['id']}")["status"] == "waiting"
            assert requests.get(f"{zoom.address}/s/1", timeout=5).status_code == 404


def test_it_runs_by_itself_and_says_where_it_is() -> None:
    # Without site packages: it needs nothing that is not Python's own.
    with subprocess.Popen(
        [sys.executable, "-S", "-m", "tests.fakes.zoom"],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        told = [running.stdout.readline().strip() for _ in range(4)]
        address = told[0].removeprefix("Zoom is at ")
        try:
            assert "There is no meeting yet" in requests.get(address, timeout=5).text
        finally:
            running.send_signal(signal.SIGTERM)
    assert told[1:] == [
        f"CPD_ZOOM_AUTH_URL={address}",
        f"CPD_ZOOM_API_URL={address}",
        f"CPD_ZOOM_CLIENT_ID={demo.CLIENT_ID}",
    ]
    assert running.returncode == 0
