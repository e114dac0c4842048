"""Leads from a check to the place where it is put right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cpd_desktop.domain.certificates.completeness import Where
from cpd_desktop.ui.person_dialog import PersonDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from cpd_desktop.domain.people import Person, PersonDraft
    from cpd_desktop.services.services import Services
    from cpd_desktop.ui.certificates.stage_checks import Check
    from cpd_desktop.ui.certificates.stage_content import StageContent
    from cpd_desktop.ui.desk import Desk

SECTIONS = {
    "event_title": "basics",
    "event_date": "sessions",
    "event_times": "sessions",
    "event": "sessions",
    "issue_date": "sessions",
    "instructors": "speakers",
}


class StageWays(QObject):
    """Opens a dialog, a page, a section of the plan or another stage."""

    section_asked = Signal(str)
    stage_asked = Signal(str)

    def __init__(self, desk: Desk, stage: QWidget) -> None:
        super().__init__(stage)
        self._desk = desk
        self._stage = stage
        self.dialog: QDialog | None = None

    def lead(self, check: Check, content: StageContent) -> None:
        """Open the place that a check names."""
        where = check.first.where
        if where is Where.PERSON:
            self._open_person(check)
        elif where is Where.CREDIT:
            self.section_asked.emit("credit")
        elif where is Where.EVENT:
            self.section_asked.emit(SECTIONS.get(check.first.field, "basics"))
        elif where is Where.TEMPLATE:
            self.open_templates(content.plan.template.id)
        elif where is Where.CERTIFICATE:
            self.stage_asked.emit("attendance")
        else:
            self._desk.places.go("settings", part=where.value)  # a section is called the same

    def open_templates(self, template: int | None = None) -> None:
        """Show where templates are edited; one that came along has no number before it is used."""
        part = "templates" if template is None else f"template {template}"
        self._desk.places.go("certificates", part=part)

    def _open_person(self, check: Check) -> None:
        if not check.people:
            self._desk.places.go("people")
            return
        services, registration = self._desk.services, check.people[0]
        self._desk.operations.look_up(
            lambda _work: _person(services, registration), self._open_editor
        )

    def _open_editor(self, person: Person) -> None:
        dialog = PersonDialog(self._stage.window(), person.draft())
        dialog.offered.connect(partial(self._change, person.id))
        self._open(dialog)

    def _change(self, person: int, draft: PersonDraft) -> None:
        people = self._desk.services.people
        self._desk.operations.carry_out(
            lambda _work: people.change(person, draft),
            origin=self,
            text=self.tr("{name} changed").format(name=draft.name),
        )

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None


def _person(services: Services, registration: int) -> Person:
    return services.people.get(services.registrations.get(registration).person_id)
