from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from cpd_desktop.domain.sample_provider import SAMPLE_PROVIDER
from cpd_desktop.domain.settings import Planning, Provider, Start, UsualRule
from cpd_desktop.ui.wizard import FirstSteps
from tests.desk import TestDesk, desk_on
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    with desk_on(folder, clock, qapp, keychains=MemoryKeychains(keychain=False)) as made:
        yield made


class Opened:
    """The first steps on screen, and what they said at their end."""

    def __init__(self, qtbot: QtBot, desk: TestDesk) -> None:
        self.window = QWidget()
        self.window.show()
        self.steps = FirstSteps(desk, self.window)
        self.said: list[str] = []
        self.steps.ended.connect(self.said.append)
        self.steps.open()
        self.steps.activateWindow()
        desk.settle(qtbot)


@pytest.fixture
def opened(qtbot: QtBot, desk: TestDesk) -> Iterator[Opened]:
    made = Opened(qtbot, desk)
    yield made
    made.steps.reject()
    desk.settle(qtbot)
    made.window.close()


def press(key: Qt.Key, keys: Any = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, keys)


def enter(text: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)


def kept(desk: TestDesk, section: type[Any]) -> Any:
    return desk.services.settings.get(section)


def test_the_steps_are_walked_by_keyboard_and_everything_is_kept(
    qtbot: QtBot, desk: TestDesk, opened: Opened
) -> None:
    steps = opened.steps
    assert steps.progress.text() == "Step 1 of 9"
    press(Qt.Key.Key_Return)
    assert steps.progress.text() == "Step 2 of 9"
    enter("Ann Clark Training")
    press(Qt.Key.Key_Tab)
    enter("1 High Street")
    press(Qt.Key.Key_Tab)
    enter("ann@clark.example")
    press(Qt.Key.Key_Return)
    assert steps.progress.text() == "Step 3 of 9"
    press(Qt.Key.Key_Down)
    steps.next_button.click()
    assert steps.progress.text() == "Step 4 of 9"
    press(Qt.Key.Key_Up)
    for number in (5, 6, 7, 8, 9):
        steps.next_button.click()
        assert steps.progress.text() == f"Step {number} of 9"
    assert steps.next_button.text() == "Be&gin"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    desk.settle(qtbot)
    assert opened.said == ["event"]
    assert not steps.isVisible()
    assert kept(desk, Provider) == Provider(
        "Ann Clark Training", "1 High Street", "ann@clark.example"
    )
    assert kept(desk, Planning) == Planning("Europe/Berlin", 15, 120)
    assert kept(desk, Start).welcomed


def test_escape_skips_everything_and_they_do_not_come_again(
    qtbot: QtBot, desk: TestDesk, opened: Opened
) -> None:
    QTest.keyClick(opened.steps, Qt.Key.Key_Escape)
    desk.settle(qtbot)
    assert opened.said == [""]
    assert kept(desk, Start).welcomed
    assert kept(desk, Provider) == Provider()
    assert kept(desk, Planning) == Planning(), "the zone of a step never seen is no answer"


def test_closing_the_window_counts_as_skipping_and_keeps_what_was_typed(
    qtbot: QtBot, desk: TestDesk, opened: Opened
) -> None:
    opened.steps.next_button.click()
    enter("Ann")
    opened.steps.close()
    desk.settle(qtbot)
    assert opened.said == [""]
    assert kept(desk, Provider).provider == "Ann"
    assert kept(desk, Start).welcomed


@pytest.mark.parametrize(
    ("choice", "said"), [(0, "sample"), (1, "event"), (2, "list"), (3, "move"), (4, "")]
)
def test_the_last_step_says_what_to_begin_with(
    qtbot: QtBot, desk: TestDesk, opened: Opened, choice: int, said: str
) -> None:
    steps = opened.steps
    for _ in range(8):
        steps.next_button.click()
    choices = (steps.sample_event, steps.first_event, steps.own_list, steps.other_computer)
    (*choices, steps.look_around)[choice].click()
    steps.next_button.click()
    assert opened.said == [said]


def test_skipping_on_the_last_step_makes_nothing(opened: Opened) -> None:
    for _ in range(8):
        opened.steps.next_button.click()
    assert opened.steps.sample_event.isChecked()
    opened.steps.skip_button.click()
    assert opened.said == [""]


def test_going_back_shows_what_was_entered(qtbot: QtBot, desk: TestDesk, opened: Opened) -> None:
    steps = opened.steps
    assert not steps.back_button.isEnabled()
    steps.next_button.click()
    enter("Ann")
    steps.next_button.click()
    desk.settle(qtbot)
    steps.back_button.click()
    assert steps.progress.text() == "Step 2 of 9"
    assert steps.provider.fields["provider"].value() == "Ann"


