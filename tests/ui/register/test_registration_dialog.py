from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QModelIndex
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QRadioButton

from cpd_desktop.domain.codes import CodeDraft
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.prices import EarlyPrice
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.ui.register.answers import ButtonsAnswer, ChoicesAnswer, DateAnswer
from tests.drafts import somebody

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from cpd_desktop.ui.register.registration_dialog import RegistrationDialog
    from tests.clock import FixedClock
    from tests.ui.register.conftest import Opened

S = RegistrationStatus


def asked(opened: Opened) -> RegistrationDialog:
    opened.stage.add_person()
    assert opened.stage._dialog is not None
    return opened.stage._dialog


def problems(dialog: RegistrationDialog) -> dict[str, str]:
    return {name: each.text() for name, each in dialog._problems.items() if each.text()}


def test_a_person_gets_a_place_at_the_price_the_form_showed(
    open_with: Callable[..., Opened], qtbot: QtBot
) -> None:
    opened = open_with()
    opened.desk.services.codes.add(CodeDraft("HALF", percent=50))
    dialog = asked(opened)
    assert dialog._price.text() == "Price: 75.00 GBP"
    dialog._name.setText("Zoë Müller")
    dialog._email.setText("zoe@x.example")
    dialog._organisation.setText("Clinic")
    dialog._code.insert("half")
    dialog._code.textEdited.emit("half")
    qtbot.waitUntil(lambda: dialog._price.text() == "Price: 37.50 GBP instead of 75.00 GBP")
    dialog._party.setCurrentText("Ward 4")
    dialog.offer()
    opened.settle()
    place = opened.place("Zoë Müller")
    assert (place.price, place.party, place.organisation) == (
        Money(3750, "GBP"), "Ward 4", "Clinic",
    )  # fmt: skip
    assert opened.stage._dialog is None
    assert opened.shown() == ["Zoë Müller"]


def test_the_early_price_is_shown_while_it_holds_and_to_whom_it_was_given(
    open_with: Callable[..., Opened], clock: FixedClock, qtbot: QtBot
) -> None:
    opened = open_with("Ann", early=EarlyPrice(Money(6000, "GBP"), date(2026, 11, 25)))
    opened.desk.services.codes.add(CodeDraft("HALF", percent=50))
    dialog = asked(opened)
    assert dialog._price.text() == "Early price: 60.00 GBP instead of 75.00 GBP"
    dialog.reject()
    clock.move(days=6)
    dialog = asked(opened)
    assert dialog._price.text() == "Price: 75.00 GBP"
    dialog.reject()
    opened.stage.edit_place(opened.place("Ann").id)
    opened.settle()
    edited = opened.stage._dialog
    assert edited is not None
    assert edited._price.text() == "Early price: 60.00 GBP instead of 75.00 GBP"
    edited._code.insert("half")
    edited._code.textEdited.emit("half")
    qtbot.waitUntil(lambda: edited._price.text() == "Price: 30.00 GBP instead of 75.00 GBP")
    edited.reject()


def test_a_code_that_does_not_hold_is_refused_beside_its_field(
    open_with: Callable[..., Opened],
) -> None:
    opened = open_with()
    dialog = asked(opened)
    dialog._name.setText("Ann")
    dialog._code.setText("NONE")
    dialog.offer()
    opened.settle()
    assert problems(dialog) == {"code": "There is no code NONE."}
    assert dialog.accept_button.isEnabled()
    dialog.reject()


