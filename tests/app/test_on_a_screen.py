"""The program itself on a real screen with a window manager, worked with by a real keyboard."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        "DISPLAY" not in os.environ, reason="there is no screen; packaging/test has"
    ),
]

PATIENCE = 30


def keyboard(*arguments: str) -> str:
    done = subprocess.run(
        ["xdotool", *arguments], capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    return done.stdout.strip()


def windows(title: str) -> list[str]:
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"],
        capture_output=True, text=True, check=False, timeout=PATIENCE,
    )  # fmt: skip
    return found.stdout.split()


def shown(title: str) -> str:
    """Wait for a window and return its number, once it takes the keyboard."""
    window = keyboard("search", "--sync", "--onlyvisible", "--name", f"^{title}$").splitlines()[0]
    keyboard("windowactivate", "--sync", window)
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
    window = shown("CPD Desktop")
    for _ in range(PATIENCE):  # the keys are heard once everything is loaded
        keyboard("key", "--window", window, "--clearmodifiers", "ctrl+n")
        if windows("New event"):
            break
    shown("New event")
    # Only letters this keyboard has: for others xdotool changes the keyboard as it types, and the
    # program may hear a letter before it hears of the change.
    keyboard("type", "Wound care for beginners")
    keyboard("key", "Return")
    found: list[str] = []
    for _ in range(PATIENCE):
        if found := titles(welcomed):
            break
    assert found == ["Wound care for beginners"]
    program.send_signal(signal.SIGTERM)
    assert program.wait(PATIENCE) == 0
    assert (tmp_path / "said").read_bytes() == b""


def test_a_second_start_ends_at_once_and_leaves_one_window(
    program: subprocess.Popen[bytes], welcomed: DataFolder
) -> None:
    first = shown("CPD Desktop")
    again = subprocess.run(
        [sys.executable, "-m", "cpd_desktop", "--data", str(welcomed.path)],
        env=os.environ | {"QT_QPA_PLATFORM": "xcb"}, check=False, timeout=PATIENCE,
    )  # fmt: skip
    assert again.returncode == 0
    assert windows("CPD Desktop") == [first]
    assert program.poll() is None
