from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QPushButton, QWidget

from cpd_desktop.domain.column_words import Field
from cpd_desktop.domain.custom_fields import CustomField, FieldKind
from cpd_desktop.ui.dropped_files import TakesTables, copied_list
from cpd_desktop.ui.import_columns import field_words
from cpd_desktop.ui.import_dialog import ImportDialog, import_list
from tests.drafts import a_draft
from tests.lists import as_csv

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.desk import TestDesk

    Opened = Callable[..., ImportDialog]


@pytest.fixture
def event(desk: TestDesk) -> int:
    return desk.services.events.add(a_draft()).value.id


@pytest.fixture
def opened(
    desk: TestDesk, event: int, tmp_path: Path, stage: Callable[..., QWidget], qtbot: QtBot
) -> Opened:
    def show(
        source: str | bytes | Path, *, name: str = "list.csv", wait: bool = True
    ) -> ImportDialog:
        if isinstance(source, bytes):
            path = tmp_path / name
            path.write_bytes(source)
            source = path
        dialog = import_list(desk, stage(), event, source)
        if wait:
            settle(dialog, desk, qtbot)
        return dialog

    return show


def settle(dialog: ImportDialog, desk: TestDesk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.live and dialog.progress.isHidden())


def listed(*rows: tuple[str, ...], headers: tuple[str, ...] = ("Name", "E-mail")) -> bytes:
    return as_csv(headers, rows).encode()


def names(desk: TestDesk, event: int) -> list[str]:
    return [each.name for each in desk.services.registrations.on(event)]


def test_a_list_is_shown_tried_and_registered(
    opened: Opened, desk: TestDesk, event: int, qtbot: QtBot
) -> None:
    told: list[tuple[str, bool]] = []

    def note(text: str, undo: bool) -> None:  # noqa: FBT001 - as the signal tells it
        told.append((text, undo))

    desk.operations.told.connect(note)
    dialog = opened(listed(("Zoë", "z@x.example"), ("Ben", "no"), ("Ann", "")))
    assert dialog.outcome.text() == "3 row(s): 2 new, 1 cannot be read"
    assert [dialog.errors.item(0, column).text() for column in range(3)] == [  # type: ignore[union-attr]  # it is there
        "3", "E-mail", "“no” is not an e-mail address.",
    ]  # fmt: skip
    assert dialog.register_button.text() == "&Register 2 people"
    assert names(desk, event) == [], "nothing before somebody says so"
    with qtbot.waitSignal(dialog.finished):
        QTest.mouseClick(dialog.register_button, Qt.MouseButton.LeftButton)
    assert names(desk, event) == ["Ann", "Zoë"]
    assert told == [("2 people registered from a list", True)]
    desk.operations.undo()
    desk.settle(qtbot)
    assert names(desk, event) == []


def test_another_choice_of_a_column_is_tried_at_once(
    opened: Opened, desk: TestDesk, qtbot: QtBot
) -> None:
    dialog = opened(listed(("Zoë", "z@x"), headers=("Name", "Note to self")))
    assert dialog.outcome.text() == "1 row(s): 1 new"
    dialog.table.choices[1].tell(Field.EMAIL)
    qtbot.waitUntil(lambda: dialog.outcome.text() == "1 row(s): 1 cannot be read")
    dialog.table.choices[1].tell(Field.FULL_NAME)
    assert dialog.table.choices[0].told is None, "only one column tells the name"
    dialog.table.choices[1].tell(None)
    qtbot.waitUntil(lambda: "No column tells the names" in dialog.note.text())
    assert not dialog.register_button.isEnabled()
    settle(dialog, desk, qtbot)


def test_questions_of_the_event_can_be_told(opened: Opened, desk: TestDesk, event: int) -> None:
    draft = replace(a_draft(), fields=(CustomField(FieldKind.TEXT, "Meals"),))
    desk.services.events.change(event, draft)
    dialog = opened(listed(("Zoë", "Soup"), headers=("Name", "meals")))
    assert dialog.table.choices[1].currentText() == "Answer: Meals"