def test_a_full_event_is_told_of_before_ok(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann", "Ben", "Cem", "Dora")
    dialog = asked(opened)
    assert dialog._outlook.text() == ("No place is free: goes to the waiting line as number 2.")
    dialog._status.setCurrentIndex(dialog._status.findData(S.WAITLISTED))
    assert dialog._outlook.isHidden()
    dialog.reject()


def test_whoever_has_a_place_is_not_doubled_and_the_form_stays(
    open_with: Callable[..., Opened],
) -> None:
    opened = open_with("Ann")
    dialog = asked(opened)
    dialog._name.setText("Ann")
    dialog._email.setText("ann@x.example")
    dialog.offer()
    opened.settle()
    assert dialog._trouble.text() == "Ann has a place on this event already."
    assert dialog.isVisible()
    dialog.reject()


# What the offscreen platform says whenever a list pops up.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_somebody_known_is_suggested_while_typing(
    open_with: Callable[..., Opened], qtbot: QtBot
) -> None:
    opened = open_with("Ann")
    known = opened.desk.services.people.add(somebody("Zoë Müller").person).value
    dialog = asked(opened)
    dialog._name.setText("zoe")
    dialog._name.textEdited.emit("zoe")
    found = dialog._known[0].found
    qtbot.waitUntil(lambda: found.rowCount() == 1)
    dialog._known[0]._completer.activated[QModelIndex].emit(found.index(0, 0))
    assert dialog._name.text() == "Zoë Müller"
    dialog.offer()
    opened.settle()
    assert opened.place("Zoë Müller").person_id == known.id


def test_each_kind_of_question_has_its_widget_and_says_what_is_wrong(
    open_with: Callable[..., Opened],
) -> None:
    opened = open_with(asks=True)
    dialog = asked(opened)
    dialog._name.setText("Ann")
    role, _, years, born, agrees, meal, shift, interests = dialog._answers.values()
    assert isinstance(years, QLineEdit)
    assert isinstance(born, DateAnswer)
    years.setText("99")
    born.line.setText("yesterday")
    dialog.offer()
    assert sorted(problems(dialog).values()) == [
        "The answer to “Born” is not a date such as 2026-10-14: “yesterday”.",
        "The answer to “Years” is not between 0 and 60.",
        "“Agrees” has no answer.",
        "“Role” has no answer.",
    ]
    assert isinstance(role, QLineEdit)
    role.setText("Nurse")
    years.setText("12")
    born.calendar.clicked.emit(QDate(1990, 5, 1))
    assert isinstance(agrees, QCheckBox)
    agrees.setChecked(True)
    assert isinstance(meal, QComboBox)
    meal.setCurrentText("Vegan")
    assert isinstance(shift, ButtonsAnswer)
    shift.findChildren(QRadioButton)[1].setChecked(True)
    assert isinstance(interests, ChoicesAnswer)
    for box in interests.findChildren(QCheckBox):
        box.setChecked(True)
    dialog.offer()
    opened.settle()
    kept = list(opened.place("Ann").answers.values())
    assert kept == ["Nurse", "12", "1990-05-01", "yes", "Vegan", "Night", '["Wounds", "Burns"]']
    opened.stage.edit_place(opened.place("Ann").id)
    opened.settle()
    assert opened.stage._dialog is not None
    again = [each.answer() for each in opened.stage._dialog._answers.values()]
    assert again == ["Nurse", "", *kept[1:]]
    opened.stage._dialog.reject()


def test_an_edited_place_is_kept_and_offers_only_what_can_come_next(
    open_with: Callable[..., Opened],
) -> None:
    opened = open_with("Ann")
    opened.stage.edit_place(opened.place("Ann").id)
    opened.settle()
    dialog = opened.stage._dialog
    assert dialog is not None
    offered = [dialog._status.itemData(row) for row in range(dialog._status.count())]
    assert offered == [S.CONFIRMED, S.PENDING, S.CANCELLED, S.NO_SHOW]
    dialog._name.setText("Anne")
    dialog._status.setCurrentIndex(offered.index(S.PENDING))
    dialog._note.setPlainText("late")
    dialog.offer()
    opened.settle()
    place = opened.place("Anne")
    assert (place.status, place.note, place.email) == (S.PENDING, "late", "ann@x.example")


def test_whoever_waits_is_told_to_wait_and_undo_is_offered(
    open_with: Callable[..., Opened],
) -> None:
    opened = open_with("Ann", "Ben", "Cem")
    said: list[tuple[str, bool]] = []
    opened.desk.operations.told.connect(lambda text, undo: said.append((text, undo)))
    dialog = asked(opened)
    dialog._name.setText("Dora")
    dialog.offer()
    opened.settle()
    assert said == [("Dora is in the waiting line", True)]
    assert opened.place("Dora").status is S.WAITLISTED
