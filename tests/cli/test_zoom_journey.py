"""From `cpd zoom connect` to who came, as a script does it; and no token in any file."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.test_zoom_command import Cpd, secrets_of
from tests.fakes.zoom.holding import Person
from tests.fakes.zoom.server import FakeZoom
from tests.zoom_here import CLIENT_ID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The command itself, so many hours later than it is.
LATER = """
import os, sys
from datetime import timedelta
from cpd_desktop.adapters.clock import SystemClock
from cpd_desktop.cli.command import main
real, by = SystemClock.now, timedelta(hours=float(os.environ["HOURS_LATER"]))
SystemClock.now = lambda self: real(self) + by
sys.exit(main())
"""
PROGRAM = [sys.executable, "-c", LATER]
WEBHOOK = "a-secret-token-of-the-app"
HOUR = timedelta(hours=1)


class Hours:
    """A clock that goes on as it does, so many hours later."""

    def __init__(self) -> None:
        self.later = 0.0

    def __call__(self) -> datetime:
        return datetime.now(UTC) + timedelta(hours=self.later)


class TimedCpd(Cpd):
    """Runs the command at the time it is at Zoom."""

    def wait(self, hours: float, clock: Hours) -> None:
        clock.later += hours
        self.environment["HOURS_LATER"] = str(clock.later)


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def zoom(hours: Hours) -> Iterator[FakeZoom]:
    with FakeZoom(hours) as running:
        running.add_user("anna@example.com", first_name="Anna", last_name="Weber")
        running.add_public_app(client_id=CLIENT_ID)
        yield running


@pytest.fixture
def cpd(zoom: FakeZoom, tmp_path: Path, hours: Hours, monkeypatch: pytest.MonkeyPatch) -> TimedCpd:
    monkeypatch.setattr("tests.cli.test_zoom_command.PROGRAM", PROGRAM)
    made = TimedCpd(zoom, tmp_path)
    made.wait(0, hours)
    return made


def an_event(cpd: Cpd) -> tuple[str, str]:
    """Publish an event in two hours, with two people; return the ids of event and session."""
    starts = datetime.now(UTC) + 2 * HOUR
    times = [f"{each:%Y-%m-%dT%H:%M}" for each in (starts, starts + HOUR)]
    made = cpd(
        *("event", "add", "--title", "Wound care", "--zone", "UTC"),
        *("--start", times[0], "--end", times[1]),
    )
    event = str(made["id"])
    cpd("event", "publish", event)
    for name, email in (("Ana Ruiz", "ana@example.org"), ("Tom Becker", "tom@example.org")):
        cpd("registration", "add", event, "--name", name, "--email", email)
    return event, str(made["sessions"][0]["id"])


def hold(zoom: FakeZoom, number: int) -> None:
    """Hold the meeting as planned; one who registered comes, and a stranger."""
    registrants = zoom.site.book.meetings[number].registrants.values()
    ana = next(each.id for each in registrants if each.email == "ana@example.org")
    people = (Person("Ana Ruiz", registrant=ana, waited=1), Person("iPhone"))
    zoom.hold_meeting(number, people)


@contextmanager
def receiving(cpd: Cpd) -> Iterator[tuple[str, list[Any]]]:
    """Run `cpd zoom receive` and press Ctrl-C in the end; yield its address, then what it said."""
    told: list[Any] = []
    with subprocess.Popen(
        [*PROGRAM, "--json", "zoom", "receive", "--port", "0", "--secret"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, env=cpd.environment,
    ) as running:  # fmt: skip
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdin.write(f"{WEBHOOK}\n")
        running.stdin.close()
        first = running.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", first)
        assert found, first + running.stderr.read()
        yield found[0], told
        running.send_signal(signal.SIGINT)
        cpd.said += [first, running.stdout.read(), running.stderr.read()]
    assert running.returncode == 0, cpd.said[-1]
    told.append(json.loads(cpd.said[-2]))


@pytest.mark.slow
def test_from_signing_in_to_who_came_and_no_token_is_left_in_any_file(
    cpd: TimedCpd, zoom: FakeZoom, hours: Hours
) -> None:
    assert cpd.connect()[0] == 0
    event, session = an_event(cpd)
    meeting = cpd("zoom", "meeting", "create", session)
    number = meeting["number"]
    assert (meeting["state"], meeting["seats"]) == ("there", 2)
    cpd.wait(1.5, hours)  # long enough for a new token, which sending needs meanwhile
    cpd("registration", "add", event, "--name", "Li Wei", "--email", "li@example.org")
    assert cpd("zoom", "registrants", "push", event)["registered"] == 1
    assert cpd("zoom", "registrants", "pull", event)["known"] == 3
    with receiving(cpd) as (address, told):
        hook = zoom.hook(f"{address}/", WEBHOOK)
        assert hook.validate()
        assert hook.tell("meeting.started", number).arrived
    assert told[0]["heard"] == 1
    hold(zoom, number)
    cpd.wait(1.6, hours)
    (row,) = cpd("zoom", "attendance", "pull", event, code=4)["sessions"]
    assert (row["rows"], row["waiting"], row["settled"]) == (4, 1, False)
    (row,) = cpd("zoom", "attendance", "pull", event)["sessions"]
    assert row["settled"]
    calls = cpd("network", "--limit", "500")
    called = {(each["method"], re.sub(r"\d{9,}", "N", each["address"])) for each in calls}
    assert ("POST", f"{zoom.address}/v2/users/me/meetings") in called
    assert ("POST", f"{zoom.address}/v2/meetings/N/registrants") in called
    assert all(each["status"] for each in calls)
    assert len(calls) == sum(
        each.path.startswith("/v2/") or each.path == "/oauth/token" for each in zoom.asked
    )
    assert_no_secrets(cpd, zoom)


def assert_no_secrets(cpd: Cpd, zoom: FakeZoom) -> None:
    """Look into every file, and into all that was printed."""
    found = {path: path.read_bytes() for path in cpd.data.rglob("*") if path.is_file()}
    assert {"cpd.db", "vault", "network.jsonl"} <= {each.name for each in found}
    everything = b"\n".join([*found.values(), "".join(cpd.said).encode()])
    secrets = {*secrets_of(zoom), WEBHOOK}
    assert len(secrets) >= 4
    for secret in secrets:
        assert secret.encode() not in everything
        assert secret.encode("utf-16-le") not in everything
