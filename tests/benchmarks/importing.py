"""Brings in a list as ticket shops export them, next to reading it into a bare table."""

from __future__ import annotations

import csv
import gc
import json
import random
import sqlite3
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.domain.events import EventDraft
from cpd_desktop.domain.sessions import SessionDraft
from cpd_desktop.services.sample import FAMILY, GIVEN
from cpd_desktop.services.work import Work
from cpd_desktop.store.folder import DataFolder
from tests.benchmarks.resident import peak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.services.services import Services

HEADERS = (
    "Order number", "Order date", "First name", "Last name", "E-mail", "Ticket type",
    "Organisation", "Job title", "Phone", "Order status", "Payment status", "Notes",
)  # fmt: skip


def main() -> int:
    """Tell how long it takes, or how much memory one import needs at most."""
    gc.set_threshold(500_000, 20, 100)  # as the command does; in the window it waits altogether
    what, kind, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with tempfile.TemporaryDirectory(prefix="cpd-import-") as made:
        path = Path(made) / f"list.{kind}"
        _write(path, count)
        if what == "times":
            for number in range(int(sys.argv[4])):
                _measure_times(Path(made), path, number)
        else:
            with _store(Path(made) / "store") as core:
                _bring_in(core, path)
            _tell({f"{kind} {count}": peak()})
    return 0


def _tell(found: dict[str, float]) -> None:
    """Hand the figures over; what the windows share would load Qt, and hide what memory we need."""
    print(json.dumps(found), flush=True)  # noqa: T201 - this is how


def _measure_times(made: Path, path: Path, number: int) -> None:
    began = time.monotonic()
    _read_into_bare_table(made / f"floor-{number}.db", path)
    read = time.monotonic()
    with _store(made / f"store-{number}") as core:
        ready = time.monotonic()
        entry = _bring_in(core, path)
        imported = time.monotonic()
        core.history.undo(entry)
        undone = time.monotonic()
    figures = {"imported floor": read - began, "imported": imported - ready}
    _tell({name: 1000 * took for name, took in (figures | {"undone": undone - imported}).items()})


def _bring_in(core: Services, path: Path) -> int:
    starts = core.clock.now() + timedelta(days=400)
    session = SessionDraft("", starts, starts + timedelta(hours=2))
    event = core.events.add(EventDraft("Wound care", "Europe/London", (session,))).value.id
    lists = core.registration_import
    with core.sheets.open_sheet(path) as sheet:
        done = lists.bring_in(event, sheet, lists.map_for(event, sheet), Work(), path=path)
    if done.value.refused or done.changes.entry is None:
        msg = f"{done.value.refused} rows were refused"
        raise RuntimeError(msg)
    return done.changes.entry


def _read_into_bare_table(database: Path, path: Path) -> None:
    with (
        path.open(encoding="utf-8", newline="") as file,
        closing(sqlite3.connect(database)) as bare,
    ):
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        names = ", ".join(f'"{name}" TEXT' for name in HEADERS)
        bare.execute(f"CREATE TABLE person (id INTEGER PRIMARY KEY, {names})")
        places = ", ".join("?" * len(HEADERS))
        rows = csv.reader(file)
        next(rows)
        bare.executemany(f"INSERT INTO person VALUES (NULL, {places})", rows)  # noqa: S608
        bare.commit()


@contextmanager
def _store(path: Path) -> Iterator[Services]:
    folder = DataFolder(path)
    with opened(folder, face="benchmark", keychains=Keychains(folder.vault)) as core:
        yield core


def _write(path: Path, count: int) -> None:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(chain([HEADERS], _rows(count)))
        return
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in chain([HEADERS], _rows(count)):
        sheet.append(row)
    book.save(path)


def _rows(count: int) -> Iterator[tuple[str, ...]]:
    chosen = random.Random(2026)  # noqa: S311 - sample names, the same every time
    for number in range(count):
        yield (
            f"T-{number:07}",
            f"2026-10-{1 + number % 28:02} 12:00",
            chosen.choice(GIVEN),
            chosen.choice(FAMILY),
            f"{chosen.choice('abcdefghijklm')}{number}@clinic.example",
            "Full day",
            f"Hospital {number % 300}",
            chosen.choice(("Nurse", "Doctor", "")),
            f"+44 20 7946 {number % 10000:04}",
            "confirmed",
            "paid",
            "" if number % 7 else "Needs a chair",
        )


if __name__ == "__main__":
    sys.exit(main())
