from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QWidget,
)

from cpd_desktop.domain.people import Licence, PersonDraft
from cpd_desktop.ui.pages.people import PeoplePage
from cpd_desktop.ui.person_dialog import PersonDialog
from tests.desk import TestDesk, desk_on
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

ADA = PersonDraft(
    "Ada Byron",
    "ada@x.example",
    organisation="St Anne",
    tags=("nurse",),
    licences=(Licence("NMC", "12A"),),
)


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    with desk_on(folder, clock, qapp) as made:
        made.services.people.add(ADA)
        event = made.services.events.add(a_draft("Wound care")).value.id
        made.services.registrations.add(event, somebody("Byron, Ada", "ada@y.example"))
        made.services.people.add(PersonDraft("Bo Li", do_not_mail=True))
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: TestDesk) -> Iterator[PeoplePage]:
    with desk.showing(qtbot, PeoplePage(desk)) as made:
        yield made


def press(inside: QWidget, text: str) -> None:
    (found,) = [
        each
        for each in inside.findChildren(QPushButton)
        if each.text() == text and each.isVisible()
    ]
    assert found.isEnabled(), text
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def dialog(qtbot: QtBot) -> QDialog:
    def shown() -> list[QDialog]:
        widgets = QApplication.topLevelWidgets()
        return [each for each in widgets if isinstance(each, QDialog) and each.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def field(inside: QWidget, name: str) -> QLineEdit:
    (found,) = [
        each
        for each in inside.findChildren(QLineEdit)
        if each.accessibleName() == name and each.isVisible()
    ]
    return found


def names(page: PeoplePage) -> list[str]:
    ids = page._table.rows.ids
    found = page.desk.services.people.listed(ids)
    return [found[key].name for key in ids]


def choose(page: PeoplePage, *people: int) -> None:
    page._table.clearSelection()
    page._table._select(list(people))


def texts(inside: QWidget) -> str:
    return "\n".join(e.text() for e in inside.findChildren(QLabel) if e.isVisible())


def test_people_are_filtered_by_tag_and_by_not_being_written_to(page: PeoplePage) -> None:
    combo = page._filter
    lines = [combo.itemText(line) for line in range(combo.count())]
    assert lines == ["Everybody", "Not to be written to", "Tag nurse (1)"]
    for line, found in (
        (1, ["Bo Li"]),
        (2, ["Ada Byron"]),
        (0, ["Ada Byron", "Bo Li", "Byron, Ada"]),
    ):
        combo.setCurrentIndex(line)
        combo.activated.emit(line)
        assert names(page) == found


def test_the_filter_stays_when_people_change(
    page: PeoplePage, desk: TestDesk, qtbot: QtBot
) -> None:
    page._filter.setCurrentIndex(2)
    page._filter.activated.emit(2)
    desk.services.people.add(PersonDraft("Cy", tags=("doctor", "nurse")))
    page.refresh()
    desk.settle(qtbot)
    assert names(page) == ["Ada Byron", "Cy"]


def test_a_persons_certificates_and_credits_are_one_click_away(
    page: PeoplePage, desk: TestDesk, qtbot: QtBot
) -> None:
    page.open_item(2)
    desk.settle(qtbot)
    press(page._person, "Certificates")
    assert desk.noted.went == ["certificates person 2"]
    press(page._person, "Statement of credits…")
    asked = dialog(qtbot)
    assert asked.windowTitle() == "Statement of credits"
    assert "Byron, Ada" in texts(asked)
    asked.reject()


def test_enter_opens_a_person_with_their_history_which_leads_to_the_event(
    page: PeoplePage, desk: TestDesk, qtbot: QtBot
) -> None:
    page._table.select_id(2)
    QTest.keyClick(page._table, Qt.Key.Key_Return)
    desk.settle(qtbot)
    shown = page._person
    assert shown.isVisible()
    qtbot.waitUntil(lambda: "ada@y.example" in texts(shown))
    shown._table.select_id(1)
    press(shown, "Open event")
    assert desk.noted.went == ["events 1"]
    press(shown, "All people")
    assert page._table.selected_ids() == [2]


def test_all_of_a_person_can_be_changed_and_taken_back(
    page: PeoplePage, desk: TestDesk, qtbot: QtBot
) -> None:
    choose(page, 1)
    press(page, "Edit…")
    asked = dialog(qtbot)
    field(asked, "Name").setText("Ada King")
    press(asked, "Add spelling")
    QTest.keyClicks(field(asked, "Other spelling"), "Ada Byron")
    press(asked, "Add address")
    QTest.keyClicks(field(asked, "Other address"), "king@x.example")
    field(asked, "Tags").setText("nurse, speaker")
    (consent,) = asked.findChildren(QComboBox)
    consent.setCurrentIndex(2)
    (stop,) = asked.findChildren(QCheckBox)
    stop.setChecked(True)
    press(asked, "Save changes")
    desk.settle(qtbot)
    kept = desk.services.people.get(1)
    assert (kept.name, kept.spellings, kept.addresses) == (
        "Ada King", ("Ada Byron",), ("king@x.example",),
    )  # fmt: skip
    assert (kept.tags, str(kept.consent), kept.do_not_mail) == (
        ("nurse", "speaker"),
        "withdrawn",
        True,
    )
    assert kept.licences == ADA.licences
    assert kept.consent_on is not None
    desk.operations.undo()
    desk.settle(qtbot)
    assert desk.services.people.get(1).draft() == ADA


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(
    page: PeoplePage, desk: TestDesk, qtbot: QtBot
) -> None:
    choose(page, 1)
    press(page, "Edit…")
    asked = dialog(qtbot)
    press(asked, "Add address")
    field(asked, "Other address").setText("nowhere")
    press(asked, "Save changes")
    assert asked.isVisible()
    assert "“nowhere” is not an e-mail address." in texts(asked)
    asked.reject()
    assert desk.services.people.get(1).draft() == ADA


def test_two_entries_are_compared_and_merged_from_the_view_of_duplicates(
    page: PeoplePage, desk: TestDesk, qtbot: QtBot
) -> None:
    assert page._pairs.text() == "Possible duplicates (1)"
    QTest.mouseClick(page._pairs, Qt.MouseButton.LeftButton)
    page._duplicates._table.select_id(0)
    press(page, "Compare and merge…")
    asked = dialog(qtbot)
    shown = texts(asked)
    assert "Together" in shown
    assert "ada@x.example\nada@y.example" in shown
    (other,) = [e for e in asked.findChildren(QRadioButton) if not e.isChecked()]
    other.click()
    qtbot.waitUntil(lambda: "ada@y.example\nada@x.example" in texts(asked))
    press(asked, "Merge")
    desk.settle(qtbot)
    assert names(page) == ["Bo Li", "Byron, Ada"]
    assert desk.services.people.get(2).spellings == ("Ada Byron",)
    assert page._pairs.text() == "Possible duplicates"
    desk.operations.undo()
    desk.settle(qtbot)
    assert desk.services.people.get(1).draft() == ADA


def test_two_people_told_apart_are_not_offered_again(
    page: PeoplePage, desk: TestDesk, qtbot: QtBot
) -> None:
    QTest.mouseClick(page._pairs, Qt.MouseButton.LeftButton)
    page._duplicates._table.select_id(0)
    press(page, "They are two people")
    desk.settle(qtbot)
    assert page._duplicates._table.rows.rowCount() == 0
    assert page._pairs.text() == "Possible duplicates"


def test_two_selected_people_can_be_merged_from_the_list(
    page: PeoplePage, desk: TestDesk, qtbot: QtBot
) -> None:
    choose(page, 1)
    assert not page._merge.isEnabled()
    choose(page, 1, 3)
    press(page, "Merge…")
    press(dialog(qtbot), "Cancel")
    assert len(names(page)) == 3


def test_erasing_needs_the_name_and_is_no_step_back(
    page: PeoplePage, desk: TestDesk, qtbot: QtBot
) -> None:
    page.open_item(1)
    desk.settle(qtbot)
    press(page, "Erase…")
    asked = dialog(qtbot)
    assert "This cannot be undone." in texts(asked)
    assert "“Erased person 1”" in texts(asked)
    (erase,) = [e for e in asked.findChildren(QPushButton) if e.text() == "Erase for good"]
    field(asked, "Type the name to erase").setText("ada")
    assert not erase.isEnabled()
    field(asked, "Reason").setText("By letter")
    field(asked, "Type the name to erase").setText("Ada Byron")
    erase.click()
    desk.settle(qtbot)
    box = dialog(qtbot)
    assert isinstance(box, QMessageBox)
    assert "Backups" in box.informativeText()
    box.accept()
    left = desk.services.people.get(1)
    assert (left.name, left.notes) == ("Erased person 1", "By letter")
    assert desk.undo.next_undo is None
    assert "Erased" in texts(page._person)
    assert "Erased person 1" in names(page)


def test_only_somebody_without_a_place_can_be_deleted(
    page: PeoplePage, desk: TestDesk, qtbot: QtBot
) -> None:
    choose(page, 2)
    page.delete_selected()
    desk.settle(qtbot)
    (refused,) = desk.failures
    assert "1 place on events" in str(refused)
    desk.failures.clear()
    choose(page, 3)
    page._table.setFocus()
    QTest.keyClick(page._table, Qt.Key.Key_Delete)
    desk.settle(qtbot)
    assert names(page) == ["Ada Byron", "Byron, Ada"]
    desk.operations.undo()
    desk.settle(qtbot)
    page.refresh()
    assert len(names(page)) == 3


def test_a_person_who_is_gone_is_left_for_the_list(
    page: PeoplePage, desk: TestDesk, qtbot: QtBot
) -> None:
    page.open_item(3)
    desk.settle(qtbot)
    desk.feed.publish(desk.services.people.remove([3]))
    desk.settle(qtbot)
    assert not page._person.isVisible()
    assert names(page) == ["Ada Byron", "Byron, Ada"]


def test_a_new_person_is_asked_for_with_organisation_phone_and_licence(
    page: PeoplePage, desk: TestDesk, qtbot: QtBot
) -> None:
    press(page, "Add a person…")
    asked = dialog(qtbot)
    assert isinstance(asked, PersonDialog)
    for name, text in (("Name", "Cy Ray"), ("Organisation", "St Mary"), ("Job title", "Nurse"),
                       ("Phone", "123456")):  # fmt: skip
        field(asked, name).setText(text)
    press(asked, "Add licence number")
    field(asked, "Number").setText("77")
    press(asked, "Add person")
    desk.settle(qtbot)
    (key,) = desk.services.people.ids("cy ray")
    kept = desk.services.people.get(key)
    assert (kept.organisation, kept.job_title, kept.phone) == ("St Mary", "Nurse", "123456")
    assert kept.licences == (Licence("", "77"),)


def test_every_control_has_a_name_for_screen_readers(
    page: PeoplePage, desk: TestDesk, qtbot: QtBot
) -> None:
    choose(page, 1)
    press(page, "Edit…")
    asked = dialog(qtbot)
    unnamed = [
        each
        for inside in (page, asked)
        for each in inside.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and not (each.accessibleName() or getattr(each, "text", str)())
        and each.metaObject().className() in ("QLineEdit", "QComboBox", "QPushButton", "QDateEdit",
                                              "QPlainTextEdit", "RowTable", "QCheckBox")
    ]  # fmt: skip
    assert unnamed == []
    asked.reject()
