"""Brings in a report of who came and finds out what everybody earns, next to a bare csv read."""

from __future__ import annotations

import csv
import gc
import json
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.domain.credit import read_credit
from cpd_desktop.domain.events import EventDraft
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.registrations import Newcomer
from cpd_desktop.domain.sessions import SessionDraft
from cpd_desktop.services.work import Work
from cpd_desktop.store.folder import DataFolder
from tests.benchmarks.matching import OPEN, STARTS, forget, mistyped, names

if TYPE_CHECKING:
    from cpd_desktop.services.services import Services

HEADERS = ("Name (original name)", "Email", "Join time", "Leave time", "Duration (minutes)",
           "Guest", "In waiting room")  # fmt: skip
PEOPLE, ROWS = 500, 2_000
TIMES = 20  # so much larger is the largest event


def main() -> int:
    """Tell the milliseconds of the import with its results, of a look at them, and of the floor.

    The same way with so many times the people and rows is told by turns with it.
    """
    gc.set_threshold(500_000, 20, 100)  # as the command does
    with tempfile.TemporaryDirectory(prefix="cpd-attend-") as made:
        folder = DataFolder(Path(made) / "store")
        with opened(folder, face="benchmark", keychains=Keychains(folder.vault)) as core:
            measured(core, Path(made), PEOPLE, ROWS)  # the first one loads what is needed
            for _ in range(int(sys.argv[1])):
                told = measured(core, Path(made), PEOPLE, ROWS)
                large = measured(core, Path(made), TIMES * PEOPLE, TIMES * ROWS)
                told["worked large"] = large["worked"]
                print(json.dumps(told), flush=True)  # noqa: T201 - this is how
    return 0


def measured(core: Services, made: Path, people: int, rows: int) -> dict[str, float]:
    """Return the milliseconds for an event, nothing of any name remembered from before."""
    event = an_event(core, people)
    path = made / f"{event}.csv"
    write_report(path, people, rows)
    forget()
    began = time.perf_counter()
    with path.open(encoding="utf-8", newline="") as file:
        count = len(list(csv.reader(file)))
    read = time.perf_counter()
    busy = time.process_time()
    core.report_import.bring_in(event, path, Work())
    found = core.attendance.of(event)
    worked, credited = time.process_time() - busy, time.perf_counter()
    core.attendance.of(event)
    again = time.perf_counter()
    if found.reconciliation.read != count - 1:
        msg = f"{count - 1} rows were written, {found.reconciliation.read} read"
        raise RuntimeError(msg)
    took = {"credited floor": read - began, "credited": credited - read, "looked": again - credited}
    took["worked"] = worked
    return {name: 1000 * seconds for name, seconds in took.items()}


def an_event(core: Services, people: int) -> int:
    """Make an event with so many registrations."""
    session = SessionDraft("", STARTS, STARTS + timedelta(hours=2))
    lines = (read_credit("2 CPD hours"),)
    draft = EventDraft("Wound care", "Europe/London", (session,), credits=lines)
    event = core.events.add(draft).value.id
    everybody = names(people, Random(people))  # noqa: S311 - the same every time
    core.registrations.add_all(
        event,
        (
            Newcomer(person=PersonDraft(name, f"p{number}@x.example"))
            for number, name in enumerate(everybody)
        ),
    )
    return event


def write_report(path: Path, people: int, rows: int) -> None:
    """Write who came: with an address, with the name alone, and one of ten mistyped."""
    random = Random(rows)  # noqa: S311 - the same every time
    everybody = names(people, Random(people))  # noqa: S311 - the same every time
    with path.open("w", encoding="utf-8", newline="") as file:
        report = csv.writer(file)
        report.writerow(HEADERS)
        for row in range(rows):
            number = row % people
            name, way = everybody[number], number % OPEN
            came = STARTS + timedelta(hours=1, seconds=random.randint(0, 2400))  # London's clock
            left = came + timedelta(seconds=random.randint(60, 4000))
            email = f"p{number}@x.example" if 0 < way < OPEN // 2 else ""
            shown = name if way else mistyped(name)
            minutes = round((left - came).total_seconds() / 60)
            at = (f"{each:%Y-%m-%d %H:%M:%S}" for each in (came, left))
            report.writerow((shown, email, *at, minutes, "Yes", "No"))


if __name__ == "__main__":
    sys.exit(main())
