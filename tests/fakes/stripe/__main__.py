"""Runs the Stripe on loopback by itself: `python -m tests.fakes.stripe`."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from typing import TYPE_CHECKING

from tests.fakes.stripe.server import KEY, FakeStripe

if TYPE_CHECKING:
    from collections.abc import Sequence


def words_of(stripe: FakeStripe) -> str:
    """Return what to set, and which key to give, so that the app finds this Stripe."""
    return "\n".join(
        (
            f"Stripe is at {stripe.address}",
            f"CPD_STRIPE_API_URL={stripe.address}",
            f"The restricted key is {KEY}",
        )
    )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fakes.stripe", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="where to listen (else any port)")
    port = parser.parse_args(arguments).port
    stop = threading.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda _sign, _frame: stop.set())
    with FakeStripe(port=port) as stripe:
        sys.stdout.write(words_of(stripe) + "\n")
        sys.stdout.flush()
        stop.wait()


if __name__ == "__main__":
    main()
