"""The dialogs that take in somebody's work and mark it."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - a signal carries it
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.assignments import (
    NO_ATTEMPT_LEFT,
    NOT_PASSED,
    NOTHING_GIVEN,
    OVERDUE,
    Step,
)
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.learning.fields import FileField
from cpd_desktop.ui.learning.module_dialog import WIDE, text_field
from cpd_desktop.ui.widgets import GRID, button, label, restyle

if TYPE_CHECKING:
    from cpd_desktop.domain.assignments import Assignment, Submission
    from cpd_desktop.domain.words import Sentence

CRITERIA_SHOWN = 5


class HandedIn(NamedTuple):
    """What somebody handed in, and which rules the trainer set aside for it."""

    body: str
    file: Path | None
    late: bool
    extra: bool


class HandInDialog(FormDialog):
    """Asks for what somebody handed in: ``offered`` carries it, ``put_by`` if it is a draft."""

    offered = Signal(HandedIn)
    put_by = Signal(HandedIn)

    def __init__(
        self,
        parent: QWidget,
        name: str,
        assignment: Assignment,
        draft: Submission | None,
        *,
        overdue: bool,
        too_many: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("{name} hands in").format(name=name))
        self.accept_button.setText(self.tr("Keep as handed in"))
        self._overdue, self._too_many, self._assignment = overdue, too_many, assignment
        self.body = text_field(self, "" if draft is None else draft.body)
        self.body.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDE)
        self.file = FileField("" if draft is None else draft.file_name)
        self.late = QCheckBox(self.tr("Accept it &late"))
        self.extra = QCheckBox(self.tr("Grant one more &attempt"))
        self.draft_button = button(self.tr("Keep as draft"))
        self.draft_button.setAccessibleName(self.draft_button.text())
        self._buttons.addButton(self.draft_button, QDialogButtonBox.ButtonRole.ActionRole)

        self.add_field("body", self.tr("&Text"), self.body, top=True)
        self.add_field("file", self.tr("&File"), self.file)
        if overdue:
            self.add_field("late", self.tr("Overdue"), self.late)
        if too_many:
            self.add_field("extra", self.tr("Attempts"), self.extra)
        self.late.setAccessibleName(self.tr("Accept it late"))
        self.extra.setAccessibleName(self.tr("Grant one more attempt"))
        self.draft_button.clicked.connect(self._put_by)
        self.body.setFocus()

    def offer(self) -> None:
        """Hand over what was given if it can be taken, else show what is wrong."""
        body, file = self.body.toPlainText(), self.file.path
        problems: dict[str, Sentence] = {}
        if not (body.strip() or self.file.line.text()):
            problems["body"] = NOTHING_GIVEN
        if self._overdue and not self.late.isChecked():
            problems["late"] = OVERDUE.filled(title=self._assignment.title)
        if self._too_many and not self.extra.isChecked():
            problems["extra"] = NO_ATTEMPT_LEFT.filled(n=self._assignment.attempts)
        if not self.show_problems(problems):
            late, extra = self.late.isChecked(), self.extra.isChecked()
            self.offered.emit(HandedIn(body, file, late, extra))
            self.accept()

    def _put_by(self) -> None:
        self.put_by.emit(HandedIn(self.body.toPlainText(), self.file.path, late=False, extra=False))
        self.accept()


class MarkingDialog(FormDialog):
    """Shows somebody's work beside the rubric; ``decided`` carries step, marks and feedback.

    ``copy_asked`` wants the file that was handed in.
    """

    decided = Signal(Step, list, str)
    copy_asked = Signal()

    def __init__(
        self,
        parent: QWidget,
        name: str,
        assignment: Assignment,
        work: Submission,
        zone: str,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mark “{title}”").format(title=assignment.title))
        self.accept_button.setText(self.tr("Save mark"))
        self._assignment = assignment
        self.marks = [QSpinBox() for _ in assignment.criteria]
        self.total = label("", "muted")
        self.feedback = text_field(self, work.feedback)
        self.feedback.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDE)
        self.outcome = QComboBox()
        for step, text in (
            (Step.MARK, self.tr("Marked, to be decided later")),
            (Step.APPROVE, self.tr("Approved")),
            (Step.ASK_REVISION, self.tr("Needs a revision")),
        ):
            self.outcome.addItem(text, step)
        self.copy_button = button(self.tr("Save a copy…"))

        self._show_work(name, work, zone)
        given = work.marks or (0,) * len(self.marks)
        self.add_field("marks", self.tr("&Points"), self._criteria(given), top=True)
        self.add_field("total", "", self.total)
        self.total.setAccessibleName(self.tr("Total"))
        self.add_field("feedback", self.tr("&Feedback"), self.feedback, top=True)
        self.add_field("outcome", self.tr("&Outcome"), self.outcome)

        for each in self.marks:
            each.valueChanged.connect(self._sum_up)
        self.copy_button.clicked.connect(self.copy_asked)
        self._sum_up()
        self.marks[0].setFocus()

    def offer(self) -> None:
        """Hand over the decision if it can be made, else show what is wrong."""
        marks = [each.value() for each in self.marks]
        step, mark = Step(self.outcome.currentData()), sum(marks)
        problems: dict[str, Sentence] = {}
        if step is Step.APPROVE and mark < self._assignment.pass_mark:
            problems["outcome"] = NOT_PASSED.filled(mark=mark, pass_mark=self._assignment.pass_mark)
        if not self.show_problems(problems):
            self.decided.emit(step, marks, self.feedback.toPlainText())
            self.accept()

    def _show_work(self, name: str, work: Submission, zone: str) -> None:
        when = "" if work.submitted_at is None else day_and_time(work.submitted_at, zone)
        late = work.submitted_at is not None and self._assignment.is_late(work.submitted_at)
        says = self.tr("{name}, attempt {attempt}, handed in {when}")
        if late:
            says = self.tr("{name}, attempt {attempt}, handed in late: {when}")
        who = label(says.format(name=name, attempt=work.attempt, when=when), "heading", data=True)
        layout = QVBoxLayout()
        layout.setSpacing(GRID)
        layout.addWidget(who)
        if work.body:
            body = QPlainTextEdit(work.body)
            body.setReadOnly(True)
            body.setTabChangesFocus(True)
            body.setAccessibleName(self.tr("What was handed in"))
            body.setFixedHeight(self.fontMetrics().lineSpacing() * 5 + 3 * GRID)
            layout.addWidget(body)
        if work.file_name:
            self.copy_button.setAccessibleName(self.tr("Save a copy of the file"))
            name_of_file = QLineEdit(work.file_name)
            name_of_file.setReadOnly(True)
            name_of_file.setAccessibleName(self.tr("File"))
            beside = QHBoxLayout()
            beside.addWidget(name_of_file, 1)
            beside.addWidget(self.copy_button)
            layout.addLayout(beside)
        self.add_rows("work", self.tr("Work"), layout)

    def _criteria(self, given: tuple[int, ...]) -> QScrollArea:
        inside = QWidget()
        rows = QGridLayout(inside)
        rows.setContentsMargins(0, 0, GRID, 0)
        rows.setHorizontalSpacing(GRID * 2)
        rows.setVerticalSpacing(GRID // 2)
        rows.setColumnStretch(0, 1)
        for row, (criterion, field, mark) in enumerate(
            zip(self._assignment.criteria, self.marks, given, strict=True)
        ):
            field.setRange(0, criterion.points)
            field.setValue(mark)
            field.lineEdit().setTextMargins(GRID, 0, GRID, 0)
            spoken = self.tr("Points for {words}")
            field.setAccessibleName(spoken.format(words=criterion.words))
            of = self.tr("of {points}").format(points=criterion.points)
            rows.addWidget(label(criterion.words, data=True), row, 0)
            rows.addWidget(field, row, 1)
            rows.addWidget(QLabel(of), row, 2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        line = self.marks[0].sizeHint().height() + GRID
        area.setFixedHeight(line * min(len(self.marks), CRITERIA_SHOWN) + GRID)
        area.setFocusProxy(self.marks[0])
        return area

    def _sum_up(self) -> None:
        mark, task = sum(each.value() for each in self.marks), self._assignment
        says = self.tr("{mark} of {most} points. The pass mark {pass_mark} is reached.")
        if mark < task.pass_mark:
            says = self.tr("{mark} of {most} points. The pass mark {pass_mark} is not reached.")
        self.total.setText(says.format(mark=mark, most=task.most, pass_mark=task.pass_mark))
        restyle(self.total, tone="good" if mark >= task.pass_mark else "warn")
