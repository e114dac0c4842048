"""What was changed at Zoom meanwhile, side by side with what is decided here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QWidget

from cpd_desktop.domain.meeting_changes import ChangedBy
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.meet.words import value_words
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from cpd_desktop.domain.meeting_changes import Difference
    from cpd_desktop.domain.meeting_state import MeetingCard

HERE, THERE = 1, 2


class ConflictDialog(FormDialog):
    """Asks for each field which of the two holds; ``offered`` names those taken from Zoom."""

    offered = Signal(object)

    def __init__(self, parent: QWidget, card: MeetingCard, topic: str, zone: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("“{topic}” was changed at Zoom").format(topic=topic))
        self.accept_button.setText(self.tr("Let this hold"))
        self.choices: dict[str, QButtonGroup] = {}
        self.all_here = button(self.tr("Take all as &here"))
        self.all_there = button(self.tr("Take all as at &Zoom"))
        self._lay_out(card, zone)
        self.resize(self.fontMetrics().averageCharWidth() * READABLE * 3 // 2, 0)
        self._allow()

        self.all_here.clicked.connect(self._take_all_here)
        self.all_there.clicked.connect(self._take_all_there)

    def offer(self) -> None:
        """Hand over the names of the fields that hold as they are at Zoom."""
        taken = (name for name, group in self.choices.items() if group.checkedId() == THERE)
        self.offered.emit(frozenset(taken))
        self.accept()

    def _lay_out(self, card: MeetingCard, zone: str) -> None:
        self.rows.setVerticalSpacing(GRID)
        self.rows.setColumnStretch(1, 1)
        self.rows.setColumnStretch(2, 1)
        says = self.tr(
            "Choose for each line which one holds. What holds here is sent to Zoom; what holds at"
            " Zoom changes the event."
        )
        self.rows.addWidget(label(says, "muted"), 0, 0, 1, 3)
        texts = (self.tr("Field"), self.tr("Here"), self.tr("At Zoom"))
        for column, text in enumerate(texts):
            self.rows.addWidget(label(text, "heading"), 1, column)
        for row, each in enumerate(card.differences, 2):
            self._add(row, each, zone)
        for taking in (self.all_here, self.all_there):
            taking.setAccessibleName(taking.text().replace("&", ""))
        self.foot.insertLayout(0, FlowRow(self.all_here, self.all_there))

    def _add(self, row: int, each: Difference, zone: str) -> None:
        name = in_words(each.label)
        here = value_words(each.field, each.ours, zone)
        there = value_words(each.field, each.theirs, zone)
        before = value_words(each.field, each.seen, zone)
        if before not in (here, there):
            there = self.tr("{now} (was: {before})").format(now=there, before=before)
        group = self.choices[each.field] = QButtonGroup(self)
        self.rows.addWidget(label(name), row, 0, Qt.AlignmentFlag.AlignTop)
        cells = ((HERE, here, self.tr("here")), (THERE, there, self.tr("at Zoom")))
        for column, text, where in cells:
            cell = _Cell(text)
            spoken = self.tr("{field}, {where}: {value}")
            cell.choice.setAccessibleName(spoken.format(field=name, where=where, value=text))
            group.addButton(cell.choice, column)
            self.rows.addWidget(cell, row, column)
        if each.changed_by is ChangedBy.ZOOM:
            group.button(THERE).setChecked(True)
        elif each.changed_by is ChangedBy.US:
            group.button(HERE).setChecked(True)
        group.idClicked.connect(self._allow)

    def _take_all_here(self) -> None:
        self._take_all(HERE)

    def _take_all_there(self) -> None:
        self._take_all(THERE)

    def _take_all(self, side: int) -> None:
        for group in self.choices.values():
            group.button(side).setChecked(True)
        self._allow()

    def _allow(self, *_: Any) -> None:
        open_ones = sum(group.checkedId() < 0 for group in self.choices.values())
        self.accept_button.setEnabled(not open_ones)


class _Cell(QWidget):
    """A choice whose text wraps; a click on the text chooses too."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.choice = QRadioButton()
        self._text: QLabel = label(text, data=True)
        self._text.setContentsMargins(0, GRID // 2, 0, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1, Qt.AlignmentFlag.AlignTop)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose this side."""
        super().mousePressEvent(event)
        self.choice.click()
