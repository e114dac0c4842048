"""Whoever is killed while sending loses no mail, and sends none twice unless a person said so."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.app.core import assembled
from cpd_desktop.domain.messages.states import State
from tests.clock import FixedClock
from tests.faults.mail_cut import AFTER, PEOPLE
from tests.faults.programs import started
from tests.keychains import MemoryKeychains
from tests.mail_here import mail_here

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder
    from tests.mail_here import MailServer

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix")]

EVERYBODY = {f"person{number}@clinic.example" for number in range(PEOPLE)}


def states(folder: Path) -> dict[str, str]:
    with closing(sqlite3.connect(folder / "cpd.db")) as raw:
        assert raw.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        return dict(raw.execute("SELECT recipient, state FROM message").fetchall())


def ask(cutter: subprocess.Popen[str], step: object, folder: Path) -> str:
    assert cutter.stdin is not None
    assert cutter.stdout is not None
    cutter.stdin.write(f"{step} {folder}\n")
    cutter.stdin.flush()
    return cutter.stdout.readline().strip()


def check(folder: Path, server: MailServer) -> dict[str, str]:
    """Check what must hold at any moment: what is known here against what arrived."""
    server.wait_until_idle()
    came, known = Counter(server.told()), states(folder)
    assert known.keys() == EVERYBODY
    assert not [who for who, count in came.items() if count > 1]
    for who, state in known.items():
        assert state in ("queued", "sending", "sent", "uncertain")
        assert state != "sent" or came[who] == 1
        assert state != "queued" or came[who] == 0
    return known


@pytest.mark.timeout(600)
def test_killed_before_every_single_step_no_mail_is_lost_or_sent_twice(tmp_path: Path) -> None:
    kills, unsure = 0, 0
    known: dict[str, str] = {}
    with mail_here() as server, started("mail_cut.py", tmp_path / "made", server.port) as cutter:
        assert cutter.stdin is not None
        assert cutter.stdout is not None
        assert cutter.stdout.readline() == "ready\n"
        for step in range(1, 5000):
            server.wait_until_idle()
            server.arrived.clear()
            folder = tmp_path / "again"
            shutil.copytree(tmp_path / "made", folder)
            answer = ask(cutter, step, folder)
            known = check(folder, server)
            if answer == "done":
                break
            assert answer == "killed"
            kills += 1
            assert list(known.values()).count("sending") <= 1
            assert ask(cutter, 0, folder) == "done"
            after = check(folder, server)
            asked = [who for who, state in after.items() if state == "uncertain"]
            assert len(asked) <= 1
            # All the others went, each of them once.
            assert {who for who, state in after.items() if state == "sent"} == EVERYBODY - {*asked}
            unsure += len(asked)
            shutil.rmtree(folder)
        cutter.stdin.close()
    assert set(known.values()) == {"sent"}
    assert kills > 200
    assert unsure > 0


@pytest.mark.parametrize(
    ("before", "of_second", "of_third"),
    [("claim", "sending", "queued"), ("end", "sent", "sending")],
)
def test_killed_within_a_mail_that_the_server_reads_already_nobody_has_it_and_it_goes_once(
    tmp_path: Path, folder: DataFolder, before: str, of_second: str, of_third: str
) -> None:
    path = folder.path
    with mail_here() as server, started("mail_cut.py", path, server.port) as cutter:
        assert cutter.stdin is not None
        assert cutter.stdout is not None
        assert cutter.stdout.readline() == "ready\n"
        server.wait_until_idle()
        server.arrived.clear()
        assert ask(cutter, before, path) == "killed"
        known = check(path, server)
        second, third = (f"person{number}@clinic.example" for number in (1, 2))
        assert (known[second], known[third]) == (of_second, of_third)
        assert server.told()[1:] == [second]
        assert ask(cutter, 0, path) == "done"
        assert Counter(check(path, server).values()) == {"sent": PEOPLE - 1, "uncertain": 1}
        core = assembled(folder, "test", MemoryKeychains(), FixedClock(AFTER))
        (asked,) = core.outbox.listed(core.outbox.ids(states=[State.UNCERTAIN])).values()
        # As a person does who looks whether it is there.
        if asked.to in server.told():
            core.outbox.note_arrived(asked.id)
        else:
            core.outbox.resend([asked.id])
        core.close()
        assert ask(cutter, 0, path) == "done"
        assert {*check(path, server).values()} == {"sent"}
        assert {*server.told()} == EVERYBODY
        cutter.stdin.close()
