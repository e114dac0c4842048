"""The Attendance stage of one event, as somebody works with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from cpd_desktop.domain.attendance.reports.questions import Answers
from cpd_desktop.services.work import Work
from cpd_desktop.ui.attendance.line_rows import NAME, RESULT
from cpd_desktop.ui.attendance.report_dialog import ReportDialog
from tests.attended import zoom_csv
from tests.drafts import STARTS, a_draft, somebody

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import Qt
    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance, PersonAttendance
    from cpd_desktop.domain.events import EventDraft
    from cpd_desktop.ui.attendance.lines import Line
    from cpd_desktop.ui.attendance.listing import Listing
    from cpd_desktop.ui.pages.event import EventWorkspace
    from cpd_desktop.ui.pages.event_attendance import AttendanceStage
    from tests.attended import Stay
    from tests.clock import FixedClock
    from tests.desk import TestDesk

D = TypeVar("D", bound=QDialog)


@dataclass
class Attending:
    """An event that is over, its workspace, and the short ways a test takes through it."""

    desk: TestDesk
    qtbot: QtBot
    clock: FixedClock
    path: Path
    workspace: EventWorkspace
    event_id: int = 0
    places: dict[str, int] = field(default_factory=dict)

    def hold(self, *people: str, draft: EventDraft | None = None) -> None:
        """Add an event with people, whose addresses are their names, and let it be over."""
        services = self.desk.services
        self.event_id = services.events.add(draft or a_draft()).value.id
        for name in people:
            email = f"{name.lower().replace(' ', '.')}@x.example"
            done = services.registrations.add(self.event_id, somebody(name, email))
            self.places[name] = done.value.id
        self.clock.at = STARTS + timedelta(days=1)

    def report(self, *stays: Stay) -> Path:
        """Write a report."""
        file = self.path / "report.csv"
        file.write_text(zoom_csv(*stays), encoding="utf-8")
        return file

    def bring(self, *stays: Stay, zone: str = "") -> int:
        """Keep a report, as another program does; return its entry in the journal."""
        service, file = self.desk.services.report_import, self.report(*stays)
        done = service.bring_in(self.event_id, file, Work(), answers=Answers(zone))
        return done.changes.entry or 0

    def open(self) -> None:
        """Open the stage and wait until everything is found out."""
        self.workspace.show_event(self.event_id)
        self.workspace.open_stage("attendance")
        self.settle()
        self.stage.focus_list()

    def settle(self) -> None:
        """Wait until nothing is written and nothing overtaken."""
        reader = self.workspace._reader

        def still() -> bool:
            return not self.desk.jobs.live and not reader.busy

        for _ in range(2):
            self.qtbot.waitUntil(still)
            self.qtbot.wait(1)

    def import_shown(self) -> None:
        """Bring in the report that its dialog shows, and close that."""
        (dialog,) = self.stage.findChildren(ReportDialog)
        self.settle()
        dialog.import_button.click()
        self.settle()
        dialog.accept()

    def press(self, key: Qt.Key, *, times: int = 1) -> None:
        """Press a key where the focus is, without waiting for what comes of it."""
        for _ in range(times):
            QTest.keyClick(self.listing.table, key)

    def dialog(self, kind: type[D]) -> D:
        """Return the form that is open."""
        found = self.stage.questions.dialog
        assert isinstance(found, kind)
        return found

    def select(self, name: str) -> None:
        """Select the only line with this name, registered or shown."""
        (line,) = (each for each in self.lines if name in {each.name, *each.shown})
        self.listing.table.select_id(line.id)

    @property
    def stage(self) -> AttendanceStage:
        return self.workspace.attendance

    @property
    def listing(self) -> Listing:
        return self.stage.listing

    @property
    def lines(self) -> list[Line]:
        """Return the lines that are listed, in order."""
        found = (self.listing.rows.line(number) for number in self.listing.table.rows.ids)
        return [each for each in found if each is not None]

    @property
    def shown(self) -> list[tuple[str, str]]:
        """Return name and result of each line, in words."""
        rows = self.listing.table.rows
        return [
            (rows.data(rows.index(row, NAME)), rows.data(rows.index(row, RESULT)))
            for row in range(rows.rowCount())
        ]

    @property
    def selected(self) -> str:
        """Return what the line that is selected is spoken of as."""
        (line,) = self.listing.selected()
        return line.called

    @property
    def found(self) -> EventAttendance:
        return self.desk.services.attendance.of(self.event_id)

    def person(self, name: str) -> PersonAttendance:
        return self.found.by_registration[self.places[name]]

    @property
    def bar_text(self) -> str:
        """Return what the bar of the stages says."""
        return self.workspace._stages._stage(3).text()
