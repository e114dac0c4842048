"""Books payments in forks of itself that are killed before a step, again and again.

It makes a folder with priced places, reads ``step place`` from its standard input, orders the
place and books its payment, and answers ``killed`` or ``done``.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.adapters.billing.bill_press import BillPress
from cpd_desktop.app.core import assembled
from cpd_desktop.domain.billing.payments import Method, PaymentDraft
from cpd_desktop.domain.money import Money
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.store.schema import bring_up
from tests.billed import PRICE, billed
from tests.clock import FixedClock
from tests.compiled import compile_statements_once
from tests.faults.cut import is_step
from tests.faults.forking import became_of
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from types import FrameType

PLACES = 120


def prepared(folder: DataFolder) -> BillPress:
    """Make the folder and open the fonts, so that each attempt is short."""
    bring_up(folder, lambda: None)
    with billed(folder, FixedClock(), *(f"Person {at}" for at in range(PLACES))) as here:
        press = here.core.outside.bill_printer
        assert isinstance(press, BillPress)
        here.core.bills.invoice(here.order("Person 0").id)
    return press


def pay(folder: DataFolder, place: int, step: int, press: BillPress) -> None:
    core = assembled(folder, "test", MemoryKeychains(), FixedClock())
    core.outside.__dict__["bill_printer"] = press
    order = core.orders.place([place]).value
    draft = PaymentDraft(
        amount=Money(PRICE.minor, PRICE.currency),
        method=Method.CASH,
        received_on=FixedClock().now().date(),
        external=f"cash {place}",
    )
    left = step

    def seen(_: FrameType, event: str, call: Any) -> None:
        nonlocal left
        if event == "c_call" and hasattr(call, "__self__") and is_step(call):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    threading.setprofile(seen)
    sys.setprofile(seen)
    core.payments.pay(order.id, draft)
    sys.setprofile(None)


def attempt(folder: DataFolder, place: int, step: int, press: BillPress) -> str:
    return became_of(lambda: pay(folder, place, step, press))


def main() -> None:
    compile_statements_once()
    folder = DataFolder(Path(sys.argv[1]))
    press = prepared(folder)
    gc.freeze()  # so that no fork copies what it only looks through for garbage
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        step, place = map(int, line.split())
        sys.stdout.write(f"{attempt(folder, place, step, press)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
