"""The program itself on a real screen with a window manager, worked with by a real keyboard."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        "DISPLAY" not in os.environ, reason="there is no screen; packaging/test has"
    ),
]

PATIENCE = 30


def screen(*arguments: str) -> str:
    """Do something with keyboard or windows; what fails now may succeed a moment later."""
    done = subprocess.run(
        ["xdotool", *arguments], capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    return done.stdout.strip()


def windows(title: str) -> list[str]:
    return screen("search", "--onlyvisible", "--name", f"^{title}$").split()


def in_front() -> str:
    return screen("getactivewindow", "getwindowname")


def wait_until(is_so: Callable[[], object], *, meanwhile: Callable[[], object] = str) -> None:
    """Look again and again; ``meanwhile`` is done once a second until it is so."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        meanwhile()
        again = time.monotonic() + 1
        while time.monotonic() < again:
            if is_so():
                return
    pytest.fail(f"in front is {in_front()!r}")


def bring_to_front(title: str) -> str:
    wait_until(lambda: windows(title))
    window = windows(title)[0]
    wait_until(lambda: in_front() == title, meanwhile=lambda: screen("windowactivate", window))
    return window


@pytest.fixture
def program(welcomed: DataFolder, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    with (tmp_path / "said").open("wb") as said:
        started = subprocess.Popen(
            [sys.executable, "-m", "cpd_desktop", "--data", str(welcomed.path)],
            env=os.environ | {"QT_QPA_PLATFORM": "xcb"}, stdout=said, stderr=said,
        )  # fmt: skip
        yield started
        if started.poll() is None:
            started.kill()
        started.wait()


def titles(folder: DataFolder) -> list[str]:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "cpd_desktop.cli.command"),
            *("--data", str(folder.path), "--json", "event", "list"),
        ],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [each["title"] for each in json.loads(done.stdout)]


def test_an_event_is_typed_in_and_the_window_closes_in_good_order(
    program: subprocess.Popen[bytes], welcomed: DataFolder, tmp_path: Path
) -> None:
    bring_to_front("CPD Desktop")
    # The keys are heard once everything is loaded.
    wait_until(
        lambda: in_front() == "New event",
        meanwhile=lambda: screen("key", "ctrl+n") if in_front() == "CPD Desktop" else None,
    )
    # Only letters this keyboard has: for others xdotool changes the keyboard as it types, and the
    # program may hear a letter before it hears of the change.
    screen("type", "Basic life support")
    screen("key", "Return")
    wait_until(lambda: titles(welcomed))
    assert titles(welcomed) == ["Basic life support"]
    program.send_signal(signal.SIGTERM)
    assert program.wait(PATIENCE) == 0
    assert (tmp_path / "said").read_bytes() == b""


def test_a_second_start_ends_at_once_and_leaves_one_window(
    program: subprocess.Popen[bytes], welcomed: DataFolder
) -> None:
    first = bring_to_front("CPD Desktop")
    again = subprocess.run(
        [sys.executable, "-m", "cpd_desktop", "--data", str(welcomed.path)],
        env=os.environ | {"QT_QPA_PLATFORM": "xcb"}, check=False, timeout=PATIENCE,
    )  # fmt: skip
    assert again.returncode == 0
    assert windows("CPD Desktop") == [first]
    assert program.poll() is None
