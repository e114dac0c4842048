"""No room, on a real small disk and by a limit on files: words, no half state, and on it goes."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.faults.programs import answers

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def mounting() -> list[str] | None:
    """Return what begins a command that may mount, in a place that others do not see."""
    for options in (["-m"], ["-rm"]):
        begin = [
            "unshare",
            *options,
            "sh",
            "-c",
            'mount -t tmpfs -o size=8m none "$0" && exec "$@"',
        ]
        with tempfile.TemporaryDirectory() as place:
            try:
                subprocess.run([*begin, place, "true"], check=True, capture_output=True)
            except (OSError, subprocess.CalledProcessError):
                continue
            return begin
    return None


FULL = "The disk is full. Free some space and try again. What was saved before is safe."
NO_WRITE = (
    "The disk could not be read or written. Check the disk and make a backup. "
    "What was saved before is safe."
)


@dataclass(frozen=True, slots=True)
class NoRoom:
    """Where a deed finds no room, and what a person may read about it there."""

    path: Path
    begin: tuple[str, ...]
    words: set[str]

    def answers(self, deed: str) -> list[dict[str, Any]]:
        return answers(deed, self.path, *self.begin)


@pytest.fixture(params=["a small disk", "a largest size of file"])
def full(request: pytest.FixtureRequest, tmp_path: Path) -> NoRoom:
    """Return a place without room: on a real disk, and by a limit that is there everywhere."""
    if request.param != "a small disk":
        return NoRoom(tmp_path, (), {FULL, NO_WRITE})  # SQLite does not say why a write failed
    begin = mounting()
    if begin is None:
        pytest.skip("nothing may be mounted here; the limit on files stands in for it")
    return NoRoom(tmp_path, (*begin, str(tmp_path)), {FULL})


def sentences(told: list[dict[str, Any]]) -> dict[str, tuple[str, str]]:
    return {each["what"]: (each["error"], each["says"]) for each in told if "says" in each}


def test_a_full_disk_is_said_and_loses_nothing(full: NoRoom) -> None:
    *told, kept, after = full.answers("on_a_full_disk")
    said = sentences(told)
    assert set(said) == {"many rows", "content", "backup", "elsewhere", "check", "restore", "open"}
    for what, (error, says) in said.items():
        assert error == "Unavailable"
        if what == "content":
            assert says.startswith("The file could not be kept: ")
            assert says.endswith(
                "Free some space or check the permissions, then try again. Nothing was lost."
            )
        else:
            assert says in full.words
    assert {"what": "read", "titles": ["Before"]} in told
    assert kept == {"what": "kept", "deeds": ["event.add"], "left": 0}
    assert after == {"what": "after", "deeds": ["event.add"], "out": False}


def test_a_first_start_on_a_full_disk_is_said_and_done_again(full: NoRoom) -> None:
    told, kept = full.answers("on_a_disk_full_at_the_start")
    assert told["error"] == "Unavailable"
    assert told["says"] in full.words
    assert kept == {"what": "kept", "deeds": [], "left": 0}


def test_a_disk_that_is_full_at_any_moment_leaves_no_half_state(full: NoRoom) -> None:
    *told, kept = full.answers("on_a_disk_with_less_and_less_room")
    ends = {(each["error"], each["says"]) for each in told}
    assert ends <= {(None, "")} | {("Unavailable", says) for says in full.words}
    assert told[0]["error"] == "Unavailable"
    added = [each for each in told if each["what"] == "open" and each["error"] is None]
    assert kept == {"what": "kept", "deeds": ["event.add"] * len(added), "left": 0}
    assert added
