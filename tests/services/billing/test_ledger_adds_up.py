"""Whatever is done in whatever order, every balance is the sum of its entries."""

from __future__ import annotations

import shutil
import sqlite3
from collections import defaultdict
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpd_desktop.domain.billing.payments import Method, PlaceFate, RefundDraft
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from cpd_desktop.store.folder import DataFolder
from tests.billed import Billed, billed
from tests.clock import FixedClock

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = ("Ada", "Ben", "Cid")
WHO, AMOUNT = st.integers(0, 2), st.integers(1, 12_000)
DEED = st.tuples(
    st.sampled_from(("order", "both", "pay", "account", "allocate", "refund", "give up", "credit",
                     "cancel", "come back", "note", "waive")),
    WHO,
    AMOUNT,
)  # fmt: skip


def deal(here: Billed, deed: str, who: int, minor: int) -> None:  # noqa: C901 - one case a deed
    """Do something about money; what cannot be done is refused in words and changes nothing."""
    core, name = here.core, PEOPLE[who]
    key, amount = here.places[name], Money(minor, "GBP")
    orders = core.orders.of_place(key)
    payments = core.payments.listed(person=here.place(name).person_id)
    match deed:
        case "order":
            here.order(name)
        case "both":
            here.order(name, PEOPLE[(who + 1) % 3])
        case "pay" if orders:
            here.pay(orders[0], str(amount), method=Method.CASH)
        case "account":
            core.payments.pay_on_account(here.place(name).person_id, here.draft(str(amount)))
        case "allocate" if orders:
            core.payments.allocate(orders[0].id, amount)
        case "refund" | "give up" if payments:
            fate = PlaceFate.CANCEL if deed == "give up" else PlaceFate.KEEP
            draft = RefundDraft(amount=amount, why="As asked", place=fate)
            core.payments.refund(payments[0].id, draft)
        case "credit" if orders:
            core.orders.take_back(orders[0].id, "In error")
        case "cancel":
            core.registrations.change_status([key], RegistrationStatus.CANCELLED)
        case "come back":
            core.registrations.confirm([key])
        case "note":
            core.registrations.note_payment([key], Payment.PAID)
        case "waive":
            core.registrations.note_payment([key], Payment.WAIVED)
        case _:
            pass


def check(here: Billed) -> None:
    """Compare all that is told about money with the entries alone."""
    with closing(sqlite3.connect(here.core.folder.database)) as raw:
        entries = raw.execute(
            "SELECT person_id, event_id, sales_order_id, currency, kind, minor FROM ledger_entry"
        ).fetchall()
        ends = raw.execute(
            "SELECT coalesce((SELECT sum(minor) FROM payment), 0),"
            " coalesce((SELECT sum(minor) FROM refund), 0)"
        ).fetchone()
    by_person: dict[int, int] = defaultdict(int)
    by_order: dict[int | None, int] = defaultdict(int)
    by_kind: dict[str, int] = defaultdict(int)
    for person, _, order, _, kind, minor in entries:
        by_person[person] += minor
        by_order[order] += minor
        by_kind[kind] += minor
    ledger = here.core.ledger
    told = {key: sum(each.minor for each in found) for key, found in ledger.balances().items()}
    assert told == {key: minor for key, minor in by_person.items() if minor}
    assert (-by_kind["payment"], by_kind["refund"]) == ends
    assert by_kind["transfer"] == 0
    for order in here.core.orders.listed(here.core.orders.ids()):
        assert order.open.minor == by_order[order.id]
        assert order.sums.charged == sum(each.gross for each in order.lines)
        assert 0 <= order.sums.credited <= order.sums.charged
        assert order.sums.kept >= 0
        assert all(0 <= each.credited <= each.gross for each in order.lines)
    due = here.core.payments.refunds_due()
    assert all(0 < each.amount.minor <= each.payment.left.minor for each in due)
    assert set(here.core.billing_lists.refunds()) == {each.payment.id for each in due}
    rows = ledger.revenue()
    assert sum(row.sums.open for row in rows) == sum(by_person.values())
    on_event = sum(each.minor for each in ledger.balance_of_event(here.event))
    assert on_event == sum(minor for _, event, _, _, _, minor in entries if event == here.event)
    for name in PEOPLE:
        orders = here.core.orders.of_place(here.places[name])
        if orders and orders[0].charges(here.places[name]):
            assert here.place(name).payment is orders[0].payment_of(here.places[name])


@pytest.mark.slow
@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(deeds=st.lists(DEED, min_size=4, max_size=12))
def test_every_balance_is_the_sum_of_its_entries_after_whatever_was_done(
    tmp_path_factory: pytest.TempPathFactory,
    empty_database: Path,
    deeds: list[tuple[str, int, int]],
) -> None:
    folder = DataFolder(tmp_path_factory.mktemp("billed"))
    folder.make()
    shutil.copy(empty_database, folder.database)
    with billed(folder, FixedClock(), *PEOPLE) as here:
        for deed, who, minor in deeds:
            before = len(here.core.ledger.entries())
            try:
                deal(here, deed, who, minor)
            except CpdError:
                assert len(here.core.ledger.entries()) == before
            check(here)
    shutil.rmtree(folder.path)
