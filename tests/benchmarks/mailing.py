"""Makes and sends certificate mails, next to a bare loop that sends the same bytes."""

from __future__ import annotations

import gc
import os
import signal
import smtplib
import socket
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from cpd_desktop.adapters.mail.promptness import hurried
from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.certificates.editing_pages import with_background
from cpd_desktop.domain.certificates.template import Asset
from cpd_desktop.domain.messages.pacing import Limits
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.services.messages.preparing import Wanted
from cpd_desktop.services.work import Work
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.store.schema import bring_up
from tests.benchmarks.certificates import tell
from tests.certified import LINE
from tests.clock import FixedClock
from tests.drafts import STARTS, a_draft, somebody
from tests.mailing import an_account, mailing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.services.services import Services
    from tests.mailing import Mailing

PEOPLE = 1000
HEAVY, SIDE = "Heavy", 268  # its certificates have 300 KB


def main() -> int:
    """Tell the seconds of making, sending and sending bare, once a round."""
    gc.set_threshold(500_000, 20, 100)  # as the command does
    people = int(sys.argv[2]) if len(sys.argv) > 2 else PEOPLE
    with tempfile.TemporaryDirectory(prefix="cpd-mail-") as made, sink() as port:
        folder = DataFolder(Path(made))
        bring_up(folder, lambda: None)
        clock = FixedClock()
        account = an_account(port, limits=Limits(100_000))
        with mailing(folder, clock, account=account) as post:
            after = clock.at
            for number in range(1 + int(sys.argv[1])):
                clock.at = STARTS.replace(month=11, day=1)
                post.here.event = _held(post.core, people if number else 5, number)
                clock.at = after
                _certify(post.core, post.here.event)
                told = _measured(post, port)
                if number:
                    tell(told)
    return 0


def _held(core: Services, people: int, number: int) -> int:
    event = core.events.add(replace(a_draft(f"Event {number}"), credits=(LINE,))).value.id
    newcomers = [somebody(f"Zoë Ångström-{each}", f"z{each}@clinic.example")
                 for each in range(people)]  # fmt: skip
    core.registrations.add_all(event, newcomers)
    return event


def _certify(core: Services, event: int) -> None:
    """Issue everybody a certificate of that size: noise cannot be made smaller."""
    places = [each.id for each in core.registrations.on(event)]
    core.attendance.override(event, places, Verdict.MET, "Signed the sheet")
    names = {each.name for each in core.templates.listed()}
    if HEAVY not in names:
        noise = BytesIO()
        Image.frombytes("RGB", (SIDE, SIDE), os.urandom(3 * SIDE * SIDE)).save(noise, "PNG")
        plain = replace(core.templates.read(core.templates.listed()[0]), name=HEAVY)
        asset = Asset("noise", "image/png", noise.getvalue())
        core.templates.keep(with_background(plain, 0, asset))
    core.certificates.issue(Work(), event, HEAVY)


def _measured(post: Mailing, port: int) -> dict[str, float]:
    core, wanted = post.core, Wanted(event=post.here.event, purpose=Purpose.CERTIFICATE)
    began = time.perf_counter()
    made = core.preparing.prepare(Work(), wanted, hold=timedelta(0)).value.made
    prepared = time.perf_counter() - began
    proof, issued = core.verifying.proof(), core.certificate_register.of_event(wanted.event)
    began = time.perf_counter()
    for certificate in issued:
        proof.require_sound(certificate.number, core.files.get(certificate.sha256))
    verified = time.perf_counter() - began  # a part of what preparing took
    content = core.outbox.content(made[-1])
    began, busy = time.perf_counter(), time.process_time()
    with smtplib.SMTP("127.0.0.1", port) as bare:
        hurried(bare.sock)  # as ours is: the system's waiting is no floor
        for each in made:
            bare.sendmail(post.account.sender, each.to, content)
    alone, alone_busy = time.perf_counter() - began, time.process_time() - busy
    began, busy = time.perf_counter(), time.process_time()
    done = core.sending.send(Work())
    took, took_busy = time.perf_counter() - began, time.process_time() - busy
    assert done.sent == len(made)
    count = len(made) / 1000
    told = {"prepared": prepared, "verified": verified, "sent": took, "bare": alone}
    told |= {"sent: busy": took_busy, "bare: busy": alone_busy}
    return {name: value / count for name, value in told.items()}


@contextmanager
def sink() -> Iterator[int]:
    """Run a server that takes everything and keeps nothing, in a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        child = os.fork()
        if child == 0:
            while True:
                _take(listening.accept()[0])
        try:
            yield listening.getsockname()[1]
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _take(caller: socket.socket) -> None:
    with caller, caller.makefile("rb", buffering=1 << 16) as said:
        caller.sendall(b"220 sink\r\n")
        for line in said:
            verb = line[:4].upper()
            if verb == b"DATA":
                caller.sendall(b"354 go on\r\n")
                while said.readline() != b".\r\n":
                    pass
            caller.sendall(b"221 bye\r\n" if verb == b"QUIT" else b"250 OK\r\n")


if __name__ == "__main__":
    sys.exit(main())
