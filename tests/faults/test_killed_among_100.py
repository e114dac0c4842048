"""A hundred certificates go out, the program is killed in the middle, and goes on later."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.states import State
from cpd_desktop.services.work import Work
from tests.faults.programs import started
from tests.mail_here import MailServer, mail_here
from tests.mailing import mailing

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.mailing import Mailing

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix")]

PEOPLE, MIDDLE = 100, 40


def killed_in_the_middle(folder: Path, server: MailServer) -> None:
    """Send in a program of its own, and kill that once so many have arrived."""
    program = started("mail_all.py", folder)
    try:
        while len(server.arrived) < MIDDLE:
            assert program.poll() is None, "it ended before it was killed"
            time.sleep(0.001)
    finally:
        program.kill()
        program.communicate()
    assert program.returncode == -signal.SIGKILL
    server.wait_until_idle()


def compare(post: Mailing, server: MailServer) -> Counter[State]:
    """Compare what arrived with what the outbox says, byte for byte; count the states."""
    came = Counter(each.content for each in server.arrived)
    assert max(came.values()) == 1
    for each in post.all():
        if each.state in (State.SENT, State.QUEUED):
            assert came[post.core.outbox.content(each)] == (each.state is State.SENT)
    return Counter(each.state for each in post.all())


@pytest.mark.timeout(120)
def test_of_100_certificates_none_is_lost_or_sent_twice_by_a_kill_in_the_middle(
    folder: DataFolder, clock: FixedClock
) -> None:
    names = (f"Person {number}" for number in range(PEOPLE))
    with mail_here() as server, mailing(folder, clock, *names, port=server.port) as post:
        post.here.issue()
        post.prepare(Purpose.CERTIFICATE, hold=timedelta(0))
        killed_in_the_middle(folder.path, server)
        stopped = compare(post, server)
        assert stopped[State.SENT] >= MIDDLE - 1
        assert stopped[State.SENDING] <= 1
        post.core.sending.send(Work())
        server.wait_until_idle()
        ended = compare(post, server)
        assert ended[State.SENT] + ended[State.UNCERTAIN] == PEOPLE
        asked = [each for each in post.all() if each.state is State.UNCERTAIN]
        assert len(asked) <= 1
        for each in asked:  # as a person does who looks whether it is there
            there = each.to in server.told()
            if there:
                post.core.outbox.note_arrived(each.id)
            else:
                post.core.outbox.resend([each.id])
        post.core.sending.send(Work())
        server.wait_until_idle()
        assert compare(post, server) == {State.SENT: PEOPLE}
        assert len(server.arrived) == PEOPLE
