"""Sets everything up and opens the window, or walks the main job where there is no screen."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import environment
import manual
import strings
import system_packages
import walk
from zoom_to_try import zoom_to_try


def main() -> int:
    """Do what the command line asks for; return the exit code."""
    options, others = _options()
    if options.headless:
        environment.make_ready()
        cpd, python = map(environment.program, ("cpd", "python"))
        return walk.main(cpd, python, environment.variables())
    if not _has_screen():
        sys.exit("There is no screen here to open the window on: try packaging/run --headless")
    environment.make_ready(system_packages.WINDOW)
    strings.compile_all()
    manual.make_fresh()
    window = environment.program("cpd-desktop")
    if options.zoom:
        return _show_with_zoom(window, others)
    if options.demo:
        return _show_sample_data(window, others, environment.variables())
    return _follow([window, *others], environment.variables())


def _options() -> tuple[argparse.Namespace, list[str]]:
    """Read the command line; what is not ours goes to the window."""
    parser = argparse.ArgumentParser(
        prog="packaging/run",
        usage="%(prog)s [--demo [--zoom] | --headless] [what cpd-desktop takes]",
        description="Sets everything up, then opens the window.",
        allow_abbrev=False,
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--demo", action="store_true", help="open the window on sample data, thrown away after"
    )
    way.add_argument(
        "--headless", action="store_true", help="no window: walk the main job on sample data"
    )
    parser.add_argument(
        "--zoom", action="store_true", help="with --demo: a Zoom on this computer, without account"
    )
    options, others = parser.parse_known_args()
    if options.headless and others:
        parser.error(f"--headless takes nothing else: {' '.join(others)}")
    if options.zoom and not options.demo:
        parser.error("--zoom goes with --demo")
    return options, others


def _has_screen() -> bool:
    """Tell whether a window can be shown, or Qt was told where to draw it."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def _show_with_zoom(window: str, others: list[str]) -> int:
    """Open the window on sample data beside a Zoom that is gone afterwards."""
    with zoom_to_try(environment.program("python"), environment.variables()) as zoom:
        print(f"Zoom to try: {zoom.address} starts and ends the meetings.", flush=True)
        return _show_sample_data(window, others, zoom.variables)


def _show_sample_data(window: str, others: list[str], variables: dict[str, str]) -> int:
    """Open the window on sample data in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="cpd-demo-") as made:
        folder = str(Path(made) / "data")
        cpd = environment.program("cpd")
        filled = subprocess.run([cpd, "--data", folder, "demo"], check=False, env=variables)
        if filled.returncode != 0:
            return filled.returncode
        return _follow([window, "--data", folder, *others], variables)


def _follow(command: list[str], variables: dict[str, str]) -> int:
    """Wait for the window; who asks us to end asks the window, and it closes in good order."""
    with subprocess.Popen(command, env=variables) as shown:
        # A terminal sends Ctrl-C to the window too.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for told in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(told, lambda number, _frame: shown.send_signal(number))
        return shown.wait()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
