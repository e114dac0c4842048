"""Events that nothing asks to keep any more: what would go, and what to do about each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from cpd_desktop.domain.changes import Changes
from cpd_desktop.ui.event.binder_output import BinderOutput
from cpd_desktop.ui.event.hold_dialog import HoldDialog
from cpd_desktop.ui.settings.due_table import DueTable
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.widgets import button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.retention import DueEvent
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class RecordsPanel(Panel):
    """Lists events due for deletion. None of them is deleted by itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._keeping = desk.services.keeping
        self.binder = BinderOutput(desk, self)
        self.table = DueTable()
        self.none = label(self.tr("No event is due. Those that need not be kept appear here."))
        self.none.hide()
        self.question: QMessageBox | None = None
        self.follows = label("", "muted")
        self.binder_button = button(self.tr("Save audit &binder…"))
        self.hold_button = button(self.tr("Keep &longer…"))
        self.delete_button = button(self.tr("&Delete"), "danger")

        self.rows.addWidget(
            label(
                self.tr(
                    "Events are kept as long as the longest of their rules asks. After that they"
                    " are listed here and stay until you delete them, with their certificates if"
                    " there are any. Save the audit binder first if anybody may still ask for"
                    " proof."
                ),
                "muted",
            )
        )
        self.rows.addWidget(self.table)
        self.rows.addWidget(self.none)
        self.rows.addWidget(self.follows)
        self.add_buttons(self.binder_button, self.hold_button, self.delete_button)
        self.rows.addWidget(self.note)

        self.table.selected.connect(self._tell)
        self.binder_button.clicked.connect(self._bind)
        self.hold_button.clicked.connect(self._ask_to_hold)
        self.delete_button.clicked.connect(self._delete)
        self._tell()

    def refresh(self) -> None:
        """List the events again."""
        self.run(self._due, self._show)

    def _due(self, _work: Work) -> list[DueEvent]:
        return self._keeping.due()

    def _show(self, due: list[DueEvent]) -> None:
        self.table.show_events(due)
        self.table.setVisible(bool(due))
        self.none.setVisible(not due)
        self._tell()

    def _tell(self) -> None:
        """Say what would go with the chosen event, and what stays."""
        chosen = self.table.chosen()
        for each in (self.binder_button, self.hold_button):
            each.setEnabled(chosen is not None)
        self.delete_button.setEnabled(chosen is not None)
        self.follows.setVisible(chosen is not None)
        if chosen is not None:
            goes = "\n".join(f"•  {in_words(each)}" for each in chosen.goes)
            stays = "\n".join(f"•  {in_words(each)}" for each in chosen.stays)
            text = self.tr("This would be deleted:\n{goes}\nThis stays:\n{stays}")
            self.follows.setText(text.format(goes=goes, stays=stays))

    def _bind(self) -> None:
        if chosen := self.table.chosen():
            self.binder.ask(chosen.id, chosen.title)

    def _ask_to_hold(self) -> None:
        if chosen := self.table.chosen():
            dialog = HoldDialog(self, chosen.title, chosen.retention)
            dialog.offered.connect(partial(self._hold, chosen.id))
            dialog.open()

    def _hold(self, key: int, why: str, until: date | None) -> None:
        self._change(
            lambda _work: self._keeping.hold(key, why, until), self.tr("Event kept longer")
        )

    def _delete(self) -> None:
        chosen = self.table.chosen()
        if chosen is None:
            return
        if not chosen.certificates:
            self._delete_event(chosen)
            return
        self.question = asked = QMessageBox(self)
        asked.setText(self.tr("Erase %n certificate(s) for good?", "", chosen.certificates))
        asked.setInformativeText(
            self.tr(
                "“{title}” goes to the trash. The certificates, their files and what the audit"
                " trail tells of them are erased, and nothing brings them back."
            ).format(title=chosen.title)
        )
        erase = asked.addButton(self.tr("Erase and delete"), QMessageBox.ButtonRole.AcceptRole)
        asked.setDefaultButton(asked.addButton(QMessageBox.StandardButton.Cancel))
        erase.clicked.connect(partial(self._delete_event, chosen))
        asked.open()

    def _delete_event(self, chosen: DueEvent, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt calls it
        services, key = self.desk.services, chosen.id

        def delete(work: Work) -> Changes:
            erased = Changes()
            if chosen.certificates:
                erased = services.expiring.erase(key, work)
            return erased.merged(services.events.trash([key]))

        self._change(delete, self.tr("1 event deleted"))

    def _change(self, call: Callable[[Work], Changes], text: str) -> None:
        self.desk.operations.carry_out(
            call, origin=self, text=text, then=self._changed, otherwise=self.fail
        )

    def _changed(self, _changes: Changes) -> None:
        self.refresh()
