"""The program is killed for real while it fetches who came, before one step after the other."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.services.work import Work
from tests.adapters.zoom.calls.waiting import signing_in
from tests.fakes.zoom.apps import USER_SCOPES
from tests.fakes.zoom.holding import Person

if TYPE_CHECKING:
    from cpd_desktop.services.attendance.reports import Reports
    from cpd_desktop.services.history import History
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom
    from tests.services.zoom.outcome.planning import Planner

PROGRAM = Path(__file__).with_name("fetch_cut.py")
ROOT = Path(__file__).parents[4]
STRIDE = 11

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix")]


def test_killed_anywhere_a_report_is_whole_or_not_there_and_the_next_try_completes_it(
    planned: Planner,
    server: FakeZoom,
    reports: Reports,
    folder: DataFolder,
    clock: FixedClock,
    history: History,
) -> None:
    ours = planned()
    ours.hold(*(Person(f"P{number}") for number in range(400)))
    clock.move(hours=3)
    token = signing_in(server, USER_SCOPES)()
    about = [str(each) for each in (folder.path, server.api_url, token, ours.meeting_id)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    seen = []
    with subprocess.Popen(
        [sys.executable, str(PROGRAM), *about],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    ) as program:  # fmt: skip
        assert program.stdin
        assert program.stdout
        for step in range(1, 2000, STRIDE):
            clock.move(seconds=2)
            program.stdin.write(f"{step} {clock.now().isoformat()}\n")
            program.stdin.flush()
            answer = program.stdout.readline()
            assert answer in {"killed\n", "done\n"}
            kept = reports.on(ours.event_id)
            assert [len(reports.presences(each.id).presences) for each in kept] in ([], [401])
            seen.append(len(kept))
            if answer == "done\n":
                break
        program.stdin.close()
    assert seen == sorted(seen)
    assert set(seen) == {0, 1}
    assert len(seen) > 5
    assert history.verify(Work())
