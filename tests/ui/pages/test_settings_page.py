from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.settings import Appearance, Backups, Mail, Planning, Provider, Start
from cpd_desktop.domain.zoom_account import ChosenApp
from cpd_desktop.services.work import Work
from cpd_desktop.ui.pages.settings import SettingsPage
from cpd_desktop.ui.settings.section_panel import SectionPanel
from tests.zoom_here import browsing, zoom_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.settings.section import S
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.desk import TestDesk


@pytest.fixture
def page(qtbot: QtBot, desk: TestDesk) -> Iterator[SettingsPage]:
    with desk.showing(qtbot, SettingsPage(desk)) as made:
        yield made


def kept(desk: TestDesk, section: type[S]) -> S:
    return desk.services.settings.get(section)


def control(page: SettingsPage, section: type[Any], name: str) -> Any:
    return page.panels[section].fields[name].control


def show(page: SettingsPage, name: str) -> None:
    page.show_section(name)


def turn_wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, middle, QPoint(), QPoint(0, 120), buttons, keys, phase, False)
    QApplication.sendEvent(widget, event)


def focused() -> Any:
    return QApplication.focusWidget()


def test_a_name_is_kept_as_soon_as_its_field_is_left(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage
) -> None:
    name = control(page, Provider, "provider")
    name.setFocus()
    QTest.keyClicks(name, "  Ann Clark ")
    assert kept(desk, Provider).provider == ""
    QTest.keyClick(name, Qt.Key.Key_Tab)
    desk.settle(qtbot)
    assert kept(desk, Provider) == Provider("Ann Clark")
    assert page.saved.text() == "Saved 10:00"
    assert page.saved.isVisible()


def test_a_change_of_a_setting_can_be_undone(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage
) -> None:
    name = control(page, Provider, "provider")
    name.setText("Ann")
    QTest.keyClick(name, Qt.Key.Key_Return)
    desk.settle(qtbot)
    assert desk.undo.next_undo is not None
    assert desk.undo.next_undo.text == "Settings changed: You as a provider"
    desk.operations.undo()
    desk.settle(qtbot)
    assert kept(desk, Provider).provider == ""
    assert name.text() == ""


