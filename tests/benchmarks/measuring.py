"""Starts what is measured and its floor in turn, so that a busy moment meets both."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.watching import STARTED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
PYTHON = sys.executable
CPD = Path(PYTHON).with_name("cpd")
LONGEST = 120

# A command is over so soon that the noise of starting it needs more runs to even out.
COMMANDS_PER_ROUND = 3

_LEFT_OUT = ("PYTHONDONTWRITEBYTECODE", "CPD_DATA")

Runs = dict[str, list[float]]


def windows(home: Path, rounds: int) -> Runs:
    """Start the bare and the real window by turns; the first of each is a warm-up.

    The real one runs once for its times, once for its stalls and once for its memory, since
    each way of looking would disturb the others.
    """
    found: Runs = defaultdict(list)
    for number in range(rounds + 1):
        figures = {"bare": told("bare_window.py")[0]}
        for mode in ("times", "stalls", "memory"):
            figures[mode] = told("real_window.py", mode, home=home)[0]
        for kind, each in figures.items() if number else ():
            for name, value in each.items():
                found[f"{kind}: {name}"].append(value)
    return found


def commands(rounds: int) -> Runs:
    """Run ``cpd --version`` and Python doing nothing by turns."""
    found: Runs = defaultdict(list)
    for number in range(COMMANDS_PER_ROUND * rounds + 1):
        for name, command in (
            ("nothing", [PYTHON, "-c", "pass"]),
            ("version", [str(CPD), "--version"]),
        ):
            began = time.monotonic()
            subprocess.run(command, check=True, env=variables(), stdout=subprocess.DEVNULL)
            if number:
                found[name].append((time.monotonic() - began) * 1000)
    return found


def tables(folder: Path, rounds: int) -> Runs:
    """Show, sort, search and scroll the page of people, and run the bare statements."""
    return _gathered(told("real_table.py", str(folder), str(rounds)))


def outboxes(rounds: int) -> Runs:
    """Open the outbox with 100,000 messages, and run the bare statement."""
    return _gathered(told("outbox_page.py", str(rounds)))


def saves(folder: Path, rounds: int) -> Runs:
    """Save events, and insert bare rows."""
    return _gathered(told("saving.py", str(folder), str(COMMANDS_PER_ROUND * rounds)))


def searches(folder: Path, rounds: int) -> Runs:
    """Search everything, a few letters at a time."""
    return _gathered(told("searching.py", str(folder), str(rounds)))


def imports(rounds: int) -> Runs:
    """Bring lists in, read the same into a bare table, and see what memory longer lists need."""
    found = _gathered(told("importing.py", "times", "csv", "100000", str(rounds)))
    for kind, counts in (("csv", (10_000, 100_000)), ("xlsx", (5_000, 50_000))):
        for count in counts:
            found |= _gathered(told("importing.py", "memory", kind, str(count)))
    return found


def pulls(rounds: int) -> Runs:
    """Pull a report of Zoom, and read its pages in a bare loop."""
    return _gathered(told("pulling.py", str(rounds)))


def attendance(rounds: int) -> Runs:
    """Bring in a report and find out what everybody earns, and read the same file bare."""
    return _gathered(told("attending.py", str(rounds)))


def certificates(rounds: int) -> Runs:
    """Write full certificates, naive ones and bare bytes, and see what memory many need."""
    runs = _gathered(told("certificates.py", "times", str(rounds)))
    return {**runs, **_gathered(told("certificates.py", "memory"))}


def trust(rounds: int) -> Runs:
    """Sign and verify certificates, and sign bare."""
    return _gathered([told("trust.py")[0] for _ in range(rounds)])


def issuing(rounds: int) -> Runs:
    """Issue 1,000 certificates through the service, and only make as many."""
    return _gathered(told("issuing.py", str(rounds)))


def mails(rounds: int) -> Runs:
    """Make and send mails with certificates, and send the same bytes in a bare loop."""
    return _gathered(told("mailing.py", str(rounds), "300"))


def ledger(rounds: int) -> Runs:
    """Sum a ledger of 200,000 entries up, and run the bare statement."""
    return _gathered(told("ledger.py", str(rounds)))


def decisions(rounds: int) -> Runs:
    """Settle doubts on the Attendance stage."""
    return _gathered(told("deciding.py", str(rounds)))


def previews(rounds: int) -> Runs:
    """Draw a template for the first time, and again after each edit."""
    return _gathered(told("previewing.py", str(rounds)))


def variables() -> dict[str, str]:
    """Return the environment that all of them run in: this source, compiled once and kept."""
    kept = {name: each for name, each in os.environ.items() if name not in _LEFT_OUT}
    return kept | {"PYTHONPATH": str(ROOT)}


def told(script: str, *arguments: str, home: Path | None = None) -> list[Mapping[str, float]]:
    """Run one of the programs beside this one and return what it told.

    ``home`` is where it looks for the person's data, as it does when nobody names a folder.
    """
    at_home = {} if home is None else {"XDG_DATA_HOME": str(home)}
    done = subprocess.run(
        [PYTHON, str(HERE / script), *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        env=variables() | at_home | {STARTED: str(time.monotonic())},
    )
    if done.returncode != 0 or not done.stdout:
        msg = f"{script} did not tell anything.\n{done.stdout}{done.stderr}"
        raise RuntimeError(msg)
    return [json.loads(line) for line in done.stdout.splitlines()]


def _gathered(told: Sequence[Mapping[str, float]]) -> Runs:
    return {name: [each[name] for each in told] for name in told[0]}
