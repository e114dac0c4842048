"""Reports are brought in through the window: seen, imported, told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.services.attendance.attendance import Choice
from cpd_desktop.ui.attendance.mark_list_dialog import MarkListDialog
from tests.report_files import PEOPLE, Was, text, webinar, zoom, zoom_with_block
from tests.ui.attendance.reports.report_desk import (
    US,
    cautions,
    have_meeting,
    import_it,
    lines,
    settle,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.ui.attendance.report_dialog import ReportDialog
    from tests.desk import TestDesk

    Opened = Callable[..., ReportDialog]


def test_a_zoom_report_is_recognised_shown_imported_and_undone_in_one_step(
    opened: Opened, desk: TestDesk, event: int, qtbot: QtBot
) -> None:
    told: list[tuple[str, bool]] = []

    def note(text: str, undo: bool) -> None:  # noqa: FBT001 - as the signal tells it
        told.append((text, undo))

    desk.operations.told.connect(note)
    dialog = opened(text(zoom_with_block(PEOPLE, US)))
    assert dialog.summary.text() == (
        "Zoom participants report · 6 rows · meeting 812 3456 7890 · Wound care, part 2"
        " · Wed 14 Oct 2026 · 18:00–19:30 Europe/Berlin"  # noqa: RUF001 - the dash of a span
    )
    assert shown(dialog, 0) == [
        "Agnes Thorsen", "agnes@thorsen.example", "18:00", "19:30", "90", "",
    ]  # fmt: skip
    assert shown(dialog, 3)[0] == "iPhone (first Björn Sæther)"
    assert shown(dialog, 4)[-1] == "Waiting room, not counted"
    assert dialog.import_button.text() == "&Import 6 rows"
    assert not desk.services.reports.on(event), "nothing before somebody says so"
    import_it(dialog, desk, qtbot)
    assert dialog.outcome.heading.text() == "6 rows imported"
    assert lines(dialog) == [
        "6 rows = 2 matched + 3 guests + 0 hosts + 1 ignored + 0 to review",
    ]
    assert told == [("Report “report 1.csv” imported", True)]
    desk.operations.undo()
    desk.settle(qtbot)
    assert not desk.services.reports.on(event)


def test_a_page_that_asks_to_sign_in_is_no_report(opened: Opened, desk: TestDesk) -> None:
    dialog = opened("<!DOCTYPE html><html><body>Sign in to Zoom</body></html>")
    assert "is a web page, not a table" in dialog.note.text()
    assert not dialog.import_button.isEnabled()
    assert not dialog.view.preview.isVisible()


def test_a_report_of_another_meeting_is_warned_about(
    opened: Opened, desk: TestDesk, event: int
) -> None:
    have_meeting(desk, event, 84122109921)
    dialog = opened(text(zoom_with_block(PEOPLE, US)))
    assert "This is the report of meeting 81234567890" in cautions(dialog)
    assert dialog.import_button.isEnabled(), "a person judges"


def test_the_same_file_again_is_told_before_and_changes_nothing(
    opened: Opened, desk: TestDesk, event: int, qtbot: QtBot
) -> None:
    content = text(zoom_with_block(PEOPLE, US))
    first = opened(content)
    import_it(first, desk, qtbot)
    first.reject()
    again = opened(content)
    assert "This file was imported on Fri 13 Nov 2026, 17:00." in cautions(again)
    import_it(again, desk, qtbot)
    assert again.outcome.heading.text() == "Nothing changed"
    assert lines(again)[0] == "Nothing new: this file was imported on Fri 13 Nov 2026, 17:00."
    assert len(desk.services.reports.on(event)) == 1


def test_a_newer_report_replaces_the_older_and_keeps_decisions(
    opened: Opened, desk: TestDesk, event: int, qtbot: QtBot
) -> None:
    import_it(opened(text(zoom_with_block(PEOPLE[:4], US))), desk, qtbot)
    found = desk.services.attendance.of(event)
    guest = next(
        each.participant.key
        for each in found.findings.findings
        if "Łucja Wrona" in each.participant.names
    )
    desk.services.attendance.decide(event, [Choice(guest, Verdict.GUEST)])
    newer = opened(text(zoom_with_block(PEOPLE, US)))
    import_it(newer, desk, qtbot)
    assert lines(newer)[:2] == [
        "It replaces the report “report 1.csv” of Fri 13 Nov 2026, 17:00.",
        "1 decision kept.",
    ]
    assert lines(newer)[-1].startswith("6 rows = ")


def test_a_webinar_shows_who_hosted_and_who_did_not_come(
    opened: Opened, desk: TestDesk, qtbot: QtBot
) -> None:
    dialog = opened(
        text(
            webinar(
                PEOPLE[:2], absent=[Was("Nora Vik", "nora@vik.example")], hosts=[Was("Ida Berg")]
            )
        )
    )
    assert dialog.summary.text().startswith(
        "Zoom webinar report · 4 rows · meeting 998 7654 3210 · Wound care for all · "
    )
    assert [shown(dialog, row)[-1] for row in range(4)] == ["Host", "", "", "Did not come"]
    import_it(dialog, desk, qtbot)
    assert lines(dialog)[-1].startswith("4 rows = 1 matched + 1 guest + 1 host + 1 ignored")


def test_a_report_that_is_not_ready_says_so(opened: Opened) -> None:
    dialog = opened(text(zoom([replace(each, seconds=0) for each in PEOPLE[:2]], US)))
    assert "The report is not ready: it tells stays of no length." in cautions(dialog)


def test_several_files_come_in_one_after_the_other(
    opened: Opened, desk: TestDesk, event: int, qtbot: QtBot
) -> None:
    one, two = text(zoom(PEOPLE[:1], US)), text(zoom(PEOPLE[2:4], US))
    dialog = opened(one, two)
    import_it(dialog, desk, qtbot)
    assert dialog.next_button.text() == "&Next file: report 2.csv"
    QTest.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    settle(dialog, desk, qtbot)
    assert (dialog.heading.text(), dialog.outcome.isVisible()) == ("report 2.csv", False)
    import_it(dialog, desk, qtbot)
    assert not dialog.next_button.isVisible()
    assert len(desk.services.reports.current(event)) == 2


def test_a_row_that_cannot_be_true_is_named_with_its_reason(opened: Opened) -> None:
    late = Was("Otto Late", "", 600, -300)
    dialog = opened(text(zoom([*PEOPLE[:2], late], US)))
    found = [dialog.view.problems.item(0, column) for column in (0, 2)]
    assert found[0] is not None
    assert found[1] is not None
    assert found[0].text() == "4"
    assert "before" in found[1].text()


def test_importing_can_be_stopped_and_keeps_nothing(
    opened: Opened, desk: TestDesk, event: int, qtbot: QtBot
) -> None:
    many = [replace(PEOPLE[0], name=f"Person {number}") for number in range(3_000)]
    dialog = opened(text(zoom(many, US)), wait=False)
    dialog.working.stop_button.click()
    settle(dialog, desk, qtbot)
    assert dialog.note.text() == "Stopped. Nothing was imported."
    dialog.import_button.click()
    dialog.reject()
    assert dialog.isVisible(), "it stays until the work has stopped"
    settle(dialog, desk, qtbot)
    assert dialog.note.text() == "Stopped. Nothing was imported."
    assert not desk.services.reports.on(event)


def test_closing_in_the_middle_of_reading_stops_it(
    opened: Opened, desk: TestDesk, qtbot: QtBot
) -> None:
    many = [replace(PEOPLE[0], name=f"Person {number}") for number in range(3_000)]
    dialog = opened(text(zoom(many, US)), wait=False)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.settle(qtbot)
    assert desk.failures == []


def test_a_file_dropped_on_the_dialog_is_read_instead(
    opened: Opened, desk: TestDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened("<html><body>Sign in</body></html>")
    right = tmp_path / "right.csv"
    right.write_text(text(zoom(PEOPLE, US)), encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(right))])
    action, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, left, none.NoModifier)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), action, data, left, none.NoModifier, QEvent.Type.Drop)
    QApplication.sendEvent(dialog, drop)
    settle(dialog, desk, qtbot)
    assert dialog.heading.text() == "right.csv"
    assert dialog.import_button.isEnabled()


def test_a_plain_list_counts_as_there_unless_it_is_a_list_of_marks(
    opened: Opened, desk: TestDesk, qtbot: QtBot
) -> None:
    dialog = opened("Name,Email\nAgnes Thorsen,agnes@thorsen.example\n")
    assert "everybody on it counts as there" in cautions(dialog)
    with qtbot.waitSignal(dialog.marks_asked) as asked:
        QTest.mouseClick(dialog.marks_button, Qt.MouseButton.LeftButton)
    assert [path.name for path in asked.args] == ["report 1.csv"]
    (marks,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, MarkListDialog))
    marks.reject()
