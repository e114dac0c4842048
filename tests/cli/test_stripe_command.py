"""The same through `cpd`: a key from stdin, pages, payments, memberships and what was told."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.adapters.stripe.receiver import StripeReceiver
from cpd_desktop.services.stripe.reading import KINDS
from tests.fakes.stripe import checkout
from tests.fakes.stripe.hooks import SECRET, Hook
from tests.fakes.stripe.keys import EVERYTHING
from tests.fakes.stripe.server import KEY, LIVE_KEY
from tests.stripe_here import stripe_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import CommandAtZoom
    from tests.fakes.stripe.server import FakeStripe


@pytest.fixture
def stripe(cpd: CommandAtZoom, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeStripe]:
    with stripe_here(cpd.clock, monkeypatch) as running:
        yield running


def connect(cpd: CommandAtZoom, patch: pytest.MonkeyPatch, key: str = KEY, code: int = 0) -> Any:
    patch.setattr("sys.stdin", io.StringIO(f"{key}\n"))
    return cpd("stripe", "connect", code=code)


@pytest.fixture
def place(cpd: CommandAtZoom, stripe: FakeStripe, monkeypatch: pytest.MonkeyPatch) -> Any:
    _ = stripe
    connect(cpd, monkeypatch)
    cpd("provider", "--name", "Weber Training")
    event = cpd(
        *("event", "add", "--title", "Wound care", "--zone", "Europe/London"),
        *("--start", "2026-12-01T14:00", "--end", "2026-12-01T16:00", "--price", "75.00 GBP"),
    )["id"]
    cpd("event", "publish", event)
    made = cpd("registration", "add", event, "--name", "Ada", "--email", "ada@example.org")
    return made | {"event": event}


def test_a_key_is_kept_in_the_keychain_and_shown_without_its_middle(
    cpd: CommandAtZoom, stripe: FakeStripe, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cpd("stripe", "status")["connected"] is False
    told = connect(cpd, monkeypatch)
    assert (told["connected"], told["live"], told["lacking"]) == (True, False, [])
    assert (told["account"], told["name"]) == (stripe.keys.account, "Weber Training")
    assert KEY not in str(told)
    assert cpd("stripe", "disconnect")["connected"] is False
    assert cpd("stripe", "sync", code=3)["error"] == "NeedsSignIn"


def test_a_key_that_lacks_permissions_says_which(
    cpd: CommandAtZoom, stripe: FakeStripe, monkeypatch: pytest.MonkeyPatch
) -> None:
    weak = stripe.keys.add("rk_test_" + "w" * 40, EVERYTHING - {"rak_charge_write"})
    assert connect(cpd, monkeypatch, weak, code=4)["lacking"] == ["rak_charge_write"]
    assert connect(cpd, monkeypatch, "sk_live_" + "a" * 40, code=1)["error"] == "Invalid"


def test_test_money_that_stays_behind_is_told_and_set_aside_by_its_number(
    cpd: CommandAtZoom, place: Any, stripe: FakeStripe, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = cpd("stripe", "checkout", place["event"], place["reference"])
    checkout.pay(stripe.book, page["page"])
    cpd("stripe", "sync")
    cpd("stripe", "disconnect")
    assert connect(cpd, monkeypatch, LIVE_KEY, code=1)["error"] == "TrialsLeft"
    [left] = cpd("stripe", "trials")
    assert (left["name"], left["amount"]) == ("Ada", "75.00 GBP")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{LIVE_KEY}\n"))
    assert cpd("stripe", "connect", "--set-aside", "1")["live"] is True
    assert cpd("stripe", "trials") == []


def test_a_place_is_paid_noticed_and_half_refunded(
    cpd: CommandAtZoom, stripe: FakeStripe, place: Any
) -> None:
    page = cpd("stripe", "checkout", place["event"], place["id"])
    assert page["amount"] == "75.00 GBP"
    assert [each["url"] for each in cpd("stripe", "pages")] == [page["url"]]
    checkout.pay(stripe.book, page["page"])
    told = cpd("stripe", "sync")
    assert (told["heard"], told["doubts"]) == (2, 0)
    assert {each["fate"] for each in cpd("stripe", "events")} == {"applied"}
    paid = cpd("billing", "show", page["order"])["payments"][0]
    assert cpd("stripe", "receipt", paid["id"])["url"].startswith(stripe.address)
    back = cpd("stripe", "refund", paid["id"], "--amount", "37.50", "--why", "Came for half")
    assert back["id"] == paid["id"]
    assert cpd("stripe", "sync")["doubts"] == 0
    assert cpd("stripe", "disputes") == []


def test_a_membership_through_the_command(
    cpd: CommandAtZoom, stripe: FakeStripe, place: Any
) -> None:
    person = cpd("stripe", "checkout", place["event"], place["id"])["person"]
    offer = cpd("stripe", "offer", "Evenings", "9.00 GBP", "--every", "month")
    assert [each["id"] for each in cpd("stripe", "offers")] == [offer["id"]]
    page = cpd("stripe", "subscribe", person, offer["id"])
    checkout.pay(stripe.book, page["page"])
    cpd("stripe", "sync")
    [member] = cpd("stripe", "memberships", person)
    assert cpd("stripe", "cancel", member["id"])["ends_then"] is True
    assert cpd("stripe", "reactivate", member["id"])["ends_then"] is False
    dearer = cpd("stripe", "offer", "More evenings", "15.00 GBP", "--every", "month")
    assert cpd("stripe", "change", member["id"], dearer["id"])["offer"] == dearer["id"]
    assert cpd("stripe", "portal", person)["url"].startswith(stripe.address)
    assert len(cpd("stripe", "cards", person)) == 1
    assert cpd("stripe", "invoices", person)
    coupon = cpd("stripe", "coupon", "Early", "--percent", "20")
    cpd("stripe", "code", coupon["id"], "EARLY")
    assert [each["code"] for each in cpd("stripe", "codes")] == ["EARLY"]


def test_no_key_card_or_address_is_in_the_logs_or_the_data(
    cpd: CommandAtZoom, stripe: FakeStripe, place: Any
) -> None:
    page = cpd("stripe", "checkout", place["event"], place["id"])
    checkout.pay(stripe.book, page["page"])
    cpd("stripe", "sync")
    for path in cpd.folder.path.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert KEY.encode() not in content, path
            assert b"4242424242424242" not in content, path
            if path.is_relative_to(cpd.folder.logs):
                assert b"ada@example.org" not in content, path
    said = cpd.lines("network")
    assert "/v1/checkout/sessions" in said
    assert KEY not in said
    assert "ada@" not in said


def test_what_comes_through_a_tunnel_is_booked_the_same(
    cpd: CommandAtZoom, stripe: FakeStripe, place: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = cpd("stripe", "checkout", place["event"], place["id"])
    checkout.pay(stripe.book, page["page"])
    told = [each for each in stripe.book.all("event") if each["type"] in KINDS]
    visits = iter((True, False))

    def tunnel(receiver: StripeReceiver, _seconds: float) -> bool:
        if not next(visits):
            raise KeyboardInterrupt
        hook = Hook(f"http://127.0.0.1:{receiver.port}", cpd.clock.now)
        forged = Hook(hook.address, cpd.clock.now, "whsec_somebody_else")
        assert {hook.tell(each) for each in told} == {204}
        assert {forged.tell(each) for each in told} == {401}
        return True

    monkeypatch.setattr(StripeReceiver, "wait", tunnel)
    assert cpd("stripe", "receive", "--port", "0", code=1)["error"] == "Invalid"
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{SECRET}\n"))
    heard = cpd("stripe", "receive", "--port", "0", "--secret")
    assert heard["heard"] == len(told) == 2
    [now_is] = cpd("registration", "list", place["event"])
    assert now_is["payment"] == "paid"
    assert cpd("stripe", "sync")["heard"] == 0
