"""Pulls a report of 10,000 rows from a Zoom on loopback, next to a bare loop over its pages."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import requests

from cpd_desktop.adapters.clock import SystemClock
from cpd_desktop.adapters.network_log import NetworkLogFile
from cpd_desktop.adapters.zoom.calls import ZoomCalls
from cpd_desktop.adapters.zoom.client import Client
from cpd_desktop.adapters.zoom.day_counts import DayCounts
from cpd_desktop.adapters.zoom.limits import Label, Pace
from cpd_desktop.adapters.zoom.uuids import in_address
from cpd_desktop.domain.meeting_outcome import Instance
from cpd_desktop.domain.meetings import Kind
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.work import Work
from tests.fakes.zoom import faults
from tests.fakes.zoom.holding import Person
from tests.fakes.zoom.server import FakeZoom
from tests.fakes.zoom_caller import Caller

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = 10_000
PAGES = 34
PAGE_TAKES = 0.03  # seconds; no Zoom at the other end of the internet is as quick
UNLIMITED = dict.fromkeys(Label, 1e6)  # here is no Zoom that would have to be spared


class _Access:
    user = "me"

    def __init__(self, api: str, token: str) -> None:
        self.api = api
        self._token = Secret(token)

    def token(self) -> Secret:
        return self._token

    def refused(self, token: Secret) -> Secret:
        return token


def main() -> int:
    """Tell each figure once per round; the first round is a warm-up."""
    if sys.argv[1] == "serve":
        return _serve()
    command = [sys.executable, __file__, "serve"]
    with (
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server,
        tempfile.TemporaryDirectory(prefix="cpd-pull-") as made,
    ):
        assert server.stdout
        assert server.stdin
        told = json.loads(server.stdout.readline())
        _measure(Path(made), told, int(sys.argv[1]))
        server.stdin.close()
    return 0


def _serve() -> int:
    """Hold a meeting of 10,000 connections, in a process of its own, until told to end."""
    with FakeZoom() as zoom:
        zoom.add_user()
        zoom.faults.next("/v2/past_meetings", faults.delay(PAGE_TAKES), times=sys.maxsize)
        with Caller(zoom) as caller:
            number = caller.meeting()["id"]
            people = [Person(f"Participant {each}") for each in range(ROWS - 1)]
            held = zoom.hold_meeting(
                number, people, at=SystemClock().now() - timedelta(hours=3), minutes=60
            )
            token = caller.session.headers["Authorization"]
            told = {"api": zoom.api_url, "uuid": held.uuid, "token": str(token).split()[1]}
            print(json.dumps(told), flush=True)  # noqa: T201 - read by the other process
            sys.stdin.read()
    return 0


def _measure(folder: Path, told: dict[str, str], rounds: int) -> None:
    clock = SystemClock()
    client = Client(
        _Access(told["api"], told["token"]),
        pace=Pace(UNLIMITED, time.monotonic),
        counts=DayCounts(folder / "zoom-today.txt", clock.now),
        log=NetworkLogFile(folder),
        clock=clock,
    )
    calls = ZoomCalls(client, Work().pause)
    instance = Instance(Kind.MEETING, told["uuid"])
    with requests.Session() as session:
        for number in range(rounds + 1):
            took = {
                "pulled floor": _timed(lambda: _bare(session, told)),
                "pulled": _timed(lambda: _pull(calls, instance)),
            }
            if number:
                print(json.dumps(took), flush=True)  # noqa: T201 - this is how
    client.close()


def _timed(pull: Callable[[], int]) -> float:
    began = time.monotonic()
    rows = pull()
    took = (time.monotonic() - began) * 1000
    if rows != ROWS:
        msg = f"{rows} rows were read"
        raise RuntimeError(msg)
    return took


def _bare(session: requests.Session, told: dict[str, str]) -> int:
    """Read every page into lists and objects of Python, and nothing more."""
    address = f"{told['api']}/past_meetings/{in_address(told['uuid'])}/participants"
    headers = {"Authorization": f"Bearer {told['token']}"}
    query: dict[str, Any] = {"page_size": 300}
    rows: list[Any] = []
    while True:
        answer = session.get(address, params=query, headers=headers, timeout=60).json()
        rows += answer["participants"]
        if not answer["next_page_token"]:
            return len(rows)
        query["next_page_token"] = answer["next_page_token"]


def _pull(calls: ZoomCalls, instance: Instance) -> int:
    pages = list(calls.participants(instance))
    if len(pages) != PAGES:
        msg = f"{len(pages)} pages were read"
        raise RuntimeError(msg)
    return sum(len(page.presences) for page in pages)


if __name__ == "__main__":
    sys.exit(main())
