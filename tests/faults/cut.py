"""Does a deed again and again, each time killed before its next step, until it gets through.

A step is a call of SQLite, or one that opens, writes, closes, names or removes a file; of many
writes in a row to the same file, the first ones and every sixteenth. Each try is a fork of this
process, in which everything is imported already: hundreds of them take seconds. It reads
``deed step folder`` from its standard input and answers ``killed``, or ``done`` with the number of
steps.
"""

from __future__ import annotations

import gc
import io
import os
import signal
import sqlite3
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from cpd_desktop.adapters import passphrases
from cpd_desktop.adapters.sealed_file import SealedFiles
from cpd_desktop.adapters.trust.identity_safe import IdentitySafe
from cpd_desktop.adapters.trust.keys import SafeKeys
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.backups import Backups
from cpd_desktop.services.moving import Moving
from cpd_desktop.services.work import Work
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.store.schema import bring_up, migrate
from tests.clock import FixedClock
from tests.compiled import compile_statements_once
from tests.drafts import a_draft, a_session
from tests.faults.house import opened
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

WORDS = Secret("nine sheep jump over")
CONTENT = b"an original report" * 10_000


def start(folder: DataFolder) -> None:
    bring_up(folder, lambda: None)


def update(folder: DataFolder) -> None:
    migrate(folder.database)


def restore(folder: DataFolder) -> None:
    (before,) = folder.path.glob("*.cpdbackup")
    Backups(folder, FixedClock()).restore(before)


def backup(folder: DataFolder) -> None:
    Backups(folder, FixedClock()).create()


def moving_of(folder: DataFolder) -> Moving:
    passphrases._COST.update(memory_kib=64, passes=1, lanes=1)
    clock = FixedClock()
    keys = SafeKeys(IdentitySafe(MemoryKeychains(), clock))
    return Moving(Backups(folder, clock), keys, SealedFiles(), "here")


def pack(folder: DataFolder) -> None:
    moving_of(folder).pack(folder.path / "everything.cpdmove", WORDS, Work())


def unpack(folder: DataFolder) -> None:
    (packed,) = folder.path.glob("*.cpdmove")
    moving_of(folder).unpack(packed, WORDS, Work())


def keep(folder: DataFolder) -> None:
    ContentStore(folder.files).keep(CONTENT)


def add(folder: DataFolder) -> None:
    with opened(folder) as house:
        house.events.add(a_draft("Cut off", a_session(), a_session()))


DEEDS: dict[str, Callable[[DataFolder], None]] = {
    each.__name__: each for each in (start, update, restore, backup, pack, unpack, keep, add)
}
STEPS = {"open", "write", "mkdir", "rename", "replace", "unlink", "rmdir", "fsync", "link"}
FIRST, EVERY = 3, 16  # of hundreds of writes in a row to the same file, these are steps


def killed_before(step: int) -> Callable[[], int]:
    """Arrange to be killed before this step; return what tells how many there were."""
    taken, row, before = 0, 0, (0, "")

    def seen(_: FrameType, event: str, call: Any) -> None:
        nonlocal taken, row, before
        if event == "c_call" and is_step(call):
            this = (id(call.__self__), call.__name__)
            row = row + 1 if this == before and call.__name__ == "write" else 0
            before = this
            if row >= FIRST and row % EVERY:
                return
            taken += 1
            if taken == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(seen)
    return lambda: taken


def is_step(call: Any) -> bool:
    """Say whether it could change what is on the disk."""
    if isinstance(call.__self__, sqlite3.Connection):
        return call.__name__ in {"execute", "commit", "rollback", "backup", "close"}
    if isinstance(call.__self__, sqlite3.Cursor):
        return bool(call.__name__ == "execute")
    if isinstance(call.__self__, io.BufferedIOBase | io.RawIOBase):
        return call.__name__ in {"write", "flush", "close"}
    return isinstance(call.__self__, ModuleType) and call.__name__ in STEPS


def attempt(deed: str, folder: DataFolder, step: int) -> str:
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        taken = killed_before(step)
        try:
            DEEDS[deed](folder)
        except CpdError as error:
            sys.stderr.write(f"{error}\n")
            os._exit(1)
        except BaseException:  # noqa: BLE001 - the fork must end here whatever happens
            sys.excepthook(*sys.exc_info())
            os._exit(2)
        sys.setprofile(None)
        os.write(tell, str(taken()).encode())
        os._exit(0)
    _, status = os.waitpid(child, 0)
    os.close(tell)
    with os.fdopen(told) as answer:
        steps = answer.read()
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return "killed"
    return f"done {steps}" if status == 0 else "failed"


def main() -> None:
    compile_statements_once()
    with tempfile.TemporaryDirectory() as scratch:  # once through, to import what is used late
        add(DataFolder(Path(scratch)))
        backup(DataFolder(Path(scratch)))
        pack(DataFolder(Path(scratch)))
        unpack(DataFolder(Path(scratch)))
    gc.freeze()  # so that no fork copies what it only looks through for garbage
    for line in sys.stdin:
        deed, step, path = line.rstrip("\n").split(maxsplit=2)
        sys.stdout.write(f"{attempt(deed, DataFolder(Path(path)), int(step))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