def test_a_date_that_may_be_two_days_is_asked_about_once(
    opened: Opened, desk: TestDesk, event: int, qtbot: QtBot
) -> None:
    draft = replace(a_draft(), fields=(CustomField(FieldKind.DATE, "Born"),))
    desk.services.events.change(event, draft)
    content = listed(("Zoë", "03/04/1990"), headers=("Name", "Born"))
    dialog = opened(content)
    assert dialog.dates.isVisible()
    assert "03/04/1990" in dialog.question.text()
    dialog.dates.setCurrentIndex(1)
    dialog.dates.activated.emit(1)
    qtbot.waitUntil(lambda: dialog.outcome.text() == "1 row(s): 1 new")
    with qtbot.waitSignal(dialog.finished):
        dialog.register_button.click()
    assert [*desk.services.registrations.on(event)[0].answers.values()] == ["1990-04-03"]
    again = opened(content)
    assert again.outcome.text() == "1 row(s): 1 unchanged", "the answer is remembered"


def test_another_encoding_reads_the_list_again(
    opened: Opened, desk: TestDesk, qtbot: QtBot
) -> None:
    dialog = opened(as_csv(("Name", "E-mail"), [("Zoë Čapek", "z@x.example")]).encode("cp1250"))
    dialog.options.encoding.setCurrentIndex(dialog.options.encoding.findData("cp1250"))
    dialog.options.encoding.activated.emit(0)
    settle(dialog, desk, qtbot)
    item = dialog.table.item(1, 0)
    assert item is not None
    assert item.text() == "Zoë Čapek"
    dialog.options.encoding.setCurrentIndex(dialog.options.encoding.findData("utf-8"))
    dialog.options.encoding.activated.emit(0)
    settle(dialog, desk, qtbot)
    assert "UTF-8" in dialog.note.text()
    dialog.options.encoding.setCurrentIndex(dialog.options.encoding.findData("cp1250"))
    dialog.options.encoding.activated.emit(0)
    settle(dialog, desk, qtbot)
    assert dialog.register_button.isEnabled(), "one comes back from a wrong choice"


def test_a_pasted_list_needs_no_file(opened: Opened) -> None:
    dialog = opened("Zoë Müller <z@x.example>\nBen <b@x.example>")
    assert dialog.heading.text() == "Pasted list"
    assert dialog.outcome.text() == "2 row(s): 2 new"
    assert not dialog.options.encoding.isVisible()


def test_what_is_no_table_is_told_in_words(opened: Opened) -> None:
    dialog = opened(b"", name="empty.csv")
    assert "“empty.csv” is empty" in dialog.note.text()
    assert not dialog.register_button.isEnabled()


