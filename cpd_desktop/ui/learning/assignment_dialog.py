"""The dialog that edits an assignment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from cpd_desktop.domain.assignments import ATTEMPTS_LIMIT, POINTS_LIMIT, AssignmentDraft
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.learning.fields import ModuleBox, MomentField, RubricTable
from cpd_desktop.ui.learning.module_dialog import WIDE, text_field
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from cpd_desktop.domain.content import Module
    from cpd_desktop.domain.words import Sentence


class AssignmentDialog(FormDialog):
    """Edits an ``AssignmentDraft``; ``offered`` carries one that keeps every rule."""

    offered = Signal(AssignmentDraft)

    def __init__(
        self,
        parent: QWidget,
        draft: AssignmentDraft,
        *,
        zone: str,
        usual: datetime,
        modules: Sequence[Module],
        new: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New assignment") if new else self.tr("Edit assignment"))
        self.accept_button.setText(self.tr("Add assignment") if new else self.tr("Save changes"))
        self.title = QLineEdit(draft.title)
        self.title.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDE)
        self.module = ModuleBox(modules, draft.module_id, self.tr("No module"))
        self.instructions = text_field(self, draft.instructions)
        self.due = MomentField(draft.due_at, usual, zone, self.tr("On"))
        self.attempts = _number(draft.attempts, ATTEMPTS_LIMIT)
        self.required = QCheckBox(self.tr("Re&quired for the certificate"))
        self.required.setAccessibleName(self.tr("Required for the certificate"))
        self.required.setChecked(draft.required)
        self.rubric = RubricTable(draft.rubric)
        self.points = _number(draft.most, POINTS_LIMIT)
        self.pass_mark = _number(draft.pass_mark, POINTS_LIMIT, least=0)

        self.add_field("title", self.tr("&Title"), self.title)
        self.add_field("module_id", self.tr("&Module"), self.module)
        self.add_field("instructions", self.tr("&Instructions"), self.instructions, top=True)
        self.add_field("due_at", self.tr("&Due"), self.due)
        self.add_field("attempts", self.tr("&Attempts"), _beside(self.attempts, self.required))
        self.add_field("rubric", self.tr("&Rubric"), self.rubric, top=True)
        of = QLabel(self.tr("Pa&ss mark"))
        of.setBuddy(self.pass_mark)
        self.add_field("points", self.tr("&Points"), _beside(self.points, of, self.pass_mark))
        self.attempts.setAccessibleName(self.tr("Attempts"))
        self.points.setAccessibleName(self.tr("Points"))
        self.pass_mark.setAccessibleName(self.tr("Pass mark"))

        self.rubric.changed.connect(self._sum_up)
        self._sum_up()
        self.title.setFocus()

    def draft(self) -> AssignmentDraft:
        """Return what is entered; raises ``Invalid`` for a time that the clocks skip."""
        return AssignmentDraft(
            self.title.text(),
            self.instructions.toPlainText(),
            self.module.currentData(),
            self.due.moment(),
            self.attempts.value(),
            self.points.value(),
            self.pass_mark.value(),
            self.rubric.rubric(),
            self.required.isChecked(),
        )

    def offer(self) -> None:
        """Hand over the assignment if all is well, else show what is wrong."""
        try:
            draft = self.draft()
        except Invalid as error:
            self.show_problems({"due_at": error.says})
            return
        problems: dict[str, Sentence] = draft.problems()
        too_high = "pass_mark" in problems
        if too_high:
            problems["points"] = problems.pop("pass_mark")
        if self.show_problems(problems):
            if too_high:
                self.pass_mark.setFocus()
        else:
            self.offered.emit(draft)
            self.accept()

    def _sum_up(self) -> None:
        """Let the points be those of the rubric, where there is one."""
        rubric = self.rubric.rubric()
        self.points.setEnabled(not rubric)
        if rubric:
            self.points.setValue(sum(each.points for each in rubric))


def _number(value: int, most: int, *, least: int = 1) -> QSpinBox:
    made = QSpinBox()
    made.setRange(least, most)
    made.setValue(value)
    # The stylesheet's padding does not reach the line inside.
    made.lineEdit().setTextMargins(GRID, 0, GRID, 0)
    return made


def _beside(*fields: QWidget) -> QWidget:
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID * 2)
    for each in fields:
        layout.addWidget(each)
    layout.addStretch(1)
    made.setFocusProxy(fields[0])
    return made
