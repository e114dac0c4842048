"""What becomes of a question to Stripe when the network or Stripe itself is in trouble."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.stripe.calls import StripeCalls
from cpd_desktop.domain.errors import CpdError, Unavailable
from cpd_desktop.domain.stripe.errors import StripeBusy, StripeSilent, StripeUnclear
from cpd_desktop.domain.stripe.orders import RefundOrder
from cpd_desktop.services.work import Cancelled, Work
from tests.adapters.stripe.buying import ANN, a_payment, a_place
from tests.fakes.stripe import trouble
from tests.fakes.stripe.server import KEY
from tests.fakes.zoom import faults
from tests.fakes.zoom.faults import Fault, Harm
from tests.fakes.zoom.wire import Answer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.adapters.stripe.conftest import Desk
    from tests.fakes.stripe.server import FakeStripe

REFUNDS, CUSTOMERS = "/v1/refunds", "/v1/customers"


@pytest.mark.parametrize(
    "fault",
    [
        faults.DROP,
        faults.DROP_ANSWER,
        faults.TRUNCATED,
        trouble.TOO_MANY,
        trouble.BROKEN,
        trouble.IN_USE,
    ],
    ids=["cut before", "cut after", "cut short", "429", "500", "409"],
)
def test_trouble_in_the_middle_of_a_refund_gives_back_once(
    calls: StripeCalls, server: FakeStripe, desk: Desk, fault: Fault
) -> None:
    paid = a_payment(calls, server)
    server.faults.next(REFUNDS, fault, times=2)
    made = calls.refund(RefundOrder(paid.id), "r-1")
    assert [each["id"] for each in server.book.all("refund")] == [made.id]
    assert desk.waited == [0.5, 1.0]
    keys = {each.headers["idempotency-key"] for each in server.asked if each.path == REFUNDS}
    assert keys == {"r-1"}


def test_after_a_lost_answer_the_same_operation_finds_what_was_done(
    calls: StripeCalls, server: FakeStripe
) -> None:
    paid = a_payment(calls, server)
    server.faults.next(REFUNDS, faults.DROP_ANSWER, times=4)
    with pytest.raises(StripeUnclear):
        calls.refund(RefundOrder(paid.id), "r-1")
    [done] = server.book.all("refund")
    assert calls.refund(RefundOrder(paid.id), "r-1").id == done["id"]
    assert len(server.book.all("refund")) == 1


def test_a_fault_of_stripe_leaves_open_whether_it_was_done(
    calls: StripeCalls, server: FakeStripe
) -> None:
    server.faults.next(CUSTOMERS, trouble.BROKEN_FOR_GOOD)
    with pytest.raises(StripeUnclear, match="may have done"):
        calls.make_customer(ANN, "c-1")
    server.faults.next(CUSTOMERS, trouble.BROKEN_FOR_GOOD)
    with pytest.raises(Unavailable, match="fault of its own"):
        calls.customers(ANN.email)
    assert len(server.asked) == 2


def test_stripe_may_ask_for_patience_and_gets_it(
    calls: StripeCalls, server: FakeStripe, desk: Desk
) -> None:
    assert trouble.TOO_MANY.answer is not None
    later = trouble.TOO_MANY.answer.with_headers({"Retry-After": "7"})
    server.faults.next(CUSTOMERS, Fault(Harm.REPLACE, answer=later))
    assert calls.customers(ANN.email) == []
    assert desk.waited == [7.0]


def test_too_long_a_wait_is_told_and_not_sat_out(
    calls: StripeCalls, server: FakeStripe, desk: Desk
) -> None:
    assert trouble.TOO_MANY.answer is not None
    later = trouble.TOO_MANY.answer.with_headers({"Retry-After": "3600"})
    server.faults.next(CUSTOMERS, Fault(Harm.REPLACE, answer=later))
    with pytest.raises(StripeBusy) as busy:
        calls.customers(ANN.email)
    assert busy.value.wait is not None
    assert busy.value.wait.total_seconds() == 3600
    assert desk.waited == []


@pytest.mark.parametrize(
    "fault",
    [
        faults.CAPTIVE_PORTAL,
        faults.GARBAGE,
        Fault(Harm.REPLACE, answer=Answer(302, b"", {"Location": "http://hotel.example/"})),
        Fault(Harm.REPLACE, answer=Answer(511, b"{}")),
        Fault(Harm.REPLACE, answer=Answer(200, b"[]")),
    ],
    ids=["portal", "garbage", "moved", "511", "no object"],
)
def test_a_hotel_network_is_told_from_stripe(
    calls: StripeCalls, server: FakeStripe, fault: Fault
) -> None:
    server.faults.next("/v1/", fault)
    with pytest.raises(StripeSilent, match="network here"):
        calls.account()


def test_what_was_lost_before_the_hotel_network_answered_stays_open(
    calls: StripeCalls, server: FakeStripe
) -> None:
    server.faults.next(CUSTOMERS, faults.DROP_ANSWER)
    server.faults.next(CUSTOMERS, faults.CAPTIVE_PORTAL)
    with pytest.raises(StripeUnclear):
        calls.make_customer(ANN, "c-1")
    assert len(server.book.all("customer")) == 1


def test_an_answer_that_breaks_off_is_no_answer(calls: StripeCalls, server: FakeStripe) -> None:
    half = Fault(Harm.REPLACE, answer=Answer(200, b'{"id": "cus_1", "email'))
    server.faults.next("/v1/", half, times=2)
    with pytest.raises(Unavailable, match="cannot be read"):
        calls.account()
    with pytest.raises(StripeUnclear, match="cannot be read"):
        calls.make_customer(ANN, "c-1")


def test_nobody_at_the_address_is_offline_and_nothing_was_done(desk: Desk) -> None:
    away = StripeCalls(desk.calls().key, "http://127.0.0.1:9", desk.calls().wire)
    with pytest.raises(StripeSilent):
        away.make_customer(ANN, "c-1")
    assert len(desk.log.latest(10)) == 4


def test_a_slow_stripe_does_not_keep_us_for_ever(server: FakeStripe, desk: Desk) -> None:
    server.faults.next("/v1/", faults.delay(30), times=4)
    with pytest.raises(StripeSilent):
        desk.calls(patience=0.05).account()


def test_the_same_operation_twice_at_once_is_done_once(server: FakeStripe, desk: Desk) -> None:
    paid = a_payment(desk.calls(), server)
    made: list[str] = []

    def press() -> None:
        made.append(desk.calls().refund(RefundOrder(paid.id), "r-1").id)

    with server.holding(REFUNDS) as arrived:
        first = threading.Thread(target=press)
        first.start()
        assert arrived.wait(10)
        with pytest.raises(StripeUnclear, match="still at work"):
            press()
    first.join()
    press()
    assert made == [server.book.all("refund")[0]["id"]] * 2


def test_a_stopped_job_waits_no_longer(calls: StripeCalls, server: FakeStripe) -> None:
    server.faults.next("/v1/", trouble.BROKEN, times=4)
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        calls.during(work).account()


def test_the_log_names_calls_and_nobody(
    calls: StripeCalls, server: FakeStripe, desk: Desk, tmp_path: Path
) -> None:
    calls.make_customer(ANN, "c-1")
    calls.customers(ANN.email)
    a_place(calls)
    newest, *_ = desk.log.latest(10)
    assert (newest.service, newest.method, newest.status) == ("Stripe", "POST", 200)
    assert newest.address == f"{server.address}/v1/checkout/sessions"
    written = (tmp_path / "logs" / "network.jsonl").read_text()
    assert len(written.split()) > 3
    for secret in (KEY, KEY[8:], "ann", "Novák", "clinic", "Wound"):
        assert secret not in written


def test_the_library_neither_logs_nor_tells_of_this_computer(
    calls: StripeCalls,
    server: FakeStripe,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import stripe._util

    monkeypatch.setattr(stripe._util, "STRIPE_LOG", "debug")
    with caplog.at_level(logging.DEBUG):
        calls.make_customer(ANN, "c-1")
        calls.customers(ANN.email)
    assert not [each for each in caplog.records if each.name == "stripe"]
    assert capfd.readouterr().err == ""
    told = {name for each in server.asked for name in each.headers}
    assert told == {
        "host", "user-agent", "accept-encoding", "accept", "connection", "authorization",
        "idempotency-key", "content-type", "content-length", "stripe-version",
    }  # fmt: skip
    assert server.asked[0].headers["user-agent"].startswith("CPD-Desktop/")


def test_a_password_file_does_not_take_the_place_of_the_key(
    calls: StripeCalls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    assert calls.account().name == "Weber Training"


def test_no_error_repeats_a_key_or_an_address(calls: StripeCalls, server: FakeStripe) -> None:
    told = (
        b'{"error": {"type": "card_error", "message": "4242 4242 4242 4242 of ann@clinic.example '
        b'with rk_live_abcdefghijklmnop"}}'
    )
    answer = Answer(402, told, {"Content-Type": "application/json"})
    server.faults.next("/v1/", Fault(Harm.REPLACE, answer=answer))
    with pytest.raises(CpdError) as refused:
        calls.account()
    for secret in ("4242", "ann", "clinic", "abcdef"):
        assert secret not in str(refused.value)


def test_importing_the_calls_does_not_load_the_library() -> None:
    import subprocess
    import sys

    source = (
        "import sys; import cpd_desktop.adapters.stripe.connection; "
        "import cpd_desktop.services.stripe.ports; "
        "print(sorted({'stripe', 'requests'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", source], capture_output=True, check=True)
    assert told.stdout == b"[]\n"
