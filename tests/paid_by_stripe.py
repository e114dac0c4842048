"""A priced event in a folder that is connected to a Stripe on loopback."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.money import Money
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.stripe.objects import Period, Rhythm
from cpd_desktop.services.stripe.offers import OfferWanted
from cpd_desktop.services.work import Work
from tests.billed import PRICE, billed
from tests.fakes.stripe import checkout
from tests.fakes.stripe.server import KEY
from tests.stripe_here import stripe_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from cpd_desktop.services.billing.rows import BookedPayment
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.stripe.checkout import OpenPage
    from cpd_desktop.services.stripe.rows import KeptMembership, KeptOffer
    from cpd_desktop.services.stripe.sync import Synced
    from cpd_desktop.store.folder import DataFolder
    from tests.billed import Billed
    from tests.clock import FixedClock
    from tests.fakes.stripe.server import FakeStripe

MONTHLY = Rhythm(Period.MONTH)
FEE = Money(900, "GBP")


@dataclass(slots=True)
class AtStripe:
    """The event, and Stripe beside it."""

    here: Billed
    stripe: FakeStripe

    @property
    def core(self) -> Services:
        return self.here.core

    def sync(self) -> Synced:
        return self.core.stripe_sync.sync(Work())

    def page(self, name: str, **more: object) -> OpenPage:
        place = self.here.places[name]
        return self.core.checkout.for_place(place, **more).value  # type: ignore[arg-type]

    def pay(self, page: OpenPage, **more: object) -> None:
        checkout.pay(self.stripe.book, page.page, **more)  # type: ignore[arg-type]

    def paid(self, name: str) -> BookedPayment:
        """Pay the place of somebody, and let it be noticed."""
        page = self.page(name)
        self.pay(page)
        self.sync()
        assert page.order is not None
        [payment] = self.core.payments.of_order(page.order)
        return payment

    def an_offer(self, price: Money = FEE, trial_days: int = 0) -> KeptOffer:
        wanted = OfferWanted(
            name="Members' evenings", price=price, rhythm=MONTHLY, trial_days=trial_days
        )
        return self.core.offers.add(wanted).value

    def a_member(self, name: str, trial_days: int = 0) -> KeptMembership:
        person = self.here.place(name).person_id
        offer = self.an_offer(trial_days=trial_days)
        self.pay(self.core.memberships.page(person, offer.id).value)
        self.sync()
        return self.core.memberships.listed(person)[0]

    def charges(self) -> list[dict[str, object]]:
        return self.stripe.book.all("charge")


@contextmanager
def at_stripe(
    folder: DataFolder,
    clock: FixedClock,
    patch: pytest.MonkeyPatch,
    *people: str,
    price: Money = PRICE,
) -> Iterator[AtStripe]:
    """Open a folder that is connected, with these people registered for an event at a price."""
    with stripe_here(clock, patch) as stripe, billed(folder, clock, *people, price=price) as here:
        here.core.stripe_account.connect(Secret(KEY))
        yield AtStripe(here, stripe)
