"""The Register stage: who has a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.registrations import Newcomer
from cpd_desktop.ui.person_dialog import PersonDialog
from cpd_desktop.ui.row_table import Column, RowTable, SearchField
from cpd_desktop.ui.states import status_words
from cpd_desktop.ui.widgets import GRID, EmptyState, button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.people import PersonDraft
    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.ui.desk import Desk


class PlaceRows:
    """The places on one event, for a table; they are few enough to be held."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.places: dict[int, Registration] = {}

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return the places that fit, in order."""
        words = folded(search).split()
        found = [
            each
            for each in self.places.values()
            if all(word in folded(each.name, each.email, each.reference) for word in words)
        ]
        found.sort(key=lambda each: folded(str(getattr(each, sort))), reverse=descending)
        return [each.id for each in found]

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        return {
            key: (each.name, each.email, each.reference, status_words(each.status))
            for key in ids
            if (each := self.places.get(key))
        }


class RegisterStage(QWidget):
    """Lists the places on an event and gives new ones."""

    changed = Signal()

    def __init__(self, desk: Desk, workspace: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._workspace = workspace
        self._event: int | None = None
        self._rows = PlaceRows(
            (
                Column("name", self.tr("Name"), width=260),
                Column("email", self.tr("E-mail"), width=280),
                Column("reference", self.tr("Reference"), width=110),
                Column("status", self.tr("Status"), width=120),
            )
        )
        self._search = SearchField(self.tr("Search by name, e-mail or reference"))
        self._search.setAccessibleName(self.tr("Search registrations"))
        self._table = RowTable(self._rows)
        self._table.setAccessibleName(self.tr("Registrations"))
        self._table.set_empty_text(self.tr("Nobody fits these words."))
        first = button(self.tr("Add the first person…"), "primary")
        listing = QWidget()
        inside = QVBoxLayout(listing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addWidget(self._search)
        inside.addWidget(self._table, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(listing)
        self._stack.addWidget(
            EmptyState(
                self.tr("Nobody is registered"),
                self.tr("Everybody with a place on this event is listed here."),
                first,
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

        self._search.searched.connect(self._table.search)
        first.clicked.connect(self.add_person)

    def show_people(self, event: int, people: Sequence[Registration]) -> None:
        """Show who has a place."""
        self._event = event
        self._rows.places = {each.id: each for each in people}
        self._table.reload()
        self._stack.setCurrentIndex(0 if people else 1)

    def add_person(self) -> None:
        """Ask who gets a place."""
        dialog = PersonDialog(self.window())
        dialog.offered.connect(self._register)
        dialog.open()

    def _register(self, draft: PersonDraft) -> None:
        event = self._event
        if event is None:
            return
        text = self.tr("{name} registered")
        self._desk.operations.carry_out(
            lambda _work: self._desk.services.registrations.add(event, Newcomer(person=draft)),
            origin=self._workspace,
            text=text.format(name=draft.name),
            then=self._registered,
            otherwise=self._refused,
        )

    def _registered(self, _registration: Registration) -> None:
        self.changed.emit()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, CpdError):
            self.changed.emit()
        self._desk.operations.failed.emit(error)
