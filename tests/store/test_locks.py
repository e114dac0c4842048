from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from cpd_desktop.store.locks import FolderLock

if TYPE_CHECKING:
    from pathlib import Path

HOLDER = """
import sys, pathlib
from cpd_desktop.store.locks import FolderLock
lock = FolderLock(pathlib.Path(sys.argv[1]))
print(getattr(lock, sys.argv[2])(), flush=True)
sys.stdin.read()
"""


def other(path: Path, how: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), how],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "True\n"
    return process


def test_many_share_but_none_holds_it_alone_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with other(path, "share") as process, FolderLock(path) as lock:
        assert lock.share()
        assert not lock.hold()
        process.kill()


def test_a_killed_program_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with other(path, "hold") as process, FolderLock(path) as lock:
        assert not lock.share()
        assert not lock.hold()
        process.kill()
        process.wait()
        assert lock.hold()


def test_a_lock_is_let_go(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with FolderLock(path) as lock:
        assert lock.hold()
    with FolderLock(path) as again:
        assert again.hold()
