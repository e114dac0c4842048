"""Fetches who came, each try a fork of this process that is killed before its next step.

It is started with the folder, Zoom's address, a token, and the meeting; it reads a step and a
moment from each line of its standard input and answers ``killed`` or ``done``.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import datetime
from pathlib import Path

from cpd_desktop.services.zoom.outcome import Outcome
from cpd_desktop.store.database import Database
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.folder import DataFolder
from tests.adapters.zoom.calls.waiting import GivenAccess, Waiting, calling
from tests.clock import FixedClock
from tests.faults.cut import killed_before
from tests.faults.forking import became_of
from tests.services.zoom.outcome.planning import Timeless


def fetch(folder: DataFolder, api: str, token: str, meeting: int, clock: FixedClock) -> None:
    waiting = Waiting(clock)
    access = GivenAccess(api, lambda: token)
    db = Database(folder.database, now=clock.now, who="anna (killed)")
    with tempfile.TemporaryDirectory() as scratch, calling(access, Path(scratch), waiting) as calls:
        outcome = Outcome(db, clock, ContentStore(folder.files), calls)
        outcome.fetch(meeting, Timeless(waiting))


def attempt(step: int, *given: str) -> str:
    folder, api, token, meeting, moment = given

    def killed() -> None:
        if step:
            killed_before(step)
        clock = FixedClock(datetime.fromisoformat(moment))
        fetch(DataFolder(Path(folder)), api, token, int(meeting), clock)

    return became_of(killed)


def main() -> None:
    import requests  # noqa: F401 - each fork has it already

    for line in sys.stdin:
        step, moment = line.split()
        sys.stdout.write(f"{attempt(int(step), *sys.argv[1:], moment)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
