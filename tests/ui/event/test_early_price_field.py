"""The early price in the plan of an event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from cpd_desktop.domain.money import Money
from cpd_desktop.domain.prices import EarlyPrice, Prices
from cpd_desktop.ui.event.amounts import EarlyPriceEntry, MoneyEntry
from tests.ui.event.planning import changed_elsewhere

if TYPE_CHECKING:
    from tests.ui.event.planning import Plan

PRICE = Money(7500, "GBP")
EARLY = EarlyPrice(Money(6000, "GBP"), date(2026, 11, 25))


def fields(plan: Plan) -> tuple[MoneyEntry, EarlyPriceEntry]:
    plan.stage.show_section("registration")
    price, early = plan.stage.entries["price"], plan.stage.entries["early"]
    assert isinstance(price, MoneyEntry)
    assert isinstance(early, EarlyPriceEntry)
    return price, early


def write_price(plan: Plan, amount: str, currency: str = "GBP") -> None:
    price, _ = fields(plan)
    price.currency.setCurrentText(currency)
    price.amount.setText(amount)
    price.amount.editingFinished.emit()
    plan.settle()


def write_early(plan: Plan, amount: str, day: date | None = None) -> None:
    _, early = fields(plan)
    early.amount.setText(amount)
    if day is not None:
        early.day.setDate(QDate(day.year, day.month, day.day))
    early.amount.editingFinished.emit()
    plan.settle()


def test_it_is_asked_once_there_is_a_price_and_kept_with_a_day_that_is_to_come(
    plan: Plan,
) -> None:
    _, early = fields(plan)
    assert early.isHidden()
    write_price(plan, "75")
    assert not early.isHidden()
    assert not early.day.isEnabled()
    write_early(plan, "60")
    assert plan.kept.early == EarlyPrice(Money(6000, "GBP"), date(2026, 11, 21))
    assert early.raw() == "60.00 GBP 2026-11-21"
    assert early.day.isEnabled()
    assert early.day.accessibleName() == "Early price until"
    plan.desk.operations.undo()
    plan.settle()
    assert plan.kept.early is None


def test_it_is_reached_and_written_by_the_keyboard(plan: Plan) -> None:
    changed_elsewhere(plan, price=PRICE)
    price, early = fields(plan)
    price.amount.setFocus()
    QTest.keyClick(price.amount, Qt.Key.Key_Tab)
    QTest.keyClick(price.currency, Qt.Key.Key_Tab)
    assert early.amount.hasFocus()
    QTest.keyClicks(early.amount, "60")
    QTest.keyClick(early.amount, Qt.Key.Key_Tab)
    assert early.day.hasFocus()
    plan.settle()
    assert plan.kept.early is not None
    assert plan.kept.early.price == EARLY.price


def test_what_is_wrong_stands_below_it_and_is_not_kept(plan: Plan) -> None:
    changed_elsewhere(plan, price=PRICE)
    write_early(plan, "75")
    assert plan.problem("early") == "The early price is not lower than the price."
    write_early(plan, "sixty")
    assert "is not an amount" in plan.problem("early")
    write_early(plan, "60", date(2026, 12, 2))
    assert plan.problem("early") == (
        "The early price holds until 2026-12-02, but the event starts on 2026-12-01."
    )
    assert plan.kept.early is None
    write_early(plan, "60", EARLY.until)
    assert plan.problem("early") == ""
    assert plan.kept.early == EARLY


def test_a_price_below_it_waits_until_both_go_together(plan: Plan) -> None:
    changed_elsewhere(plan, price=PRICE, early=EARLY)
    write_price(plan, "50")
    assert plan.problem("early") == "The early price is not lower than the price."
    assert plan.kept.price == PRICE
    write_early(plan, "40")
    assert plan.kept.prices.full == Money(5000, "GBP")
    assert plan.kept.early == replace(EARLY, price=Money(4000, "GBP"))


def test_it_follows_the_price_into_another_currency_and_away(plan: Plan) -> None:
    changed_elsewhere(plan, price=PRICE, early=EARLY)
    write_price(plan, "75", "EUR")
    assert plan.kept.early == replace(EARLY, price=Money(6000, "EUR"))
    write_price(plan, "")
    assert plan.kept.prices == Prices(None, None, plan.kept.zone)
    assert fields(plan)[1].isHidden()


def test_an_emptied_amount_takes_it_away(plan: Plan) -> None:
    changed_elsewhere(plan, price=PRICE, early=EARLY)
    write_early(plan, "")
    assert (plan.kept.price, plan.kept.early) == (PRICE, None)
