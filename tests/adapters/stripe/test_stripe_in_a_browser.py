"""A real browser pays and leaves on the pages to which the calls lead."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.money import Money
from cpd_desktop.domain.stripe.objects import MembershipState, PageState
from cpd_desktop.domain.stripe.orders import Doors, LinkDraft, OfferDraft
from tests.adapters.stripe.buying import FIFTY, a_membership, a_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.adapters.stripe.calls import StripeCalls
    from tests.fakes.stripe.server import FakeStripe

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("chromium"), reason="needs chromium"),
]

ROOT = Path(__file__).parents[3]
PAYER = "tests.adapters.stripe.payer_in_chromium"


@dataclass
class Shop:
    """The place to which the browser comes back."""

    seen: list[str] = field(default_factory=list)
    address: str = ""

    @property
    def doors(self) -> Doors:
        return Doors(f"{self.address}/paid?page={{CHECKOUT_SESSION_ID}}", f"{self.address}/left")


@pytest.fixture
def shop() -> Iterator[Shop]:
    made = Shop()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.seen.append(self.path)
            body = b"<!doctype html><html lang=en><h1>Go back to the app</h1>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        made.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield made
        server.shutdown()
        thread.join()


def press(folder: Path, buttons: str, address: str) -> str:
    """Open the page in Chromium, press the buttons, and return the title of where they lead."""
    seen = folder / "seen.json"
    words = [sys.executable, "-m", PAYER, str(folder / "profile"), buttons, str(seen), address]
    subprocess.run(words, check=True, timeout=60, cwd=ROOT)
    title: str = json.loads(seen.read_text())["title"]
    return title


def test_a_place_is_paid_in_a_real_browser(calls: StripeCalls, shop: Shop, tmp_path: Path) -> None:
    page = a_place(calls, doors=shop.doors)
    assert press(tmp_path, "pay", page.url) == "Go back to the app"
    assert f"/paid?page={page.id}" in shop.seen
    paid = calls.page(page.id)
    assert (paid.state, paid.paid, paid.total) == (PageState.COMPLETE, True, FIFTY)
    [payment] = calls.payments_of(paid.intent)
    assert payment.paid is True


def test_leaving_the_page_pays_nothing(calls: StripeCalls, shop: Shop, tmp_path: Path) -> None:
    page = a_place(calls, doors=shop.doors)
    assert press(tmp_path, "cancel", page.url) == "Go back to the app"
    assert "/left" in shop.seen
    assert calls.page(page.id).state is PageState.OPEN


def test_a_link_is_paid_in_a_real_browser(calls: StripeCalls, shop: Shop, tmp_path: Path) -> None:
    offer = calls.offer(OfferDraft("Wound care", Money(5000, "JPY")), "o-1")
    link = calls.make_link(LinkDraft(offer.price, thanks=f"{shop.address}/thanks"), "l-1")
    assert press(tmp_path, "pay", link.url) == "Go back to the app"
    [payment] = calls.payments_since(calls.pages_since(calls.events_since(None)[0].made)[0].made)
    assert payment.amount == Money(5000, "JPY")


def test_a_member_ends_a_membership_on_the_portal(
    calls: StripeCalls, server: FakeStripe, shop: Shop, tmp_path: Path
) -> None:
    member = a_membership(calls, server)
    address = calls.portal(member.customer, f"{shop.address}/back", "p-1").reveal()
    assert press(tmp_path, "cancel,?resume,back", address) == "Go back to the app"
    ending = calls.membership(member.id)
    assert (ending.state, ending.ends_with_period) == (MembershipState.ACTIVE, True)
