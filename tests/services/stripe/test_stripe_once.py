"""Cut off before or after Stripe does it, everything is finished later and happens once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.app.core import assembled
from cpd_desktop.domain.billing.outward import OperationState
from cpd_desktop.domain.billing.payments import RefundDraft
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.stripe.errors import StripeSilent, StripeUnclear
from cpd_desktop.domain.stripe.orders import CouponDraft
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.stripe.errands import Kind
from cpd_desktop.services.stripe.operations import Errand
from cpd_desktop.services.work import Work
from tests.keychains import MemoryKeychains
from tests.paid_by_stripe import at_stripe
from tests.stripe_cuts import Cut, cut

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.paid_by_stripe import AtStripe

HALF = RefundDraft(amount=Money(3750, "GBP"), why="Ill")
SAYS = Sentence("test", "Cut")


DEEDS: dict[Kind, tuple[str, Callable[[AtStripe, Any], object]]] = {
    Kind.REFUND: ("refund", lambda shop, paid: shop.core.stripe_refunds.refund(paid.id, HALF)),
    Kind.PLACE_PAGE: ("checkout.session", lambda shop, _: shop.page("Bob")),
    Kind.CUSTOMER: ("customer", lambda shop, _: shop.page("Bob")),
    Kind.OFFER: ("product", lambda shop, _: shop.an_offer()),
    Kind.COUPON: (
        "coupon",
        lambda shop, _: shop.core.offers.make_coupon(CouponDraft("Half", percent=50.0)),
    ),
}


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("kind", DEEDS)
def test_what_was_cut_off_is_finished_by_the_next_look_once(
    folder: DataFolder,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    kind: Kind,
    *,
    after: bool,
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        paid = shop.paid("Ada")
        made, deed = DEEDS[kind]
        before = len(shop.stripe.book.all(made))
        with cut(shop, kind, Cut(), after=after):
            deed(shop, paid)
        assert len(shop.stripe.book.all(made)) - before == int(after)
        shop.sync()
        shop.sync()
        assert len(shop.stripe.book.all(made)) - before == 1
        states = {each.state for each in shop.core.stripe_operations.listed()}
        assert states == {OperationState.DONE}
        if kind is Kind.REFUND:
            assert shop.core.payments.get(paid.id).refunded == 3750


def test_an_answer_that_got_lost_is_asked_for_again_as_the_same_operation(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        paid = shop.paid("Ada")
        with cut(shop, Kind.REFUND, StripeUnclear(SAYS), after=True):
            shop.core.stripe_refunds.refund(paid.id, HALF)
        shop.core.stripe_refunds.refund(paid.id, HALF)
        assert len(shop.stripe.book.all("refund")) == 1
        assert shop.core.payments.get(paid.id).refunded == 3750


def test_what_stripe_never_heard_is_not_asked_behind_anybody_s_back(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        paid = shop.paid("Ada")
        with cut(shop, Kind.REFUND, StripeSilent(SAYS), after=False):
            shop.core.stripe_refunds.refund(paid.id, HALF)
        shop.sync()
        assert shop.stripe.book.all("refund") == []


def test_after_a_day_it_is_not_asked_again_but_told(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        paid = shop.paid("Ada")
        with cut(shop, Kind.REFUND, Cut(), after=False):
            shop.core.stripe_refunds.refund(paid.id, HALF)
        clock.move(hours=25)
        shop.sync()
        assert shop.stripe.book.all("refund") == []
        [failed] = shop.core.stripe_operations.listed()[:1]
        assert (failed.state, "not known" in str(failed.says)) == (OperationState.FAILED, True)


def test_what_stripe_did_and_cannot_be_booked_is_put_up_for_review(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        paid = shop.paid("Ada")
        errands: Any = shop.core.stripe_operations.errands
        whole = errands[Kind.REFUND]

        def keep(*_words: object) -> Any:
            raise NotAllowed(SAYS)

        errands[Kind.REFUND] = Errand(whole.ask, keep)
        shop.core.stripe_refunds.refund(paid.id, HALF)
        errands[Kind.REFUND] = whole
        [doubt] = shop.core.doubts.listed()
        assert doubt.payment == paid.id
        assert "could not be booked" in str(doubt.says)
        shop.sync()  # its event is told, too, and now it can
        assert shop.core.payments.get(paid.id).refunded == 3750


def test_two_programs_that_look_at_once_book_once(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        shop.pay(shop.page("Ada"))
        keychains = MemoryKeychains()
        key = shop.core.keychains.get("stripe")
        assert isinstance(key, Secret)
        keychains.put("stripe", key)
        other = assembled(folder, "other", keychains, clock)
        try:
            _at_once(
                lambda: shop.core.stripe_sync.sync(Work()),
                lambda: other.stripe_sync.sync(Work()),
            )
        finally:
            other.close()
        assert len(shop.core.payments.listed()) == 1
        assert shop.core.doubts.listed() == []


def _at_once(*deeds: Callable[[], object]) -> None:
    gate = Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> None:
        gate.wait(10)
        deed()

    with ThreadPoolExecutor() as pool:
        for each in [pool.submit(run, deed) for deed in deeds]:
            each.result(30)
