"""The part of the walk that leads over Zoom: from signing in to who came."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

from zoom_to_try import zoom_to_try

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from walk import Walker

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")  # with one, a browser of the person would open


def over_zoom(walker: Walker, folder: Path, tell: Callable[[str, str], None]) -> None:
    """Connect, make a meeting, register people, hold it, and fetch who came."""
    with _at_zoom(walker, folder) as (there, address):
        _connect(there)
        account = there.ask("zoom", "status")
        tell("connected to Zoom", f"{account['name']} <{account['email']}>")
        event, session = _plan(there)
        meeting = there.ask("zoom", "meeting", "create", session)
        tell("meeting at Zoom", f"{meeting['number']} ({meeting['state']})")
        there.ask("registration", "add", event, "--name", "Tom Becker", "--email", "t@example.org")
        pushed = there.ask("zoom", "registrants", "push", event)
        tell("registered at Zoom", f"{meeting['seats'] + pushed['registered']} people")
        _visit(f"{address}/hold", {"id": str(meeting["number"])})
        tell("held at Zoom", "with those who registered")
        # In part: Zoom takes a while to finish a report, and the session is still to come.
        told = there.ask("zoom", "attendance", "pull", event, codes=(0, 4))
        for row in told["sessions"]:
            tell("who came", f"{row['rows']} rows, {row['waiting']} waiting. {row['says']}")
        tell("calls over the network", str(len(there.ask("network", "--limit", "1000"))))
        there.ask("zoom", "disconnect")


def with_vault(variables: dict[str, str], folder: Path) -> dict[str, str]:
    """Have secrets kept in a vault: the keychain of whoever walks is left alone."""
    passphrase = folder / "passphrase"
    passphrase.touch(mode=0o600)
    passphrase.write_text("only for this walk", encoding="utf-8")
    return variables | {"CPD_VAULT_PASSPHRASE_FILE": str(passphrase)}


@contextmanager
def _at_zoom(walker: Walker, folder: Path) -> Iterator[tuple[Walker, str]]:
    """Start a Zoom and yield a walker who finds it."""
    with zoom_to_try(walker.python, walker.variables) as zoom:
        variables = with_vault(zoom.variables, folder) | {"BROWSER": ""}
        seen = {name: value for name, value in variables.items() if name not in _SCREENS}
        # A folder of its own, so that the main walk does without Zoom.
        yield replace(walker, data=folder / "data-zoom", variables=seen), zoom.address


def _plan(walker: Walker) -> tuple[str, str]:
    """Publish an event of today with one person; return the ids of event and session."""
    starts = datetime.now(UTC) + timedelta(hours=1)
    times = [f"{each:%Y-%m-%dT%H:%M}" for each in (starts, starts + timedelta(hours=1))]
    terms = ("--start", times[0], "--end", times[1], "--zone", "UTC")
    event = walker.ask("event", "add", "--title", "Wound care over Zoom", *terms)
    key = str(event["id"])
    walker.ask("event", "publish", key)
    walker.ask("registration", "add", key, "--name", "Ana Ruiz", "--email", "ana@example.org")
    return key, str(event["sessions"][0]["id"])


def _connect(walker: Walker) -> None:
    """Sign in; a stand-in for the browser and the person at it allows the app."""
    with subprocess.Popen(
        [walker.cpd, "--data", str(walker.data), "zoom", "connect"],
        env=walker.variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as connecting:
        assert connecting.stderr is not None  # noqa: S101 - asked for above
        told = [connecting.stderr.readline(), connecting.stderr.readline().strip()]
        if told[1].startswith("http://127.0.0.1:"):
            _allow(told[1])
        told.append(connecting.stderr.read())
    if connecting.returncode != 0:
        sys.exit(f"cpd zoom connect: ended with {connecting.returncode}.\n{' '.join(told)}")


def _allow(address: str) -> None:
    """Press the button on the page, and follow where it leads."""
    page = _visit(address)
    inputs = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', page)
    form = {unescape(name): unescape(value) for name, value in inputs}
    place = urlsplit(address)
    _visit(f"{place.scheme}://{place.netloc}/oauth/consent", form | {"choice": "allow"})


def _visit(address: str, form: dict[str, str] | None = None) -> str:
    """Return a page of this computer; with a form, what comes after it was sent."""
    sent = None if form is None else urlencode(form).encode()
    with urlopen(address, sent, timeout=10) as page:  # noqa: S310 - on loopback, as looked at
        return str(page.read().decode())
