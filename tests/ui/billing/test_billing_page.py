"""The billing page lists money and lets a person book, refund and settle it."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.domain.billing.payments import PlaceFate
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.prices import EarlyPrice
from cpd_desktop.domain.registrations import Payment
from cpd_desktop.services.billing.lists import BillingLists
from cpd_desktop.store.tables import sales_order
from cpd_desktop.ui.pages.billing import NONE, BillingPage
from tests.billed import billed
from tests.billing_shown import column, select, show_list
from tests.desk import TestDesk, desk_on
from tests.drafts import somebody

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.billing.payment_box import PaymentBox
    from tests.clock import FixedClock


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    with billed(folder, clock, "Ada", "Zoë", "Tom") as here:
        paid = here.pay(here.order("Ada"), "75")
        here.order("Zoë")
        here.refund(paid.payment.id, "25")
    with desk_on(folder, clock, qapp) as made:
        yield made
        assert made.failures == []


def test_nothing_booked_says_where_prices_are_set(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock, qapp: QApplication
) -> None:
    with desk_on(folder, clock, qapp) as desk:
        page = BillingPage(desk)
        qtbot.addWidget(page)
        page.show()
        desk.settle(qtbot)
        assert page.stack.currentIndex() == NONE


def test_the_overview_counts_what_waits(page: BillingPage) -> None:
    assert page.overview.owing.text() == "2 unpaid"
    assert page.chips["owing"].text() == "Who owes 2"
    assert not page.overview.doubts.isVisible()
    assert page.overview.mark.text() == "Not connected"


def test_a_list_says_how_many_lines_it_has(qtbot: QtBot, desk: TestDesk, page: BillingPage) -> None:
    assert show_list(page, desk, qtbot, "owing").found.text() == "2 lines"
    assert show_list(page, desk, qtbot, "payments").found.text() == "1 line"


def test_a_payment_is_noted_for_somebody_who_owes(
    qtbot: QtBot, desk: TestDesk, page: BillingPage
) -> None:
    section = show_list(page, desk, qtbot, "owing")
    assert column(section, "name") == ["Tom", "Zoë"]
    select(section, "Tom")
    section.note.click()
    dialog: Any = page.deeds.dialog
    assert dialog is not None
    dialog.amount.setText("25")
    dialog.offer()
    for _ in range(3):
        desk.settle(qtbot)
    assert column(section, "open") == ["50.00 GBP", "75.00 GBP"]
    assert page.deeds.dialog is None


def test_a_refund_asks_why_and_no_more_than_is_left(
    qtbot: QtBot, desk: TestDesk, page: BillingPage
) -> None:
    section = show_list(page, desk, qtbot, "payments")
    select(section, "Ada")
    section.refund.click()
    desk.settle(qtbot)
    dialog: Any = page.deeds.dialog
    assert dialog is not None
    dialog.amount.setText("60")
    dialog.offer()
    assert "Only 50.00 GBP" in dialog._problems["amount"].text()
    dialog.amount.setText("50")
    dialog.why.setText("Ill")
    dialog.place.setCurrentIndex(dialog.place.findData(PlaceFate.CANCEL.value))
    dialog.offer()
    for _ in range(3):
        desk.settle(qtbot)
    assert column(section, "back") == ["75.00 GBP"]
    [place] = desk.services.registrations.listed([1]).values()
    assert place.payment is Payment.REFUNDED


def test_the_ledger_tells_what_is_owed_after_each_entry(
    qtbot: QtBot, desk: TestDesk, page: BillingPage
) -> None:
    section = show_list(page, desk, qtbot, "ledger")
    assert column(section, "balance")[-1] == "75.00 GBP"
    assert set(column(section, "kind")) == {"Charged", "Paid", "Refunded", "Taken back"}
    page.filters.search.setText("zoe")
    page.filters.search.searched.emit("zoe")
    desk.settle(qtbot)
    assert column(section, "name") == ["Zoë"]
    section.table.sort_by("at")
    assert column(section, "name") == ["Zoë"]
    page.filters.search.clear()
    page.filters.search.searched.emit("")
    desk.settle(qtbot)
    assert column(section, "balance")[0] == "75.00 GBP"


def test_orders_of_which_no_buyer_was_kept_are_shown(
    qtbot: QtBot, desk: TestDesk, page: BillingPage
) -> None:
    at = desk.services.clock.now()
    with desk.services.db.writing("test") as tx:
        tx.insert(
            sales_order, number="ORD-X", person_id=1, currency="GBP", ordered_at=at, ordered_by="x"
        )
    section = show_list(page, desk, qtbot, "orders")
    assert column(section, "name") == ["", "Zoë", "Ada"]


@pytest.mark.parametrize("name", ["owing", "refunds", "payments", "orders", "members", "ledger"])
def test_the_window_does_not_wait_while_a_list_is_narrowed(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    section = show_list(page, desk, qtbot, name)
    reads: list[bool] = []
    find = BillingLists._ids

    def watched(*given: object, **more: object) -> object:
        reads.append(threading.current_thread() is threading.main_thread())
        return find(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(BillingLists, "_ids", watched)
    section.narrow("zoe", page.filters.wanted)
    desk.settle(qtbot)
    assert reads == [False]


def test_reports_are_written(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, tmp_path: Path
) -> None:
    section = show_list(page, desk, qtbot, "ledger")
    out = tmp_path / "revenue.csv"
    section.write_revenue(str(out))
    desk.settle(qtbot)
    assert "GBP" in out.read_text("utf-8-sig")


def test_a_person_is_shown_alone_until_everybody_is_asked_for(
    qtbot: QtBot, desk: TestDesk, page: BillingPage
) -> None:
    page.open_part("person 2")
    desk.settle(qtbot)
    assert set(column(page.sections["ledger"], "name")) == {"Zoë"}
    page.filters.only.click()
    desk.settle(qtbot)
    assert "Ada" in column(page.sections["ledger"], "name")


def test_a_bank_list_proposes_and_books_what_is_ticked(
    qtbot: QtBot, desk: TestDesk, page: BillingPage, tmp_path: Path
) -> None:
    path = tmp_path / "bank.csv"
    path.write_text(
        "Date,Amount,Currency,Name,Reference\n"
        "20.11.2026,75.00,GBP,Zoe,ORD-2026-0002\n20.11.2026,9.00,GBP,Nobody,rent\n"
    )
    page.import_list.click()
    bank = page.bank
    assert bank is not None
    bank.read(str(path))
    desk.settle(qtbot)
    assert list(bank.accepted_rows.values()) == ["ORD-2026-0002"]
    bank.book.click()
    for _ in range(3):
        desk.settle(qtbot)
    assert not bank.accepted_rows
    bank.reject()
    assert desk.services.orders.get("ORD-2026-0002").open.minor == 0


def test_the_payment_box_tells_what_is_owed_and_paid(
    boxes: Callable[[int], PaymentBox],
) -> None:
    box = boxes(1)
    assert "75.00 GBP in all, 50.00 GBP paid, 0.00 GBP open" in box.says.text()
    assert box.payments.count() == 1
    assert not box.note.isEnabled()
    assert box.refund.isEnabled()
    box.reject()
    other = boxes(3)
    assert other.says.text() == "Due · 75.00 GBP"
    assert other.note.isEnabled()


def test_the_payment_box_says_that_a_place_has_the_early_price(
    desk: TestDesk, boxes: Callable[[int], PaymentBox], clock: FixedClock
) -> None:
    services = desk.services
    draft = services.events.get(1).draft()
    early = EarlyPrice(Money(6000, "GBP"), clock.now().date())
    services.events.change(1, replace(draft, early=early))
    place = services.registrations.add(1, somebody("Ida", "ida@clinic.example")).value
    clock.move(days=2)
    assert boxes(place.id).says.text() == "Due · 60.00 GBP · Early price"


def test_only_choices_that_a_list_goes_by_are_offered(
    qtbot: QtBot, desk: TestDesk, page: BillingPage
) -> None:
    offered = {}
    for name in page.sections:
        show_list(page, desk, qtbot, name)
        offered[name] = (page.filters.of_event.isVisible(), page.filters.since.isVisible())
    assert offered["payments"] == offered["ledger"] == (True, True)
    assert offered["owing"] == (True, False)
    assert offered["members"] == (False, False)
    page.filters.since.setCurrentIndex(1)
    show_list(page, desk, qtbot, "owing")
    assert page.filters.wanted.since is None


def test_nobody_is_said_not_to_owe_before_that_was_read(
    qtbot: QtBot, desk: TestDesk, page: BillingPage
) -> None:
    table = page.sections["owing"].table
    page.show_list("owing")
    unread = table.viewport().grab().toImage()
    table.set_empty_text("")
    assert table.viewport().grab().toImage() == unread
    desk.settle(qtbot)
    assert page.sections["owing"].found.text() == "2 lines"


def test_a_payment_is_typed_at_once_and_a_refund_too(
    qtbot: QtBot, desk: TestDesk, page: BillingPage
) -> None:
    section = show_list(page, desk, qtbot, "owing")
    select(section, "Tom")
    section.note.click()
    dialog: Any = page.deeds.dialog
    assert dialog.focusWidget() is dialog.amount
    assert dialog.amount.selectedText() == "75.00 GBP"
    dialog.reject()


def test_the_page_scrolls_where_a_list_has_no_room(
    qtbot: QtBot, desk: TestDesk, page: BillingPage
) -> None:
    section = show_list(page, desk, qtbot, "owing")
    page.resize(500, 300)
    qtbot.waitUntil(lambda: page.height() == 300)
    lines = section.table.viewport().height() // section.table.rowHeight(0)
    assert lines >= 3
    assert section.remind.geometry().top() > section.table.geometry().bottom()
