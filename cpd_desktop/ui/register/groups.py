"""The groups of an event that pay together: who pays, for whom, and what is still due."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpd_desktop.domain.folding import folded
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.money import amount_words
from cpd_desktop.ui.register.group_dialog import GroupDialog
from cpd_desktop.ui.row_table import Column, RowTable
from cpd_desktop.ui.widgets import GRID, button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpd_desktop.services.parties import Party, PartyDraft
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class GroupRows:
    """The groups of one event, for a table; they are few enough to be held."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.groups: dict[int, Party] = {}

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return the groups, in order."""
        keys: dict[str, Callable[[Party], Any]] = {
            "name": lambda each: folded(each.name),
            "payer": lambda each: folded(each.payer, each.email),
            "members": lambda each: len(each.members),
            "due": lambda each: sum(one.minor for one in each.due),
        }
        found = sorted(self.groups.values(), key=keys[sort], reverse=descending)
        return [each.id for each in found if folded(search) in folded(each.name)]

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        return {key: _cells(self.groups[key]) for key in ids if key in self.groups}


def _cells(each: Party) -> Sequence[object]:
    return (
        each.name,
        " · ".join(filter(None, (each.payer, each.email))),
        QLocale().toString(len(each.members)),
        " + ".join(map(amount_words, each.due)),
        ", ".join(each.members),
    )


class Groups(QWidget):
    """Lists the groups and notes what they paid."""

    def __init__(self, desk: Desk, origin: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._origin = origin
        self._parties = desk.services.parties
        self._event_id = 0
        self._rows = GroupRows(
            (
                Column("name", self.tr("Group"), width=180),
                Column("payer", self.tr("Payer"), width=240),
                Column("members", self.tr("Members"), "right", width=90),
                Column("due", self.tr("Due"), "right", width=130),
                Column("names", self.tr("Who"), width=300, sortable=False),
            )
        )
        self.table = RowTable(self._rows)
        self.table.setAccessibleName(self.tr("Groups"))
        self.table.set_empty_text(
            self.tr("No groups. People who pay together form one, such as a ward or a company.")
        )
        self.new = button(self.tr("New group…"))
        self.edit = button(self.tr("Edit…"))
        self.paid = button(self.tr("Mark all as paid"), "primary")
        self.remove = button(self.tr("Remove"))

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.table, 1)
        layout.addLayout(FlowRow(self.paid, self.new, self.edit, self.remove))

        self.table.selection_changed.connect(self._show_buttons)
        self.table.chosen.connect(self._edit)
        self.new.clicked.connect(self._ask_for_new)
        self.edit.clicked.connect(self._edit_selected)
        self.paid.clicked.connect(self._mark_paid)
        self.remove.clicked.connect(self._remove)

    def show_groups(self, event_id: int, groups: Sequence[Party]) -> None:
        """Show the groups of an event."""
        self._event_id = event_id
        self._rows.groups = {each.id: each for each in groups}
        self.table.reload()
        self._show_buttons()

    def _show_buttons(self) -> None:
        selected = self._selected()
        one = selected[0] if len(selected) == 1 else None
        due = sum(bool(each.due) for each in selected)
        self.edit.setEnabled(one is not None)
        self.remove.setEnabled(one is not None and not one.members)
        self.paid.setEnabled(one is not None and bool(due))
        owes = " + ".join(map(amount_words, one.due)) if one and due else ""
        text = self.tr("Mark {sum} as paid").format(sum=owes)
        self.paid.setText(text if owes else self.tr("Mark all as paid"))
        for each in (self.new, self.edit, self.paid, self.remove):
            each.setAccessibleName(each.text())

    def _selected(self) -> list[Party]:
        return [self._rows.groups[key] for key in self.table.selected_ids()]

    def _ask_for_new(self) -> None:
        dialog = GroupDialog(self.window())
        dialog.offered.connect(self._add)
        dialog.open()

    def _edit_selected(self) -> None:
        self._edit(self._selected()[0].id)

    def _edit(self, party_id: int) -> None:
        dialog = GroupDialog(self.window(), self._rows.groups[party_id])
        dialog.offered.connect(partial(self._change, party_id))
        dialog.open()

    def _add(self, draft: PartyDraft) -> None:
        event_id = self._event_id
        self._carry_out(lambda _work: self._parties.add(event_id, draft), self.tr("Group added"))

    def _change(self, party_id: int, draft: PartyDraft) -> None:
        text = self.tr("Group changed")
        self._carry_out(lambda _work: self._parties.change(party_id, draft), text)

    def _mark_paid(self) -> None:
        group = self._selected()[0]
        text = self.tr("All places of “{group}” marked as paid").format(group=group.name)
        self._carry_out(lambda _work: self._parties.mark_paid(group.id), text)

    def _remove(self) -> None:
        group = self._selected()[0]
        text = self.tr("Group removed")
        self._carry_out(lambda _work: self._parties.remove(group.id), text)

    def _carry_out(self, call: Callable[[Work], Any], text: str) -> None:
        self._desk.operations.carry_out(call, origin=self._origin, text=text)
