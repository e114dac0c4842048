"""What a report leaves open is asked with examples from it, and only that."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QPushButton, QWidget

from cpd_desktop.domain.attendance.reports.words import Column
from tests.drafts import a_session
from tests.report_files import EVENING, PEOPLE, Writing, text, zoom, zoom_totals
from tests.ui.attendance.reports.report_desk import (
    UNKNOWN,
    US,
    at_another_time,
    cautions,
    choose,
    have_meeting,
    held,
    import_it,
    long_day,
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


def test_a_german_report_with_unclear_days_is_asked_about_once_with_both_days(
    opened: Opened, desk: TestDesk, event: int, qtbot: QtBot
) -> None:
    german = Writing("de", "day first")
    dialog = opened(text(zoom(at_another_time(-194), german), ";"))
    questions = dialog.view.questions
    assert questions.zone.accessibleName() == "In which zone is “03/04/2026 18:00:00”?"
    assert not dialog.import_button.isEnabled()
    questions.zone.show_zone("Europe/Berlin")
    questions.zone.activated.emit(0)
    settle(dialog, desk, qtbot)
    assert questions.dates.accessibleName() == "Which day is “03/04/2026”?"
    days = [questions.dates.itemText(at) for at in range(3)]
    assert days == ["Choose", long_day(2026, 4, 3), long_day(2026, 3, 4)]
    choose(questions.dates, 1)
    settle(dialog, desk, qtbot)
    assert dialog.summary.text().endswith(" · Fri 3 Apr 2026 · 18:00–19:30 Europe/Berlin")  # noqa: RUF001 - the dash of a span
    assert "Nobody in this report was there at the time of a session." in cautions(dialog)
    import_it(dialog, desk, qtbot)
    dialog.reject()

    again = opened(text(zoom(at_another_time(-133), german), ";"))
    again.view.questions.zone.show_zone("Europe/Berlin")
    again.view.questions.zone.activated.emit(0)
    settle(again, desk, qtbot)
    assert "“03/06/2026” was read as 2026-06-03" in again.view.remarks.text()
    assert again.view.questions.dates.currentText() == long_day(2026, 6, 3)
    choose(again.view.questions.dates, 2)
    settle(again, desk, qtbot)
    assert " · Fri 6 Mar 2026 · " in again.summary.text(), "it can be said otherwise"


def test_columns_in_an_unknown_language_are_shown_with_samples_and_remembered(
    opened: Opened, desk: TestDesk, event: int, qtbot: QtBot
) -> None:
    dialog = opened(UNKNOWN)
    assert dialog.view.columns.isVisible()
    assert not dialog.import_button.isEnabled()
    assert [dialog.view.columns.table.choices[at].currentText() for at in range(4)] == [
        "Name", "Leave out", "Joined at", "Left at",
    ]  # fmt: skip
    cell = dialog.view.columns.table.item(1, 2)
    assert cell is not None
    assert cell.text() == "2026-10-14 18:00:00"
    dialog.view.columns.table.choices[1].tell(Column.EMAIL)
    settle(dialog, desk, qtbot)
    assert shown(dialog, 0)[:4] == ["Osallistuja A", "", "18:00", "19:00"]
    import_it(dialog, desk, qtbot)
    assert dialog.outcome.heading.text() == "3 rows imported"
    dialog.reject()
    again = opened(UNKNOWN + "Osallistuja D;;2026-10-14 18:30:00;2026-10-14 19:00:00\n")
    assert again.import_button.isEnabled()
    assert again.view.columns.table.choices[1].currentText() == "E-mail", (
        "what was answered can be seen"
    )


def test_a_guess_about_columns_counts_only_once_somebody_looked_at_it(
    opened: Opened, desk: TestDesk, qtbot: QtBot
) -> None:
    dialog = opened(UNKNOWN)
    QTest.mouseClick(dialog.view.columns.right_button, Qt.MouseButton.LeftButton)
    settle(dialog, desk, qtbot)
    assert shown(dialog, 0)[0] == "Osallistuja A"
    dialog.view.columns.table.choices[0].tell(None)
    settle(dialog, desk, qtbot)
    assert dialog.note.text() == "Nothing is imported before it is clear what the columns tell."
    assert not dialog.import_button.isEnabled()


def test_without_times_the_session_must_be_chosen(
    opened: Opened, desk: TestDesk, qtbot: QtBot
) -> None:
    draft = held(
        a_session("Day 1", starts=EVENING, minutes=90),
        a_session("Day 2", starts=EVENING + timedelta(days=1), minutes=90),
    )
    key = desk.services.events.add(draft).value.id
    dialog = opened(text(zoom_totals(PEOPLE[:2])), into=key)
    assert "only how long people were there in all" in cautions(dialog)
    assert dialog.note.text() == "Answer what is open. Nothing is imported before."
    assert not dialog.import_button.isEnabled()
    choose(dialog.view.questions.session, 2)
    settle(dialog, desk, qtbot)
    import_it(dialog, desk, qtbot)
    kept = desk.services.reports.on(key)
    assert kept[0].session_id == desk.services.events.get(key).sessions[1].id


def test_a_meeting_of_one_session_proposes_that_session(
    opened: Opened, desk: TestDesk, qtbot: QtBot
) -> None:
    days = (EVENING - timedelta(days=7), EVENING)
    draft = held(*(a_session(f"{each:%d}", starts=each, minutes=90) for each in days))
    key = desk.services.events.add(draft).value.id
    _, second = desk.services.events.get(key).sessions
    have_meeting(desk, key, 81234567890, second.id)
    above = [["Topic", "Meeting ID"], ["Wound care", "812 3456 7890"], []]
    dialog = opened(text([*above, *zoom_totals(PEOPLE[:2])]), into=key)
    assert dialog.view.questions.session_id == second.id
    import_it(dialog, desk, qtbot)
    assert desk.services.reports.on(key)[0].session_id == second.id


def test_with_times_it_is_said_which_of_the_sessions_they_meet(
    opened: Opened, desk: TestDesk
) -> None:
    draft = held(
        a_session("Day 1", starts=EVENING - timedelta(days=1), minutes=90),
        a_session("Day 2", starts=EVENING, minutes=90),
    )
    key = desk.services.events.add(draft).value.id
    dialog = opened(text(zoom(PEOPLE, US)), into=key)
    assert dialog.view.questions.session.currentText() == "By its times: Day 2"
    assert dialog.import_button.isEnabled()


def test_another_sheet_of_a_workbook_can_be_chosen(
    opened: Opened, desk: TestDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    book = Workbook()
    for sheet, people in ((book.worksheets[0], PEOPLE[:1]), (book.create_sheet("All"), PEOPLE)):
        for row in zoom(people, US):
            sheet.append(row)
    book.save(tmp_path / "report.xlsx")
    dialog = opened(tmp_path / "report.xlsx")
    assert dialog.import_button.text() == "&Import 1 row"
    choose(dialog.view.questions.sheet, 1)
    settle(dialog, desk, qtbot)
    assert dialog.import_button.text() == "&Import 6 rows"


def test_a_zone_that_does_not_exist_is_told_and_can_be_corrected(
    opened: Opened, desk: TestDesk, qtbot: QtBot
) -> None:
    dialog = opened(text(zoom(PEOPLE, US)))
    zone = dialog.view.questions.zone
    for name, enabled in (("Nowhere/Land", False), ("Europe/Berlin", True)):
        zone.show_zone(name)
        zone.line.editingFinished.emit()
        settle(dialog, desk, qtbot)
        assert dialog.import_button.isEnabled() is enabled
        assert ("no time zone called “Nowhere/Land”" in dialog.note.text()) is not enabled


def test_everything_has_a_name_and_can_be_reached_by_keyboard(opened: Opened) -> None:
    for content in (UNKNOWN, text(zoom(at_another_time(-194), Writing("de", "day first")), ";")):
        dialog = opened(content)
        inside = (QComboBox, QPushButton, QAbstractSpinBox)
        for each in dialog.findChildren(QWidget):
            if isinstance(each, inside) and each.isVisible():
                assert each.accessibleName(), each
                assert each.focusPolicy() & Qt.FocusPolicy.TabFocus, each
