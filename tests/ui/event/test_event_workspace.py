from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from cpd_desktop.domain.badge_codes import code_for
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.ui.import_dialog import ImportDialog
from cpd_desktop.ui.pages.event import EventWorkspace
from cpd_desktop.ui.pages.event_register import DOOR
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.desk import TestDesk


LIST = "Name;E-Mail\nZoë Müller;zoe@x.example\nTom Becker;tom@x.example\n"


@pytest.fixture
def workspace(qtbot: QtBot, desk: TestDesk) -> Iterator[EventWorkspace]:
    desk.services.events.add(a_draft())
    made = EventWorkspace(desk)
    made.resize(1000, 700)
    made.show()
    made.show_event(1)
    desk.settle(qtbot)
    yield made
    made.close()
    desk.settle(qtbot)
    # As the window does with its pages: first the widgets go, then what Python knows of them.
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def the_import(qtbot: QtBot, desk: TestDesk) -> ImportDialog:
    desk.settle(qtbot)
    (found,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, ImportDialog))
    qtbot.waitUntil(found.register_button.isEnabled)
    return found


def names(desk: TestDesk) -> list[str]:
    return [each.name for each in desk.services.registrations.on(1)]


def test_an_event_opens_where_there_is_most_to_do_and_stays_where_somebody_went(
    qtbot: QtBot, desk: TestDesk, workspace: EventWorkspace
) -> None:
    assert workspace.stage == "plan"
    other = desk.services.events.add(a_draft("Airways")).value.id
    desk.services.lifecycle.move(other, Move.PUBLISH)
    workspace.show_event(other)
    desk.settle(qtbot)
    assert workspace.stage == "register"
    workspace.open_stage("send")
    workspace.refresh()
    desk.settle(qtbot)
    assert workspace.stage == "send"
    workspace.show_event(1)
    workspace.open_stage("certificates")
    desk.settle(qtbot)
    assert workspace.stage == "certificates"


def test_a_list_dropped_on_an_event_is_registered(
    qtbot: QtBot, desk: TestDesk, workspace: EventWorkspace, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    file.write_text(LIST, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    dropped = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    workspace.dropEvent(dropped)
    the_import(qtbot, desk).register_button.click()
    desk.settle(qtbot)
    assert names(desk) == ["Tom Becker", "Zoë Müller"]


def test_copied_cells_are_registered(
    qtbot: QtBot, desk: TestDesk, workspace: EventWorkspace
) -> None:
    QGuiApplication.clipboard().setText(LIST.replace(";", "\t"))
    workspace.register.paste_asked.emit()
    the_import(qtbot, desk).register_button.click()
    desk.settle(qtbot)
    assert names(desk) == ["Tom Becker", "Zoë Müller"]


def test_a_scanned_badge_checks_its_wearer_in(
    qtbot: QtBot, desk: TestDesk, workspace: EventWorkspace
) -> None:
    place = desk.services.registrations.add(1, somebody("Zoë Müller")).value
    workspace.open_stage("register")
    workspace.refresh()
    desk.settle(qtbot)
    workspace.register.open_view(DOOR)
    QTest.keyClicks(workspace.register.scanner, code_for(place.number))
    QTest.keyClick(workspace.register.scanner, Qt.Key.Key_Return)
    desk.settle(qtbot)
    session = desk.services.events.get(1).sessions[0].id
    assert desk.services.check_ins.counts(1)[session].here == 1


def test_the_plan_has_the_content_of_the_event(
    qtbot: QtBot, desk: TestDesk, workspace: EventWorkspace
) -> None:
    workspace.plan.show_section("content")
    desk.settle(qtbot)
    assert workspace.plan.stack.currentWidget() is workspace.plan.content


@pytest.mark.parametrize(
    ("menu", "entry", "start"),
    [("Print", "Sign-in sheet", b"%PDF"), ("Print", "Badges", b"%PDF"),
     ("Save as a file", "Calendar", b"BEGIN:VCALENDAR"), ("Save as a file", "Roster (.csv)",
      b"\xef\xbb\xbf")],
)  # fmt: skip
def test_what_goes_out_of_an_event_is_written_where_one_says(
    qtbot: QtBot, desk: TestDesk, workspace: EventWorkspace, tmp_path: Path,
    menu: str, entry: str, start: bytes,
) -> None:  # fmt: skip
    desk.services.registrations.add(1, somebody("Zoë Müller"))
    moves = workspace._moves
    outer = next(each for each in moves.findChildren(QMenu) if each.parent() is moves)
    outer.aboutToShow.emit()
    inner = next(each for each in outer.findChildren(QMenu) if each.title() == menu)
    next(each for each in inner.actions() if each.text().startswith(entry)).trigger()
    (asked,) = workspace.findChildren(QFileDialog)
    file = tmp_path / "written"
    asked.fileSelected.emit(str(file.with_suffix(f".{asked.defaultSuffix()}")))
    asked.reject()
    desk.settle(qtbot)
    (written,) = tmp_path.glob("written.*")
    assert written.read_bytes().startswith(start)


def test_no_stage_lies_on_another_or_beside_the_window_at_twice_the_text_size(
    qtbot: QtBot, desk: TestDesk, workspace: EventWorkspace
) -> None:
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    workspace.setFont(font)
    workspace.resize(740, 640)
    qtbot.wait(1)
    desk.settle(qtbot)
    bar = workspace._stages
    stages = [bar._stage(number) for number in range(6)]
    assert all(bar.rect().contains(each.geometry()) for each in stages)
    for one, other in combinations(stages, 2):
        assert not one.geometry().intersects(other.geometry())
    assert bar.mapTo(workspace, bar.rect().topRight()).x() < workspace.width()
