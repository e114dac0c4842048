"""A place is paid in a real browser, half goes back, a member goes and stays; all by `cpd`."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser_here import until_closed
from tests.fakes.stripe.server import KEY
from tests.stripe_here import stripe_here

if TYPE_CHECKING:
    from tests.cli.conftest import CommandAtZoom
    from tests.fakes.stripe.server import FakeStripe

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("chromium"), reason="needs chromium"),
]

ROOT = Path(__file__).parents[2]
PAYER = "tests.adapters.stripe.payer_in_chromium"


@pytest.mark.timeout(240)
def test_from_the_key_to_the_last_penny(
    cpd: CommandAtZoom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def pressing(buttons: str) -> None:
        """Let the browser that opens next press these buttons, one after the other."""
        places = f"{tmp_path / buttons[:3]} {buttons} {tmp_path / 'seen.json'}"
        monkeypatch.setenv("BROWSER", f"{sys.executable} -m {PAYER} {places} %s")

    def seen() -> str:
        until_closed()  # the command may know of the payment before the payer has looked
        title: str = json.loads((tmp_path / "seen.json").read_text("utf-8"))["title"]
        return title

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{KEY}\n"))
    with stripe_here(cpd.clock, monkeypatch) as stripe:
        assert cpd("stripe", "connect")["connected"]
        event, place = a_place(cpd)
        pressing("pay")
        paid = cpd("stripe", "checkout", event, place, "--open")
        assert seen() == "You can go back to the app"
        assert [each["amount"] for each in paid["payments"]] == ["75.00 GBP"]
        [now_is] = cpd("registration", "list", event)
        assert (now_is["status"], now_is["payment"]) == ("confirmed", "paid")

        half = cpd("stripe", "refund", paid["payments"][0]["id"], "--amount", "37.50")
        assert half["refundable"] == "37.50 GBP"
        assert [each["amount"] for each in stripe.book.all("refund")] == [3750]

        offer = cpd("stripe", "offer", "Evenings", "9.00 GBP", "--every", "month")
        [member] = cpd("stripe", "subscribe", paid["person"], offer["id"], "--open")
        assert (member["state"], member["ends_then"]) == ("active", False)
        pressing("cancel,?resume,back")
        [ending] = cpd("stripe", "portal", paid["person"], "--open")
        assert ending["ends_then"] is True
        assert cpd("stripe", "reactivate", member["id"])["ends_then"] is False
        check_books(cpd, stripe)


def a_place(cpd: CommandAtZoom) -> tuple[int, int]:
    """Publish an event at a price with one person on it; return both ids."""
    cpd("provider", "--name", "Weber Training")
    event = cpd(
        *("event", "add", "--title", "Wound care", "--zone", "Europe/London"),
        *("--start", "2026-12-01T14:00", "--end", "2026-12-01T16:00", "--price", "75.00 GBP"),
    )["id"]
    cpd("event", "publish", event)
    place = cpd("registration", "add", event, "--name", "Ada", "--email", "ada@example.org")
    assert place["payment"] == "due"
    return event, place["id"]


def check_books(cpd: CommandAtZoom, stripe: FakeStripe) -> None:
    """Check that the ledger says what Stripe took and gave back, and that no file has the key."""
    took = sum(each["amount"] - each["amount_refunded"] for each in stripe.book.all("charge"))
    assert took == 3750 + 900
    totals = Counter[str]()
    for each in cpd("billing", "ledger"):
        totals[each["kind"]] += read_minor(each["amount"])
    assert -totals["payment"] - totals["refund"] == took
    assert totals.total() == 0
    assert cpd("stripe", "sync")["doubts"] == 0
    for path in cpd.folder.path.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes(), path


def read_minor(amount: str) -> int:
    """Return an amount such as “-37.50 GBP” in pence."""
    return int(amount.split(maxsplit=1)[0].replace(".", ""))
