"""Programs are killed for real, at random moments and before each single step."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.folder import DataFolder
from tests.faults.house import entries_when_whole

ROOT = Path(__file__).parents[2]
WRITES = 1000

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix")]


def started(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name(script)), *map(str, arguments)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def killed(folder: DataFolder, seed: int, *, after: int, wait: float) -> list[str]:
    """Let it write, kill it after so many lines and seconds, and return the lines it said."""
    with started("writer.py", folder.path, seed, WRITES) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline() for _ in range(1 + after)]
        time.sleep(wait)  # only chooses where it is cut off; everything must hold wherever
        writer.kill()
        lines += writer.stdout.readlines()
    assert writer.returncode == -signal.SIGKILL
    assert lines[0] == "begin\n"
    return [line.removesuffix("\n") for line in lines[1:] if line.endswith("\n")]


def check(folder: DataFolder, before: list[str], said: list[str], verified: set[Path]) -> list[str]:
    """Compare what is kept with what was said; return the deeds of all entries."""
    deeds = entries_when_whole(folder, verified=verified)
    expected, kept = list(before), set(ContentStore(folder.files).names())
    for line in said:
        what, name, *deed = line.split()
        if what == "entry":
            assert int(name) == len(expected) + 1
            expected += deed
        elif what == "backup":
            assert folder.backups / name in verified
        else:
            assert name in kept
    assert deeds[: len(expected)] == expected
    assert len(deeds) - len(expected) <= 1
    return deeds


@pytest.mark.timeout(300)
def test_whoever_is_killed_while_writing_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    chance, verified = Random(2), set[Path]()  # noqa: S311 - the same moments at every run
    deeds: list[str] = []
    for kill in range(40):
        after, wait = chance.randint(0, 50), chance.randint(0, 30_000) / 1e6
        said = killed(folder, kill, after=after, wait=wait)
        deeds = check(folder, deeds, said, verified)
    assert len(deeds) > 500
    with started("writer.py", folder.path, 40, 50) as writer:
        assert writer.stdout is not None
        lines = writer.stdout.read().splitlines()
    assert writer.returncode == 0
    assert lines[-1] == "end"
    assert len(check(folder, deeds, lines[1:-1], set())) > len(deeds)