def test_a_zone_that_does_not_exist_is_not_kept(
    qtbot: QtBot, desk: TestDesk, opened: Opened
) -> None:
    steps = opened.steps
    for _ in range(3):
        steps.next_button.click()
    zone: Any = steps.planning.fields["zone"].control
    zone.setEditText("Mars/Base")
    steps.next_button.click()
    desk.settle(qtbot)
    assert kept(desk, Planning).zone == "Europe/Berlin"


def test_the_provider_of_the_sample_is_not_taken_for_ones_own(qtbot: QtBot, desk: TestDesk) -> None:
    desk.services.settings.put(SAMPLE_PROVIDER)
    opened = Opened(qtbot, desk)
    assert opened.steps.provider.fields["provider"].value() == ""
    opened.steps.reject()
    desk.settle(qtbot)
    assert kept(desk, Provider) == SAMPLE_PROVIDER
    opened.window.close()


def test_shown_again_they_start_from_what_is_kept(qtbot: QtBot, desk: TestDesk) -> None:
    desk.services.settings.put(Provider("Zoë"))
    desk.services.settings.put(Planning("Asia/Tokyo", 9, 60))
    desk.services.settings.put(Start(sample_event=7))
    opened = Opened(qtbot, desk)
    assert opened.steps.provider.fields["provider"].value() == "Zoë"
    assert opened.steps.planning.fields["zone"].value() == "Asia/Tokyo"
    opened.steps.reject()
    desk.settle(qtbot)
    assert kept(desk, Start) == Start(welcomed=True, sample_event=7)
    assert kept(desk, Planning) == Planning("Asia/Tokyo", 9, 60)
    opened.window.close()


def test_a_vault_is_offered_where_there_is_no_keychain(
    qtbot: QtBot, desk: TestDesk, opened: Opened
) -> None:
    for _ in range(4):
        opened.steps.next_button.click()
    desk.settle(qtbot)
    assert opened.steps.secrets.make_button.isVisible()
    opened.steps.secrets.make_button.click()
    dialog: Any = opened.steps.secrets.dialog
    dialog.passphrase.setText("seven apples fall")
    dialog.again.setText("seven apples fall")
    dialog.accept_button.click()
    desk.settle(qtbot)
    assert desk.keychains.has_vault
    assert not opened.steps.secrets.make_button.isVisible()


def test_the_way_on_and_the_way_out_are_always_there(opened: Opened) -> None:
    steps = opened.steps
    for _ in range(9):
        assert steps.skip_button.isVisible()
        assert steps.back_button.isVisible()
        assert steps.next_button.isEnabled()
        assert steps.next_button.accessibleName()
        if steps.progress.text() != "Step 9 of 9":
            steps.next_button.click()


def test_they_begin_again_where_they_were_left_and_anew_once_they_are_done(
    qtbot: QtBot, desk: TestDesk
) -> None:
    opened = Opened(qtbot, desk)
    for _ in range(3):
        opened.steps.next_button.click()
    opened.steps.skip_button.click()
    desk.settle(qtbot)
    assert kept(desk, Start) == Start(welcomed=True, step=3)
    again = Opened(qtbot, desk)
    assert again.steps.progress.text() == "Step 4 of 9"
    for _ in range(6):
        again.steps.next_button.click()
    desk.settle(qtbot)
    assert kept(desk, Start) == Start(welcomed=True)
    for each in (opened, again):
        each.window.close()


def test_the_body_whose_rules_are_chosen_is_what_new_events_begin_from(
    qtbot: QtBot, desk: TestDesk, opened: Opened
) -> None:
    panel = opened.steps.preset
    for _ in range(2):
        opened.steps.next_button.click()
    desk.settle(qtbot)
    panel.box.setCurrentIndex(panel.box.findData("nasba"))
    panel.box.activated.emit(panel.box.currentIndex())
    assert "50 minutes are 1 credit" in panel.told.text()
    desk.settle(qtbot)
    usual = desk.services.presets.usual()
    assert usual is not None
    assert usual.key == "nasba"
    desk.services.settings.put(UsualRule("a body that is no more"))
    assert desk.services.presets.usual() is None


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_steps_fit_at_twice_the_text_size(
    qtbot: QtBot, desk: TestDesk, qapp: QApplication, choice: str
) -> None:
    desk.theme.choice = choice  # type: ignore[assignment] # one of the choices
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    opened = Opened(qtbot, desk)
    steps = opened.steps
    for number in range(9):
        desk.settle(qtbot)
        qapp.processEvents()
        sheet: Any = steps.stack.currentWidget()
        assert sheet.horizontalScrollBar().maximum() == 0, number
        for each in sheet.findChildren(QLabel):
            if each.isVisible() and each.wordWrap():
                assert each.height() >= each.heightForWidth(each.width()), each.text()
        for each in (steps.skip_button, steps.back_button, steps.next_button):
            assert steps.rect().contains(each.geometry())
        if number < 8:
            steps.next_button.click()
    steps.reject()
    desk.settle(qtbot)
    opened.window.close()
