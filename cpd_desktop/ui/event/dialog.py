"""A dialog that edits one part of an event by the same fields as the stage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.ui.event.question import Question
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.ui.event.entries import Entry

    Check = Callable[[Any], Mapping[str, Sentence]]


class EntryDialog(FormDialog):
    """Edits a frozen value; ``offered`` carries one that keeps every rule that ``check`` knows.

    ``rows`` are the fields from top to bottom; those of one row stand side by side.
    """

    offered = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        item: Any,
        rows: Sequence[Sequence[Entry]],
        check: Check,
        *,
        zone: str = "UTC",
        below: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._item = item
        self._check = check
        self.entries = {each.name: each for row in rows for each in row}
        self.content = QWidget()
        inside = QVBoxLayout(self.content)
        inside.setContentsMargins(0, 0, GRID, 0)
        inside.setSpacing(GRID * 2)
        for row in rows:
            line = QHBoxLayout()
            line.setSpacing(GRID * 2)
            for each in row:
                line.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
            inside.addLayout(line)
        if below is not None:
            inside.addWidget(below)
        inside.addStretch(1)
        self.unfinished = Question(self.tr("Use them"), self.tr("Drop them"))
        self.rows.addWidget(self.unfinished, 0, 0, 1, 2)
        self.rows.addWidget(self.content, 1, 0, 1, 2)
        for each in self.entries.values():
            each.zone = zone
        for name, each in self.entries.items():
            each.show_value(getattr(item, name))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)
        next(iter(self.entries.values())).setFocus()

    def values(self) -> tuple[dict[str, Any], dict[str, Sentence]]:
        """Return what the fields mean, and what is wrong with the others."""
        values: dict[str, Any] = {}
        problems: dict[str, Sentence] = {}
        for name, entry in self.entries.items():
            try:
                values[name] = entry.value()
            except Invalid as error:
                problems[name] = error.says
        return values, problems

    def offer(self) -> None:
        """Hand over what was entered if it keeps every rule, else show what is wrong."""
        values, problems = self.values()
        item = replace(self._item, **values)
        problems = dict(self._check(item)) | problems
        for name, entry in self.entries.items():
            entry.say(problems.get(name))
        if wrong := [entry for name, entry in self.entries.items() if name in problems]:
            wrong[0].setFocus()
            QTimer.singleShot(0, self, self._show_focused)  # once the fields have their places
        self.show_problems({n: says for n, says in problems.items() if n not in self.entries})
        if not problems:
            self.offered.emit(item)
            self.accept()

    def _show_focused(self) -> None:
        field = self.focusWidget()
        if field is not None:
            self.show_field(field)
