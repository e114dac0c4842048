"""The Certificates stage of one event, as somebody works with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.ui.certificates.stage_rows import STATE
from tests.certified import LINE, PROVIDER, SIGNATORY
from tests.drafts import STARTS, a_draft, somebody

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.ui.certificates.stage_checks import Check
    from cpd_desktop.ui.certificates.stage_content import StageContent
    from cpd_desktop.ui.pages.event_certificates import CertificatesStage
    from tests.clock import FixedClock
    from tests.desk import TestDesk


@dataclass
class Certifying:
    """An event that is over, its stage, and the short ways a test takes through it."""

    desk: TestDesk
    qtbot: QtBot
    clock: FixedClock
    stage: CertificatesStage
    event_id: int = 0
    places: dict[str, int] = field(default_factory=dict)

    def hold(self, *people: str, absent: tuple[str, ...] = (), provider: bool = True) -> None:
        """Add an event with people who were there, or not, and let it be over."""
        services = self.desk.services
        if provider:
            services.settings.put(PROVIDER)
        services.settings.put(SIGNATORY)
        draft = replace(a_draft(), credits=(LINE,))
        self.event_id = services.events.add(draft).value.id
        self.clock.at = STARTS + timedelta(days=1)
        self.register(*people)
        self.register(*absent, verdict=Verdict.NOT_MET)

    def register(self, *people: str, verdict: Verdict = Verdict.MET) -> None:
        """Register people of whom somebody decided whether they were there."""
        services = self.desk.services
        for name in people:
            newcomer = somebody(name, f"person{len(self.places)}@clinic.example")
            self.places[name] = services.registrations.add(self.event_id, newcomer).value.id
        if people:
            keys = [self.places[name] for name in people]
            services.attendance.override(self.event_id, keys, verdict, "Signed the sheet")

    def open(self) -> None:
        """Open the event and wait until everything is found out."""
        self.stage.show_event(self.event_id)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is written, drawn or overtaken."""

        def still() -> bool:
            return not (self.desk.jobs.live or self.stage.reader.busy)

        for _ in range(2):
            self.qtbot.waitUntil(still, timeout=15_000)
            self.qtbot.wait(1)

    def changed(self) -> None:
        """Let the stage hear of something that was changed elsewhere, and find out anew."""
        self.stage.reader.read_again()
        self.settle()

    def go_on(self) -> None:
        """Press the main button, and agree."""
        self.stage.main_button.click()
        self.agree()

    def agree(self) -> None:
        """Agree to what the form asks."""
        self.qtbot.waitUntil(lambda: self.stage.issuing.dialog is not None)
        dialog = self.stage.issuing.dialog
        assert dialog is not None
        dialog.accept_button.click()

    def issue_all(self) -> None:
        """Issue to everybody, and put the backup off."""
        self.go_on()
        self.settle()
        if self.stage.issuing.backup is not None:
            self.stage.issuing.backup.reject()
        self.settle()

    def select(self, *names: str) -> None:
        """Select people in the list."""
        table = self.stage.middle.people.table
        table.clearSelection()
        for name in names:
            (line,) = (each for each in self.content.lines if each.name == name)
            if len(names) == 1:
                table.select_id(line.id)
            else:
                row = table.rows.row_of(line.id)
                assert row is not None
                table.selectionModel().select(
                    table.rows.index(row, 0),
                    table.selectionModel().SelectionFlag.Select
                    | table.selectionModel().SelectionFlag.Rows,
                )
        QTest.qWait(1)

    def of(self, name: str) -> list[Certificate]:
        """Return all certificates of somebody, the oldest first."""
        register = self.desk.services.certificate_register
        key = self.places[name]
        return [each for each in register.of_event(self.event_id) if each.registration == key]

    def check(self, field_name: str) -> Check:
        """Return the check about a field."""
        return next(each for each in self.stage.checks.checks if each.first.field == field_name)

    @property
    def content(self) -> StageContent:
        found = self.stage.content
        assert found is not None
        return found

    @property
    def shown(self) -> dict[str, str]:
        """Return how everybody who is listed stands, in words."""
        rows = self.stage.middle.people.table.rows
        return {
            rows.data(rows.index(row, 0)): rows.data(rows.index(row, STATE))
            for row in range(rows.rowCount())
        }