def test_every_section_is_reached_and_filled_in_by_keyboard_alone(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage, qtlog: Any
) -> None:
    page.sections.setFocus()
    while page.sections.currentItem().text() != "New events":
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is control(page, Planning, "zone")
    zone = focused()
    with qtlog.disabled():  # the offscreen platform has no popups, and says so
        QTest.keyClicks(zone, "new_york")
        assert zone.completer().currentCompletion() == "America/New_York"
        zone.clearEditText()
        QTest.keyClicks(zone, "america/new york")
        zone.completer().popup().hide()
        QTest.keyClick(zone, Qt.Key.Key_Tab)
    assert focused() is control(page, Planning, "start_hour")
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is control(page, Planning, "minutes")
    QTest.keyClick(focused(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    desk.settle(qtbot)
    assert kept(desk, Planning) == Planning("America/New_York", 15, 120)


def test_the_keyboard_reaches_every_control_that_is_seen(page: SettingsPage) -> None:
    for row in range(page.sections.count()):
        page.sections.setFocus()
        page.sections.setCurrentRow(row)
        reached: list[QWidget] = []
        while True:
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
            if focused() is page.sections or len(reached) > 30:
                break
            reached.append(focused())
        sheet = page.stack.currentWidget()
        seen = [
            each
            for kind in (QLineEdit, QPlainTextEdit, QSpinBox, QComboBox)
            for each in sheet.findChildren(kind)
            if each.isVisible() and not isinstance(each.parent(), (QSpinBox, QComboBox))
        ]
        assert {id(each) for each in seen} <= {id(each) for each in reached}
        assert all(each.accessibleName() for each in reached), sheet


def test_labels_lead_to_their_fields(page: SettingsPage) -> None:
    for panel in page.panels.values():
        for field in panel.fields.values():
            assert field.label.buddy() is field.control
            assert field.control.accessibleName() == field.label.text()


def test_a_zone_that_does_not_exist_is_refused_in_words_and_not_kept(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage
) -> None:
    show(page, "planning")
    zone = control(page, Planning, "zone")
    zone.setFocus()
    zone.setEditText("Mars/Base")
    QTest.keyClick(zone, Qt.Key.Key_Tab)
    desk.settle(qtbot)
    problem = page.panels[Planning].fields["zone"].problem
    assert problem.isVisible()
    assert problem.text() == "There is no time zone called “Mars/Base”."
    assert zone.accessibleDescription() == problem.text()
    assert kept(desk, Planning).zone == ""

    hour = control(page, Planning, "start_hour")
    hour.setValue(9)
    QTest.keyClick(hour, Qt.Key.Key_Return)
    desk.settle(qtbot)
    assert kept(desk, Planning) == Planning(start_hour=9), "the others are kept all the same"
    assert zone.currentText() == "Mars/Base", "what was typed stays to be corrected"

    zone.setEditText("")
    QTest.keyClick(zone, Qt.Key.Key_Return)
    assert not problem.isVisible()


def test_a_text_that_is_too_long_is_refused_not_cut(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage
) -> None:
    address = control(page, Provider, "address")
    address.setFocus()
    address.setPlainText("x" * 501)
    QTest.keyClick(address, Qt.Key.Key_Tab)
    desk.settle(qtbot)
    field = page.panels[Provider].fields["address"]
    assert field.problem.text() == "It is longer than 500 characters."
    assert kept(desk, Provider).address == ""
    assert len(address.toPlainText()) == 501


def test_numbers_stay_within_their_limits(page: SettingsPage) -> None:
    hour, days = control(page, Planning, "start_hour"), control(page, Backups, "days")
    hour.setValue(99)
    days.setValue(0)
    assert (hour.value(), days.value()) == (23, 3)


def test_stepping_is_kept_once_when_it_rests(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage
) -> None:
    show(page, "planning")
    hour = control(page, Planning, "start_hour")
    hour.setFocus()
    for _ in range(4):
        QTest.keyClick(hour, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: kept(desk, Planning).start_hour == 10)
    desk.settle(qtbot)
    assert len(desk.services.history.entries()) == 1


def test_the_wheel_scrolls_the_page_and_changes_no_field_without_focus(page: SettingsPage) -> None:
    show(page, "planning")
    page.sections.setFocus()
    hour = control(page, Planning, "start_hour")
    turn_wheel(hour)
    assert hour.value() == 14
    hour.setFocus()
    turn_wheel(hour)
    assert hour.value() == 15


def test_the_theme_changes_at_once_and_is_kept(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage
) -> None:
    show(page, "appearance")
    colours = control(page, Appearance, "theme")
    colours.setFocus()
    QTest.keyClicks(colours, "D")
    assert desk.theme.tokens.dark
    desk.settle(qtbot)
    assert kept(desk, Appearance).theme == "dark"
    desk.operations.undo()
    desk.settle(qtbot)
    assert desk.theme.choice == "system"
    assert colours.currentText() == "As this computer"


def test_what_another_program_changed_appears(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage
) -> None:
    changes = desk.services.settings.put(Provider("Zoë"))
    desk.feed.publish(changes, None)
    desk.settle(qtbot)
    assert control(page, Provider, "provider").text() == "Zoë"


def test_what_is_being_typed_survives_a_change_of_another_field(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage
) -> None:
    name = control(page, Provider, "provider")
    name.setFocus()
    QTest.keyClicks(name, "Half a na")
    desk.feed.publish(desk.services.settings.put(Provider(contact="a@b.example")), None)
    desk.settle(qtbot)
    assert name.text() == "Half a na"
    assert control(page, Provider, "contact").text() == "a@b.example"


def test_leaving_the_page_keeps_what_was_typed_last(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage
) -> None:
    address = control(page, Provider, "address")
    address.setFocus()
    QTest.keyClicks(address, "1 High Street")
    page.hide()
    desk.settle(qtbot)
    assert kept(desk, Provider).address == "1 High Street"


def test_closing_the_window_keeps_what_was_typed_and_the_section(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage, tmp_path: Path
) -> None:
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    control(page, Provider, "provider").setText("Ann")
    show(page, "help")
    page.keep_state(state)
    desk.settle(qtbot)
    assert kept(desk, Provider).provider == "Ann"
    show(page, "provider")
    page.find_state(state)
    assert page.sections.currentItem().text() == "Help"
    state.setValue("settings/section", "no such thing")
    page.find_state(state)
    assert page.sections.currentItem().text() == "Help"


def test_a_setting_that_could_not_be_kept_goes_back_and_says_so(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage, folder: DataFolder
) -> None:
    name = control(page, Provider, "provider")
    with closing(sqlite3.connect(folder.database)) as other:
        other.execute(
            "CREATE TRIGGER full BEFORE INSERT ON setting BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
        name.setText("Ann")
        QTest.keyClick(name, Qt.Key.Key_Return)
        desk.settle(qtbot)
    assert [type(each) for each in desk.failures] == [Conflict]
    desk.failures.clear()
    assert page.saved.text() == "Not saved"
    assert name.text() == ""


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_nothing_is_cut_off_at_twice_the_text_size(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage, qapp: QApplication, choice: str
) -> None:
    desk.theme.choice = choice  # type: ignore[assignment] # one of the choices
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    page.resize(680, 560)  # what the navigation leaves of 1024
    for row in range(page.sections.count()):
        page.sections.setCurrentRow(row)
        desk.settle(qtbot)
        sheet: Any = page.stack.currentWidget()
        texts = [each for each in sheet.findChildren(QLabel) if each.wordWrap()]

        def shows_everything(sheet: Any = sheet, texts: list[QLabel] = texts) -> None:
            assert sheet.horizontalScrollBar().maximum() == 0, page.sections.currentItem().text()
            for each in filter(QLabel.isVisible, texts):
                assert each.height() >= each.heightForWidth(each.width()), each.text()

        qtbot.waitUntil(shows_everything)  # a layout comes to rest in more than one round


def test_an_account_that_cpd_connected_meanwhile_is_shown(
    qtbot: QtBot,
    desk: TestDesk,
    page: SettingsPage,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with zoom_here(clock, monkeypatch):
        page.show_section("accounts")
        desk.settle(qtbot)
        assert page.zoom.mark.text() == "Not connected"
        trainer = browsing(desk.services)
        account = desk.services.zoom_account
        chosen = ChosenApp(account.app())
        done = account.connect(chosen, Work(), show=lambda *_: None)
        trainer.leave()
        page.refresh()
        desk.settle(qtbot)
        assert page.zoom.mark.text() == "Connected"
        assert done.changes.touches("setting")  # by which the page hears of it


def test_no_part_is_a_window_before_it_is_in_its_place(
    qtbot: QtBot, desk: TestDesk, qapp: QApplication
) -> None:
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, of: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Show and isinstance(of, QWidget) and of.isWindow():
                shown.append(type(of).__name__)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    qtbot.addWidget(SettingsPage(desk))
    qapp.removeEventFilter(watch)
    assert not shown


def test_a_hidden_setting_has_no_field(qtbot: QtBot) -> None:
    panel = SectionPanel(Start)
    qtbot.addWidget(panel)
    assert panel.fields == {}


def test_the_language_of_mails_is_one_there_are_texts_in(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage, folder: DataFolder
) -> None:
    desk.feed.changed.emit(desk.services.settings.put(Mail(language="it")), None)
    desk.settle(qtbot)
    choices = control(page, Mail, "language")
    assert choices.currentData() == "it"  # its folder is gone, and nobody chose another
    (folder.path / "mail-texts" / "fr").mkdir(parents=True)
    show(page, "mail")
    offered = [choices.itemData(row) for row in range(choices.count())]
    assert offered == ["de", "en", "fr", "it"]
    choices.setCurrentIndex(offered.index("fr"))
    choices.activated.emit(2)
    desk.settle(qtbot)
    assert kept(desk, Mail).language == "fr"
