"""What can be done with people, from the list, from one person and from a pair alike."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from cpd_desktop.ui.certificates.statement_output import StatementOutput
from cpd_desktop.ui.erase_dialog import EraseDialog
from cpd_desktop.ui.merge_dialog import MergeDialog
from cpd_desktop.ui.person_dialog import PersonDialog
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.domain.people import Person, PersonDraft
    from cpd_desktop.services.erasure import Report
    from cpd_desktop.services.merging import Preview
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.page import Page


class PersonActions(QObject):
    """Asks, carries out and says so; ``changed`` tells whoever shows people."""

    changed = Signal()
    gone = Signal(int)  # this person was merged into another or removed

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._statement = StatementOutput(desk, page)

    def add(self) -> None:
        """Ask for somebody new."""
        dialog = PersonDialog(self._page.window())
        dialog.offered.connect(self._add)
        dialog.open()

    def edit(self, person: int) -> None:
        """Show all of a person to be changed."""
        self._desk.operations.look_up(
            lambda _work: self._desk.services.people.get(person), self._open_editor
        )

    def merge(self, one: int, other: int) -> None:
        """Show what two entries make together, and ask."""
        merging = self._desk.services.merging
        self._desk.operations.look_up(
            lambda _work: (merging.merge_preview(one, other), merging.merge_preview(other, one)),
            self._open_merge,
        )

    def erase(self, person: int) -> None:
        """Say what erasing does, and ask."""
        self._desk.operations.look_up(
            lambda work: self._desk.services.erasure.erasure_preview(person, work),
            self._open_erase,
            title=self.tr("Looking for traces"),
        )

    def remove(self, ids: list[int]) -> None:
        """Remove people who never had a place."""
        self._carry_out(
            lambda _work: self._desk.services.people.remove(ids),
            self.tr("%n person(s) removed", "", len(ids)),
            ids,
        )

    def list_messages(self, person: int) -> None:
        """Show in the outbox what was written to a person."""
        self._desk.places.go("outbox", part=f"person {person}")

    def list_certificates(self, person: int) -> None:
        """Show the certificates of a person in the register."""
        self._desk.places.go("certificates", part=f"person {person}")

    def ask_for_statement(self, person: int, name: str) -> None:
        """Ask for which period all credits of a person are to be written down."""
        self._statement.ask(person, name)

    def tell_apart(self, one: int, other: int) -> None:
        """Remember that two entries are two people."""
        self._carry_out(
            lambda _work: self._desk.services.duplicates.tell_apart(one, other),
            self.tr("Noted as two people"),
        )

    def _add(self, draft: PersonDraft) -> None:
        text = self.tr("{name} added").format(name=draft.name)
        self._carry_out(lambda _work: self._desk.services.people.add(draft), text)

    def _open_editor(self, person: Person) -> None:
        dialog = PersonDialog(self._page.window(), person.draft())
        dialog.offered.connect(partial(self._change, person.id))
        dialog.open()

    def _change(self, person: int, draft: PersonDraft) -> None:
        text = self.tr("{name} changed").format(name=draft.name)
        self._carry_out(lambda _work: self._desk.services.people.change(person, draft), text)

    def _open_merge(self, previews: tuple[Preview, Preview]) -> None:
        dialog = MergeDialog(self._page.window(), *previews)
        dialog.merge_asked.connect(self._merge)
        dialog.apart_asked.connect(self.tell_apart)
        dialog.open()

    def _merge(self, keep: int, other: int) -> None:
        self._carry_out(
            lambda _work: self._desk.services.merging.merge(keep, other),
            self.tr("Two entries merged"),
            [other],
        )

    def _open_erase(self, report: Report) -> None:
        dialog = EraseDialog(self._page.window(), report)
        dialog.confirmed.connect(partial(self._erase, report.person.id))
        dialog.open()

    def _erase(self, person: int, why: str) -> None:
        # Without a text it does not become a step that Undo would offer to take back.
        self._desk.operations.carry_out(
            lambda work: self._desk.services.erasure.erase(person, why, work),
            origin=self._page,
            title=self.tr("Erasing"),
            then=self._erased,
        )

    def _erased(self, report: Report) -> None:
        self.changed.emit()
        self._desk.operations.told.emit(self.tr("Erased for good"), False)
        if report.see_to:
            self._show_what_is_left(report)

    def _show_what_is_left(self, report: Report) -> None:
        box = QMessageBox(self._page.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Information)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Erased. This is left for you to see to:"))
        box.setInformativeText("\n\n".join(map(in_words, report.see_to)))
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.open()

    def _carry_out(self, call: Any, text: str, going: list[int] | None = None) -> None:
        self._desk.operations.carry_out(
            call, origin=self._page, text=text, then=partial(self._done, going or [])
        )

    def _done(self, going: list[int], _result: object) -> None:
        for person in going:
            self.gone.emit(person)
        self.changed.emit()
