"""Sets everything up and runs every check and every test, in a desktop of their own."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import environment
import judges
import manual
import session
import strings
import system_packages

if TYPE_CHECKING:
    from types import FrameType

_HERE = Path(__file__).resolve().parent
_SIDE_BY_SIDE = (
    "--numprocesses=auto", "--maxprocesses=4", "--dist=loadfile", "--no-loadscope-reorder",
)  # fmt: skip
_CODE = ("cpd_desktop", "tests", "packaging")


def main() -> int:
    """Run all steps, whatever became of those before; return the exit code."""
    options, for_pytest = _options()
    for told in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(told, _end)
    began = time.monotonic()
    environment.make_ready(system_packages.TESTS, sources=True)
    judges.make_present()
    strings.compile_all()
    manual.make_fresh()
    print(f"== set-up: {time.monotonic() - began:.1f} s", flush=True)

    began = time.monotonic()
    variables = environment.variables() | {"NODE_PATH": str(judges.NODE_PATH)}
    variables["PATH"] = f"{environment.VENV / 'bin'}{os.pathsep}{variables['PATH']}"
    with session.private_desktop(variables) as desktop:
        print(f"== desktop: {time.monotonic() - began:.1f} s", flush=True)
        failed = [name for name, command in _steps().items() if not _passes(name, command, desktop)]
        print(f"== failed so far: {', '.join(failed)}" if failed else "== all passed so far")
        if not for_pytest and not _passes(
            "benchmarks", _pytest(options, "tests/benchmarks"), desktop
        ):
            failed.append("benchmarks")
        print("== tests", flush=True)
        chosen = for_pytest or [*_SIDE_BY_SIDE, "--ignore=tests/benchmarks"]
        tests = _run(_pytest(options, *chosen), desktop)
    return tests or int(bool(failed))


def _pytest(options: argparse.Namespace, *chosen: str) -> list[str]:
    selected = ["-m", "not slow"] if options.fast else []
    return [environment.program("pytest"), *selected, *chosen]


def _options() -> tuple[argparse.Namespace, list[str]]:
    """Read the command line; what is not ours goes to pytest."""
    parser = argparse.ArgumentParser(
        prog="packaging/test",
        usage="%(prog)s [--fast] [what pytest takes]",
        description="Sets everything up, then runs all checks and tests.",
        allow_abbrev=False,
    )
    parser.add_argument("--fast", action="store_true", help="leave the slow tests out")
    return parser.parse_known_args()


def _steps() -> dict[str, list[str]]:
    """Return the checks that come before the tests, by name."""
    program = environment.program
    return {
        "format": [program("ruff"), "format", "--check", "."],
        "lint": [program("ruff"), "check", "."],
        "types": [program("mypy"), *_CODE],
        "layers": [program("lint-imports")],
        "strings": [sys.executable, str(_HERE / "strings.py"), "--check"],
    }


def _passes(name: str, command: list[str], desktop: dict[str, str]) -> bool:
    """Run one step, tell its name and time, and whether it passed."""
    print(f"== {name}", flush=True)
    began = time.monotonic()
    passed = _run(command, desktop) == 0
    took = time.monotonic() - began
    print(f"== {name}: {'passed' if passed else 'FAILED'}, {took:.1f} s", flush=True)
    return passed


def _run(command: list[str], desktop: dict[str, str]) -> int:
    """Run a step; who interrupts us interrupts it, and it may end in good order."""
    with session.started(command, desktop, folder=environment.ROOT) as step:
        try:
            return step.wait()
        except (KeyboardInterrupt, SystemExit):
            step.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                step.wait(timeout=10)
            raise


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    """End like on Ctrl-C, so that everything started is stopped."""
    sys.exit(128 + number)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
