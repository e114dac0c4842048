from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from cpd_desktop.domain.registrations import Payment, RegistrationStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.clock import FixedClock
    from tests.ui.register.conftest import Opened

S = RegistrationStatus


def select(opened: Opened, *names: str) -> None:
    table = opened.stage.roster.table
    table.clearSelection()
    for name in names:
        row = opened.shown().index(name)
        index = table.rows.index(row, 0)
        flags = table.selectionModel().SelectionFlag
        table.selectionModel().select(index, flags.Select | flags.Rows)
    opened.settle()


def test_the_bar_tells_places_line_and_money(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann", "Ben", "Cem", "Dora")
    bar = opened.stage.bar
    assert bar.taken.text() == "3 of 3 place(s), none free"
    assert bar.waiting.text() == "1 waiting"
    assert bar.due.text() == "Due: 225.00 GBP"
    assert bar.paid.isHidden()
    assert bar.offers.isHidden()


def test_the_chips_count_and_filter(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann", "Ben", "Cem", "Dora")
    texts = [each.text() for each in opened.stage.roster.filters.buttons() if not each.isHidden()]
    assert texts == ["Everybody 4", "Confirmed 3", "Waiting list 1"]
    opened.stage.roster.filters.button(3).click()
    assert opened.shown() == ["Dora"]


def test_a_status_is_told_by_a_mark_and_words(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann")
    rows = opened.stage.roster.table.rows
    assert rows.data(rows.index(0, 2)) == "✓ Confirmed"
    assert rows.data(rows.index(0, 3)) == "Due · 75.00 GBP"


def test_several_are_cancelled_at_once_and_taken_back_with_one_undo(
    open_with: Callable[..., Opened],
) -> None:
    opened = open_with("Ann", "Ben", "Cem")
    select(opened, "Ann", "Ben")
    below = opened.stage.roster.actions_below
    assert below.cancel.text() == "Cancel 2 place(s)"
    assert not below.confirm.isEnabled()
    assert not below.edit.isEnabled()
    below.cancel.click()
    opened.settle()
    assert opened.place("Ann").status is S.CANCELLED
    assert opened.stage.bar.taken.text() == "1 of 3 place(s)"
    opened.desk.operations.undo()
    opened.settle()
    assert opened.place("Ann").status is S.CONFIRMED


def test_only_those_it_applies_to_are_counted(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann", "Ben", "Cem")
    opened.desk.services.registrations.change_status([opened.place("Ann").id], S.CANCELLED)
    opened.page.refresh()
    opened.settle()
    select(opened, "Ann", "Ben")
    below = opened.stage.roster.actions_below
    assert (below.confirm.text(), below.cancel.text()) == ("Confirm 1", "Cancel 1 place(s)")
    below.confirm.click()
    opened.settle()
    assert opened.place("Ann").status is S.CONFIRMED


def test_payments_are_noted_from_the_menu(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann", "Ben")
    select(opened, "Ann", "Ben")
    below = opened.stage.roster.actions_below
    assert not below._refunded.isEnabled()
    below._paid.trigger()
    opened.settle()
    question = opened.stage.roster.question
    assert question is not None
    assert "cannot be undone" in question.informativeText()
    assert opened.place("Ann").payment is Payment.DUE
    question.buttons()[0].click()
    opened.settle()
    assert opened.place("Ann").payment is Payment.PAID
    assert opened.stage.bar.paid.text() == "Paid: 150.00 GBP"
    select(opened, "Ann")
    assert below._refunded.isEnabled()


def test_the_menu_of_a_row_offers_what_the_buttons_do(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann")
    select(opened, "Ann")
    texts = [each.text() for each in opened.stage.roster.actions_below.menu(opened.page).actions()]
    assert texts == [
        *("Cancel 1 place(s)", "1 did not come", "Payments of this place…", "Mark 1 as paid"),
        *("Waive the payment of 1", "Edit…", "Move to group…", "Copy e-mail addresses"),
    ]


def test_addresses_are_copied(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann", "Ben")
    select(opened, "Ann", "Ben")
    opened.stage.roster.actions_below._copy.trigger()
    opened.settle()
    assert QGuiApplication.clipboard().text() == "ann@x.example, ben@x.example"


def test_passing_the_line_is_asked_first(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann", "Ben", "Cem", "Dora", "Eve")
    opened.desk.services.registrations.change_status([opened.place("Ann").id], S.CANCELLED)
    opened.page.refresh()
    opened.settle()
    select(opened, "Eve")
    opened.stage.roster.actions_below.confirm.click()
    opened.settle()
    asked = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox))
    assert asked.text() == "Waiting for a place ahead of Eve: 1 person."
    assert opened.place("Eve").status is S.WAITLISTED
    jump = next(each for each in asked.findChildren(QPushButton) if "out of turn" in each.text())
    jump.click()
    opened.settle()
    assert opened.place("Eve").status is S.CONFIRMED


def test_people_move_to_a_group_that_then_owes_their_sum(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann", "Ben", "Cem")
    opened.stage.roster._move([opened.place(name).id for name in ("Ann", "Ben")], "Ward 4")
    opened.settle()
    groups = opened.stage.groups
    assert opened.stage.views.button(2).text() == "Groups (1)"
    opened.stage.open_view(2)
    groups.table.selectRow(0)
    assert groups.paid.text() == "Mark 150.00 GBP as paid"
    assert not groups.remove.isEnabled()
    groups.paid.click()
    opened.settle()
    assert opened.place("Ben").payment is Payment.PAID


def test_the_line_shows_who_is_next_and_offers_to_them(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann", "Ben", "Cem", "Dora", "Eve")
    line = opened.stage.waiting
    opened.stage.open_view(1)
    line.offer.click()
    opened.settle()
    (refused,) = opened.desk.failures
    assert "No place is free to give" in str(refused)
    opened.desk.services.registrations.change_status([opened.place("Ann").id], S.CANCELLED)
    opened.page.refresh()
    opened.settle()
    assert line.offer.text() == "Offer 1 free place(s)"
    line.offer.click()
    opened.settle()
    assert opened.stage.bar.offers.text() == "1 offer(s) open until Mon 23 Nov 2026, 09:00"
    opened.stage.open_view(1)
    line.table.selectRow(0)
    line.accept.click()
    opened.settle()
    assert opened.place("Dora").status is S.CONFIRMED
    line.table.selectRow(0)
    assert not line.accept.isEnabled()
    line.cancel.click()
    opened.settle()
    assert opened.place("Eve").status is S.CANCELLED


def test_offers_that_ran_out_lapse_when_the_stage_is_opened(
    open_with: Callable[..., Opened], clock: FixedClock
) -> None:
    opened = open_with("Ann", "Ben", "Cem", "Dora", "Eve")
    opened.desk.services.registrations.change_status([opened.place("Ann").id], S.CANCELLED)
    opened.desk.services.registrations.offer(opened.event.id)
    clock.move(hours=49)
    opened.page.workspace._open_stage(1)
    opened.settle()
    waiting = opened.desk.services.registrations.waiting(opened.event.id)
    assert [each.name for each in waiting] == ["Eve", "Dora"]


def test_an_empty_event_says_how_to_begin(open_with: Callable[..., Opened]) -> None:
    opened = open_with()
    asked: list[bool] = []
    opened.stage.import_asked.connect(lambda: asked.append(True))
    assert opened.stage._first.isVisible()
    menu = opened.stage._first_list.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    assert asked == [True]
