"""Sums a ledger of 200,000 entries up: all balances, a report, who owes, a block of its list."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.app.core import assembled
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.store.schema import bring_up
from tests.benchmarks.watching import tell
from tests.clock import FixedClock
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from collections.abc import Callable

ENTRIES = 200_000
PEOPLE = 20_000
EVENTS = 500
BLOCK = 100  # lines that the window reads at once
BARE = "SELECT person_id, currency, sum(minor) FROM ledger_entry GROUP BY 1, 2"


def make_ledger(folder: DataFolder, entries: int = ENTRIES) -> None:
    """Fill the folder with orders of which nine in ten are paid, one in ten in test mode."""
    bring_up(folder, lambda: None)
    at = "2026-{:02}-{:02}T10:00:00Z".format
    orders = range(1, entries // 2 + 1)
    with closing(sqlite3.connect(folder.database)) as raw:
        raw.executemany(
            "INSERT INTO person (id, name, sought, added_at) VALUES (?, ?, ?, ?)",
            [(each, f"P{each}", f"p{each}", at(1, 1)) for each in range(1, PEOPLE + 1)],
        )
        raw.executemany(
            "INSERT INTO event (id, title, zone, status, sought, added_at)"
            " VALUES (?, ?, 'UTC', 'draft', ?, ?)",
            [(each, f"E{each}", f"e{each}", at(1, 1)) for each in range(1, EVENTS + 1)],
        )
        raw.executemany(
            "INSERT INTO sales_order (id, number, person_id, event_id, currency, ordered_at,"
            " ordered_by) VALUES (?, ?, ?, ?, 'GBP', ?, 'x')",
            [(key, f"ORD-{key}", key % PEOPLE + 1, key % EVENTS + 1, at(key % 12 + 1, key % 28 + 1))
             for key in orders],
        )  # fmt: skip
        raw.executemany(
            "INSERT INTO ledger_entry (at, kind, minor, currency, person_id, event_id,"
            " sales_order_id, live) VALUES (?, ?, ?, 'GBP', ?, ?, ?, ?)",
            [(at(key % 12 + 1, key % 28 + 1), kind, sign * (7500 if key % 10 else 5000 + sign),
              key % PEOPLE + 1, key % EVENTS + 1, key, int(kind == "charge" or key % 10 != 1))
             for key in orders for kind, sign in (("charge", 1), ("payment", -1))],
        )  # fmt: skip
        raw.commit()


def main() -> int:
    """Tell each figure in milliseconds once a round; the first round is a warm-up."""
    with tempfile.TemporaryDirectory(prefix="cpd-ledger-") as made:
        folder = DataFolder(Path(made))
        make_ledger(folder, int(sys.argv[2]) if len(sys.argv) > 2 else ENTRIES)
        core = assembled(folder, "benchmark", MemoryKeychains(), FixedClock())
        with closing(core), closing(sqlite3.connect(folder.database)) as raw:
            ledger, lists = core.ledger, core.billing_lists
            entries, steps = lists.entries(), lists.steps()
            middle = entries[len(entries) // 2 :][:BLOCK]
            first, last = date(2026, 1, 1), date(2026, 12, 31)
            for number in range(int(sys.argv[1]) + 1):
                figures = {
                    "bare": _took(lambda: raw.execute(BARE).fetchall()),
                    "balances": _took(ledger.balances),
                    "one balance": _took(lambda: ledger.balance(7)),
                    "report": _took(lambda: ledger.revenue(first, last, period="month")),
                    "owing": _took(ledger.owing),
                    "owing listed": _took(lists.owing),
                    "block": _took(lambda: lists.entry_lines(middle, steps)),
                }
                if number:
                    tell(figures)
    return 0


def _took(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    sys.exit(main())
