"""The register: every certificate that was issued, found, looked at and taken out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from cpd_desktop.domain.certificates.register import Certificate
from cpd_desktop.ui.certificates.register_deeds import RegisterDeeds
from cpd_desktop.ui.certificates.register_export_menu import ExportMenu
from cpd_desktop.ui.certificates.register_filters import RegisterFilters
from cpd_desktop.ui.certificates.register_inspector import RegisterInspector
from cpd_desktop.ui.certificates.register_rows import RegisterRows, RegisterTable
from cpd_desktop.ui.columns_button import ColumnsButton
from cpd_desktop.ui.listing import Listing, Shape
from cpd_desktop.ui.row_table import Column
from cpd_desktop.ui.widgets import EmptyState, button

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QSettings

    from cpd_desktop.services.certificates.register import RegisterChoices
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

HIDDEN = '["credit", "issued"]'  # unless somebody chose other columns
SHAPE = Shape(widths=(90, 40), shares=(3, 1), readable=76, lines=9)


class RegisterView(QWidget):
    """The list with its filters, and beside it what is known of the one that is selected."""

    verify_asked = Signal(Certificate)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._register = desk.services.certificate_register
        self._templates: dict[int, str] = {}
        self.deeds = RegisterDeeds(desk, self)
        self.rows = RegisterRows(self._register, self._columns(), desk.local_zone)
        self.table = RegisterTable(self.rows, self.deeds.copies)
        self.table.setAccessibleName(self.tr("Certificates"))
        self.table.sort_by("number", descending=True)
        self.filters = RegisterFilters(desk.services.clock.now, desk.local_zone)
        self.inspector = RegisterInspector(desk.local_zone)
        self.inspector.show_nothing()
        self.export = button(self.tr("Export"))
        self.export.setAccessibleName(self.export.text())
        self.export.setMenu(ExportMenu(self.deeds, self.table.selected_ids, self))
        self._shown_columns = ColumnsButton(self.table)
        self._to_events = button(self.tr("Open Events"))
        self._to_events.setAccessibleName(self._to_events.text())

        self.listing = self._lay_out()
        self._listen()

    def refresh(self) -> None:
        """Read the list again."""
        self._desk.operations.look_up(lambda _work: self._register.choices(), self._show_choices)
        self.listing.reload()

    def show_certificate(self, item: int) -> None:
        """Select a certificate, whatever the filters say."""
        self.listing.show_row(item)

    def show_person(self, person: int) -> None:
        """List the certificates of one person."""

        def name(_work: Work) -> str:
            return self._desk.services.people.get(person).name

        self.filters.clear()
        self._desk.operations.look_up(name, lambda found: self.filters.show_person(person, found))

    def keep_state(self, kept: QSettings) -> None:
        """Write down the columns that are shown, and their widths."""
        kept.setValue("certificates/table", json.dumps(self.table.state()))
        kept.setValue("certificates/hidden", json.dumps(self._shown_columns.hidden()))

    def find_state(self, kept: QSettings) -> None:
        """Find the columns that were shown, and their widths."""
        hidden = json.loads(str(kept.value("certificates/hidden", HIDDEN)))
        self._shown_columns.hide_columns(hidden)
        self.table.restore_state(json.loads(str(kept.value("certificates/table", "{}"))))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("name", self.tr("Name"), width=140),
            Column("status", self.tr("Status"), width=96),
            Column("number", self.tr("Number"), width=136),
            Column("title", self.tr("Event"), width=180),
            Column("date", self.tr("Date"), width=120),
            Column("credit", self.tr("Credit"), width=140, sortable=False),
            Column("issued", self.tr("Issued"), width=120, sortable=False),
        )

    def _listen(self) -> None:
        inspector, deeds = self.inspector, self.deeds
        self.listing.reloaded.connect(self._show_count)
        self.table.selection_changed.connect(self._show_selected)
        self.table.chosen.connect(self._open_row)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.failed.connect(self._desk.operations.failed)
        deeds.changed.connect(self.refresh)
        inspector.number_asked.connect(self._follow)
        inspector.open.clicked.connect(lambda: self._with_one(deeds.open))
        inspector.save.clicked.connect(lambda: self._with_one(deeds.save))
        inspector.badge.clicked.connect(lambda: self._with_one(deeds.save_badge))
        inspector.proven.clicked.connect(lambda: self._with_one(deeds.save_proven))
        inspector.verify.clicked.connect(lambda: self._with_one(self.verify_asked.emit))
        inspector.to_event.clicked.connect(lambda: self._with_one(self._go_to_event))
        inspector.person.clicked.connect(lambda: self._with_one(self._list_person))
        inspector.statement.clicked.connect(lambda: self._with_one(self._ask_for_statement))
        inspector.revoke.clicked.connect(self.revoke_selected)
        inspector.replace.clicked.connect(self.replace_selected)
        inspector.revoke_all.clicked.connect(self.revoke_selected)
        inspector.replace_all.clicked.connect(self.replace_selected)
        self._to_events.clicked.connect(self._go_to_events)

    def revoke_selected(self) -> None:
        """Ask why the selected ones are to be revoked."""
        self.deeds.end("revoke", self._selected())

    def replace_selected(self) -> None:
        """Ask why the selected ones are to be replaced."""
        self.deeds.end("replace", self._selected())

    def _lay_out(self) -> Listing:
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made = Listing(
            *(self, self.rows, self.table, self.filters, self.inspector),
            *(self.export, self._shown_columns),
            name=self.tr("Register"),
            shape=SHAPE,
        )
        made.tell_when_empty(
            self.tr("No certificate fits these words and choices."),
            EmptyState(
                self.tr("No certificates"),
                self.tr(
                    "Every certificate issued for an event is listed here, with its number. Nothing"
                    " is ever taken off this list."
                ),
                self._to_events,
            ),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(made)
        return made

    def _show_count(self, count: int) -> None:
        self.listing.found.setText(self.tr("%n certificate(s)", "", count))
        self._show_selected()

    def _show_choices(self, found: RegisterChoices) -> None:
        self._templates = dict(found.templates)
        self.listing.show_choices(found)

    def _selected(self) -> list[Certificate]:
        found = self._register.listed(self.table.selected_ids())
        return sorted(found.values(), key=lambda each: each.id)

    def _show_selected(self) -> None:
        ids = self.table.selected_ids()
        self.export.setEnabled(bool(ids))
        if len(ids) > 1:
            self.inspector.show_several(len(ids))
            return
        one = self._register.listed(ids).get(ids[0]) if ids else None
        if one is None:
            self.inspector.show_nothing()
        else:
            stamp = self.deeds.stamps.of([one.id]).get(one.id)
            self.inspector.show_one(one, self._templates, stamp)

    def _show_menu(self, place: QPoint) -> None:
        ids = self.table.selected_ids()
        if not ids:
            return
        menu = QMenu(self)
        shown = self.inspector
        one = (
            *(shown.open, shown.save, shown.badge, shown.proven, shown.verify),
            *(shown.replace, shown.revoke),
        )
        for each in one if len(ids) == 1 else (shown.replace_all, shown.revoke_all):
            if not each.isHidden():
                menu.addAction(each.text(), each.click)
        menu.addSeparator()
        menu.addAction(self.tr("Copy"), self.table.copy_selected)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _with_one(self, call: Any) -> None:
        if self.inspector.issued is not None:
            call(self.inspector.issued)

    def _open_row(self, item: int) -> None:
        self.table.select_id(item)
        self._with_one(self.deeds.open)

    def _follow(self, number: str) -> None:
        def find(_work: Work) -> int:
            return self._register.called(number).id

        self._desk.operations.look_up(find, self.show_certificate)

    def _list_person(self, issued: Certificate) -> None:
        self.filters.show_person(issued.person, issued.name)

    def _ask_for_statement(self, issued: Certificate) -> None:
        self.deeds.statement.ask(issued.person, issued.name)

    def _go_to_event(self, issued: Certificate) -> None:
        self._desk.places.go("events", issued.event, "certificates")

    def _go_to_events(self) -> None:
        self._desk.places.go("events")
