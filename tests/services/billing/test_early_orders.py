"""Bills of places that were taken early, written early or late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.codes import CodeDraft
from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.money import Money, read_money
from cpd_desktop.domain.prices import EarlyPrice
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from tests.billed import billed

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

UNTIL = date(2026, 11, 25)
EARLY = EarlyPrice(Money(6000, "GBP"), UNTIL)


def test_a_bill_that_comes_late_has_the_price_of_the_registration(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", early=EARLY) as here:
        clock.move(days=6)
        here.register("Ben")
        owing = [(each.name, str(each.open)) for each in here.core.ledger.owing()]
        assert owing == [("Ada", "60.00 GBP"), ("Ben", "75.00 GBP")]
        order = here.order("Ada", "Ben")
        assert order.total == Money(13500, "GBP")
        assert [each.discount_minor for each in order.lines] == [0, 0]
        here.pay(order, "135")
        assert here.place("Ada").payment is Payment.PAID


def test_a_discount_shows_beside_the_early_price(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock, early=EARLY) as here:
        here.core.codes.add(CodeDraft("TENTH", percent=10))
        here.register("Ada", code="TENTH")
        clock.move(days=6)
        here.register("Ben", code="TENTH")
        lines = here.order("Ada", "Ben").lines
        assert [(each.unit_minor, each.discount_minor) for each in lines] == [
            (6000, 600),
            (7500, 750),
        ]


def test_another_price_changes_no_order_that_is_there(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", early=EARLY) as here:
        order = here.order("Ada")
        draft = here.core.events.get(here.event).draft()
        here.core.events.change(here.event, replace(draft, price=Money(9000, "GBP"), early=None))
        assert here.again(order).total == Money(6000, "GBP")


def test_who_was_offered_a_place_pays_the_price_of_the_offer(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", "Ben", early=EARLY, capacity=1) as here:
        clock.move(days=6)
        here.core.registrations.change_status(
            [here.places["Ada"]], here.place("Ada").status.CANCELLED
        )
        here.core.registrations.offer(here.event)
        order = here.order("Ben")
        assert order.total == Money(7500, "GBP")
        assert here.core.ledger.owing()[0].open == order.total


@pytest.mark.parametrize(
    ("full", "early"), [("5000 JPY", "4000 JPY"), ("25.500 KWD", "19.125 KWD")]
)
def test_any_currency_has_its_early_price_to_the_last_unit(
    folder: DataFolder, clock: FixedClock, full: str, early: str
) -> None:
    price = EarlyPrice(read_money(early), UNTIL)
    with billed(folder, clock, "Ada", price=read_money(full), early=price) as here:
        clock.move(days=6)
        here.register("Ben")
        assert [str(here.order(each).total) for each in ("Ada", "Ben")] == [early, full]
        assert here.core.events.get(here.event).starts - clock.now() > timedelta(0)


def test_an_offer_is_not_undone_once_its_price_was_ordered(
    folder: DataFolder, clock: FixedClock
) -> None:
    early = EarlyPrice(Money(6000, "GBP"), clock.now().date())
    with billed(folder, clock, "Ada", capacity=1, waitlist=True, early=early) as here:
        here.register("Ben")
        clock.move(days=2)
        here.core.registrations.change_status([here.places["Ada"]], RegistrationStatus.CANCELLED)
        offered = here.core.registrations.offer(here.event).changes.entry
        assert offered is not None
        assert here.order("Ben").total == here.place("Ben").price == Money(7500, "GBP")
        with pytest.raises(Conflict, match="was ordered since"):
            here.core.history.undo(offered)
        assert here.place("Ben").price == Money(7500, "GBP")
