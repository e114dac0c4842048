"""The questions that an event asks on registering."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cpd_desktop.domain.custom_fields import CustomField, FieldKind
from cpd_desktop.ui.event.edits import keep_in, move_in, remove_from
from cpd_desktop.ui.event.items import Item, ItemList
from cpd_desktop.ui.event.question_dialog import QuestionDialog, QuestionsPreview
from cpd_desktop.ui.event.section import Section
from cpd_desktop.ui.event.words import field_choices
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.events import Event
    from cpd_desktop.ui.desk import Desk


class QuestionsSection(Section):
    """Lists the questions and shows how they will look."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.dialog: QuestionDialog | None = None
        self._kinds = dict(field_choices())
        self.list = ItemList(
            self.tr("Questions"),
            desk.theme,
            self,
            add=self.tr("Add question…"),
            edit=self.tr("Edit…"),
            nothing=self.tr("Registering asks for name and e-mail only."),
            moves=True,
        )
        self.preview = QuestionsPreview()
        self.preview.hide()
        self.turn = button("", "quiet")
        self.turn.setCheckable(True)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.preview)
        self.column.addLayout(FlowRow(self.turn))
        self.column.addStretch(0)
        self._turn(seen=False)

        self.list.add_asked.connect(self._add)
        self.list.edit_asked.connect(self._edit)
        self.list.remove_asked.connect(self._remove)
        self.list.move_asked.connect(self._move)
        self.turn.toggled.connect(self._turn)

    def show_event(self, event: Event) -> None:
        """Show each question, and all of them as they will look."""
        before = self.kept.fields if self.kept is not None else None
        super().show_event(event)
        if event.fields == before:
            return
        self.list.show_items([Item(each.label, self._details(each)) for each in event.fields])
        self.turn.setVisible(bool(event.fields))
        if not event.fields:
            self.turn.setChecked(False)
        self.preview.show_fields(event.fields)

    def _turn(self, seen: bool) -> None:  # noqa: FBT001 - as the signal says it
        self.turn.setText(self.tr("Back to the list") if seen else self.tr("How it will look"))
        self.turn.setAccessibleName(self.turn.text())
        self.list.setVisible(not seen)
        self.preview.setVisible(seen)

    def _details(self, field: CustomField) -> str:
        parts = [self._kinds[field.kind]]
        if field.required:
            parts.append(self.tr("required"))
        if field.options:
            parts.append(", ".join(field.options))
        return " · ".join(parts)

    def _add(self) -> None:
        self._open(CustomField(FieldKind.TEXT, ""), new=True)

    def _edit(self, row: int) -> None:
        assert self.kept is not None  # noqa: S101 - a row is there
        self._open(self.kept.fields[row], new=False)

    def _open(self, field: CustomField, *, new: bool) -> None:
        assert self.kept is not None  # noqa: S101 - the same
        others = [each for each in self.kept.fields if new or each.id != field.id]
        self.dialog = QuestionDialog(self.window(), field, others, new=new)
        self.dialog.offered.connect(partial(self._keep, field))
        self.open_dialog(self.dialog, f"question:{field.id or 'new'}")

    def _keep(self, was: CustomField, field: CustomField) -> None:
        self.edited.emit(keep_in("fields", field, was), field.label)

    def _remove(self, row: int) -> None:
        assert self.kept is not None  # noqa: S101 - the same
        gone = self.kept.fields[row]
        words = self.tr("“{question}” removed").format(question=gone.label)
        self.edited.emit(remove_from("fields", gone.id), words)

    def _move(self, row: int, to: int) -> None:
        self.edited.emit(move_in("fields", row, to), self.tr("Order of the questions"))
