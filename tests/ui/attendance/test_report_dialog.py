"""Reports are brought in through the window: seen, asked about, imported, told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QDate, QEvent, QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QPushButton, QWidget

from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.attendance.reports.words import Column
from cpd_desktop.services.attendance.attendance import Choice
from cpd_desktop.store.tables import meeting
from cpd_desktop.ui.attendance.mark_list_dialog import MarkListDialog
from cpd_desktop.ui.attendance.report_opening import bring_reports
from tests.desk import TestDesk, desk_on
from tests.drafts import a_draft, a_session, somebody
from tests.report_files import (
    EVENING,
    PEOPLE,
    Was,
    Writing,
    text,
    webinar,
    zoom,
    zoom_totals,
    zoom_with_block,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.events import EventDraft
    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.attendance.report_dialog import ReportDialog
    from tests.clock import FixedClock

    Opened = Callable[..., ReportDialog]

US = Writing(style="us")
BERLIN_DAY = a_session("Evening", starts=EVENING, minutes=90)


def held(*sessions: object) -> EventDraft:
    draft = a_draft("Wound care", *(sessions or (BERLIN_DAY,)))  # type: ignore[arg-type]  # sessions they are
    return replace(draft, zone="Europe/Berlin")


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    clock.at = EVENING + timedelta(days=30)
    with desk_on(folder, clock, qapp) as made:
        yield made


@pytest.fixture
def event(desk: TestDesk) -> int:
    key = desk.services.events.add(held()).value.id
    people = [("Agnes Thorsen", "agnes@thorsen.example"), ("Wang Fang", "wang@fang.example")]
    desk.services.registrations.add_all(key, [somebody(*each) for each in people])
    return key


@pytest.fixture
def opened(
    desk: TestDesk, event: int, tmp_path: Path, stage: Callable[..., QWidget], qtbot: QtBot
) -> Opened:
    def show(*contents: str | bytes | Path, into: int = event, wait: bool = True) -> ReportDialog:
        files = []
        for number, content in enumerate(contents, 1):
            path = tmp_path / f"report {number}.csv"
            if isinstance(content, str):
                path.write_text(content, encoding="utf-8")
            elif isinstance(content, bytes):
                path.write_bytes(content)
            else:
                path = content
            files.append(path)
        dialog = bring_reports(desk, stage(), into, files)
        qtbot.waitExposed(dialog)
        if wait:
            settle(dialog, desk, qtbot)
        return dialog

    return show


def settle(dialog: ReportDialog, desk: TestDesk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.live and not dialog.working.busy)


def import_it(dialog: ReportDialog, desk: TestDesk, qtbot: QtBot) -> None:
    assert dialog.import_button.isEnabled()
    QTest.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    settle(dialog, desk, qtbot)


def have_meeting(desk: TestDesk, event: int, number: int, session_id: int | None = None) -> None:
    with desk.services.db.writing("meeting.plan", about=("event", event)) as tx:
        columns = {"event_id": event, "session_id": session_id, "number": number}
        tx.insert(meeting, kind="meeting", rhythm="once", **columns)


def choose(combo: QComboBox, at: int) -> None:
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


def shown(dialog: ReportDialog, row: int) -> list[str]:
    cells = (
        dialog.view.preview.item(row, column) for column in range(dialog.view.preview.columnCount())
    )
    return [cell.text() if cell else "" for cell in cells]


def cautions(dialog: ReportDialog) -> str:
    return dialog.view.caution.text.text()


def lines(dialog: ReportDialog) -> list[str]:
    return dialog.outcome.lines.text().split("\n")


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


def long_day(*day: int) -> str:
    return QLocale().toString(QDate(*day))


def at_another_time(days: int) -> list[Was]:
    return [replace(each, after=each.after + days * 86_400) for each in PEOPLE[:2]]


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


UNKNOWN = "Nimi;Posti;Liittyi;Poistui\n" + "".join(
    f"Osallistuja {letter};;2026-10-14 18:{minute:02}:00;2026-10-14 19:{minute:02}:00\n"
    for minute, letter in enumerate("ABC")
)


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


def test_everything_has_a_name_and_can_be_reached_by_keyboard(opened: Opened) -> None:
    for content in (UNKNOWN, text(zoom(at_another_time(-194), Writing("de", "day first")), ";")):
        dialog = opened(content)
        inside = (QComboBox, QPushButton, QAbstractSpinBox)
        for each in dialog.findChildren(QWidget):
            if isinstance(each, inside) and each.isVisible():
                assert each.accessibleName(), each
                assert each.focusPolicy() & Qt.FocusPolicy.TabFocus, each
