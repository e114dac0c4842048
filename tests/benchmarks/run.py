"""Prints one table of what is fast and small enough, and what is not, measured in one run."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from cpd_desktop.store.folder import DataFolder
from tests.benchmarks import measuring, rows
from tests.benchmarks.large_store import OWN_FOLDER, make_large_store

ROUNDS = 15
FEWEST = 7
IMPORTS = 3  # each of them takes seconds, in which a busy moment evens out
PULLS = 5  # each takes more than a second


def main() -> int:
    """Measure everything; return 0 if all targets are met."""
    parser = argparse.ArgumentParser(prog="packaging/benchmarks", description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, help=f"how often each is run ({ROUNDS})"
    )
    rounds = max(FEWEST, parser.parse_args().rounds)
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="cpd-benchmark-") as made:
        folder = DataFolder(Path(made) / OWN_FOLDER)
        make_large_store(folder)
        found = [
            *rows.of_windows(measuring.windows(Path(made), rounds)),
            *rows.of_commands(measuring.commands(rounds)),
            *rows.of_tables(measuring.tables(folder.path, rounds)),
            *rows.of_saves(measuring.saves(folder.path, rounds)),
            *rows.of_searches(measuring.searches(folder.path, rounds)),
            *rows.of_imports(measuring.imports(IMPORTS)),
            *rows.of_pulls(measuring.pulls(PULLS)),
            *rows.of_attendance(measuring.attendance(PULLS)),
            *rows.of_certificates(measuring.certificates(PULLS)),
            *rows.of_trust(measuring.trust(IMPORTS)),
            *rows.of_issuing(measuring.issuing(IMPORTS)),
            *rows.of_mails(measuring.mails(IMPORTS)),
            *rows.of_outbox(measuring.outboxes(rounds)),
            *rows.of_ledger(measuring.ledger(PULLS)),
            *rows.of_decisions(measuring.decisions(rounds)),
            *rows.of_previews(measuring.previews(rounds)),
        ]
    said = f"Medians of {rounds} or more runs by turns, {_place()}."
    print(rows.in_columns(found), said, sep="\n")  # noqa: T201 - what it is for
    return int(not all(row.met for row in found))


def _place() -> str:
    """Say on what it was measured, in words that name nobody's machine."""
    version = ".".join(map(str, sys.version_info[:2]))
    screen = os.environ.get("QT_QPA_PLATFORM") or "on a screen"
    return f"{os.cpu_count()} cores, Python {version}, {screen}"


if __name__ == "__main__":
    sys.exit(main())
