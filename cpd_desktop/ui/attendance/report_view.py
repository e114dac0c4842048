"""A report file as it is understood: what is open in it, its first rows, what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpd_desktop.domain.attendance.reports.questions import Answers, ColumnsUnknown
from cpd_desktop.domain.lists import RowError
from cpd_desktop.ui.attendance.report_caution import Caution
from cpd_desktop.ui.attendance.report_columns import STAY, WHO, ReportColumns
from cpd_desktop.ui.attendance.report_preview import ReportPreview, fit_height
from cpd_desktop.ui.attendance.report_questions import ReportQuestions
from cpd_desktop.ui.attendance.report_words import cautions, remarks
from cpd_desktop.ui.import_errors import ErrorsTable
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from cpd_desktop.ui.attendance.report_reading import Outlined, ReportLook

_PROBLEMS_SHOWN = 5


class ReportView(QWidget):
    """Shows one file; ``changed`` when somebody answers a question about it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.caution = Caution()
        self.columns = ReportColumns((*WHO, *STAY))
        self.questions = ReportQuestions()
        self.remarks = label("", "caption")
        self.preview_text = label(self.tr("The first rows, as they are understood"), "caption")
        self.preview = ReportPreview()
        self.problems_text = label("", "caption")
        self.problems = ErrorsTable()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, GRID, 0)
        layout.setSpacing(GRID)
        for each in (self.caution, self.columns, self.questions, self.remarks, self.preview_text,
                     self.preview, self.problems_text, self.problems):  # fmt: skip
            layout.addWidget(each)
        layout.addStretch(1)

        self.questions.changed.connect(self.changed)
        self.questions.sheet_chosen.connect(self._other_sheet)
        self.columns.answered.connect(self.changed)
        self.begin()

    @property
    def answers(self) -> Answers:
        """Return what was answered."""
        return self.questions.answered(Answers(columns=self.columns.answer()))

    def begin(self) -> None:
        """Forget what was asked of another file."""
        self.questions.forget()
        self.columns.forget()
        self.hide_rows()

    def hide_rows(self) -> None:
        """Show nothing but the questions: nothing is known of the rows."""
        for each in (self.caution, self.remarks, self.preview_text, self.preview,
                     self.problems_text, self.problems):  # fmt: skip
            each.hide()

    def show_look(self, look: ReportLook) -> None:
        """Show what is known of the file now."""
        for asked in look.looked.asked:
            if isinstance(asked, ColumnsUnknown):
                self.columns.show_question(asked, look.looked.answers.columns)
        self.questions.show_look(look)
        self.caution.say(cautions(look))
        said = remarks(look)
        self.remarks.setText("\n".join(said))
        self.remarks.setVisible(bool(said))
        for each in (self.preview_text, self.preview):
            each.setVisible(look.outline is not None)
        if look.outline is not None:
            self.preview.show_outline(look.outline, look.event.zone)
        self._show_problems(look.outline)

    def what_is_open(self) -> str:
        """Return what somebody must say first; nothing if all is answered."""
        if self.columns.is_open:
            return self.tr("Nothing is imported before it is clear what the columns tell.")
        if not self.questions.complete:
            return self.tr("Answer what is open. Nothing is imported before.")
        return ""

    def focus_open(self) -> None:
        """Lead to the first thing that is open."""
        if self.columns.is_open:
            self.columns.right_button.setFocus()
        else:
            self.questions.focus_open()

    def _show_problems(self, outline: Outlined | None) -> None:
        rejected = outline.rejected if outline else ()
        errors = [RowError(each.row, each.column, each.reason) for each in rejected]
        self.problems.show_errors(errors)
        fit_height(self.problems, _PROBLEMS_SHOWN)
        self.problems_text.setVisible(bool(errors))
        text = self.tr(
            "%n row(s) cannot be true or read. Such rows are kept, and wait for somebody to leave"
            " them out.",
            "",
            len(errors),
        )
        self.problems_text.setText(text)

    def _other_sheet(self) -> None:
        self.columns.forget()
        self.changed.emit()
