"""Walks the main job through the command, on sample data, and tells what it made."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Walker:
    """Asks one command after the other about one data folder, and ends at the first that fails."""

    cpd: str
    data: Path
    variables: dict[str, str]

    def ask(self, *command: str) -> Any:
        """Return what the command answers; end if it could not do it."""
        asked = subprocess.run(
            [self.cpd, "--data", str(self.data), "--json", *command],
            check=False,
            env=self.variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        named = "cpd " + " ".join(command)
        if asked.returncode != 0:
            sys.exit(f"{named}: ended with {asked.returncode} instead of 0.\n{asked.stdout}")
        try:
            return json.loads(asked.stdout)
        except ValueError:
            sys.exit(f"{named}: did not answer in JSON but with:\n{asked.stdout}")


def main(cpd: str, variables: dict[str, str]) -> int:
    """Walk from an empty folder to a verified backup; return the exit code."""
    print("The main job, through cpd, in a folder that is thrown away afterwards.", flush=True)
    with tempfile.TemporaryDirectory(prefix="cpd-walk-") as made:
        walker = Walker(cpd, Path(made) / "data", variables)
        _fill(walker)
        event = _plan(walker)
        _register(walker, event)
        _keep_safe(walker, Path(made) / "backup")
    print("All of it worked.", flush=True)
    return 0


def _fill(walker: Walker) -> None:
    """Fill the folder with sample data and list the events in it."""
    made = walker.ask("demo")
    _tell("sample data", f"{len(made['events'])} events")
    for event in walker.ask("event", "list"):
        _tell(f"event {event['id']}", f"{event['title']} ({event['status']})")


def _plan(walker: Walker) -> str:
    """Plan an event and return its id."""
    times = ("--start", "2026-10-14T14:00", "--end", "2026-10-14T16:00", "--zone", "Europe/London")
    terms = ("--capacity", "30")
    event = walker.ask("event", "add", "--title", "Record keeping in practice", *times, *terms)
    session = event["sessions"][0]
    _tell(f"new event {event['id']}", f"{event['title']}, {session['start']} to {session['end']}")
    return str(event["id"])


def _register(walker: Walker, event: str) -> None:
    """Register two people and list who is registered."""
    for name, email in (("Ana Ruiz", "ana@example.com"), ("Li Wei", "li.wei@example.org")):
        walker.ask("registration", "add", event, "--name", name, "--email", email)
    for person in walker.ask("registration", "list", event):
        _tell(f"registered {person['reference']}", f"{person['name']}, {person['email']}")


def _keep_safe(walker: Walker, file: Path) -> None:
    """Back everything up and prove the backup, the audit trail and the application itself."""
    walker.ask("backup", "create", "--out", str(file))
    walker.ask("backup", "verify", str(file))
    _tell("backup", "written and verified")
    walker.ask("audit", "verify")
    _tell("audit trail", "unbroken")
    walker.ask("self-test")
    _tell("self-test", "passed")


def _tell(what: str, says: str) -> None:
    """Print one line of the account."""
    print(f"  {what:<24} {says}", flush=True)
