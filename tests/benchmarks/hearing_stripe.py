"""Books what 10,000 events of Stripe tell; Stripe itself is a book in memory."""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from cpd_desktop.domain.billing.outward import EventFate
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.settings import StripeAccount
from cpd_desktop.domain.stripe.objects import (
    CheckoutPage,
    Happening,
    Membership,
    MembershipState,
    PageState,
    Payment,
    Purpose,
)
from cpd_desktop.services.stripe.errands import Kind
from cpd_desktop.services.work import Work
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.store.schema import bring_up
from cpd_desktop.store.tables import operation, stripe_customer
from tests.benchmarks.certificates import tell
from tests.billed import PRICE, billed
from tests.clock import FixedClock
from tests.drafts import somebody

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from cpd_desktop.services.services import Services

EVENTS = 10_000
PAID = 200  # places among them; the others are about what members have
EACH = 10  # events about one membership
ACCOUNT = "acct_Benchmark"
NONE = Money(0, "GBP")


@dataclass(slots=True)
class StripeInMemory:
    """Answers from lists, as quickly as a list can."""

    live: bool = False
    told: list[Happening] = field(default_factory=list)
    pages: dict[str, CheckoutPage] = field(default_factory=dict)
    payments: dict[str, Payment] = field(default_factory=dict)
    members: dict[str, Membership] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        """Have the rest of the port, too, which is not asked for."""
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *_: []

    def events_since(self, since: datetime | None, kinds: Collection[str]) -> list[Happening]:
        _ = since, kinds
        return self.told

    def page(self, page: str) -> CheckoutPage:
        return self.pages[page]

    def payment(self, payment: str) -> Payment:
        return self.payments[payment]

    def membership(self, membership: str) -> Membership:
        return self.members[membership]

    def pages_since(self, since: datetime) -> list[CheckoutPage]:
        _ = since
        return list(self.pages.values())

    def payments_since(self, since: datetime) -> list[Payment]:
        _ = since
        return list(self.payments.values())

    def memberships_since(self, since: datetime) -> list[Membership]:
        _ = since
        return list(self.members.values())


def main() -> int:
    """Tell the seconds of one look, once a round."""
    gc.set_threshold(500_000, 20, 100)  # as the command does
    events = int(sys.argv[2]) if len(sys.argv) > 2 else EVENTS
    for number in range(1 + int(sys.argv[1])):
        with tempfile.TemporaryDirectory(prefix="cpd-stripe-") as made:
            folder = DataFolder(Path(made))
            bring_up(folder, lambda: None)
            told = _measured(folder, events if number else EACH * 10)
            if number:
                tell(told)
    return 0


def _measured(folder: DataFolder, events: int) -> dict[str, float]:
    clock = FixedClock()
    paid = max(1, PAID * events // EVENTS)
    with billed(folder, clock) as here:
        core = here.core
        core.settings.put(StripeAccount(account=ACCOUNT, shown="", began=clock.now().isoformat()))
        people = [somebody(f"Zoë {each}", f"z{each}@clinic.example") for each in range(paid)]
        core.registrations.add_all(here.event, people)
        stripe = StripeInMemory()
        _members(core, stripe, clock.now(), (events - 2 * paid) // EACH)
        _places(core, stripe, here.event, clock.now())
        object.__setattr__(core.stripe_account, "connection", _Connection(stripe))
        began, busy = time.perf_counter(), time.process_time()
        told = core.stripe_sync.sync(Work())
        took, took_busy = time.perf_counter() - began, time.process_time() - busy
        assert sum(told.fates.values()) == told.heard == len(stripe.told)
        assert told.fates == {EventFate.APPLIED: len(stripe.told)}
        assert len(core.payments.listed()) == paid
    count = len(stripe.told) / EVENTS
    return {"heard": took / count, "heard: busy": took_busy / count}


@dataclass(frozen=True, slots=True)
class _Connection:
    calls: StripeInMemory

    def shown(self) -> str:
        return ""

    def stripe(self) -> Any:
        return _During(self.calls)


@dataclass(frozen=True, slots=True)
class _During:
    calls: StripeInMemory

    def during(self, work: Work) -> StripeInMemory:
        _ = work
        return self.calls


def _members(core: Services, stripe: StripeInMemory, now: datetime, count: int) -> None:
    people = [
        core.people.add(PersonDraft(f"Member {each}", f"m{each}@clinic.example")).value.id
        for each in range(count)
    ]
    with core.db.writing("benchmark") as tx:
        tx.insert_all(
            stripe_customer,
            [
                {"person_id": key, "customer": f"cus_{key}", "account": ACCOUNT, "live": 0,
                 "made_at": now}
                for key in people
            ],
        )  # fmt: skip
    for key in people:
        name = f"sub_{key}"
        stripe.members[name] = Membership(
            name, f"cus_{key}", MembershipState.ACTIVE, f"si_{key}", "price_1",
            Money(900, "GBP"), 1, now + timedelta(days=30), now, ends_with_period=False,
        )  # fmt: skip
        stripe.told += [
            Happening(f"evt_{name}_{each}", "customer.subscription.updated", name, "subscription",
                      now, live=False)
            for each in range(EACH)
        ]  # fmt: skip


def _places(core: Services, stripe: StripeInMemory, event: int, now: datetime) -> None:
    for place in core.registrations.on(event):
        order = core.orders.place([place.id]).value
        key, page, intent = str(uuid4()), f"cs_{place.id}", f"pi_{place.id}"
        with core.db.writing("benchmark") as tx:
            tx.insert(
                operation, key=key, kind=Kind.PLACE_PAGE, state="done", answer=page,
                parameters={"expected": PRICE.minor, "currency": PRICE.currency},
                person_id=order.person, sales_order_id=order.id, account=ACCOUNT, live=0,
                made_at=now, link="https://stripe.example", link_until=now + timedelta(days=1),
            )  # fmt: skip
        about = {"operation": key}
        charge = Payment(
            f"ch_{place.id}", PRICE, NONE, paid=True, disputed=False, made=now, intent=intent,
            reference=about,
        )  # fmt: skip
        stripe.payments[charge.id] = charge
        stripe.pages[page] = CheckoutPage(
            page, Purpose.PLACE, PageState.COMPLETE, paid=True, total=PRICE, expires=now, made=now,
            discount=NONE, tax=NONE, intent=intent, reference=about,
        )  # fmt: skip
        for kind, name, of in (
            ("charge.succeeded", charge.id, "charge"),
            ("checkout.session.completed", page, "checkout.session"),
        ):
            stripe.told.append(Happening(f"evt_{name}", kind, name, of, now, live=False))


if __name__ == "__main__":
    sys.exit(main())
