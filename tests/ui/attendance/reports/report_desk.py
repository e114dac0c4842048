"""What a test does with the dialog that brings reports in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtTest import QTest

from cpd_desktop.store.tables import meeting
from tests.drafts import a_draft, a_session
from tests.report_files import EVENING, PEOPLE, Was, Writing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox
    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.events import EventDraft
    from cpd_desktop.domain.sessions import SessionDraft
    from cpd_desktop.ui.attendance.report_dialog import ReportDialog
    from tests.desk import TestDesk

US = Writing(style="us")
BERLIN_DAY = a_session("Evening", starts=EVENING, minutes=90)


def held(*sessions: SessionDraft) -> EventDraft:
    draft = a_draft("Wound care", *(sessions or (BERLIN_DAY,)))
    return replace(draft, zone="Europe/Berlin")


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


def long_day(*day: int) -> str:
    return QLocale().toString(QDate(*day))


def at_another_time(days: int) -> list[Was]:
    return [replace(each, after=each.after + days * 86_400) for each in PEOPLE[:2]]


UNKNOWN = "Nimi;Posti;Liittyi;Poistui\n" + "".join(
    f"Osallistuja {letter};;2026-10-14 18:{minute:02}:00;2026-10-14 19:{minute:02}:00\n"
    for minute, letter in enumerate("ABC")
)
