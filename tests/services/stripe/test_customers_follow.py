"""A customer at Stripe has the name and address that the person has here, told once each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.domain.billing.outward import OperationState
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.services.stripe import straying
from cpd_desktop.services.stripe.errands import Kind
from cpd_desktop.services.stripe.operations import About
from tests.fakes.stripe.customers import make
from tests.paid_by_stripe import at_stripe
from tests.stripe_cuts import Cut, cut

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.paid_by_stripe import AtStripe


def rename(shop: AtStripe, name: str, called: str, email: str) -> int:
    person = shop.here.place(name).person_id
    shop.core.people.change(person, PersonDraft(called, email=email))
    return person


def told(shop: AtStripe) -> list[tuple[Any, Any]]:
    return [(each["name"], each["email"]) for each in shop.stripe.book.all("customer")]


def asked(shop: AtStripe) -> list[OperationState]:
    found = shop.core.stripe_operations.listed()
    return [each.state for each in found if each.kind == Kind.CHANGE_CUSTOMER]


def test_another_name_or_address_is_told_by_the_next_look_once(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        shop.paid("Ada")
        shop.sync()
        assert asked(shop) == []
        rename(shop, "Ada", "Ada Hall", "ada.hall@b.example")
        rename(shop, "Bob", "Bob Hall", "bob.hall@b.example")
        shop.sync()
        shop.sync()
        assert told(shop) == [("Ada Hall", "ada.hall@b.example")]
        assert asked(shop) == [OperationState.DONE]
        rename(shop, "Ada", "Ada", "ada.hall@b.example")
        shop.sync()
        rename(shop, "Ada", "Ada Hall", "ada.hall@b.example")
        shop.sync()
        assert told(shop) == [("Ada Hall", "ada.hall@b.example")]
        assert len(asked(shop)) == 3


@pytest.mark.parametrize("after", [False, True])
def test_cut_off_around_stripe_s_answer_it_is_finished_by_the_next_look(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, *, after: bool
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        shop.paid("Ada")
        rename(shop, "Ada", "Ada Hall", "ada@b.example")
        with cut(shop, Kind.CHANGE_CUSTOMER, Cut(), after=after):
            shop.sync()
        assert asked(shop) == [OperationState.UNCERTAIN]
        shop.sync()
        shop.sync()
        assert asked(shop) == [OperationState.DONE]
        assert told(shop) == [("Ada Hall", "ada@b.example")]
        keys = {
            each.headers["idempotency-key"]
            for each in shop.stripe.asked
            if each.method == "POST" and each.path.startswith("/v1/customers/cus_")
        }
        assert len(keys) == 1


def test_what_stripe_refuses_keeps_nothing_else_back_and_is_asked_a_day_later(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        shop.paid("Ada")
        [customer] = shop.stripe.book.all("customer")
        shop.stripe.book.drop("customer", customer["id"])
        rename(shop, "Ada", "Ada Hall", "ada@b.example")
        shop.sync()
        shop.sync()
        assert asked(shop) == [OperationState.FAILED]
        shop.stripe.book.kept["customer"][customer["id"]] = customer
        clock.move(hours=24)
        shop.sync()
        assert told(shop) == [("Ada Hall", "ada@b.example")]


def test_who_was_erased_is_not_told_of_and_nothing_of_them_is_asked_again(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        shop.paid("Ada")
        before = told(shop)
        person = rename(shop, "Ada", "Ada Hall", "ada@b.example")
        own = shop.core.stripe_account.own()
        words = {"customer": "cus_1", "name": "Ada Hall", "email": "ada@b.example"}
        with shop.core.db.writing("test") as tx:
            shop.core.stripe_operations.write_in(
                tx, own, Kind.CHANGE_CUSTOMER, words, About(person)
            )
        shop.core.erasure.erase(person)
        shop.sync()
        assert told(shop) == before
        assert asked(shop) == [OperationState.FAILED]


def test_who_was_found_at_stripe_is_told_once(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        email = shop.here.place("Ada").email
        make(shop.stripe.book, name="A. Hall", email=email)
        shop.page("Ada")
        shop.sync()
        shop.sync()
        assert told(shop) == [("Ada", email)]
        assert asked(shop) == [OperationState.DONE]


def test_many_are_told_over_several_looks(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(straying, "AT_A_TIME", 1)
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        for name in ("Ada", "Bob"):
            shop.paid(name)
        for name in ("Ada", "Bob"):
            rename(shop, name, f"{name} Hall", f"{name.lower()}@b.example")
        shop.sync()
        assert len(asked(shop)) == 1
        shop.sync()
        assert asked(shop) == [OperationState.DONE] * 2
        shop.sync()
        assert len(asked(shop)) == 2
