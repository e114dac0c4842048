"""Measures the bundle: how large it is, and how long it takes to start beside the source."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from cpd_desktop.app.core import opened
from cpd_desktop.store.folder import DataFolder
from installers import freezing, places
from tests.benchmarks.rows import Row, in_columns

UNPACKED, PACKED, SLOWER = 240.0, 85.0, 1.2
_LEFT_OUT = ("PYTHONDONTWRITEBYTECODE", "CPD_DATA")


def measure(rounds: int) -> int:
    """Print the rows about the bundle; return 0 if all targets are met."""
    if not places.BUNDLE.is_dir():
        sys.exit("There is no bundle yet: run packaging/build first.")
    rows = [*_of_sizes(), *_of_starts(rounds)]
    print(in_columns(rows))
    print(f"Medians of {rounds} runs by turns, {os.cpu_count()} cores.")
    return int(not all(row.met for row in rows))


def _of_sizes() -> list[Row]:
    packed = [
        Row(f"{what}, packed", "MB", file.stat().st_size / freezing.MB, None, PACKED, alone=True)
        for what, pattern in (("package of Debian", "*.deb"), ("portable archive", "*.tar.xz"))
        for file in places.DIST.glob(pattern)
    ]
    size = freezing.size_of(places.BUNDLE)
    return [Row("bundle, unpacked", "MB", size, None, UNPACKED, alone=True), *packed]


def _of_starts(rounds: int) -> list[Row]:
    """Start both by turns until their window is on the screen; the first of each is a warm-up."""
    commands = {
        "source": [sys.executable, "-m", "cpd_desktop"],
        "bundle": [str(places.BUNDLE / places.PACKAGE)],
    }
    took: dict[str, list[float]] = {name: [] for name in commands}
    with TemporaryDirectory(prefix="cpd-measure-") as made:
        with opened(DataFolder(Path(made)), face="measuring") as core:
            core.sample.fill()
        for number in range(rounds + 1):
            for name, command in commands.items():
                shown = _until_shown([*command, "--data", made])
                took[name] += [shown] if number else []
    bundle, source = median(took["bundle"]), median(took["source"])
    return [Row("bundle: start until shown", "ms", bundle, source, SLOWER)]


def _until_shown(command: list[str]) -> float:
    """Return the milliseconds until the screen shows a window of the program, and end it."""
    began = time.monotonic()
    with subprocess.Popen(command, env=_variables(), cwd=places.ROOT) as started:
        search = ["xdotool", "search", "--onlyvisible", "--pid", str(started.pid), "--name", "."]
        while subprocess.run(search, check=False, capture_output=True).returncode != 0:
            if started.poll() is not None:
                sys.exit(f"{command[0]} ended before it showed a window.")
        took = (time.monotonic() - began) * 1000
        started.terminate()
    return took


def _variables() -> dict[str, str]:
    kept = {name: each for name, each in os.environ.items() if name not in _LEFT_OUT}
    return kept | {"PYTHONPATH": str(places.ROOT)}
