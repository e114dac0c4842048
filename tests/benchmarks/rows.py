"""The rows of the table: what is compared with what, and what is good enough."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from cpd_desktop.ui.row_model import MOST_ROWS_HELD

if TYPE_CHECKING:
    from tests.benchmarks.measuring import Runs

STALL, VERSION = 50, 2.0
SHOWN, SORTED, FILTERED, SAVED, COPIED, FOUND = 60, 150, 120, 15, 100, 50
IMPORTED, UNDONE, FLAT = 12.0, 1.0, 1.2
PULLED = 1.15
CREDITED, NEAR_LINEAR, DECIDED = 500, 20, 50
NAIVE, BYTES, HEAVY, MEMORY = 1 / 60, 10.0, 300, 150
FROZEN, MAILED, OUTBOX = 3.0, 1.3, 100
HEARD = 3.0
BALANCED, SUMMED, REPORTED, LISTED, BLOCK = 100, 2, 1000, 100, 16
SIGNED, MADE_UP, VERIFIED, ISSUED = 4.0, 8.0, 40.0, 2.0
PREVIEWED, REDRAWN = 150, 50


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison. ``most`` limits the ratio, or the figure itself where ``alone``."""

    what: str
    unit: str
    measured: float
    floor: float | None
    most: float
    alone: bool = False

    @property
    def ratio(self) -> float | None:
        """Return how many times the floor it is."""
        return None if self.floor is None else self.measured / self.floor

    @property
    def met(self) -> bool:
        """Say whether the target is met."""
        if self.alone or self.ratio is None:
            return self.measured <= self.most
        return self.ratio <= self.most

    def cells(self) -> tuple[str, ...]:
        """Return its texts, a column each."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} x"
        floor = "" if self.floor is None else _shown(self.floor, self.unit)
        target = f"<= {self.most:,} {self.unit}".rstrip() if self.alone else f"<= {self.most:.3g} x"
        met = "yes" if self.met else "NO"
        return (self.what, _shown(self.measured, self.unit), floor, ratio, target, met)


HEAD = ("what", "measured", "floor", "ratio", "target", "met")


def of_windows(runs: Runs) -> list[Row]:
    """Return the rows about start, stalls and memory."""
    middle = {name: median(values) for name, values in runs.items()}
    paint, memory = middle["bare: painted"], middle["bare: memory at paint"]
    stalls = runs["stalls: longest stall"]
    return [
        Row("start to first paint of Today", "ms", middle["times: painted"], paint, 1.35),
        Row("start to everything ready", "ms", middle["times: ready"], paint, 3.5),
        Row("longest stall from paint to ready", "ms", median(stalls), None, STALL, alone=True),
        Row("the same, worst run", "ms", max(stalls), None, STALL, alone=True),
        Row("memory at first paint", "MB", middle["memory: memory at paint"], memory, 1.4),
        Row("memory when ready", "MB", middle["memory: memory when ready"], memory, 2.5),
    ]


def of_commands(runs: Runs) -> list[Row]:
    """Return the row about the command."""
    return [Row("cpd --version", "ms", median(runs["version"]), median(runs["nothing"]), VERSION)]


def of_tables(runs: Runs) -> list[Row]:
    """Return the rows about a table of 100,000 rows."""
    held = max(runs["most rows held"])
    rows = [
        Row(f"100,000 people {what}", "ms", median(runs[what]), median(runs[f"{what} floor"]),
            most, alone=True)
        for what, most in (("shown", SHOWN), ("sorted", SORTED), ("filtered", FILTERED))
    ]  # fmt: skip
    return [
        *rows,
        Row("most rows held, all scrolled by", "", held, None, MOST_ROWS_HELD, alone=True),
    ]


def of_saves(runs: Runs) -> list[Row]:
    """Return the rows about saving and duplicating."""
    floor = median(runs["saved floor"])
    return [
        Row("one event saved", "ms", median(runs["saved"]), floor, SAVED, alone=True),
        Row("event of 20 sessions, 50 modules copied", "ms", median(runs["duplicated"]), floor,
            COPIED, alone=True),
    ]  # fmt: skip


def of_searches(runs: Runs) -> list[Row]:
    """Return the rows about the search over everything: what is typed, and the slowest of it."""
    return [
        Row("global search over 200,000", "ms", median(runs["found"]), None, FOUND, alone=True),
        Row("the same, its slowest letters", "ms", median(runs["slowest"]), None, FOUND,
            alone=True),
    ]  # fmt: skip


def of_imports(runs: Runs) -> list[Row]:
    """Return the rows about lists of people."""
    middle = {name: median(values) for name, values in runs.items()}
    took, floor, undone = (middle[name] for name in ("imported", "imported floor", "undone"))
    return [
        Row("100,000 people imported", "ms", took, floor, IMPORTED),
        Row("the same undone", "ms", undone, took, UNDONE),
        Row("memory, 100,000 and 10,000 CSV rows", "MB", middle["csv 100000"],
            middle["csv 10000"], FLAT),
        Row("memory, 50,000 and 5,000 XLSX rows", "MB", middle["xlsx 50000"],
            middle["xlsx 5000"], FLAT),
    ]  # fmt: skip


def of_pulls(runs: Runs) -> list[Row]:
    """Return the row about the report of a meeting."""
    floor = median(runs["pulled floor"])
    return [Row("10,000 participants pulled", "ms", median(runs["pulled"]), floor, PULLED)]


def of_attendance(runs: Runs) -> list[Row]:
    """Return the rows about who attended: at an event of many, and at one with 20 times as many."""
    floor, took = median(runs["credited floor"]), median(runs["credited"])
    worked, large = median(runs["worked"]), median(runs["worked large"])
    return [
        Row("500 people, 2,000 rows: credited", "ms", took, floor, CREDITED, alone=True),
        Row("10,000 people, 40,000 rows, by CPU", "ms", large, worked, NEAR_LINEAR),
    ]


def of_certificates(runs: Runs) -> list[Row]:
    """Return the rows about writing certificates."""
    middle = {name: median(values) for name, values in runs.items()}
    written = middle["written"]
    return [
        Row("full certificate, of the page drawn naively", "ms", written, middle["naive"], NAIVE),
        Row("the same, of writing its bytes", "ms", written, middle["floor"], BYTES),
        Row("its size", "kB", max(runs["kilobytes"]), None, HEAVY, alone=True),
        Row("memory for 10,000 of them", "MB", middle["memory"], None, MEMORY, alone=True),
    ]


def of_trust(runs: Runs) -> list[Row]:
    """Return the rows about signing and verifying, told in bare signatures."""
    middle = {name: median(values) for name, values in runs.items()}
    ed25519, ecdsa = middle["bare Ed25519"], middle["bare ECDSA"]
    return [
        Row("QR token signed", "ms", middle["token"], ed25519, MADE_UP),
        Row("badge signed", "ms", middle["badge"], ed25519, MADE_UP),
        Row("PDF signed", "ms", middle["PDF signature"], ecdsa, SIGNED),
        Row("PDF verified", "ms", middle["verify PDF"], ecdsa, VERIFIED),
    ]


def of_issuing(runs: Runs) -> list[Row]:
    """Return the row about issuing, database and files included."""
    floor = median(runs["rendered"])
    return [Row("one of 1,000 certificates issued", "ms", median(runs["issued"]), floor, ISSUED)]


def of_mails(runs: Runs) -> list[Row]:
    """Return the rows about making and sending certificate mails of 300 KB."""
    made, floor = median(runs["prepared"]), median(runs["bare"])
    return [
        Row("1,000 mails written and frozen", "s", made, None, FROZEN, alone=True),
        Row("1,000 mails sent", "s", median(runs["sent"]), floor, MAILED),
    ]


def of_outbox(runs: Runs) -> list[Row]:
    """Return the row about opening the outbox."""
    floor = median(runs["floor"])
    return [Row("100,000 messages shown", "ms", median(runs["shown"]), floor, OUTBOX, alone=True)]


def of_ledger(runs: Runs) -> list[Row]:
    """Return the rows about a ledger of 200,000 entries."""
    middle = {name: median(values) for name, values in runs.items()}
    return [
        Row("ledger: all balances", "ms", middle["balances"], None, BALANCED, alone=True),
        Row("the same, beside the bare sum", "ms", middle["balances"], middle["bare"], SUMMED),
        Row("ledger: a year by event and month", "ms", middle["report"], None, REPORTED,
            alone=True),
        Row("ledger: who owes", "ms", middle["owing"], None, REPORTED, alone=True),
        Row("the same, listed", "ms", middle["owing listed"], None, LISTED, alone=True),
        Row("100 lines of the ledger", "ms", middle["block"], None, BLOCK, alone=True),
    ]  # fmt: skip


def of_heard(runs: Runs) -> list[Row]:
    """Return the row about booking what Stripe tells."""
    took = median(runs["heard: busy"])
    return [Row("10,000 events of Stripe booked", "s", took, None, HEARD, alone=True)]


def of_decisions(runs: Runs) -> list[Row]:
    """Return the rows about settling a doubt."""
    took = runs["decided"]
    return [
        Row("500 people: one decision painted", "ms", median(took), None, DECIDED, alone=True),
        Row("the same, slowest", "ms", max(took), None, DECIDED, alone=True),
    ]


def of_previews(runs: Runs) -> list[Row]:
    """Return the rows about the editor of certificate templates."""
    first, edit = median(runs["first preview"]), median(runs["edit to preview"])
    return [
        Row("template: first preview", "ms", first, None, PREVIEWED, alone=True),
        Row("template: edit to preview", "ms", edit, None, REDRAWN, alone=True),
    ]


def in_columns(rows: list[Row]) -> str:
    """Return the rows as a table that is readable as it is, and in Markdown."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |"
        for line in lines
    )


def _shown(value: float, unit: str) -> str:
    if not unit:
        return f"{value:,.0f}"
    return f"{value:.1f} {unit}" if value < 100 else f"{value:.0f} {unit}"
