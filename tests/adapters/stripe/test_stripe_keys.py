"""Which keys are taken, and what is told of a key that may too little."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.stripe.connection import KeyInKeychain
from cpd_desktop.adapters.stripe.rights import QUESTIONS
from cpd_desktop.domain.errors import Invalid, NeedsSignIn
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.stripe.errors import KeyRefused, MissingPermission
from cpd_desktop.domain.stripe.keys import PERMISSIONS, kind_of, masked
from cpd_desktop.domain.stripe.orders import RefundOrder
from tests.adapters.stripe.buying import ANN, a_payment
from tests.fakes.keychain import MemoryKeychain
from tests.fakes.stripe.keys import EVERYTHING
from tests.fakes.stripe.server import ACCOUNT, KEY, LIVE_KEY
from tests.stripe_here import stripe_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.services.stripe.ports import StripeConnection
    from tests.adapters.stripe.conftest import Desk
    from tests.clock import FixedClock
    from tests.fakes.stripe.server import FakeStripe

NEEDED = frozenset(each.name for each in PERMISSIONS)
FEW = "rk_test_51KeyWithFewRights000000000000"


@pytest.fixture
def server(clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeStripe]:
    with stripe_here(clock, monkeypatch) as running:
        yield running


@pytest.fixture
def keychain() -> MemoryKeychain:
    return MemoryKeychain()


@pytest.fixture
def connection(desk: Desk, keychain: MemoryKeychain) -> Iterator[KeyInKeychain]:
    made = KeyInKeychain(keychain, desk.log, desk.clock)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("key", "live", "restricted"),
    [
        (KEY, False, True),
        (LIVE_KEY, True, True),
        ("sk_test_51ATestKeyThatMayEverything", False, False),
    ],
)
def test_the_beginning_of_a_key_tells_test_from_live(
    key: str, *, live: bool, restricted: bool
) -> None:
    kind = kind_of(Secret(key))
    assert (kind.live, kind.restricted) == (live, restricted)


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("sk_live_51ALiveKeyThatMayEverything", "everything with real money"),
        ("pk_test_51APublishableKey0000000000", "publishable key"),
        ("whsec_0123456789abcdef0123456789", "no key for Stripe"),
        ("rk_test_51 with blanks inside 0000", "no key for Stripe"),
        ("rk_test_short", "no key for Stripe"),
        ("rk_test_51" + "x" * 400, "no key for Stripe"),
        (KEY + "\n", "no key for Stripe"),
        ("", "missing"),
    ],
)
def test_other_keys_are_refused_with_advice(
    connection: KeyInKeychain, server: FakeStripe, key: str, says: str
) -> None:
    with pytest.raises(Invalid, match=says) as refused:
        connection.connect(Secret(key))
    assert "restricted key" in str(refused.value.advice)
    assert server.asked == []
    assert connection.shown() == ""


def test_a_key_is_shown_without_its_middle() -> None:
    assert masked(Secret(KEY)) == "rk_test_…0000"


def test_it_is_the_connection_that_services_know(connection: KeyInKeychain) -> None:
    port: StripeConnection = connection
    assert port.shown() == ""


def test_a_good_key_is_kept_and_forgotten(
    connection: KeyInKeychain, keychain: MemoryKeychain
) -> None:
    with pytest.raises(NeedsSignIn, match="no key"):
        connection.stripe()
    assert connection.connect(Secret(KEY)).id == ACCOUNT
    assert keychain.get("stripe") == Secret(KEY)
    assert connection.stripe().live is False
    assert connection.shown() == "rk_test_…0000"
    connection.disconnect()
    assert connection.shown() == ""


def test_a_key_that_stripe_does_not_know_is_not_kept(
    connection: KeyInKeychain, keychain: MemoryKeychain
) -> None:
    with pytest.raises(KeyRefused):
        connection.connect(Secret("rk_test_51ThisKeyWasDeleted00000"))
    assert keychain.get("stripe") is None


def test_a_sufficient_key_lacks_nothing_and_asking_changes_nothing(
    connection: KeyInKeychain, server: FakeStripe
) -> None:
    account, missing = connection.check(Secret(KEY))
    assert (account.name, missing) == ("Weber Training", ())
    assert server.book.kept == {}


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_each_missing_permission_is_named(desk: Desk, server: FakeStripe, name: str) -> None:
    server.keys.add(FEW, NEEDED - {name})
    assert [each.name for each in desk.calls(FEW).lacking()] == [name]


def test_reading_is_not_enough_where_writing_is_needed(desk: Desk, server: FakeStripe) -> None:
    server.keys.add(FEW, frozenset(name.replace("_write", "_read") for name in EVERYTHING))
    missing = desk.calls(FEW).lacking()
    assert missing
    assert all(each.writes for each in missing)


def test_every_permission_is_asked_about() -> None:
    assert set(QUESTIONS) == NEEDED


def test_the_account_is_known_even_to_a_key_that_may_not_read_it(
    desk: Desk, server: FakeStripe
) -> None:
    server.keys.add(FEW, frozenset({"rak_customer_write"}))
    assert desk.calls(FEW).account().id == ACCOUNT


def test_what_a_key_may_not_do_names_the_permission(desk: Desk, server: FakeStripe) -> None:
    paid = a_payment(desk.calls(), server)
    server.keys.add(FEW, NEEDED - {"rak_charge_write"} | {"rak_charge_read"})
    few = desk.calls(FEW)
    assert few.payment(paid.id) == paid
    with pytest.raises(MissingPermission, match="rak_charge_write") as refused:
        few.refund(RefundOrder(paid.id), "r-1")
    assert FEW[8:] not in str(refused.value)


def test_test_and_live_never_see_each_other(desk: Desk) -> None:
    test, live = desk.calls(KEY), desk.calls(LIVE_KEY)
    made = test.make_customer(ANN, "c-1")
    assert live.customers(ANN.email) == []
    assert live.make_customer(ANN, "c-1").id != made.id
    assert (test.live, live.live) == (False, True)


@pytest.mark.parametrize(
    "address", ["http://stripe.example", "ftp://127.0.0.1", "https://a:b@stripe.example", "x"]
)
def test_a_key_is_never_sent_to_an_unsafe_address(
    connection: KeyInKeychain, server: FakeStripe, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("CPD_STRIPE_API_URL", address)
    with pytest.raises(Invalid, match="not safe"):
        connection.check(Secret(KEY))
    assert server.asked == []
