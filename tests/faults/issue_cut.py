"""Issues certificates in forks of itself that are killed before a step, again and again.

Keys and fonts are ready before, so that each attempt is short. It reads ``step event folder`` from
its standard input and answers ``killed`` or ``done``.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.app.core import assembled
from cpd_desktop.services.certificates.issuing import ISSUING
from cpd_desktop.services.work import Work
from cpd_desktop.store.folder import DataFolder
from tests.clock import FixedClock
from tests.compiled import compile_statements_once
from tests.faults.cut import is_step
from tests.faults.forking import became_of
from tests.faults.issuing_house import AFTER, prepared

if TYPE_CHECKING:
    from types import FrameType

    from cpd_desktop.services.certificates.ports import Press
    from cpd_desktop.services.work import Progress
    from tests.keychains import MemoryKeychains


def killing(step: int) -> Work:
    """Return the work that is killed before so many steps of issuing, on whichever thread."""
    left = step

    def seen(_: FrameType, event: str, call: Any) -> None:
        nonlocal left
        if event == "c_call" and hasattr(call, "__self__") and is_step(call):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def begin(progress: Progress) -> None:
        if progress.note == ISSUING and progress.done == 0:
            threading.setprofile(seen)
            sys.setprofile(seen)

    return Work(begin, every=0)


def issue(
    folder: DataFolder, event: int, work: Work, keychains: MemoryKeychains, press: Press
) -> None:
    core = assembled(folder, "test", keychains, FixedClock(AFTER))
    core.outside.__dict__["press"] = press  # its fonts are open
    core.certificates.issue(work, event)


def attempt(
    step: int, event: int, folder: DataFolder, keychains: MemoryKeychains, press: Press
) -> str:
    return became_of(lambda: issue(folder, event, killing(step), keychains, press))


def main() -> None:
    compile_statements_once()
    folder = DataFolder(Path(sys.argv[1]))
    keychains, press = prepared(folder)
    gc.freeze()  # so that no fork copies what it only looks through for garbage
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        step, event = map(int, line.split())
        sys.stdout.write(f"{attempt(step, event, folder, keychains, press)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
