"""The form that notes by hand what people did besides being there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cpd_desktop.domain.attendance.marks import MOST, MarkKind
from cpd_desktop.domain.presets import rule_for, rule_of_event
from cpd_desktop.domain.registrations import Payment
from cpd_desktop.ui.attendance.presence_dialog import named
from cpd_desktop.ui.calm import CalmComboBox, CalmSpinBox
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpd_desktop.domain.attendance.event_attendance import PersonAttendance
    from cpd_desktop.domain.events import Event

LEAVE, DONE, NOT_DONE, COUNT, FOUND_OUT = range(5)


@dataclass(frozen=True, slots=True)
class Noted:
    """What somebody notes; a kind with nothing goes by what is found out, one left out stays."""

    numbers: Mapping[MarkKind, int | None] = field(default_factory=dict)
    payment: Payment | None = None
    owing: tuple[int, ...] = ()
    why: str = ""


class MarksDialog(FormDialog):
    """Asks about one or several people; ``offered`` carries a ``Noted`` that changes something."""

    offered = Signal(Noted)

    def __init__(self, parent: QWidget, event: Event, people: Sequence[PersonAttendance]) -> None:
        super().__init__(parent)
        self._people = people
        self.setWindowTitle(self.tr("What %n person(s) did", "", len(people)))
        self.accept_button.setText(self.tr("Note for %n", "", len(people)))
        self.rows.addWidget(label(named(people), "heading", data=True), 0, 0, 1, 2)
        self.rows.addWidget(label(self._asked(event), "caption"), 1, 0, 1, 2)
        self.choices: dict[MarkKind, CalmComboBox] = {}
        self.count = CalmSpinBox()
        self.count.setRange(0, MOST)
        self.count.setAccessibleName(self.tr("Number of answers and codes"))
        self.fee = CalmComboBox()
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("Such as: 8 of 10 points, on paper"))
        self.why.setMinimumWidth(self.fontMetrics().averageCharWidth() * 52)

        for kind, text in (
            (MarkKind.INTERACTIONS, self.tr("&Answers and codes")),
            (MarkKind.EVALUATION, self.tr("&Evaluation")),
            (MarkKind.QUIZ, self.tr("&Quiz passed")),
            (MarkKind.ASSIGNMENT, self.tr("Assi&gnments")),
        ):
            self._add_kind(kind, text)
        self._owing = tuple(each.registration for each in people if not each.done.fee)
        if self._owing:
            self._add_fee()
        self.add_field("why", self.tr("&Reason"), self.why)

        self.choices[MarkKind.INTERACTIONS].currentIndexChanged.connect(self._show_count)
        for each in (*self.choices.values(), self.fee):
            each.currentIndexChanged.connect(self._show_what_changes)
        self._show_count()
        self._show_what_changes()
        self.choices[MarkKind.INTERACTIONS].setFocus()

    def offer(self) -> None:
        """Hand over what is to be noted."""
        self.offered.emit(self.noted())
        self.accept()

    def noted(self) -> Noted:
        """Return what the form says now."""
        numbers: dict[MarkKind, int | None] = {}
        for kind, box in self.choices.items():
            chosen = box.currentData()
            if chosen != LEAVE:
                given = {DONE: 1, NOT_DONE: 0, COUNT: self.count.value(), FOUND_OUT: None}
                numbers[kind] = given[chosen]
        payment = self.fee.currentData()
        owing = self._owing if payment is not None else ()
        return Noted(numbers, payment, owing, self.why.text().strip())

    def _add_kind(self, kind: MarkKind, text: str) -> None:
        box = self.choices[kind] = CalmComboBox()
        box.addItem(self.tr("Leave: {now}").format(now=self._now(kind)), LEAVE)
        if kind is MarkKind.INTERACTIONS:
            box.addItem(self.tr("This number:"), COUNT)
            self.add_field(kind, text, _beside(box, self.count))
            box.setAccessibleName(text.replace("&", ""))
        else:
            box.addItem(self.tr("Done"), DONE)
            box.addItem(self.tr("Not done"), NOT_DONE)
            self.add_field(kind, text, box)
        if any(kind in each.place.marks for each in self._people):
            box.addItem(self.tr("As found out, not by hand"), FOUND_OUT)

    def _add_fee(self) -> None:
        count = len(self._owing)
        self.fee.addItem(self.tr("Leave: owed by %n", "", count), None)
        self.fee.addItem(self.tr("Paid"), Payment.PAID)
        self.fee.addItem(self.tr("Waived"), Payment.WAIVED)
        self.add_field("fee", self.tr("&Fee"), self.fee)

    def _now(self, kind: MarkKind) -> str:
        """Return what counts now, and whether somebody noted it."""
        values = {int(getattr(each.done, kind)) for each in self._people}
        if len(values) > 1:
            return self.tr("differs among them")
        (value,) = values or {0}
        if kind is MarkKind.INTERACTIONS:
            text = str(value)
        else:
            text = self.tr("done") if value else self.tr("not done")
        by_hand = all(kind in each.place.marks for each in self._people)
        return self.tr("{value}, noted by hand").format(value=text) if by_hand else text

    def _asked(self, event: Event) -> str:
        """Return what the rules of the event ask for."""
        rules = [rule_for(event, each) for each in event.credits] or [rule_of_event(event)]
        translate = QCoreApplication.translate
        asked = (
            (translate("MarksDialog", "answers and codes"),
             any(each.interactions_per_credit for each in rules)),
            (translate("MarksDialog", "the evaluation"), any(each.evaluation for each in rules)),
            (translate("MarksDialog", "the quiz"), any(each.quiz for each in rules)),
            (translate("MarksDialog", "the assignments"), any(each.assignment for each in rules)),
            (translate("MarksDialog", "the fee"), any(each.fee for each in rules)),
        )  # fmt: skip
        names = ", ".join(name for name, wanted in asked if wanted)
        if not names:
            return self.tr("The rule of this event asks for none of these.")
        return self.tr("The rule of this event asks for: {names}.").format(names=names)

    def _show_count(self) -> None:
        self.count.setEnabled(self.choices[MarkKind.INTERACTIONS].currentData() == COUNT)

    def _show_what_changes(self) -> None:
        noted = self.noted()
        self.accept_button.setEnabled(bool(noted.numbers) or noted.payment is not None)


def _beside(*fields: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    for number, each in enumerate(fields):
        row.addWidget(each, 0 if number else 1)
    made.setFocusProxy(fields[0])
    return made
