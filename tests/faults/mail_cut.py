"""Sends mail in forks of itself that are killed before a step, again and again.

Everything is made before, so that each attempt is short. It reads ``step folder`` from its standard
input and answers ``killed`` or ``done``; step 0 is killed nowhere. Instead of a number a step can
be ``claim`` or ``end``: it is killed once the server was brought the third mail, before that is
claimed, or before the last line of it is said.
"""

from __future__ import annotations

import gc
import io
import os
import shutil
import signal
import socket
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.app.core import assembled
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.services.work import Work
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.store.schema import bring_up
from tests.clock import FixedClock
from tests.compiled import compile_statements_once
from tests.drafts import STARTS
from tests.faults.cut import is_step
from tests.faults.forking import became_of
from tests.keychains import MemoryKeychains
from tests.mail_here import LONGER_THAN_A_COMMAND
from tests.mailing import mailing

if TYPE_CHECKING:
    from types import FrameType

PEOPLE, THIRD = 9, 3
LAST_LINE = b".\r\n"
AFTER = STARTS + timedelta(days=1)


def prepared(folder: DataFolder, port: int) -> None:
    """Make a folder with messages that wait, and import what sending needs."""
    bring_up(folder, lambda: None)
    names = (f"Person {number}" for number in range(PEOPLE))
    with mailing(folder, FixedClock(), *names, port=port) as post:
        post.here.issue()
        post.prepare(Purpose.CERTIFICATE, hold=timedelta(0))
    copy = DataFolder(folder.path.with_name("warm"))
    shutil.copytree(folder.path, copy.path)
    send(copy)


def send(folder: DataFolder) -> None:
    core = assembled(folder, "test", MemoryKeychains(), FixedClock(AFTER))
    core.sending.send(Work())
    core.close()


def killed_before(step: int) -> None:
    """Arrange for this process to be killed before it takes this step."""
    left = step

    def seen(_: FrameType, event: str, call: Any) -> None:
        nonlocal left
        if event == "c_call" and hasattr(call, "__self__") and (is_step(call) or _talks(call)):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(seen)


def killed_within_a_mail(before: str) -> None:
    """Arrange for this process to be killed once the server has all of a mail but its last line."""
    brought = 0

    def seen(frame: FrameType, event: str, call: Any) -> None:
        nonlocal brought
        if event not in ("c_call", "c_return") or not hasattr(call, "__self__"):
            return
        said = frame.f_locals.get("s", b"") if call.__name__ == "sendall" else b""
        brought += event == "c_return" and len(said) > LONGER_THAN_A_COMMAND
        ends = said == LAST_LINE if before == "end" else call.__name__ == "commit"
        if brought == THIRD and event == "c_call" and ends:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(seen)


def _talks(call: Any) -> bool:
    """Say whether it tells the server something, or hears its answer."""
    if isinstance(call.__self__, socket.socket):
        return call.__name__ in {"sendall", "connect", "close"}
    return isinstance(call.__self__, io.BufferedReader) and call.__name__ == "readline"


def attempt(step: str, folder: DataFolder) -> str:
    def killed() -> None:
        if not step.isdecimal():
            killed_within_a_mail(step)
        elif step != "0":
            killed_before(int(step))
        send(folder)

    return became_of(killed)


def main() -> None:
    compile_statements_once()
    prepared(DataFolder(Path(sys.argv[1])), int(sys.argv[2]))
    gc.freeze()  # so that no fork copies what it only looks through for garbage
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        step, path = line.rstrip("\n").split(maxsplit=1)
        sys.stdout.write(f"{attempt(step, DataFolder(Path(path)))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
