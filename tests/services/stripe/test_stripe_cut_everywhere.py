"""Whatever is asked of Stripe is finished after a kill, and done there once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from cpd_desktop.domain.billing.outward import OperationState
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.stripe.orders import CodeDraft, CouponDraft
from cpd_desktop.services.stripe.errands import Kind
from tests.fakes.stripe import methods
from tests.paid_by_stripe import at_stripe
from tests.stripe_cuts import Cut, cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.paid_by_stripe import AtStripe

DEARER, DEAREST = Money(1500, "GBP"), Money(1600, "GBP")
OBJECTS = (
    "customer", "product", "price", "checkout.session", "billing_portal.session", "subscription",
    "charge", "payment_link", "coupon", "promotion_code",
)  # fmt: skip
# Those of refunds, places, customers, offers and coupons are in ``test_stripe_once``, and that of
# changed names in ``test_customers_follow``.
ELSEWHERE = {
    Kind.REFUND, Kind.PLACE_PAGE, Kind.CUSTOMER, Kind.OFFER, Kind.COUPON, Kind.CHANGE_CUSTOMER,
}  # fmt: skip


class Deed(NamedTuple):
    """Something asked, what is new at Stripe after it, and what must be so once it is finished."""

    kind: Kind
    ask: Callable[[], object]
    new: dict[str, int]
    so: Callable[[], bool]


def deeds(shop: AtStripe) -> Iterator[Deed]:
    core, book = shop.core, shop.stripe.book
    ada, bob = shop.a_member("Ada"), shop.here.place("Bob").person_id
    dear, old = shop.an_offer(DEARER), shop.an_offer(DEARER)
    page = shop.page("Bob")
    [card] = core.customers.cards(ada.person)
    other = methods.card(book)["id"]
    link = core.offers.link(dear.id).value.id
    coupon = core.offers.make_coupon(CouponDraft("Half", percent=50.0)).value.id
    code = core.offers.make_code(CodeDraft(coupon, "HALF")).value.id
    shop.sync()
    members, subscription = core.memberships, ada.subscription

    def item() -> object:
        return book.get("subscription", subscription)["items"]["data"][0]["price"]["id"]

    def ends() -> object:
        return book.get("subscription", subscription)["cancel_at_period_end"]

    def cards() -> set[str]:
        return {each["id"] for each in book.all("payment_method") if each["customer"]}

    yield Deed(Kind.MEMBER_PAGE, lambda: members.page(bob, dear.id), {"checkout.session": 1},
               lambda: len(core.checkout.pages(still_open=True)) == 2)  # fmt: skip
    yield Deed(Kind.CLOSE_PAGE, lambda: core.checkout.close(page.order or 0), {},
               lambda: book.get("checkout.session", page.page)["status"] == "expired")  # fmt: skip
    yield Deed(Kind.PORTAL, lambda: members.portal(ada.person), {"billing_portal.session": 1},
               lambda: True)  # fmt: skip
    yield Deed(Kind.REPRICE, lambda: core.offers.reprice(dear.id, DEAREST), {"price": 1},
               lambda: DEAREST in {each.price for each in core.offers.listed()})  # fmt: skip
    yield Deed(Kind.WITHDRAW, lambda: core.offers.withdraw(old.id), {},
               lambda: old.id not in {each.id for each in core.offers.listed()})  # fmt: skip
    yield Deed(Kind.BEGIN, lambda: members.begin(ada.person, dear.id, card.id),
               {"subscription": 1, "charge": 1},
               lambda: len(members.listed(ada.person)) == 2)  # fmt: skip
    yield Deed(Kind.CANCEL, lambda: members.cancel(ada.id), {},
               lambda: ends() is members.listed(ada.person)[1].ends_then is True)  # fmt: skip
    yield Deed(Kind.REACTIVATE, lambda: members.reactivate(ada.id), {},
               lambda: ends() is members.listed(ada.person)[1].ends_then is False)  # fmt: skip
    yield Deed(Kind.CHANGE, lambda: members.change(ada.id, dear.id), {"charge": 1},
               lambda: members.listed(ada.person)[1].offer == dear.id and bool(item()))  # fmt: skip
    yield Deed(Kind.ATTACH_CARD, lambda: core.customers.attach(ada.person, other), {},
               lambda: other in cards())  # fmt: skip
    yield Deed(Kind.PREFER_CARD, lambda: core.customers.prefer(ada.person, card.id), {},
               lambda: core.customers.preferred(ada.person) == card.id)  # fmt: skip
    yield Deed(Kind.DETACH_CARD, lambda: core.customers.detach(ada.person, other), {},
               lambda: other not in cards())  # fmt: skip
    yield Deed(Kind.LINK, lambda: core.offers.link(dear.id), {"payment_link": 1},
               lambda: len(core.offers.links()) == 2)  # fmt: skip
    yield Deed(Kind.END_LINK, lambda: core.offers.end_link(link), {},
               lambda: len(core.offers.links()) == 1)  # fmt: skip
    yield Deed(Kind.CODE, lambda: core.offers.make_code(CodeDraft(coupon, "TWICE")),
               {"promotion_code": 1}, lambda: len(core.offers.codes()) == 2)  # fmt: skip
    yield Deed(Kind.END_CODE, lambda: core.offers.end_code(code), {},
               lambda: not book.get("promotion_code", code)["active"])  # fmt: skip
    yield Deed(Kind.WITHDRAW_COUPON, lambda: core.offers.withdraw_coupon(coupon), {"coupon": -1},
               lambda: core.offers.coupons() == [])  # fmt: skip


def counted(shop: AtStripe) -> dict[str, int]:
    return {kind: len(shop.stripe.book.all(kind)) for kind in OBJECTS}


@pytest.mark.parametrize("after", [False, True])
def test_cut_off_around_stripe_s_answer_everything_is_finished_and_done_once(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, *, after: bool
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        tried = set()
        for deed in deeds(shop):
            before = counted(shop)
            with cut(shop, deed.kind, Cut(), after=after):
                deed.ask()
            for _ in range(2):
                shop.sync()
                wanted = {kind: before[kind] + deed.new.get(kind, 0) for kind in OBJECTS}
                assert (deed.kind, counted(shop)) == (deed.kind, wanted)
                assert deed.so(), deed.kind
            tried.add(deed.kind)
        found = shop.core.stripe_operations.listed()
        assert [each for each in found if each.state is not OperationState.DONE] == []
        assert tried | ELSEWHERE == {*Kind}