def test_the_errors_can_be_saved_and_read(
    opened: Opened, desk: TestDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(listed(("Ben", "no"), ("Zoë", "")))
    dialog.save_errors(str(tmp_path / "errors.csv"))
    settle(dialog, desk, qtbot)
    assert "saved" in dialog.note.text()
    lines = (tmp_path / "errors.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines == ["Row,Column,What is wrong", "2,E-mail,“no” is not an e-mail address."]


def test_a_file_that_goes_away_is_told_and_changes_nothing(
    opened: Opened, desk: TestDesk, event: int, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(listed(("Zoë", "")))
    shutil.move(tmp_path / "list.csv", tmp_path / "elsewhere.csv")
    dialog.register_button.click()
    settle(dialog, desk, qtbot)
    assert "no file “list.csv”" in dialog.note.text()
    assert dialog.isVisible()
    assert names(desk, event) == []


def many(count: int) -> bytes:
    return listed(*((f"Person {number}", f"p{number}@x.example") for number in range(count)))


def test_registering_can_be_stopped_and_leaves_nobody(
    opened: Opened, desk: TestDesk, event: int, qtbot: QtBot
) -> None:
    dialog = opened(many(5_000))
    dialog.register_button.click()
    dialog.reject()
    assert dialog.isVisible(), "it stays until the work has stopped"
    settle(dialog, desk, qtbot)
    assert dialog.note.text() == "Stopped. Nobody was registered."
    assert names(desk, event) == []
    with qtbot.waitSignal(dialog.finished):
        dialog.register_button.click()
    assert len(names(desk, event)) == 5_000


def test_who_does_not_wait_for_the_trial_can_register_at_once(
    opened: Opened, desk: TestDesk, event: int, qtbot: QtBot
) -> None:
    dialog = opened(many(3_000), wait=False)
    qtbot.waitUntil(dialog.table.isVisible)
    dialog.stop_button.click()
    settle(dialog, desk, qtbot)
    assert dialog.note.text() == "Stopped. Nothing was changed."
    with qtbot.waitSignal(dialog.finished):
        dialog.register_button.click()
    assert len(names(desk, event)) == 3_000


def test_closing_in_the_middle_of_trying_stops_it(
    opened: Opened, desk: TestDesk, qtbot: QtBot
) -> None:
    dialog = opened(many(5_000), wait=False)
    qtbot.waitUntil(dialog.table.isVisible)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.settle(qtbot)
    assert desk.failures == []


@pytest.mark.slow
def test_a_long_list_never_stalls_the_window(opened: Opened, desk: TestDesk, qtbot: QtBot) -> None:
    dialog = opened(many(100_000), wait=False)
    turns: list[int] = [0]
    timer = QTimer(interval=0)

    def turn() -> None:
        turns[0] += 1

    timer.timeout.connect(turn)
    timer.start()
    steps: list[int] = []

    def step(_value: int) -> None:
        steps.append(turns[0])

    dialog.progress.valueChanged.connect(step)
    qtbot.waitUntil(lambda: not desk.jobs.live and dialog.progress.isHidden(), timeout=120_000)
    timer.stop()
    assert dialog.register_button.text() == "&Register 100000 people"
    assert len(steps) > 10, "progress is seen on the way"
    still = [one for one, two in pairwise(steps) if one == two]
    assert len(still) <= len(steps) // 10, "the window has turns of its own between two reports"


def test_a_list_of_very_many_columns_opens(opened: Opened) -> None:
    headers = ("Name", *(f"Column {number}" for number in range(255)))
    dialog = opened(listed(("Zoë", *["x"] * 255), headers=headers))
    assert len(dialog.table.choices) == 256
    assert dialog.outcome.text() == "1 row(s): 1 new"


def test_everything_has_a_name_and_can_be_reached_by_keyboard(opened: Opened) -> None:
    dialog = opened(listed(("Ben", "no"), ("Zoë", "")))
    inside = (QComboBox, QPushButton, QAbstractSpinBox)
    for each in dialog.findChildren(QWidget):
        if isinstance(each, inside) and each.isVisible():
            assert each.accessibleName(), each
            assert each.focusPolicy() & Qt.FocusPolicy.TabFocus, each
    assert all(field_words(each) for each in dialog.table.columns().fields)


def dropping(widget: QWidget, *paths: Path) -> bool:
    """Drag files over a widget and let go; say whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, left, none.NoModifier)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    drop = QDropEvent(QPointF(5, 5), action, data, left, none.NoModifier, QEvent.Type.Drop)
    QApplication.sendEvent(widget, drop)
    return drop.isAccepted()


def test_a_table_dropped_on_the_window_is_taken_and_nothing_else(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = TakesTables()
    qtbot.addWidget(window)
    window.show()
    taken: list[Path] = []
    window.table_dropped.connect(taken.append)
    table, picture = tmp_path / "list.XLSX", tmp_path / "photo.png"
    assert dropping(window, table)
    assert taken == [table]
    assert not dropping(window, picture)
    assert not dropping(window, table, tmp_path / "other.csv"), "one at a time"
    assert taken == [table]


def test_a_copied_file_or_text_is_what_is_pasted(qapp: QApplication, tmp_path: Path) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Zoë\tz@x.example")
    assert copied_list() == "Zoë\tz@x.example"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.csv"))])
    clipboard.setMimeData(data)
    assert copied_list() == tmp_path / "a.csv"
    clipboard.clear()
    assert copied_list() == ""
