"""A priced event whose places can be ordered and paid, with everything that does it for real."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cpd_desktop.adapters.billing.bill_press import BillPress
from cpd_desktop.adapters.certificates.faces import Faces
from cpd_desktop.adapters.certificates.setting import Setter
from cpd_desktop.app.core import assembled
from cpd_desktop.domain.billing.payments import Method, PaymentDraft, PlaceFate, RefundDraft
from cpd_desktop.domain.money import Money, read_money
from cpd_desktop.domain.settings import Billing
from tests.certified import PROVIDER
from tests.drafts import a_draft, somebody
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.services.billing.bills import Bill
    from cpd_desktop.services.billing.payments import Paid
    from cpd_desktop.services.billing.rows import Order
    from cpd_desktop.services.services import Services
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

PRICE = Money(7500, "GBP")
_OPENED: list[Setter] = []


@dataclass(slots=True)
class Billed:
    """A priced event in a folder of its own."""

    core: Services
    clock: FixedClock
    event: int
    places: dict[str, int] = field(default_factory=dict)

    def register(self, *names: str, **more: object) -> list[int]:
        for name in names:
            newcomer = somebody(name, f"p{len(self.places)}@clinic.example", **more)
            self.places[name] = self.core.registrations.add(self.event, newcomer).value.id
        return [self.places[name] for name in names]

    def order(self, *names: str, **more: object) -> Order:
        keys = [self.places[name] for name in names]
        return self.core.orders.place(keys, **more).value  # type: ignore[arg-type]

    def draft(self, amount: str, method: Method = Method.BANK, **more: object) -> PaymentDraft:
        return PaymentDraft(
            amount=read_money(amount, "GBP"), method=method,
            received_on=self.clock.now().date(), **more,  # type: ignore[arg-type]
        )  # fmt: skip

    def pay(self, order: Order, amount: str, **more: object) -> Paid:
        return self.core.payments.pay(order.id, self.draft(amount, **more)).value  # type: ignore[arg-type]

    def refund(
        self, payment: int, amount: str, place: PlaceFate = PlaceFate.KEEP, why: str = "Ill"
    ) -> Bill | None:
        draft = RefundDraft(amount=read_money(amount, "GBP"), why=why, place=place)
        return self.core.payments.refund(payment, draft).value

    def place(self, name: str) -> Registration:
        return self.core.registrations.get(self.places[name])

    def again(self, order: Order) -> Order:
        return self.core.orders.get(order.id)


def open_fonts_once(core: Services) -> None:
    press = core.outside.bill_printer
    assert isinstance(press, BillPress)
    if not _OPENED:
        _OPENED.append(Setter(Faces(press.shelf)))
    press._setters.extend(_OPENED)


@contextmanager
def billed(
    folder: DataFolder,
    clock: FixedClock,
    *people: str,
    price: Money = PRICE,
    settings: Billing | None = None,
    **event: object,
) -> Iterator[Billed]:
    """Open a folder with an event at a price, for which these people are registered."""
    core = assembled(folder, "test", MemoryKeychains(), clock)
    open_fonts_once(core)
    try:
        core.settings.put(PROVIDER)
        core.settings.put(settings or Billing())
        key = core.events.add(replace(a_draft(), price=price, **event)).value.id  # type: ignore[arg-type]
        made = Billed(core, clock, key)
        made.register(*people)
        yield made
    finally:
        core.close()
