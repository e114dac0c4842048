"""Asks Stripe in forks of itself that are killed before a step, again and again.

A step is a commit, or something said to or heard from Stripe; an answer is heard in one step, in
however many pieces it comes. The arguments are its address and a folder that may be spoiled. It
reads ``deed step folder id`` from its standard input and answers ``killed`` or ``done``; step 0 is
killed nowhere.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.app.core import assembled
from cpd_desktop.domain.billing.payments import RefundDraft
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.work import Work
from cpd_desktop.store.folder import DataFolder
from tests.billed import open_fonts_once
from tests.clock import FixedClock
from tests.compiled import compile_statements_once
from tests.fakes.stripe.server import KEY
from tests.faults.forking import became_of
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from cpd_desktop.services.services import Services

HALF = RefundDraft(amount=Money(3750, "GBP"), why="Came for half")


def page(core: Services, which: int) -> None:
    core.checkout.for_place(which)


def refund(core: Services, which: int) -> None:
    core.stripe_refunds.refund(which, HALF)


def begin(core: Services, which: int) -> None:
    offer, card = core.offers.listed()[0], core.customers.cards(which)[0]
    core.memberships.begin(which, offer.id, card.id)


def sync(core: Services, _which: int) -> None:
    core.stripe_sync.sync(Work())


DEEDS: dict[str, Callable[[Services, int], None]] = {
    each.__name__: each for each in (page, refund, begin, sync)
}


def run(deed: str, path: str, which: int) -> None:
    keychains = MemoryKeychains()
    keychains.put("stripe", Secret(KEY))
    core = assembled(DataFolder(Path(path)), "test", keychains, FixedClock())
    open_fonts_once(core)
    DEEDS[deed](core, which)
    core.close()


def killed_before(step: int) -> None:
    """Arrange for this process to be killed before it takes this step."""
    left, before = step, ""

    def seen(_: FrameType, event: str, call: Any) -> None:
        nonlocal left, before
        if event == "c_call" and _is_step(call):
            is_piece, before = before == call.__name__ == "recv_into", call.__name__
            left -= not is_piece
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(seen)


def _is_step(call: Any) -> bool:
    if isinstance(call.__self__, sqlite3.Connection):
        return bool(call.__name__ == "commit")
    talks = {"connect", "sendall", "recv_into"}
    return isinstance(call.__self__, socket.socket) and call.__name__ in talks


def attempt(deed: str, step: int, path: str, which: int) -> str:
    def killed() -> None:
        if step:
            killed_before(step)
        run(deed, path, which)

    return became_of(killed)


def main() -> None:
    os.environ["CPD_STRIPE_API_URL"], scratch = sys.argv[1:]
    compile_statements_once()
    run("sync", scratch, 0)  # once through, to import what is used late
    gc.freeze()  # so that no fork copies what it only looks through for garbage
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        deed, step, path, which = line.split()
        sys.stdout.write(f"{attempt(deed, int(step), path, int(which))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
