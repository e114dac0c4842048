"""Walks the main job through the command, on sample data, and tells what it made."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import zoom_to_try
from walk_zoom import over_zoom, with_vault


@dataclass(frozen=True, slots=True)
class Walker:
    """Asks one command after the other about one data folder, and ends at the first that fails."""

    cpd: str
    python: str
    data: Path
    variables: dict[str, str]

    def ask(self, *command: str, codes: tuple[int, ...] = (0,)) -> Any:
        """Return what the command answers; end if it could not do it, and ended otherwise."""
        asked = subprocess.run(
            [self.cpd, "--data", str(self.data), "--json", *command],
            check=False,
            env=self.variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        named = "cpd " + " ".join(command)
        if asked.returncode not in codes:
            sys.exit(f"{named}: ended with {asked.returncode} instead of 0.\n{asked.stdout}")
        try:
            return json.loads(asked.stdout)
        except ValueError:
            sys.exit(f"{named}: did not answer in JSON but with:\n{asked.stdout}")


def main(cpd: str, python: str, variables: dict[str, str]) -> int:
    """Walk from an empty folder to a verified backup; return the exit code."""
    print("The main job, through cpd, in a folder that is thrown away afterwards.", flush=True)
    with tempfile.TemporaryDirectory(prefix="cpd-walk-") as made:
        alone = with_vault(variables, Path(made))
        walker = Walker(cpd, python, Path(made) / "data", alone)
        attended, over = _fill(walker)
        event = _plan(walker)
        _register(walker, event, Path(made))
        _print(walker, event, Path(made))
        _certify(walker, over, Path(made))
        if zoom_to_try.is_here():
            over_zoom(walker, Path(made), _tell)
        _prove(walker, attended, Path(made) / "binder.zip")
        _keep_safe(walker, Path(made) / "backup")
    print("All of it worked.", flush=True)
    return 0


def _fill(walker: Walker) -> tuple[str, str]:
    """Fill the folder with sample data; return an event with a report, and one to certify."""
    made = walker.ask("demo")
    _tell("sample data", f"{len(made['events'])} events")
    for event in walker.ask("event", "list"):
        _tell(f"event {event['id']}", f"{event['title']} ({event['status']})")
    attended = str(made["report"]["event"])
    _find_out(walker, attended, made["report"]["file"])
    return attended, str(made["over"])


def _find_out(walker: Walker, event: str, report: str) -> None:
    """Find out who attended the sample event of which there is a report, and decide a doubt."""
    told = walker.ask("attendance", "import", event, report)
    names = ("matched", "to_review", "guests", "hosts", "ignored")
    if told["read"] != sum(told[name] for name in names):
        sys.exit(f"The rows of the report do not add up: {told}")
    _tell("report", ", ".join(f"{told[name]} {name}" for name in ("read", *names)))
    before = walker.ask("attendance", "show", event)
    doubt = before["review"][0]
    place = str(doubt["candidates"][0]["registration"])
    walker.ask("attendance", "decide", event, doubt["participant"], "--is", place)
    walker.ask("attendance", "import", event, report)
    found = walker.ask("attendance", "show", event)
    _tell("decided", f"{doubt['names'][0]}, {len(found['review'])} more to review")
    for result in ("attended", "partial", "absent", "review"):
        count = sum(each["result"] == result for each in found["people"])
        _tell(result, f"{count} people")


def _plan(walker: Walker) -> str:
    """Plan an event and return its id."""
    times = ("--start", "2026-10-14T14:00", "--end", "2026-10-14T16:00", "--zone", "Europe/London")
    terms = ("--capacity", "5", "--credit", "2 CPD hours", "--minimum", "80%")
    event = walker.ask("event", "add", "--title", "Record keeping in practice", *times, *terms)
    key = str(event["id"])
    second = ("--start", "2026-10-15T14:00", "--end", "2026-10-15T16:00", "--break", "15:00-15:15")
    walker.ask("session", "add", key, "--title", "Day 2", *second)
    walker.ask("event", "publish", key)
    event = walker.ask("event", "show", key)
    _tell(f"new event {key}", f"{event['title']} ({event['status']}, {event['credit'][0]})")
    for session in event["sessions"]:
        _tell(f"session {session['id']}", f"{session['start']} to {session['end']}")
    copy = walker.ask("event", "duplicate", key, "--start", "2027-03-22T14:00")
    _tell(f"its copy {copy['id']}", f"{copy['sessions'][0]['start']} ({copy['status']})")
    return key


def _register(walker: Walker, event: str, folder: Path) -> None:
    """Register a person by hand and others from a list, and tell who has a place."""
    walker.ask("registration", "add", event, "--name", "Ana Ruiz", "--email", "ana@example.com")
    rows = [f"Person {n};Example;person{n}@example.org;Ward {n}" for n in range(1, 7)]
    people = folder / "people.csv"
    people.write_text("\n".join(["Vorname;Nachname;E-Mail;Organisation", *rows]), encoding="utf-8")
    told = walker.ask("registration", "import", event, str(people))
    counts = ", ".join(f"{told[name]} {name}" for name in ("read", "added", "waitlisted"))
    _tell("list imported", counts)
    again = walker.ask("registration", "import", event, str(people))
    _tell("the same list again", f"{again['unchanged']} unchanged")
    for person in walker.ask("registration", "list", event):
        _tell(person["reference"], f"{person['name']} ({person['status']})")


def _print(walker: Walker, event: str, folder: Path) -> None:
    """Write the papers of the registration desk, the calendar file and the roster."""
    for command, name in (
        (("paper", "sign-in", event), "sign-in.pdf"),
        (("paper", "badges", event), "badges.pdf"),
        (("calendar", "export", event), "event.ics"),
    ):
        file = folder / name
        walker.ask(*command, "--out", str(file))
        _tell(name, f"{file.stat().st_size:,} bytes")


def _certify(walker: Walker, event: str, folder: Path) -> None:
    """Issue certificates; verify one as it is, with one bit changed, and revoked; export all."""
    told = walker.ask("certificate", "issue", event)
    made = told["issued"]
    _tell("certificates", f"{len(made)} issued, {len(told['not_eligible'])} refused")
    file, altered = Path(made[0]["file"]), folder / "altered.pdf"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    altered.write_bytes(content)
    _verify(walker, "as it was issued", file, "valid")
    _verify(walker, "with one bit changed", altered, "altered")
    walker.ask("certificate", "revoke", made[0]["number"], "--why", "Only to try it")
    _verify(walker, "once it is revoked", file, "revoked")
    packed = folder / "certificates.zip"
    exported = walker.ask("certificate", "export", event, "--out", str(packed))
    _tell(packed.name, f"{len(exported)} files, {packed.stat().st_size:,} bytes")


def _verify(walker: Walker, what: str, file: Path, verdict: str) -> None:
    """Verify a file, and end if it is not what it should be."""
    said = walker.ask("certificate", "verify", str(file), codes=(0, 1))
    if said["verdict"] != verdict:
        sys.exit(f"{file.name} is {said['verdict']} instead of {verdict}: {said['checks']}")
    _tell(what, verdict)


def _prove(walker: Walker, event: str, file: Path) -> None:
    """Bind what proves an event for an auditor, and check it as the auditor would."""
    walker.ask("audit", "export", event, "--out", str(file))
    checked = walker.ask("audit", "verify", str(file))
    _tell("audit binder", f"{checked['files']} files, every byte fits the manifest")


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
